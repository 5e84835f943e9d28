"""对公转账: reading a bank's statement, and finding the invoice that a line of it pays. Pure; knows no database."""

import csv
import hashlib
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal
from uuid import UUID

import python_calamine

from finance.payments.errors import StatementNotReadable, StatementRowsWrong
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, TooLarge

SIZE_LIMIT_MB, ROW_LIMIT, HEADING_WITHIN_ROWS = 10, 20_000, 20
LARGEST_MINOR = 10**13

# What the exports of Chinese banks call their columns.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "day": ("交易日期", "记账日期", "入账日期", "日期", "交易时间", "交易日", "date"),
    "credit": (
        "收入金额",
        "贷方发生额",
        "贷方金额",
        "收入",
        "入账金额",
        "贷方发生额(收入)",
        "存入金额",
        "credit",
    ),
    "amount": ("交易金额", "发生额", "金额", "amount"),
    "side": ("借贷标志", "借贷", "收支", "借/贷", "交易方向"),
    "payer": ("对方户名", "对方名称", "付款人名称", "对方单位名称", "对方账户名称", "付款方名称", "payer"),
    "account": ("对方账号", "付款人账号", "对方账户", "付款方账号", "payeraccount"),
    "memo": ("摘要", "用途", "附言", "备注", "交易附言", "交易摘要", "memo"),
    "serial": ("流水号", "交易流水号", "交易流水", "核心流水号", "交易序号", "serial"),
    "own": ("本方账号", "账号", "账户", "查询账号", "ownaccount"),
}
_IN = frozenset({"贷", "c", "cr", "credit", "收", "收入", "来账", "入"})
_DAY = re.compile(r"(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})")
_WRONG = {
    "day": Text(zh="日期写法不对，请写成 2026-11-23。", en="Write the date like 2026-11-23."),
    "credit": Text(
        zh="金额须是不超过两位小数、大于 0 的数。", en="The amount must be above 0 with at most two decimals."
    ),
}


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money received; `key` tells it from every other line of the account, also in an overlapping statement."""

    key: str
    booked_on: date
    amount_minor: int
    payer_name: str
    payer_account: str
    memo: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The received money of a statement and, if the file says it, the account it belongs to."""

    account_no: str
    lines: list[StatementLine]


def read_statement(content: bytes) -> Statement:
    """Read a statement exported as Excel or CSV; outgoing rows are passed over.

    Raises `TooLarge`, `StatementNotReadable`, and `StatementRowsWrong` naming row and column of each wrong cell.
    """
    if len(content) > SIZE_LIMIT_MB * 1_048_576:
        raise TooLarge(limit_mb=SIZE_LIMIT_MB)
    rows = _excel(content) if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0") else _csv(content)
    for number, cells in enumerate(rows[:HEADING_WITHIN_ROWS]):
        columns = _columns(cells)
        if "day" in columns and ("credit" in columns or "amount" in columns):
            return _statement(columns, rows, number + 1)
    raise StatementNotReadable(missing="交易日期、收入金额")


def _excel(content: bytes) -> list[list[Any]]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)[: ROW_LIMIT + HEADING_WITHIN_ROWS]
    except (python_calamine.CalamineError, IndexError, OSError, ValueError) as error:
        raise StatementNotReadable(missing="—") from error


def _csv(content: bytes) -> list[list[Any]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise StatementNotReadable(missing="—")
    if "\0" in text:
        raise StatementNotReadable(missing="—")
    try:
        return list(csv.reader(io.StringIO(text)))[: ROW_LIMIT + HEADING_WITHIN_ROWS]
    except csv.Error as error:
        raise StatementNotReadable(missing="—") from error


def _columns(cells: Sequence[Any]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, cell in enumerate(cells):
        heading = re.sub(r"[\s*]|\(元\)|\(RMB\)", "", unicodedata.normalize("NFKC", str(cell))).lower()
        for name, words in _COLUMNS.items():
            if heading in words:
                found.setdefault(name, []).append(position)
    return found


def _statement(columns: Mapping[str, list[int]], rows: Sequence[Sequence[Any]], first: int) -> Statement:
    lines: list[StatementLine] = []
    wrong: list[FieldError] = []
    seen: Counter[str] = Counter()
    account = ""
    for number, row in enumerate(rows[first:], start=first + 1):
        cells = {name: _joined(row, positions) for name, positions in columns.items()}
        if not any(cells.values()) or not _incoming(cells):
            continue
        account = account or cells.get("own", "")
        day, amount = _day(cells["day"]), _minor(cells.get("credit") or cells.get("amount", ""))
        for name, value in (("day", day), ("credit", amount)):
            if value is None:
                wrong.append(
                    FieldError(f"/rows/{number}/{_COLUMNS[name][0]}", f"statement.{name}", _WRONG[name])
                )
        if day and amount:
            lines.append(_line(cells, day, amount, seen))
    if wrong:
        raise StatementRowsWrong(errors=tuple(wrong[:200]), count=len(wrong))
    return Statement(account, lines)


def _incoming(cells: Mapping[str, str]) -> bool:
    if "credit" in cells:
        return cells["credit"] not in ("", "-", "0", "0.0", "0.00")
    return cells.get("side", "").lower() in _IN if "side" in cells else not cells["amount"].startswith("-")


def _line(cells: Mapping[str, str], day: date, amount: int, seen: Counter[str]) -> StatementLine:
    payer, account, memo = cells.get("payer", ""), cells.get("account", ""), cells.get("memo", "")
    key = f"n:{cells['serial']}" if cells.get("serial") else ""
    if not key:
        # Two genuine equal payments of one day are told apart by which of them this is; a re-import counts the same.
        what = f"{day}|{amount}|{account}|{payer}|{memo}"
        seen[what] += 1
        key = f"h:{hashlib.sha256(f'{what}|{seen[what]}'.encode()).hexdigest()[:40]}"
    return StatementLine(key, day, amount, payer[:200], account[:60], memo[:500])


def _joined(row: Sequence[Any], positions: Sequence[int]) -> str:
    return " ".join(filter(None, (_plain(row[position]) for position in positions if position < len(row))))


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return unicodedata.normalize("NFKC", str(value)).strip().lstrip("'") if value is not None else ""


def _day(value: str) -> date | None:
    match = _DAY.match(value)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _minor(value: str) -> int | None:
    try:
        exact = Decimal(re.sub(r"[,\s¥+]|CNY|元", "", value)) * 100
    except InvalidOperation:
        return None
    if not exact.is_finite() or exact != exact.to_integral_value() or not 0 < exact <= LARGEST_MINOR:
        return None
    return int(exact)


# finding the invoice

Reason = Literal["reference_close", "amount_equal", "amount_close", "payer_equal", "payer_close"]
_FORMS = re.compile(r"[\s()（）【】\[\]·,，.。]|有限责任公司|股份有限公司|有限公司|公司|集团|演示")
LOWEST_SCORE = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """An unpaid invoice, for the comparison."""

    invoice_id: UUID
    reference: str
    firm_name: str
    open_minor: int


def score(line: StatementLine, candidate: Candidate) -> tuple[int, list[Reason]]:
    """Return how likely a line pays an invoice, from 0 to 100, and why. A valid reference needs no score."""
    points, reasons = 0, list[Reason]()
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", line.memo))
    if candidate.reference[2:10] in digits or digits in (
        candidate.reference[5:10],
        candidate.reference[4:10],
    ):
        points, reasons = points + 40, [*reasons, "reference_close"]
    if line.amount_minor == candidate.open_minor:
        points, reasons = points + 35, [*reasons, "amount_equal"]
    elif abs(line.amount_minor - candidate.open_minor) * 100 <= candidate.open_minor:
        points, reasons = points + 15, [*reasons, "amount_close"]
    payer, firm = _FORMS.sub("", line.payer_name), _FORMS.sub("", candidate.firm_name)
    if payer and payer == firm:
        points, reasons = points + 25, [*reasons, "payer_equal"]
    elif payer and _likeness(payer, firm) >= 60:
        points, reasons = points + 12, [*reasons, "payer_close"]
    return points, reasons


def _likeness(one: str, other: str) -> int:
    """Percent of the pairs of neighboring characters that two names share."""
    first, second = _pairs(one), _pairs(other)
    return 200 * len(first & second) // max(1, len(first) + len(second))


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)} or {name}


def best(
    line: StatementLine, candidates: Iterable[Candidate], count: int = 3
) -> list[tuple[Candidate, int, list[Reason]]]:
    """Return the likeliest invoices of a line, best first; ties keep the order given."""
    scored = [(candidate, *score(line, candidate)) for candidate in candidates]
    return sorted((s for s in scored if s[1] >= LOWEST_SCORE), key=lambda s: -s[1])[:count]
