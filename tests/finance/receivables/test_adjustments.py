"""Credit notes and write-offs: proposed by one person, decided by another, booked to the fen, and taken back when money comes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from finance.bank import service as bank
from finance.ledger import queries as ledger
from finance.receivables import papers, queries, service
from finance.receivables.errors import (
    AdjustmentPending,
    CreditExceedsOpen,
    LineUnknown,
    NotUnpaid,
    OwnAdjustment,
    TooEarlyToWriteOff,
)
from finance.receivables.schemas import AdjustmentView, NewCreditNote, NewWriteOff
from marketplace.contracts import queries as contracts
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, Problem
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once
from tests.factories.defaults import a_late_story, a_story
from tests.factories.payments import Bill, a_bill
from tests.factories.receivables import on
from workers.checks import INVARIANTS

EVIDENCE = "企业已注销，法院终结本次执行裁定书（2027）苏02执1号。"


def sound(uow: UnitOfWork) -> None:
    uow.session.flush()
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def proposed(uow: UnitOfWork, bill: Bill, minor: int = 3_000_000) -> AdjustmentView:
    form = NewCreditNote(amount_minor=minor, reason="里程碑部分未达标，双方同意减免")
    return service.propose_credit_note(uow, invoice_id=bill.invoice.id, form=form)


def late(uow: UnitOfWork, bill: Bill, days: int = 60) -> UnitOfWork:
    return on(uow, bill.invoice.due_on + timedelta(days=days))


def written_off(bill: Bill) -> AdjustmentView:
    form = NewWriteOff(reason="无可供执行的财产", evidence=EVIDENCE)
    found = service.propose_write_off(late(bill.officer, bill), invoice_id=bill.invoice.id, form=form)
    return service.approve_adjustment(late(bill.head, bill), adjustment_id=found.id)


def pay(bill: Bill, minor: int, officer: UnitOfWork | None = None) -> None:
    """The firm transfers money with the reference, and an officer reads the account's statement."""
    reader = officer or bill.officer
    line = f"{reader.today},{new_id().hex},{minor / 100:.2f},甲,{bill.invoice.reference}"
    content = f"日期,流水号,收入,对方户名,摘要\n{line}".encode()
    bank.import_statement(reader, content=content, file_name="流水.csv")


def announced(uow: UnitOfWork, name: str) -> list[dict[str, object]]:
    uow.session.flush()
    return [
        r["payload"]
        for r in uow.rows("SELECT payload FROM outbox_event WHERE name = :n ORDER BY seq", n=name)
    ]


def of_room(uow: UnitOfWork) -> list[str]:
    """Everything that a credit note or write-off may change, to compare before and after a refusal."""
    uow.session.flush()
    return [
        str(uow.rows(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608 - names of tables
        for table in ("invoice", "obligation", "invoice_adjustment", "invoice_counter", "ledger_txn", "ledger_entry",
                      "contract_settlement", "state_change", "outbox_event", "tax_invoice")
    ]  # fmt: skip


def refused(uow: UnitOfWork, problem: type[Problem], act: Callable[[], object]) -> Problem:
    before = of_room(uow)
    with pytest.raises(problem) as caught:
        act()
    assert of_room(uow) == before
    return caught.value


def test_a_credit_note_takes_a_part_off_the_invoice_the_books_and_the_contract(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    one = proposed(bill.officer, bill)
    assert (one.state, one.number, one.moves) == ("proposed", None, ["withdraw"])
    assert queries.get_adjustment(bill.head, adjustment_id=one.id).moves == ["approve", "refuse", "withdraw"]
    assert queries.get_invoice(bill.officer, invoice_id=bill.invoice.id).open_minor == 8_000_000

    done = service.approve_adjustment(bill.head, adjustment_id=one.id)

    year = bill.head.today.year
    assert (done.state, done.number, done.decided_by_name) == ("approved", f"DX-{year}-000001", "周主任")
    view = queries.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (view.state, view.credited_minor, view.open_minor) == ("open", 3_000_000, 5_000_000)
    assert [(a.number, a.amount_minor, a.line) for a in view.adjustments] == [(done.number, 3_000_000, 1)]
    assert ledger.get_balance(uow, f"receivable:{bill.invoice.id}") == 5_000_000
    assert ledger.get_balance(uow, f"entitlement:{bill.invoice.contract_id}") == 5_000_000
    [told] = announced(uow, "receivables.invoice.credited")
    assert (told["credit_number"], told["off_minor"], told["open_minor"]) == (
        done.number,
        3_000_000,
        5_000_000,
    )
    sound(uow)


def test_credit_and_money_together_settle_the_invoice(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    pay(bill, 5_000_000)
    service.approve_adjustment(bill.head, adjustment_id=proposed(bill.officer, bill).id)

    view = queries.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (view.state, view.paid_minor, view.credited_minor, view.open_minor) == (
        "paid",
        5_000_000,
        3_000_000,
        0,
    )
    sound(uow)


def test_what_was_let_go_is_owed_no_more_in_the_contract_and_counts_as_no_money(uow: UnitOfWork) -> None:
    story = a_story(uow)
    bill, day = story.invoice(), date(2027, 3, 1)
    form = NewCreditNote(amount_minor=8_000_000, reason="产品未能上市，全额减免")
    one = service.propose_credit_note(story.at("officer", day), invoice_id=bill.id, form=form)
    service.approve_adjustment(story.at("head", day), adjustment_id=one.id)
    story.react()

    assert story.invoice().state == "credited"
    [owed] = contracts.list_obligations(story.at("firm", day), contract_id=story.contract_id)
    assert (owed.settled_minor, owed.credited_minor, owed.done) == (0, 8_000_000, True)
    [planned] = queries.list_obligations(story.at("firm", day), contract_id=story.contract_id)
    assert planned.state == "credited"
    assert ledger.get_balance(uow, f"undistributed:{story.contract_id}") == 0
    sound(uow)


def test_a_credit_note_for_the_rest_ends_the_default(uow: UnitOfWork) -> None:
    story, day = a_late_story(uow), date(2027, 3, 9)
    form = NewCreditNote(amount_minor=8_000_000, reason="和解协议减免全部款项")
    one = service.propose_credit_note(story.at("officer", day), invoice_id=story.invoice().id, form=form)
    done = service.approve_adjustment(story.at("head", day), adjustment_id=one.id)
    story.react()

    case = story.case(day=day)
    assert (case.state, case.open_minor, case.ended_on) == ("cured", 0, day)
    assert uow.rows("SELECT settled_by FROM default_case") == [{"settled_by": done.number}]
    assert [b.kind for b in story.invoices(day)] == [
        "deferred_fee"
    ]  # nothing late was paid, so no interest is billed
    sound(uow)


def test_numbers_of_credit_notes_have_no_gaps_whatever_is_refused_between(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    numbers = []
    for refuse in (False, True, False):
        one = proposed(bill.officer, bill, 100)
        if refuse:
            assert (
                service.refuse_adjustment(bill.head, adjustment_id=one.id, reason="理由不足").answer
                == "理由不足"
            )
        else:
            numbers.append(service.approve_adjustment(bill.head, adjustment_id=one.id).number)
    year = uow.today.year
    assert numbers == [f"DX-{year}-000001", f"DX-{year}-000002"]
    assert queries.get_invoice(bill.firm, invoice_id=bill.invoice.id).credited_minor == 200
    sound(uow)


def test_refusals_change_nothing(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    over = NewCreditNote(amount_minor=8_000_001, reason="多了一分钱")
    why = refused(
        uow,
        CreditExceedsOpen,
        lambda: service.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=over),
    )
    assert "80,000.00" in str(why.body("zh-CN", "")["detail"])
    line = NewCreditNote(amount_minor=1, line=2, reason="没有第二行")
    refused(
        uow,
        LineUnknown,
        lambda: service.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=line),
    )
    refused(uow, Forbidden, lambda: proposed(bill.firm, bill))
    refused(uow, NotFound, lambda: proposed(bill.market.outsider, bill))

    one = proposed(bill.head, bill)
    refused(uow, AdjustmentPending, lambda: proposed(bill.officer, bill))
    refused(uow, OwnAdjustment, lambda: service.approve_adjustment(bill.head, adjustment_id=one.id))
    refused(uow, Forbidden, lambda: service.approve_adjustment(bill.officer, adjustment_id=one.id))
    refused(uow, NotFound, lambda: service.approve_adjustment(bill.firm, adjustment_id=one.id))
    assert queries.get_invoice(bill.firm, invoice_id=bill.invoice.id).adjustments == []

    service.withdraw_adjustment(bill.officer, adjustment_id=one.id)
    refused(uow, IllegalMove, lambda: service.approve_adjustment(bill.head, adjustment_id=one.id))


def test_money_that_came_before_the_approval_is_looked_at_again(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    one = proposed(bill.officer, bill)
    pay(bill, 6_000_000)
    refused(uow, CreditExceedsOpen, lambda: service.approve_adjustment(bill.head, adjustment_id=one.id))


def test_a_write_off_waits_for_the_ladder_and_the_demand(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    form = NewWriteOff(reason="无可供执行的财产", evidence=EVIDENCE)
    eve = late(bill.officer, bill, 59)
    why = refused(
        uow, TooEarlyToWriteOff, lambda: service.propose_write_off(eve, invoice_id=bill.invoice.id, form=form)
    )
    assert isinstance(why, TooEarlyToWriteOff)
    assert why.earliest == bill.invoice.due_on + timedelta(days=60)
    assert (
        service.propose_write_off(
            late(bill.officer, bill), invoice_id=bill.invoice.id, form=form
        ).amount_minor
        == 8_000_000
    )


def test_a_written_off_invoice_is_closed_in_the_books_and_still_owed_in_the_contract(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    pay(bill, 1_000_000)
    written_off(bill)

    view = queries.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (view.state, view.written_off_minor, view.open_minor, view.overdue) == (
        "written_off",
        7_000_000,
        0,
        False,
    )
    assert ledger.get_balance(uow, f"receivable:{bill.invoice.id}") == 0
    assert [o.state for o in queries.list_obligations(bill.firm, contract_id=bill.invoice.contract_id)] == [
        "invoiced"
    ]
    assert uow.rows("SELECT kind FROM contract_settlement") == [{"kind": "payment"}]
    again = NewCreditNote(amount_minor=1, reason="已核销的账单")
    refused(
        uow,
        NotUnpaid,
        lambda: service.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=again),
    )
    service.send_due_reminders(late(bill.system, bill, 90))
    assert announced(uow, "receivables.invoice.reminded") == []
    sound(uow)


@pytest.mark.parametrize(
    ("minor", "state", "left", "over"),
    [(3_000_000, "partially_paid", 5_000_000, 0), (8_000_001, "paid", 0, 1)],
)
def test_money_that_comes_after_all_takes_the_write_off_back(
    uow: UnitOfWork, minor: int, state: str, left: int, over: int
) -> None:
    bill = a_bill(uow)
    note = written_off(bill)
    pay(bill, minor, late(bill.officer, bill, 70))

    view = queries.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (view.state, view.written_off_minor, view.open_minor) == (state, 0, left)
    assert queries.get_adjustment(bill.officer, adjustment_id=note.id).state == "reversed"
    assert ledger.get_balance(uow, f"receivable:{bill.invoice.id}") == left
    assert ledger.get_balance(uow, f"undistributed:{bill.invoice.contract_id}") == 8_000_000 - left
    assert ledger.get_balance(uow, f"credit:{bill.invoice.firm_id}") == over
    assert len(announced(uow, "receivables.invoice.recovered")) == 1
    sound(uow)


def test_a_payment_that_is_told_twice_does_not_take_a_write_off_back(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    source = new_id()
    first = {"invoice_id": bill.invoice.id, "method": "bank", "source_id": source, "amount_minor": 5}
    service.apply_payment(bill.system, **first)  # type: ignore[arg-type]
    written_off(bill)
    assert service.apply_payment(bill.system, **first).repeated is True  # type: ignore[arg-type]
    assert queries.get_invoice(bill.firm, invoice_id=bill.invoice.id).state == "written_off"


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE invoice SET credited_minor = credited_minor - 1",
        "UPDATE invoice SET written_off_minor = 1",
        "UPDATE invoice SET state = 'paid'",
        "UPDATE invoice_adjustment SET amount_minor = amount_minor + 1",
        "UPDATE invoice_adjustment SET year_seq = 2",
        "DELETE FROM contract_settlement",
    ],
)
def test_the_check_of_invoices_names_what_was_tampered_with(uow: UnitOfWork, tampering: str) -> None:
    bill = a_bill(uow)
    service.approve_adjustment(bill.head, adjustment_id=proposed(bill.officer, bill).id)
    sound(uow)
    uow.session.connection().exec_driver_sql(tampering)
    assert "I6" in {found.invariant for check in INVARIANTS for found in check(uow.session)}


def test_two_heads_at_once_book_a_credit_note_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        bill = a_bill(uow)
        one = proposed(bill.officer, bill)
    approve = (bill.head.actor, lambda uow: service.approve_adjustment(uow, adjustment_id=one.id))
    assert sorted(at_once(committed_engine, approve, approve)) == [DONE, IllegalMove.code]
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT credited_minor FROM invoice") == [{"credited_minor": 3_000_000}]


def test_two_proposals_at_once_leave_one(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        bill = a_bill(uow)
    propose = (bill.officer.actor, lambda uow: proposed(uow, bill))
    assert sorted(at_once(committed_engine, propose, propose)) == sorted([DONE, AdjustmentPending.code])


def test_a_write_off_has_no_paper(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    found = written_off(bill)
    with pytest.raises(NotFound):
        papers.typeset_credit_note(late(bill.head, bill), adjustment_id=found.id)
