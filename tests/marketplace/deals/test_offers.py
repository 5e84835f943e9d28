"""Offers, counter-offers and what becomes of them: rounds by hash, the notice of a negotiated price, objections."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from marketplace.contracts import service as contracts
from marketplace.core.audit import AuditEntry
from marketplace.core.outbox import OutboxEvent
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.deals import queries, service
from marketplace.deals.errors import (
    AlreadyLicensed,
    ListingNotOpen,
    NothingOffered,
    NotYetAccepted,
    OwnersMustAgree,
    OwnOffer,
    SameTerms,
    TermsChanged,
)
from marketplace.deals.schemas import (
    AcceptOffer,
    Answer,
    DealView,
    NewOffer,
    OfferDraft,
    PriceObjection,
    RefuseOffer,
    SettlePriceObjection,
)
from marketplace.identifiers import make_patent_no
from marketplace.listings import queries as listings_queries, service as listings
from marketplace.listings.schemas import PriceMode, RightDraft, RightKind
from marketplace.terms import terms_hash
from tests.factories.deals import Market, a_market, accept, an_application
from tests.factories.listings import a_term_sheet

CHEAPER = a_term_sheet(deferred_fee_minor=6_000_000)
MIDDLE = a_term_sheet(deferred_fee_minor=7_000_000)
OBJECTION = PriceObjection(name="王五", contact="13900000000", text="这一价格低于同类成果的成交价格。")


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def offer(
    side: UnitOfWork, deal: DealView, sheet: Any = CHEAPER, message: str = "许可费能否低一些？"
) -> DealView:
    form = NewOffer(terms=sheet, message=message, base_hash=deal.table_hash or "")
    return service.propose_offer(side, deal_id=deal.id, offer=form)


def take(side: UnitOfWork, deal: DealView) -> DealView:
    return service.accept_offer(side, deal_id=deal.id, form=AcceptOffer(terms_hash=deal.table_hash or ""))


def refuse(side: UnitOfWork, deal: DealView) -> DealView:
    form = RefuseOffer(terms_hash=deal.table_hash or "", text="我们维持原条款。")
    return service.refuse_offer(side, deal_id=deal.id, form=form)


def later(uow: UnitOfWork, days: int) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=days))


def announced(uow: UnitOfWork, deal: DealView) -> list[str]:
    statement = (
        select(OutboxEvent.name).where(OutboxEvent.subject == str(deal.id)).order_by(col(OutboxEvent.seq))
    )
    return [name.removeprefix("deals.deal.") for name in uow.session.exec(statement)]


def walked(deal: DealView) -> list[str]:
    return [step.move for step in deal.steps]


def test_a_firm_offers_and_the_university_sees_what_changes_and_what_it_costs(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    assert (deal.state, deal.table_hash, deal.terms_hash) == (
        "submitted", terms_hash(CHEAPER), market.listing.terms_hash,
    )  # fmt: skip
    seen = queries.get_deal(market.officer, deal_id=deal.id).offers[0]
    assert (seen.position, seen.side, seen.state, seen.author_name) == (1, "firm", "open", "钱总")
    assert [(d.field, d.before, d.after, d.gains) for d in seen.differences] == [
        ("deferred_fee_minor", "80,000 元", "60,000 元", "licensee")
    ]
    assert seen.cost_before is not None
    assert seen.cost_after is not None
    assert (seen.cost_before.total_minor, seen.cost_after.total_minor) == (19_100_000, 17_100_000)
    assert (seen.cost_before.worst_case_minor, seen.cost_after.worst_case_minor) == (8_000_000, 6_000_000)
    english = queries.get_deal(replace(market.officer, locale="en"), deal_id=deal.id).offers[0]
    assert [(d.name, d.before) for d in english.differences] == [("Licence fee", "CNY 80,000")]
    listing = listings_queries.get_listing(market.officer, listing_id=market.listing.id)
    assert (listing.terms, listing.terms_hash) == (market.listing.terms, market.listing.terms_hash)


def test_rounds_alternate_and_each_says_whose_turn_it_is(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    countered = offer(market.officer, queries.get_deal(market.officer, deal_id=deal.id), MIDDLE)
    assert (countered.state, countered.reply_due_on) == ("answering", None)
    assert countered.answer_due_on == add_workdays(market.uow.today, 10)
    again = offer(market.firm, queries.get_deal(market.firm, deal_id=deal.id), CHEAPER)
    assert (again.state, again.reply_due_on) == ("submitted", add_workdays(market.uow.today, 3))
    assert [(o.position, o.side, o.state) for o in again.offers] == [
        (1, "firm", "superseded"), (2, "university", "superseded"), (3, "firm", "open"),
    ]  # fmt: skip
    assert [d.before for d in again.offers[2].differences] == ["70,000 元"]  # against what lay on the table
    assert walked(again)[-3:] == ["offer_to_university", "offer_to_firm", "offer_to_university"]
    assert announced(market.uow, deal)[-3:] == ["offer_made"] * 3


def test_an_offer_shows_its_cautions_before_and_after_it_is_sent(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    odd = a_term_sheet(entry_fee_minor=100_000)
    seen = service.preview_offer(market.officer, deal_id=deal.id, draft=OfferDraft(terms=odd))
    assert [c[:5] for c in seen.cautions] == ["设有入门费"]
    assert seen.needs_notice
    assert queries.get_deal(market.officer, deal_id=deal.id).offers == []
    assert offer(market.officer, deal, odd).offers[0].cautions == seen.cautions
    with pytest.raises(NotFound):
        service.preview_offer(market.outsider, deal_id=deal.id, draft=OfferDraft(terms=odd))


def test_nobody_answers_his_own_offer(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    with pytest.raises(OwnOffer):
        take(market.firm, deal)
    with pytest.raises(OwnOffer):
        refuse(market.firm, deal)
    assert "accept_offer" not in deal.moves
    for act in (offer, take, refuse):  # and strangers do not know that there is one
        with pytest.raises(NotFound):
            act(market.outsider, deal)
    seen = queries.get_deal(market.officer, deal_id=deal.id)
    assert {"accept_offer", "refuse_firm_offer", "offer_to_firm"} <= set(seen.moves)


def test_a_stale_hash_is_refused_and_changes_nothing(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    stale = deal.table_hash or ""
    offer(market.firm, deal, MIDDLE, "改为这一版。")
    with pytest.raises(TermsChanged) as refused:
        service.accept_offer(market.officer, deal_id=deal.id, form=AcceptOffer(terms_hash=stale))
    assert refused.value.current_hash == terms_hash(MIDDLE)
    with pytest.raises(TermsChanged):
        refuse(market.officer, deal)
    with pytest.raises(TermsChanged):
        offer(market.officer, deal, a_term_sheet(months=72))
    assert [o.state for o in queries.get_deal(market.firm, deal_id=deal.id).offers] == ["superseded", "open"]


def test_what_changes_nothing_is_no_offer(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(SameTerms):
        offer(market.firm, deal, market.listing.terms)


def test_an_accepted_offer_goes_on_notice_before_anything_is_agreed(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    taken = take(market.officer, queries.get_deal(market.officer, deal_id=deal.id))
    today = market.uow.today
    assert (taken.state, taken.terms_hash, taken.negotiated) == ("price_notice", terms_hash(CHEAPER), True)
    assert taken.notice is not None
    assert (taken.notice.begins_on, taken.notice.ends_on) == (today + timedelta(1), today + timedelta(15))
    assert take(market.officer, taken).state == "price_notice"  # a second click finds what the first did
    assert announced(market.uow, deal)[-1] == "price_notice_started"
    assert contracts.draft_contract(market.uow, deal_id=deal.id) is None
    assert service.end_notices(later(market.uow, 15)) == 0  # its last day is a full one
    assert contracts.draft_contract(later(market.uow, 15), deal_id=deal.id) is None
    assert service.end_notices(later(market.uow, 16)) == 1
    assert service.end_notices(later(market.uow, 16)) == 0
    agreed = queries.get_deal(market.firm, deal_id=deal.id)
    assert (agreed.state, agreed.terms) == ("terms_agreed", CHEAPER)
    assert [o.state for o in agreed.offers] == ["accepted"]
    assert announced(market.uow, deal)[-1] == "terms_agreed"
    assert walked(agreed)[-3:] == ["offer_to_university", "begin_notice", "end_notice"]
    assert contracts.draft_contract(later(market.uow, 16), deal_id=deal.id) is not None


def test_unchanged_terms_were_on_the_listing_s_notice_and_need_none(market: Market) -> None:
    deal = accept(market.officer, an_application(market.firm, market.listing))
    agreed = service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    assert (agreed.state, agreed.notice, agreed.negotiated) == ("terms_agreed", None, False)


def test_a_price_of_an_exchange_needs_a_notice_only_once_it_is_negotiated(uow: UnitOfWork) -> None:
    market = a_market(uow, price_mode=PriceMode.LISTED)
    plain = accept(market.officer, an_application(market.firm, market.listing))
    assert (
        service.agree_terms(market.firm, deal_id=plain.id, terms_hash=plain.terms_hash or "").state
        == "terms_agreed"
    )
    after = later(market.outsider, 31)
    deal = offer(after, an_application(after, market.listing))
    assert take(later(market.officer, 31), deal).state == "price_notice"


def test_an_objection_stops_the_clock_and_the_days_are_added(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    taken = take(market.officer, deal)
    service.raise_objection(later(market.uow, 5), deal_id=deal.id, draft=OBJECTION)
    service.raise_objection(later(market.uow, 5), deal_id=deal.id, draft=OBJECTION)  # sent twice
    assert service.end_notices(later(market.uow, 40)) == 0
    objections = queries.get_objections(market.officer, deal_id=deal.id)
    assert len(objections) == 1
    with pytest.raises(Forbidden):
        queries.get_objections(market.firm, deal_id=deal.id)
    form = SettlePriceObjection(upheld=False, resolution="价格经市场调研，理由已书面答复。")
    with pytest.raises(Forbidden):
        service.settle_objection(market.officer, deal_id=deal.id, objection_id=objections[0].id, form=form)
    settled = service.settle_objection(
        later(market.head, 9), deal_id=deal.id, objection_id=objections[0].id, form=form
    )
    assert taken.notice is not None
    assert settled.notice is not None
    assert (settled.state, settled.notice.ends_on) == ("price_notice", taken.notice.ends_on + timedelta(4))
    assert service.end_notices(later(market.uow, 19)) == 0
    assert service.end_notices(later(market.uow, 20)) == 1
    assert walked(queries.get_deal(market.firm, deal_id=deal.id))[-4:] == [
        "begin_notice", "object", "resume_notice", "end_notice",
    ]  # fmt: skip


def test_an_upheld_objection_brings_the_sides_back_to_the_table(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    take(market.officer, deal)
    service.raise_objection(market.uow, deal_id=deal.id, draft=OBJECTION)
    objection = queries.get_objections(market.officer, deal_id=deal.id)[0]
    form = SettlePriceObjection(upheld=True, resolution="价格依据不足，须重新商定。")
    back = service.settle_objection(market.head, deal_id=deal.id, objection_id=objection.id, form=form)
    assert (back.state, back.terms_hash, back.notice) == ("submitted", market.listing.terms_hash, None)
    assert [(o.state, o.answer) for o in back.offers] == [("refused", "价格依据不足，须重新商定。")]
    assert back.reply_due_on == add_workdays(market.uow.today, 3)
    with pytest.raises(NotYetAccepted):  # and nothing is agreed by it
        service.agree_terms(market.firm, deal_id=deal.id, terms_hash=back.terms_hash or "")
    again = offer(market.officer, back, MIDDLE)  # and the claim is free for another agreement
    assert take(market.firm, again).state == "price_notice"


def test_the_notice_board_shows_name_and_price_and_neither_firm_nor_use(market: Market) -> None:
    secret = a_term_sheet(deferred_fee_minor=6_000_000, field_of_use="某型号电池产线")
    deal = offer(market.firm, an_application(market.firm, market.listing), secret)
    assert queries.list_price_notices(market.uow, page=1, size=20).total == 0
    take(market.officer, deal)
    board = queries.list_price_notices(market.uow, page=1, size=20)
    assert board.total == 1
    shown = board.items[0].model_dump_json()
    assert "60,000 元" in shown
    assert market.listing.title in shown
    assert "电池" not in shown
    assert "企业" not in shown.replace("企业科技", "")
    with pytest.raises(NotFound):  # over, even before the clock has come round
        service.raise_objection(later(market.uow, 16), deal_id=deal.id, draft=OBJECTION)


def test_a_refused_offer_leaves_the_terms_before_it_and_the_other_s_turn(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    refused = refuse(market.officer, deal)
    assert (refused.state, refused.table_hash) == ("answering", market.listing.terms_hash)
    assert [(o.state, o.answer) for o in refused.offers] == [("refused", "我们维持原条款。")]
    with pytest.raises(NothingOffered):
        take(market.officer, refused)
    back = offer(market.officer, refused, MIDDLE)
    assert refuse(market.firm, back).state == "submitted"


def test_an_offer_takes_an_earlier_acceptance_back(market: Market) -> None:
    deal = accept(market.officer, an_application(market.firm, market.listing))
    moved = offer(market.firm, deal)
    assert not moved.accepted
    with pytest.raises(NotYetAccepted):
        service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    # Accepting the application as it was made refuses the offer beside it.
    answered = service.answer_application(
        market.officer, deal_id=deal.id, answer=Answer(kind="accept", terms_hash=deal.terms_hash)
    )
    assert ([o.state for o in answered.offers], answered.table_hash) == (["refused"], deal.terms_hash)
    agreed = service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    assert agreed.state == "terms_agreed"


@pytest.mark.parametrize(("end", "state"), [("decline", "refused"), ("withdraw", "superseded")])
def test_an_application_that_ends_leaves_no_open_offer(market: Market, end: str, state: str) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    if end == "decline":
        service.answer_application(
            market.officer, deal_id=deal.id, answer=Answer(kind="decline", text="暂不许可。")
        )
    else:
        service.withdraw_application(market.firm, deal_id=deal.id, reason="另有安排。")
    ended = queries.get_deal(market.firm, deal_id=deal.id)
    assert [o.state for o in ended.offers] == [state]
    with pytest.raises(IllegalMove):
        offer(market.firm, ended, MIDDLE)


def test_an_exclusive_licence_needs_the_co_owner_s_consent(uow: UnitOfWork) -> None:
    shared = RightDraft(
        kind=RightKind.PATENT, number=make_patent_no(2022, 1, 654_321), filed_on=date(2022, 3, 1), co_owner="无锡某研究所",
    )  # fmt: skip
    market = a_market(uow, rights=[shared])
    deal = an_application(market.firm, market.listing)
    with pytest.raises(OwnersMustAgree) as refused:
        offer(market.firm, deal, a_term_sheet(licence_type="exclusive"))
    assert refused.value.owner == "无锡某研究所"
    assert offer(market.firm, deal).state == "submitted"


def test_an_exclusive_agreement_holds_its_place_during_the_notice(market: Market) -> None:
    exclusive = a_term_sheet(licence_type="exclusive", deferred_fee_minor=20_000_000)
    after = {name: later(getattr(market, name), 31) for name in ("firm", "outsider", "officer", "uow")}
    first = take(
        after["officer"], offer(after["firm"], an_application(after["firm"], market.listing), exclusive)
    )
    second = offer(after["officer"], an_application(after["outsider"], market.listing), exclusive)
    with pytest.raises(AlreadyLicensed):
        take(after["outsider"], second)
    assert listings_queries.get_listing(market.uow, listing_id=market.listing.id).state == "open"
    assert service.end_notices(later(market.uow, 31 + 16)) == 1
    assert listings_queries.get_listing(market.uow, listing_id=market.listing.id).state == "closed"
    told = queries.get_deal(market.outsider, deal_id=second.id)
    assert (told.state, told.offers[0].state) == ("declined", "refused")
    assert "另一家企业" in told.messages[-1].text
    with pytest.raises(AlreadyLicensed):
        take(after["outsider"], second)
    assert queries.get_deal(market.firm, deal_id=first.id).state == "terms_agreed"


def test_a_listing_withdrawn_during_the_notice_ends_the_deal_before_it_is_agreed(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    take(market.officer, deal)
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="权利人决定收回。")
    # The clock comes round before the announcement is heard: still no contract.
    assert service.end_notices(later(market.uow, 16)) == 1
    ended = queries.get_deal(market.firm, deal_id=deal.id)
    assert (ended.state, "terms_agreed" in announced(market.uow, deal)) == ("declined", False)


def test_no_offer_on_a_listing_that_is_gone(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="权利人决定收回。")
    with pytest.raises(ListingNotOpen):
        offer(market.firm, deal)


def test_every_step_of_a_negotiation_is_audited(market: Market) -> None:
    deal = offer(market.firm, an_application(market.firm, market.listing))
    refuse(market.officer, deal)
    take(market.firm, offer(market.officer, queries.get_deal(market.officer, deal_id=deal.id), MIDDLE))
    actions = market.uow.session.exec(
        select(AuditEntry.action).where(AuditEntry.subject_id == deal.id).order_by(col(AuditEntry.seq))
    ).all()
    assert actions[-4:] == ["deal.offer_made", "deal.offer_refused", "deal.offer_made", "deal.notice_started"]
