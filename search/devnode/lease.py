"""Share one node between processes: it starts with its first user and ends after its last.

Users hold a shared lock on a file, which the kernel gives back however they end; the node's process tries the
exclusive lock now and then, and getting it means that nobody is left.
"""

import fcntl
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from search.devnode.install import NodeUnavailable
from search.devnode.server import answers


@contextmanager
def shared_node(folder: Path) -> Iterator[str]:
    """Give the url of the node that belongs to `folder`, started if needed; raises NodeUnavailable."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lease").open("a") as lease:
        fcntl.flock(lease, fcntl.LOCK_SH)
        with (folder / "start").open("a") as door:
            fcntl.flock(door, fcntl.LOCK_EX)
            url = url_of_running(folder) or start(folder)
        yield url


def url_of_running(folder: Path) -> str | None:
    """Give the url a running node wrote down, or None."""
    try:
        url: str = json.loads((folder / "ready.json").read_text())["url"]
    except (OSError, ValueError):
        return None
    return url if answers(url) else None


def start(folder: Path) -> str:
    """Start the node as a process of its own and give its url; raises NodeUnavailable."""
    command = (sys.executable, "-m", "search.devnode", "--port", "0", "--lease", str(folder / "lease"))
    with (folder / "devnode.log").open("ab") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, start_new_session=True
        )
    line = process.stdout.readline().decode() if process.stdout else ""
    if not line.startswith("READY "):
        process.wait()
        message = (folder / "devnode.log").read_text(errors="replace")[-3000:]
        raise NodeUnavailable(message)
    (folder / "ready.json").write_text(line.removeprefix("READY "))
    url: str = json.loads(line.removeprefix("READY "))["url"]
    return url


def abandoned(lease: IO[str]) -> bool:
    """Say whether no user holds the lease; when so, new users wait until this process has ended."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
