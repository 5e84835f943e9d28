"""Endpoints of payments and of providers' announcements."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response

from finance.payments import inbox, queries, service, troubles
from finance.payments.errors import (
    KeyInFlight,
    KeyRequired,
    KeyReused,
    PaymentUnderWay,
    WebhookRefused,
)
from finance.payments.gateways.stripe import LARGEST_EVENT_BYTES, stripe_gateway
from finance.payments.schemas import ParkedNotice, PaymentView, ProviderTrouble
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.problems import Forbidden, NotFound, SignInRequired
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep, Together, call_of

router = APIRouter(tags=["payments"])
announcements = APIRouter(tags=["payments"])
"""Where a provider tells its news: apart, because it is asked far more often than people ask for payments."""


_store = Together[inbox.Notice](inbox.store_notices)
_count = Together[tuple[str, str]](troubles.count_refusals)


def client_key(idempotency_key: Annotated[str | None, Header()] = None) -> str:
    """Read the key that makes a repeated payment harmless; raises `KeyRequired`."""
    if idempotency_key is None or not 8 <= len(idempotency_key) <= 255:
        raise KeyRequired
    return idempotency_key


async def raw_body(request: Request) -> bytes:
    """Read a webhook's bytes, never more than a genuine event has; raises `WebhookRefused`."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_EVENT_BYTES:
            raise WebhookRefused(reason="too_large")
    return bytes(body)


@router.post(
    "/invoices/{invoice_id}/checkout",
    responses=problems(
        SignInRequired,
        Forbidden,
        NotFound,
        KeyRequired,
        KeyReused,
        KeyInFlight,
        PaymentUnderWay,
        InvoiceAlreadyPaid,
    ),
    operation_id="start_checkout",
)
def start_checkout(
    invoice_id: UUID, key: Annotated[str, Depends(client_key)], uow: MemberUowDep
) -> PaymentView:
    """Open the provider's pay page for what is open on an invoice; go to `url`. `unknown`: being confirmed, look again."""
    attempt, ask_now = service.open_attempt(uow, invoice_id=invoice_id, client_key=key, provider="stripe")
    if ask_now:
        request = service.request_of(attempt)
        uow.session.commit()  # the decision is on record before anybody is asked, and no transaction is open meanwhile
        answer = service.ask(stripe_gateway(), request)
        service.record_answer(uow, attempt_id=attempt.id, answer=answer)
        uow.session.flush()
    return queries.get_payment(uow, payment_id=attempt.id)


@router.get(
    "/payments/{payment_id}", responses=problems(SignInRequired, NotFound), operation_id="get_payment"
)
def get_payment(payment_id: UUID, uow: MemberUowDep) -> PaymentView:
    """One attempt to pay."""
    return queries.get_payment(uow, payment_id=payment_id)


@announcements.post(
    "/webhooks/stripe",
    status_code=202,
    responses=problems(WebhookRefused),
    operation_id="receive_stripe_event",
    openapi_extra={
        "parameters": [{"in": "header", "name": "stripe-signature", "schema": {"type": "string"}}]
    },
)
async def receive_stripe_event(request: Request) -> Response:
    """Take an announcement of the provider: verified, stored, answered; worked on later."""
    signature, gateway = request.headers.get("stripe-signature", ""), stripe_gateway()
    try:
        notice = inbox.read_notice(gateway, await raw_body(request), signature)
    except WebhookRefused as refused:
        await _count(call_of(request), (gateway.name, refused.reason))
        raise
    await _store(call_of(request), notice)
    return Response(status_code=202)


@router.get(
    "/payment-notices", responses=problems(SignInRequired, Forbidden), operation_id="list_parked_notices"
)
def list_parked_notices(uow: MemberUowDep) -> list[ParkedNotice]:
    """Notices of the provider that could not be applied and wait for a person."""
    return queries.list_parked_notices(uow)


@router.post(
    "/payment-notices/{notice_id}/replay",
    status_code=204,
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="replay_notice",
)
def replay_notice(notice_id: UUID, uow: MemberUowDep) -> None:
    """Put a parked notice back to work: the provider is asked again."""
    inbox.replay_notice(uow, notice_id=notice_id)


@router.get(
    "/payment-troubles", responses=problems(SignInRequired, Forbidden), operation_id="list_provider_troubles"
)
def list_provider_troubles(uow: MemberUowDep) -> list[ProviderTrouble]:
    """What went wrong between the provider and us in the last 30 days, by day and kind."""
    return troubles.list_troubles(uow)
