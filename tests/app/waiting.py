"""Waiting for another process: asks again until the deadline, never for a fixed time."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60.0


def until(condition: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Return as soon as `condition` holds; fail after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {condition}"
        time.sleep(0.02)


def ended(pid: int) -> bool:
    """Say whether a process is gone or only waits to be reaped."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return True
    return state == "Z"


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """Give a folder that the account `nobody` can reach, as root's server needs; pytest's own is closed to it."""
    with tempfile.TemporaryDirectory(prefix="xianyong-test-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
