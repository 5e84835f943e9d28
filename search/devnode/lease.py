"""Share one node between processes: it starts with its first user and ends after its last.

Users hold a shared lock on a file, which the kernel gives back however they end; the node's process tries the
exclusive lock now and then, and getting it means that nobody is left.
"""

import fcntl
import json
import os
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
    """Start the node as a process of its own, which outlives this one, and give its url; raises NodeUnavailable."""
    log = folder / "devnode.log"
    command = (sys.executable, "-m", "search.devnode", "--port", "0", "--lease", str(folder / "lease"))
    answer, to_node = os.pipe()
    os.posix_spawn(
        sys.executable,
        command,
        os.environ,
        file_actions=(
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, to_node, 1),
            (os.POSIX_SPAWN_OPEN, 2, str(log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644),
        ),
        setsid=True,
    )
    os.close(to_node)
    with open(answer, encoding="utf-8") as lines:  # noqa: PTH123 - a descriptor, not a path
        line = lines.readline()
    if not line.startswith("READY "):
        raise NodeUnavailable(log.read_text(errors="replace")[-3000:])
    ready = line.removeprefix("READY ")
    (folder / "ready.json").write_text(ready)
    url: str = json.loads(ready)["url"]
    return url


def abandoned(lease: IO[str]) -> bool:
    """Say whether no user holds the lease; when so, new users wait until this process has ended."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
