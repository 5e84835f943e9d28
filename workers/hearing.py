"""The clock of what a provider told: one tick for all the rooms whose news it may be, since most ticks find none."""

from functools import partial

from finance.connect.completer import apply_connect_notices
from finance.disputes.completer import apply_dispute_notices
from finance.payments.inbox import apply_inbox
from finance.refunds.completer import apply_refund_notices
from marketplace.core.uow import UnitOfWork, each_by_itself

ROOMS = (apply_inbox, apply_refund_notices, apply_dispute_notices, apply_connect_notices)


def apply_notices(uow: UnitOfWork) -> int:
    """Let each room work on the notices that have waited longest for it; returns how many there were."""
    return sum(each_by_itself(uow, (partial(room, uow) for room in ROOMS)))
