"""Reactions of the room: whoever owes something back is owed something new."""

from finance.disputes import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import DistributionBooked
from marketplace.events.payouts import PayoutReturned


def on_distribution_booked(uow: UnitOfWork, event: DistributionBooked) -> None:
    """Keep back what payees of this split owe."""
    service.keep_back_claims(uow.as_system(), holder_ids=[event.university_id, *event.holder_ids])


def on_payout_returned(uow: UnitOfWork, event: PayoutReturned) -> None:
    """Keep back what came back from a payee's bank and is owed to her again."""
    service.keep_back_claims(uow.as_system(), holder_ids=[event.organization_id])
