"""A right is found to have lapsed before a period that was billed: the bill stands, both sides know what is no longer owed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from finance.bank import service as bank
from finance.defaults import queries as defaults_read, service as defaults
from finance.payments import queries as payments_read, service as payments
from finance.receivables import deadlines, queries, service
from finance.receivables.schemas import InvoiceView, NewCreditNote
from marketplace.contracts import queries as contracts_read, service as contracts
from marketplace.contracts.after_signature import RightEventKind, RightRecord
from marketplace.contracts.schemas import ContractView
from marketplace.core.actor import SYSTEM
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from tests.factories.contracts import a_reported_period
from tests.factories.receivables import on
from workers.checks import INVARIANTS

BILLED, COMES_TO = 18_500_000, 16_670_330
"""5,000,000 yuan × 3.7 %, and the same for the days before the patent lapsed."""


TOLD = [("周主任", 1), ("钱总", 1), ("陆明", 1)]


@dataclass(frozen=True)
class Period:
    """A contract whose first period was reported and billed, seen by its people some days later."""

    contract: ContractView
    royalty: InvoiceView
    firm: UnitOfWork
    officer: UnitOfWork
    head: UnitOfWork
    system: UnitOfWork
    lapsed_on: date


@pytest.fixture(autouse=True)
def sound(uow: UnitOfWork) -> Iterator[None]:
    """Whatever happens, all promises about the whole hold afterwards."""
    yield
    uow.session.flush()
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


@pytest.fixture
def period(uow: UnitOfWork, drain: Callable[[], int]) -> Period:
    reported = a_reported_period(uow)
    drain()
    system = replace(reported.firm, actor=SYSTEM)
    service.raise_due_invoices(system)
    found = queries.list_invoices(system, contract_id=reported.contract.id).items
    [royalty] = [
        queries.get_invoice(reported.officer, invoice_id=one.id)
        for one in found
        if one.amount_minor == BILLED
    ]
    return Period(
        reported.contract,
        royalty,
        reported.firm,
        reported.officer,
        reported.head,
        system,
        reported.last - timedelta(days=9),
    )


def lapse(period: Period, drain: Callable[[], int]) -> InvoiceView:
    """The officer records that the only patent had lapsed; what follows is followed through."""
    file = contracts.hand_in_file(
        period.officer, contract_id=period.contract.id, data=b"%PDF-1.7 notice", name="终止公告.pdf"
    )
    record = RightRecord(
        position=0, kind=RightEventKind.LAPSED, happened_on=period.lapsed_on, file_ids=[file.file_id]
    )
    contracts.record_right_event(period.officer, contract_id=period.contract.id, record=record)
    drain()
    return queries.get_invoice(period.firm, invoice_id=period.royalty.id)


def pay(period: Period, minor: int) -> None:
    """The firm transfers money with the reference, and the officer reads the account's statement."""
    line = f"{period.officer.today},{new_id().hex},{minor / 100:.2f},甲,{period.royalty.reference}"
    content = f"日期,流水号,收入,对方户名,摘要\n{line}".encode()
    bank.import_statement(period.officer, content=content, file_name="流水.csv")


def credited(period: Period, minor: int) -> InvoiceView:
    form = NewCreditNote(amount_minor=minor, reason="专利权已终止，减免终止后的许可费")
    proposed = service.propose_credit_note(period.officer, invoice_id=period.royalty.id, form=form)
    service.approve_adjustment(period.head, adjustment_id=proposed.id)
    return queries.get_invoice(period.firm, invoice_id=period.royalty.id)


def waiting(uow: UnitOfWork) -> list[tuple[str, int]]:
    return [(one.step, one.amount_minor) for one in queries.list_waiting(uow)]


def told(uow: UnitOfWork) -> list[tuple[str, int]]:
    """Who was told, and how often."""
    rows = uow.rows(
        "SELECT u.name, count(*) AS times FROM notification n JOIN user_account u ON u.id = n.user_id"
        " WHERE n.template = 'invoice_above_contract' GROUP BY u.name ORDER BY u.name"
    )
    return [(row["name"], row["times"]) for row in rows]


def sum_in_contract(period: Period) -> tuple[int, int, int]:
    view = contracts_read.get_contract(period.firm, contract_id=period.contract.id)
    [owed] = [o for o in view.obligations if o.key == period.royalty.obligation_key]
    return owed.amount_minor, owed.settled_minor, owed.credited_minor


def test_what_is_no_longer_owed_is_told_to_both_and_let_go_by_a_credit_note(
    period: Period, drain: Callable[[], int]
) -> None:
    assert (period.royalty.overbilled_minor, waiting(period.officer)) == (0, [])

    bill = lapse(period, drain)

    assert (bill.amount_minor, bill.open_minor, bill.overbilled_minor) == (BILLED, BILLED, BILLED - COMES_TO)
    assert waiting(period.officer) == [("credit_overbilled", BILLED - COMES_TO)]
    assert waiting(period.firm) == []
    assert told(period.system) == TOLD
    assert sum_in_contract(period) == (BILLED, 0, 0)

    bill = credited(period, BILLED - COMES_TO)

    assert (bill.open_minor, bill.overbilled_minor, waiting(period.officer)) == (COMES_TO, 0, [])
    pay(period, COMES_TO)
    assert sum_in_contract(period) == (BILLED, COMES_TO, BILLED - COMES_TO)
    drain()
    assert told(period.system) == TOLD


@pytest.mark.parametrize(
    ("before", "overbilled"), [(17_000_000, 1_500_000), (5_000_000, BILLED - COMES_TO), (BILLED, 0)]
)
def test_what_was_paid_before_stays_paid(
    period: Period, drain: Callable[[], int], before: int, overbilled: int
) -> None:
    """专利法 §47."""
    pay(period, before)
    bill = lapse(period, drain)
    assert (bill.paid_minor, bill.overbilled_minor) == (before, overbilled)
    assert waiting(period.officer) == ([("credit_overbilled", overbilled)] if overbilled else [])
    assert told(period.system) == (TOLD if overbilled else [])
    assert sum_in_contract(period) == (BILLED, before, 0)


def test_a_head_who_refuses_is_not_asked_again(period: Period, drain: Callable[[], int]) -> None:
    lapse(period, drain)
    form = NewCreditNote(amount_minor=BILLED - COMES_TO, reason="专利权已终止，减免终止后的许可费")
    proposed = service.propose_credit_note(period.officer, invoice_id=period.royalty.id, form=form)
    assert waiting(period.officer) == []
    service.refuse_adjustment(period.head, adjustment_id=proposed.id, reason="双方约定照付")
    assert waiting(period.officer) == []
    bill = queries.get_invoice(period.officer, invoice_id=period.royalty.id)
    assert (bill.open_minor, bill.overbilled_minor) == (BILLED, BILLED - COMES_TO)


def test_what_is_no_longer_owed_is_not_chased(period: Period, drain: Callable[[], int]) -> None:
    pay(period, COMES_TO)
    lapse(period, drain)
    late = on(period.system, period.royalty.due_on + timedelta(days=40))
    service.send_due_reminders(late)
    chased = late.rows(
        "SELECT count(*) AS n FROM invoice_reminder WHERE invoice_id = :id AND state = 'sent'",
        id=period.royalty.id,
    )
    assert chased == [{"n": 0}]
    defaults.open_cases(late)
    assert defaults_read.list_of_invoice(late, invoice_id=period.royalty.id) == []
    firm = on(period.firm, late.today)
    unpaid = queries.list_invoices(firm, unpaid=True).items + queries.list_invoices(firm, overdue=True).items
    assert period.royalty.id not in {bill.id for bill in unpaid}
    due = deadlines.list_deadlines(firm, until=late.today)
    assert period.royalty.id not in {day.subject_id for day in due}


def test_whoever_pays_online_pays_what_is_owed(period: Period, drain: Callable[[], int]) -> None:
    lapse(period, drain)
    bill = {"invoice_id": period.royalty.id}
    assert payments_read.get_ways(period.firm, **bill).amount_minor == COMES_TO
    attempt, _ = payments.open_attempt(period.firm, client_key="k", provider="stripe", **bill)
    assert attempt.amount_minor == COMES_TO


def test_a_case_asks_only_for_what_is_owed(period: Period, drain: Callable[[], int]) -> None:
    late = on(period.system, period.royalty.due_on + timedelta(days=40))
    defaults.open_cases(late)
    [case_id] = defaults_read.list_of_invoice(late, invoice_id=period.royalty.id)
    before = defaults_read.get_case(late, case_id=case_id).open_minor
    lapse(period, drain)
    assert before - defaults_read.get_case(late, case_id=case_id).open_minor == BILLED - COMES_TO
