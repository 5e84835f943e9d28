"""Forms that an office wants to see, typeset from rows of label and value; the same rows give the same bytes."""

from marketplace.documents.schemas import FormData
from marketplace.documents.typesetting import compile_archival


def render_form(data: FormData) -> bytes:
    """Return a form as PDF/A-3b in Chinese with embedded fonts; an empty value is printed as a dash."""
    made = data.made_on
    return compile_archival(
        "form-2026-11",
        {
            "title": data.title,
            "subtitle": data.subtitle,
            "made": {"year": made.year, "month": made.month, "day": made.day},
            "sections": [
                {"title": title, "rows": [[label, value or "—"] for label, value in rows]}
                for title, rows in data.sections
            ],
            "remarks": list(data.remarks),
            "signatures": list(data.signatures),
            "footer": data.footer,
        },
    )
