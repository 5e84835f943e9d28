"""State machines as data. No callbacks: effects are events that the service announces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from marketplace.core.i18n import Text
from marketplace.core.policy import Decision
from marketplace.core.problems import Forbidden, IllegalMove, Problem
from marketplace.core.tables import instant
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Shown

Guard = Callable[[Any, Any], Problem | None]
"""A named pure function of the row and the facts the service gathered; returns the refusal or None."""


class Stateful(Protocol):
    """A row that a machine can move."""

    id: UUID
    state: str
    state_since: datetime


@dataclass(slots=True)
class Standing:
    """Where a locked row stands: all that a machine needs of one that is not loaded whole. Its service writes the row."""

    id: UUID
    state: str
    state_since: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """One permitted step: its name, from which states, to which state, under which guards."""

    name: str
    frm: tuple[str, ...]
    to: str
    guards: tuple[Guard, ...] = ()
    label: Text = field(default_factory=lambda: Text("", ""))


@dataclass(frozen=True)
class Machine:
    """The life of one kind of thing. `states` maps each state to its label in both languages."""

    subject: str
    initial: str
    final: frozenset[str]
    states: dict[str, Text]
    moves: tuple[Move, ...]

    def move(self, name: str) -> Move:
        """Return a move by its name; a wrong name is a defect (`KeyError`)."""
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(name)

    def open_moves(self, state: str) -> Iterable[Move]:
        """Return the moves that start in a state, guards not considered."""
        return (move for move in self.moves if state in move.frm)

    def faults(self) -> list[str]:
        """Return what is wrong with the table itself: unreachable states, dead ends, moves out of a final."""
        found = [
            f"{m.name}: unknown state {s}" for m in self.moves for s in (*m.frm, m.to) if s not in self.states
        ]
        found += [f"{m.name} leaves final {s}" for m in self.moves for s in m.frm if s in self.final]
        reached = self._closure({self.initial}, forward=True)
        finishing = self._closure(set(self.final), forward=False)
        found += [f"{s} cannot be reached" for s in self.states if s not in reached]
        found += [f"{s} never ends" for s in self.states if self.final and s not in finishing]
        return found + [f"{s} has no label" for s, t in self.states.items() if not (t.zh and t.en)]

    def _closure(self, states: set[str], *, forward: bool) -> set[str]:
        while True:
            more = (
                {m.to for m in self.moves if states & set(m.frm)}
                if forward
                else {s for m in self.moves if m.to in states for s in m.frm}
            )
            if more <= states:
                return states
            states = states | more


class RefusedMove(Shown):
    """A step that starts here but that the reader cannot take now: the refusal's code, and its reason in her language."""

    move: str
    code: str
    reason: str


def refusals(
    machine: Machine,
    row: Any,
    *,
    facts: Any,
    allowed: Callable[[str], Decision | None],
) -> dict[str, Problem | None]:
    """Ask policy and guards about each move that starts in the row's state, as `advance` would; nothing is moved.

    `allowed` is the policy by the name of a move; None leaves out what is no step of people. The answer holds None
    for a move that can be taken.
    """
    found: dict[str, Problem | None] = {}
    for move in machine.open_moves(row.state):
        decision = allowed(move.name)
        if decision is None:
            continue
        if not decision:
            found[move.name] = Forbidden(reason=decision.reason)
            continue
        found[move.name] = next(filter(None, (guard(row, facts) for guard in move.guards)), None)
    return found


def refused_moves(uow: UnitOfWork, found: dict[str, Problem | None]) -> list[RefusedMove]:
    """Return what `refusals` found in the words of the reader; moves that can be taken are left out."""
    bodies = {name: problem.body(uow.locale, uow.request_id) for name, problem in found.items() if problem}
    return [RefusedMove(move=name, code=body["code"], reason=body["detail"]) for name, body in bodies.items()]


class StateChange(SQLModel, table=True):
    """One step in the life of a thing: the history is complete and never edited."""

    __tablename__ = "state_change"
    __table_args__ = (UniqueConstraint("subject_type", "subject_id", "sort_key"),)

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True)
    )
    subject_type: str
    subject_id: UUID
    sort_key: int
    from_state: str | None
    to_state: str
    move: str
    actor_id: UUID | None
    reason: str | None
    at: datetime = instant(nullable=False)


_FIRST = text("""
INSERT INTO state_change (subject_type, subject_id, sort_key, to_state, move, actor_id, at)
SELECT :subject, id, 1, :to, 'begin', CAST(:actor AS uuid), CAST(:at AS timestamptz) FROM unnest(CAST(:ids AS uuid[])) AS id
""")
_NEXT = text("""
INSERT INTO state_change (subject_type, subject_id, sort_key, from_state, to_state, move, actor_id, reason, at)
SELECT :subject, row.id, last.sort_key + 1, row.frm, :to, :move, CAST(:actor AS uuid), :reason, CAST(:at AS timestamptz)
  FROM unnest(CAST(:ids AS uuid[]), CAST(:frm AS text[])) AS row(id, frm)
 CROSS JOIN LATERAL (SELECT sort_key FROM state_change WHERE subject_type = :subject AND subject_id = row.id
                      ORDER BY sort_key DESC LIMIT 1) AS last
""")
"""A row is locked before it is moved; whoever did not lock it meets the number of the step that somebody else took."""


def begin(uow: UnitOfWork, machine: Machine, row: Stateful) -> None:
    """Put a new row into the initial state and write the first line of its history."""
    begin_all(uow, machine, [row])


def begin_all(uow: UnitOfWork, machine: Machine, rows: Sequence[Stateful]) -> None:
    """Put new rows into the initial state and write the first line of the history of each."""
    for row in rows:
        row.state, row.state_since = machine.initial, uow.now
    lines = {
        "subject": machine.subject,
        "ids": [row.id for row in rows],
        "to": machine.initial,
        "actor": uow.actor.user_id,
    }
    uow.session.connection().execute(_FIRST, lines | {"at": uow.now})


def advance(
    uow: UnitOfWork,
    machine: Machine,
    row: Stateful,
    move_name: str,
    *,
    facts: Any = None,
    reason: str | None = None,
) -> None:
    """Move a locked row. Raises `IllegalMove` or what a guard returns; writes the history; announces nothing."""
    advance_all(uow, machine, [row], move_name, facts=facts, reason=reason)


def advance_all(
    uow: UnitOfWork,
    machine: Machine,
    rows: Sequence[Stateful],
    move_name: str,
    *,
    facts: Any = None,
    reason: str | None = None,
) -> None:
    """Move locked rows, all of them or, if one cannot be moved, none. Raises what `advance` raises."""
    move = machine.move(move_name)
    for row in rows:
        if row.state not in move.frm:
            raise IllegalMove(
                state=machine.states[row.state].in_(uow.locale), move=move.label.in_(uow.locale) or move.name
            )
        for guard in move.guards:
            if problem := guard(row, facts):
                raise problem
    if not rows:
        return
    lines = {
        "subject": machine.subject, "ids": [row.id for row in rows], "frm": [row.state for row in rows], "to": move.to,
        "move": move.name, "actor": uow.actor.user_id, "reason": reason, "at": uow.now,
    }  # fmt: skip
    if uow.session.connection().execute(_NEXT, lines).rowcount != len(rows):
        raise LookupError(f"{machine.subject} {lines['ids']}: a history to go on from is missing")
    for row in rows:
        row.state, row.state_since = move.to, uow.now


def history(uow: UnitOfWork, machine: Machine, subject_id: UUID) -> list[dict[str, Any]]:
    """Return the steps of one thing in order: from, to, move, at, actor_id, reason."""
    return uow.rows(
        text(
            "SELECT from_state, to_state, move, at, actor_id, reason FROM state_change"
            " WHERE subject_type = :type AND subject_id = :id ORDER BY sort_key"
        ),
        type=machine.subject,
        id=subject_id,
    )
