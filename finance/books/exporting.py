"""Statement and trial balance as files for the accountant: what, whose, which period, names in both languages, figures that add up."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from finance.books import queries
from finance.books.errors import TooManyLines
from finance.books.schemas import AccountName, AccountStatement, FileFormat, TrialBalance, TrialRow
from finance.ledger.queries import label_of_kind
from finance.taxes import queries as taxes
from marketplace.core.cells import safe, write_csv, yuan_cell
from marketplace.core.clock import business_date
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

LIMIT: Final = 100_000
MEDIA: Final = {
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.CSV: "text/csv; charset=utf-8",
}
Cell = str | Decimal | None
Table = list[Sequence[Cell]]

_TRIAL: Final = (
    "科目 Account", "方向 Side", "币种 Currency", "户数 Accounts", "期初余额 Opening", "借方 Debit", "贷方 Credit",
    "期末余额 Closing", "税务分类（建议）Tax class (suggested)",
)  # fmt: skip
_STATEMENT: Final = (
    "日期 Date", "凭证号 Transaction", "摘要 Fact", "单据 Document", "合同 Contract", "对方科目 Against", "借方 Debit",
    "贷方 Credit", "余额 Balance", "税务分类（建议）Tax class (suggested)",
)  # fmt: skip
_ALL: Final = Text("全平台", "All organizations")
_START: Final = Text("期初", "beginning")
_SIDES: Final = {"debit": Text("借", "Dr"), "credit": Text("贷", "Cr")}


def _both(text: Text) -> str:
    return f"{text.zh} {text.en}"


def _head(title: Text, organization: str | None, period: tuple[date | None, date], *more: str) -> Table:
    from_on, to_on = period
    since = from_on.isoformat() if from_on else _both(_START)
    return [
        [_both(title)],
        [_both(Text("单位", "Organization")), organization or _both(_ALL)],
        [_both(Text("期间", "Period")), f"{since} – {to_on.isoformat()}"],
        *([line] for line in more),
        [_both(Text("金额单位：元", "Amounts in yuan"))],
        [],
    ]


def _kind(kind: str, label: str) -> str:
    text = label_of_kind(kind)
    return _both(text) if text else label


def write_trial_balance(uow: UnitOfWork, found: TrialBalance, form: FileFormat) -> bytes:
    """Return a trial balance as a file; the last lines are its proof. Each kind carries its suggested tax class."""
    tax = taxes.class_of_account(uow)
    table: Table = [
        *_head(Text("科目余额表", "Trial balance"), found.organization, (found.from_on, found.to_on)),
        _TRIAL,
        *((*_trial_cells(row), tax(row.kind, None)) for row in found.rows),
    ]
    for one in found.sums:
        table += [
            [
                "借方合计 Debits", "", one.currency, "", yuan_cell(one.opening_debit_minor), yuan_cell(one.debit_minor), None,
                yuan_cell(one.closing_debit_minor),
            ],
            [
                "贷方合计 Credits", "", one.currency, "", yuan_cell(one.opening_credit_minor), None, yuan_cell(one.credit_minor),
                yuan_cell(one.closing_credit_minor),
            ],
        ]  # fmt: skip
    return _write(table, "科目余额表", form)


def _trial_cells(row: TrialRow) -> Sequence[Cell]:
    return (
        _kind(row.kind, row.label), _both(_SIDES[row.side]), row.currency, str(row.accounts), yuan_cell(row.opening_minor),
        yuan_cell(row.debit_minor), yuan_cell(row.credit_minor), yuan_cell(row.closing_minor),
    )  # fmt: skip


def read_whole_statement(
    uow: UnitOfWork, *, key: str, from_on: date | None, to_on: date | None
) -> AccountStatement:
    """Return a statement with all its lines; raises `Forbidden`, `NotFound` and `TooManyLines`."""
    found = queries.get_statement(uow, key=key, from_on=from_on, to_on=to_on, size=LIMIT)
    if found.next is not None:
        raise TooManyLines(limit=LIMIT)
    return found


def write_statement(uow: UnitOfWork, found: AccountStatement, form: FileFormat) -> bytes:
    """Return a statement as a file, from the opening balance to the closing one. Each line carries its suggested tax class."""
    tax = taxes.class_of_account(uow)
    table: Table = [
        *_head(
            Text("明细账", "Account statement"), found.organization, (found.from_on, found.to_on), _title(found.account)
        ),
        _STATEMENT,
        ["", "", _both(Text("期初余额", "Opening balance")), "", "", "", None, None, yuan_cell(found.opening_minor)],
        *(
            [
                business_date(line.effective_at).isoformat(), str(line.txn_id), line.label,
                f"{line.document.label} {line.document.number}" if line.document else "",
                (line.document and line.document.contract_number) or "", "、".join(line.against),
                yuan_cell(line.debit_minor) if line.debit_minor else None,
                yuan_cell(line.credit_minor) if line.credit_minor else None, yuan_cell(line.balance_minor),
                tax(found.account.kind, line.document.contract_id if line.document else None),
            ]
            for line in found.lines
        ),
        [
            "", "", _both(Text("本期合计与期末余额", "Sums and closing balance")), "", "", "", yuan_cell(found.debit_minor),
            yuan_cell(found.credit_minor), yuan_cell(found.closing_minor),
        ],
    ]  # fmt: skip
    return _write(table, "明细账", form)


def _title(account: AccountName) -> str:
    name = account.name if account.name is not None else ""
    return (
        f"{_kind(account.kind, account.label)} · {name} · {_both(_SIDES[account.side])} · {account.currency}"
    )


def _write(table: Table, sheet_title: str, form: FileFormat) -> bytes:
    return write_csv(table) if form is FileFormat.CSV else _xlsx(table, sheet_title)


def _xlsx(table: Table, sheet_title: str) -> bytes:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(sheet_title)
    for letter, width in zip("ABCDEFGHIJ", (30, 18, 26, 34, 20, 26, 18, 18, 18, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in table:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet)
            if isinstance(value, Decimal):
                cell.value, cell.number_format = value, "#,##0.00"
            elif value:
                cell.value = safe(value)
            cells.append(cell)
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
