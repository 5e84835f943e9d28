"""A running copy of the product, started as a person starts it."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from marketplace.app import database
from marketplace.app.embedded.postgres import Postgres
from tests.app import prepared_copy
from tests.app.waiting import ended, until

OWN_SETTINGS = ("DATABASE_URL", "PORT", "ELASTICSEARCH_URL")


def environment(home: Path, port: int | None = None, **settings: str) -> dict[str, str]:
    """Give the environment of a copy: nothing of the settings of this test process, and those given.

    It has one process for the web, so that a test knows which one it talks to and kills.
    """
    inherited = {
        k: v for k, v in os.environ.items() if k not in OWN_SETTINGS and not k.startswith("XIANYONG_")
    }
    return (
        inherited
        | {"XIANYONG_HOME": str(home), "XIANYONG_WEB_PROCESSES": "1", "PYTHONUNBUFFERED": "1"}
        | ({"PORT": str(port)} if port else {})
        | settings
    )


@dataclass
class Copy:
    """A supervisor and what it printed."""

    process: subprocess.Popen[bytes]
    home: Path
    output: Path

    @property
    def printed(self) -> str:
        return self.output.read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        return (self.home / "serve.lock").read_text()

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/api/healthz", timeout=10) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def nothing_waits(self) -> bool:
        """Say whether every announcement so far has reached its handlers, the index among them."""
        waiting = (
            "SELECT (SELECT count(*) FROM outbox_event WHERE fanned_at IS NULL)"
            " + (SELECT count(*) FROM outbox_delivery WHERE state = 'pending')"
        )
        server = Postgres.attach(self.home)
        assert server is not None
        with psycopg.connect(server.url(database.NAME).replace("+psycopg", "")) as connection:
            return connection.execute(waiting).fetchone() == (0,)

    def children(self) -> dict[str, int]:
        """Give the processes of the supervisor by the word that names them on their command line."""
        return {name: pids[0] for name, pids in self.families().items()}

    def families(self) -> dict[str, list[int]]:
        """Give all of them, the eldest of a name first."""
        found: dict[str, list[int]] = {}
        for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            if not ended(int(pid)):
                command = Path(f"/proc/{pid}/cmdline").read_bytes().decode()
                names = ("bin/postgres", "valkey-server", "celery", "uvicorn", "simulator")
                for name in (known.rpartition("/")[2] for known in names if known in command):
                    found.setdefault(name, []).append(int(pid))
        return found

    def stop(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(60)


@contextmanager
def running(home: Path, port: int | None = None, **settings: str) -> Iterator[Copy]:
    """Start a copy and give it once it answers; whatever happens, nothing of it is left running.

    A new folder comes filled. `settings` are variables of its environment by name.
    """
    if not home.exists():
        prepared_copy.lay(home, started)
    with started(home, port, **settings) as copy:
        yield copy


@contextmanager
def started(home: Path, port: int | None = None, **settings: str) -> Iterator[Copy]:
    """Do the same with the folder as it is: a new one is filled by this very start."""
    output = home.with_name(f"{home.name}.out")
    with output.open("wb") as log:
        command = [sys.executable, "-m", "marketplace.app.cli", "serve", "--size", "small"]
        process = subprocess.Popen(
            command, env=environment(home, port, **settings), stdout=log, stderr=subprocess.STDOUT
        )
    copy = Copy(process, home, output)
    try:
        until(lambda: process.poll() is not None or "停止 stop" in copy.printed, 240)
        assert process.poll() is None, copy.printed
        yield copy
    finally:
        if process.poll() is None:
            copy.stop(signal.SIGTERM)
