"""Finds out what became of refunds that nobody finished, and hears the provider's notices about them.

An edge: it commits between asking and recording. A refund is looked for by our id before it is asked again, so that it goes
once whatever was cut off where; once the provider may have forgotten our key, a person decides.
"""

from uuid import UUID

from sqlmodel import col, select

from finance.payments import inbox
from finance.payments.gateway import (
    KEY_LIFE,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderRefund,
    RefundRequest,
    next_look,
)
from finance.payments.gateways.stripe import stripe_gateway
from finance.refunds import queries, service
from finance.refunds.models import Refund
from finance.refunds.states import ASKED
from marketplace.core.uow import UnitOfWork

Answer = ProviderRefund | GatewayUnknown | GatewayRefused | None


def complete_refunds(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Look after the refund that has waited longest; returns 0 when none is due."""
    gateway = gateway or stripe_gateway()
    row = uow.session.exec(
        select(Refund)
        .where(
            col(Refund.next_at) <= uow.now,
            col(Refund.provider) == gateway.name,
            col(Refund.state).in_(ASKED),
        )
        .order_by(col(Refund.next_at), col(Refund.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return 0
    row.tries += 1
    row.next_at = next_look(uow.now, row.tries)
    refund_id, ref, request = row.id, row.provider_ref, service.request_of(uow, row.id)
    repeatable = row.submitted_at is not None and uow.wall - row.submitted_at < KEY_LIFE
    uow.session.flush()
    uow.session.commit()

    answer = _look(gateway, ref, request, repeatable=repeatable)
    _record(uow, refund_id, answer, started=ref is not None)
    uow.session.commit()
    return 1


def _look(gateway: Gateway, ref: str | None, request: RefundRequest, *, repeatable: bool) -> Answer:
    try:
        if ref is not None:
            return gateway.fetch_refund(ref)
        found = gateway.find_refund(request.capture_ref, request.refund_id)
        return found or (gateway.refund(request) if repeatable else None)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def _record(uow: UnitOfWork, refund_id: UUID, answer: Answer, *, started: bool) -> None:
    row = queries.lock_refund(uow, refund_id)
    if answer is None:
        row.next_at, row.last_error = None, "not found at the provider: a person decides"
        uow.audit("refund.unresolved", "refund", row.id)
    elif isinstance(answer, ProviderRefund):
        try:
            service.record_refund(uow, row=row, seen=answer)
        except service.RefundDiffers as differs:
            row.next_at, row.last_error = None, f"differs: {differs}"
            uow.audit("refund.differs", "refund", row.id, difference=str(differs))
    elif started:
        row.last_error = str(answer)  # asked again later
    else:
        service.record_answer(uow, refund_id=refund_id, answer=answer)


def apply_refund_notices(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Work on the provider's notices about refunds that have waited longest; returns how many.

    The provider is asked how each stands now, so order, age and repetition do not matter. One of which nothing is known here,
    a refund that somebody made on the provider's own pages, is parked for a person.
    """
    gateway = gateway or stripe_gateway()
    claimed = inbox.claim_notices(uow, provider=gateway.name, kinds=inbox.REFUND_NEWS)
    uow.session.commit()
    for notice in claimed:
        known = _known(uow, notice)
        uow.session.commit()
        if known is None:
            inbox.close_notice(uow, notice, "unknown_object", park=True)
        else:
            _hear(uow, gateway, notice, known)
        uow.session.commit()
    return len(claimed)


def _known(uow: UnitOfWork, notice: inbox.Claimed) -> UUID | None:
    rows = uow.rows(
        "SELECT id FROM refund WHERE id = :id OR provider_ref = :ref",
        id=notice.refund_id,
        ref=notice.object_ref,
    )
    return rows[0]["id"] if rows else None


def _hear(uow: UnitOfWork, gateway: Gateway, notice: inbox.Claimed, refund_id: UUID) -> None:
    try:
        seen = gateway.fetch_refund(notice.object_ref)
        service.record_refund(uow, row=queries.lock_refund(uow, refund_id), seen=seen)
        inbox.close_notice(uow, notice, None)
    except (GatewayUnknown, GatewayRefused) as outcome:
        inbox.close_notice(uow, notice, str(outcome))
    except service.RefundDiffers as differs:
        inbox.close_notice(uow, notice, f"refund_differs {differs}", park=True)
