"""Papers of business: demands, declarations and records as letters, and bills. The same data give the same bytes."""

from datetime import date
from typing import Any

from marketplace.documents.chinese_numbers import long_date
from marketplace.documents.schemas import BillData, LetterData
from marketplace.documents.typesetting import compile_archival


def render_letter(data: LetterData) -> bytes:
    """Return a letter as PDF/A-3b in Chinese."""
    words = data.model_dump(mode="json") | {"made": _day(data.made_on), "made_words": long_date(data.made_on)}
    return compile_archival("letter-2026-11", words)


def render_bill(data: BillData) -> bytes:
    """Return a bill as PDF/A-3b in the language of its words."""
    return compile_archival("bill-2026-11", data.model_dump(mode="json") | {"made": _day(data.made_on)})


def _day(day: date) -> dict[str, Any]:
    return {"year": day.year, "month": day.month, "day": day.day}
