"""Runs all tests: those that start the whole product beside all others, each part in workers of its own.

Whoever waits for browsers and killed servers leaves half of two cores idle. The others fill them, and give way: they
are nicer, so that a page is never late because of them.
"""

import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

APART = ("tests/flows", "tests/crash")
OTHERS = ("nice", "-n", "5"), ("-n", "3", "tests", *(f"--ignore={folder}" for folder in APART))
WHOLE = (), ("-v", "-n", "2", "-p", "no:randomly", *APART)
"""What is put before pytest, and what it is told; the stories of the whole product are in the order they are written in."""
COMMON = ("--dist", "loadfile", "--no-loadscope-reorder")


def main() -> int:
    """Run both parts, show their lines as they come, and return the first exit code that is not 0."""
    running = [start(*part) for part in (WHOLE, OTHERS)]

    def stop(_: int, __: FrameType | None) -> None:
        for each in running:
            each.send_signal(signal.SIGINT)  # it puts away what it has started

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with ThreadPoolExecutor(len(running)) as pool:
        codes = list(pool.map(show, running))
    return next(filter(None, codes), 0)


def start(before: Sequence[str], told: Sequence[str]) -> subprocess.Popen[str]:
    """Start one part, in a group of its own: it is told to end once, by us."""
    command = [*before, sys.executable, "-m", "pytest", *COMMON, *told]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def show(part: subprocess.Popen[str]) -> int:
    """Print the lines of a part, each whole; returns its exit code."""
    for line in part.stdout or ():
        sys.stdout.write(line)
        sys.stdout.flush()
    return part.wait()


if __name__ == "__main__":
    sys.exit(main())
