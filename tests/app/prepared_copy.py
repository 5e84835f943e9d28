"""A data folder as the first start leaves it once nothing waits: most copies of a run lay one down instead of filling one each."""

import fcntl
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from marketplace.app import prepared
from marketplace.core.clock import business_date, utc_now
from tests.app.waiting import reachable_folder, until

KEPT = Path(__file__).parents[2] / ".pytest_cache" / "prepared"
FILLED = ("documents", "password", "pg18", "search", "signing", "stripe.sqlite", "valkey")
"""What the next start finds there; ports, locks and logs are each copy's own."""


def lay(home: Path, start: Callable[[Path], AbstractContextManager[Any]]) -> None:
    """Lay the filled folder down at `home`; it is made by `start` where there is none of today's code and day yet."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made_for, wanted = KEPT / "made_for", f"{prepared.fingerprint()} {business_date(utc_now())}"
        if not made_for.exists() or made_for.read_text() != wanted:
            made_for.unlink(missing_ok=True)
            _fill(start)
            made_for.write_text(wanted)
        _copy(KEPT / "home", home)


def _fill(start: Callable[[Path], AbstractContextManager[Any]]) -> None:
    shutil.rmtree(KEPT / "home", ignore_errors=True)
    with reachable_folder() as folder:
        with start(folder / "home") as copy:
            until(copy.nothing_waits, 240)  # else every copy would tell everybody of the whole past anew
            copy.stop(signal.SIGTERM)
        _copy(folder / "home", KEPT / "home")


def _copy(source: Path, to: Path) -> None:
    to.mkdir(parents=True)
    made = [path for name in FILLED if (path := source / name).exists()]
    # owners stay: as root the database belongs to the account that serves it
    subprocess.run(["cp", "-a", *made, to], check=True)  # noqa: S607 - found on any path
