"""`xianyong serve`: starts everything the product needs, restarts what dies, stops it in order.

One folder, one copy: a lock on `serve.lock` says that a supervisor is alive; a lock on `children.lock`, which every
child keeps open, says that the children of a killed supervisor have not ended yet. Ports are remembered in
`ports.json`, so that a second start has the same address. The web's port is held from its choice to the end, by a socket
that is handed to each API process: no other program can take it, and who comes during a restart waits for the new one.
"""

import fcntl
import json
import os
import signal
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from finance.settings import STRIPE_WEBHOOK_PATH, settings as finance_settings
from marketplace.app import database
from marketplace.app.embedded import branch
from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import (
    EmbeddedServerError,
    Program,
    Service,
    end,
    free_port,
    hold,
    is_free,
    speaks,
    start_module,
)
from marketplace.app.embedded.valkey import Valkey
from marketplace.app.prepared import is_prepared
from marketplace.core.settings import override, settings

FIRST_WEB_PORT: Final = 8000
PORTS_TRIED: Final = 100
LOOK_EVERY_SECONDS: Final = 0.2
FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 30.0
HEALTHY_SECONDS: Final = 60.0
"""A child that lived this long died of something new: it is restarted at once again."""
PREDECESSOR_SECONDS: Final = 60.0
DEMO_PASSWORD: Final = "xianyong2026"  # noqa: S105 - of the invented people in seed/texts/people.yaml
LARGEST_LOG_BYTES: Final = 10_000_000
IMPORTED_ONCE: Final = ("marketplace.app.main", "workers.tasks", "celery.bin.worker", "uvicorn")
"""What the processes of the product are made of: each of them goes on from here."""
READY_FILE: Final = "worker.ready"
"""The worker writes it below the data folder when it takes messages."""

Say = Callable[[str], None]


class Stopped(BaseException):
    """Somebody asked this process to end: Ctrl-C, SIGTERM or a closed terminal."""


class Ending:
    """Hears, once, that this process is asked to end: wherever it is then, it goes no further."""

    SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(self) -> None:
        """Hear nothing yet."""
        self._asked = False

    def listen(self) -> None:
        """Take the place of what the signals do otherwise; call it from the main thread."""
        for each in self.SIGNALS:
            signal.signal(each, self._hear)

    def looks(self, every_seconds: float) -> Iterator[None]:
        """Give one look after the other, with a pause before each; raises Stopped once this process is asked to end.

        What a signal raises may be lost on its way: Python prints it and goes on where it was in the middle of a fork or
        of letting an object go.
        """
        while not self._asked:
            time.sleep(every_seconds)
            yield
        raise Stopped

    def _hear(self, _signal: int, _frame: object) -> None:
        for each in self.SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        self._asked = True
        raise Stopped


@dataclass
class Watched:
    """A service with the history that decides when it is started again."""

    service: Service
    started_at: float = 0.0
    failures: int = 0
    start_again_at: float = 0.0

    def launch(self) -> None:
        """Start the service and remember when."""
        self.service.launch()
        self.started_at = time.monotonic()

    def pause(self) -> float:
        """Count a death; give the seconds to wait before the next start: 0.5, 1, 2 … at most 30."""
        if time.monotonic() - self.started_at > HEALTHY_SECONDS:
            self.failures = 0
        self.failures += 1
        return min(FIRST_PAUSE_SECONDS * 2.0 ** (self.failures - 1), LONGEST_PAUSE_SECONDS)


@dataclass
class Supervisor:
    """Starts services, watches them, stops them in reverse order."""

    say: Say
    watched: list[Watched] = field(default_factory=list)

    def launch(self, service: Service) -> None:
        """Start a service, without waiting for it, and watch it from now on."""
        self.watched.append(Watched(service))
        self.watched[-1].launch()

    def await_ready(self) -> None:
        """Return when all that was started answers; raises EmbeddedServerError for what does not come up."""
        for entry in self.watched:
            entry.service.await_ready()

    def look(self) -> None:
        """Restart what has died and whose pause is over; nobody waits for it: the others are watched meanwhile."""
        for entry in self.watched:
            if entry.service.pid is not None:
                continue
            if not entry.start_again_at:
                pause = entry.pause()
                entry.start_again_at = time.monotonic() + pause
                self.say(f"  {entry.service.name} ended; starting it again in {pause:g} s")
            elif time.monotonic() >= entry.start_again_at:
                entry.start_again_at = 0.0
                try:
                    entry.launch()
                    self.say(f"  {entry.service.name} is started again")
                except EmbeddedServerError as error:
                    self.say(f"  {error}")

    def stop(self) -> None:
        """Stop everything, the last started first."""
        for entry in reversed(self.watched):
            entry.service.stop()
        self.watched.clear()


@contextmanager
def claimed(home: Path) -> Iterator[IO[str]]:
    """Hold the data folder for this process; gives the file every child keeps open.

    Raises EmbeddedServerError when another supervisor is alive there, after waiting for the children of a dead one.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / "serve.lock").open("a+") as own, (home / "children.lock").open("a") as shared:
        if not _locked(own):
            own.seek(0)
            message = (
                f"already running at {own.read()} (data in {home}); another copy needs its own XIANYONG_HOME"
            )
            raise EmbeddedServerError(message)
        deadline = time.monotonic() + PREDECESSOR_SECONDS
        while not _locked(shared):
            if time.monotonic() > deadline:
                message = f"processes of an earlier start still use {home}: end them and start again"
                raise EmbeddedServerError(message)
            time.sleep(0.05)
        own.truncate(0)
        yield shared


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Ports:
    """The ports of this copy, remembered in its data folder."""

    def __init__(self, home: Path) -> None:
        """Read what an earlier start wrote."""
        self._file = home / "ports.json"
        self._known: dict[str, int] = json.loads(self._file.read_text()) if self._file.exists() else {}

    def take(self, name: str) -> int:
        """Give the port for `name`: the remembered one if it is free, else any."""
        port = self._known.get(name, 0)
        if not port or not is_free(port):
            port = free_port()
            self._remember(name, port)
        return port

    def hold(self, name: str, *, host: str, wanted: int = 0, first: int = 0) -> socket.socket:
        """Give a socket that listens: on the port wanted, else the remembered one, else the first free one, else any.

        Two copies that start at the same instant never get the same one. Raises EmbeddedServerError when the wanted
        port is taken by another program.
        """
        if wanted:
            held = hold(host, wanted)
            if held is None:
                message = f"port {wanted} is in use by another program: set PORT to a free one"
                raise EmbeddedServerError(message)
            return held
        known = self._known.get(name, 0)
        tried = (known, *range(first, first + PORTS_TRIED)) if known else range(first, first + PORTS_TRIED)
        held = next(filter(None, (hold(host, port) for port in tried if port)), None) or hold(host, 0)
        if held is None:
            message = f"no port is free on {host}"
            raise EmbeddedServerError(message)
        port = int(held.getsockname()[1])
        if port != known:
            self._remember(name, port)
        return held

    def _remember(self, name: str, port: int) -> None:
        self._known[name] = port
        self._file.write_text(json.dumps(self._known))


def serve(*, say: Say, size: str = "full", reload: bool = False) -> None:
    """Run the whole product until Ctrl-C or SIGTERM; the data stays. `reload` restarts the API on edits.

    Raises EmbeddedServerError, in words for people, when something cannot run here.
    """
    ending = Ending()
    ending.listen()
    began = time.monotonic()
    home = settings().home
    supervisor = Supervisor(say)
    with claimed(home) as claim, _door(home) as door:
        try:
            _start_all(supervisor, claim, door, size=size, reload=reload)
            address = settings().address
            (home / "serve.lock").write_text(address)
            say(f"\n先用 Xianyong  {address}   ({time.monotonic() - began:.1f} s)")
            for line in _demo_accounts(settings().port):
                say(line)
            say(f"数据 data: {home}   停止 stop: Ctrl-C\n")
            for _ in ending.looks(LOOK_EVERY_SECONDS):
                supervisor.look()
        except Stopped:
            say("\n正在停止 stopping …")
        finally:
            supervisor.stop()
            (home / "serve.lock").write_text("")
    say("已停止，数据已保留。 Stopped; the data is kept.")


def _door(home: Path) -> socket.socket:
    """Take the port of the web and keep it as long as this process lives: the API comes and goes behind it."""
    door = Ports(home).hold("web", host=settings().host, wanted=settings().port, first=FIRST_WEB_PORT)
    override(PORT=str(door.getsockname()[1]), XIANYONG_HOME=str(home))
    return door


def _start_all(
    supervisor: Supervisor, claim: IO[str], door: socket.socket, *, size: str, reload: bool
) -> None:
    home, ports, logs = settings().home, Ports(settings().home), _logs(settings().home)
    postgres = None
    if not settings().database_url:
        postgres = Postgres(home, port=ports.take("postgres"), claim=claim)
        supervisor.launch(postgres)
    if not settings().broker_url:
        valkey = Valkey(home, claim=claim)
        supervisor.launch(valkey)
        override(XIANYONG_BROKER_URL=valkey.url)
    if branch.POSSIBLE:
        branch.import_once(IMPORTED_ONCE)  # while the database starts
    supervisor.await_ready()
    if postgres:
        override(DATABASE_URL=postgres.url(database.NAME))
    if not is_prepared(settings().sqlalchemy_url):
        if postgres:
            postgres.ensure_database(database.NAME)
        _prepare(size)
    simulator = None
    if finance_settings().simulated:
        simulator = _simulator(ports.take("stripe"), logs, claim)
    for number in range(1 if reload else settings().web_processes):
        supervisor.launch(_api(number, door, logs, claim, reload=reload))
    supervisor.launch(_worker(home, logs, claim))
    supervisor.await_ready()
    if simulator:
        supervisor.launch(simulator)  # nobody pays in the first second


def _demo_accounts(port: int) -> list[str]:
    """Ask the running API for the accounts that the sign-in page offers; production has none."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/demo-accounts", timeout=10) as answer:
            accounts = json.load(answer)
    except (OSError, ValueError):
        return []  # the pages say what is wrong better than a line here
    if not accounts:
        return []
    lines = [f"  {a['login']:<12}{a['name']}  {a['organization_name']}" for a in accounts]
    return [f"演示账号 demo accounts   密码 password: {DEMO_PASSWORD}", *lines]


def _logs(home: Path) -> Path:
    """Give the folder of logs; what has grown too long becomes the one kept predecessor."""
    logs = home / "logs"
    logs.mkdir(exist_ok=True)
    for log in logs.glob("*.log"):
        if log.stat().st_size > LARGEST_LOG_BYTES:
            log.replace(log.with_suffix(".log.1"))
    return logs


def _prepare(size: str) -> None:
    """Migrate and fill an empty database, in a process of its own: its libraries are not needed afterward."""
    child = start_module("marketplace.app.prepare", [size], log=None)
    try:
        done = child.wait()
    finally:
        end(child, (signal.SIGTERM, 20), (signal.SIGKILL, 5))
    if done != 0:
        message = "the database could not be prepared; see the lines above"
        raise EmbeddedServerError(message)


def _simulator(port: int, logs: Path, claim: IO[str]) -> Program:
    local = f"http://127.0.0.1:{settings().port}"  # not the public address, which may lead through a proxy
    arguments = [
        *("--port", str(port), "--data", os.fspath(settings().home / "stripe.sqlite")),
        *("--webhook-url", local + STRIPE_WEBHOOK_PATH),
        *("--webhook-secret", finance_settings().stripe_webhook_secret),
    ]
    override(XIANYONG_FINANCE_STRIPE_API_URL=f"http://127.0.0.1:{port}")
    finance_settings.cache_clear()
    return Program("stripe-simulator", "finance.payments.simulator", arguments, logs=logs, claim=claim)


def _worker(home: Path, logs: Path, claim: IO[str]) -> Program:
    arguments = [
        *("-A", "workers.app", "worker", "--beat", "--pool", "threads"),
        *("--concurrency", "4", "--schedule", os.fspath(home / "beat-schedule")),
        *("--loglevel", settings().log_level, "--without-gossip", "--without-mingle"),
    ]
    return Program("worker", "celery", arguments, logs=logs, ready_file=home / READY_FILE, claim=claim)


def _api(number: int, door: socket.socket, logs: Path, claim: IO[str], *, reload: bool) -> Program:
    """Describe one of the processes behind the door: whoever of them is free takes who comes."""
    arguments = [
        *("--factory", "marketplace.app.serving:app", "--fd", str(door.fileno())),
        *("--log-level", settings().log_level.lower(), "--timeout-graceful-shutdown", "10"),
        "--no-server-header",
        *(["--reload"] if reload else []),
    ]

    def answers() -> bool:
        return speaks(settings().port)

    name = f"api-{number + 1}" if number else "api"
    return Program(
        name, "uvicorn", arguments, logs=logs, answers=answers, claim=claim, line=door, afresh=reload
    )
