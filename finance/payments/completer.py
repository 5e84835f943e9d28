"""Finishes attempts that nobody finished: a crash after the decision, a call cut short, a webhook that never came.

An edge: it commits between asking and recording. Only the provider's own answer settles an attempt: asked again under
the same key while the provider remembers it, else looked for by our id, as when it remembers the key with other
contents, which is a defect that administrators are told of; if it is nowhere, a person decides. A page or code that was
not paid in its time is withdrawn there, because not every kind ends by itself.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from finance.payments import queries, troubles
from finance.payments.gateway import (
    KEY_LIFE,
    Gateway,
    GatewayMisused,
    GatewayRefused,
    GatewayUnknown,
    PaymentRequest,
    ProviderPayment,
    next_look,
)
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import TroubleKind
from finance.payments.service import (
    AmountDiffers,
    record_answer,
    record_payment,
    request_of,
)
from finance.payments.states import LIVE
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork


def complete_attempts(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Look after the attempt that has waited longest; returns 0 when none is due."""
    gateway = gateway or stripe_gateway()
    attempt = uow.session.exec(
        select(PaymentAttempt)
        .where(
            col(PaymentAttempt.next_at) <= uow.now,
            col(PaymentAttempt.provider) == gateway.name,
            col(PaymentAttempt.state).in_(LIVE),
        )
        .order_by(col(PaymentAttempt.next_at), col(PaymentAttempt.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if attempt is None:
        return 0
    attempt.tries += 1
    attempt.next_at = next_look(uow.now, attempt.tries)
    attempt_id, ref, request, born = attempt.id, attempt.provider_ref, request_of(attempt), attempt.created_at
    over = attempt.state == "requires_action" and uow.wall >= request.expires_at
    uow.session.commit()

    answer = _ask_again(gateway, ref, request, born, over=over)
    if isinstance(answer, GatewayMisused):
        detail = f"payment {attempt_id}: {answer}"
        troubles.count_trouble(uow, provider=gateway.name, kind=TroubleKind.KEY_MISUSED, detail=detail)
        uow.session.commit()
        answer = _look_for(gateway, attempt_id, born)
    _record(uow, attempt_id, answer, started=ref is not None)
    uow.session.commit()
    return 1


def _ask_again(
    gateway: Gateway, ref: str | None, request: PaymentRequest, born: datetime, *, over: bool
) -> ProviderPayment | GatewayUnknown | GatewayRefused | None:
    try:
        if ref is not None:
            return gateway.cancel(ref) if over else gateway.fetch(ref)
        if utc_now() - born < KEY_LIFE:  # the provider's clock, which no demo moves
            return gateway.start(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome
    return _look_for(gateway, request.attempt_id, born)


def _look_for(
    gateway: Gateway, attempt_id: UUID, born: datetime
) -> ProviderPayment | GatewayUnknown | GatewayRefused | None:
    try:
        return gateway.find(attempt_id, born - timedelta(hours=1))
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def _record(
    uow: UnitOfWork,
    attempt_id: UUID,
    answer: ProviderPayment | GatewayUnknown | GatewayRefused | None,
    *,
    started: bool,
) -> None:
    attempt = queries.lock_attempt(uow, attempt_id)
    if answer is None:
        attempt.next_at, attempt.last_error = None, "not found at the provider: a person decides"
        uow.audit("payment.unresolved", "payment_attempt", attempt.id)
    elif isinstance(answer, ProviderPayment):
        try:
            record_payment(uow, attempt=attempt, seen=answer)
        except AmountDiffers as differs:
            attempt.next_at, attempt.last_error = None, f"{differs.code} {differs}"
            uow.audit("payment.amount_differs", "payment_attempt", attempt.id, difference=str(differs))
    elif started or isinstance(answer, GatewayUnknown):
        attempt.last_error = str(answer)  # asked again later
        if not started:
            record_answer(uow, attempt_id=attempt.id, answer=GatewayUnknown(str(answer)))
    else:
        record_answer(uow, attempt_id=attempt.id, answer=answer)
