"""What many copies begin with, made once and laid down: a data folder as the first start leaves it, an empty database.

The folder is that of a copy for which nothing waits any more.
"""

import fcntl
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from marketplace.app import prepared, schema
from marketplace.app.embedded.postgres import Postgres
from marketplace.core.clock import business_date, utc_now
from tests.app.waiting import reachable_folder, until

KEPT = Path(__file__).parents[2] / ".pytest_cache" / "prepared"
FILLED = ("documents", "password", "pg18", "search", "signing", "stripe.sqlite", "valkey")
"""What the next start finds there; ports, locks and logs are each copy's own."""


def lay(home: Path, start: Callable[[Path], AbstractContextManager[Any]]) -> None:
    """Lay the filled folder down at `home`; it is made by `start` where there is none of today's code and day yet."""

    def fill(folder: Path) -> None:
        with start(folder) as copy:
            until(copy.nothing_waits, 240)  # else every copy would tell everybody of the whole past anew
            copy.stop(signal.SIGTERM)

    _lay("home", home, f"{prepared.fingerprint()} {business_date(utc_now())}", fill)


def lay_server(state: Path) -> None:
    """Lay a stopped database server down at `state`, with a migrated and empty database `template`."""

    def fill(folder: Path) -> None:
        server = Postgres(folder, test=True)
        server.start()
        try:
            server.ensure_database("template")
            schema.upgrade(server.url("template"))
        finally:
            server.stop()

    _lay("server", state, prepared.fingerprint(), fill)


def _lay(name: str, to: Path, wanted: str, fill: Callable[[Path], None]) -> None:
    """Copy what is kept under a name; it is made first, by one process while the others wait, unless it is as wanted."""
    kept = KEPT / name
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made_for = kept / "made_for"
        if not made_for.exists() or made_for.read_text() != wanted:
            made_for.unlink(missing_ok=True)
            shutil.rmtree(kept / "made", ignore_errors=True)
            with reachable_folder() as folder:
                fill(folder / "made")
                _copy(folder / "made", kept / "made")
            made_for.write_text(wanted)
        _copy(kept / "made", to)


def _copy(source: Path, to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    made = [path for name in FILLED if (path := source / name).exists()]
    # owners stay: as root the database belongs to the account that serves it
    subprocess.run(["cp", "-a", *made, to], check=True)  # noqa: S607 - found on any path
