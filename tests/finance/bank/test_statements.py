"""对公转账: what the bank shows is booked once, finds its invoice by reference, or waits with suggestions."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from finance.bank import queries, service as bank
from finance.bank.errors import LineAlreadyMatched, StatementNotReadable, StatementRowsWrong
from finance.bank.reading import read_statement
from finance.bank.schemas import LineState, StatementView
from finance.ledger import queries as ledger
from finance.receivables import queries as receivables
from marketplace.core.problems import Forbidden, NotFound, TooLarge
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, a_bill, another_bill
from workers.checks import INVARIANTS

HEAD = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要\n"


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def load(bill: Bill, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> StatementView:
    return bank.import_statement(
        bill.officer, content=(head + "\n".join(rows)).encode(encoding), file_name="流水.csv"
    )


def row(
    bill: Bill,
    amount: str = "80000.00",
    memo: str | None = None,
    serial: str = "S1",
    payer: str | None = None,
) -> str:
    return f'2027-01-08,{serial},"{amount}",,{payer or bill.invoice.firm_name},6222,{bill.invoice.reference if memo is None else memo}'


def lines(bill: Bill) -> list[tuple[int, str]]:
    page = queries.list_bank_lines(bill.officer, state=None, page=1, size=50)
    return sorted((line.amount_minor, line.state.value) for line in page.items)


def test_a_transfer_with_its_reference_settles_its_invoice(bill: Bill) -> None:
    done = load(bill, row(bill, memo=f"付许可费 {bill.invoice.reference.lower()} 谢谢"), encoding="gb18030")

    assert (done.lines, done.new, done.matched, done.unmatched, done.repeated) == (1, 1, 1, 0, False)
    invoice = receivables.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (invoice.state, [p.method for p in invoice.payments]) == ("paid", ["bank_transfer"])
    assert ledger.get_balance(bill.system, f"bank:{done.account_no}") == 8_000_000
    assert ledger.get_balance(bill.system, f"unmatched:{done.account_no}") == 0
    [event] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = 'payments.payment.settled'")
    assert event["payload"]["method"] == "bank_transfer"


@pytest.mark.fault("P28")
def test_the_same_file_and_overlapping_files_change_nothing(bill: Bill) -> None:
    first, other = row(bill), row(bill, "5.00", "利息", "S2")
    load(bill, first)

    again = load(bill, first)
    assert (again.repeated, again.new) == (True, 0)
    overlap = load(bill, other, first)
    assert (overlap.new, overlap.known) == (1, 1)
    assert lines(bill) == [(500, "unmatched"), (8_000_000, "matched")]


@pytest.mark.fault("P28")
def test_two_genuine_equal_payments_of_one_day_without_numbers_are_both_kept(bill: Bill) -> None:
    head = "记账日期,贷方发生额,对方名称,附言\n"
    same = "20270108,12.30,某公司,货款"
    assert load(bill, same, same, head=head).new == 2
    assert load(bill, same, same, "20270109,1,某公司,货款", head=head).new == 1
    assert lines(bill) == [(100, "unmatched"), (1230, "unmatched"), (1230, "unmatched")]


@pytest.mark.fault("P29")
def test_money_without_a_reference_waits_with_suggestions_and_is_matched_by_a_person(bill: Bill) -> None:
    load(bill, row(bill, memo="许可费"), row(bill, "1.00", "别的", "S2", "无关公司"))
    assert ledger.get_balance(bill.system, f"receivable:{bill.invoice.id}") == 8_000_000

    waiting = queries.list_bank_lines(bill.officer, state=LineState.UNMATCHED, page=1, size=50)
    by_amount = {line.amount_minor: line for line in waiting.items}
    [suggestion] = by_amount[8_000_000].suggestions
    assert (suggestion.invoice_id, suggestion.score) == (bill.invoice.id, 60)
    assert [(e.feature, e.points) for e in suggestion.evidence] == [("amount_equal", 35), ("payer_equal", 25)]
    assert by_amount[100].suggestions == []

    line = bank.match_line(bill.officer, line_id=by_amount[8_000_000].id, invoice_id=bill.invoice.id)
    assert (line.state, line.how) == (LineState.MATCHED, "person")
    assert bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id) == line
    assert receivables.get_invoice(bill.firm, invoice_id=bill.invoice.id).state == "paid"
    [event] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = 'bank.line.unmatched'")
    assert (event["payload"]["count"], event["payload"]["amount_minor"]) == (2, 8_000_100)


@pytest.mark.fault("P29")
def test_a_mistyped_reference_is_a_suggestion_never_a_match(bill: Bill) -> None:
    reference = bill.invoice.reference
    wrong = reference[:-1] + str((int(reference[-1]) + 1) % 10)
    load(bill, row(bill, "3.00", wrong, payer="张三"))

    [line] = queries.list_bank_lines(bill.officer, state=LineState.UNMATCHED, page=1, size=50).items
    [suggestion] = line.suggestions
    assert suggestion.invoice_id == bill.invoice.id
    assert [e.feature for e in suggestion.evidence] == ["reference_close"]


@pytest.mark.fault("P22")
def test_part_payments_and_what_is_over(bill: Bill) -> None:
    load(bill, row(bill, "30000"), row(bill, "49999.99", serial="S2"), row(bill, "0.02", serial="S3"))

    invoice = receivables.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (invoice.state, invoice.paid_minor, len(invoice.payments)) == ("paid", 8_000_000, 3)
    assert ledger.get_balance(bill.system, f"credit:{bill.invoice.firm_id}") == 1


@pytest.mark.fault("P22")
def test_money_for_a_paid_invoice_is_the_payers_credit(bill: Bill) -> None:
    load(bill, row(bill))
    load(bill, row(bill, "10.00", serial="S9"))

    assert ledger.get_balance(bill.system, f"credit:{bill.invoice.firm_id}") == 1_000
    assert len(bill.system.rows("SELECT 1 FROM contract_settlement")) == 1


def test_a_matched_line_goes_to_no_other_invoice(bill: Bill) -> None:
    load(bill, row(bill))
    [line] = queries.list_bank_lines(bill.officer, state=LineState.MATCHED, page=1, size=50).items

    with pytest.raises(LineAlreadyMatched):
        bank.match_line(
            bill.officer, line_id=line.id, invoice_id=another_bill(bill, amount_minor=8_000_000).invoice.id
        )


def test_only_the_owner_of_the_account_imports_and_matches(bill: Bill) -> None:
    load(bill, row(bill, memo="无"))
    [line] = queries.list_bank_lines(bill.officer, state=None, page=1, size=50).items
    other = a_bill(bill.system)
    with pytest.raises(Forbidden):
        bank.import_statement(bill.firm, content=b"x", file_name="x")
    with pytest.raises(NotFound):
        bank.match_line(other.officer, line_id=line.id, invoice_id=other.invoice.id)
    with pytest.raises(NotFound):
        bank.match_line(bill.officer, line_id=line.id, invoice_id=other.invoice.id)
    inventor = replace(bill.officer, actor=replace(bill.officer.actor, permissions=frozenset()))
    with pytest.raises(Forbidden):
        queries.list_bank_lines(inventor, state=None, page=1, size=1)
    assert bill.system.rows("SELECT state FROM bank_line") == [{"state": "unmatched"}]


def test_wrong_rows_are_named_and_nothing_is_imported(bill: Bill) -> None:
    with pytest.raises(StatementRowsWrong) as refused:
        load(
            bill,
            row(bill),
            "2027-13-01,S2,5.00,,甲,1,x",
            "2027-01-09,S3,1.005,,甲,1,x",
            "2027-01-09,S4,三元,,甲,1,x",
        )

    assert [(e.pointer, e.code) for e in refused.value.errors] == [
        ("/rows/3/交易日期", "statement.day"), ("/rows/4/收入金额", "statement.amount"), ("/rows/5/收入金额", "statement.amount"),
    ]  # fmt: skip
    assert bill.system.rows("SELECT count(*) AS n FROM bank_line") == [{"n": 0}]


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2", b"PK\x03\x04 not a zip", b"\xff\xfe\x00\x01\x02", b"\x00" * 10]
)
def test_what_is_no_statement_is_refused(content: bytes) -> None:
    with pytest.raises(StatementNotReadable):
        read_statement(content)


def test_fifty_megabytes_are_refused() -> None:
    with pytest.raises(TooLarge):
        read_statement(b"x" * 11 * 1_048_576)


def an_excel(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in rows:
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_an_excel_with_a_preamble_and_a_direction_column_is_read() -> None:
    read = read_statement(
        an_excel(
            ["中国演示银行 账户明细"], ["账号：", "1001"], [],
            ["交易时间", "借贷标志", "交易金额", "对方户名", "用途", "备注", "账号"],
            [date(2027, 1, 8), "贷", 80000, "甲公司", "许可费", "XY0001", "1001"],
            [date(2027, 1, 8), "借", 5, "银行", "手续费", "", "1001"],
            ["2027年1月9日 10:20:30", "贷", "￥1,234.50元", "乙公司", "", "", "1001"],
        )
    )  # fmt: skip

    assert read.account_no == "1001"
    assert [(line.booked_on, line.signed_minor, line.name, line.memo) for line in read.lines] == [
        (date(2027, 1, 8), 8_000_000, "甲公司", "许可费 XY0001"), (date(2027, 1, 8), -500, "银行", "手续费"),
        (date(2027, 1, 9), 123_450, "乙公司", ""),
    ]  # fmt: skip
