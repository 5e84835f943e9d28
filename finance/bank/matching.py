"""Finding the invoices that a receipt pays: scores that say why. Pure; knows no database."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Feature = Literal[
    "reference_exact", "reference_close", "amount_equal", "sum_equal", "amount_close", "payer_equal", "payer_close", "account_known",
]  # fmt: skip
WEIGHTS: Mapping[Feature, int] = {
    "reference_exact": 60,
    "reference_close": 40,
    "amount_equal": 35,
    "sum_equal": 30,
    "amount_close": 15,
    "payer_equal": 25,
    "payer_close": 12,
    "account_known": 15,
}
"""Points of each feature; a receipt with a valid reference is matched without a score. What is sure on its own is 60."""
LOWEST_SCORE = 30
_FORMS = re.compile(r"[\s()（）【】\[\]·,，.。]|有限责任公司|股份有限公司|有限公司|公司|集团|演示")
_NUMBERS = re.compile(r"\d{5,12}")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is left of a receipt, in fen, and what the bank tells about it."""

    left_minor: int
    payer_name: str
    payer_account: str
    memo: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An unpaid invoice, for the comparison; `sum_minor` is what its payer owes in all, `accounts` where it paid from before."""

    invoice_id: UUID
    reference: str
    firm_name: str
    open_minor: int
    sum_minor: int = 0
    accounts: Collection[str] = ()


def features(receipt: Receipt, candidate: Candidate) -> list[Feature]:
    """Return what speaks for a receipt paying an invoice."""
    found: list[Feature] = []
    if closeness := _reference(receipt.memo, candidate.reference):
        found.append(closeness)
    if receipt.left_minor == candidate.open_minor:
        found.append("amount_equal")
    elif receipt.left_minor == candidate.sum_minor:
        found.append("sum_equal")
    elif abs(receipt.left_minor - candidate.open_minor) * 100 <= candidate.open_minor:
        found.append("amount_close")
    payer, firm = _FORMS.sub("", receipt.payer_name), _FORMS.sub("", candidate.firm_name)
    if payer and payer == firm:
        found.append("payer_equal")
    elif payer and _likeness(payer, firm) >= 60:
        found.append("payer_close")
    if receipt.payer_account and receipt.payer_account in candidate.accounts:
        found.append("account_known")
    return found


def _reference(memo: str, reference: str) -> Feature | None:
    """Compare the numbers in a text with the ten digits of a reference: one slip of the fingers apart is close."""
    digits = reference[2:]
    plain = re.sub(r"(?<=\d)[\s-]+(?=\d)", "", unicodedata.normalize("NFKC", memo))
    numbers = _NUMBERS.findall(plain)
    if digits in numbers:
        return "reference_exact"
    # the serial without its check digits, or without its zeros
    parts = {digits[:8], digits[:8].lstrip("0"), digits.lstrip("0")}
    if any(_one_slip(number, digits) or (number in parts and len(number) >= 5) for number in numbers):
        return "reference_close"
    return None


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one digit is wrong, missing, doubled, or changed places with its neighbor."""
    if len(typed) == len(meant):
        off = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        swapped = (
            len(off) == 2
            and off[1] == off[0] + 1
            and typed[off[0]] == meant[off[1]]
            and typed[off[1]] == meant[off[0]]
        )
        return len(off) == 1 or swapped
    short, long = sorted((typed, meant), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _likeness(one: str, other: str) -> int:
    """Percent of the pairs of neighboring characters that two names share."""
    first, second = _pairs(one), _pairs(other)
    return 200 * len(first & second) // max(1, len(first) + len(second))


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)} or {name}


def best(
    receipt: Receipt, candidates: Iterable[Candidate], count: int = 5
) -> list[tuple[Candidate, int, list[Feature]]]:
    """Return the likeliest invoices with score (at most 100) and features, best first; ties keep the order given."""
    scored = []
    for candidate in candidates:
        found = features(receipt, candidate)
        points = min(100, sum(WEIGHTS[feature] for feature in found))
        if points >= LOWEST_SCORE:
            scored.append((candidate, points, found))
    return sorted(scored, key=lambda entry: -entry[1])[:count]
