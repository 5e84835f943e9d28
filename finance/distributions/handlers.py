"""Reactions of the room."""

from finance.distributions import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled


def on_payment_settled(uow: UnitOfWork, event: PaymentSettled) -> None:
    """Propose how to split what came in."""
    service.propose_distribution(uow, settled=event)
