"""Reads the first sheet of what somebody uploads, Excel or CSV, into rows of cells. Pure."""

import csv
import io
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import python_calamine

LARGEST_MINOR = 10**13


class NotASheet(ValueError):
    """The bytes are neither an Excel file nor text that a program wrote as CSV."""


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are those of an Excel file, new or old."""
    return content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_rows(content: bytes, *, limit: int) -> list[list[Any]]:
    """Return at most `limit` rows of an Excel file, or of CSV in UTF-8 or GB 18030; raises `NotASheet`."""
    return _excel(content, limit) if is_workbook(content) else _csv(content, limit)


def _excel(content: bytes, limit: int) -> list[list[Any]]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)[:limit]
    except (python_calamine.CalamineError, IndexError, OSError, ValueError) as error:
        raise NotASheet from error


def _csv(content: bytes, limit: int) -> list[list[Any]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise NotASheet
    if "\0" in text:
        raise NotASheet
    # some banks export "CSV" with tabs
    comma = "\t" if text[:4_000].count("\t") > text[:4_000].count(",") else ","
    try:
        return list(csv.reader(io.StringIO(text), delimiter=comma))[:limit]
    except csv.Error as error:
        raise NotASheet from error


def plain(value: Any) -> str:
    """Return a cell as text: full width made half, without the marks that keep numbers from being rounded."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return (
        unicodedata.normalize("NFKC", str(value)).strip().lstrip("'=").strip('"') if value is not None else ""
    )


def plain_heading(cell: object) -> str:
    """Return a heading or label as layouts write it: no width, spaces, case, unit, translation in brackets or colon."""
    text = re.sub(r"\[[^\]]*\]|\s|\*|\(元\)|\(RMB\)", "", unicodedata.normalize("NFKC", str(cell)))
    return text.rstrip(":").lower()


def minor(value: str) -> int | None:
    """Return an amount in fen, negative with a minus sign; None for what is no amount of at most two decimals."""
    try:
        exact = Decimal(re.sub(r"[,\s¥+]|CNY|元", "", value)) * 100
    except InvalidOperation:
        return None
    if not exact.is_finite() or exact != exact.to_integral_value() or abs(exact) > LARGEST_MINOR:
        return None
    return int(exact)
