"""Reads what a bank answers to a batch of payments, by the layouts that are data (`result_layouts.yaml`). Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from finance.payouts.errors import ResultFileNotReadable, ResultRowsWrong
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError
from marketplace.core.sheets import NotASheet, minor, plain, plain_heading, read_rows
from marketplace.core.yaml_file import read_yaml

ROW_LIMIT, HEADING_WITHIN_ROWS = 1_000, 30
Said = Literal["paid", "returned", "pending"]
Role = Literal["reference", "status", "reason", "amount"]
_REFERENCE = re.compile(r"(?:[0-9a-f]{20})?([0-9a-f]{12})")
_FOOTER = re.compile(r"合计|总计|小计|本页|共\d|打印|total", re.IGNORECASE)
_LONGEST_REASON = 200
_WRONG = {
    "reference": Text("第 {row} 行“{column}”：“{told}”不是本批次的付款。", "Row {row}, “{column}”: “{told}” is no payment of this batch."),
    "twice": Text("第 {row} 行“{column}”：“{told}”在文件中出现了两次。", "Row {row}, “{column}”: “{told}” stands in the file twice."),
    "status": Text(
        "第 {row} 行“{column}”：看不懂“{told}”，请写“成功”“失败”或“处理中”。",
        "Row {row}, “{column}”: “{told}” is not understood; write 成功, 失败 or 处理中.",
    ),
    "amount": Text("第 {row} 行“{column}”：“{told}”与付款金额不符。", "Row {row}, “{column}”: “{told}” is not the amount that was to be paid."),
    "again": Text(
        "第 {row} 行“{column}”：这笔付款已登记退回，不能再改为“{told}”。",
        "Row {row}, “{column}”: this payment was recorded as returned; it cannot be “{told}” any more.",
    ),
}  # fmt: skip


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Column(_Frozen):
    headings: tuple[str, ...]
    confirmed: bool


class _Layout(_Frozen):
    id: str
    bank: dict[Literal["zh", "en"], str]
    effective_from: date
    marks: tuple[str, ...]
    columns: Mapping[Role, _Column]

    def positions(self, headings: Sequence[str]) -> dict[Role, int] | None:
        """Return where each role stands under these headings; None if this is not the bank's table."""
        if not set(self.marks) <= set(headings):
            return None
        found = {
            role: headings.index(name)
            for role, column in self.columns.items()
            for name in [next((name for name in column.headings if name in headings), None)]
            if name is not None
        }
        return found if {"reference", "status"} <= found.keys() else None


class _Told(_Frozen):
    layouts: tuple[_Layout, ...]
    words: dict[Said, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a file says of one payment. `reference` is its last twelve signs, `amount_minor` fen where the file tells it."""

    row: int
    reference: str
    said: Said
    reason: str
    amount_minor: int | None


@dataclass(frozen=True, slots=True)
class ResultTable:
    """A file that was read; `wrong` names a cell of one of its rows."""

    layout: str
    rows: list[ResultRow]
    cells: Mapping[int, Mapping[Role, str]]
    titles: Mapping[Role, str]

    def wrong(self, row: int, role: Role, kind: str) -> FieldError:
        """Say what is wrong with a cell, by row and column."""
        return _fault(row, self.titles[role], kind, self.cells[row][role])


@cache
def _told() -> _Told:
    path = Path(__file__).with_name("result_layouts.yaml")
    return _Told.model_validate(read_yaml(path))


def read_results(content: bytes) -> ResultTable:
    """Read a bank's answer, Excel or CSV.

    Raises `ResultFileNotReadable`, and `ResultRowsWrong` naming row and column of what is no reference, status or amount.
    """
    try:
        rows = read_rows(content, limit=ROW_LIMIT + HEADING_WITHIN_ROWS)
    except NotASheet as error:
        raise ResultFileNotReadable from error
    for layout in _told().layouts:
        for first, cells in enumerate(rows[:HEADING_WITHIN_ROWS]):
            if places := layout.positions([plain_heading(cell) for cell in cells]):
                return _read(layout.id, places, rows, first)
    raise ResultFileNotReadable


def _read(layout: str, places: Mapping[Role, int], rows: Sequence[Sequence[Any]], first: int) -> ResultTable:
    titles = {role: plain(rows[first][place]) for role, place in places.items()}
    table = ResultTable(layout, [], cells := {}, titles)
    wrong: list[FieldError] = []
    for number, row in enumerate(rows[first + 1 :], start=first + 2):
        written = [text for text in map(plain, row) if text]
        if not written or (_FOOTER.match(written[0]) and len(written) < len(places)):
            continue
        cells[number] = {
            role: plain(row[place]) if place < len(row) else "" for role, place in places.items()
        }
        one, faults = _row(table, number)
        wrong += faults
        table.rows.extend([one] if one else [])
    if wrong:
        raise ResultRowsWrong(errors=tuple(wrong[:200]), count=len(wrong))
    if not table.rows:
        raise ResultFileNotReadable
    return table


def _row(table: ResultTable, number: int) -> tuple[ResultRow | None, list[FieldError]]:
    cells = table.cells[number]
    reference = _REFERENCE.fullmatch(cells["reference"].lower().replace("-", ""))
    word = cells["status"].lower()
    said = next((said for said, words in _told().words.items() if word in words), None)
    amount = minor(cells["amount"]) if cells.get("amount") else None
    bad: dict[Role, bool] = {
        "reference": reference is None,
        "status": said is None,
        "amount": bool(cells.get("amount")) and amount is None,
    }
    faults = [table.wrong(number, role, role) for role, is_bad in bad.items() if is_bad]  # fmt: skip
    if reference is None or said is None or faults:
        return None, faults
    reason = (cells.get("reason") or cells["status"])[:_LONGEST_REASON] if said == "returned" else ""
    return ResultRow(number, reference[1], said, reason, amount), []


def _fault(row: int, column: str, kind: str, told: str) -> FieldError:
    values = {"row": row, "column": column, "told": told[:40]}
    return FieldError(f"/rows/{row}/{column}", f"payout_result.{kind}", _WRONG[kind], values)
