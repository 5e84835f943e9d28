"""A database with one administrator, a broker, and workers as `xianyong serve` starts them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

import redis
from celery import Celery
from sqlalchemy import Engine, text
from sqlmodel import Session

from marketplace.app.embedded.valkey import Valkey
from marketplace.app.supervisor import READY_FILE
from marketplace.core.uow import unit_of_work
from marketplace.events.payments import ProviderTroubled
from marketplace.identity.permissions import Role
from tests.app.copies import environment
from tests.app.waiting import until
from tests.at_once import waiting
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from workers import relay
from workers.app import configuration
from workers.subscriptions import SUBSCRIPTIONS

TASKS = 50
"""As many threads as one worker of these tests has."""


class Workshop:
    """What is announced in it is told to the administrator, one message each: the effect that is counted."""

    def __init__(self, engine: Engine, home: Path) -> None:
        self.engine, self.home = engine, home
        self.broker = Valkey(home)
        with unit_of_work(on=engine) as uow:
            a_member(uow, a_university(uow), "department", Role.ADMINISTRATOR)

    @property
    def redis(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=self.broker.url.removeprefix("redis+socket://"))

    @cached_property
    def celery(self) -> Celery:
        app = Celery("tests", set_as_current=False)
        app.conf.update(configuration(self.broker.url))
        return app

    def open_broker(self) -> None:
        self.broker.launch()
        self.broker.await_ready()

    @contextmanager
    def worker(self, *options: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Run a worker; it is up when the block begins, and gone after it."""
        ready = self.home / READY_FILE
        ready.unlink(missing_ok=True)
        settings = {
            "DATABASE_URL": self.engine.url.render_as_string(hide_password=False),
            "XIANYONG_BROKER_URL": self.broker.url,
            "XIANYONG_DATABASE_POOL": str(TASKS),
        }
        command = [
            *(sys.executable, "-m", "celery", "-A", "workers.app", "worker", "--pool", "threads"),
            *("--concurrency", str(TASKS), "--schedule", str(self.home / "beat-schedule")),
            *("--without-gossip", "--without-mingle", "--loglevel", "INFO", *options),
        ]
        with (self.home / "worker.log").open("ab") as log:
            process = subprocess.Popen(
                command, env=environment(self.home, **settings), stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip
        try:
            until(lambda: ready.exists() or process.poll() is not None)
            assert process.poll() is None, self.said()
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # its beat is a process of its own
            process.wait()

    def said(self) -> str:
        """The end of what workers wrote to their log."""
        return (self.home / "worker.log").read_text(errors="replace")[-3_000:]

    def announce(self, count: int = TASKS) -> None:
        """Announce so many facts, each about another thing."""
        known = self.one("SELECT count(*) FROM outbox_event")
        with unit_of_work(on=self.engine) as uow:
            for number in range(known, known + count):
                uow.publish(ProviderTroubled(provider=f"provider {number}", kind="mode", count=1))

    def hand_out(self) -> None:
        """Make the deliveries of all that was announced, so that each task finds one at once."""
        with Session(self.engine) as session:
            relay.fan_out(session, SUBSCRIPTIONS)
            session.commit()

    def wake(self, count: int = TASKS) -> None:
        """Send the messages that beats would send."""
        for _ in range(count):
            self.celery.send_task("workers.relay", queue="default")

    def unacknowledged(self) -> int:
        """How many messages were handed out of which the broker knows no end."""
        return int(self.redis.hlen("unacked"))

    def one(self, statement: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.execute(text(statement)).scalar_one())

    def told(self) -> tuple[int, int]:
        """How many messages the administrator has, and how many announcements are done."""
        return (
            self.one("SELECT count(*) FROM notification"),
            self.one("SELECT count(*) FROM outbox_delivery WHERE state = 'done'"),
        )

    def under_way(self) -> int:
        """How many tasks stand in the middle of their transaction."""
        return waiting(self.engine)

    def all_under_way(self) -> bool:
        """Say whether every thread stands in a task; who found nothing to claim has ended, and another is woken."""
        busy = self.under_way()
        if busy < TASKS and not self.redis.llen("default"):
            self.wake(1)
        return busy == TASKS

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Let every task stand in the middle of its work for the length of the block."""
        with self.engine.begin() as connection:
            connection.execute(text(STAND))
        with self.engine.connect() as connection:
            connection.execute(
                text("SET idle_in_transaction_session_timeout = 0")
            )  # it stands as long as it takes
            connection.execute(text("SELECT pg_advisory_lock(7)"))
            yield
            connection.execute(text("SELECT pg_advisory_unlock(7)"))


STAND = """
CREATE FUNCTION stand() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN new; END $$;
CREATE TRIGGER stand BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION stand()
"""
