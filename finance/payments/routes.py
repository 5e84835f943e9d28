"""Endpoints of payments and of providers' announcements."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response

from finance.payments import inbox, links, paying, queries, troubles
from finance.payments.errors import (
    KeyInFlight,
    KeyRequired,
    KeyReused,
    PaymentUnderWay,
    WayClosed,
    WebhookRefused,
)
from finance.payments.gateways.stripe import LARGEST_EVENT_BYTES, stripe_gateway
from finance.payments.schemas import (
    NewPayLink,
    OnlineWay,
    ParkedNotice,
    PayLinkView,
    PaymentView,
    ProviderTrouble,
    WaysView,
)
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.problems import Forbidden, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import problems
from marketplace.identity import entry
from marketplace.identity.entry import BareRoute, MemberUowDep, Together, in_a_thread

router = APIRouter(prefix="/api", tags=["payments"])
announcements = APIRouter(prefix="/api", tags=["payments"], route_class=BareRoute)
"""Where a provider tells its news: apart, because it is asked far more often than people ask for payments."""


async def _store_all(notices: list[inbox.Notice]) -> None:
    await entry.write_alone(inbox.STORE, inbox.facts_of(notices, await entry.present()))


_store = Together(_store_all)
_count = Together(in_a_thread(troubles.count_refusals))


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
        WayClosed,
    ),
    operation_id="start_checkout",
)
def start_checkout(
    invoice_id: UUID,
    key: Annotated[str, Depends(client_key)],
    uow: MemberUowDep,
    way: OnlineWay = OnlineWay.CARD,
) -> PaymentView:
    """Open a way to pay what is open on an invoice: go to `url`, or show `qr`. `unknown`: being confirmed, look again.

    One way is open at a time: another one that was opened before is closed at the provider first.
    """
    payment_id = paying.start_paying(
        uow, invoice_id=invoice_id, client_key=key, way=way, gateway=stripe_gateway()
    )
    return queries.get_payment(uow, payment_id=payment_id)


@router.get(
    "/invoices/{invoice_id}/ways", responses=problems(SignInRequired, NotFound), operation_id="list_ways"
)
def list_ways(invoice_id: UUID, uow: MemberUowDep) -> WaysView:
    """The ways to pay an invoice: each open or closed, and why; how long it can be refunded; what is under way."""
    return queries.get_ways(uow, invoice_id=invoice_id)


@router.get(
    "/invoices/{invoice_id}/pay-links",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="list_pay_links",
)
def list_pay_links(invoice_id: UUID, uow: MemberUowDep) -> list[PayLinkView]:
    """The links by which somebody without an account can pay this invoice, the newest first."""
    return links.list_links(uow, invoice_id=invoice_id)


@router.post(
    "/invoices/{invoice_id}/pay-links",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    operation_id="make_pay_link",
)
def make_pay_link(invoice_id: UUID, form: NewPayLink, uow: MemberUowDep) -> PayLinkView:
    """Make a link to this invoice for whoever pays it; its address is secret and opens nothing else."""
    return links.make_link(uow, invoice_id=invoice_id, form=form)


@router.post(
    "/pay-links/{link_id}/withdraw",
    status_code=204,
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="withdraw_pay_link",
)
def withdraw_pay_link(link_id: UUID, uow: MemberUowDep) -> None:
    """Withdraw a pay link: its address opens nothing from now on."""
    links.withdraw_link(uow, link_id=link_id)


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
        await _count((gateway.name, refused.reason))
        raise
    await _store(notice)
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
