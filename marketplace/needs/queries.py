"""Reads of the room. Hot pages run one statement that was built once, rows → dicts → view, without the mapper."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Select, Uuid, bindparam, column, func, select, table
from sqlmodel import col

from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.needs import policy
from marketplace.needs.models import Need
from marketplace.needs.schemas import NeedBrief, NeedState, NeedView

_firm = table("organization", column("id"), column("name"), column("city"))
_BRIEF = (
    "id", "number", "state", "title", "problem", "target", "industry", "track", "budget_minor", "deadline_on", "firm_id",
    "published_at", "is_demo",
)  # fmt: skip
_WHOLE = (*_BRIEF, "version", "state_since", "present_solution", "outcome")


def _select(names: Sequence[str]) -> Select[Any]:
    columns = [getattr(Need, name) for name in names]
    return (
        select(*columns, _firm.c.name.label("firm_name"), _firm.c.city.label("city"))
        .join_from(Need, _firm, col(Need.firm_id) == _firm.c.id)
        .where(policy.VISIBLE)
    )


_PAGE = (
    _select(_BRIEF).add_columns(func.count().over().label("total")).limit(bindparam("size")).offset(bindparam("skip"))
)  # fmt: skip
_OPEN = (
    _PAGE.where(col(Need.state) == NeedState.OPEN.value)
    .where((bindparam("field") == "") | (func.coalesce(Need.industry, Need.track) == bindparam("field")))
    .order_by(col(Need.published_at).desc(), col(Need.id))
)
_OWN = _PAGE.where(col(Need.firm_id) == bindparam("firm_id", type_=Uuid)).order_by(
    col(Need.state_since).desc(), col(Need.id)
)
_BY_IDS = _select(_BRIEF).where(col(Need.id) == func.any(bindparam("ids", type_=ARRAY(Uuid))))
_ONE = _select(_WHOLE).where(col(Need.id) == bindparam("id"))
_ROW = select(Need).where(policy.VISIBLE)


def _page(uow: UnitOfWork, statement: Select[Any], *, page: int, size: int, **params: Any) -> Page[NeedBrief]:
    rows = uow.rows(statement, size=size, skip=size * (page - 1), **params, **policy.scope(uow.actor))
    return paged(rows, lambda row: NeedBrief(**row), page=page, size=size)


def list_open(uow: UnitOfWork, *, field: str = "", page: int = 1, size: int = 20) -> Page[NeedBrief]:
    """Return the open needs, newest first; `field` is an industry or a track, empty for all."""
    return _page(uow, _OPEN, field=field, page=page, size=size)


def list_own(uow: UnitOfWork, *, page: int = 1, size: int = 20) -> Page[NeedBrief]:
    """Return all needs of the actor's firm, latest change first."""
    return _page(uow, _OWN, firm_id=uow.actor.organization_id, page=page, size=size)


def list_by_ids(uow: UnitOfWork, *, ids: list[UUID]) -> list[NeedBrief]:
    """Return the needs of a search page in the order of `ids`, leaving out what the actor may not see."""
    rows = {row["id"]: row for row in uow.rows(_BY_IDS, ids=ids, **policy.scope(uow.actor))}
    return [NeedBrief(**rows[id_]) for id_ in ids if id_ in rows]


def get_need(uow: UnitOfWork, *, need_id: UUID) -> NeedView:
    """Return a whole need that the actor may see; raises `NotFound`."""
    rows = uow.rows(_ONE, id=need_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="need")
    return NeedView(**rows[0])


def lock_visible(uow: UnitOfWork, need_id: UUID) -> Need:
    """Lock a need that the actor may know of, for a change; raises `NotFound`."""
    statement = _ROW.where(col(Need.id) == need_id).params(**policy.scope(uow.actor)).with_for_update()
    found: Need | None = uow.session.execute(statement).scalar_one_or_none()
    if found is None:
        raise NotFound(what="need")
    return found
