"""An access ends: revoked at once, with its last day, or with its listing. And late answers are told."""

from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm, replies
from marketplace.core.due import each_due
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy, queries
from marketplace.datarooms.models import DataAccess
from marketplace.datarooms.schemas import AccessState, AccessView
from marketplace.datarooms.service.asking import OPEN_STATES, end
from marketplace.datarooms.service.steps import announce, saved
from marketplace.datarooms.states import ACCESS, Facts
from marketplace.events.datarooms import (
    DataAccessDeclined,
    DataAccessExpired,
    DataAccessOverdue,
    DataAccessRevoked,
)


def revoke_access(uow: UnitOfWork, *, access_id: UUID, reason: str) -> AccessView:
    """End an access at once, with a reason the firm will read: whoever asks for a file after this commit is refused."""
    row = queries.lock_visible(uow, access_id)
    require(policy.can_decide(uow.actor, row))
    end(uow, row, "revoke", reason)
    announce(uow, row, DataAccessRevoked, reason=reason)
    return saved(uow, row)


def end_of_listing(uow: UnitOfWork, *, listing_id: UUID) -> int:
    """End every open access to a listing that was withdrawn; returns how many."""
    rows = uow.session.exec(
        select(DataAccess)
        .where(DataAccess.listing_id == listing_id, col(DataAccess.state).in_(OPEN_STATES))
        .order_by(col(DataAccess.id))
        .with_for_update()
    ).all()
    reason = "该成果已撤回，资料不再开放。"
    for row in rows:
        active = row.state == AccessState.ACTIVE
        end(uow, row, "revoke" if active else "decline", reason)
        announce(uow, row, DataAccessRevoked if active else DataAccessDeclined, reason=reason)
    uow.session.flush()
    return len(rows)


def expire_accesses(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Close accesses whose last day has passed, and tell both sides; returns how many. Reading stopped with that day."""
    due = (
        select(DataAccess)
        .where(DataAccess.state == AccessState.ACTIVE, col(DataAccess.expires_on) < uow.today)
        .order_by(col(DataAccess.expires_on), col(DataAccess.id))
    )

    def expire(row: DataAccess) -> None:
        fsm.advance(uow, ACCESS, row, "expire", facts=Facts())
        announce(uow, row, DataAccessExpired, expires_on=row.expires_on)

    return each_due(uow, "expire_data_accesses", due, expire, limit=limit)


def tell_overdue(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce once each answer or signature of a university that is late; returns how many."""
    return replies.tell_overdue(
        uow, "tell_overdue_data_accesses", DataAccess, (AccessState.ASKED, AccessState.FIRM_SIGNED),
        lambda row: announce(uow, row, DataAccessOverdue, reply_due_on=row.reply_due_on), limit=limit,
    )  # fmt: skip
