"""The accountant's ledger: balances at any date, statements line by line, a proof that sums to zero, files that open safely."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pytest
from sqlalchemy import text

from finance.books import exporting, queries
from finance.books.schemas import Behind, FileFormat
from finance.books.words import TRANSACTIONS
from finance.ledger import queries as ledger
from finance.ledger.recipes import RECIPES, Capture, payment_captured
from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import Bill, a_bill, another_bill
from tests.factories.shared import SharedBill
from tests.finance.payouts.test_payouts import a_paid_share


@pytest.fixture
def shared(uow: UnitOfWork) -> SharedBill:
    """100,000.00 billed; 60,000.00 received, split between two right holders, and 李教授 paid."""
    return a_paid_share(uow)


def auditor(uow: UnitOfWork) -> UnitOfWork:
    return replace(uow, actor=Actor("user", new_id(), new_id(), "platform", frozenset({"audit.read"})))


def test_the_chart_tells_what_each_account_holds_and_for_what(shared: SharedBill) -> None:
    bill = shared.bill
    listed = {one.key: one for one in queries.list_accounts(bill.officer).items}
    open_bill = listed[f"receivable:{bill.invoice.id}"]
    assert (open_bill.label, open_bill.name, open_bill.balance_minor, open_bill.lines, open_bill.own) == (
        "应收许可费", f"{bill.invoice.number} {bill.invoice.title}", 4_000_000, 2, True,
    )  # fmt: skip
    for key, one in listed.items():
        if one.own:
            assert one.balance_minor == ledger.get_balance(bill.system, key), key
    # one's own part of what others use as well
    assert [
        (one.key, one.own, one.balance_minor) for one in listed.values() if one.kind == "platform_fee"
    ] == [("platform_fee", False, 120_000)]
    # paid in full: at 0, shown only when asked for
    inventor = f"payable_inventor:{shared.inventor.actor.user_id}"
    assert inventor not in listed
    every = {one.key: one for one in queries.list_accounts(bill.officer, all_of_them=True).items}
    assert (every[inventor].name, every[inventor].balance_minor, every[inventor].lines) == ("李教授", 0, 2)
    found = queries.list_accounts(bill.officer, named=bill.invoice.number.lower())
    assert [one.key for one in found.items] == [open_bill.key]


def test_a_statement_goes_from_opening_to_closing_line_by_line(shared: SharedBill) -> None:
    bill, key = shared.bill, f"receivable:{shared.bill.invoice.id}"
    statement = queries.get_statement(bill.officer, key=key)
    assert (statement.opening_minor, statement.debit_minor, statement.credit_minor, statement.closing_minor) == (
        0, 10_000_000, 6_000_000, 4_000_000,
    )  # fmt: skip
    issued, paid = statement.lines
    assert (issued.label, issued.debit_minor, issued.balance_minor, issued.against) == (
        "开具账单", 10_000_000, 10_000_000, ["许可方应得"],
    )  # fmt: skip
    assert issued.document is not None
    assert (issued.document.label, issued.document.number, issued.document.invoice_id) == (
        "账单", bill.invoice.number, bill.invoice.id,
    )  # fmt: skip
    assert (paid.label, paid.credit_minor, paid.balance_minor) == ("到账认领", 6_000_000, 4_000_000)
    assert paid.document is not None
    assert paid.document.line_id is not None
    english = queries.get_statement(replace(bill.officer, locale="en"), key=key)
    assert [line.label for line in english.lines] == ["Bill issued", "Receipt matched"]

    # yesterday there was nothing; a period that begins tomorrow opens with today's closing balance
    today = bill.system.today
    before = queries.get_statement(bill.officer, key=key, to_on=today - timedelta(days=1))
    after = queries.get_statement(
        bill.officer, key=key, from_on=today + timedelta(days=1), to_on=today + timedelta(days=9)
    )
    assert (before.closing_minor, before.lines, after.opening_minor, after.closing_minor, after.lines) == (
        0, [], 4_000_000, 4_000_000, [],
    )  # fmt: skip


def test_lines_agree_with_the_running_balances_of_the_ledger(shared: SharedBill) -> None:
    booked = {
        (row["key"], row["txn_id"]): row["minor"]
        for row in shared.bill.system.rows(
            "SELECT a.key, e.txn_id, e.balance_after_minor * CASE a.side WHEN 'debit' THEN 1 ELSE -1 END AS minor"
            " FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id WHERE NOT a.rollup"
        )
    }
    told = {
        (one.key, line.txn_id): line.balance_minor
        for one in queries.list_accounts(shared.bill.system, all_of_them=True).items
        for line in queries.get_statement(shared.bill.system, key=one.key).lines
        if (one.key, line.txn_id) in booked
    }
    assert told == booked
    assert len(told) == 18


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_roll_up_account_is_right_page_by_page(uow: UnitOfWork, size: int) -> None:
    contract, payer = new_id(), new_id()
    for n in range(1, 6):  # booked in one order, in effect in the other
        payment_captured(
            replace(uow, now=uow.now - timedelta(days=n)),
            Capture(new_id(), "stripe", f"pi_{n}", new_id(), contract, payer, 100 * n, 0),
        )
    pages, after = [], None
    while not pages or after:
        page = queries.get_statement(uow, key="clearing:stripe", after=after, size=size)
        pages += page.lines
        after = page.next
        assert (page.opening_minor, page.debit_minor, page.closing_minor) == (0, 1_500, 1_500)
    assert [(line.debit_minor, line.balance_minor) for line in pages] == [
        (500, 500), (400, 900), (300, 1_200), (200, 1_400), (100, 1_500),
    ]  # fmt: skip


def test_the_trial_balance_proves_itself_on_every_day(shared: SharedBill) -> None:
    today = shared.bill.system.today
    for reader in (shared.bill.officer, shared.institute_officer, auditor(shared.bill.system)):
        for from_on in (None, today, today + timedelta(days=1)):
            found = queries.get_trial_balance(reader, from_on=from_on)
            assert [(one.currency, one.balanced) for one in found.sums] == [("CNY", True)]
            one = found.sums[0]
            assert one.closing_debit_minor == one.closing_credit_minor > 0
            assert one.debit_minor == one.credit_minor
    rows = {row.kind: row for row in queries.get_trial_balance(shared.bill.officer).rows}
    assert (rows["receivable"].debit_minor, rows["receivable"].credit_minor, rows["receivable"].closing_minor) == (
        10_000_000, 6_000_000, 4_000_000,
    )  # fmt: skip
    assert rows["bank"].closing_minor == 6_000_000 - 1_406_160
    assert queries.get_trial_balance(shared.bill.officer).organization is not None
    assert queries.get_trial_balance(auditor(shared.bill.system)).organization is None


def test_each_currency_sums_by_itself(uow: UnitOfWork) -> None:
    for currency, amount in (("CNY", 7), ("USD", 5)):
        uow.session.connection().execute(
            text(
                "SELECT ledger_post(:key, 't', :currency, ARRAY[:a, :b], ARRAY[CAST(:n AS bigint), -CAST(:n AS bigint)],"
                " jsonb_build_array(jsonb_build_object('account', CAST(:a AS text), 'kind', 'bank', 'side', 'debit', 'rollup', true),"
                " jsonb_build_object('account', CAST(:b AS text), 'kind', 'unmatched', 'side', 'credit', 'rollup', false)), now(), 't', NULL)"
            ),
            {"key": currency, "currency": currency, "a": f"bank:{currency}", "b": f"unmatched:{currency}", "n": amount},
        )  # fmt: skip
    sums = queries.get_trial_balance(uow).sums
    assert [(one.currency, one.closing_debit_minor, one.closing_credit_minor, one.balanced) for one in sums] == [
        ("CNY", 7, 7, True), ("USD", 5, 5, True),
    ]  # fmt: skip


def test_from_a_figure_to_entries_to_documents(shared: SharedBill) -> None:
    bill = shared.bill
    of_bill = queries.list_transactions(bill.officer, behind=Behind.INVOICE, thing_id=bill.invoice.id).items
    assert [one.kind for one in of_bill] == ["income_split", "bank_line_matched", "invoice_issued"]
    split = of_bill[0]
    assert split.document is not None
    assert split.document.distribution_id is not None
    assert sum(leg.debit_minor - leg.credit_minor for leg in split.entries) == 0
    of_split = queries.list_transactions(
        bill.officer, behind=Behind.DISTRIBUTION, thing_id=split.document.distribution_id
    ).items
    assert [one.kind for one in of_split] == ["payout_posted", "payout_held", "income_split"]
    assert of_split[0].document is not None
    batch = of_split[0].document.batch_id
    of_batch = queries.list_transactions(bill.officer, behind=Behind.BATCH, thing_id=batch).items
    assert [one.kind for one in of_batch] == ["payout_posted", "payout_held"]
    of_contract = queries.list_transactions(bill.officer, behind=Behind.CONTRACT, thing_id=shared.contract_id)
    assert {one.id for one in of_contract.items} == {one.id for one in of_bill}
    assert of_bill[1].document is not None
    of_line = queries.list_transactions(
        bill.officer, behind=Behind.LINE, thing_id=of_bill[1].document.line_id
    ).items
    assert [one.kind for one in of_line] == ["bank_line_matched", "bank_line_received"]
    assert queries.get_transaction(bill.officer, txn_id=split.id) == split
    today = queries.list_transactions(bill.officer, on=bill.system.today, size=2)
    assert (len(today.items), today.next) == (2, today.items[-1].id)
    older = queries.list_transactions(bill.officer, on=bill.system.today, before=today.next, size=2)
    assert today.items[-1].id > older.items[0].id
    assert queries.list_transactions(bill.officer, on=bill.system.today - timedelta(days=1)).items == []


def test_a_book_is_closed_to_others(shared: SharedBill, uow: UnitOfWork) -> None:
    bill = shared.bill
    stranger = replace(
        uow, actor=a_member(uow, a_university(uow, "外校"), "university", Role.TRANSFER_OFFICER, "外人")
    )
    assert queries.list_accounts(stranger, all_of_them=True).items == []
    assert queries.get_trial_balance(stranger).rows == []
    assert queries.list_transactions(stranger, behind=Behind.INVOICE, thing_id=bill.invoice.id).items == []
    txn = queries.list_transactions(bill.officer).items[0].id
    for asked in (
        lambda: queries.get_statement(stranger, key=f"receivable:{bill.invoice.id}"),
        lambda: queries.get_statement(stranger, key="platform_fee"),
        lambda: queries.get_transaction(stranger, txn_id=txn),
        lambda: exporting.read_whole_statement(
            stranger, key=f"receivable:{bill.invoice.id}", from_on=None, to_on=None
        ),
    ):
        with pytest.raises(NotFound):
            asked()
    for person in (bill.firm, shared.inventor, shared.manager):
        for denied in (
            lambda: queries.list_accounts(person),  # noqa: B023 - called at once
            lambda: queries.get_trial_balance(person),  # noqa: B023
            lambda: queries.get_statement(person, key="platform_fee"),  # noqa: B023
            lambda: queries.get_transaction(person, txn_id=txn),  # noqa: B023
            lambda: queries.list_transactions(person),  # noqa: B023
        ):
            with pytest.raises(Forbidden):
                denied()


def test_the_other_right_holder_sees_the_split_and_not_whom_the_first_pays(shared: SharedBill) -> None:
    split = next(
        one for one in queries.list_transactions(shared.institute_officer).items if one.kind == "income_split"
    )
    named = {leg.account.kind: [] for leg in split.entries}  # type: dict[str, list[str | None]]
    for leg in split.entries:
        named[leg.account.kind].append(leg.account.name)
    assert sorted(named["payable_inventor"], key=str) == [None, None, "许研究员"]
    assert sum(leg.debit_minor - leg.credit_minor for leg in split.entries) == 0
    own = next(one for one in queries.list_transactions(shared.bill.officer).items if one.id == split.id)
    assert sorted(
        leg.account.name or "" for leg in own.entries if leg.account.kind == "payable_inventor"
    ) == sorted(["", "李教授", "陈博士"])


@pytest.mark.parametrize("form", FileFormat)
def test_files_say_whose_which_period_and_add_up(shared: SharedBill, form: FileFormat) -> None:
    bill, key = shared.bill, f"receivable:{shared.bill.invoice.id}"
    found = exporting.read_whole_statement(bill.officer, key=key, from_on=date(2026, 1, 1), to_on=None)
    rows = cells(exporting.write_statement(bill.officer, found, form), form)
    assert rows[0][0] == "明细账 Account statement"
    assert rows[1][1] == found.organization
    assert rows[2][1] == f"2026-01-01 – {bill.system.today}"
    assert rows[3][0].startswith("应收许可费 Receivable · ")
    assert [row[2] for row in rows[7:]] == [
        "期初余额 Opening balance",
        "开具账单",
        "到账认领",
        "本期合计与期末余额 Sums and closing balance",
    ]
    assert [number(row[8]) for row in rows[7:]] == [0, 100_000, 40_000, 40_000]

    rows = cells(
        exporting.write_trial_balance(bill.officer, queries.get_trial_balance(bill.officer), form), form
    )
    assert rows[2][1] == f"期初 beginning – {bill.system.today}"
    sums = {row[0]: [number(cell) for cell in row[4:8]] for row in rows[5:] if row[0] and "合计" in row[0]}
    debits, credits_ = sums["借方合计 Debits"], sums["贷方合计 Credits"]
    assert (debits[0], debits[1], debits[3]) == (credits_[0], credits_[2], credits_[3])
    assert "付款在途 Payout in flight" in {row[0] for row in rows}


def cells(content: bytes, form: FileFormat) -> list[list[str]]:
    if form is FileFormat.CSV:
        return [row + [""] * (9 - len(row)) for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    rows = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()]
    return [row + [""] * (9 - len(row)) for row in rows]


def number(cell: str) -> Decimal:
    return Decimal(cell or "0")


@pytest.mark.parametrize("form", FileFormat)
def test_a_name_is_never_a_formula(uow: UnitOfWork, form: FileFormat) -> None:
    bill: Bill = a_bill(uow)
    uow.session.connection().execute(
        text("UPDATE invoice SET number = '=cmd|''/C calc''!A0' WHERE id = :id"), {"id": bill.invoice.id}
    )
    uow.session.connection().execute(
        text("UPDATE invoice SET contract_number = '@SUM(A1)' WHERE id = :id"), {"id": bill.invoice.id}
    )
    found = exporting.read_whole_statement(
        bill.officer, key=f"receivable:{bill.invoice.id}", from_on=None, to_on=None
    )
    rows = cells(exporting.write_statement(bill.officer, found, form), form)
    assert rows[8][4] == "'@SUM(A1)"
    assert not [cell for row in rows for cell in row if cell[:1] in set("=@\t\r")]


def test_a_file_has_an_end(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> None:
    bill = a_bill(uow)
    another_bill(bill, amount_minor=5)
    monkeypatch.setattr(exporting, "LIMIT", 1)
    with pytest.raises(exporting.TooManyLines):
        exporting.read_whole_statement(
            bill.officer, key=f"entitlement:{bill.invoice.contract_id}", from_on=None, to_on=None
        )


def test_every_kind_of_transaction_has_words() -> None:
    assert set(RECIPES) - set(TRANSACTIONS) == set()
