"""A month of a university with many licences, simulated: `python -m tests.month --licences 200 --days 30 --seed N`.

Sums and royalties fall due, are billed, paid through the provider or by bank, split, paid out and reconciled each night,
while calls and announcements go wrong at random. Every invariant is asked for at each midnight; at the end nothing may
be left unexplained. The date is moved by value; the seed repeats the course, and is told when something fails.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Engine
from sqlmodel import Session

from finance.reconciliation import queries as differences
from finance.reconciliation.nightly import reconcile_nightly
from finance.settings import settings
from marketplace.app import schema
from marketplace.core import settings as core_settings
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.db import make_engine
from marketplace.core.problems import Problem
from marketplace.core.uow import UnitOfWork
from tests.acts import People
from tests.bench.measuring import postgres
from tests.factories.endpoint import Endpoint, listening
from tests.factories.licences import a_university_with_licences
from tests.factories.payments import SECRET, Simulator, running_simulator
from tests.month_page import page
from workers import relay
from workers.checks import INVARIANTS

FIRST_DAY = date(2028, 3, 1)
PAGE = Path("docs/month.md")
CALLS = ("500", "500-after-work", "drop", "drop-after-work", "429", "409")
NEWS = ("duplicate", "reorder", "lose", "delay", "forged", "old")


@dataclass
class Bank:
    """What the university's bank has to tell: rows of a statement by day."""

    rows: dict[date, list[str]] = field(default_factory=dict)
    serial: int = 0

    def note(self, day: date, minor: int, name: str, account: str, memo: str) -> None:
        """Write down money that came, or with a minus money that went."""
        self.serial += 1
        yuan = f"{abs(minor) // 100}.{abs(minor) % 100:02}"
        amounts = f"{yuan}," if minor > 0 else f",{yuan}"
        self.rows.setdefault(day, []).append(f"{day},B{self.serial:06},{amounts},{name},{account},{memo}")


@dataclass
class Month:
    """The course of one month."""

    people: People
    double: Simulator
    chance: random.Random
    day: date = FIRST_DAY
    hour: float = 9
    bank: Bank = field(default_factory=Bank)
    later: list[str] = field(default_factory=list)
    payouts: list[tuple[date, dict[str, Any]]] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)

    def now(self) -> datetime:
        """The instant of the month."""
        return start_of_day(self.day) + timedelta(hours=self.hour)

    def run(self, days: int) -> None:
        """Live so many days and close the month."""
        for _ in range(days):
            self.one_day()
            self.night()
        self.close()

    def one_day(self) -> None:
        """What everybody does from the morning to the evening."""
        self.go_wrong()
        self.hour = 8
        self.read_statement()
        self.hour = 9
        for contract_id, day in self.people.university.royalty_contracts.items():
            if day == self.day:
                self.people.report_sales(contract_id, self.chance.randrange(10_000_000, 500_000_000))
                self.count["royalties reported"] += 1
        self.count["bills"] += self.people.bill()
        self.hour = 11
        self.pay_bills()
        self.provider_speaks()
        self.hour = 15
        self.count["receipts placed by hand"] += self.people.place()
        self.office()
        self.hour = 20
        self.provider_speaks()

    def go_wrong(self) -> None:
        """Tell the provider what is to go wrong today."""
        if self.chance.random() < 0.4:
            do, times = self.chance.choice(CALLS), self.chance.randint(1, 3)
            self.double.fault("POST checkout/sessions", do, times=times)
            self.count[f"fault: call {do}"] += 1
        if self.chance.random() < 0.2:
            self.double.fault("GET checkout/sessions/{id}", self.chance.choice(("500", "drop", "429")))
            self.count["fault: look"] += 1
        for _ in range(self.chance.randrange(3)):
            do = self.chance.choice(NEWS)
            self.double.fault(
                "webhook checkout.session.completed", do, copies=self.chance.randint(1, 9), seconds=600
            )
            self.count[f"fault: announcement {do}"] += 1

    def pay_bills(self) -> None:
        """Each firm looks at its bills: some pay at once, in their own way, some wait."""
        for ref in self.later:
            self.double.act(ref, self.chance.choice(("arrive", "arrive", "fail")))
        self.later.clear()
        open_bills = self.people.rows(
            "SELECT id, firm_id, reference, amount_minor - paid_minor - credited_minor - written_off_minor AS open_minor"
            " FROM invoice WHERE state IN ('open', 'partially_paid') ORDER BY year, year_seq"
        )
        for bill in open_bills:
            if self.chance.random() < 0.35:
                way = self.chance.choices((self.by_provider, self.by_bank, self.by_both), (50, 47, 3))[0]
                way(bill)

    def by_provider(self, bill: dict[str, Any]) -> None:
        """Pay on the provider's page: at once, later, or not after all."""
        self.count["checkouts"] += 1
        ref = self.people.checkout(bill)
        if ref is None:
            return
        action = self.chance.choices(("pay", "pay_later", "decline", "expire", "cancel"), (80, 8, 5, 3, 4))[0]
        try:
            self.double.act(ref, action)
        except httpx.HTTPStatusError as closed:  # the page was paid or closed by an earlier click
            if closed.response.status_code != httpx.codes.BAD_REQUEST:
                raise
            return
        self.count[f"page: {action}"] += 1
        if action == "pay_later":
            self.later.append(ref)

    def by_bank(self, bill: dict[str, Any]) -> None:
        """Send a transfer: with the reference or without, the whole, a part, or too much."""
        firm = self.people.university.firms[bill["firm_id"]]
        amount = self.chance.choices(
            (bill["open_minor"], max(1, bill["open_minor"] // 3), bill["open_minor"] + 10_000), (84, 10, 6)
        )[0]
        memo = bill["reference"] if self.chance.random() < 0.8 else "技术许可费"
        self.bank.note(self.day, amount, firm.name, firm.account, memo)
        self.count["transfers"] += 1

    def by_both(self, bill: dict[str, Any]) -> None:
        """Pay twice by mistake."""
        self.by_provider(bill)
        self.by_bank(bill)

    def provider_speaks(self) -> None:
        """The provider delivers what it has; our clocks work on it, and everybody hears what follows."""
        self.double.control("deliver")
        self.people.look_after_payments()
        self.people.tell()

    def office(self) -> None:
        """What the university's people do in the afternoon."""
        acts: list[tuple[float, str, Callable[[], object]]] = [
            (0.3, "asked whether credit pays a bill", self.people.use_credit),
            (0.15, "asked whether credit goes back", self.people.send_credit_back),
            (0.15, "credit notes proposed", self.let_off),
        ]
        for probability, what, act in acts:
            if self.chance.random() < probability:
                try:
                    act()
                    self.count[what] += 1
                except Problem as refused:
                    self.count[f"refused: {refused.code}"] += 1
        self.people.decide()
        self.people.tell()
        self.count["splits"] += self.people.split()
        self.pay_out()

    def let_off(self) -> None:
        """Give a firm a credit note."""
        bill = self.people.an_open_bill()
        if bill and bill["open_minor"] > 10:
            self.people.credit(bill)

    def pay_out(self) -> None:
        """Twice a week a batch is requested; a day later the bank has done it."""
        for batch in self.people.record_payouts():
            for line in batch.payouts:
                self.count[f"payout {line.state}"] += 1
                if line.state == "confirmed":
                    self.bank.note(
                        self.day, -line.amount_minor, line.payee_name, "", f"收益发放 {batch.number}"
                    )
        if self.day.weekday() in (1, 4):
            self.people.request_payouts()
            self.count["payout batches"] += 1

    def read_statement(self) -> None:
        """The officer imports yesterday's rows: also twice, in another order, or with the day before once more."""
        for back in self.people.rows(
            "SELECT amount_minor, payee_name, payee_account FROM bank_return WHERE state = 'approved' ORDER BY id"
        ):
            memo = "退款"
            self.bank.note(
                self.day - timedelta(days=1), -back["amount_minor"], back["payee_name"], back["payee_account"], memo
            )  # fmt: skip
        yesterday, before = (self.day - timedelta(days=n) for n in (1, 2))
        rows = list(self.bank.rows.get(yesterday, []))
        if not rows:
            return
        if self.chance.random() < 0.2:
            rows += self.bank.rows.get(before, [])
        if self.chance.random() < 0.2:
            rows.reverse()
        for time_of_day in range(self.chance.choice((1, 1, 1, 2))):
            self.people.import_statement(rows, f"{yesterday}-{time_of_day}.csv")
            self.count["statements"] += 1
        self.people.tell()

    def night(self) -> None:
        """The provider settles, the books are compared, and every invariant holds."""
        self.check()
        if self.chance.random() < 0.5:
            self.settle()
        if self.chance.random() < 0.2:
            self.double.fault("GET balance_transactions", "429")
            self.count["fault: nightly look"] += 1
        self.day, self.hour = self.day + timedelta(days=1), 3
        for _ in range(3):
            with self.people.as_() as uow:
                self.count["nightly comparisons"] += reconcile_nightly(uow, gateway=self.people.gateway)
            self.hour += 0.25
        self.people.tell()

    def settle(self) -> None:
        """The provider pays out what it has for us."""
        if self.double.client.v1.balance.retrieve().available[0].amount > 0:
            self.double.control("settle")
            self.count["provider payouts"] += 1

    def settle_up(self) -> None:
        """The last rows of the bank, and the provider's payouts on the statement of the account they went to."""
        self.settle()
        self.night()
        self.hour = 8
        self.read_statement()
        account = settings().settlement_account
        rows = [
            f"{account},{self.day - timedelta(days=1)},{p['amount'] // 100}.{p['amount'] % 100:02},STRIPE {p['id']}"
            for p in self.double.books().get("payout", [])
        ]
        if rows:
            self.people.import_statement(rows, "清算账户.csv", head="本方账号,交易日期,收入金额,摘要")

    def close(self) -> None:
        """Nothing goes wrong any more: what is on its way arrives, and the month is closed without a difference."""
        self.double.mend()
        for _ in range(3):
            self.hour = 8
            self.read_statement()
            self.hour = 12
            self.provider_speaks()
            while self.people.place():
                pass
            self.people.decide()
            self.people.tell()
            self.people.split()
            self.pay_out()
            self.night()
        self.settle_up()
        self.night()
        self.check()
        self.check_closed()

    def check(self) -> None:
        """Ask for every invariant."""
        with Session(self.people.engine) as session:
            broken = [found for check in INVARIANTS for found in check(session)]
        assert broken == [], f"{self.day}: {broken[:5]}"

    def check_closed(self) -> None:
        """Nothing is left: no difference, no money nobody placed, no announcement unheard, no payment unknown."""
        with self.people.as_() as uow:
            found = differences.list_differences(uow)
            assert found == [], f"not explained: {found[:5]}"
        for what, sql in LEFT.items():
            [row] = self.people.rows(f"SELECT count(*) AS n FROM {sql}")  # noqa: S608 - constants below
            assert row["n"] == 0, f"{row['n']} {what}"
        paid = {
            s["payment_intent"]
            for s in self.double.books().get("checkout.session", [])
            if s["payment_status"] == "paid"
        }
        booked = self.people.rows(
            "SELECT provider_ref, meta FROM payment_attempt p JOIN ledger_txn t ON t.source_id = p.id"
        )
        assert len(paid) == len(booked), f"{len(paid)} paid at the provider, {len(booked)} booked"


LEFT = {
    "lines nobody placed": "bank_line WHERE direction = 'in' AND state = 'unmatched'",
    "announcements unheard": "outbox_delivery WHERE state <> 'done'",
    "notices unread": "provider_notice WHERE state = 'received'",
    "payments unknown": "payment_attempt WHERE state IN ('submitted', 'unknown', 'created')",
    "returns on their way": "bank_return WHERE state IN ('asked', 'approved')",
}


class Ear(Endpoint):
    """Our webhook endpoint of the month."""

    people: People

    def hear(self, body: bytes, signature: str) -> int:
        """Answer as the product does."""
        return 202 if self.people.hear(body, signature) else 400


@contextmanager
def by_value(now: Callable[[], datetime]) -> Iterator[None]:
    """Let the relay's handlers live in the month as well."""
    real = relay.shifted_now
    relay.shifted_now = lambda _: now()
    try:
        yield
    finally:
        relay.shifted_now = real


def live(engine: Engine, *, licences: int, days: int, seed: int) -> Month:
    """Simulate a month on an empty database; an error names the seed."""
    chance = random.Random(seed)
    with Session(engine, expire_on_commit=False) as session:
        university = a_university_with_licences(
            UnitOfWork(session, SYSTEM, utc_now()), licences=licences, first_day=FIRST_DAY, days=days, chance=chance
        )  # fmt: skip
        session.commit()
    with (
        listening(Ear()) as ear,
        running_simulator("--webhook-url", ear.url, "--webhook-secret", SECRET) as double,
    ):
        people = People(engine, university, double.gateway, chance, utc_now)
        ear.people, month = people, Month(people, double, chance)
        people.now, people.gateway = month.now, double.gateway_at(lambda: month.now().timestamp())
        with by_value(month.now):
            try:
                month.run(days)
            except BaseException as reason:
                reason.add_note(f"python -m tests.month --licences {licences} --days {days} --seed {seed}")
                raise
    return month


def main() -> None:
    """Simulate, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.month", description=__doc__)
    parser.add_argument("--licences", type=int, default=200)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    with postgres() as server, tempfile.TemporaryDirectory(prefix="xianyong-month-") as home:
        core_settings.override(XIANYONG_HOME=home)
        server.ensure_database("month")
        schema.upgrade(server.url("month"))
        engine = make_engine(server.url("month"))
        month = live(engine, licences=given.licences, days=given.days, seed=given.seed)
        facts = {"licences": given.licences, "days": given.days, "seed": given.seed}
        PAGE.write_text(page(month, **facts, seconds=time.monotonic() - began), encoding="utf-8")
        engine.dispose()


if __name__ == "__main__":
    main()
