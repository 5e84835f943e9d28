"""Children that go on from what this process has imported, instead of importing all of it once more.

Importing the product takes seconds of a processor and most of a process's memory. A branch is there at once, and shares
that memory with its parent until one of them writes to it.
"""

import gc
import logging
import os
import runpy
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Final

from setproctitle import setproctitle

POSSIBLE: Final = sys.platform == "linux"
"""Elsewhere the system's own libraries do not survive it: there every child starts from nothing."""
LOOK_EVERY_SECONDS: Final = 0.01


def import_once(modules: Sequence[str]) -> None:
    """Import what all branches need. The garbage collector never looks at it again, so that it stays shared."""
    gc.disable()
    for module in modules:
        import_module(module)
    gc.freeze()
    gc.enable()


@dataclass
class Branch:
    """A child made by `branch`, asked and ended in the manner of `subprocess.Popen`."""

    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        """Give the exit code, minus the signal's number where a signal ended it; None while it runs."""
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Give the exit code once it has ended; raises subprocess.TimeoutExpired after `timeout` seconds."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(["branch", str(self.pid)], timeout or 0)
            time.sleep(LOOK_EVERY_SECONDS)
        return code

    def send_signal(self, which: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, which)


def branch(
    module: str,
    arguments: Sequence[str],
    *,
    begin: Callable[[], None],
    output: IO[bytes] | None,
    keep: Sequence[int],
) -> Branch:
    """Run `python -m module arguments…` in a child that goes on from here; call it where no other thread runs.

    `begin` is called first in the child. It writes to `output`, or where this process writes, reads nothing, and has only
    the files of the numbers `keep` open. Of this process's stack nothing is ever unwound there.
    """
    for written in (sys.stdout, sys.stderr):
        written.flush()
    pid = os.fork()
    if pid:
        return Branch(pid)
    code = 1
    try:
        begin()
        _take_place(output, keep)
        setproctitle(" ".join(["xianyong", module, *arguments]))
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = _told(ended)
    except BaseException:  # noqa: BLE001 - what Python itself does with what nobody caught: it is printed
        traceback.print_exc()
    finally:
        logging.shutdown()
        for written in (sys.stdout, sys.stderr):
            written.flush()
        os._exit(code)


def _told(ended: SystemExit) -> int:
    """Give the exit code of a program that ends itself, as Python does: words are printed and mean 1."""
    if ended.code is None or isinstance(ended.code, int):
        return ended.code or 0
    sys.stderr.write(f"{ended.code}\n")
    return 1


def _take_place(output: IO[bytes] | None, keep: Sequence[int]) -> None:
    """Let go of everything that is the parent's own: its files, its terminal, its answers to signals."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    if output is not None:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    below = 3
    for number in sorted(keep):
        os.closerange(below, number)
        os.set_inheritable(number, True)  # noqa: FBT003
        below = number + 1
    os.closerange(below, os.sysconf("SC_OPEN_MAX"))
