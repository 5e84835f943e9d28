"""How long the whole books are proved: I1 and I2 over so many entries, and a replay of their seals."""

import os
import time
from datetime import timedelta

from sqlalchemy import create_engine
from sqlmodel import Session

from marketplace.app import schema
from marketplace.app.oversight import chain
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
from tests.bench.ledger import fill, libpq, open_accounts
from tests.bench.measuring import postgres, processor_seconds, report
from workers.checks import balances_match_entries, transactions_balance

ENTRIES = int(os.environ.get("BENCH_ENTRIES", "500000"))
SEALED = 20_000
MILLION = 1_000_000


def run() -> None:
    """Fill a ledger, prove it three times, seal and replay a part of it."""
    with postgres() as server:
        server.ensure_database("books")
        schema.upgrade(server.url("books"))
        open_accounts(libpq(server, "books"))
        fill(libpq(server, "books"), ENTRIES)
        engine = create_engine(server.url("books"))
        seconds, processor = [], []
        with Session(engine) as session:
            for _ in range(3):
                begun, before = time.monotonic(), processor_seconds(server.pid or 0)
                wrong = [*transactions_balance.check(session), *balances_match_entries.check(session)]
                seconds.append(time.monotonic() - begun)
                processor.append(processor_seconds(server.pid or 0) - before)
                if wrong:
                    raise RuntimeError(str(wrong[:3]))
            sealing, replaying = _chain(session)
        engine.dispose()
    report(
        "books", [], entries=ENTRIES,
        check_seconds_per_million=round(sorted(seconds)[1] * MILLION / ENTRIES, 2), goal_seconds_per_million=5,
        processor_seconds_per_million=round(sorted(processor)[1] * MILLION / ENTRIES, 2),
        sealed_transactions_per_second=round(sealing), replayed_transactions_per_second=round(replaying),
    )  # fmt: skip


def _chain(session: Session) -> tuple[float, float]:
    now = utc_now()
    begun, done = time.monotonic(), 0
    while done < min(SEALED, ENTRIES // 2):
        done += chain.seal(UnitOfWork(session, SYSTEM, now, wall=now + timedelta(seconds=9)))
        session.commit()
    sealing = done / (time.monotonic() - begun)
    begun = time.monotonic()
    found = chain.replay(session, "ledger")
    if found.broken:
        raise RuntimeError(str(found))
    return sealing, done / (time.monotonic() - begun)
