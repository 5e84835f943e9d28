"""The provider's double as the process that it is, brought forth in a moment by one that has imported it already.

`python -m tests.factories.nursery` reads the arguments of a double, a JSON list a line, and answers with its process id;
the double writes its address to the same pipe. Each is a process of its own with nothing in its books.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from marketplace.app.embedded.branch import branch, import_once
from tests.app.waiting import ended, until

DOUBLE = "finance.payments.simulator"
ROOT = Path(__file__).parents[2]


@contextmanager
def a_double(*arguments: str) -> Iterator[tuple[str, int]]:
    """Run the double; gives its address and process id. It is ended afterwards, if the test has not done so."""
    nursery = _nursery()
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(json.dumps(["--port", "0", "--no-background", *arguments]) + "\n")
    nursery.stdin.flush()
    said = sorted(nursery.stdout.readline().strip() for _ in range(2))  # which of them comes first is open
    pid, url = int(said[0]), said[1]
    try:
        yield url, pid
    finally:
        if not ended(pid):
            os.kill(pid, signal.SIGTERM)
            until(lambda: ended(pid))


@cache
def _nursery() -> subprocess.Popen[str]:
    """The one of this process; it ends when nobody can ask it any more."""
    command = [sys.executable, "-m", "tests.factories.nursery"]
    nursery = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    atexit.register(nursery.communicate)
    return nursery


def main() -> None:
    """Bring forth whatever is asked for, until the pipe is closed."""
    import_once([f"{DOUBLE}.app", "uvicorn"])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    for line in sys.stdin:
        child = branch(DOUBLE, json.loads(line), begin=lambda: None, output=None, keep=[])
        sys.stdout.write(f"{child.pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
