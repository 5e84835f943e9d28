"""Reads of the room."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from finance.payments import policy
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import ParkedNotice, PaymentView
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_PAYMENT = """
SELECT p.id, p.invoice_id, i.number AS invoice_number, p.provider, p.state, p.state_since, p.currency, p.amount_minor,
       p.fee_minor, p.method, CASE WHEN p.state = 'requires_action' THEN p.url END AS url, i.firm_id, i.university_id
FROM payment_attempt p JOIN invoice i ON i.id = p.invoice_id WHERE p.id = :id
"""


def get_payment(uow: UnitOfWork, *, payment_id: UUID) -> PaymentView:
    """Return an attempt that the actor may see; raises `NotFound`."""
    rows = uow.rows(_PAYMENT, id=payment_id)
    if not rows or not policy.can_see_payment(
        uow.actor, rows[0].pop("firm_id"), rows[0].pop("university_id")
    ):
        raise NotFound(what="payment")
    return PaymentView(**rows[0])


def lock_attempt(uow: UnitOfWork, attempt_id: UUID) -> PaymentAttempt:
    """Lock an attempt for a change; raises `NotFound`."""
    row = uow.session.exec(
        select(PaymentAttempt)
        .where(col(PaymentAttempt.id) == attempt_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise NotFound(what="payment")
    return row


@dataclass(slots=True)
class Collecting:
    """A locked attempt as far as money that comes in for it needs it; amounts in minor units."""

    id: UUID
    state: str
    state_since: datetime
    invoice_id: UUID
    provider: str
    provider_ref: str | None
    capture_ref: str | None
    amount_minor: int
    currency: str


_COLLECTING = text("""
SELECT id, state, state_since, invoice_id, provider, provider_ref, capture_ref, amount_minor, currency
FROM payment_attempt WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
""")


def lock_collecting(uow: UnitOfWork, attempt_ids: Collection[UUID]) -> list[Collecting]:
    """Lock attempts for which money came in, always in the same order; what is written is written by the service."""
    return [Collecting(**row) for row in uow.rows(_COLLECTING, ids=list(attempt_ids))]


def list_parked_notices(uow: UnitOfWork) -> list[ParkedNotice]:
    """Return the notices that wait for a person, oldest first, at most 200; raises `Forbidden`."""
    require(policy.can_replay(uow.actor))
    rows = uow.rows(
        "SELECT id, provider, event_id, kind, object_ref, attempt_id AS payment_id, received_at, tries, last_error"
        " FROM provider_notice WHERE state = 'parked' ORDER BY received_at, id LIMIT 200"
    )
    return [ParkedNotice(**row) for row in rows]
