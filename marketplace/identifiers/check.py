"""One question for every identifier: what is it, how is it written, is its form right."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from marketplace.identifiers import certificates as cert
from marketplace.identifiers.patents import LONG, SHORT, normalize_patent_no, patent_problem
from marketplace.identifiers.reasons import Reason, reason
from marketplace.identifiers.uscc import uscc_problem

IdKind = Literal[
    "cn_patent_no",
    "uscc",
    "publication_number",
    "software_copyright_no",
    "hnte_certificate",
    "tech_sme_no",
    "unknown",
]

_NOTES = {"publication.pct_application", "publication.foreign_application"}


@dataclass(frozen=True, slots=True)
class IdCheck:
    """What a written identifier is. `valid` speaks of its form and check digits, not of its existence."""

    input: str
    kind: IdKind
    normalized: str
    valid: bool
    reason: Reason | None

    def line(self) -> dict[str, object]:
        """Return the check as plain JSON values: input, kind, normalized, valid, reason."""
        return {
            "input": self.input,
            "kind": self.kind,
            "normalized": self.normalized,
            "valid": self.valid,
            "reason": self.reason.line() if self.reason else None,
        }


@lru_cache(maxsize=1_000)  # on its way into the database a number is looked at several times
def check_id(value: str, *, as_of_year: int) -> IdCheck:
    """Say what an identifier is and whether its form is right in a given year; never raises.

    Full-width characters, case, spaces and the prefix ZL or CN do not matter.
    """
    written = _clean(value)
    compact = written.replace(" ", "")
    kind = _kind_of(written, compact, as_of_year)
    problem = _problem(kind, written, compact, as_of_year)
    normalized = normalize_patent_no(written) if kind == "cn_patent_no" else compact
    valid = problem is None or problem.code in _NOTES
    return IdCheck(input=value, kind=kind, normalized=normalized, valid=valid, reason=problem)


def _clean(value: str) -> str:
    # NFKC folds full-width digits, letters and the dot; 。 is what a Chinese keyboard types for the dot.
    text = unicodedata.normalize("NFKC", value).upper().replace("。", ".")
    text = "".join(
        char for char in text if unicodedata.category(char) != "Cf"
    )  # zero-width marks of web pages
    return re.sub(r"\s+", " ", text).strip()


def _kind_of(written: str, compact: str, year: int) -> IdKind:
    # Authority 2 has no category 0, so 18 characters that begin with 20 are a registration of that year.
    guesses: tuple[tuple[IdKind, bool], ...] = (
        ("software_copyright_no", bool(cert.SOFTWARE.fullmatch(compact))),
        ("hnte_certificate", bool(cert.HNTE.fullmatch(compact))),
        ("publication_number", bool(cert.APPLICATION_ELSEWHERE.fullmatch(compact))),
        ("cn_patent_no", _looks_like_patent(written, compact, year)),
        ("publication_number", bool(cert.PUBLICATION.fullmatch(compact.replace("/", "")))),
        ("tech_sme_no", bool(cert.TECH_SME.fullmatch(compact))),
        ("uscc", bool(re.fullmatch(r"[0-9A-Z]{17,19}", compact))),
    )
    return next((kind for kind, matches in guesses if matches), "unknown")


def _looks_like_patent(written: str, compact: str, year: int) -> bool:
    if re.match(r"(?:CN)?ZL", compact):
        return True
    number = normalize_patent_no(written)
    if not re.fullmatch(r"[0-9]{7,13}[0-9X]", number):
        return False
    if compact.startswith("CN") and "." not in compact and len(number) not in (LONG - 1, LONG):
        # CN + nine digits without a dot is an old application number only if it checks as one.
        return len(number) == SHORT and patent_problem(written, year) is None
    return "." in compact or len(number) in (SHORT - 1, SHORT, LONG - 1, LONG)


def _problem(kind: IdKind, written: str, compact: str, year: int) -> Reason | None:
    checks: dict[IdKind, Callable[[], Reason | None]] = {
        "cn_patent_no": lambda: patent_problem(written, year),
        "uscc": lambda: uscc_problem(compact),
        "publication_number": lambda: cert.publication_problem(compact),
        "software_copyright_no": lambda: cert.software_problem(compact, year),
        "hnte_certificate": lambda: cert.hnte_problem(compact, year),
        "tech_sme_no": lambda: cert.tech_sme_problem(compact, year),
        "unknown": lambda: reason("unknown"),
    }
    return checks[kind]()
