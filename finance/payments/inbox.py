"""What providers announce: verified and stored raw at once, worked on later, each event once.

An edge: it commits, because a provider is never asked while a transaction is open. A notice only says where to look;
what it is about is fetched again, so that order, age and repetition do not matter.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial
from uuid import UUID

from sqlalchemy import text

from finance.payments import policy, queries
from finance.payments.errors import WebhookRefused
from finance.payments.gateway import EventRefused, Gateway, GatewayRefused, GatewayUnknown, ProviderPayment
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.models import ProviderNotice
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
AT_ONCE = 16
"""How many payments are looked after at the provider at the same time: its answers take far longer than our booking."""


def accept_notice(uow: UnitOfWork, *, gateway: Gateway, body: bytes, signature: str) -> bool:
    """Verify and store a webhook; False for one that is stored already. Raises `WebhookRefused`, stores nothing then."""
    try:
        event = gateway.read_event(body, signature)
    except EventRefused as refused:
        raise WebhookRefused(reason=refused.reason) from refused
    telling = event.kind in TELLING
    notice = {
        "id": new_id(), "now": uow.now, "provider": gateway.name, "event_id": event.event_id, "kind": event.kind,
        "object_ref": event.object_ref, "attempt_id": event.attempt_id, "body": body,
        "state": "received" if telling else "ignored", "next_at": uow.now if telling else None,
    }  # fmt: skip
    return uow.session.connection().execute(_STORE, notice).rowcount == 1


_STORE = text("""
INSERT INTO provider_notice (id, version, created_at, provider, event_id, kind, object_ref, attempt_id, body, received_at, state, tries, next_at)
VALUES (:id, 1, :now, :provider, :event_id, :kind, :object_ref, :attempt_id, :body, :now, :state, 0, :next_at)
ON CONFLICT (provider, event_id) DO NOTHING
""")
_CLAIM = text("""
WITH due AS (
  SELECT id FROM provider_notice WHERE state = 'received' AND provider = :provider AND next_at <= :now
  ORDER BY next_at, id LIMIT :most FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE provider_notice n SET version = version + 1, tries = tries + 1,
         next_at = :now + greatest(:lease, least(interval '1 hour', power(2, tries + 1) * interval '1 second'))
  FROM due WHERE n.id = due.id RETURNING n.id, n.kind, n.tries, n.provider, n.object_ref, n.attempt_id
)
SELECT c.id, c.kind, c.tries, a.id AS attempt_id, a.provider_ref, a.created_at AS since
FROM claimed c LEFT JOIN payment_attempt a ON a.id = coalesce(
  c.attempt_id, (SELECT p.id FROM payment_attempt p WHERE p.provider = c.provider AND p.provider_ref = c.object_ref))
""")
_SETTLE = text("""
UPDATE provider_notice SET version = version + 1, state = CAST(:state AS varchar), last_error = :error,
       next_at = CASE CAST(:state AS varchar) WHEN 'received' THEN next_at END,
       handled_at = CASE CAST(:state AS varchar) WHEN 'done' THEN CAST(:now AS timestamptz) END
WHERE id = :id AND state = 'received'
""")


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A notice that is ours for the time of the lease, and the attempt that it is about."""

    id: UUID
    kind: str
    tries: int
    attempt_id: UUID
    provider_ref: str | None
    since: datetime


def apply_inbox(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Work on the notices that have waited longest; returns how many.

    The provider is asked about all of them at once, then each is recorded and booked in a transaction of its own.
    """
    gateway = gateway or stripe_gateway()
    facts = {"provider": gateway.name, "now": uow.now, "most": AT_ONCE, "lease": LEASE}
    claimed = uow.rows(_CLAIM, **facts)
    notices = [_Claimed(**row) for row in claimed if row["attempt_id"] is not None]
    for row in claimed:
        if row["attempt_id"] is None:  # nothing of ours: no money moves, a person may look
            _settle(uow, row["id"], row["kind"], "unknown_object", park=True)
    uow.session.commit()
    if notices:
        seen = list(_lookers().map(partial(_look, gateway), notices))
        for notice, answer in zip(notices, seen, strict=True):
            _record(uow, notice, answer)
            uow.session.commit()
    return len(claimed)


@lru_cache(maxsize=1)
def _lookers() -> ThreadPoolExecutor:
    """The threads of this process that ask: each keeps its connection to the provider from one batch to the next."""
    return ThreadPoolExecutor(AT_ONCE, "provider")


os.register_at_fork(after_in_child=_lookers.cache_clear)  # threads stay behind in the parent


def _look(gateway: Gateway, notice: _Claimed) -> ProviderPayment | str:
    """Give what the provider says, or why it does not. Runs beside others, so it touches no database."""
    try:
        if notice.provider_ref:
            return gateway.fetch(notice.provider_ref)
        return gateway.find(notice.attempt_id, notice.since - timedelta(hours=1)) or "not_at_provider"
    except (GatewayUnknown, GatewayRefused) as outcome:
        return str(outcome)


def _record(uow: UnitOfWork, notice: _Claimed, seen: ProviderPayment | str) -> None:
    error, park = None, notice.tries >= MOST_TRIES
    if isinstance(seen, str):
        error = seen
    else:
        try:
            record_payment(uow, attempt=queries.lock_attempt(uow, notice.attempt_id), seen=seen)
        except FeeNotKnown:
            error = "fee_not_known"
        except AmountDiffers as differs:
            error, park = f"amount_differs {differs}", True
    _settle(uow, notice.id, notice.kind, error, park=park)


def _settle(uow: UnitOfWork, notice_id: UUID, kind: str, error: str | None, *, park: bool) -> None:
    """Close a notice; with an error, leave it for another look or park it for a person."""
    state = "done" if error is None else "parked" if park else "received"
    facts = {"id": notice_id, "state": state, "error": error, "now": uow.now}
    # another worker may have finished it after our lease ran out
    ours = uow.session.connection().execute(_SETTLE, facts).rowcount == 1
    if ours and state == "parked":
        uow.audit("provider_notice.parked", "provider_notice", notice_id, reason=error, kind=kind)


def replay_notice(uow: UnitOfWork, *, notice_id: UUID) -> None:
    """Put a parked notice back to work; raises `Forbidden`, and `NotFound` unless it is parked."""
    require(policy.can_replay(uow.actor))
    notice = uow.session.get(ProviderNotice, notice_id)
    if notice is None or notice.state != "parked":
        raise NotFound(what="notice")
    notice.state, notice.tries, notice.next_at = "received", 0, uow.now
    uow.audit("provider_notice.replayed", "provider_notice", notice_id)
