"""Attempts to pay: decided in one transaction, asked of the provider in none, recorded in another."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from finance.ledger import recipes
from finance.payments import policy, queries
from finance.payments.errors import KeyInFlight, KeyReused, PaymentUnderWay
from finance.payments.gateway import (
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    PaymentRequest,
    ProviderPayment,
)
from finance.payments.models import PaymentAttempt
from finance.payments.states import ATTEMPT, LIVE, MOVE_TO
from finance.receivables import queries as receivables_queries, service as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from finance.receivables.schemas import Applied
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentFailed, PaymentSettled

FIRST_LOOK = timedelta(seconds=60)
SESSION_LIFE = timedelta(hours=23)  # Stripe lets a Checkout Session live for 24 hours at most
LONGEST_PAUSE = timedelta(hours=1)


class AmountDiffers(Exception):
    """The provider speaks of another amount or currency than we asked for: a person must look."""


class FeeNotKnown(Exception):
    """The provider has not told its fee yet; a fee is never guessed, so the booking waits."""


def open_attempt(
    uow: UnitOfWork, *, invoice_id: UUID, client_key: str, provider: str
) -> tuple[PaymentAttempt, bool]:
    """Decide to collect what is open on an invoice; returns the attempt, and whether the provider is to be asked now.

    The same key, or a second click while the pay page is open, gives the attempt that is already there. Raises
    `KeyReused`, `KeyInFlight`, `PaymentUnderWay`, `InvoiceAlreadyPaid`, `Forbidden`, `NotFound`.
    """
    invoice = receivables_queries.lock_invoice(uow, invoice_id)
    require(policy.can_pay(uow.actor, invoice.firm_id))
    known = _known(uow, invoice_id, invoice.firm_id, client_key)
    if known is not None:
        return known, False
    open_minor = invoice.amount_minor - invoice.paid_minor - invoice.credited_minor
    if not open_minor:
        raise InvoiceAlreadyPaid(number=invoice.number)
    attempt = PaymentAttempt(
        invoice_id=invoice_id, organization_id=invoice.firm_id, client_key=client_key, provider=provider, provider_key="",
        title=f"{invoice.title} · {invoice.number}"[:200], locale=uow.locale, state=ATTEMPT.initial, state_since=uow.now,
        amount_minor=open_minor, currency=invoice.currency, next_at=uow.now + FIRST_LOOK,
    )  # fmt: skip
    attempt.provider_key = f"xianyong-{attempt.id}-start"
    uow.session.add(attempt)
    begin(uow, ATTEMPT, attempt)
    uow.session.flush()
    advance(uow, ATTEMPT, attempt, "submit")
    uow.audit("payment.started", "invoice", invoice_id, attempt=str(attempt.id), amount_minor=open_minor)
    uow.session.flush()
    return attempt, True


def _known(uow: UnitOfWork, invoice_id: UUID, firm_id: UUID, client_key: str) -> PaymentAttempt | None:
    same_key = uow.session.exec(
        select(PaymentAttempt).where(
            col(PaymentAttempt.organization_id) == firm_id, col(PaymentAttempt.client_key) == client_key
        )
    ).one_or_none()
    if same_key is not None:
        if same_key.invoice_id != invoice_id:
            raise KeyReused
        if same_key.state == "submitted":
            raise KeyInFlight
        return same_key
    live = uow.session.exec(
        select(PaymentAttempt).where(
            col(PaymentAttempt.invoice_id) == invoice_id, col(PaymentAttempt.state).in_(LIVE)
        )
    ).one_or_none()
    if live is not None and live.state != "requires_action":
        raise PaymentUnderWay
    return live


def request_of(attempt: PaymentAttempt) -> PaymentRequest:
    """Return what to ask of the provider: the same for every repeat, as its idempotency key demands."""
    back = f"{settings().address}/app/invoices/{attempt.invoice_id}?payment={attempt.id}"
    return PaymentRequest(
        attempt_id=attempt.id, key=attempt.provider_key, amount_minor=attempt.amount_minor, currency=attempt.currency,
        title=attempt.title, return_url=back, cancel_url=back + "&canceled=1", locale=attempt.locale,
        expires_at=attempt.created_at + SESSION_LIFE,
    )  # fmt: skip


def ask(gateway: Gateway, request: PaymentRequest) -> ProviderPayment | GatewayUnknown | GatewayRefused:
    """Ask the provider; call it with no transaction open."""
    try:
        return gateway.start(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_answer(
    uow: UnitOfWork, *, attempt_id: UUID, answer: ProviderPayment | GatewayUnknown | GatewayRefused
) -> None:
    """Record what came of asking: a pay page, a refusal, or that the outcome is unknown and will be found out."""
    attempt = queries.lock_attempt(uow, attempt_id)
    if isinstance(answer, ProviderPayment):
        record_payment(uow, attempt=attempt, seen=answer)
    elif isinstance(answer, GatewayRefused):
        attempt.last_error = str(answer)
        _move(uow, attempt, "failed")
    elif attempt.state == "submitted":  # a webhook may have been quicker than the answer that was cut off
        attempt.last_error = str(answer)
        advance(uow, ATTEMPT, attempt, "lose_sight", reason=str(answer))
    uow.session.flush()


def record_payment(uow: UnitOfWork, *, attempt: PaymentAttempt, seen: ProviderPayment) -> None:
    """Bring a locked attempt to what the provider says; books and announces the money once it is there.

    Late, repeated and out-of-order news change nothing. Raises `AmountDiffers`, `FeeNotKnown`.
    """
    attempt.provider_ref = attempt.provider_ref or seen.provider_ref
    attempt.url = seen.url or attempt.url
    if attempt.state in ATTEMPT.final or seen.state == attempt.state:
        return
    if (seen.amount_minor, seen.currency) != (attempt.amount_minor, attempt.currency):
        raise AmountDiffers(
            f"{seen.currency} {seen.amount_minor} for {attempt.currency} {attempt.amount_minor}"
        )
    if seen.state == "succeeded":
        if seen.fee_minor is None or seen.capture_ref is None:
            raise FeeNotKnown(attempt.id)
        attempt.fee_minor, attempt.capture_ref = seen.fee_minor, seen.capture_ref
    _move(uow, attempt, seen.state)
    uow.session.flush()


def _move(uow: UnitOfWork, attempt: PaymentAttempt, to: str) -> None:
    move = MOVE_TO[to]
    if attempt.state not in ATTEMPT.move(move).frm:
        return  # older news than what is known
    advance(uow, ATTEMPT, attempt, move)
    attempt.next_at, attempt.tries = None if to in ATTEMPT.final else uow.now + FIRST_LOOK * 10, 0
    if to == "succeeded":
        _settle(uow, attempt)
    elif to == "failed":
        invoice = receivables_queries.get_invoice(uow.as_system(), invoice_id=attempt.invoice_id)
        uow.publish(
            PaymentFailed(
                payment_id=attempt.id, invoice_id=invoice.id, invoice_number=invoice.number, title=invoice.title,
                firm_id=invoice.firm_id, amount_minor=attempt.amount_minor,
            )
        )  # fmt: skip


def _settle(uow: UnitOfWork, attempt: PaymentAttempt) -> None:
    fee_minor = attempt.fee_minor or 0
    applied = receivables.apply_payment(
        uow.as_system(),
        invoice_id=attempt.invoice_id,
        method=attempt.provider,
        source_id=attempt.id,
        amount_minor=attempt.amount_minor,
    )
    recipes.payment_captured(
        uow,
        payment_id=attempt.id,
        provider=attempt.provider,
        provider_ref=attempt.capture_ref or "",
        invoice_id=applied.invoice_id,
        contract_id=applied.contract_id,
        payer_id=applied.firm_id,
        gross_minor=attempt.amount_minor,
        fee_minor=fee_minor,
        applied_minor=applied.applied_minor,
    )
    finish_settlement(
        uow,
        payment_id=attempt.id,
        method=attempt.provider,
        applied=applied,
        amount_minor=attempt.amount_minor,
        fee_minor=fee_minor,
    )


def finish_settlement(
    uow: UnitOfWork, *, payment_id: UUID, method: str, applied: Applied, amount_minor: int, fee_minor: int
) -> None:
    """Tell the contract below what was paid on it and announce PaymentSettled; the last step of every way to pay."""
    if applied.applied_minor:
        contracts.settle_obligation(
            uow, contract_id=applied.contract_id, key=applied.obligation_key, amount_minor=applied.applied_minor,
            receipt_id=payment_id, settled_on=uow.today,
        )  # fmt: skip
    uow.publish(
        PaymentSettled(
            payment_id=payment_id, method=method, invoice_id=applied.invoice_id, invoice_number=applied.invoice_number,
            contract_id=applied.contract_id, title=applied.title, university_id=applied.university_id, firm_id=applied.firm_id,
            firm_name=applied.firm_name, amount_minor=amount_minor, applied_minor=applied.applied_minor, fee_minor=fee_minor,
            received_on=uow.today,
        )
    )  # fmt: skip
