"""Two at the same instant: one effect, whatever the two of them do."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.bank import service as bank
from finance.bank.schemas import ReturnCredit
from finance.distributions import service as distributions
from finance.payments import inbox, service as payments
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.events.payments import PaymentSettled
from tests.at_once import DONE, Deed, at_once
from tests.factories.bank import HEAD, PAYER_ACCOUNT, a_receipt
from tests.factories.payments import Bill, Simulator, a_bill, another_bill, running_simulator, signed
from workers.checks import INVARIANTS


def stage(engine: Engine, tell: Callable[[Bill], object]) -> tuple[Bill, object]:
    """Set a scene and commit it; gives the bill and what was told."""
    with unit_of_work(on=engine) as uow:
        bill = a_bill(uow)
        return bill, tell(bill)


def books(engine: Engine, kinds: str) -> list[str]:
    """The transactions of some kinds, and that every invariant holds."""
    with Session(engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        assert [found for check in INVARIANTS for found in check(session)] == []
        return [
            row["kind"]
            for row in uow.rows(
                "SELECT kind FROM ledger_txn WHERE kind = ANY(:k) ORDER BY id", k=kinds.split()
            )
        ]


@pytest.mark.fault("P28")
def test_a_file_sent_twice_at_once_is_booked_once(committed_engine: Engine) -> None:
    bill, _ = stage(committed_engine, lambda _: None)
    content = f"{HEAD}2027-01-08,S1,80000,,甲,1,{bill.invoice.reference}".encode()
    send = (bill.officer.actor, lambda uow: bank.import_statement(uow, content=content, file_name="a.csv"))
    assert at_once(committed_engine, send, send) == [DONE, DONE]
    assert books(committed_engine, "bank_line_received bank_line_matched") == [
        "bank_line_received",
        "bank_line_matched",
    ]


def test_two_people_place_one_receipt_on_two_bills(committed_engine: Engine) -> None:
    bill, told = stage(
        committed_engine,
        lambda bill: (a_receipt(bill).id, another_bill(bill, amount_minor=8_000_000).invoice.id),
    )
    line, other = told  # type: ignore[misc]
    place = [
        (who.actor, lambda uow, invoice=invoice: bank.match_line(uow, line_id=line, invoice_id=invoice))
        for who, invoice in ((bill.officer, bill.invoice.id), (bill.head, other))
    ]
    assert sorted(at_once(committed_engine, *place)) == ["bank_line.already_matched", DONE]
    assert books(committed_engine, "bank_line_matched") == ["bank_line_matched"]


def test_two_receipts_pay_one_bill_and_the_surplus_is_credit(committed_engine: Engine) -> None:
    bill, lines = stage(committed_engine, lambda bill: [a_receipt(bill).id, a_receipt(bill).id])
    pay = [
        (
            bill.officer.actor,
            lambda uow, line=line: bank.match_line(uow, line_id=line, invoice_id=bill.invoice.id),
        )
        for line in lines  # type: ignore[attr-defined]
    ]
    assert at_once(committed_engine, *pay) == [DONE, DONE]
    books(committed_engine, "")
    assert credit_of(committed_engine, bill) == 8_000_000


def credit_of(engine: Engine, bill: Bill) -> int:
    with unit_of_work(on=engine) as uow:
        [row] = uow.rows(
            "SELECT -balance_minor AS minor FROM ledger_account WHERE key = :key",
            key=f"credit:{bill.invoice.firm_id}",
        )
        return int(row["minor"])


def test_a_match_undone_twice_is_reversed_once(committed_engine: Engine) -> None:
    bill, match = stage(
        committed_engine,
        lambda bill: (
            bank.match_line(bill.officer, line_id=a_receipt(bill).id, invoice_id=bill.invoice.id)
            .matches[0]
            .id
        ),
    )
    undo = [
        (who.actor, lambda uow: bank.undo_match(uow, match_id=match, reason="认错了"))
        for who in (bill.officer, bill.head)
    ]  # type: ignore[arg-type]
    assert sorted(at_once(committed_engine, *undo)) == [DONE, "illegal_move"]
    assert books(committed_engine, "reversal") == ["reversal"]


@pytest.mark.parametrize("proposed", [True, False])
def test_undoing_races_with_splitting(committed_engine: Engine, proposed: bool) -> None:
    """Either the split is withdrawn or never made, or it stands and so does the match; never money split that is gone."""

    def scene(bill: Bill) -> object:
        match = (
            bank.match_line(bill.officer, line_id=a_receipt(bill).id, invoice_id=bill.invoice.id)
            .matches[0]
            .id
        )
        [row] = bill.system.rows(
            "SELECT payload FROM outbox_event WHERE name = :name", name=PaymentSettled.name
        )
        settled = PaymentSettled.model_validate(row["payload"])
        return (
            match,
            settled,
            distributions.propose_distribution(bill.system, settled=settled) if proposed else None,
        )

    bill, told = stage(committed_engine, scene)
    match, settled, split = told  # type: ignore[misc]
    undo: Deed = (bill.officer.actor, lambda uow: bank.undo_match(uow, match_id=match, reason="认错了"))
    if proposed:
        other: Deed = (
            bill.head.actor,
            lambda uow: distributions.approve_distribution(uow, distribution_id=split),
        )
        assert set(at_once(committed_engine, undo, other)) in (
            {DONE, "bank_match.stands"},
            {DONE, "illegal_move"},
        )
    else:
        other = (SYSTEM, lambda uow: distributions.propose_distribution(uow, settled=settled))
        assert at_once(committed_engine, undo, other) == [DONE, DONE]
    assert books(committed_engine, "reversal income_split") in (["reversal"], ["income_split"])
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT 1 AS found FROM distribution WHERE state = 'proposed'") == []


@pytest.mark.fault("C11")
def test_credit_is_used_once(committed_engine: Engine) -> None:
    def scene(bill: Bill) -> object:
        bank.match_line(bill.officer, line_id=a_receipt(bill, "80100.00").id, invoice_id=bill.invoice.id)
        return another_bill(bill, amount_minor=10_000).invoice.id, another_bill(
            bill, amount_minor=10_001
        ).invoice.id

    bill, told = stage(committed_engine, scene)
    one, two = told  # type: ignore[misc]
    form = ReturnCredit(
        firm_id=bill.invoice.firm_id, amount_minor=10_000, payee_account=PAYER_ACCOUNT, reason="多付"
    )
    uses: list[Deed] = [
        (
            bill.firm.actor,
            lambda uow, invoice=invoice: bank.use_credit(uow, invoice_id=invoice, amount_minor=10_000),
        )
        for invoice in (one, two)
    ]
    uses.append((bill.officer.actor, lambda uow: bank.ask_credit_return(uow, form=form)))
    assert sorted(at_once(committed_engine, *uses)) == ["credit.too_low", "credit.too_low", DONE]
    books(committed_engine, "")


@pytest.mark.fault("P30")
def test_wallet_and_bank_pay_one_bill_at_once(committed_engine: Engine) -> None:
    with running_simulator() as double:
        bill, ref = stage(committed_engine, lambda bill: wallet(bill, double))
        events = double.events_of(ref)
        content = f"{HEAD}2027-01-08,S1,80000,,甲,1,{bill.invoice.reference}".encode()

        def captured(uow: UnitOfWork) -> None:
            inbox.apply_inbox(uow, gateway=double.gateway)

        with unit_of_work(on=committed_engine) as uow:
            for event in events:
                body, signature = signed(event)
                inbox.store_notices(uow, [inbox.read_notice(double.gateway, body, signature)])
        by_bank: Deed = (
            bill.officer.actor,
            lambda uow: bank.import_statement(uow, content=content, file_name="a.csv"),
        )
        assert at_once(committed_engine, (SYSTEM, captured), by_bank) == [DONE, DONE]
    assert sorted(books(committed_engine, "payment_captured bank_line_matched")) == [
        "bank_line_matched",
        "payment_captured",
    ]
    assert credit_of(committed_engine, bill) == 8_000_000


def wallet(bill: Bill, double: Simulator) -> object:
    attempt, _ = payments.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    payments.record_answer(
        bill.firm, attempt_id=attempt.id, answer=payments.ask(double.gateway, payments.request_of(attempt))
    )
    double.act(attempt.provider_ref or "", "pay")
    return attempt.id
