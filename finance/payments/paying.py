"""An edge: opens a way to pay a bill, for a person at her desk and for whoever holds a pay link.

It commits between deciding, asking the provider and recording. One attempt is live at a time: the one by another way is
withdrawn at the provider first, and if it was paid in that moment, its money counts and nothing else is opened.
"""

from uuid import UUID

from finance.payments import service
from finance.payments.gateway import Gateway
from finance.payments.schemas import OnlineWay
from marketplace.core.uow import UnitOfWork


def start_paying(
    uow: UnitOfWork,
    *,
    invoice_id: UUID,
    client_key: str,
    way: OnlineWay,
    gateway: Gateway,
    link_id: UUID | None = None,
) -> UUID:
    """Open a way to pay what is open on a bill and return the attempt; its page or code may still be unknown.

    Raises `KeyReused`, `KeyInFlight`, `PaymentUnderWay`, `InvoiceAlreadyPaid`, `WayClosed`, `Forbidden`, `NotFound`.
    """
    before = service.attempt_in_the_way(
        uow, invoice_id=invoice_id, client_key=client_key, way=way, link_id=link_id
    )
    if before is not None:
        attempt_id, ref = before.id, before.provider_ref or ""
        uow.session.commit()
        service.record_withdrawal(uow, attempt_id=attempt_id, answer=service.withdraw(gateway, ref))
        uow.session.commit()
    attempt, ask_now = service.open_attempt(
        uow, invoice_id=invoice_id, client_key=client_key, provider=gateway.name, way=way, link_id=link_id
    )
    if ask_now:
        request = service.request_of(attempt)
        uow.session.commit()  # the decision is on record before anybody is asked, and no transaction is open meanwhile
        service.record_answer(uow, attempt_id=attempt.id, answer=service.ask(gateway, request))
        uow.session.flush()
    return attempt.id
