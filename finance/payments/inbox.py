"""What providers announce: verified and stored raw at once, worked on later, each event once.

An edge: it commits, because a provider is never asked while a transaction is open. A notice only says where to look;
what it is about is fetched again, so that order, age and repetition do not matter.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.payments import policy, queries
from finance.payments.errors import WebhookRefused
from finance.payments.gateway import EventRefused, Gateway, GatewayRefused, GatewayUnknown, ProviderPayment
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.models import PaymentAttempt, ProviderNotice
from finance.payments.service import AmountDiffers, FeeNotKnown, record_payment
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

TELLING = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.expired",
        "payment_intent.succeeded",
    }
)
"""The events that make us look; every other kind is stored and left alone."""

LEASE = timedelta(seconds=60)
MOST_TRIES = 12


def accept_notice(uow: UnitOfWork, *, gateway: Gateway, body: bytes, signature: str) -> bool:
    """Verify and store a webhook; False for one that is stored already. Raises `WebhookRefused`, stores nothing then."""
    try:
        event = gateway.read_event(body, signature)
    except EventRefused as refused:
        raise WebhookRefused(reason=refused.reason) from refused
    telling = event.kind in TELLING
    statement = (
        insert(ProviderNotice)
        .values(
            id=new_id(), version=1, created_at=uow.now, provider=gateway.name, event_id=event.event_id, kind=event.kind,
            object_ref=event.object_ref, attempt_id=event.attempt_id, body=body, received_at=uow.now,
            state="received" if telling else "ignored", tries=0, next_at=uow.now if telling else None,
        )
        .on_conflict_do_nothing(index_elements=["provider", "event_id"])
        .returning(col(ProviderNotice.id))
    )  # fmt: skip
    return uow.session.connection().execute(statement).first() is not None


def apply_inbox(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Work on the notice that has waited longest: look at the provider, record, book. Returns 0 when none is due."""
    gateway = gateway or stripe_gateway()
    notice = uow.session.exec(
        select(ProviderNotice)
        .where(
            col(ProviderNotice.state) == "received",
            col(ProviderNotice.provider) == gateway.name,
            col(ProviderNotice.next_at) <= uow.now,
        )
        .order_by(col(ProviderNotice.next_at), col(ProviderNotice.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if notice is None:
        return 0
    notice.tries += 1
    notice.next_at = uow.now + max(LEASE, min(timedelta(hours=1), timedelta(seconds=2**notice.tries)))
    attempt = _attempt_of(uow, notice)
    notice_id, looked_for = (
        notice.id,
        (attempt.id, attempt.provider_ref, attempt.created_at) if attempt else None,
    )
    uow.session.commit()

    error = "unknown_object"  # nothing of ours: no money moves, a person may look
    seen: ProviderPayment | None = None
    if looked_for is not None:
        try:
            seen = _look(gateway, *looked_for)
            error = "" if seen else "not_at_provider"
        except (GatewayUnknown, GatewayRefused) as outcome:
            error = str(outcome)
    _finish(uow, notice_id, looked_for[0] if looked_for else None, seen, error)
    uow.session.commit()
    return 1


def _attempt_of(uow: UnitOfWork, notice: ProviderNotice) -> PaymentAttempt | None:
    if notice.attempt_id is not None:
        return uow.session.get(PaymentAttempt, notice.attempt_id)
    return uow.session.exec(
        select(PaymentAttempt).where(
            col(PaymentAttempt.provider) == notice.provider,
            col(PaymentAttempt.provider_ref) == notice.object_ref,
        )
    ).one_or_none()


def _look(
    gateway: Gateway, attempt_id: UUID, provider_ref: str | None, since: datetime
) -> ProviderPayment | None:
    return (
        gateway.fetch(provider_ref) if provider_ref else gateway.find(attempt_id, since - timedelta(hours=1))
    )


def _finish(
    uow: UnitOfWork, notice_id: UUID, attempt_id: UUID | None, seen: ProviderPayment | None, error: str
) -> None:
    notice = uow.session.exec(
        select(ProviderNotice)
        .where(col(ProviderNotice.id) == notice_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if notice.state != "received":
        return  # another worker finished it after our lease ran out
    if seen is not None and attempt_id is not None:
        error = _record(uow, attempt_id, seen)
    if not error:
        notice.state, notice.handled_at, notice.next_at, notice.last_error = "done", uow.now, None, None
        return
    notice.last_error = error
    if error == "unknown_object" or error.startswith("amount") or notice.tries >= MOST_TRIES:
        notice.state, notice.next_at = "parked", None
        uow.audit("provider_notice.parked", "provider_notice", notice.id, reason=error, kind=notice.kind)


def _record(uow: UnitOfWork, attempt_id: UUID, seen: ProviderPayment) -> str:
    try:
        with uow.session.begin_nested():
            record_payment(uow, attempt=queries.lock_attempt(uow, attempt_id), seen=seen)
    except AmountDiffers as differs:
        return f"amount_differs {differs}"
    except FeeNotKnown:
        return "fee_not_known"
    return ""


def replay_notice(uow: UnitOfWork, *, notice_id: UUID) -> None:
    """Put a parked notice back to work; raises `Forbidden`, and `NotFound` unless it is parked."""
    require(policy.can_replay(uow.actor))
    notice = uow.session.get(ProviderNotice, notice_id)
    if notice is None or notice.state != "parked":
        raise NotFound(what="notice")
    notice.state, notice.tries, notice.next_at = "received", 0, uow.now
    uow.audit("provider_notice.replayed", "provider_notice", notice_id)
