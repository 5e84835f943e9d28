"""The unit of work: one a request, handler or task. Opened at the edge, passed down as a value.

Only the edge commits. Nothing below asks the clock, the session or the reader's language for itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

import orjson
from sqlalchemy import Engine, Executable, TextClause, text
from sqlmodel import Field, Session, SQLModel

from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.audit import AuditEntry
from marketplace.core.clock import business_date, utc_now
from marketplace.core.db import HotRead, engine
from marketplace.core.i18n import DEFAULT_LOCALE, Locale
from marketplace.core.ids import new_id
from marketplace.core.outbox import Event
from marketplace.core.settings import settings

T = TypeVar("T")


class ClockShift(SQLModel, table=True):
    """Days by which the demo's calendar runs ahead. One row; production neither reads nor writes it."""

    __tablename__ = "clock_shift"

    id: int = Field(default=1, primary_key=True)
    days: int = 0


_PUBLISH = text(
    "INSERT INTO outbox_event (id, name, subject, payload, occurred_at, actor_id, request_id)"
    " SELECT id, name, subject, payload, :now, CAST(:actor AS uuid), :request"
    " FROM jsonb_to_recordset(CAST(:facts AS jsonb)) AS fact(id uuid, name text, subject text, payload jsonb)"
)
_TAKE_TURNS = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """One transaction with its actor, its instant and its language."""

    session: Session
    actor: Actor
    now: datetime
    locale: Locale = DEFAULT_LOCALE
    request_id: str = ""
    wall: datetime = field(default_factory=utc_now)
    """The real instant, for sessions and one-time codes: the demo's calendar must not sign anybody out."""

    @property
    def today(self) -> date:
        """The business date in Shanghai."""
        return business_date(self.now)

    def publish(self, *events: Event) -> None:
        """Announce facts in the same transaction, in this order; subscribers see them after the commit."""
        if not events:
            return
        facts = [
            {
                "id": new_id(),
                "name": event.name,
                "subject": event.subject,
                "payload": event.model_dump(mode="json"),
            }
            for event in events
        ]
        told = {
            "facts": orjson.dumps(facts).decode(), "now": self.now, "actor": self.actor.user_id, "request": self.request_id,
        }  # fmt: skip
        self.session.connection().execute(_PUBLISH, told)

    def audit(self, action: str, subject_type: str, subject_id: UUID | None, **detail: Any) -> None:
        """Record an act for the audit trail; `detail` must be plain JSON values without secrets."""
        self.session.add(
            AuditEntry(
                at=self.now, actor_kind=self.actor.kind, actor_id=self.actor.user_id,
                organization_id=self.actor.organization_id, request_id=self.request_id, action=action,
                subject_type=subject_type, subject_id=subject_id, detail=detail,
            )
        )  # fmt: skip

    def rows(self, statement: Executable | HotRead | str, **params: Any) -> list[dict[str, Any]]:
        """Run a read and return plain dicts: the way hot pages read, without the object mapper."""
        self.session.flush()  # a read sees what this transaction has written
        if isinstance(statement, HotRead):
            return statement.rows(self.session, **params)
        if isinstance(statement, str):
            statement = _read(statement)
        found = self.session.connection().execute(statement, params)
        names = tuple(found.keys())
        return [dict(zip(names, row, strict=True)) for row in found]

    def take_turns(self, what: str, *of: object) -> None:
        """Let one transaction at a time do `what` to the same things: others wait here until it has ended, then see its work.

        Needed where a decision stands on rows that are not there yet, which nothing can lock.
        """
        key = ":".join([what, *map(str, of)])
        self.session.connection().execute(_TAKE_TURNS, {"key": key})

    def as_system(self) -> UnitOfWork:
        """Return the same transaction acting as the system, for reads that a rule needs and the actor may not see."""
        return replace(self, actor=SYSTEM)

    def as_actor(self, actor: Actor, *, locale: Locale | None = None) -> UnitOfWork:
        """Return the same transaction acting as somebody else, for what is read in a person's place."""
        return replace(self, actor=actor, locale=locale or self.locale)


@lru_cache(maxsize=1_000)
def _read(statement: str) -> TextClause:
    """Look for the parameters of a statement once: its text stands in the code and comes again and again."""
    return text(statement)


_SHIFT_SECONDS = 1.0
_shifts: WeakKeyDictionary[Any, tuple[float, int]] = WeakKeyDictionary()


def shifted_now(session: Session) -> datetime:
    """Return the present instant, moved by the demo's clock where the demo switch is on."""
    if not settings().demo_clock:
        return utc_now()
    days = session.connection().execute(_read("SELECT days FROM clock_shift WHERE id = 1")).scalar() or 0
    _shifts[session.get_bind()] = time.monotonic(), days
    return utc_now() + timedelta(days=days)


def known_now(session: Session) -> datetime | None:
    """Return the present instant unless the database must be asked for the demo's clock; None then.

    A page that only reads may lag that clock by a second.
    """
    if not settings().demo_clock:
        return utc_now()
    seen_at, days = _shifts.get(session.get_bind(), (float("-inf"), 0))
    return utc_now() + timedelta(days=days) if time.monotonic() - seen_at < _SHIFT_SECONDS else None


def new_request_id() -> str:
    """Return a short unique number that a person can read to us."""
    return new_id().hex[-12:]


@contextmanager
def unit_of_work(
    *, actor: Actor = SYSTEM, locale: Locale = DEFAULT_LOCALE, request_id: str = "", on: Engine | None = None
) -> Iterator[UnitOfWork]:
    """Open a transaction, hand it out, commit at the end or roll everything back."""
    with Session(on or engine(), expire_on_commit=False) as session:
        yield UnitOfWork(session, actor, shifted_now(session), locale, request_id or new_request_id())
        session.commit()


def each_by_itself(uow: UnitOfWork, acts: Iterable[Callable[[], T]]) -> list[T]:
    """Do one thing after the other, each in a transaction of its own, at an edge; gives what each returned.

    One that fails holds up no other: it is raised after the last, together with others as an `ExceptionGroup`.
    """
    done, failed = [], []
    for act in acts:
        try:
            done.append(act())
            uow.session.commit()
        except Exception as reason:  # noqa: BLE001 - raised below
            uow.session.rollback()
            failed.append(reason)
    if failed:
        raise failed[0] if len(failed) == 1 else ExceptionGroup(f"{len(failed)} failed", failed)
    return done
