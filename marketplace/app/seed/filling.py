"""Fills an empty database with the demo: one transaction, so that an interrupted filling leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Literal
from uuid import UUID

from finance.instruments import service as instruments
from finance.instruments.authoring import read_products
from finance.instruments.schemas import InstrumentDraft
from marketplace.app.seed import stories
from marketplace.app.seed.places import Cast, register_places
from marketplace.app.seed.plot import OFFICE, SHELVES
from marketplace.app.seed.reading import NeedText, Texts, instrument_book, texts
from marketplace.app.seed.register import pasts
from marketplace.app.seed.results import Result, generate
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.listings import service as listings
from marketplace.needs import service as needs
from marketplace.needs.schemas import NeedDraft
from marketplace.organizations.schemas import Industry, Track
from marketplace.terms import add_months

SEED = 20260101
FULL, SMALL = 5_151, 43
"""Results: as many as the list of one real pilot zone (无锡), or enough for every step of the stories."""
SMALL_PLACES = 10
Size = Literal["full", "small"]
Say = Callable[[str], None]


def seed(size: Size, say: Say) -> bool:
    """Fill the database with the demo unless it holds organizations already; says whether it did.

    Search is not told: whoever calls rebuilds or compares its index afterwards.
    """
    with unit_of_work() as uow:
        return fill(uow, size, say)


def fill(uow: UnitOfWork, size: Size, say: Say, *, number: int = SEED) -> bool:
    """Do the work of `seed` in a unit of work of the system; two at once wait for each other."""
    uow.take_turns("seed")
    if uow.rows("SELECT 1 FROM organization LIMIT 1"):
        return False
    book = texts()
    say("正在准备演示数据 preparing the demo …")
    cast = register_places(uow, _cut(book, size))
    say(f"  高新区、高校、企业、机构 organizations: {len(cast.organizations)}")
    results = choose(book, size, number, uow)
    chance = Random(number)  # noqa: S311  repeatable on purpose
    known = [result for result in results if result.university in cast.organizations]
    ids = listings.load_listings(uow, past=list(pasts(known, cast, uow.now, chance)))
    say(f"  成果 results: {len(ids)}")
    wanted = [need for need in book.needs if need.firm in cast.organizations]
    count = _ask(uow, cast, wanted if size == "full" else wanted[:SMALL_PLACES])
    say(f"  需求 needs: {count}")
    say(f"  金融产品 finance products: {_offer_money(uow, cast)}")
    told = {
        result.kernel: listing_id
        for result, listing_id in zip(known, ids, strict=True)
        if result.is_kernel and result.kernel in SHELVES
    }
    stories.tell(uow, cast, told)
    say("  进行中的业务 stories under way")
    return True


def choose(book: Texts, size: Size, number: int, uow: UnitOfWork) -> list[Result]:
    """Return the results of a size; a small demo shows every field once and the desk of the demo's office."""
    if size == "full":
        return generate(book, count=FULL, seed=number, today=uow.today)
    results = generate(book, count=15 * SMALL, seed=number, today=uow.today)
    told = [result for result in results if result.is_kernel and result.kernel in SHELVES]
    fields = [result for result in results[: len(Industry) + len(Track)] if result not in told]
    ours = [result for result in results if result.university == OFFICE and not result.is_kernel]
    return [*told, *fields, *ours][:SMALL]


def _cut(book: Texts, size: Size) -> Texts:
    """Return the texts that a size uses: all universities, but only the firms that the accounts and needs begin with."""
    if size == "full":
        return book
    manned = {person.place for person in book.people}
    firms = sorted(book.firms, key=lambda firm: firm.key not in manned)[:SMALL_PLACES]
    return book.model_copy(update={"firms": tuple(firms)})


def _ask(uow: UnitOfWork, cast: Cast, wanted: list[NeedText]) -> int:
    """Let the firms publish their needs over the last months; some have ended one way or the other."""
    for i, need in enumerate(wanted):
        days_ago = 1 + i * 7 % 80
        then = replace(uow, now=uow.now - timedelta(days=days_ago))
        over = i % 33 == 32
        draft = _need_draft(need, then if over else uow, 3 if over else need.days)
        need_id = needs.create_need(then, draft=draft, firm_id=cast.organizations[need.firm], is_demo=True)
        needs.publish_need(then, need_id=need_id)
        if i % 25 == 24:
            needs.close_need(uow, need_id=need_id, outcome="已与高校签订许可合同，先使用后付费")
    needs.expire_needs(uow)
    return len(wanted)


def _need_draft(need: NeedText, uow: UnitOfWork, days: int) -> NeedDraft:
    is_industry = need.field in {industry.value for industry in Industry}
    return NeedDraft(
        title=need.title,
        problem=need.problem,
        target=need.target,
        present_solution=need.present,
        industry=Industry(need.field) if is_industry else None,
        track=None if is_industry else Track(need.field),
        budget_minor=need.budget * 10_000 * 100,
        deadline_on=uow.today + timedelta(days=days),
    )


def _offer_money(uow: UnitOfWork, cast: Cast) -> int:
    products = read_products(instrument_book())
    for product in products:
        provider_id: UUID = cast.organizations[product.provider]
        instrument_id = instruments.create_instrument(
            uow, draft=_on_offer(product.draft, uow.today), provider_id=provider_id, is_demo=True
        )
        instruments.publish_instrument(uow, instrument_id=instrument_id)
    return len(products)


def _on_offer(draft: InstrumentDraft, today: date) -> InstrumentDraft:
    """Return a product as of today: what has ended is offered again for the same days of a later year."""
    while draft.valid_to < today:
        later = {name: add_months(getattr(draft, name), 12) for name in ("valid_from", "valid_to")}
        draft = draft.model_copy(update=later)
    return draft
