"""kill -9 of API, worker, broker and database at named points of step 5: nothing lost, nothing booked twice.

Each point has a contract of its own, whose people act over HTTP. A process is stopped at the point from outside (a
trigger in the database that waits, or a stopped provider), killed there, and started again by the supervisor.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

import httpx
import pytest
from sqlmodel import Session

from marketplace.core.db import make_engine
from tests.app.waiting import reachable_folder
from tests.crash.barrier import Place, closed, install, kill_backend
from tests.crash.product import Product, running
from tests.crash.stories import AMOUNT_MINOR, Story, a_world, at_home
from workers.checks import INVARIANTS

pytestmark = [pytest.mark.timeout(900)]

TOLD = ("invoice_issued", "invoice_paid", "payment_settled", "distribution_proposed", "distribution_booked")
SPLITS = "finance.distributions.handlers.on_payment_settled"


@dataclass(frozen=True)
class Point:
    """Where a process dies: during `act`, which follows everything before `step`.

    `at` gives the write at which it is stopped. Without one, another process is `still` from before the act, and
    the victim is known to wait for it when `seen` finds a row.
    """

    name: str
    victim: str
    step: str
    act: Callable[[Story], object]
    at: Callable[[Story], Place] | None = None
    still: str = ""
    seen: str = ""


def write(
    table: str, op: str, moment: str, **match: Callable[[Story], Any] | str
) -> Callable[[Story], Place]:
    """Name a write by values of its row, some of which only the story knows."""

    def place(story: Story) -> Place:
        values = {name: value(story) if callable(value) else value for name, value in match.items()}
        return Place(table, op, moment, values)  # type: ignore[arg-type]

    return place


def contract(story: Story) -> str:
    return story.contract_id


def university(story: Story) -> str:
    return story.university_id


def invoice(story: Story) -> Any:
    return story.invoice["id"]


def payment(story: Story) -> Any:
    return story.payment["id"]


def distribution(story: Story) -> Any:
    return story.distribution["id"]


DECIDED = "SELECT 1 FROM payment_attempt WHERE invoice_id = %(invoice)s AND state = 'submitted'"

BILL = write("invoice", "INSERT", "inside", contract_id=contract)
BILLED = write("invoice", "INSERT", "commit", contract_id=contract)
DECIDE = write("payment_attempt", "INSERT", "inside", invoice_id=invoice)
DECIDES = write("payment_attempt", "INSERT", "commit", invoice_id=invoice)
RECORD = write("payment_attempt", "UPDATE", "inside", invoice_id=invoice, state="requires_action")
RECORDS = write("payment_attempt", "UPDATE", "commit", invoice_id=invoice, state="requires_action")
HEAR = write("provider_notice", "INSERT", "inside", attempt_id=payment, state="received")
HEARS = write("provider_notice", "INSERT", "commit", attempt_id=payment, state="received")
CLAIMS = write("provider_notice", "UPDATE", "commit", attempt_id=payment, state="received")
SUCCEED = write("payment_attempt", "UPDATE", "inside", id=payment, state="succeeded")
SUCCEEDS = write("payment_attempt", "UPDATE", "commit", id=payment, state="succeeded")
BOOK = write("ledger_txn", "INSERT", "inside", source_id=payment, kind="payment_captured")
TELL_CONTRACT = write("contract_settlement", "INSERT", "inside", receipt_id=payment)
FAN_OUT = write("outbox_delivery", "INSERT", "inside", subject=payment, handler=SPLITS)
FANS_OUT = write("outbox_delivery", "INSERT", "commit", subject=payment, handler=SPLITS)
PROPOSE = write("distribution", "INSERT", "inside", payment_id=payment)
DELIVERS = write("outbox_delivery", "UPDATE", "commit", subject=payment, handler=SPLITS, state="done")
TELL = write("notification", "INSERT", "inside", organization_id=university, template="payment_settled")
SPLIT = write("ledger_txn", "INSERT", "inside", source_id=distribution, kind="income_split")
SPLITS_UP = write("distribution", "UPDATE", "commit", id=distribution, state="booked")
TELL_SPLIT = write(
    "notification", "INSERT", "commit", organization_id=university, template="distribution_booked"
)
IMPORT = write("bank_statement", "INSERT", "inside", organization_id=university)
IMPORTS = write("bank_statement", "INSERT", "commit", organization_id=university)
MATCH = write("ledger_txn", "INSERT", "inside", kind="bank_line_matched")

DUE, CLICK, PAY, APPROVE, STATEMENT = (
    Story.come_due, Story.click, Story.pay, Story.approve, Story.import_statement,
)  # fmt: skip
# API and worker take seconds to start: in a round several of their requests and tasks stand at points of their own,
# and both die with all of them. A round keeps this order: what needs the provider's notices comes before what holds
# them up, a fan-out after what needs one, and a due day last, because it is the latest.
ROUNDS: list[tuple[Point, ...]] = [
    (Point("applying, the payment succeeds", "worker", "pay", PAY, SUCCEED),
     Point("checkout, while its decision commits", "API", "checkout", CLICK, DECIDES),
     Point("checkout, between the provider's answer and its record", "API", "checkout", CLICK, RECORD),
     Point("due scan, an invoice written", "worker", "billed", DUE, BILL)),
    (Point("due scan, an invoice written", "database", "billed", DUE, BILL),),
    (Point("due scan, an invoice written", "broker", "billed", DUE, BILL),),
    (Point("a tick waits and nobody has taken it", "broker", "billed", DUE, None, "worker"),),
    (Point("checkout, while its decision commits", "database", "checkout", CLICK, DECIDES),),
    (Point("the notice is claimed, at its commit", "worker", "pay", PAY, CLAIMS),
     Point("approval, the split written to the ledger", "API", "approved", APPROVE, SPLIT),
     Point("due scan, at its commit", "worker", "billed", DUE, BILLED)),
    # alone: nobody waits longer than five seconds for a provider, and others may take that long to come to their points
    (Point("checkout, while the provider is asked", "API", "checkout", CLICK, None, "provider", DECIDED),),
    (Point("checkout, between the provider's answer and its record", "database", "checkout", CLICK, RECORD),),
    (Point("checkout, while the answer is recorded", "broker", "checkout", CLICK, RECORDS),),
    (Point("webhook, while it is stored", "database", "pay", PAY, HEARS),),
    (Point("applying, the booking written", "worker", "pay", PAY, BOOK),
     Point("relay, at the commit of the fan-out", "worker", "pay", PAY, FANS_OUT),
     Point("checkout, recorded and not yet answered", "API", "checkout", CLICK, RECORDS),
     Point("webhook, not yet stored", "API", "pay", PAY, HEAR)),
    (Point("applying, the contract told", "database", "pay", PAY, TELL_CONTRACT),),
    (Point("applying, the booking written", "broker", "pay", PAY, BOOK),),
    (Point("applying, at its commit", "database", "pay", PAY, SUCCEEDS),),
    (Point("the university is told of the split", "worker", "approved", APPROVE, TELL_SPLIT),
     Point("applying, at its commit", "worker", "pay", PAY, SUCCEEDS),
     Point("relay, during the fan-out", "worker", "pay", PAY, FAN_OUT),
     Point("bank statement, its line matched", "API", "statement", STATEMENT, MATCH),
     Point("webhook, stored and not yet answered", "API", "pay", PAY, HEARS)),
    (Point("relay, during the fan-out", "database server process", "pay", PAY, FAN_OUT),),
    (Point("bank statement, begun", "database", "statement", STATEMENT, IMPORT),),
    (Point("distribution, the proposal written", "database", "pay", PAY, PROPOSE),),
    (Point("distribution, the proposal written", "worker", "pay", PAY, PROPOSE),
     Point("distribution, at the commit of the delivery", "worker", "pay", PAY, DELIVERS),
     Point("bank statement, imported and not yet answered", "API", "statement", STATEMENT, IMPORTS),
     Point("approval, booked and not yet answered", "API", "approved", APPROVE, SPLITS_UP)),
    (Point("approval, the split written to the ledger", "database", "approved", APPROVE, SPLIT),),
    (Point("approval, at its commit", "broker", "approved", APPROVE, SPLITS_UP),),
    (Point("the university is told of the money", "database", "pay", PAY, TELL),),
]  # fmt: skip
POINTS = [point for together in ROUNDS for point in together]
UNDISTURBED = (False, True)
"""By bank or not: what a story looks like in which nobody died."""
WATCHED = {
    "invoice", "payment_attempt", "provider_notice", "ledger_txn", "contract_settlement", "outbox_delivery",
    "distribution", "notification", "bank_statement",
}  # fmt: skip


@contextmanager
def standing(product: Product, point: Point, story: Story, pool: ThreadPoolExecutor) -> Iterator[int]:
    """Stop the victim at the point for the length of the block; gives the database process that serves it, or 0."""
    with ExitStack() as held:
        stood = 0
        if point.at is None:
            held.enter_context(product.stopped(point.still))
            begun = pool.submit(point.act, story)
        else:
            barrier = held.enter_context(closed(product, point.at(story)))
            begun = pool.submit(point.act, story)
            stood = barrier.reached(*(["raise_due_invoices"] if point.step == "billed" else []))
        if point.seen:
            product.wait_for(lambda: product.rows(point.seen, invoice=story.invoice["id"]))
        elif point.at is None:
            begun.result()
        yield stood
    check_what_was_seen(point, begun.result())


def strike(
    product: Product, together: Sequence[Point], stories: Sequence[Story], pool: ThreadPoolExecutor
) -> None:
    """Bring each story to its point, kill whom the points name, and look what the people saw."""
    for point, story in zip(together, stories, strict=True):
        story.until(point.step)
    with ExitStack() as held:
        stood = [
            held.enter_context(standing(product, point, story, pool))
            for point, story in zip(together, stories, strict=True)
        ]
        for victim in sorted({point.victim for point in together}):
            if victim == "database server process":
                kill_backend(stood[0])
            else:
                product.kill(victim)


def check_what_was_seen(point: Point, answer: object) -> None:
    """A person whose request was cut off saw an error, and nobody else did."""
    if point.act not in (CLICK, APPROVE, STATEMENT):
        return
    if point.victim == "API":
        assert answer is None
    else:
        assert isinstance(answer, httpx.Response)
        during = point.victim == "database"
        assert answer.status_code == (503 if during else 200), answer.text


@pytest.mark.fault("W01", "W02", "W04", "W10", "D01")
def test_killed_anywhere_nothing_is_lost_and_nothing_booked_twice() -> None:
    began = time.monotonic()
    with reachable_folder() as folder, running(folder / "home") as product:
        install(product, WATCHED)
        stories = a_world(product, [*UNDISTURBED, *(point.step == "statement" for point in POINTS)])
        say(f"{time.monotonic() - began:5.1f} s  started")
        kill_everywhere(product, stories)
        check_acknowledged(product, stories)
        check_provider(product, stories)
        check_books(product, stories)
        check_told(product, stories)
        engine = make_engine(product.database_url)
        with Session(engine) as session, at_home(product):
            assert [found for check in INVARIANTS for found in check(session)] == []
        engine.dispose()
    say(f"killed at {len(POINTS)} points, {len(stories)} stories whole, {time.monotonic() - began:.0f} s")


def kill_everywhere(product: Product, stories: list[Story]) -> None:
    """Take all stories to their end, the first ones undisturbed, each other one with its death on the way."""
    for story in stories[: len(UNDISTURBED)]:
        story.finish()
    waiting = iter(stories[len(UNDISTURBED) :])
    with ThreadPoolExecutor(5) as pool:
        for together in ROUNDS:
            at = time.monotonic()
            strike(product, together, list(islice(waiting, len(together))), pool)
            say(f"{time.monotonic() - at:5.1f} s  {'; '.join(f'{p.victim}: {p.name}' for p in together)}")
        product.go_to(stories[-1].day + timedelta(days=2))  # every lease has run out
        list(pool.map(Story.finish, stories))
    settle(product)


def say(line: str) -> None:
    """Tell how far the test is (`pytest -s`)."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def settle(product: Product) -> None:
    """Let the provider repeat what was not taken, and wait until nobody has anything left to do."""
    deliver = httpx.post(f"{provider_of(product)}/_control/deliver", trust_env=False, timeout=40)
    assert {delivery["state"] for delivery in deliver.json()} <= {"delivered"}
    left = """
        SELECT (SELECT count(*) FROM outbox_event WHERE fanned_at IS NULL)
             + (SELECT count(*) FROM outbox_delivery WHERE state <> 'done')
             + (SELECT count(*) FROM provider_notice WHERE state = 'received') AS n
    """
    product.wait_for(lambda: product.rows(left)[0]["n"] == 0, "apply_notices", "complete_payments")


def provider_of(product: Product) -> str:
    """The address of the stand-in for the provider."""
    return f"http://127.0.0.1:{json.loads((product.copy.home / 'ports.json').read_text())['stripe']}"


def check_acknowledged(product: Product, stories: list[Story]) -> None:
    """Whatever a person was told of is there, and for each story once."""
    for story in stories:
        by_table: dict[str, set[str]] = {}
        for table, key in story.acknowledged:
            by_table.setdefault(table, set()).add(key)
        owned = {
            "invoice": ("contract_id", story.contract_id),
            "payment_attempt": ("invoice_id", story.invoice["id"]),
            "distribution": ("contract_id", story.contract_id),
            "bank_statement": ("organization_id", story.university_id),
        }
        assert set(by_table) == {*owned} - {"payment_attempt" if story.by_bank else "bank_statement"}
        for table, keys in by_table.items():
            column, owner = owned[table]
            mine = (
                "kind <> 'late_interest'" if table == "invoice" else "true"
            )  # the calendar makes some pay late
            rows = product.rows(f"SELECT id FROM {table} WHERE {column} = %s AND {mine}", owner)  # noqa: S608
            assert {str(row["id"]) for row in rows} == keys
            assert len(rows) == 1
    moved = product.surely(product.administrator, "GET", "/admin/clock").json()["shifted_days"]
    audited = product.rows(
        "SELECT sum((detail ->> 'days')::int) AS n FROM audit_entry WHERE action = 'clock.moved'"
    )
    assert [row["n"] for row in audited] == [moved]


def check_provider(product: Product, stories: list[Story]) -> None:
    """The provider was asked once for each attempt, was paid once for each, and its books have ours and no others."""
    books = httpx.get(f"{provider_of(product)}/_control/books", trust_env=False, timeout=40).json()
    ours = [story for story in stories if not story.by_bank]
    sessions = sorted(
        (s["client_reference_id"], s["payment_status"], s["amount_total"]) for s in books["checkout.session"]
    )
    assert sessions == sorted((story.payment["id"], "paid", AMOUNT_MINOR) for story in ours)
    captured = sorted(
        (p["metadata"]["attempt_id"], p["amount_received"])
        for p in books["payment_intent"]
        if p["status"] == "succeeded"
    )
    assert captured == sorted((story.payment["id"], AMOUNT_MINOR) for story in ours)
    heard = product.rows("SELECT event_id FROM provider_notice")
    assert sorted(row["event_id"] for row in heard) == sorted(event["id"] for event in books["event"])


def check_books(product: Product, stories: list[Story]) -> None:
    """Every contract was billed, paid and split once; the university reads it in the ledger."""
    for story in stories:
        bill = product.surely(story.firm, "GET", f"/invoices/{story.invoice['id']}").json()
        assert (bill["state"], bill["open_minor"], len(bill["payments"])) == ("paid", 0, 1)
        behind = {"behind": "contract", "id": story.contract_id}
        booked = product.surely(story.officer, "GET", "/books/transactions", params=behind).json()["items"]
        came = "bank_line_matched" if story.by_bank else "payment_captured"
        kinds = [txn["kind"] for txn in reversed(booked)]
        interest = kinds[1:].count(
            "invoice_issued"
        )  # what being late cost, once, before the split or after it
        assert interest <= 1
        assert [k for i, k in enumerate(kinds) if i == 0 or k != "invoice_issued"] == [
            "invoice_issued",
            came,
            "income_split",
        ]
        shares = {(share["payee_kind"], share["amount_minor"]) for share in story.distribution["shares"]}
        assert shares == {(s["payee_kind"], s["amount_minor"]) for s in stories[0].distribution["shares"]}


def check_told(product: Product, stories: list[Story]) -> None:
    """Everyone concerned was told what she is told when nobody dies, once."""
    told: dict[str, Counter[str]] = {}
    for row in product.rows(
        "SELECT organization_id, template, user_id FROM notification WHERE template = ANY(%s) AND NOT (template = 'invoice_issued'"
        " AND params ->> 'invoice_id' IN (SELECT id::text FROM invoice WHERE kind = 'late_interest'))",
        list(TOLD),
    ):
        told.setdefault(str(row["organization_id"]), Counter())[row["template"]] += 1
    for story in stories:
        example = stories[UNDISTURBED.index(story.by_bank)]
        for mine, its in ((story.university_id, example.university_id), (story.firm_id, example.firm_id)):
            assert told[mine] == told[its], story
    assert {template for counts in told.values() for template in counts} == set(TOLD)
