"""Reads of the room. Hot pages run one statement that was built once, rows → dicts → view, without the mapper."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ScalarSelect,
    Select,
    Uuid,
    bindparam,
    column,
    func,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col

from marketplace.core import fsm
from marketplace.core.db import HotRead
from marketplace.core.kept import Kept
from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import holdings, policy, row_versions
from marketplace.listings.choices import with_choices
from marketplace.listings.costs import compared, simulated
from marketplace.listings.models import Listing, ListingInventor, ListingRight
from marketplace.listings.rights import right_view
from marketplace.listings.row_versions import among, whole_state
from marketplace.listings.schemas import (
    HistoryStep,
    ListingBrief,
    ListingFound,
    ListingState,
    ListingView,
    NoticeView,
    ObjectionView,
    RightView,
    Supposed,
    WaitingListing,
)  # fmt: skip
from marketplace.listings.states import LISTING
from marketplace.terms import Comparison, Simulation, TermSheet, describe

list_holders = holdings.list_holders
row_states = row_versions.row_states

_university = table("organization", column("id"), column("name"), column("city"), column("sort_key"))
_BRIEF = (
    "id", "number", "state", "title", "title_en", "benefit", "university_id", "industry", "track", "trl", "pay_after_use",
    "free_period_months", "fixed_fee_minor", "royalty_bps", "licence_type", "published_at", "notice_to", "priority_to", "is_demo",
)  # fmt: skip
_WHOLE = (
    *_BRIEF, "version", "state_since", "unit", "contact_name", "problem", "mechanism", "present_solution", "evidence", "keywords",
    "ipc", "price_mode", "public_funded", "sales_hint_minor", "outright_price_minor", "terms", "terms_hash", "notice_from", "expires_on",
    "submitted_by",
)  # fmt: skip


def _select(names: Sequence[str]) -> Select[Any]:
    columns = [getattr(Listing, name) for name in names]
    return (
        select(*columns, _university.c.name.label("university_name"), _university.c.city.label("city"))
        .join_from(Listing, _university, col(Listing.university_id) == _university.c.id)
        .where(policy.VISIBLE)
    )


_FOUND = (
    *_BRIEF,
    "version",
    "problem",
    "mechanism",
    "present_solution",
    "evidence",
    "unit",
    "keywords",
    "ipc",
)
_BY_IDS = HotRead(_select(_BRIEF).where(col(Listing.id) == func.any(bindparam("ids", type_=ARRAY(Uuid)))))
_RIGHT = (
    "id", "kind", "number", "title", "filed_on", "granted_on", "annuity_paid_to", "co_owner", "co_owner_consent", "status",
)  # fmt: skip


def _parts(kind: type[ListingRight | ListingInventor], names: Sequence[str]) -> ScalarSelect[Any]:
    """Give the parts of a listing in order, as one column of dicts."""
    body = func.jsonb_build_object(*(each for name in names for each in (name, getattr(kind, name))))
    return (
        select(
            func.coalesce(func.jsonb_agg(aggregate_order_by(body, col(kind.position))), text("'[]'::jsonb"))
        )
        .where(col(kind.listing_id) == col(Listing.id))
        .scalar_subquery()
    )


_RIGHTS_OF = _parts(ListingRight, _RIGHT).label("rights")
_ONE = HotRead(
    _select(_WHOLE)
    .add_columns(_RIGHTS_OF, _parts(ListingInventor, ("name", "share_bps", "user_id")).label("inventors"))
    .where(col(Listing.id) == bindparam("id"))
)
_RIGHTS = select(_RIGHTS_OF).where(col(Listing.id) == bindparam("id"))
_OWN = HotRead(
    _select(_BRIEF)
    .add_columns(func.count().over().label("total"))
    .where(col(Listing.university_id) == bindparam("university_id"))
    .where((bindparam("state") == "") | (col(Listing.state) == bindparam("state")))
    .order_by(col(Listing.state_since).desc(), col(Listing.id))
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
)
_FOUND_BY_IDS = HotRead(
    _select(_FOUND)
    .add_columns(
        func.array(
            select(col(ListingRight.number))
            .where(col(ListingRight.listing_id) == col(Listing.id), col(ListingRight.number) != "")
            .order_by(col(ListingRight.position))
            .scalar_subquery()
        ).label("right_numbers")
    )
    .where(col(Listing.id) == func.any(bindparam("ids", type_=ARRAY(Uuid))))
)
_NEWEST = HotRead(
    _select(_BRIEF)
    .where(col(Listing.state) == ListingState.OPEN.value)
    .order_by(col(Listing.published_at).desc(), col(Listing.id))
    .limit(bindparam("size"))
)
_ROW = select(Listing).where(policy.VISIBLE)


def list_rights(uow: UnitOfWork, *, listing_id: UUID) -> list[RightView]:
    """Return the rights behind a listing in order, for rules of this room and rooms above."""
    return [right_view(body) for row in uow.rows(_RIGHTS, id=listing_id) for body in row["rights"]]


def get_listing(uow: UnitOfWork, *, listing_id: UUID) -> ListingView:
    """Return a whole listing that the actor may see; raises `NotFound`. One statement, one more for its officers."""
    rows = uow.rows(_ONE, id=listing_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="listing")
    row = rows[0]
    sheet = TermSheet.model_validate(row["terms"]) if row["terms"] else None
    submitted_by = row.pop("submitted_by")
    view = ListingView(
        **row | {"terms": sheet, "rights": [right_view(body) for body in row["rights"]]},
        moves=[],
        refused=[],
        terms_text=describe(sheet, uow.locale) if sheet else [],
    )
    return with_choices(uow, view, submitted_by=submitted_by)


def listing_as_json(uow: UnitOfWork, *, listing_id: UUID) -> bytes:
    """Give the same as the JSON that is sent; raises `NotFound`.

    What any visitor sees is kept while the rows are as they were, which is asked every time.
    """
    if not policy.reads_as_public(uow.actor):
        return _json(get_listing(uow, listing_id=listing_id))
    question, state = (listing_id, uow.locale), whole_state(uow, listing_id=listing_id)
    kept = _SHOWN.take(question, state)
    if kept is None:
        kept = _json(get_listing(uow, listing_id=listing_id))
        _SHOWN.put(question, state, kept)
    return kept


def _json(view: ListingView) -> bytes:
    return view.__pydantic_serializer__.to_json(view)


_SHOWN: Kept[bytes] = Kept(most=2_000)
"""Listings as visitors see them, about 5 kB each."""


def list_by_ids(uow: UnitOfWork, *, ids: list[UUID]) -> list[ListingBrief]:
    """Return the listings of a search page in the order of `ids`, leaving out what the actor may not see."""
    rows = {row["id"]: row for row in uow.rows(_BY_IDS, **among(uow, ids))}
    return [ListingBrief(**rows[id_]) for id_ in ids if id_ in rows]


def list_found(uow: UnitOfWork, *, ids: list[UUID]) -> list[ListingFound]:
    """Return the listings of a search page with their prose, in the order of `ids`; those not visible are left out."""
    rows = {row["id"]: row for row in uow.rows(_FOUND_BY_IDS, **among(uow, ids))}
    return [ListingFound(**rows[id_]) for id_ in ids if id_ in rows]


def list_versions(uow: UnitOfWork) -> dict[UUID, int]:
    """Return the version of every listing that anybody may see, by id: what a search index must hold."""
    states = [state.value for state in policy.PUBLIC_STATES]
    statement = "SELECT id, version FROM listing WHERE state = ANY(:states) ORDER BY id"
    return {row["id"]: row["version"] for row in uow.rows(statement, states=states)}


def list_newest(uow: UnitOfWork, *, size: int) -> list[ListingBrief]:
    """Return the most recently published open listings: what search falls back to when its engine is away."""
    return [ListingBrief(**row) for row in uow.rows(_NEWEST, size=size, **policy.scope(uow.actor))]


def list_own(uow: UnitOfWork, *, state: str, page: int, size: int) -> Page[ListingBrief]:
    """Return the listings of the actor's university, latest change first; `state` empty for all."""
    rows = uow.rows(
        _OWN,
        university_id=uow.actor.organization_id,
        state=state,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0].pop("total") if rows else 0
    for row in rows[1:]:
        row.pop("total")
    return Page(items=[ListingBrief(**row) for row in rows], total=total, page=page, size=size)


def count_by_state(uow: UnitOfWork, *, university_id: UUID | None = None) -> dict[str, int]:
    """Return how many listings stand in each state, of one university or of all; open ones are public knowledge."""
    statement = "SELECT state, count(*) AS n FROM listing WHERE CAST(:id AS uuid) IS NULL OR university_id = :id GROUP BY state"
    return {row["state"]: row["n"] for row in uow.rows(statement, id=university_id)}


def list_waiting(uow: UnitOfWork, *, size: int = 50) -> list[WaitingListing]:
    """Return the actor's university's listings between hand-in and offer, or due for review; the longest waiting first."""
    if not uow.actor.may("listing.read_own"):
        return []
    rows = uow.rows(
        """
        SELECT l.id, l.number, l.title, l.state, l.state_since, l.price_mode, l.submitted_by, l.notice_to,
               l.state = 'draft' AS returned,
               (SELECT count(*) FROM listing_objection x WHERE x.listing_id = l.id AND x.settled_at IS NULL) AS objections_open
        FROM listing l WHERE l.university_id = :university
          AND (l.state IN ('internal_approval', 'approved', 'price_notice', 'objection', 'expired')
               OR (l.state = 'draft' AND l.submitted_by IS NOT NULL))
        ORDER BY l.state_since, l.id LIMIT :size
        """,
        university=uow.actor.organization_id,
        size=size,
    )
    return [WaitingListing(**row) for row in rows]


def list_outright_prices(uow: UnitOfWork, *, ids: list[UUID]) -> dict[UUID, int]:
    """Return in fen what buying each of some listings outright would cost; those without such a price are left out."""
    rows = uow.rows(
        "SELECT id, outright_price_minor AS price FROM listing WHERE id = ANY(:ids) AND outright_price_minor IS NOT NULL",
        ids=ids,
    )
    return {row["id"]: row["price"] for row in rows}


def list_notices(uow: UnitOfWork, *, page: int, size: int, own: bool = False) -> Page[NoticeView]:
    """Return the public notice board: name and price of what is on notice, soonest end first (促进法 §18).

    `own` leaves only the actor's university.
    """
    rows = uow.rows(
        """
        SELECT l.id AS listing_id, l.number, l.title, o.name AS university_name, l.terms, l.notice_from, l.notice_to,
               count(*) OVER () AS total,
               (SELECT count(*) FROM listing_objection x WHERE x.listing_id = l.id AND x.settled_at IS NULL) AS objections_open
        FROM listing l JOIN organization o ON o.id = l.university_id
        WHERE l.state IN ('price_notice', 'objection') AND (NOT :own OR l.university_id = :university)
        ORDER BY l.notice_to, l.id LIMIT :size OFFSET :skip
        """,
        own=own,
        university=uow.actor.organization_id,
        size=size,
        skip=size * (page - 1),
    )
    items = [
        NoticeView(
            **{
                k: row[k]
                for k in (
                    "listing_id",
                    "number",
                    "title",
                    "university_name",
                    "notice_from",
                    "notice_to",
                    "objections_open",
                )
            },
            price_text=describe(TermSheet.model_validate(row["terms"]), uow.locale) if row["terms"] else [],
            days_left=max(0, (row["notice_to"] - uow.today).days),
        )
        for row in rows
    ]
    return Page(items=items, total=rows[0]["total"] if rows else 0, page=page, size=size)


def get_simulation(uow: UnitOfWork, *, listing_id: UUID, sales_minor: list[int]) -> Simulation | None:
    """Return what a visible listing would cost for yearly sales in fen, beside buying it outright; None when negotiable.

    Raises `NotFound`, `InvalidInput` for negative or absurd sales.
    """
    return simulated(uow, get_listing(uow, listing_id=listing_id), sales_minor)


def compare_ways(
    uow: UnitOfWork, view: ListingView, sales_minor: list[int], supposed: Supposed
) -> Comparison | None:
    """Return the three ways to a listing the reader was given for yearly sales in fen; None when negotiable.

    Raises `InvalidInput` for absurd sales.
    """
    return compared(uow, view, sales_minor, supposed)


def list_objections(uow: UnitOfWork, *, listing_id: UUID) -> list[ObjectionView]:
    """Return the objections against a listing that the actor may approve; raises `NotFound`, `Forbidden`."""
    statement = _ROW.where(col(Listing.id) == listing_id).params(**policy.scope(uow.actor))
    row: Listing | None = uow.session.execute(statement).scalar_one_or_none()
    if row is None:
        raise NotFound(what="listing")
    require(policy.can_approve(uow.actor, row))
    return [
        ObjectionView(**row)
        for row in uow.rows(
            "SELECT id, name, contact, text, raised_at, settled_at, upheld, resolution FROM listing_objection"
            " WHERE listing_id = :id ORDER BY raised_at, id",
            id=listing_id,
        )
    ]


def list_history(uow: UnitOfWork, *, listing_id: UUID) -> list[HistoryStep]:
    """Return the steps of a listing of the actor's university, in order; raises `NotFound`: others may not know it."""
    if (
        get_listing(uow, listing_id=listing_id).university_id != uow.actor.organization_id
        and not uow.actor.is_system
    ):
        raise NotFound(what="listing")
    return [
        HistoryStep(**{k: step[k] for k in ("from_state", "to_state", "move", "at", "reason")})
        for step in fsm.history(uow, LISTING, listing_id)
    ]


def lock_visible(uow: UnitOfWork, listing_id: UUID) -> Listing:
    """Lock a listing that the actor may know of, for a change; raises `NotFound`."""
    statement = _ROW.where(col(Listing.id) == listing_id).params(**policy.scope(uow.actor)).with_for_update()
    found: Listing | None = uow.session.execute(statement).scalar_one_or_none()
    if found is None:
        raise NotFound(what="listing")
    return found


def told_of(uow: UnitOfWork, *, listing_id: UUID, university_id: UUID, firm_id: UUID) -> dict[str, Any]:
    """Return what every announcement between a university and a firm about a listing says: its title, both ids and names."""
    [row] = uow.rows(
        "SELECT l.id AS listing_id, l.title, u.id AS university_id, u.name AS university_name, f.id AS firm_id, f.name AS firm_name"
        " FROM listing l, organization u, organization f WHERE l.id = :listing AND u.id = :university AND f.id = :firm",
        listing=listing_id,
        university=university_id,
        firm=firm_id,
    )
    return row
