"""The clock of the invariants: one due look a tick, kept with what it found."""

import logging
import time
from datetime import timedelta

from sqlalchemy import text

from marketplace.app.oversight.models import CheckFinding, CheckRun
from marketplace.core.uow import UnitOfWork
from workers.checks import INVARIANTS
from workers.checks.invariant import Invariant
from workers.checks.violation import Violation

log = logging.getLogger("xianyong.checks")

KEPT_FINDINGS = 100
"""So many wrong things of one look are kept by name; the count is of all."""
RED_SECONDS = 600
"""What was red is looked at again soon: it may have been mended."""
LONGEST_SECONDS = 200
"""Of one statement; a task may take a little longer."""


def run_due_check(uow: UnitOfWork) -> int:
    """Look at the promise that is due longest and keep what was found; returns 0 when none is due.

    Goes by the real instant: the demo's calendar must not make a day's looks due at once.
    """
    connection = uow.session.connection()
    connection.execute(
        text(
            "INSERT INTO invariant_state (name, due_at) SELECT name, :now FROM unnest(CAST(:names AS text[])) AS name"
            " ON CONFLICT DO NOTHING"
        ),
        {"now": uow.wall, "names": [one.name for one in INVARIANTS]},
    )
    due = uow.rows(
        "SELECT name, green_since_at FROM invariant_state WHERE due_at <= :now AND name = ANY(:names)"
        " ORDER BY due_at, name LIMIT 1 FOR UPDATE SKIP LOCKED",
        now=uow.wall,
        names=[one.name for one in INVARIANTS],
    )
    if not due:
        return 0
    [state] = due
    invariant = next(one for one in INVARIANTS if one.name == state["name"])
    connection.execute(text(f"SET LOCAL statement_timeout = '{LONGEST_SECONDS}s'"))
    connection.execute(text("SET LOCAL work_mem = '64MB'"))  # millions of rows are hashed in memory
    begun = time.monotonic()
    found, rows = _look(uow, invariant)
    took = round((time.monotonic() - begun) * 1_000)
    run = CheckRun(invariant=invariant.name, ran_at=uow.wall, took_ms=took, rows_seen=rows, found=len(found))
    _keep(uow, run, found)
    connection.execute(
        text("UPDATE invariant_state SET due_at = :due, green_since_at = :green WHERE name = :name"),
        {
            "due": uow.wall + timedelta(seconds=RED_SECONDS if found else invariant.every),
            "green": None if found else state["green_since_at"] or uow.wall,
            "name": invariant.name,
        },
    )
    return 1


def _look(uow: UnitOfWork, invariant: Invariant) -> tuple[list[Violation], int]:
    """Run a check; one that cannot be run is red as well, and must not keep the others from their turn."""
    try:
        with uow.session.begin_nested():
            return invariant(uow.session), invariant.rows_seen(uow.session)
    except Exception as error:
        log.exception("the check of %s failed", invariant.name)
        return [Violation(invariant.name, "check", f"could not be run: {type(error).__name__}")], 0


def _keep(uow: UnitOfWork, run: CheckRun, found: list[Violation]) -> None:
    uow.session.add(run)
    uow.session.flush()
    uow.session.add_all(
        CheckFinding(run_id=run.id, position=i, subject=one.subject[:300], detail=one.detail[:500])
        for i, one in enumerate(found[:KEPT_FINDINGS], start=1)
    )
    uow.session.flush()
