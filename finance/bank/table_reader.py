"""Reads statements that banks export as Excel or CSV, by the layouts that are data. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from finance.bank.errors import StatementNotReadable, StatementRowsWrong
from finance.bank.layouts import Above, Layout, layouts
from finance.bank.statement import Direction, Statement, StatementLine, Told, checked
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError
from marketplace.core.sheets import NotASheet, minor, plain, plain_heading, read_rows

ROW_LIMIT, HEADING_WITHIN_ROWS = 20_000, 30
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_PARTED = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_FOOTER = re.compile(r"合计|总计|小计|本页|累计|共\d|打印|total", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "--", "—", "0", "0.0", "0.00"})
_IN = frozenset({"贷", "贷方", "c", "cr", "credit", "收", "收入", "来账", "入"})
_WRONG = {
    "day": Text(
        zh="第 {row} 行“{column}”：日期写法不对，请写成 2026-11-23。",
        en="Row {row}, “{column}”: write the date like 2026-11-23.",
    ),
    "amount": Text(
        zh="第 {row} 行“{column}”：金额须是不超过两位小数的数。",
        en="Row {row}, “{column}”: the amount must be a number with at most two decimals.",
    ),
}

_WAYS: tuple[tuple[str, Direction], ...] = (("credit", "in"), ("debit", "out"))
Cells = Mapping[str, str]


def read_table(content: bytes) -> Statement:
    """Read a table; raises `StatementNotReadable`, `StatementRowsWrong` with row and column, `StatementDoesNotAddUp`."""
    try:
        rows = read_rows(content, limit=ROW_LIMIT + HEADING_WITHIN_ROWS)
    except NotASheet as error:
        raise StatementNotReadable(missing="—") from error
    for layout in layouts():
        for number, cells in enumerate(rows[:HEADING_WITHIN_ROWS]):
            headings = [plain_heading(cell) for cell in cells]
            if places := layout.positions(headings):
                return _Table(layout, places, rows, number).read()
    raise StatementNotReadable(missing="交易日期、收入金额")


class _Table:
    """One file under one layout; `first` is the row with the headings."""

    def __init__(
        self, layout: Layout, places: Mapping[str, list[int]], rows: Sequence[Sequence[Any]], first: int
    ) -> None:
        self.layout, self.places, self.rows, self.first = layout, places, rows, first
        self.wrong: list[FieldError] = []
        self.account = self._above("own")

    def read(self) -> Statement:
        lines = []
        footer: list[list[str]] = []
        for number, row in enumerate(self.rows[self.first + 1 :], start=self.first + 2):
            cells = {role: _joined(row, positions) for role, positions in self.places.items()}
            written = [text for text in map(plain, row) if text]
            if not written:
                continue
            if _FOOTER.match(written[0]) and not _day(cells["day"]):
                footer.append(written)
                continue
            if line := self._line(number, cells):
                lines.append(line)
        if self.wrong:
            raise StatementRowsWrong(errors=tuple(self.wrong[:200]), count=len(self.wrong))
        told = Told(*(self._told(name, footer) for name in ("opening", "closing", "credits", "debits")))
        return checked(self.layout.id, re.sub(r"\s", "", self.account), lines, told)

    def _line(self, number: int, cells: Cells) -> StatementLine | None:
        role, text, way = self._amount(cells)
        if not role:
            return None
        day, amount = _day(cells["day"]), minor(text)
        if day is None:
            self._note(number, "day")
        if amount is None:
            self._note(number, role)
        if day is None or not amount:
            return None
        if amount < 0:  # a reversal in red goes the other way
            way = "out" if way == "in" else "in"
        self.account = self.account or cells.get("own", "")
        other = "payer" if way == "in" else "payee"
        name = cells.get("name") or cells.get(f"{other}_name", "")
        account = cells.get("account") or cells.get(f"{other}_account", "")
        return StatementLine(
            row=number, booked_on=day, direction=way, amount_minor=abs(amount), name=name[:200],
            account=re.sub(r"\s", "", account)[:60], memo=cells.get("memo", "")[:500], serial=cells.get("serial", "")[:80],
            balance_minor=minor(cells.get("balance", "")),
        )  # fmt: skip

    def _amount(self, cells: Cells) -> tuple[str, str, Direction]:
        """Return which column holds the amount, its text, and the way it goes; no column for a row without money."""
        for role, way in _WAYS:
            if cells.get(role, "") not in _NOTHING:
                return role, cells[role], way
        text = cells.get("amount", "")
        if "credit" in self.places or text in _NOTHING:
            return "", "", "in"
        received = "side" not in cells or cells["side"].strip().lower() in _IN
        return "amount", text, "in" if received else "out"

    def _note(self, number: int, role: str) -> None:
        heading = plain(self.rows[self.first][self.places[role][0]])
        kind = "day" if role == "day" else "amount"
        told = {"row": number, "column": heading}
        self.wrong.append(FieldError(f"/rows/{number}/{heading}", f"statement.{kind}", _WRONG[kind], told))

    def _above(self, name: Above) -> str:
        return self._beside(name, [[plain(cell) for cell in row] for row in self.rows[: self.first]])

    def _told(self, name: Above, footer: list[list[str]]) -> int | None:
        return minor(self._above(name) or self._beside(name, footer))

    def _beside(self, name: Above, rows: Sequence[Sequence[str]]) -> str:
        """Return what follows a label, in the next written cell of its row or after a colon in the same one."""
        labels = self.layout.above.get(name, ())
        for row in rows:
            written = [text for text in row if text]
            for number, text in enumerate(written):
                head, colon, rest = text.partition(":")
                if plain_heading(head) in labels and (not colon or rest.strip()):
                    return rest.strip() if colon else next(iter(written[number + 1 :]), "")
                if plain_heading(text) in labels:
                    return next(iter(written[number + 1 :]), "")
        return ""


def _joined(row: Sequence[Any], positions: Sequence[int]) -> str:
    return " ".join(filter(None, (plain(row[position]) for position in positions if position < len(row))))


def _day(value: str) -> date | None:
    match = _EIGHT_DIGITS.match(value) or _PARTED.match(value)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
