"""Money that goes back: two people decide, the bank's statement proves it. Credit pays another bill or goes back."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest

from finance.bank import queries, service as bank
from finance.bank.errors import CreditTooLow, LineAlreadyMatched, SecondPersonNeeded
from finance.bank.schemas import LineState, ReturnCredit, ReturnState, ReturnView
from finance.ledger import queries as ledger
from finance.receivables import queries as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.bank import PAYER_ACCOUNT, a_receipt, a_row, a_statement
from tests.factories.payments import Bill, a_bill, another_bill
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def credit(bill: Bill) -> int:
    view = queries.get_credit(
        bill.firm, university_id=bill.invoice.university_id, firm_id=bill.invoice.firm_id
    )
    assert ledger.get_balance(bill.system, f"credit:{bill.invoice.firm_id}") >= view.credit_minor
    return view.credit_minor


def overpaid(bill: Bill) -> None:
    """The firm pays 100 yuan more than it owes."""
    bank.match_line(bill.officer, line_id=a_receipt(bill, "80100.00").id, invoice_id=bill.invoice.id)


def form(bill: Bill, amount_minor: int = 10_000) -> ReturnCredit:
    return ReturnCredit(
        firm_id=bill.invoice.firm_id,
        amount_minor=amount_minor,
        payee_account=PAYER_ACCOUNT,
        reason="多付退回",
    )


def test_a_receipt_goes_back_by_two_people_and_the_statement_closes_it(bill: Bill) -> None:
    line = a_receipt(bill, "500.00", payer="汇错的公司")
    asked = bank.ask_line_return(bill.officer, line_id=line.id, reason="汇错款")
    assert (asked.state, asked.payee_name, asked.payee_account) == (
        ReturnState.ASKED,
        "汇错的公司",
        PAYER_ACCOUNT,
    )
    assert queries.get_line(bill.officer, line_id=line.id).state is LineState.RETURNING
    with pytest.raises(SecondPersonNeeded):
        bank.approve_return(bill.officer, return_id=asked.id)
    with pytest.raises(LineAlreadyMatched):
        bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id)
    approved = bank.approve_return(bill.head, return_id=asked.id)
    assert (approved.state, bank.approve_return(bill.head, return_id=asked.id)) == (
        ReturnState.APPROVED,
        approved,
    )
    assert ledger.get_balance(bill.system, f"return_due:{asked.id}") == 50_000

    a_statement(bill, a_row(bill, "499.00", sent=True), a_row(bill, "500.00", sent=True, account="6222"))
    assert state(bill, asked) is ReturnState.APPROVED  # another sum, another account
    a_statement(bill, a_row(bill, "500.00", sent=True))
    assert state(bill, asked) is ReturnState.SENT
    assert queries.get_line(bill.officer, line_id=line.id).state is LineState.RETURNED
    assert ledger.get_balance(bill.system, f"bank:{line.account_no}") == 0
    assert ledger.get_balance(bill.system, f"return_due:{asked.id}") == 0


def state(bill: Bill, view: ReturnView) -> ReturnState:
    return next(found.state for found in queries.list_returns(bill.officer) if found.id == view.id)


def test_a_return_that_is_declined_leaves_the_receipt_waiting(bill: Bill) -> None:
    line = a_receipt(bill, "500.00")
    asked = bank.ask_line_return(bill.officer, line_id=line.id, reason="汇错款")
    bank.approve_return(bill.head, return_id=asked.id)
    bank.decline_return(bill.head, return_id=asked.id, reason="查明是许可费")
    line = queries.get_line(bill.officer, line_id=line.id)
    assert (line.state, line.left_minor) == (LineState.UNMATCHED, 50_000)
    assert [step.action for step in line.history] == ["bank_line.return_asked", "bank_line.return_declined"]
    with pytest.raises(IllegalMove):
        bank.approve_return(bill.head, return_id=asked.id)


def test_credit_settles_another_bill_of_the_same_university(bill: Bill) -> None:
    overpaid(bill)
    other = another_bill(bill, amount_minor=6_000)
    assert [(c.university_id, c.credit_minor) for c in queries.list_credits(bill.firm)] == [
        (bill.invoice.university_id, 10_000)
    ]
    large = another_bill(bill, amount_minor=50_000)
    with pytest.raises(CreditTooLow):
        bank.use_credit(bill.firm, invoice_id=large.invoice.id, amount_minor=10_001)
    left = bank.use_credit(
        bill.firm, invoice_id=other.invoice.id, amount_minor=99_999
    )  # never more than is open
    assert (left.credit_minor, credit(bill)) == (4_000, 4_000)
    invoice = receivables.get_invoice(bill.firm, invoice_id=other.invoice.id)
    assert (invoice.state, [(p.method, p.applied_minor) for p in invoice.payments]) == (
        "paid",
        [("credit", 6_000)],
    )
    with pytest.raises(InvoiceAlreadyPaid):
        bank.use_credit(bill.firm, invoice_id=other.invoice.id, amount_minor=1)


def test_credit_with_one_university_pays_no_other_one(bill: Bill) -> None:
    overpaid(bill)
    elsewhere = a_bill(bill.system)
    with pytest.raises(NotFound):
        bank.use_credit(bill.firm, invoice_id=elsewhere.invoice.id, amount_minor=1)
    with pytest.raises(CreditTooLow):
        bank.use_credit(elsewhere.firm, invoice_id=elsewhere.invoice.id, amount_minor=1)


def test_credit_goes_back_by_two_people(bill: Bill) -> None:
    overpaid(bill)
    with pytest.raises(CreditTooLow):
        bank.ask_credit_return(bill.officer, form=form(bill, 10_001))
    asked = bank.ask_credit_return(bill.officer, form=form(bill))
    assert credit(bill) == 0
    with pytest.raises(CreditTooLow):
        bank.ask_credit_return(bill.officer, form=form(bill, 1))
    bank.approve_return(bill.head, return_id=asked.id)
    assert ledger.get_balance(bill.system, f"credit:{bill.invoice.firm_id}") == 0
    bank.decline_return(bill.officer, return_id=asked.id, reason="改抵下期")
    assert (credit(bill), ledger.get_balance(bill.system, f"credit:{bill.invoice.firm_id}")) == (
        10_000,
        10_000,
    )


def test_others_neither_return_nor_use_nor_see(bill: Bill) -> None:
    overpaid(bill)
    line = a_receipt(bill, "5.00", payer="别人")
    asked, other = bank.ask_line_return(bill.officer, line_id=line.id, reason="汇错款"), a_bill(bill.system)
    before = bill.system.rows("SELECT state, amount_minor FROM bank_return")
    for who in (bill.firm, other.officer):
        for deed in (
            lambda who: bank.ask_line_return(who, line_id=line.id, reason="汇错款"),
            lambda who: bank.approve_return(who, return_id=asked.id),
            lambda who: bank.decline_return(who, return_id=asked.id, reason="不行"),
        ):
            with pytest.raises(NotFound):
                deed(who)
    with pytest.raises(Forbidden):
        bank.ask_credit_return(bill.firm, form=form(bill))
    with pytest.raises(NotFound):
        bank.ask_credit_return(bill.officer, form=form(bill).model_copy(update={"firm_id": uuid4()}))
    with pytest.raises(CreditTooLow):
        bank.ask_credit_return(other.officer, form=form(bill))
    with pytest.raises(NotFound):
        queries.get_credit(
            other.officer, university_id=bill.invoice.university_id, firm_id=bill.invoice.firm_id
        )
    with pytest.raises(Forbidden):
        bank.use_credit(bill.officer, invoice_id=bill.invoice.id, amount_minor=1)
    reader = replace(bill.firm, actor=replace(bill.firm.actor, permissions=frozenset({"invoice.read"})))
    with pytest.raises(Forbidden):
        bank.use_credit(reader, invoice_id=bill.invoice.id, amount_minor=1)
    with pytest.raises(Forbidden):
        queries.list_returns(bill.firm)
    assert bill.system.rows("SELECT state, amount_minor FROM bank_return") == before
    assert credit(bill) == 10_000
