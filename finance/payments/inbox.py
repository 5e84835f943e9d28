"""What providers announce: verified and stored raw at once, worked on later, each event once.

An edge: it commits, because a provider is never asked while a transaction is open. A verified notice of money that came
in is taken at its word, since nothing told before or after undoes it; for any other the provider is asked how things
stand now. So order, age and repetition do not matter.
"""

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import text

from finance.payments import policy, queries
from finance.payments.errors import WebhookRefused
from finance.payments.gateway import (
    EventRefused,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderEvent,
    ProviderPayment,
)
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.models import ProviderNotice
from finance.payments.service import AmountDiffers, difference_of, record_captures, record_payment
from marketplace.core.db import driver_text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork, each_by_itself

log = logging.getLogger("xianyong.payments")

PAYMENT_NEWS = (
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "payment_intent.processing",
    "payment_intent.payment_failed",
    "payment_intent.canceled",
)
REFUND_NEWS = ("refund.created", "refund.updated", "refund.failed")
DISPUTE_NEWS = (
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.funds_reinstated",
)
CONNECT_NEWS = ("account.updated", "transfer.created", "transfer.reversed", "payout.paid", "payout.failed")
TELLING = frozenset({*PAYMENT_NEWS, *REFUND_NEWS, *DISPUTE_NEWS, *CONNECT_NEWS})
"""The events that make us look; every other kind is stored and left alone. Those of other rooms are worked on by them."""

LEASE = timedelta(seconds=60)
MOST_TRIES = 12
AT_ONCE = 64
"""How many notices are worked on together."""
ASKED_AT_ONCE = 16
"""How many payments are asked after at the provider at the same time: its answers take far longer than our booking."""


class Notice(NamedTuple):
    """A verified webhook of a provider with its raw bytes."""

    provider: str
    event: ProviderEvent
    body: bytes


def read_notice(gateway: Gateway, body: bytes, signature: str) -> Notice:
    """Verify a webhook; raises `WebhookRefused`."""
    try:
        return Notice(gateway.name, gateway.read_event(body, signature), body)
    except EventRefused as refused:
        raise WebhookRefused(reason=refused.reason) from refused


def store_notices(uow: UnitOfWork, notices: Sequence[Notice]) -> int:
    """Store verified webhooks, each event of the provider once; returns how many were news."""
    return uow.session.connection().exec_driver_sql(STORE, facts_of(notices, uow.now)).rowcount


def facts_of(notices: Sequence[Notice], now: datetime) -> dict[str, Any]:
    """Return what `STORE` takes: the columns of webhooks that came in at the same time."""
    columns = zip(
        *(
            (new_id(), of.provider, of.event.event_id, of.event.kind, of.event.object_ref, of.event.attempt_id,
             of.event.refund_id, of.body, of.event.kind in TELLING)
            for of in notices
        ), strict=True,
    )  # fmt: skip
    return dict(zip(_COLUMNS, map(list, columns), strict=True), now=now)


_COLUMNS = ("ids", "providers", "event_ids", "kinds", "objects", "attempts", "refunds", "bodies", "telling")
STORE = driver_text("""
INSERT INTO provider_notice
  (id, version, created_at, provider, event_id, kind, object_ref, attempt_id, refund_id, body, received_at, state, tries, next_at)
SELECT id, 1, :now, provider, event_id, kind, object_ref, attempt_id, refund_id, body, :now,
       CASE WHEN telling THEN 'received' ELSE 'ignored' END, 0, CASE WHEN telling THEN CAST(:now AS timestamptz) END
  FROM unnest(CAST(:ids AS uuid[]), CAST(:providers AS text[]), CAST(:event_ids AS text[]), CAST(:kinds AS text[]),
              CAST(:objects AS text[]), CAST(:attempts AS uuid[]), CAST(:refunds AS uuid[]), CAST(:bodies AS bytea[]),
              CAST(:telling AS boolean[]))
       AS notice(id, provider, event_id, kind, object_ref, attempt_id, refund_id, body, telling)
ON CONFLICT (provider, event_id) DO NOTHING
""")
_CLAIM = text("""
WITH due AS (
  SELECT id FROM provider_notice WHERE state = 'received' AND provider = :provider AND kind = ANY(:kinds) AND next_at <= :now
  ORDER BY next_at, id LIMIT :most FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE provider_notice n SET version = version + 1, tries = tries + 1,
         next_at = :now + greatest(:lease, least(interval '1 hour', power(2, tries + 1) * interval '1 second'))
  FROM due WHERE n.id = due.id RETURNING n.id, n.kind, n.tries, n.provider, n.object_ref, n.attempt_id, n.refund_id, n.body
)
SELECT c.id, c.kind, c.tries, c.body, c.object_ref, c.refund_id, a.id AS attempt_id, a.provider_ref, a.created_at AS since
FROM claimed c LEFT JOIN payment_attempt a ON a.id = coalesce(
  c.attempt_id, (SELECT p.id FROM payment_attempt p WHERE p.provider = c.provider AND p.provider_ref = c.object_ref))
""")
_SETTLE = text("""
UPDATE provider_notice SET version = version + 1, state = CAST(:state AS varchar), last_error = :error,
       next_at = CASE CAST(:state AS varchar) WHEN 'received' THEN next_at END,
       handled_at = CASE CAST(:state AS varchar) WHEN 'done' THEN CAST(:now AS timestamptz) END
WHERE id = ANY(:ids) AND state = 'received'
""")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice that is ours for the time of the lease, and the attempt that it is about, if it is one of ours."""

    id: UUID
    kind: str
    tries: int
    body: bytes
    object_ref: str
    refund_id: UUID | None
    attempt_id: UUID | None
    provider_ref: str | None
    since: datetime | None


@dataclass(frozen=True, slots=True)
class _OfPayment(Claimed):
    """A claimed notice about an attempt of ours."""

    attempt_id: UUID
    since: datetime


def claim_notices(uow: UnitOfWork, *, provider: str, kinds: Sequence[str]) -> list[Claimed]:
    """Take the notices of some kinds that have waited longest, for the time of a lease; the caller commits, then works."""
    facts = {"provider": provider, "kinds": list(kinds), "now": uow.now, "most": AT_ONCE, "lease": LEASE}
    return [(_OfPayment if row["attempt_id"] else Claimed)(**row) for row in uow.rows(_CLAIM, **facts)]


def apply_inbox(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Work on the notices that have waited longest; returns how many.

    Money that came in is booked in one transaction for all of them. About the others the provider is asked all at once,
    then each is recorded in a transaction of its own.
    """
    gateway = gateway or stripe_gateway()
    claimed = claim_notices(uow, provider=gateway.name, kinds=PAYMENT_NEWS)
    notices = [notice for notice in claimed if isinstance(notice, _OfPayment)]
    for notice in claimed:
        if notice.attempt_id is None:  # nothing of ours: no money moves, a person may look
            close_notice(uow, notice, "unknown_object", park=True)
    uow.session.commit()
    told, again, others = {}, [], []
    for notice in notices:
        payment = gateway.told(notice.body)
        if payment and notice.attempt_id not in told:
            told[notice.attempt_id] = notice, payment
        elif payment:  # a page and the intent behind it tell of the same money
            again.append((notice, payment))
        else:
            others.append(notice)
    if told:
        _book(uow, told)
    if again:
        _each(uow, again)
    if others:
        _each(uow, zip(others, list(_lookers().map(partial(_look, gateway), others)), strict=True))
    return len(claimed)


def _book(uow: UnitOfWork, told: Mapping[UUID, tuple[_OfPayment, ProviderPayment]]) -> None:
    """Book money that came in together; if that cannot be, each by itself, and what is wrong with one is that one's."""
    try:
        attempts = queries.lock_collecting(uow, told)
        news = [(attempt, told[attempt.id][1]) for attempt in attempts]
        invoices = {attempt.invoice_id for attempt in attempts}
        if len(invoices) == len(told) and not any(difference_of(*pair) for pair in news):
            record_captures(uow, news)
            _settle(uow, [notice.id for notice, _ in told.values()], "done", None)
            uow.session.commit()
            return
    except Exception as reason:  # noqa: BLE001 - it comes again when that one is booked by itself
        log.warning("%s payments are booked one by one: %s", len(told), reason)
    uow.session.rollback()
    _each(uow, told.values())


def _each(uow: UnitOfWork, seen: Iterable[tuple[_OfPayment, ProviderPayment | str]]) -> None:
    """Record what is known about each payment, whatever becomes of the others."""
    each_by_itself(uow, (partial(_record, uow, notice, payment) for notice, payment in seen))


@lru_cache(maxsize=1)
def _lookers() -> ThreadPoolExecutor:
    """The threads of this process that ask: each keeps its connection to the provider from one batch to the next."""
    return ThreadPoolExecutor(ASKED_AT_ONCE, "provider")


os.register_at_fork(after_in_child=_lookers.cache_clear)  # threads stay behind in the parent


def _look(gateway: Gateway, notice: _OfPayment) -> ProviderPayment | str:
    """Give what the provider says, or why it does not. Runs beside others, so it touches no database."""
    try:
        if notice.provider_ref:
            return gateway.fetch(notice.provider_ref)
        return gateway.find(notice.attempt_id, notice.since - timedelta(hours=1)) or "not_at_provider"
    except (GatewayUnknown, GatewayRefused) as outcome:
        return str(outcome)


def _record(uow: UnitOfWork, notice: _OfPayment, seen: ProviderPayment | str) -> None:
    error, park = None, False
    if isinstance(seen, str):
        error = seen
    else:
        try:
            record_payment(uow, attempt=queries.lock_attempt(uow, notice.attempt_id), seen=seen)
        except AmountDiffers as differs:
            error, park = f"{differs.code} {differs}", True
    close_notice(uow, notice, error, park=park)


def close_notice(uow: UnitOfWork, notice: Claimed, error: str | None, *, park: bool = False) -> None:
    """Close a claimed notice; with an error, leave it for another look or park it for a person, as after too many tries."""
    park = park or notice.tries >= MOST_TRIES
    state = "done" if error is None else "parked" if park else "received"
    # another worker may have finished it after our lease ran out
    ours = _settle(uow, [notice.id], state, error) == 1
    if ours and state == "parked":
        uow.audit("provider_notice.parked", "provider_notice", notice.id, reason=error, kind=notice.kind)


def _settle(uow: UnitOfWork, notice_ids: list[UUID], state: str, error: str | None) -> int:
    facts = {"ids": notice_ids, "state": state, "error": error, "now": uow.now}
    return uow.session.connection().execute(_SETTLE, facts).rowcount


def replay_notice(uow: UnitOfWork, *, notice_id: UUID) -> None:
    """Put a parked notice back to work; raises `Forbidden`, and `NotFound` unless it is parked."""
    require(policy.can_replay(uow.actor))
    notice = uow.session.get(ProviderNotice, notice_id)
    if notice is None or notice.state != "parked":
        raise NotFound(what="notice")
    notice.state, notice.tries, notice.next_at = "received", 0, uow.now
    uow.audit("provider_notice.replayed", "provider_notice", notice_id)
