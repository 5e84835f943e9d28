"""The relay: from the outbox to the handlers, each in a transaction of its own, once in effect.

Rows decide, messages only wake. A delivery is marked done in the very transaction of its effect, so a crash at any
point either repeats it or has done it. Events of one subject reach one handler in order; back-off doubles up to an
hour; after twelve tries a delivery is parked and shown to the administrators. A try is counted before it begins, so
that one which ends its process is known by it, and is parked sooner: it takes along what others were doing there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.outbox import Event, OutboxDelivery, OutboxEvent
from marketplace.core.uow import UnitOfWork, shifted_now

log = logging.getLogger("xianyong.relay")

Handler = Callable[[UnitOfWork, Any], object]
Subscriptions = Mapping[type[Event], tuple[Handler, ...]]

TRIES = 12
DEATHS = 5
DIED = f"its process ended during {DEATHS} tries"
LOOKS = 3
"""Who finds nothing looks again: somebody else may have claimed the very delivery that was next, and others wait."""
LONGEST_WAIT = timedelta(hours=1)
BATCH = 200

_FANNING = 0x58594F42  # one fan-out at a time, or a second one could pass the first within a subject
_CLAIM = text(
    """
    WITH due AS (
      SELECT d.id FROM outbox_delivery d
      WHERE d.state = 'pending' AND d.next_at <= :now
        AND NOT EXISTS (SELECT 1 FROM outbox_delivery e
                        WHERE e.handler = d.handler AND e.subject = d.subject AND e.seq < d.seq AND e.state = 'pending')
      ORDER BY d.seq, d.handler LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE outbox_delivery d SET
      state = CASE WHEN deaths < :most THEN 'pending' ELSE 'parked' END,
      last_error = CASE WHEN deaths < :most THEN last_error ELSE :died END,
      attempts = attempts + CASE WHEN deaths < :most THEN 1 ELSE 0 END,
      deaths = deaths + CASE WHEN deaths < :most THEN 1 ELSE 0 END,
      next_at = :now + least(:longest, power(2, least(attempts + 1, 20)) * (1 + random()) * interval '1 second')
    FROM due WHERE d.id = due.id
    RETURNING d.id, d.attempts, d.state, set_config('synchronous_commit', 'off', true)
    """
)
"""Whom a death took along comes again at another instant than the one who caused it: hence the chance in `next_at`.

The claim itself is not waited for on the disk: a process that ends leaves it behind, and after the end of the whole
machine a try too few is counted.
"""


def name_of(handler: Handler) -> str:
    """Return the stable name of a handler: its room and function."""
    return f"{handler.__module__}.{handler.__name__}"


def fan_out(session: Session, subscriptions: Subscriptions, *, limit: int = BATCH) -> int:
    """Make one delivery a handler for events that have none yet; returns how many events were seen."""
    session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _FANNING})
    by_name = {event.name: handlers for event, handlers in subscriptions.items()}
    events = session.exec(
        select(OutboxEvent)
        .where(col(OutboxEvent.fanned_at).is_(None))
        .order_by(col(OutboxEvent.seq))
        .limit(limit)
    ).all()
    now = utc_now()
    for event in events:
        event.fanned_at = now
        for handler in by_name.get(event.name, ()):
            session.add(
                OutboxDelivery(
                    event_id=event.id,
                    seq=event.seq or 0,
                    handler=name_of(handler),
                    subject=event.subject,
                    next_at=now,
                )
            )
    session.flush()
    return len(events)


def deliver_next(open_session: Callable[[], Session], subscriptions: Subscriptions) -> bool:
    """Run the next due delivery; returns False when nothing is due. A failure is recorded and tried again later."""
    with open_session() as session:
        claimed = _claim(session)
        if claimed is None:
            return False
        delivery_id, attempts, state = claimed
        if state == "parked":
            log.error("delivery %s is parked: %s", delivery_id, DIED)
            return True
        try:
            delivery = _ours(session, delivery_id, attempts)
            if delivery is not None:
                _handle(session, delivery, subscriptions)
                delivery.state, delivery.done_at, delivery.last_error = "done", utc_now(), None
                delivery.deaths -= 1
            session.commit()
        except Exception as error:  # whatever a handler raises must not stop the others
            session.rollback()
            log.exception("delivery %s failed", delivery_id)
            _postpone(session, delivery_id, f"{type(error).__name__}: {error}"[:2000])
            session.commit()
    return True


def drain(open_session: Callable[[], Session], subscriptions: Subscriptions, *, limit: int = 10_000) -> int:
    """Fan out and deliver until nothing is due or the limit is reached; returns the number of deliveries tried."""
    tried = 0
    while tried < limit:
        with open_session() as session:
            fanned = fan_out(session, subscriptions)
            session.commit()
        before = tried
        while tried < limit and deliver_next(open_session, subscriptions):
            tried += 1
        if tried == before and not fanned:
            break
    return tried


def _claim(session: Session) -> tuple[UUID, int, str] | None:
    """Count a try of the next due delivery, before it is begun: its id, how many tries, and its state."""
    for _look in range(LOOKS):
        facts = {"now": utc_now(), "most": DEATHS, "died": DIED, "longest": LONGEST_WAIT}
        found = session.connection().execute(_CLAIM, facts).one_or_none()
        session.commit()
        if found is not None:
            return found.id, found.attempts, found.state
    return None


def _ours(session: Session, delivery_id: UUID, attempts: int) -> OutboxDelivery | None:
    """Lock the delivery for the time of its handler; None when somebody else was quicker after all."""
    return session.exec(
        select(OutboxDelivery)
        .where(
            col(OutboxDelivery.id) == delivery_id,
            col(OutboxDelivery.state) == "pending",
            col(OutboxDelivery.attempts) == attempts,
        )
        .with_for_update(skip_locked=True)
    ).one_or_none()


def _handle(session: Session, delivery: OutboxDelivery, subscriptions: Subscriptions) -> None:
    stored = session.get_one(OutboxEvent, delivery.event_id)
    for kind, handlers in subscriptions.items():
        if kind.name != stored.name:
            continue
        for handler in handlers:
            if name_of(handler) == delivery.handler:
                uow = UnitOfWork(session, SYSTEM, shifted_now(session), request_id=stored.request_id)
                handler(uow, kind.model_validate(stored.payload))
                session.flush()
                return
    raise LookupError(f"no handler {delivery.handler} for {stored.name}")


def _postpone(session: Session, delivery_id: UUID, error: str) -> None:
    delivery = session.get(OutboxDelivery, delivery_id, with_for_update=True)
    if delivery is None:
        return
    delivery.deaths -= 1
    delivery.last_error = error
    delivery.next_at = utc_now() + min(timedelta(seconds=2**delivery.attempts), LONGEST_WAIT)
    if delivery.attempts >= TRIES:
        delivery.state = "parked"
