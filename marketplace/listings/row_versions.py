"""Whether the rows of a listing are still what something was made from: the stored version of each of them, as one text."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    ScalarSelect,
    Uuid,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col

from marketplace.core.db import HotRead
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import policy
from marketplace.listings.models import Listing, ListingInventor, ListingRight

_university = table("organization", column("id"))


def _state(kind: str) -> str:
    return f"{kind}.ctid, {kind}.xmin"


def _state_of(kind: type[ListingRight | ListingInventor]) -> ScalarSelect[Any]:
    each: ColumnElement[str] = literal_column(f"concat_ws(' ', {_state(str(kind.__tablename__))})")
    return (
        select(func.string_agg(each, aggregate_order_by(literal_column("','"), col(kind.id))))
        .where(col(kind.listing_id) == col(Listing.id))
        .scalar_subquery()
    )


_STATES = HotRead(
    select(
        func.string_agg(
            literal_column(f"concat_ws(' ', {_state('listing')}, {_state('organization')})"),
            aggregate_order_by(literal_column("','"), col(Listing.id)),
        ).label("states")
    )
    .join_from(Listing, _university, col(Listing.university_id) == _university.c.id)
    .where(policy.VISIBLE)
    .where(col(Listing.id) == func.any(bindparam("ids", type_=ARRAY(Uuid))))
)
_WHOLE_STATE = HotRead(
    select(
        func.concat_ws(
            " ",
            literal_column(f"concat_ws(' ', {_state('listing')}, {_state('organization')})"),
            _state_of(ListingRight),
            _state_of(ListingInventor),
        ).label("state")
    )
    .select_from(Listing)
    .join(_university, col(Listing.university_id) == _university.c.id)
    .where(policy.VISIBLE)
    .where(col(Listing.id) == bindparam("id"))
)


def among(uow: UnitOfWork, ids: Iterable[UUID | str]) -> dict[str, Any]:
    """Give the parameters for the visible ones among some listings; an array as text is read where it is cheap."""
    return {"ids": f"{{{','.join(map(str, ids))}}}", **policy.scope(uow.actor)}


def row_states(uow: UnitOfWork, *, ids: Sequence[str]) -> str | None:
    """Return a text that differs as soon as a row of a list of listings differs; None when none of them is visible.

    Read it before what it shall stand for.
    """
    states: str | None = uow.rows(_STATES, **among(uow, ids))[0]["states"]
    return states


def whole_state(uow: UnitOfWork, *, listing_id: UUID) -> str:
    """Return a text that differs as soon as a whole listing differs, its parts included; raises `NotFound`."""
    rows = uow.rows(_WHOLE_STATE, id=listing_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="listing")
    state: str = rows[0]["state"]
    return state
