"""Correct numbers for demonstrations and tests: right in form, right in every check character, invented otherwise."""

from marketplace.identifiers.patents import patent_check_digit
from marketplace.identifiers.uscc import ALPHABET, organization_code_check, uscc_check_character


def make_patent_no(year: int, kind: int, serial: int) -> str:
    """Return a patent number as written on a certificate, e.g. `ZL202410000123.5`; kinds 1, 2, 3, 8, 9.

    Years before 2003 give the old form with a serial of five digits. Raises `ValueError` out of range.
    """
    digits = 5 if year < 2003 else 7
    if kind not in (1, 2, 3, 8, 9) or year < 1985 or not 0 <= serial < 10**digits:
        raise ValueError("kind 1, 2, 3, 8 or 9, year from 1985, serial within its digits")
    body = f"{year if digits == 7 else year % 100:02d}{kind}{serial:0{digits}d}"
    return f"ZL{body}.{patent_check_digit(body)}"


def make_uscc(authority: str, region: str, serial: int) -> str:
    """Return a unified social credit code with both check characters right.

    `authority` holds authority and category, e.g. `91` (company) or `12` (public institution); `region` has
    six digits; `serial` is below 31 ** 8. Raises `ValueError` otherwise.
    """
    if len(authority) != 2 or len(region) != 6 or not 0 <= serial < 31**8:
        raise ValueError("authority of two characters, region of six digits, serial below 31 ** 8")
    code = ""
    for _ in range(8):
        serial, digit = divmod(serial, 31)
        code = ALPHABET[digit] + code
    first_17 = f"{authority}{region}{code}{organization_code_check(code)}"
    return first_17 + uscc_check_character(first_17)


def make_tech_sme_no(year: int, region: str, serial: int) -> str:
    """Return a technology-SME registration: year, six-digit region, eight more digits."""
    return f"{year:04d}{region}{serial:08d}"


def make_hnte_no(year: int, province: str, serial: int) -> str:
    """Return a high-tech enterprise certificate number: GR, year, two-digit province, six digits."""
    return f"GR{year:04d}{province}{serial:06d}"
