"""A captured payment through HTTP, from the signed notice to the committed booking, beside TPC-B on the same server.

The application, as two processes like the default start, the worker's function and the provider's double are processes
of their own. A payment counts once
its booking is committed; the accept-only figure counts notices that were verified, stored and answered, beside the
same notices at `floor.py`: what is left between the two is the product's own cost, whatever the machine.
"""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, text
from sqlmodel import Session

from finance.payments import service
from marketplace.app import schema
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.db import make_engine
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.bench import floor
from tests.bench.ledger import SCALE, libpq, pgbench, psql
from tests.bench.measuring import PRODUCT, Ratio, postgres, processor_seconds, report, web, workers
from tests.factories.payments import KEY, SECRET, Bill, Simulator, a_bill, running_simulator, signed
from tests.factories.receivables import a_billing, a_sheet, invoice_of
from workers.checks import INVARIANTS

ROUNDS, SECONDS, PAYMENTS, NOTICES, PROCESSES, WORKERS, CLIENTS = 5, 3, 300, 600, 2, 2, 8
"""A round: TPC-B for some seconds, then so many notices that only have to be stored, then so many payments: enough of them
that waiting for the last batch is no part of the rate."""

SETTLED = ("-c", "VACUUM", "-c", "CHECKPOINT")
"""What TPC-B leaves to be done later is done before our turn, or we would pay for it."""
TELLS = "checkout.session.completed"
BOOKED = text("SELECT count(*) FROM ledger_txn WHERE kind = 'payment_captured'")
COPY = text("""
WITH source AS (SELECT c, d FROM contract c JOIN deal d ON d.id = c.deal_id WHERE c.id = :first), copied AS (
  INSERT INTO deal OVERRIDING SYSTEM VALUE SELECT made.* FROM source, jsonb_populate_record(d, jsonb_build_object(
    'id', CAST(:deal AS uuid), 'number', CAST(:number AS text), 'seq', nextval(pg_get_serial_sequence('deal', 'seq')),
    'state', 'withdrawn', 'claim', NULL)) made)
INSERT INTO contract SELECT made.* FROM source, jsonb_populate_record(c, jsonb_build_object(
  'id', CAST(:id AS uuid), 'number', CAST(:number AS text), 'deal_id', CAST(:deal AS uuid))) made
""")
WORKER = """
import time
from workers.tasks import tick
while True:
    tick(clock="apply_notices")
    time.sleep(0.02)
"""
"""What a Celery worker runs at each tick, without the two seconds between ticks."""


def run() -> None:
    """Measure and report."""
    with (
        postgres() as server, TemporaryDirectory(prefix="xianyong-bench-home-") as home,
        running_simulator() as provider,
    ):  # fmt: skip
        server.ensure_database("tpcb")
        server.ensure_database("market")
        schema.upgrade(server.url("market"))
        psql(libpq(server, "market"), "-c", floor.TABLE)
        pgbench(libpq(server, "tpcb"), "-i", "-q", "-s", str(SCALE))
        engine = make_engine(server.url("market"))
        notices = paid_invoices(engine, provider, PAYMENTS * (ROUNDS + 1))
        settings = {
            "DATABASE_URL": server.url("market", tcp=True), "XIANYONG_HOME": home, "XIANYONG_FINANCE_STRIPE_KEY": KEY,
            "XIANYONG_FINANCE_STRIPE_WEBHOOK_SECRET": SECRET, "XIANYONG_FINANCE_STRIPE_API_URL": provider.url,
            "XIANYONG_DEMO_CLOCK": "false",  # as in production, which has no calendar to ask for
        }  # fmt: skip
        with (
            web(*PRODUCT, processes=PROCESSES, **settings) as (port, api),
            web("tests.bench.floor:app", processes=PROCESSES, **settings) as (bare, bare_pids),
            workers(WORKER, WORKERS, settings) as applying,
        ):  # fmt: skip
            pids = {
                "api": api, "workers": applying, "postgres": [server.pid or 0], "simulator": [provider.pid], "floor": bare_pids,
            }  # fmt: skip
            load = ("-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(SECONDS))
            rounds = []
            for number in range(ROUNDS + 1):
                due = notices[number * PAYMENTS : (number + 1) * PAYMENTS]
                anchor = pgbench(libpq(server, "tpcb"), *load)
                psql(libpq(server, "tpcb"), *SETTLED)
                rounds.append(one_round(anchor, engine, (port, bare), pids, due))
        fetched = fetch_ms(engine, provider)
        with Session(engine) as session:
            broken = [found for check in INVARIANTS for found in check(session)]
        if broken:
            raise RuntimeError(f"{len(broken)} invariants are broken, the first: {broken[0]}")
        engine.dispose()
    publish(rounds[1:], fetched)  # the first round warms up


def one_round(
    anchor: float,
    engine: Engine,
    ports: tuple[int, int],
    pids: dict[str, list[int]],
    due: list[dict[str, Any]],
) -> dict[str, float]:
    """Send notices nobody acts on, to the floor too, then notices of payments until all are booked.

    Returns rates and µs of CPU. `ports` are ours and the floor's.
    """
    idle = [
        due[n % len(due)] | {"id": f"evt_{new_id().hex}", "type": "charge.updated"} for n in range(NOTICES)
    ]
    with Session(engine) as session:
        target = session.connection().execute(BOOKED).scalar_one() + len(due)
    found = {"tpcb": anchor}
    ours, bare = ports
    for name, port, events, until in (
        ("floor", bare, idle, 0), ("accept", ours, idle, 0), ("capture", ours, due, target),
    ):  # fmt: skip
        ready = [request(*signed(event)) for event in events]
        before = spent(pids)
        began = time.perf_counter()
        send(port, ready)
        await_booked(engine, until)
        found[name] = len(events) / (time.perf_counter() - began)
        for process, seconds in spent(pids).items():
            found[f"{name}_{process}_us"] = (seconds - before[process]) * 1e6 / len(events)
    return found


def request(body: bytes, signature: str) -> bytes:
    """Write a request beforehand: what sending costs here is taken from the same two cores."""
    head = f"POST /api/webhooks/stripe HTTP/1.1\r\nHost: bench\r\nStripe-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def send(port: int, ready: list[bytes]) -> None:
    """Deliver signed events over kept connections, each client its own share."""

    def client(number: int) -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            for request in ready[number::CLIENTS]:
                line.sendall(request)
                said = line.recv(4096)  # an answer without a body comes in one piece
                if not said.startswith(b"HTTP/1.1 202"):
                    raise RuntimeError(said[:300])

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))


def await_booked(engine: Engine, target: int) -> None:
    """Wait until so many captured payments are committed."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with Session(engine) as session:
            if session.connection().execute(BOOKED).scalar_one() >= target:
                return
        time.sleep(0.02)
    raise TimeoutError(f"not all of {target} payments were booked")


def spent(pids: dict[str, list[int]]) -> dict[str, float]:
    """Return the processor seconds of each kind of process so far."""
    return {name: sum(processor_seconds(pid) for pid in ids) for name, ids in pids.items()}


def paid_invoices(engine: Engine, provider: Simulator, count: int) -> list[dict[str, Any]]:
    """Bill contracts, open the pay page of each and pay at the provider; returns the provider's own events of it."""
    with Session(engine, expire_on_commit=False) as session:
        first = a_bill(UnitOfWork(session, SYSTEM, utc_now()))
        for number in range(count):
            bill = another_bill(first, number)
            attempt, _ = service.open_attempt(
                first.firm, invoice_id=bill, client_key=f"bench-{number:06}", provider="stripe"
            )
            session.commit()
            answer = service.ask(provider.gateway, service.request_of(attempt))
            service.record_answer(first.firm, attempt_id=attempt.id, answer=answer)
            session.commit()
            provider.act(attempt.provider_ref or "", "pay")
            session.expunge_all()
    return [event for event in provider.books()["event"] if event["type"] == TELLS]


def another_bill(first: Bill, number: int) -> UUID:
    """Bill a contract of its own, a copy of the first one: typesetting each anew would take minutes."""
    contract = {
        "first": first.invoice.contract_id,
        "id": new_id(),
        "deal": new_id(),
        "number": f"bench-{number}",
    }
    first.system.session.connection().execute(COPY, contract)
    sheet = a_sheet(deferred_fee_minor=first.invoice.amount_minor)
    billing = a_billing(
        first.system, contract_id=contract["id"], number=str(contract["number"]), university_id=first.invoice.university_id,
        firm_id=first.invoice.firm_id, sheet=sheet, effective_on=add_months(first.system.today, -12),
    )  # fmt: skip
    return invoice_of(first.system, billing, today=first.system.today).id


def fetch_ms(engine: Engine, provider: Simulator) -> float:
    """Return the median milliseconds of asking the provider about one payment, which every capture includes."""
    with Session(engine) as session:
        refs = (
            session.connection().execute(text("SELECT provider_ref FROM payment_attempt LIMIT 50")).scalars()
        )
        gateway, times = provider.gateway, []
        for ref in refs:
            began = time.perf_counter()
            gateway.fetch(ref)
            times.append((time.perf_counter() - began) * 1000)
    return round(median(times), 2)


def publish(rounds: list[dict[str, float]], fetched: float) -> None:
    """Print and store the ratios, with the processor time of each kind of process beside them."""
    anchor = [found["tpcb"] for found in rounds]
    accepted = [found["accept"] for found in rounds]
    ratios = [
        Ratio("webhook accepted ÷ floor", "notices/s", accepted, [found["floor"] for found in rounds]),
        Ratio("webhook accepted ÷ TPC-B", "notices/s", accepted, anchor, goal=0.5),
        Ratio("captured payment ÷ TPC-B", "payments/s", [f["capture"] for f in rounds], anchor, goal=0.25),
    ]
    costs = {name: round(median(f[name] for f in rounds)) for name in rounds[0] if name.endswith("_us")}
    report(
        "payment",
        ratios,
        clients=CLIENTS,
        processes=PROCESSES,
        workers=WORKERS,
        provider_fetch_ms=fetched,
        **costs,
    )
