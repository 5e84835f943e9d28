"""The rights behind a listing as they are shown: their numbers as people write them, and when they end."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from marketplace.identifiers import display_patent_no
from marketplace.listings.schemas import RightKind, RightView

# 专利法 §42: inventions 20 years, utility models 10, designs 15, from the filing date. The kind is the fifth digit
# of a number filed since 2003-10, the third of an older one.
_YEARS = {"1": 20, "8": 20, "2": 10, "9": 10, "3": 15}
_LONG_NUMBER = 13


def right_ends_on(kind: str, number: str, filed_on: date | None) -> date | None:
    """Return the last day of a patent or application by its kind and filing date; None for rights without one."""
    if kind not in (RightKind.PATENT, RightKind.APPLICATION) or filed_on is None or not number:
        return None
    digit = number[4] if len(number) == _LONG_NUMBER else number[2]
    end: date = filed_on + relativedelta(years=_YEARS[digit]) - relativedelta(days=1)
    return end


def right_view(body: dict[str, Any]) -> RightView:
    """Give a right as it is shown, from its row as JSON."""
    patent = body["kind"] in (RightKind.PATENT, RightKind.APPLICATION) and body["number"]
    filed_on = date.fromisoformat(body["filed_on"]) if body["filed_on"] else None
    return RightView(
        **body | {"filed_on": filed_on},
        display=display_patent_no(body["number"]) if patent else body["number"],
        ends_on=right_ends_on(body["kind"], body["number"], filed_on),
    )
