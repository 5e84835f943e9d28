"""A closed month as a paper to keep: who closed it and when, its trial balance, and the head of the chain that proves it."""

from decimal import Decimal
from typing import Final

from finance.closings.schemas import ClosingView, PaperFormat
from finance.ledger.queries import label_of_kind
from marketplace.core.cells import write_csv, yuan_cell
from marketplace.core.clock import SHANGHAI
from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents

MEDIA: Final = {PaperFormat.PDF: "application/pdf", PaperFormat.CSV: "text/csv; charset=utf-8"}
TITLE: Final = Text("月结报告", "Closed month")
_ALL: Final = Text("全平台", "All organizations")
_TRIAL: Final = Text("科目余额表（元）", "Trial balance (yuan)")
_HEAD: Final = (
    Text("科目", "Account"), Text("方向", "Side"), Text("期初余额", "Opening"), Text("借方", "Debit"), Text("贷方", "Credit"),
    Text("期末余额", "Closing"),
)  # fmt: skip
_SIDES: Final = {"debit": Text("借", "Dr"), "credit": Text("贷", "Cr")}
_LINE: Final = Text("{name}：{value}", "{name}: {value}")
_SUM: Final = Text("本期合计", "Moved in all")
_FACTS: Final = {
    "organization": Text("单位", "Organization"),
    "month": Text("月份", "Month"),
    "transactions": Text("记账笔数", "Transactions"),
    "asked": Text("提出人", "Asked by"),
    "closed": Text("复核人", "Closed by"),
    "at": Text("结账时间（北京时间）", "Closed at (Beijing time)"),
    "head": Text("总账链头", "Head of the ledger's chain"),
    "reopened": Text("已重新打开", "Opened again"),
}


def write_paper(uow: UnitOfWork, closing: ClosingView, form: PaperFormat) -> bytes:
    """Return a closed month as a file: PDF in the reader's language, CSV with both."""
    if form is PaperFormat.CSV:
        facts = [(f"{_FACTS[name].zh} {_FACTS[name].en}", value) for name, value in _facts(closing, "zh-CN")]
        return write_csv([(f"{TITLE.zh} {TITLE.en}",), *facts, (), *_table(closing)])
    at = uow.locale
    lines = [_LINE.in_(at, name=_FACTS[name].in_(at), value=value) for name, value in _facts(closing, at)]
    rows = [
        [
            row.label, _SIDES[row.side].in_(at), yuan(row.opening_minor), yuan(row.debit_minor), yuan(row.credit_minor),
            yuan(row.closing_minor),
        ]
        for row in closing.rows
    ]  # fmt: skip
    debit, credit = _moved(closing)
    total = [_SUM.in_(at), "", "", yuan(debit), yuan(credit), ""]
    table = [[one.in_(at) for one in _HEAD], *rows, total]
    return documents.typeset_report(f"{TITLE.in_(at)} {closing.month}", lines, _TRIAL.in_(at), table)


def _facts(closing: ClosingView, at: Locale) -> list[tuple[str, str]]:
    closed_at = closing.closed_at.astimezone(SHANGHAI) if closing.closed_at else None
    found = [
        ("organization", closing.organization_name or _ALL.in_(at)),
        ("month", closing.month),
        ("transactions", str(closing.transactions)),
        ("asked", closing.asked_by_name),
        ("closed", closing.decided_by_name),
        ("at", f"{closed_at:%Y-%m-%d %H:%M:%S}"),
        ("head", f"{closing.chain_seq} {closing.chain_digest}"),
    ]
    if closing.reopen_decided_by_name:
        people = f"{closing.reopen_asked_by_name}, {closing.reopen_decided_by_name}"
        found.append(("reopened", f"{people}: {closing.reopen_reason}"))
    return found


def _moved(closing: ClosingView) -> tuple[int, int]:
    return sum(row.debit_minor for row in closing.rows), sum(row.credit_minor for row in closing.rows)


def _table(closing: ClosingView) -> list[tuple[str | Decimal | None, ...]]:
    debit, credit = _moved(closing)
    return [
        tuple(f"{one.zh} {one.en}" for one in _HEAD),
        *(
            (
                _kind(row.kind, row.label), f"{_SIDES[row.side].zh} {_SIDES[row.side].en}", yuan_cell(row.opening_minor),
                yuan_cell(row.debit_minor), yuan_cell(row.credit_minor), yuan_cell(row.closing_minor),
            )
            for row in closing.rows
        ),
        (f"{_SUM.zh} {_SUM.en}", "", None, yuan_cell(debit), yuan_cell(credit), None),
    ]  # fmt: skip


def _kind(kind: str, label: str) -> str:
    text = label_of_kind(kind)
    return f"{text.zh} {text.en}" if text else label
