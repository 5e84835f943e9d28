"""Endpoints of invoices, payments, webhooks and bank statements."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response, UploadFile

from finance.payments import inbox, queries, service, statements
from finance.payments.errors import (
    KeyInFlight,
    KeyRequired,
    KeyReused,
    LineAlreadyMatched,
    PaymentUnderWay,
    StatementNotReadable,
    StatementRowsWrong,
    WebhookRefused,
)
from finance.payments.gateways.stripe import LARGEST_EVENT_BYTES, stripe_gateway
from finance.payments.schemas import (
    BankLineView,
    LineState,
    MatchLine,
    ParkedNotice,
    PaymentView,
    StatementView,
)
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, NotFound, SignInRequired, TooLarge
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep, Together, call_of

router = APIRouter(tags=["payments"])
announcements = APIRouter(tags=["payments"])
"""Where a provider tells its news: apart, because it is asked far more often than people ask for payments."""


_store = Together[inbox.Notice](inbox.store_notices)


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
    signature = request.headers.get("stripe-signature", "")
    notice = inbox.read_notice(stripe_gateway(), await raw_body(request), signature)
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


@router.post(
    "/bank-statements",
    responses=problems(SignInRequired, Forbidden, StatementNotReadable, StatementRowsWrong, TooLarge),
    operation_id="import_bank_statement",
)
def import_bank_statement(file: UploadFile, uow: MemberUowDep) -> StatementView:
    """Import the statement of one's university's account (Excel or CSV); the same file twice changes nothing."""
    content = file.file.read(11 * 1_048_576)
    return statements.import_statement(uow, content=content, file_name=file.filename or "statement")


@router.get("/bank-lines", responses=problems(SignInRequired, Forbidden), operation_id="list_bank_lines")
def list_bank_lines(
    uow: MemberUowDep, state: LineState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[BankLineView]:
    """Receipts on one's university's account; unmatched ones carry suggestions with reasons."""
    return queries.list_bank_lines(uow, state=state, page=page, size=size)


@router.post(
    "/bank-lines/{line_id}/match",
    responses=problems(SignInRequired, Forbidden, NotFound, LineAlreadyMatched),
    operation_id="match_bank_line",
)
def match_bank_line(line_id: UUID, match: MatchLine, uow: MemberUowDep) -> BankLineView:
    """Say which invoice a receipt pays."""
    return statements.match_line(uow, line_id=line_id, invoice_id=match.invoice_id)
