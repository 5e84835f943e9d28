"""The relay: from the outbox to the handlers, each in a transaction of its own, once in effect.

Rows decide, messages only wake. A delivery is marked done in the very transaction of its effect, so a crash at any
point either repeats it or has done it. Events of one subject reach one handler in order; back-off doubles up to an
hour; after twelve tries a delivery is parked and shown to the administrators. A try is counted before it begins, so
that one which ends its process is known by it, and is parked sooner: it takes along what others were doing there.

Whoever finds work takes twice as much the next time, up to a limit: few things are spread over all threads, and many
are not claimed one by one. What has seen its process end is taken alone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.outbox import Event, OutboxDelivery
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
AT_ONCE = 16
"""So many deliveries are claimed by one statement at most."""
HELD_SECONDS = 1.0
"""What was claimed and not begun by then is handed back: somebody else may be free."""

_FANNING = 0x58594F42  # one fan-out at a time, or a second one could pass the first within a subject
_FAN_OUT = text(
    """
    WITH seen AS (
      UPDATE outbox_event SET fanned_at = :now
       WHERE id IN (SELECT id FROM outbox_event WHERE fanned_at IS NULL ORDER BY seq LIMIT :most)
      RETURNING id, seq, name, subject
    ), made AS (
      INSERT INTO outbox_delivery (id, event_id, seq, handler, subject, state, attempts, deaths, next_at)
      SELECT uuidv7(), seen.id, seen.seq, hears.handler, seen.subject, 'pending', 0, 0, :now
        FROM seen JOIN unnest(CAST(:names AS text[]), CAST(:handlers AS text[])) AS hears(name, handler) USING (name)
    )
    SELECT count(*) FROM seen
    """
)
_CLAIM = text(
    """
    WITH due AS (
      SELECT d.id FROM outbox_delivery d
      WHERE d.state = 'pending' AND d.next_at <= :now AND (d.deaths = 0 OR :count = 1)
        AND NOT EXISTS (SELECT 1 FROM outbox_delivery e
                        WHERE e.handler = d.handler AND e.subject = d.subject AND e.seq < d.seq AND e.state = 'pending')
      ORDER BY d.seq, d.handler LIMIT :count FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE outbox_delivery d SET
        state = CASE WHEN deaths < :most THEN 'pending' ELSE 'parked' END,
        last_error = CASE WHEN deaths < :most THEN last_error ELSE :died END,
        attempts = attempts + CASE WHEN deaths < :most THEN 1 ELSE 0 END,
        deaths = deaths + CASE WHEN deaths < :most THEN 1 ELSE 0 END,
        next_at = :now + least(:longest, power(2, least(attempts + 1, 20)) * (1 + random()) * interval '1 second')
      FROM due WHERE d.id = due.id
      RETURNING d.id, d.seq, d.handler, d.attempts, d.state, d.event_id
    )
    SELECT c.id, c.handler, c.attempts, c.state, e.name, e.payload, e.request_id, set_config('synchronous_commit', 'off', true)
      FROM claimed c JOIN outbox_event e ON e.id = c.event_id ORDER BY c.seq, c.handler
    """
)
"""Whom a death took along comes again at another instant than the one who caused it: hence the chance in `next_at`.

The claim itself is not waited for on the disk: a process that ends leaves it behind, and after the end of the whole
machine a try too few is counted.
"""
_OURS = text(
    "SELECT 1 FROM outbox_delivery WHERE id = :id AND state = 'pending' AND attempts = :attempts FOR UPDATE"
)
"""This waits for a lock: whoever looks for work may hold one for an instant on a row that it saw too late to claim."""
_DONE = text(
    "UPDATE outbox_delivery SET state = 'done', done_at = :now, last_error = NULL, deaths = deaths - 1 WHERE id = :id"
)
_HAND_BACK = text(
    "UPDATE outbox_delivery d SET attempts = d.attempts - 1, deaths = d.deaths - 1, next_at = :now"
    " FROM unnest(CAST(:ids AS uuid[]), CAST(:attempts AS int[])) AS taken(id, attempts)"
    " WHERE d.id = taken.id AND d.attempts = taken.attempts AND d.state = 'pending'"
)


class Claimed(NamedTuple):
    """A delivery whose try is counted, and the event that it is of."""

    id: UUID
    handler: str
    attempts: int
    state: str
    name: str
    payload: dict[str, Any]
    request_id: str


def name_of(handler: Handler) -> str:
    """Return the stable name of a handler: its room and function."""
    return f"{handler.__module__}.{handler.__name__}"


def fan_out(session: Session, subscriptions: Subscriptions, *, limit: int = BATCH) -> int:
    """Make one delivery a handler for events that have none yet; returns how many events were seen."""
    connection = session.connection()
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _FANNING})
    hears = [
        (event.name, name_of(handler)) for event, handlers in subscriptions.items() for handler in handlers
    ]
    facts = {"names": [name for name, _ in hears], "handlers": [handler for _, handler in hears]}
    return int(connection.execute(_FAN_OUT, facts | {"now": utc_now(), "most": limit}).scalar_one())


def deliver(open_session: Callable[[], Session], subscriptions: Subscriptions, *, count: int = 1) -> int:
    """Run the next due deliveries, at most `count`; returns how many there were. A failure is recorded and tried again later."""
    claimed = _claim(open_session, count)
    free_at = time.monotonic() + HELD_SECONDS
    for place, one in enumerate(claimed):
        if place and time.monotonic() > free_at:
            _hand_back(open_session, claimed[place:])
            break
        if one.state == "parked":
            log.error("delivery %s is parked: %s", one.id, DIED)
        else:
            _deliver(open_session, one, subscriptions)
    return len(claimed)


def drain(open_session: Callable[[], Session], subscriptions: Subscriptions, *, limit: int = 10_000) -> int:
    """Fan out and deliver until nothing is due or the limit is reached; returns the number of deliveries tried."""
    tried = 0
    while tried < limit:
        with open_session() as session:
            fanned = fan_out(session, subscriptions)
            session.commit()
        before, count = tried, 1
        while tried < limit:
            found = deliver(open_session, subscriptions, count=min(count, limit - tried))
            if not found and count == 1:
                break
            tried += found
            count = min(2 * count, AT_ONCE) if found == count else 1
        if tried == before and not fanned:
            break
    return tried


def _claim(open_session: Callable[[], Session], count: int) -> list[Claimed]:
    """Count a try of the next due deliveries, before they are begun."""
    with open_session() as session:
        for _look in range(LOOKS):
            facts = {"now": utc_now(), "most": DEATHS, "died": DIED, "longest": LONGEST_WAIT, "count": count}
            found = session.connection().execute(_CLAIM, facts).all()
            session.commit()
            if found:
                return [Claimed(*row[:-1]) for row in found]
    return []


def _hand_back(open_session: Callable[[], Session], held: Sequence[Claimed]) -> None:
    facts = {"ids": [one.id for one in held], "attempts": [one.attempts for one in held], "now": utc_now()}
    with open_session() as session:
        session.connection().execute(_HAND_BACK, facts)
        session.commit()


def _deliver(open_session: Callable[[], Session], claimed: Claimed, subscriptions: Subscriptions) -> None:
    with open_session() as session:
        try:
            connection = session.connection()
            # nothing where somebody else was quicker after all; else it is locked for the time of its handler
            if connection.execute(_OURS, {"id": claimed.id, "attempts": claimed.attempts}).first():
                _handle(session, claimed, subscriptions)
                connection.execute(_DONE, {"id": claimed.id, "now": utc_now()})
            session.commit()
        except Exception as error:  # whatever a handler raises must not stop the others
            session.rollback()
            log.exception("delivery %s failed", claimed.id)
            _postpone(session, claimed, f"{type(error).__name__}: {error}"[:2000])
            session.commit()


def _handle(session: Session, claimed: Claimed, subscriptions: Subscriptions) -> None:
    for kind, handlers in subscriptions.items():
        if kind.name != claimed.name:
            continue
        for handler in handlers:
            if name_of(handler) == claimed.handler:
                uow = UnitOfWork(session, SYSTEM, shifted_now(session), request_id=claimed.request_id)
                handler(uow, kind.model_validate(claimed.payload))
                session.flush()
                return
    raise LookupError(f"no handler {claimed.handler} for {claimed.name}")


def _postpone(session: Session, claimed: Claimed, error: str) -> None:
    delivery = session.get(OutboxDelivery, claimed.id, with_for_update=True)
    if delivery is None or delivery.attempts != claimed.attempts:
        return  # somebody else has it by now
    delivery.deaths -= 1
    delivery.last_error = error
    delivery.next_at = utc_now() + min(timedelta(seconds=2**delivery.attempts), LONGEST_WAIT)
    if delivery.attempts >= TRIES:
        delivery.state = "parked"
