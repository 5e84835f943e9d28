"""An edge: asks the provider how a payment was paid, which says until when it is refunded the way it came."""

from uuid import UUID

from finance.payments import service as payments
from finance.payments.gateway import Gateway, GatewayRefused, GatewayUnknown
from finance.refunds import queries
from marketplace.core.uow import UnitOfWork


def look_at_method(uow: UnitOfWork, payment_id: UUID, gateway: Gateway) -> None:
    """Note how a payment was paid if nobody knows yet; raises `NotFound` for one whose refund the actor may not ask for.

    A provider that cannot be reached leaves it unknown: then the shortest window counts.
    """
    payment = queries.find_payment(uow, payment_id)
    uow.session.commit()
    if payment.provider != gateway.name or payment.paid_by or not payment.provider_ref:
        return
    try:
        seen = gateway.fetch(payment.provider_ref)
    except (GatewayUnknown, GatewayRefused):
        return
    payments.note_method(uow, attempt_id=payment_id, seen=seen)
    uow.session.commit()
