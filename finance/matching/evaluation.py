"""Does a fact sheet meet a rule? Three answers: unknown is never taken for pass nor for fail.

This is the specification: plain, one pair at a time. A faster engine has to agree with it exactly.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from finance.matching.facts import FactSheet
from finance.matching.gates import (
    AllOf,
    AnyOf,
    AnyRule,
    AtMostShare,
    Between,
    Flag,
    Gate,
    Headroom,
    LeafRule,
    NoneOf,
    NotOn,
    OneOf,
    SomeOf,
    ValidOn,
)

BPS = 10_000


class GateVerdict(StrEnum):
    """The answer to one gate."""

    PASS = "pass"  # noqa: S105  not a password
    FAIL = "fail"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """The answer to all gates of a product."""

    ELIGIBLE = "eligible"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


def verdict(rule: AnyRule, sheet: FactSheet) -> GateVerdict:
    """Return whether the sheet meets the rule (Kleene's strong logic for groups)."""
    if isinstance(rule, AllOf):
        return _all(verdict(part, sheet) for part in rule.of)
    if isinstance(rule, SomeOf):
        return _any(verdict(part, sheet) for part in rule.of)
    if isinstance(rule, NoneOf):
        return _not(_any(verdict(part, sheet) for part in rule.of))
    answer = _leaf(rule, sheet)
    if answer is None:
        return GateVerdict.UNKNOWN
    return GateVerdict.PASS if answer else GateVerdict.FAIL


def status_of(verdicts: Iterable[GateVerdict]) -> Status:
    """Return eligible when all pass, excluded when one fails, possible otherwise."""
    combined = _all(verdicts)
    if combined is GateVerdict.PASS:
        return Status.ELIGIBLE
    return Status.EXCLUDED if combined is GateVerdict.FAIL else Status.POSSIBLE


def status(gates: Iterable[Gate], sheet: FactSheet) -> Status:
    """Return the status of an applicant before all gates of a product."""
    return status_of(verdict(gate.rule, sheet) for gate in gates)


def _leaf(rule: LeafRule, sheet: FactSheet) -> bool | None:  # noqa: PLR0911  one line a kind of rule
    match rule:
        case OneOf():
            word = sheet.known(rule.field)
            return None if word is None else word in rule.values
        case AnyOf():
            words = sheet.known(rule.field)
            return not set(words).isdisjoint(rule.values) if isinstance(words, tuple) else None
        case Between():
            number = sheet.number(rule.field)
            return None if number is None else _inside(number, rule)
        case ValidOn():
            return _holds(rule.certificate, sheet)
        case Flag():
            flag = sheet.known(rule.field)
            return None if flag is None else flag is rule.expected
        case AtMostShare():
            part, whole = sheet.number(rule.field), sheet.number(rule.of)
            return None if part is None or whole is None else part * BPS <= whole * rule.bps
        case Headroom():
            wanted, used = sheet.number(rule.field), sheet.number(rule.used)
            return None if wanted is None or used is None else wanted + used <= rule.cap
        case NotOn():
            lists = sheet.known("bad_lists")
            return rule.list not in lists if isinstance(lists, tuple) else None
        case _:
            assert_never(rule)


def _inside(number: int, rule: Between) -> bool:
    return (rule.min is None or number >= rule.min) and (rule.max is None or number <= rule.max)


def _holds(certificate: str, sheet: FactSheet) -> bool | None:
    fact = sheet.find(certificate)
    if fact is None or fact.value is None:
        return None
    if fact.value is False:
        return False
    # A number without an end date proves only that it was issued once.
    return None if fact.valid_to is None else sheet.on <= fact.valid_to


def _all(verdicts: Iterable[GateVerdict]) -> GateVerdict:
    seen = set(verdicts)
    if GateVerdict.FAIL in seen:
        return GateVerdict.FAIL
    return GateVerdict.UNKNOWN if GateVerdict.UNKNOWN in seen else GateVerdict.PASS


def _any(verdicts: Iterable[GateVerdict]) -> GateVerdict:
    return _not(_all(_not(one) for one in verdicts))


def _not(one: GateVerdict) -> GateVerdict:
    if one is GateVerdict.UNKNOWN:
        return one
    return GateVerdict.FAIL if one is GateVerdict.PASS else GateVerdict.PASS
