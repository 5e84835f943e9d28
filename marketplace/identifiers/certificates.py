"""Numbers without a check digit: publications, software copyrights, high-tech and technology-SME certificates."""

import re

from marketplace.identifiers.reasons import Reason, reason
from marketplace.identifiers.regions import prefecture_name, province_name

PUBLICATION = re.compile(r"(?P<country>[A-Z]{2})(?P<serial>\d{5,12})(?P<kind>[A-Z]\d?)?", re.ASCII)
PCT_APPLICATION = re.compile(r"PCT/?[A-Z]{2}(?:\d{4}/\d{6}|\d{2}/\d{5,6})", re.ASCII)
FOREIGN_APPLICATION = re.compile(r"(?:US)?\d{2}/\d{3},?\d{3}", re.ASCII)
APPLICATION_ELSEWHERE = re.compile(f"{PCT_APPLICATION.pattern}|{FOREIGN_APPLICATION.pattern}", re.ASCII)
SOFTWARE = re.compile(r"(?P<year>\d{4})SR(?P<serial>\d+)", re.ASCII)
HNTE = re.compile(r"GR(?P<digits>\d+)", re.ASCII)
TECH_SME = re.compile(r"(?P<year>20\d\d)(?P<region>\d{6})[0-9A-Z]{8}", re.ASCII)

_OFFICES = frozenset(
    [
        "CN",
        "US",
        "EP",
        "WO",
        "JP",
        "KR",
        "DE",
        "GB",
        "FR",
        "TW",
        "HK",
        "CA",
        "AU",
        "RU",
        "IN",
        "BR",
        "ES",
        "IT",
        "CH",
        "NL",
        "SE",
        "AT",
        "BE",
        "DK",
        "FI",
        "NO",
        "PL",
        "IL",
        "SG",
        "MX",
        "ZA",
    ]
)


def publication_problem(number: str) -> Reason | None:
    """Return why a publication number such as CN108993444A is wrong or what else it is; None when it is right."""
    if PCT_APPLICATION.fullmatch(number):
        return reason("publication.pct_application")
    if FOREIGN_APPLICATION.fullmatch(number):
        return reason("publication.foreign_application")
    parts = PUBLICATION.fullmatch(number.replace("/", ""))
    if parts is None:
        return reason("unknown")
    if parts["country"] not in _OFFICES:
        return reason("publication.country", country=parts["country"])
    if parts["country"] == "CN" and parts["kind"] is None:
        return reason("publication.no_kind_code")
    return None


def software_problem(number: str, latest_year: int) -> Reason | None:
    """Return why a software registration such as 2020SR1875227 is wrong, or None."""
    parts = SOFTWARE.fullmatch(number)
    if parts is None:
        return reason("unknown")
    year, length = int(parts["year"]), len(parts["serial"])
    if not 1992 <= year <= latest_year:
        return reason("software.year", year=year, latest=latest_year)
    # The serial passed one million in 2018; since 2019 it is always written with seven digits.
    if length != 7 and not (length == 6 and year <= 2018):
        return reason("software.length", length=length)
    return None


def hnte_problem(number: str, latest_year: int) -> Reason | None:
    """Return why a high-tech enterprise certificate (GR + year + province + 6 digits) is wrong, or None."""
    if len(number) != 14:
        return reason("hnte.length", length=len(number))
    year, province = int(number[2:6]), number[6:8]
    if not 2008 <= year <= latest_year:
        return reason("hnte.year", year=year, latest=latest_year)
    if province == "10" or province_name(province) is None:
        return reason("hnte.province", province=province)
    return None


def tech_sme_problem(number: str, latest_year: int) -> Reason | None:
    """Return why a technology-SME registration is wrong, or None; it must be of the last year or the one before.

    A registration ends on 31 March of the next year, so an older number cannot be valid.
    """
    parts = TECH_SME.fullmatch(number)
    if parts is None:
        return reason("unknown")
    if not latest_year - 1 <= int(parts["year"]) <= latest_year:
        return reason("tech_sme.year", year=parts["year"], earliest=latest_year - 1, latest=latest_year)
    if prefecture_name(parts["region"]) is None:
        return reason("tech_sme.region", region=parts["region"])
    return None
