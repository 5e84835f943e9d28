"""Several processes book at once: nothing is lost, nothing is booked twice, nobody waits for ever (C09)."""

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.ledger import queries, recipes
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.db import make_engine
from marketplace.core.uow import UnitOfWork
from workers.checks import balances_match_entries, transactions_balance

PROCESSES, ROUNDS, FACTS, INVOICES = 4, 150, 80, 3
CONTRACT, PAYER, BANK = UUID(int=1), UUID(int=2), "6222"


def book(uow: UnitOfWork, fact: int) -> None:
    """Book fact number `fact`, worth `fact + 1` fen: its number alone decides kind, accounts and amounts."""
    number, amount = UUID(int=1000 + fact), fact + 1
    invoice = {"invoice_id": UUID(int=fact % INVOICES), "contract_id": CONTRACT}
    paid = {**invoice, "payer_id": PAYER, "applied_minor": amount}
    if fact % 4 == 0:
        recipes.credit_note_issued(uow, credit_note_id=number, amount_minor=amount, **invoice)
    elif fact % 4 == 1:
        recipes.payment_captured(
            uow, recipes.Capture(number, "stripe", str(fact), **paid, gross_minor=amount)
        )
        recipes.provider_fee_charged(uow, provider="stripe", movement_ref=str(fact), fee_minor=1)
    elif fact % 4 == 2:
        recipes.bank_line_received(uow, line_id=number, bank_account=BANK, amount_minor=amount)
        recipes.bank_line_matched(uow, match_id=number, bank_account=BANK, amount_minor=amount, **paid)
    else:
        recipes.income_split(
            uow, distribution_id=number, contract_id=CONTRACT,
            shares=[recipes.Share("inventor", UUID(int=n), amount) for n in range(3)],
        )  # fmt: skip


def hammer(url: str, seed: int) -> int:
    """Book random facts out of a small common pool, so that keys and accounts collide all the time."""
    chance = random.Random(seed)
    engine = make_engine(url)
    for _ in range(ROUNDS):
        with Session(engine) as session:
            book(UnitOfWork(session, SYSTEM, utc_now()), chance.randrange(FACTS))
            session.commit()
    engine.dispose()
    return ROUNDS


@pytest.mark.fault("C09", holds=("I1", "I2"))
def test_processes_booking_at_once_keep_every_sum(committed_engine: Engine) -> None:
    with Session(committed_engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        for number in range(INVOICES):
            recipes.invoice_issued(
                uow, invoice_id=UUID(int=number), contract_id=CONTRACT, amount_minor=1_000_000
            )
        first = recipes.Capture(
            payment_id=UUID(int=9), provider="stripe", provider_ref="first", gross_minor=500_000, applied_minor=500_000,
            invoice_id=UUID(int=0), contract_id=CONTRACT, payer_id=PAYER,
        )  # fmt: skip
        recipes.payment_captured(uow, first)
        session.commit()

    url = committed_engine.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(hammer, [url] * PROCESSES, range(PROCESSES))) == [ROUNDS] * PROCESSES

    with Session(committed_engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        assert transactions_balance.check(session) == []
        assert balances_match_entries.check(session) == []
        booked = [row["n"] - 1000 for row in uow.rows(
            "SELECT DISTINCT CAST('x' || right(replace(CAST(source_id AS text), '-', ''), 8) AS bit(32))::int AS n"
            " FROM ledger_txn WHERE kind NOT IN ('invoice_issued', 'provider_fee_charged') AND idem_key <> 'cap:stripe:first'"
        )]  # fmt: skip
        assert sorted(booked) == list(range(FACTS))  # 600 draws out of 80: every fact was drawn
        open_minor = sum(queries.get_balance(uow, f"receivable:{UUID(int=n)}") for n in range(INVOICES))
        assert open_minor == INVOICES * 1_000_000 - 500_000 - sum(
            fact + 1 for fact in booked if fact % 4 != 3
        )
        assert queries.get_balance(uow, f"payable_inventor:{UUID(int=2)}") == sum(
            fact + 1 for fact in booked if fact % 4 == 3
        )
