"""Many processes at once on one database, killed at random: `python -m tests.jackhammer --minutes 5 --processes 8 --seed N`.

Each process does whatever the people and clocks of a university do about money, at random. Meanwhile processes die by
kill -9, and connections are cut by the server. At the end everybody finishes what was left, and all must be true: every
invariant, everything that was acknowledged, as many payments in the books as at the provider.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx
import psycopg
from sqlalchemy.exc import OperationalError, TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from finance.reconciliation.nightly import reconcile_nightly
from marketplace.app import schema
from marketplace.core import settings as core_settings
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.db import make_engine
from marketplace.core.ids import new_id
from marketplace.core.problems import Problem
from marketplace.core.uow import UnitOfWork
from tests.acts import People
from tests.bench.measuring import postgres
from tests.factories.endpoint import Endpoint
from tests.factories.licences import University, a_university_with_licences
from tests.factories.payments import SECRET, Simulator, running_simulator
from tests.month import FIRST_DAY, by_value
from workers.checks import INVARIANTS

FASTER = 60
"""A minute of the clocks passes in a second, so that leases and pauses run out."""
EXPECTED = (Problem, OperationalError, PoolTimeout, StaleDataError, httpx.HTTPError)
"""What the product answers with a refusal, with 503, or with "somebody was quicker": not an error of the run."""
DEFECT, EAR = 3, -1


class Ear(Endpoint):
    """Our webhook endpoint; a process of its own, killed like the others."""

    people: People

    def hear(self, body: bytes, signature: str) -> int:
        """Answer as the product does: 503 while the database is away."""
        try:
            return 202 if self.people.hear(body, signature) else 400
        except EXPECTED:
            return 503


@dataclass
class Jackhammer:
    """One run."""

    url: str
    university: University
    double: Simulator
    ear: Ear
    folder: Path
    seed: int
    processes: int
    began: float = field(default_factory=time.monotonic)
    running: dict[int, int] = field(default_factory=dict)
    """Slot → process id."""
    births: int = 0
    count: Counter[str] = field(default_factory=Counter)

    def now(self) -> datetime:
        """The instant of the run, the same in every process."""
        return start_of_day(FIRST_DAY) + timedelta(hours=9, seconds=(time.monotonic() - self.began) * FASTER)

    def people(self, slot: int) -> People:
        """Everybody, for one process."""

        def acknowledge(table: str, row: UUID) -> None:
            with (self.folder / f"acknowledged-{slot}").open("a", encoding="ascii") as acknowledged:
                acknowledged.write(f"{table} {row}\n")

        chance = random.Random(f"{self.seed} {slot} {self.births}")
        engine = make_engine(self.url, pool_size=2)
        double = Simulator(self.double.url, self.double.pid)
        gateway = double.gateway_at(lambda: self.now().timestamp())
        return People(engine, self.university, gateway, chance, self.now, acknowledge)

    def start(self, slot: int) -> None:
        """Begin the life of a process; it never returns here."""
        self.births += 1
        child = os.fork()
        if child:
            self.running[slot] = child
            return
        try:
            with (self.folder / f"log-{slot}").open("a") as log:
                os.dup2(log.fileno(), sys.stderr.fileno())
                with by_value(self.now):
                    if slot == EAR:
                        self.ear.people = self.people(slot)
                        self.ear.server.serve_forever()
                    self.work(slot)
        except BaseException:  # noqa: BLE001 - a forked child must never return into whoever started it
            with (self.folder / "defects").open("a", encoding="utf-8") as defects:
                defects.write(traceback.format_exc() + "\n")
            os._exit(DEFECT)

    def work(self, slot: int) -> None:
        """Do one thing after another, for ever."""
        people = self.people(slot)
        double = Simulator(self.double.url, self.double.pid)
        acts = deeds(people, double)
        done = (self.folder / f"done-{slot}").open("a", encoding="utf-8", buffering=1)
        while True:
            act = people.chance.choices(list(acts), [weight for weight, _ in acts.values()])[0]
            try:
                acts[act][1]()
                done.write(f"{act}\n")
            except EXPECTED as refused:
                done.write(f"refused: {type(refused).__name__}\n")
            except ExceptionGroup as several:
                if several.split(EXPECTED)[1] is not None:
                    raise

    def hammer(self, seconds: float, *, pause: float) -> None:
        """Let everybody work, and kill someone or cut a connection after every pause."""
        chance = random.Random(self.seed)
        for slot in (EAR, *range(self.processes)):
            self.start(slot)
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as killer:
            while time.monotonic() - self.began < seconds:
                time.sleep(pause)
                slot = chance.choice(list(self.running))
                if chance.random() < 0.3:
                    killer.execute(CUT)
                    self.count["connections cut"] += 1
                elif not self.bury(slot):
                    break
                else:
                    self.start(slot)
                    self.count["processes killed"] += 1
        while self.running:
            self.bury(next(iter(self.running)))
        self.ear.server.server_close()  # or the provider would wait for an answer that nobody gives

    def bury(self, slot: int) -> bool:
        """kill -9; False if the process had ended by itself, which is a defect."""
        pid = self.running.pop(slot)
        alive = os.waitpid(pid, os.WNOHANG) == (0, 0)
        if alive:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        return alive

    def finish(self) -> list[str]:
        """Everybody finishes what was left; returns what is wrong."""
        people = self.people(self.processes)
        ahead = self.now() + timedelta(hours=3)
        people.now = lambda: ahead
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(OTHERS)
            connection.execute("UPDATE outbox_delivery SET next_at = now() WHERE state = 'pending'")
        with by_value(lambda: ahead):
            for _ in range(3):
                tell_all(people, self.double)
                people.decide()
                people.split()
                people.record_payouts()
                ahead += timedelta(hours=2)
            with people.as_() as uow:
                reconcile_nightly(
                    replace(uow, now=start_of_day(ahead.date() + timedelta(days=1)) + timedelta(hours=3)),
                    gateway=people.gateway,
                )
            tell_all(people, self.double)
        wrong = self.violations(people)
        people.engine.dispose()
        return wrong

    def violations(self, people: People) -> list[str]:
        """Return every broken promise, in words."""
        with Session(people.engine) as session:
            wrong = [str(found) for check in INVARIANTS for found in check(session)]
        for line in {
            line
            for path in self.folder.glob("acknowledged-*")
            for line in path.read_text().split("\n")
            if line
        }:
            table, row = line.split()
            self.count["acknowledged"] += 1
            if not people.rows(f"SELECT 1 AS found FROM {table} WHERE id = :id", id=UUID(row)):  # noqa: S608 - our own words
                wrong.append(f"acknowledged and lost: {line}")
        for what, sql in LEFT.items():
            if left := people.rows(f"SELECT count(*) AS n FROM {sql}")[0]["n"]:  # noqa: S608 - constants below
                wrong.append(f"{left} {what}")
        paid = sum(s["payment_status"] == "paid" for s in self.double.books().get("checkout.session", []))
        [booked] = people.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'payment_captured'")
        if paid != booked["n"]:
            wrong.append(f"{paid} payments at the provider, {booked['n']} booked")
        [totals] = people.rows(
            "SELECT (SELECT count(*) FROM ledger_txn) AS txns, (SELECT count(*) FROM ledger_entry) AS entries"
        )
        self.count |= Counter({"ledger transactions": totals["txns"], "ledger entries": totals["entries"]})
        for path in self.folder.glob("done-*"):
            self.count.update(path.read_text().split("\n")[:-1])
        defects = self.folder / "defects"
        return [*wrong, *([defects.read_text()] if defects.exists() else [])]


CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " ORDER BY random() LIMIT 1"
)
OTHERS = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
LEFT = {
    "announcements unheard": "outbox_delivery WHERE state <> 'done'",
    "notices unread": "provider_notice WHERE state = 'received'",
    "payments unknown": "payment_attempt WHERE state IN ('created', 'submitted', 'unknown')",
}


def deeds(people: People, double: Simulator) -> dict[str, tuple[int, Callable[[], object]]]:
    """What a process may do, each with its weight."""

    def pay() -> None:
        if (bill := people.an_open_bill()) and (ref := people.checkout(bill)):
            double.act(ref, people.chance.choice(("pay", "pay", "pay", "pay_later", "decline", "expire")))

    def transfer() -> None:
        rows = []
        for _ in range(people.chance.randint(1, 3)):
            if bill := people.an_open_bill():
                firm = people.university.firms[bill["firm_id"]]
                minor = people.chance.choice(
                    (bill["open_minor"], bill["open_minor"] + 100, max(1, bill["open_minor"] // 2))
                )
                memo = people.chance.choice((bill["reference"], bill["reference"], "许可费"))
                rows.append(
                    f"{FIRST_DAY},{new_id().hex},{minor // 100}.{minor % 100:02},,{firm.name},{firm.account},{memo}"
                )
        for back in people.rows(
            "SELECT amount_minor, payee_name, payee_account FROM bank_return WHERE state = 'approved' LIMIT 1"
        ):
            minor = back["amount_minor"]
            rows.append(
                f"{FIRST_DAY},{new_id().hex},,{minor // 100}.{minor % 100:02},{back['payee_name']},{back['payee_account']},退款"
            )
        if rows:
            people.import_statement(rows, "流水.csv")

    def credit() -> None:
        if (bill := people.an_open_bill()) and bill["open_minor"] > 10:
            people.credit(bill)

    return {
        "license": (6, people.license_anew), "bill": (4, people.bill), "pay": (10, pay), "transfer": (6, transfer),
        "deliver": (4, lambda: double.control("deliver")), "look after payments": (6, people.look_after_payments),
        "tell": (8, lambda: people.tell(40)), "place": (3, people.place), "decide": (3, people.decide), "credit note": (2, credit),
        "use credit": (2, people.use_credit), "send credit back": (1, people.send_credit_back), "split": (5, lambda: people.split(5)),
        "request payouts": (1, people.request_payouts), "record payouts": (2, people.record_payouts),
    }  # fmt: skip


def tell_all(people: People, double: Simulator) -> None:
    """Everything that is on its way arrives."""
    for event in double.client.v1.events.list({"limit": 100}).auto_paging_iter():
        if event.type.startswith("checkout.session"):
            people.hear_event(event.to_dict())
    people.look_after_payments()
    people.tell()


def run(url: str, *, seconds: float, processes: int, seed: int, pause: float = 1.0) -> Jackhammer:
    """Hammer on an empty database; raises `AssertionError` with the seed when anything is wrong at the end."""
    engine = make_engine(url)
    with Session(engine, expire_on_commit=False) as session:
        university = a_university_with_licences(
            UnitOfWork(session, SYSTEM, utc_now()), licences=15, first_day=FIRST_DAY, days=1, chance=random.Random(seed)
        )  # fmt: skip
        session.commit()
    engine.dispose()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="xianyong-jackhammer-")))
        ear = Ear()
        double = stack.enter_context(running_simulator("--webhook-url", ear.url, "--webhook-secret", SECRET))
        run = Jackhammer(url, university, double, ear, folder, seed, processes)
        run.hammer(seconds, pause=pause)
        wrong = run.finish()
    assert not wrong, "\n".join([f"seed {seed}: {len(wrong)} wrong", *wrong[:20]])
    return run


def main() -> None:
    """Hammer, and print what happened."""
    parser = argparse.ArgumentParser(prog="python -m tests.jackhammer", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    given = parser.parse_args()
    sys.stdout.write(f"seed {given.seed}\n")
    with postgres() as server, tempfile.TemporaryDirectory(prefix="xianyong-jackhammer-") as home:
        core_settings.override(XIANYONG_HOME=home)
        server.ensure_database("jackhammer")
        schema.upgrade(server.url("jackhammer"))
        ran = run(
            server.url("jackhammer"), seconds=given.minutes * 60, processes=given.processes, seed=given.seed
        )
    for what, n in sorted(ran.count.items()):
        sys.stdout.write(f"{n:>9,}  {what}\n")
    sys.stdout.write(
        f"{given.processes} processes, {given.minutes:g} minutes, 0 violations, seed {given.seed}\n"
    )


if __name__ == "__main__":
    main()
