"""Attempts to pay: decided in one transaction, asked of the provider in none, recorded in another."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlmodel import col, select

from finance.ledger import recipes
from finance.payments import links, policy, queries, ways
from finance.payments.errors import KeyInFlight, KeyReused, PaymentUnderWay, WayClosed
from finance.payments.gateway import (
    FIRST_LOOK,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    PaymentRequest,
    ProviderPayment,
)
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import OnlineWay
from finance.payments.states import ATTEMPT, LIVE, MOVE_TO
from finance.receivables import queries as receivables_queries, service as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from finance.receivables.schemas import Applied
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, advance_all, begin
from marketplace.core.policy import require
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentFailed, PaymentSettled

Attempt = PaymentAttempt | queries.Collecting


class AmountDiffers(Exception):
    """The provider has other money than we asked for, or for an attempt that had ended: a person must look."""

    def __init__(self, code: str, difference: str) -> None:
        super().__init__(difference)
        self.code = code


def open_attempt(
    uow: UnitOfWork,
    *,
    invoice_id: UUID,
    client_key: str,
    provider: str,
    way: OnlineWay = OnlineWay.CARD,
    link_id: UUID | None = None,
) -> tuple[PaymentAttempt, bool]:
    """Decide to collect what is owed on an invoice by a way; returns the attempt, and whether the provider is to be asked now.

    The same key, or a second click while the page or code of that way is open, gives the attempt that is already there.
    Raises `KeyReused`, `KeyInFlight`, `PaymentUnderWay`, `InvoiceAlreadyPaid`, `WayClosed`, `Forbidden`, `NotFound`.
    """
    invoice = receivables_queries.lock_invoice(uow, invoice_id)
    require(policy.can_pay(uow.actor, invoice.firm_id))
    known = _same_key(uow, invoice_id, invoice.firm_id, client_key, way) or _live(uow, invoice_id)
    if known is not None:
        if known.client_key != client_key and not _is_open(uow, known, way, link_id):
            raise PaymentUnderWay
        return known, False
    owed_minor = receivables_queries.owed_on(uow, invoice)
    _require_owed(uow, way, number=invoice.number, owed_minor=owed_minor, currency=invoice.currency)
    attempt = PaymentAttempt(
        invoice_id=invoice_id, organization_id=invoice.firm_id, client_key=client_key, provider=provider, provider_key="",
        title=f"{invoice.title} · {invoice.number}"[:200], locale=uow.locale, state=ATTEMPT.initial, state_since=uow.now,
        amount_minor=owed_minor, currency=invoice.currency, next_at=uow.now + FIRST_LOOK, way=way, method=way, link_id=link_id,
    )  # fmt: skip
    attempt.provider_key = f"xianyong-{attempt.id}-start"
    uow.session.add(attempt)
    begin(uow, ATTEMPT, attempt)
    uow.session.flush()
    advance(uow, ATTEMPT, attempt, "submit")
    by_link = {"link": str(link_id)} if link_id else {}
    uow.audit(
        "payment.started",
        "invoice",
        invoice_id,
        attempt=str(attempt.id),
        amount_minor=owed_minor,
        way=way,
        **by_link,
    )
    uow.session.flush()
    return attempt, True


def attempt_in_the_way(
    uow: UnitOfWork, *, invoice_id: UUID, client_key: str, way: OnlineWay, link_id: UUID | None = None
) -> PaymentAttempt | None:
    """Return the attempt to withdraw at the provider before a way can be opened: one by another way, or whose time is over.

    None where nothing is in the way. Raises `KeyReused`, `KeyInFlight`, `InvoiceAlreadyPaid`, `WayClosed`, `Forbidden`,
    `NotFound`.
    """
    invoice = receivables_queries.lock_invoice(uow, invoice_id)
    require(policy.can_pay(uow.actor, invoice.firm_id))
    live = _live(uow, invoice_id)
    if live is None or _same_key(uow, invoice_id, invoice.firm_id, client_key, way) is not None:
        return None
    if live.state != "requires_action" or _is_open(uow, live, way, link_id):
        return None
    owed_minor = receivables_queries.owed_on(uow, invoice)
    _require_owed(uow, way, number=invoice.number, owed_minor=owed_minor, currency=invoice.currency)
    return live


def record_withdrawal(
    uow: UnitOfWork, *, attempt_id: UUID, answer: ProviderPayment | GatewayUnknown | GatewayRefused
) -> None:
    """Record how an attempt stands after it was withdrawn: canceled, or paid in the meantime.

    Raises `PaymentUnderWay` while nobody knows, or somebody has to look.
    """
    attempt = queries.lock_attempt(uow, attempt_id)
    if not isinstance(answer, ProviderPayment) or difference_of(attempt, answer):
        raise PaymentUnderWay
    uow.audit("payment.withdrawn", "payment_attempt", attempt_id, came_to=answer.state)
    record_payment(uow, attempt=attempt, seen=answer)


def _require_owed(uow: UnitOfWork, way: OnlineWay, *, number: str, owed_minor: int, currency: str) -> None:
    if not owed_minor:
        raise InvoiceAlreadyPaid(number=number)
    closed = ways.closed_because(uow, way, amount_minor=owed_minor, currency=currency)
    if closed:
        raise WayClosed(way=way, reason=closed[0], limit_minor=closed[1])


def _same_key(
    uow: UnitOfWork, invoice_id: UUID, firm_id: UUID, client_key: str, way: OnlineWay
) -> PaymentAttempt | None:
    same_key = uow.session.exec(
        select(PaymentAttempt).where(
            col(PaymentAttempt.organization_id) == firm_id,
            col(PaymentAttempt.client_key) == client_key,
        )
    ).one_or_none()
    if same_key is not None:
        if (same_key.invoice_id, same_key.way) != (invoice_id, way):
            raise KeyReused
        if same_key.state == "submitted":
            raise KeyInFlight
    return same_key


def _live(uow: UnitOfWork, invoice_id: UUID) -> PaymentAttempt | None:
    return uow.session.exec(
        select(PaymentAttempt).where(
            col(PaymentAttempt.invoice_id) == invoice_id, col(PaymentAttempt.state).in_(LIVE)
        )
    ).one_or_none()


def _is_open(uow: UnitOfWork, attempt: PaymentAttempt, way: OnlineWay, link_id: UUID | None) -> bool:
    """Whether an attempt's page or code can be given to whoever asks for this way here: it leads back to where it began."""
    same = (attempt.way, attempt.link_id) == (way, link_id)
    return attempt.state == "requires_action" and same and uow.wall < expires_at(attempt)


def expires_at(attempt: PaymentAttempt) -> datetime:
    """Return when a page or code is withdrawn unless it was paid, by the provider's clock, which no demo moves."""
    return attempt.created_at + ways.LIFE[OnlineWay(attempt.way)]


def request_of(attempt: PaymentAttempt) -> PaymentRequest:
    """Return what to ask of the provider: the same for every repeat, as its idempotency key demands."""
    place = (
        links.address_of(attempt.link_id, attempt.locale)
        if attempt.link_id
        else f"{settings().address}/app/invoices/{attempt.invoice_id}"
    )
    back = f"{place}?payment={attempt.id}"
    return PaymentRequest(
        attempt_id=attempt.id, key=attempt.provider_key, method=OnlineWay(attempt.way).value, amount_minor=attempt.amount_minor,
        currency=attempt.currency, title=attempt.title, return_url=back, cancel_url=back + "&canceled=1", locale=attempt.locale,
        expires_at=expires_at(attempt),
    )  # fmt: skip


def ask(gateway: Gateway, request: PaymentRequest) -> ProviderPayment | GatewayUnknown | GatewayRefused:
    """Ask the provider; call it with no transaction open."""
    try:
        return gateway.start(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def withdraw(gateway: Gateway, provider_ref: str) -> ProviderPayment | GatewayUnknown | GatewayRefused:
    """Ask the provider to close a page or code; call it with no transaction open."""
    try:
        return gateway.cancel(provider_ref)
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

    Late, repeated and out-of-order news change nothing. Raises `AmountDiffers`.
    """
    if differs := difference_of(attempt, seen):
        raise differs
    _note(attempt, seen)
    attempt.url, attempt.qr = seen.url or attempt.url, seen.qr or attempt.qr
    if seen.state == "succeeded":
        if attempt.state not in ATTEMPT.final:
            _succeed(uow, [attempt])
            attempt.next_at, attempt.tries = None, 0
    elif attempt.state not in ATTEMPT.final and seen.state != attempt.state:
        _move(uow, attempt, seen.state)
    uow.session.flush()


_COLLECTED = text("""
UPDATE payment_attempt p SET version = version + 1, state = c.state, state_since = :now, provider_ref = c.provider_ref,
       capture_ref = c.capture_ref, next_at = NULL, tries = 0
FROM jsonb_to_recordset(CAST(:collected AS jsonb)) AS c(id uuid, state text, provider_ref text, capture_ref text) WHERE p.id = c.id
""")


def record_captures(uow: UnitOfWork, told: Sequence[tuple[queries.Collecting, ProviderPayment]]) -> None:
    """Book payments that came in, each of a locked attempt of another invoice and of the amount that was asked for.

    What `record_payment` does for one, with one statement a table for all of them.
    """
    fresh = [(attempt, seen) for attempt, seen in told if attempt.state not in ATTEMPT.final]
    for attempt, seen in fresh:
        _note(attempt, seen)
    _succeed(uow, [attempt for attempt, _ in fresh])
    collected = [
        {name: getattr(of, name) for name in ("id", "state", "provider_ref", "capture_ref")}
        for of, _ in fresh
    ]
    facts = {"collected": orjson.dumps(collected).decode(), "now": uow.now}
    uow.session.connection().execute(_COLLECTED, facts)


def difference_of(attempt: Attempt, seen: ProviderPayment) -> AmountDiffers | None:
    """Tell how the provider's money differs from what an attempt asked for; nothing may be booked then."""
    if seen.state == attempt.state:
        return None
    if attempt.state in ATTEMPT.final:  # older news, unless there is money nobody waits for any more
        late = f"{seen.currency} {seen.amount_minor} for a payment that is {attempt.state}"
        return AmountDiffers("came_too_late", late) if seen.state == "succeeded" else None
    if (seen.amount_minor, seen.currency) == (attempt.amount_minor, attempt.currency):
        return None
    difference = f"{seen.currency} {seen.amount_minor} for {attempt.currency} {attempt.amount_minor}"
    return AmountDiffers("amount_differs", difference)


def _note(attempt: Attempt, seen: ProviderPayment) -> None:
    attempt.provider_ref = attempt.provider_ref or seen.provider_ref
    attempt.capture_ref = attempt.capture_ref or seen.capture_ref
    if isinstance(attempt, PaymentAttempt):
        attempt.method = attempt.method or seen.method


def note_method(uow: UnitOfWork, *, attempt_id: UUID, seen: ProviderPayment) -> None:
    """Note how a payment was paid, as the provider says; a refund asks for it, because each method has its window."""
    attempt = queries.lock_attempt(uow, attempt_id)
    attempt.method = attempt.method or seen.method
    uow.session.flush()


def _move(uow: UnitOfWork, attempt: PaymentAttempt, to: str) -> None:
    move = MOVE_TO[to]
    if attempt.state not in ATTEMPT.move(move).frm:
        return  # older news than what is known
    advance(uow, ATTEMPT, attempt, move)
    attempt.next_at, attempt.tries = None if to in ATTEMPT.final else uow.now + FIRST_LOOK * 10, 0
    if to == "failed":
        invoice = receivables_queries.get_invoice(uow.as_system(), invoice_id=attempt.invoice_id)
        uow.publish(
            PaymentFailed(
                payment_id=attempt.id, invoice_id=invoice.id, invoice_number=invoice.number, title=invoice.title,
                firm_id=invoice.firm_id, amount_minor=attempt.amount_minor,
            )
        )  # fmt: skip


def _succeed(uow: UnitOfWork, attempts: Sequence[Attempt]) -> None:
    """Settle, book and announce; the caller writes the attempts themselves."""
    if not attempts:
        return
    advance_all(uow, ATTEMPT, attempts, "succeed")
    applied = receivables.apply_payments(
        uow.as_system(),
        [receivables.Payment(of.invoice_id, of.provider, of.id, of.amount_minor) for of in attempts],
    )
    settled = list(zip(attempts, applied, strict=True))
    recipes.payments_captured(
        uow,
        [
            recipes.Capture(
                payment_id=of.id, provider=of.provider, provider_ref=of.capture_ref or "", invoice_id=to.invoice_id,
                contract_id=to.contract_id, payer_id=to.firm_id, gross_minor=of.amount_minor, applied_minor=to.applied_minor,
            )
            for of, to in settled
        ],
    )  # fmt: skip
    finish_settlements(uow, [Settlement(of.id, of.provider, to, of.amount_minor) for of, to in settled])


class Settlement(NamedTuple):
    """Money (fen) that came in by some way and how it was applied to an invoice."""

    payment_id: UUID
    method: str
    applied: Applied
    amount_minor: int


def finish_settlement(
    uow: UnitOfWork, *, payment_id: UUID, method: str, applied: Applied, amount_minor: int
) -> None:
    """Tell the contract below what was paid on it and announce PaymentSettled; the last step of every way to pay."""
    finish_settlements(uow, [Settlement(payment_id, method, applied, amount_minor)])


def finish_settlements(uow: UnitOfWork, settlements: Sequence[Settlement]) -> None:
    """Do what `finish_settlement` does for many payments at once."""
    contracts.settle_obligations(
        uow,
        [
            contracts.Receipt(of.applied.contract_id, of.applied.obligation_key, of.applied.applied_minor, of.payment_id)
            for of in settlements
            if of.applied.applied_minor
        ],
        settled_on=uow.today,
    )  # fmt: skip
    uow.publish(*(_settled(uow, settlement) for settlement in settlements))


def _settled(uow: UnitOfWork, of: Settlement) -> PaymentSettled:
    to = of.applied
    return PaymentSettled(
        payment_id=of.payment_id, method=of.method, invoice_id=to.invoice_id, invoice_number=to.invoice_number,
        contract_id=to.contract_id, title=to.title, university_id=to.university_id, firm_id=to.firm_id, firm_name=to.firm_name,
        amount_minor=of.amount_minor, applied_minor=to.applied_minor, received_on=uow.today,
    )  # fmt: skip
