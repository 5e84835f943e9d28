"""Chinese application and patent numbers (ZC 0006-2003): year, kind, serial, check digit modulo 11."""

import re
from typing import Literal

from marketplace.identifiers.reasons import Reason, reason

PatentKind = Literal["invention", "utility_model", "design"]

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_KINDS: dict[str, PatentKind] = {
    "1": "invention",
    "2": "utility_model",
    "3": "design",
    "8": "invention",
    "9": "utility_model",
}
# Patent Law of 1985 is the first; numbers of 8 digits were given until September 2003.
_FIRST_YEAR, _LAST_SHORT_YEAR = 1985, 2003
LONG, SHORT = 13, 9


def patent_check_digit(digits: str) -> str:
    """Return the check character (0–9 or X) for 12 digits of the present form or 8 of the form before 2003."""
    if len(digits) not in (LONG - 1, SHORT - 1):
        raise ValueError("a check digit needs 12 or 8 digits")
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return "0123456789X"[total % 11]


def normalize_patent_no(value: str) -> str:
    """Return the bare number: no ZL or CN, no spaces, no dot; expects half-width upper-case text."""
    return re.sub(r"^(?:CN)?(?:ZL)?", "", value.replace(" ", "")).replace(".", "")


def patent_year(number: str) -> int:
    """Return the filing year of a bare number in either form."""
    return int(number[:4]) if len(number) in (LONG, LONG - 1) else 1900 + int(number[:2]) + _century(number)


def _century(number: str) -> int:
    return 100 if int(number[:2]) < 85 else 0


def patent_kind(number: str) -> PatentKind | None:
    """Return what a bare number protects, or None when its kind digit does not exist."""
    return _KINDS.get(number[4 if len(number) in (LONG, LONG - 1) else 2])


def display_patent_no(number: str) -> str:
    """Write a bare number as on the certificate: `ZL 2018 1 1564288.X`."""
    year = 4 if len(number) == LONG else 2
    return f"ZL {number[:year]} {number[year]} {number[year + 1 : -1]}.{number[-1]}"


def patent_problem(written: str, latest_year: int) -> Reason | None:
    """Return why a written patent number is wrong, or None when its form and check digit are right.

    A check digit proves typing, not that the patent exists. `latest_year` is the last possible filing year.
    """
    number = normalize_patent_no(written)
    if "." in written and not re.search(r"^[^.]*\.[ ]?[^. ]$", written):
        return reason("patent.dot")
    if not re.fullmatch(r"[0-9]+[0-9X]", number):
        return reason("patent.characters")
    if len(number) in (LONG - 1, SHORT - 1) and number.isdigit() and "." not in written:
        return _form_problem(number, latest_year) or reason(
            "patent.check_missing", expected=patent_check_digit(number)
        )
    if len(number) not in (LONG, SHORT):
        return reason("patent.length", length=len(number))
    problem = _form_problem(number, latest_year)
    if problem is None and (expected := patent_check_digit(number[:-1])) != number[-1]:
        return reason("patent.check", expected=expected, found=number[-1])
    return problem


def _form_problem(number: str, latest_year: int) -> Reason | None:
    short = len(number) in (SHORT, SHORT - 1)
    year = patent_year(number)
    latest = min(latest_year, _LAST_SHORT_YEAR) if short else latest_year
    if not _FIRST_YEAR <= year <= latest:
        return reason("patent.year", year=year, latest=latest)
    if patent_kind(number) is None:
        return reason("patent.kind", kind=number[2 if short else 4])
    return None
