"""The same webhook 20 times at once, and several workers on one inbox: one booking, no deadlock (P02)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.payments import inbox, service
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Simulator, a_bill, signed
from workers.checks import INVARIANTS

AT_ONCE = 20


@pytest.mark.fault("P02")
def test_twenty_deliveries_at_once_book_once(committed_engine: Engine, stripe_double: Simulator) -> None:
    with Session(committed_engine, expire_on_commit=False) as session:
        bill = a_bill(UnitOfWork(session, SYSTEM, utc_now()))
        attempt, _ = service.open_attempt(
            bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
        )
        session.commit()
        answer = service.ask(stripe_double.gateway, service.request_of(attempt))
        service.record_answer(bill.firm, attempt_id=attempt.id, answer=answer)
        session.commit()
        stripe_double.act(attempt.provider_ref or "", "pay")
    events = stripe_double.events_of(attempt.id)
    gateway, gate = stripe_double.gateway, Barrier(AT_ONCE)

    def deliver(number: int) -> bool:
        body, signature = signed(events[number % len(events)])
        with Session(committed_engine) as session:
            gate.wait()
            notice = inbox.read_notice(gateway, body, signature)
            stored = inbox.store_notices(UnitOfWork(session, SYSTEM, utc_now()), [notice])
            session.commit()
            return stored == 1

    def work(_: int) -> int:
        done = 0
        with Session(committed_engine, expire_on_commit=False) as session:
            while taken := inbox.apply_inbox(UnitOfWork(session, SYSTEM, utc_now()), gateway=gateway):
                done += taken
        return done

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sum(pool.map(deliver, range(AT_ONCE))) == len(events)
        assert sum(pool.map(work, range(4))) == sum(event["type"] in inbox.TELLING for event in events)
    with Session(committed_engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        kinds: list[dict[str, Any]] = uow.rows("SELECT kind FROM ledger_txn ORDER BY id")
        assert [row["kind"] for row in kinds] == ["invoice_issued", "payment_captured"]
        assert uow.rows("SELECT count(*) AS n FROM outbox_event WHERE name = 'payments.payment.settled'") == [
            {"n": 1}
        ]
        assert [found for check in INVARIANTS for found in check(session)] == []
