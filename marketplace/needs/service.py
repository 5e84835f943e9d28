"""Writes of the room."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.due import each_due
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.events.needs import NeedChanged, NeedPublished
from marketplace.needs import policy, queries
from marketplace.needs.errors import DeadlinePassed, NeedIncomplete
from marketplace.needs.models import Need
from marketplace.needs.schemas import NeedDraft, NeedState, NeedView
from marketplace.needs.states import NEED, Facts


def create_need(
    uow: UnitOfWork, *, draft: NeedDraft, firm_id: UUID | None = None, is_demo: bool = False
) -> UUID:
    """Create a draft for the actor's firm (the system names one). Raises `Forbidden`."""
    if not uow.actor.is_system:
        require(policy.can_create(uow.actor))
        firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("the system must name the firm")
    serial = uow.rows("SELECT nextval('need_number') AS n")[0]["n"]
    row = Need(
        id=new_id(), number=f"XQ-{uow.today.year}-{serial:06d}", firm_id=firm_id, state="", state_since=uow.now, is_demo=is_demo,
        **_columns(draft),
    )  # fmt: skip
    fsm.begin(uow, NEED, row)
    uow.session.add(row)
    uow.session.flush()
    return row.id


def revise_need(uow: UnitOfWork, *, need_id: UUID, version: int, draft: NeedDraft) -> NeedView:
    """Replace the content of a draft or an open need; an open one must stay complete.

    Raises `IllegalMove` once it has ended, `NeedIncomplete`, `DeadlinePassed`, `StaleVersion`.
    """
    row = queries.lock_visible(uow, need_id)
    require(policy.can_write(uow.actor, row.firm_id))
    check_version(row, version)
    if row.state not in (NeedState.DRAFT, NeedState.OPEN):
        raise IllegalMove(
            state=NEED.states[row.state].in_(uow.locale), move=Text("修改", "Revise").in_(uow.locale)
        )
    if row.state == NeedState.OPEN:
        if missing := missing_parts(draft):
            raise NeedIncomplete(errors=missing)
        if draft.deadline_on is not None and draft.deadline_on < uow.today:
            raise DeadlinePassed(deadline_on=draft.deadline_on)
    for name, value in _columns(draft).items():
        setattr(row, name, value)
    return _changed(uow, row)


def publish_need(uow: UnitOfWork, *, need_id: UUID) -> NeedView:
    """Make a draft public. Raises `NeedIncomplete` with each missing part, `DeadlinePassed`; announces NeedPublished."""
    row = queries.lock_visible(uow, need_id)
    require(policy.can_write(uow.actor, row.firm_id))
    advance(uow, NEED, row, "publish", facts=Facts(uow.today, missing_parts(_draft(row))))
    row.published_at = uow.now
    uow.publish(NeedPublished(need_id=row.id, firm_id=row.firm_id, number=row.number, title=row.title))
    return _changed(uow, row)


def close_need(uow: UnitOfWork, *, need_id: UUID, outcome: str) -> NeedView:
    """End an open need and say how: solved by what, or why it was given up. Raises `IllegalMove`."""
    row = queries.lock_visible(uow, need_id)
    require(policy.can_write(uow.actor, row.firm_id))
    advance(uow, NEED, row, "close", facts=Facts(uow.today), reason=outcome)
    row.outcome = outcome
    return _changed(uow, row)


def expire_needs(uow: UnitOfWork, *, limit: int = 200) -> int:
    """End open needs whose deadline has passed; returns how many. Driven by rows that are due."""
    due = (
        select(Need)
        .where(Need.state == NeedState.OPEN, col(Need.deadline_on) < uow.today)
        .order_by(col(Need.deadline_on), col(Need.id))
    )

    def expire(row: Need) -> None:
        advance(uow, NEED, row, "expire", facts=Facts(uow.today))
        uow.publish(NeedChanged(need_id=row.id))

    return each_due(uow, "expire_needs", due, expire, limit=limit)


def missing_parts(draft: NeedDraft) -> tuple[FieldError, ...]:
    """Return what a need still lacks before it can be published."""
    needed = [
        ("/problem", draft.problem, Text("请写明遇到什么问题。", "Say what the problem is.")),
        ("/target", draft.target, Text("请写明做到多少算解决。", "Say what would count as solved.")),
        (
            "/industry",
            draft.industry or draft.track,
            Text("请选择产业或赛道。", "Choose an industry or a track."),
        ),
        ("/deadline_on", draft.deadline_on, Text("请填写截止日。", "Set a deadline.")),
    ]
    return tuple(FieldError(pointer, "missing", message) for pointer, value, message in needed if not value)


def _columns(draft: NeedDraft) -> dict[str, Any]:
    return draft.model_dump() | {
        "industry": draft.industry.value if draft.industry else None,
        "track": draft.track.value if draft.track else None,
    }


def _draft(row: Need) -> NeedDraft:
    return NeedDraft.model_validate({name: getattr(row, name) for name in NeedDraft.model_fields})


def _changed(uow: UnitOfWork, row: Need) -> NeedView:
    uow.publish(NeedChanged(need_id=row.id))
    uow.session.flush()
    return queries.get_need(uow, need_id=row.id)
