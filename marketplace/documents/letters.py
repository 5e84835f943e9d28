"""Letters of business: one template for demands, declarations and records. The same data give the same bytes."""

from marketplace.documents.chinese_numbers import long_date
from marketplace.documents.schemas import LetterData
from marketplace.documents.typesetting import compile_archival


def render_letter(data: LetterData) -> bytes:
    """Return a letter as PDF/A-3b in Chinese."""
    made = data.made_on
    words = data.model_dump(mode="json") | {
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "made_words": long_date(made),
    }
    return compile_archival("letter-2026-11", words)
