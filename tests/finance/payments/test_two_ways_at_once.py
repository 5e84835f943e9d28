"""Two people choose at the same moment: one thing is open at the provider, one attempt is live, money comes once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.payments import inbox, paying
from finance.payments.errors import KeyInFlight, PaymentUnderWay
from finance.payments.schemas import OnlineWay
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, Simulator, a_bill, signed
from tests.finance.payments.test_ways import at_provider
from workers.checks import INVARIANTS

AT_ONCE = 6
OPEN = ("open", "requires_action")


def choose(engine: Engine, bill: Bill, double: Simulator, way: OnlineWay, key: str) -> str:
    """One person chooses a way; returns what she was told."""
    with Session(engine, expire_on_commit=False) as session:
        uow = UnitOfWork(session, bill.firm.actor, utc_now())
        try:
            paying.start_paying(
                uow, invoice_id=bill.invoice.id, client_key=key, way=way, gateway=double.gateway
            )
            session.commit()
        except (PaymentUnderWay, KeyInFlight, InvoiceAlreadyPaid) as refused:
            session.rollback()
            return type(refused).__name__
        return "open"


@pytest.mark.fault("C08")
@pytest.mark.parametrize("before", [None, OnlineWay.CARD])
def test_six_people_choose_at_once(
    committed_engine: Engine, stripe_double: Simulator, before: OnlineWay | None
) -> None:
    with Session(committed_engine, expire_on_commit=False) as session:
        bill = a_bill(UnitOfWork(session, SYSTEM, utc_now()))
        session.commit()
    if before is not None:
        assert choose(committed_engine, bill, stripe_double, before, "the-first") == "open"
    gate = Barrier(AT_ONCE)

    def person(number: int) -> str:
        gate.wait()
        way = list(OnlineWay)[number % 3]
        return choose(committed_engine, bill, stripe_double, way, f"person-{number}")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = list(pool.map(person, range(AT_ONCE)))
    assert "open" in said
    assert set(said) <= {"open", "PaymentUnderWay"}
    with Session(committed_engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        live = uow.rows("SELECT provider_ref FROM payment_attempt WHERE state = 'requires_action'")
        here = replace(bill, system=uow)
        assert [ref for ref, state in at_provider(stripe_double, here).items() if state in OPEN] == [
            live[0]["provider_ref"]
        ]
        assert len(live) == 1


@pytest.mark.fault("C08", "P02")
@pytest.mark.parametrize("turn", range(4))
def test_one_switches_while_the_other_pays(
    committed_engine: Engine, stripe_double: Simulator, turn: int
) -> None:
    with Session(committed_engine, expire_on_commit=False) as session:
        bill = a_bill(UnitOfWork(session, SYSTEM, utc_now()))
        session.commit()
    choose(committed_engine, bill, stripe_double, OnlineWay.WECHAT_PAY, "scanned")
    with Session(committed_engine) as session:
        [row] = UnitOfWork(session, SYSTEM, utc_now()).rows("SELECT id, provider_ref FROM payment_attempt")
    gate = Barrier(2)

    def pay() -> bool:
        gate.wait()
        return stripe_double.page("POST", f"/wallet/{row['provider_ref']}", data={"action": "pay"}).is_success

    def switch() -> str:
        gate.wait()
        return choose(committed_engine, bill, stripe_double, OnlineWay.CARD, f"switched-{turn}")

    with ThreadPoolExecutor(2) as pool:
        paid, said = pool.submit(pay), pool.submit(switch)
        assert (paid.result(), said.result()) in ((True, "InvoiceAlreadyPaid"), (False, "open"))
    with Session(committed_engine, expire_on_commit=False) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        for event in stripe_double.events_of(row["id"]):
            inbox.store_notices(uow, [inbox.read_notice(stripe_double.gateway, *signed(event))])
        while inbox.apply_inbox(uow, gateway=stripe_double.gateway):
            pass
        captured = uow.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'payment_captured'")
        assert captured == [{"n": int(paid.result())}]
        assert [found for check in INVARIANTS for found in check(session)] == []
