"""When the demo's results came to market: most are open since some day of the last year, some are on their way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from marketplace.app.seed.places import Cast
from marketplace.app.seed.plot import CASTING, CO_OWNED, OFFICE, SHELVES
from marketplace.app.seed.results import Result
from marketplace.core.clock import SHANGHAI, business_date
from marketplace.listings.schemas import ListingDraft, PriceMode
from marketplace.listings.service import PastHolder, PastListing, PastMove

UNDER_WAY = (
    *("price_notice",) * 3, *("draft",) * 4, *("internal_approval",) * 2, *("approved",) * 2, "withdrawn", *("draft",) * 3,
)  # fmt: skip
"""What this office has on its desk beside its open results."""
KERNELS_SHOWN_SINCE = 45
"""Days: the evidence of hand-written results reaches close to the present, so they are the newest."""


@dataclass(frozen=True)
class Desk:
    """The two people of an office: who writes, and who approves."""

    officer: UUID | None = None
    head: UUID | None = None


def pasts(results: Sequence[Result], cast: Cast, now: datetime, chance: Random) -> Iterator[PastListing]:
    """Give every result its history up to now."""
    desks = {
        place: Desk(cast.actors[officer].user_id, cast.actors[head].user_id)
        for place, officer, head in ((OFFICE, "officer", "head"), ("seu", "officer2", "head2"))
    }
    waiting, today = iter(UNDER_WAY), business_date(now)
    ours = 0
    for result in results:
        mine = result.university == OFFICE
        fate = _fate(result, chance)
        draft = result.draft
        if mine:
            # The inventor of the demo accounts has a part in every third result, and in the one that was paid for.
            ours += 1
            if ours % 3 == 1 or (result.is_kernel and result.kernel == CASTING):
                draft = _with_inventor(draft, cast)
            fate = fate if result.is_kernel else next(waiting, fate)
            draft = draft.model_copy(update=_said(result, fate))
        agreed = draft.price_mode is PriceMode.AGREEMENT
        moves = _moves(
            fate, agreed, _last_day(fate, result, today, chance), desks.get(result.university, Desk()), chance
        )
        yield PastListing(
            draft, cast.organizations[result.university], moves[0].at, moves[0].actor_id, moves[1:], is_demo=True,
            holders=_holders(result, cast, desks, moves[0].at),
        )  # fmt: skip


def _holders(result: Result, cast: Cast, desks: dict[str, Desk], at: datetime) -> list[PastHolder]:
    if not result.is_kernel or result.kernel not in CO_OWNED:
        return []
    place, share_bps = CO_OWNED[result.kernel]
    return [PastHolder(cast.organizations[place], share_bps, at, desks[place].head)]


def _fate(result: Result, chance: Random) -> str:
    if result.is_kernel:
        return "open"
    shared = result.draft.terms is not None and result.draft.terms.licence_type == "non_exclusive"
    drawn = chance.random()
    if drawn < 0.012:
        return "expired"
    if drawn < 0.017:
        return "withdrawn"
    # A sole or exclusive licence takes a result off the market.
    return "closed" if drawn < 0.15 and not shared else "open"


def _with_inventor(draft: ListingDraft, cast: Cast) -> ListingDraft:
    who = {"name": "陆文渊", "user_id": cast.actors["inventor"].user_id}
    return draft.model_copy(
        update={"inventors": [draft.inventors[0].model_copy(update=who), *draft.inventors[1:]]}
    )


def _said(result: Result, fate: str) -> dict[str, Any]:
    """Return what the plot says about a result of the office: its terms, and that its price was agreed."""
    if result.is_kernel and result.kernel in SHELVES:
        return {"terms": SHELVES[result.kernel].sheet, "price_mode": PriceMode.AGREEMENT}
    return {"price_mode": PriceMode.AGREEMENT} if fate == "price_notice" else {}


def _moves(fate: str, agreed: bool, last: date, desk: Desk, chance: Random) -> list[PastMove]:  # noqa: FBT001  a fact
    """Return begin and the moves up to the fate, with office hours and the waiting that the law demands."""
    notice = chance.randint(16, 18)
    steps = [
        ("begin", desk.officer, 0),
        ("submit", desk.officer, chance.randint(1, 5)),
        ("approve", desk.head, chance.randint(1, 4)),
    ]
    if agreed:
        steps += [("start_notice", desk.officer, chance.randint(1, 3)), ("publish", desk.officer, notice)]
    else:
        steps += [("publish_listed", desk.officer, chance.randint(1, 6))]
    length = {"draft": 1, "internal_approval": 2, "approved": 3, "price_notice": 4}.get(fate, len(steps))
    steps = steps[:length]
    if fate == "withdrawn":
        steps.append(("withdraw", desk.officer, chance.randint(20, 60)))
    elif fate == "closed":
        steps.append(("close", None, chance.randint(20, 60)))
    elif fate == "expired":
        steps.append(("expire", None, chance.randint(367, 372)))
    day = last - timedelta(days=sum(wait for _, _, wait in steps))
    moves = []
    for hour, (name, actor, wait) in enumerate(steps, start=9):
        day += timedelta(days=wait)
        reason = "权利人决定重新定价后再上架" if name == "withdraw" else None
        moves.append(PastMove(name, _at(day, hour, chance), actor, reason))
    return moves


def _last_day(fate: str, result: Result, today: date, chance: Random) -> date:
    """Return the day of the last step: a notice under way began within its fortnight."""
    if fate in ("draft", "internal_approval", "approved"):
        return today - timedelta(days=chance.randint(1, 6))
    if fate == "price_notice":
        return today - timedelta(days=chance.randint(2, 13))
    if result.is_kernel:
        shelf = SHELVES.get(result.kernel)
        return today - timedelta(days=shelf.days if shelf else chance.randint(2, KERNELS_SHOWN_SINCE))
    return today - timedelta(days=chance.randint(3, 365 if fate == "open" else 40))


def _at(day: date, hour: int, chance: Random) -> datetime:
    return datetime.combine(day, time(hour, chance.randint(0, 59), chance.randint(0, 59)), SHANGHAI)
