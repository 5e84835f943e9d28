"""The whole product under its supervisor, as its people, its clocks and a killer reach it."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import httpx
import psycopg
from celery import Celery
from kombu.exceptions import OperationalError
from psycopg.rows import dict_row

from marketplace.app import database
from marketplace.app.embedded.postgres import Postgres
from marketplace.app.embedded.process import free_port
from marketplace.identity.entry import SESSION_COOKIE
from tests.app.copies import Copy, environment
from tests.app.waiting import ended, until
from workers.app import configuration

PROCESSES = {
    "API": "uvicorn",
    "worker": "celery",
    "broker": "valkey-server",
    "database": "postgres",
    "provider": "simulator",
}
SETTLED_WITHIN_SECONDS = 90.0
TICK_EVERY_SECONDS = 1.0

T = TypeVar("T")


@dataclass
class Product:
    """A running copy; `administrator` is the token of the person who may move its calendar."""

    copy: Copy
    administrator: str = ""
    last_ticks: dict[str, float] = field(default_factory=dict)
    eye: psycopg.Connection[dict[str, Any]] | None = None
    looking: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.web = httpx.Client(base_url=self.copy.address, trust_env=False, timeout=40)
        self.celery = Celery("test", set_as_current=False)
        self.celery.conf.update(configuration(f"redis+socket://{self.copy.home / 'valkey' / 'socket'}"))

    def call(self, token: str, method: str, path: str, **rest: Any) -> httpx.Response | None:
        """Ask the API once; None when the connection was cut. A defect (500) is never an answer to a crash."""
        headers = rest.pop("headers", {}) | {"Cookie": f"{SESSION_COOKIE}={token}"}
        try:
            answer = self.web.request(method, f"/api{path}", headers=headers, **rest)
        except httpx.TransportError:
            return None
        assert answer.status_code < 500 or answer.status_code == 503, answer.text
        return answer

    def surely(self, token: str, method: str, path: str, **rest: Any) -> httpx.Response:
        """Ask until there is an answer, as people do."""

        def answered() -> httpx.Response | None:
            answer = self.call(token, method, path, **rest)
            return None if answer is None or answer.status_code == 503 else answer

        return self.wait_for(answered)

    def wait_for(self, look: Callable[[], T | None], *clocks: str) -> T:
        """Look until there is something, while the named clocks tick."""
        deadline = time.monotonic() + SETTLED_WITHIN_SECONDS
        while not (found := look()):
            assert time.monotonic() < deadline, f"not within {SETTLED_WITHIN_SECONDS} s: {look}"
            for clock in clocks:
                self.tick(clock)
            time.sleep(0.05)
        return found

    def tick(self, clock: str) -> None:
        """Send what beat sends, sooner than its next turn; a broker that is away loses nothing but a message."""
        if time.monotonic() - self.last_ticks.get(clock, 0.0) < TICK_EVERY_SECONDS:
            return
        self.last_ticks[clock] = time.monotonic()
        with contextlib.suppress(OperationalError, ConnectionError):
            self.celery.send_task(
                "workers.tick", kwargs={"clock": clock}, queue="money", retry=False, expires=30
            )

    def go_to(self, day: date) -> None:
        """Move the demo's calendar forward to a day."""
        today = date.fromisoformat(self.surely(self.administrator, "GET", "/admin/clock").json()["today"])
        if today < day:
            move = {"days": (day - today).days}
            moved = self.surely(self.administrator, "POST", "/admin/clock", json=move)
            assert moved.json()["today"] == day.isoformat(), moved.text

    @property
    def database_url(self) -> str:
        """Where the database is; waits until it answers."""

        def ready() -> Postgres | None:
            return Postgres.attach(self.copy.home)

        return self.wait_for(ready).url(database.NAME)

    def connect(self) -> psycopg.Connection[dict[str, Any]]:
        """Look behind the product."""
        url = self.database_url.replace("+psycopg", "")
        return psycopg.connect(url, autocommit=True, row_factory=dict_row)

    def rows(self, statement: str, *values: object, **names: object) -> list[dict[str, Any]]:
        """Read behind the product; a database that just dies is asked again when it is back."""

        def read() -> list[list[dict[str, Any]]] | None:
            with self.looking:
                try:
                    self.eye = self.eye or self.connect()
                    return [self.eye.execute(statement.encode(), names or values).fetchall()]
                except psycopg.OperationalError:
                    self.close()
                    return None

        return self.wait_for(read)[0]

    def close(self) -> None:
        """Close the connection that looks behind the product; the next look opens another."""
        if self.eye is not None:
            self.eye.close()
            self.eye = None

    def pid_of(self, process: str) -> int:
        """The process id; waits until it runs."""
        return self.wait_for(lambda: self.copy.children().get(PROCESSES[process]))

    def kill(self, process: str) -> None:
        """kill -9, and see it dead."""
        pid = self.pid_of(process)
        os.kill(pid, signal.SIGKILL)
        until(lambda: ended(pid))

    @contextmanager
    def stopped(self, process: str) -> Iterator[None]:
        """Let a process stand still: calls to it hang."""
        pid = self.pid_of(process)
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)


@contextmanager
def running(home: Path) -> Iterator[Product]:
    """Start the product with an empty database and the clock of the demo; nothing of it is left running."""
    output = home.with_name("out.log")
    settings = {"XIANYONG_DEMO": "false", "XIANYONG_DEMO_CLOCK": "true"}
    with output.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.serve", "serve"],
            env=environment(home, free_port()) | settings, stdout=log, stderr=subprocess.STDOUT, cwd=Path(__file__).parents[2],
        )  # fmt: skip
    copy = Copy(process, home, output)
    try:
        until(lambda: process.poll() is not None or "停止 stop" in copy.printed, 240)
        assert process.poll() is None, copy.printed
        product = Product(copy)
        with product.web, product.celery, contextlib.closing(product):
            yield product
    except BaseException:
        for written in (output, *(home / "logs").glob("*.log"), home / "postgres.log"):
            sys.stdout.write(
                f"--- {written.name}\n" + "\n".join(written.read_text(errors="replace").splitlines()[-60:])
            )
        raise
    finally:
        if process.poll() is None:
            copy.stop(signal.SIGTERM)
