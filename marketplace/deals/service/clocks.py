"""What happens without a person: queues that open, replies that are late, listings that are gone."""

from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm, replies
from marketplace.core.due import each_due
from marketplace.core.uow import UnitOfWork
from marketplace.deals.models import Deal
from marketplace.deals.schemas import DealState
from marketplace.deals.service.steps import announce, decline, start_clock
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    QueueReleased,
    ReplyOverdue,
)


def end_applications(uow: UnitOfWork, *, listing_id: UUID, keep: UUID | None = None) -> int:
    """Decline what is still open for a listing that is no longer on offer; returns how many. Drafts stay drafts."""
    rows = uow.session.exec(
        select(Deal)
        .where(
            Deal.listing_id == listing_id,
            col(Deal.state).in_(("queued", "submitted", "answering", "price_notice", "objection")),
            col(Deal.id).is_distinct_from(keep),
        )
        .order_by(col(Deal.id))
        .with_for_update()
    ).all()
    for row in rows:
        decline(uow, row, "该成果已不再接受申请（已撤回，或独占、排他许可已由另一家企业取得）。")
    uow.session.flush()
    return len(rows)


def release_queued(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Hand queued applications to the universities once their priority window has ended; returns how many."""
    due = (
        select(Deal)
        .where(Deal.state == DealState.QUEUED, col(Deal.queued_until) < uow.today)
        .order_by(col(Deal.queued_until), col(Deal.submitted_at), col(Deal.id))
    )

    def release(row: Deal) -> None:
        fsm.advance(uow, DEAL, row, "release", facts=Facts(uow.today))
        start_clock(uow, row)
        announce(uow, row, QueueReleased, reply_due_on=row.reply_due_on)

    return each_due(uow, "release_queued_deals", due, release, limit=limit)


def tell_overdue(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce once each reply clock that has run out; returns how many."""
    return replies.tell_overdue(
        uow, "tell_overdue_replies", Deal, (DealState.SUBMITTED,),
        lambda row: announce(uow, row, ReplyOverdue, reply_due_on=row.reply_due_on), limit=limit,
    )  # fmt: skip
