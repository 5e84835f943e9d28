"""Hears the provider's notices about disputes, finds those whose notices were lost, and finishes evidence that was cut off.

An edge: it commits, because a provider is never asked while a transaction is open. It is asked how each dispute stands now, so
order, age and repetition of notices do not matter.
"""

import logging
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from finance.disputes import service
from finance.disputes.models import Dispute
from finance.disputes.schemas import PaymentDisputeState as S
from finance.distributions.errors import IncomeNotCounted, RefundOfIncomeUnderWay
from finance.ledger.errors import BalanceTooLow
from finance.payments import inbox
from finance.payments.gateway import (
    KEY_LIFE,
    Evidence,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderDispute,
    next_look,
)
from finance.payments.gateways.stripe import stripe_gateway
from marketplace.core.uow import UnitOfWork

log = logging.getLogger("xianyong.disputes")

LOOK_BACK = timedelta(days=200)
"""How far back the provider is asked for disputes: one is decided within about three months of its opening."""
_LATER = (service.NotCapturedYet, IncomeNotCounted, RefundOfIncomeUnderWay)
_FOR_A_PERSON = (service.PaymentUnknown, service.DisputeDiffers, BalanceTooLow)


def apply_dispute_notices(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Work on the provider's notices about disputes that have waited longest; returns how many.

    One about a payment that is none of ours, or that says what cannot be, is parked for a person.
    """
    gateway = gateway or stripe_gateway()
    claimed = inbox.claim_notices(uow, provider=gateway.name, kinds=inbox.DISPUTE_NEWS)
    uow.session.commit()
    for notice in claimed:
        try:
            error, park = _record(uow, gateway, gateway.fetch_dispute(notice.object_ref)), False
            if error:
                park = error.startswith(_PARKED)
        except (GatewayUnknown, GatewayRefused) as outcome:
            error, park = str(outcome), False
        inbox.close_notice(uow, notice, error, park=park)
        uow.session.commit()
    return len(claimed)


_PARKED = "dispute_needs_a_person"


def _record(uow: UnitOfWork, gateway: Gateway, seen: ProviderDispute) -> str | None:
    """Record what is told of one dispute in a transaction of its own; returns why it could not be, for later or for a person."""
    try:
        service.record_dispute(uow, provider=gateway.name, seen=seen)
        uow.session.commit()
    except _LATER as reason:
        uow.session.rollback()
        return f"{type(reason).__name__} {reason}"
    except _FOR_A_PERSON as reason:
        uow.session.rollback()
        return f"{_PARKED} {type(reason).__name__} {reason}"
    return None


def find_disputes(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Ask the provider for all its disputes of late, and record what no notice told; returns 0: the clock asks again next time."""
    gateway = gateway or stripe_gateway()
    uow.session.commit()
    try:
        told = gateway.list_disputes(uow.wall - LOOK_BACK)
    except (GatewayUnknown, GatewayRefused) as outcome:
        log.warning("disputes could not be listed: %s", outcome)
        return 0
    for seen in reversed(told):
        if error := _record(uow, gateway, seen):
            log.warning("dispute %s: %s", seen.provider_ref, error)
    return 0


def complete_disputes(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Look after the evidence that has been on its way longest; returns 0 when none is.

    The provider is asked whether it has it before it is sent again under the same key; once the provider may have forgotten
    the key, it is a person's to send.
    """
    gateway = gateway or stripe_gateway()
    row = uow.session.exec(
        select(Dispute)
        .where(
            col(Dispute.next_at) <= uow.now,
            col(Dispute.provider) == gateway.name,
            col(Dispute.state) == S.SENDING,
        )
        .order_by(col(Dispute.next_at), col(Dispute.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return 0
    row.tries += 1
    row.next_at = next_look(uow.now, row.tries)
    dispute_id, answer = row.id, service.evidence_of(uow, row.id)
    repeatable = row.asked_at is not None and uow.wall - row.asked_at < KEY_LIFE
    uow.session.flush()
    uow.session.commit()
    _finish(uow, dispute_id, _ask_again(gateway, answer, repeatable=repeatable))
    uow.session.commit()
    return 1


def _ask_again(
    gateway: Gateway, answer: Evidence, *, repeatable: bool
) -> ProviderDispute | GatewayUnknown | GatewayRefused:
    try:
        seen = gateway.fetch_dispute(answer.provider_ref)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return GatewayUnknown(str(outcome))
    if seen.state != "needs_response":
        return seen
    if not repeatable:
        return GatewayRefused("not at the provider: to be sent again by a person")
    return service.ask(gateway, answer)


def _finish(
    uow: UnitOfWork, dispute_id: UUID, answer: ProviderDispute | GatewayUnknown | GatewayRefused
) -> None:
    try:
        service.record_answer(uow, dispute_id=dispute_id, answer=answer)
    except (*_LATER, *_FOR_A_PERSON) as reason:
        uow.session.rollback()
        log.warning("dispute %s: %s", dispute_id, reason)
