"""Tables for other programs: CSV and spreadsheets that open in Chinese, and of which no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def yuan_cell(minor: int) -> Decimal:
    """Return an amount in yuan as the number that a spreadsheet adds up."""
    return Decimal(minor).scaleb(-2)


def write_csv(rows: Iterable[Sequence[str | Decimal | None]]) -> bytes:
    """Return rows as CSV in UTF-8 with the mark by which Excel knows it; texts are made safe, amounts are plain numbers."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows([_text(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _text(cell: str | Decimal | None) -> str:
    if isinstance(cell, str):
        return safe(cell)
    return "" if cell is None else f"{cell:.2f}"
