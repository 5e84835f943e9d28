"""Taking over many listings with their past at once: a university's old register, or the demo."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, islice
from types import SimpleNamespace
from typing import Any, NamedTuple, cast
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import Table, insert

from marketplace.core.clock import business_date
from marketplace.core.fsm import StateChange
from marketplace.core.i18n import DEFAULT_LOCALE
from marketplace.core.ids import new_id
from marketplace.core.problems import IllegalMove, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import check_id
from marketplace.listings.completeness import missing_parts
from marketplace.listings.models import Listing, ListingHolder, ListingInventor, ListingRight
from marketplace.listings.rights import right_ends_on
from marketplace.listings.schemas import ListingDraft, ListingView, RightDraft, RightView
from marketplace.listings.service.drafting import draft_columns, wrong_parts
from marketplace.listings.service.notice import notice_period
from marketplace.listings.states import LISTING, Facts
from marketplace.rulebook import queries as rulebook

CHUNK = 500


class PastMove(NamedTuple):
    """A step that a listing took, when, and by whom (None: before there were accounts)."""

    name: str
    at: datetime
    actor_id: UUID | None = None
    reason: str | None = None


class PastHolder(NamedTuple):
    """A registered co-owner, its share in bps, and who consented for it to the terms, when."""

    organization_id: UUID
    share_bps: int
    consent_at: datetime
    consent_by: UUID | None = None


class PastListing(NamedTuple):
    """A listing and what happened to it since `begun_at`, in order."""

    draft: ListingDraft
    university_id: UUID
    begun_at: datetime
    begun_by: UUID | None = None
    moves: Sequence[PastMove] = ()
    is_demo: bool = False
    holders: Sequence[PastHolder] = ()


def load_listings(uow: UnitOfWork, *, past: Sequence[PastListing]) -> list[UUID]:
    """Store listings with the state and history that their moves lead to; returns their ids in order.

    The same checks, guards and numbers as one by one, but a few statements for all. Nothing is announced: whoever
    loads rebuilds the search index afterwards. Raises `InvalidInput`, `IllegalMove` or what a guard returns.
    """
    serials = [row["n"] for row in uow.rows(_SERIALS, n=len(past))]
    loaded = [_replay(uow, one, serial) for one, serial in zip(past, serials, strict=True)]
    tables: tuple[tuple[Any, Iterable[dict[str, Any]]], ...] = (
        (Listing, (one.listing for one in loaded)),
        (ListingRight, chain.from_iterable(one.rights for one in loaded)),
        (ListingInventor, chain.from_iterable(one.inventors for one in loaded)),
        (ListingHolder, chain.from_iterable(one.holders for one in loaded)),
        (StateChange, chain.from_iterable(one.history for one in loaded)),
    )
    for model, rows in tables:
        _store(uow, model.__table__, iter(rows))
    uow.audit("listing.loaded", "listing", None, count=len(past))
    return [one.listing["id"] for one in loaded]


_UNSET = {
    name: each.get_default(call_default_factory=True, validated_data={})
    for name, each in Listing.model_fields.items()
    if name != "seq"
}
_SERIALS = "SELECT nextval('listing_number') AS n FROM generate_series(1, :n)"


class _Loaded(NamedTuple):
    listing: dict[str, Any]
    rights: list[dict[str, Any]]
    inventors: list[dict[str, Any]]
    holders: list[dict[str, Any]]
    history: list[dict[str, Any]]


def _replay(uow: UnitOfWork, past: PastListing, serial: int) -> _Loaded:
    if errors := wrong_parts(past.draft, uow.today.year):
        raise InvalidInput(errors=tuple(errors))
    listing_id = new_id()
    columns = draft_columns(past.draft)
    row = _plain_listing(
        id=listing_id, number=f"XY-{business_date(past.begun_at).year}-{serial:06d}", university_id=past.university_id,
        state=LISTING.initial, state_since=past.begun_at, created_at=past.begun_at, is_demo=past.is_demo, **columns,
    )  # fmt: skip
    rights = [_right(listing_id, i, right, uow.today.year) for i, right in enumerate(past.draft.rights)]
    facts = Facts(
        today=uow.today,
        missing=missing_parts(_view(past.draft, columns)),
        rights=tuple(_right_view(right) for right in rights),
    )
    history = [_line(listing_id, 1, None, PastMove("begin", past.begun_at, past.begun_by), LISTING.initial)]
    for move in past.moves:
        came_from = row.state
        _advance(row, move, facts, uow.today)
        history.append(_line(listing_id, len(history) + 1, came_from, move, row.state))
    row.version = len(history)
    inventors = [
        {"id": new_id(), "version": 1, "created_at": past.begun_at, "listing_id": listing_id, "position": i} | inventor.model_dump()
        for i, inventor in enumerate(past.draft.inventors)
    ]  # fmt: skip
    holders = [
        {
            "id": new_id(),
            "version": 1,
            "created_at": past.begun_at,
            "listing_id": listing_id,
            "position": i,
            "consent_hash": columns["terms_hash"],
        }
        | holder._asdict()
        for i, holder in enumerate(past.holders)
    ]
    return _Loaded(
        vars(row), [right | {"created_at": past.begun_at} for right in rights], inventors, holders, history
    )


def _plain_listing(**columns: Any) -> Listing:
    """Give what looks like a listing; thousands of rows under the mapper's eye would take twice the time."""
    return cast("Listing", SimpleNamespace(**_UNSET | columns))


def _advance(row: Listing, move: PastMove, facts: Facts, load_day: date) -> None:
    """Do to the row what `advance` and the service of the move would have done on that day."""
    step, day = LISTING.move(move.name), business_date(move.at)
    if row.state not in step.frm or move.at < row.state_since:
        raise IllegalMove(
            state=LISTING.states[row.state].in_(DEFAULT_LOCALE), move=step.label.in_(DEFAULT_LOCALE)
        )
    then = facts._replace(today=day, actor_id=move.actor_id, notice_days=rulebook.value("notice_days", day))
    for guard in step.guards:
        if problem := guard(row, then):
            raise problem
    row.state, row.state_since = step.to, move.at
    if move.name == "submit":
        row.submitted_by = move.actor_id
    elif move.name == "start_notice":
        row.notice_from, row.notice_to = notice_period(day)
    elif move.name in ("publish", "publish_listed"):
        row.published_at = move.at
        # Older than the rule: the interval that holds today.
        row.expires_on = day + relativedelta(months=rulebook.value("listing_confirm_months", load_day))
        if row.pay_after_use:
            row.priority_to = day + timedelta(days=rulebook.value("priority_window_days", day) - 1)


def _line(listing_id: UUID, sort_key: int, came_from: str | None, move: PastMove, to: str) -> dict[str, Any]:
    return {
        "subject_type": LISTING.subject, "subject_id": listing_id, "sort_key": sort_key,
        "from_state": came_from, "to_state": to, "move": move.name, "actor_id": move.actor_id, "reason": move.reason, "at": move.at,
    }  # fmt: skip


def _right(listing_id: UUID, position: int, right: RightDraft, year: int) -> dict[str, Any]:
    number = check_id(right.number, as_of_year=year).normalized if right.number else ""
    return right.model_dump() | {
        "id": new_id(), "version": 1, "listing_id": listing_id, "position": position, "number": number, "kind": right.kind.value,
        "status": "format_ok",
    }  # fmt: skip


def _right_view(right: dict[str, Any]) -> RightView:
    known = {name: value for name, value in right.items() if name in RightView.model_fields}
    ends_on = right_ends_on(right["kind"], right["number"], right["filed_on"])
    return RightView(**known, display=right["number"], ends_on=ends_on)


def _view(draft: ListingDraft, columns: dict[str, Any]) -> ListingView:
    """Return as much of a view as completeness asks for; the rest of it exists only in the database."""
    return ListingView.model_construct(**dict(draft), licence_type=columns["licence_type"])


def _store(uow: UnitOfWork, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    statement = insert(table)
    while chunk := list(islice(rows, CHUNK)):
        uow.session.connection().execute(statement, chunk)
