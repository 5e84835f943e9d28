"""The flip: the smallest change after which a product is no longer out of reach, and who can make it.

A change is data and can be applied to a sheet, so what is promised is checked before it is said:
every flip returned has been applied and re-evaluated.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice, product
from typing import Literal, assert_never

from dateutil.relativedelta import relativedelta

from finance.matching import sentences
from finance.matching.evaluation import BPS, GateVerdict, Status, status, verdict
from finance.matching.facts import Fact, FactSheet, FactValue
from finance.matching.fields import FIELDS, ChangeableBy
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
from marketplace.core.i18n import Text
from marketplace.core.values import Frozen

FAILS_MAX = 2  # beyond two failing gates a product is simply not for this applicant
COMBINATIONS_MAX = 500  # limit of the search; real products need fewer than thirty

NOT_REACHABLE = Text(
    zh="这款产品目前不适合您：没有您这一方能改变的条件，不必为它补材料。",
    en="This product does not suit you at present: nothing you could change would help, so spend no effort on it.",
)


class Change(Frozen):
    """One fact that would have to be different. For `wait`, `on` is the first day on which it is."""

    kind: Literal["set", "raise", "lower", "state", "add", "remove", "renew", "wait"]
    field: str
    value: FactValue
    on: date | None = None
    who: ChangeableBy
    text: Text
    document: Text


class Flip(Frozen):
    """The changes that together open the door; none when nobody can open it."""

    changes: tuple[Change, ...]
    reachable: bool
    text: Text


def flip(gates: tuple[Gate, ...], sheet: FactSheet) -> Flip | None:
    """Return the smallest verified change for an excluded applicant; None when she is not excluded.

    At most two failing gates are answered with changes; for more, or when a failing gate is in nobody's
    hands, the flip says kindly that there is none.
    """
    failing = [gate for gate in gates if verdict(gate.rule, sheet) is GateVerdict.FAIL]
    if not failing:
        return None
    if len(failing) > FAILS_MAX or any(gate.changeable_by in ("nobody", "provider") for gate in failing):
        return Flip(changes=(), reachable=False, text=NOT_REACHABLE)
    choices = [list(_candidates(gate.rule, sheet, wanted=True, who=gate.changeable_by)) for gate in failing]
    combinations = [_merged(parts) for parts in islice(product(*choices), COMBINATIONS_MAX)]
    for changes in sorted(combinations, key=lambda found: _cost(found, sheet)):
        if status(gates, apply(changes, sheet)) is not Status.EXCLUDED:
            return Flip(changes=changes, reachable=True, text=_joined(changes))
    return Flip(changes=(), reachable=False, text=NOT_REACHABLE)


def apply(changes: tuple[Change, ...], sheet: FactSheet) -> FactSheet:
    """Return the sheet as it would be after the changes."""
    for change in changes:
        sheet = _applied(change, sheet)
    return sheet


def _applied(change: Change, sheet: FactSheet) -> FactSheet:
    if change.kind == "wait" and change.on is not None:
        return _later(sheet, change.on)
    old = sheet.find(change.field)
    value: FactValue = change.value
    valid_to = None
    if change.kind in ("add", "remove") and isinstance(value, str):
        before = old.value if old is not None and isinstance(old.value, tuple) else ()
        value = tuple(word for word in before if word != value)
        value = (*value, str(change.value)) if change.kind == "add" else value
    if change.kind == "renew":
        valid_to = sheet.on
    fact = Fact(field=change.field, value=value, as_of=sheet.on, provenance="declared", valid_to=valid_to)
    return sheet.with_fact(fact)


def _later(sheet: FactSheet, day: date) -> FactSheet:
    gap = relativedelta(day, sheet.on)
    months = gap.years * 12 + gap.months
    facts = tuple(
        fact.model_copy(update={"value": fact.value + months})
        if FIELDS[fact.field].grows and isinstance(fact.value, int)
        else fact
        for fact in sheet.facts
    )
    return sheet.model_copy(update={"on": day, "facts": facts})


def _candidates(
    rule: AnyRule, sheet: FactSheet, *, wanted: bool, who: ChangeableBy
) -> Iterator[tuple[Change, ...]]:
    """Yield sets of changes, each of which alone would turn the rule to what is wanted."""
    if isinstance(rule, AllOf | SomeOf | NoneOf):
        wanted = wanted is not isinstance(rule, NoneOf)
        target = GateVerdict.PASS if wanted else GateVerdict.FAIL
        each_needed = wanted is isinstance(rule, AllOf)
        wrong = [part for part in rule.of if verdict(part, sheet) is not target]
        if each_needed:
            parts = [list(_candidates(part, sheet, wanted=wanted, who=who)) for part in wrong]
            yield from (_merged(found) for found in islice(product(*parts), COMBINATIONS_MAX))
        else:
            for part in wrong:
                yield from _candidates(part, sheet, wanted=wanted, who=who)
    elif wanted:
        yield from ((change,) for change in _meeting(rule, sheet, who))
    else:
        yield from ((change,) for change in _leaving(rule, sheet, who))


def _change(
    kind: Literal["set", "raise", "lower", "state", "add", "remove", "renew"],
    field: str,
    value: FactValue,
    text: Text,
    who: ChangeableBy,
) -> Change:
    return Change(kind=kind, field=field, value=value, text=text, who=who, document=FIELDS[field].document)


def _meeting(rule: LeafRule, sheet: FactSheet, who: ChangeableBy) -> Iterator[Change]:  # noqa: C901, PLR0912  a block a kind of rule
    match rule:
        case OneOf():
            old = sheet.known(rule.field)
            for word in _onward(rule, old):
                yield _change("set", rule.field, word, sentences.replaced(rule.field, old, word), who)
        case AnyOf():
            for word in rule.values:
                yield _change("add", rule.field, word, sentences.added(rule.field, word), who)
        case Between():
            number = sheet.number(rule.field)
            if rule.min is not None and (number is None or number < rule.min):
                yield from _to(rule.field, rule.min, sheet, who)
            elif rule.max is not None:
                yield from _to(rule.field, rule.max, sheet, who)
        case ValidOn():
            fact = sheet.find(rule.certificate)
            held = fact.value if fact is not None and isinstance(fact.value, str) else "—"
            ended = fact.valid_to if fact is not None and held != "—" else None
            yield _change("renew", rule.certificate, held, sentences.renewed(rule.certificate, ended), who)
        case Flag():
            yield _change(
                "state", rule.field, rule.expected, sentences.stated(rule.field, expected=rule.expected), who
            )
        case AtMostShare():
            part, whole = sheet.number(rule.field), sheet.number(rule.of)
            if part is not None and whole is not None:
                yield from _to(rule.field, whole * rule.bps // BPS, sheet, who)
                yield from _to(rule.of, -(-part * BPS // rule.bps), sheet, who)
        case Headroom():
            wanted, used = sheet.number(rule.field), sheet.number(rule.used)
            if wanted is not None and used is not None:
                yield from _to(rule.field, rule.cap - used, sheet, who)
                yield from _to(rule.used, rule.cap - wanted, sheet, who)
        case NotOn():
            yield _change("remove", "bad_lists", rule.list, sentences.removed("bad_lists", rule.list), who)
        case _:
            assert_never(rule)


def _onward(rule: OneOf, old: FactValue | None) -> Iterator[str]:
    """Yield the words that can still be reached: of an ordered list only those after the present one."""
    spec = FIELDS[rule.field]
    order = [*(spec.choices or ())]
    for word in rule.values:
        if not spec.ordered or old not in order or order.index(word) > order.index(str(old)):
            yield word


def _leaving(rule: LeafRule, sheet: FactSheet, who: ChangeableBy) -> Iterator[Change]:
    """Yield changes that make a leaf fail; nobody is told to lose a certificate or to get on a list."""
    match rule:
        case OneOf():
            others = [word for word in FIELDS[rule.field].choices or () if word not in rule.values]
            for word in others:
                text = sentences.replaced(rule.field, sheet.known(rule.field), word)
                yield _change("set", rule.field, word, text, who)
        case Between():
            if rule.max is not None:
                yield from _to(rule.field, rule.max + 1, sheet, who)
            if rule.min is not None:
                yield from _to(rule.field, rule.min - 1, sheet, who)
        case Flag():
            wanted = not rule.expected
            yield _change("state", rule.field, wanted, sentences.stated(rule.field, expected=wanted), who)
        case _:
            return


def _to(field: str, target: int, sheet: FactSheet, who: ChangeableBy) -> Iterator[Change]:
    """Yield the change of a number to a target: a wait where only time raises it, nothing below zero."""
    old = sheet.number(field)
    spec = FIELDS[field]
    if target < 0 or (field == "amount_minor" and target == 0) or old is None or old == target:
        return
    if spec.grows:
        if target > old:
            day = sheet.on + relativedelta(months=target - old)
            text = sentences.waited(field, target, day)
            yield Change(
                kind="wait", field=field, value=target, on=day, who="time", text=text, document=spec.document
            )
    elif target > old:
        yield _change("raise", field, target, sentences.raised(field, old, target), who)
    elif spec.may_fall:
        yield _change("lower", field, target, sentences.lowered(field, old, target), who)


def _merged(parts: tuple[tuple[Change, ...], ...]) -> tuple[Change, ...]:
    """Join the changes of several gates; the same change is named once."""
    merged: list[Change] = []
    for change in (change for part in parts for change in part):
        if change not in merged:
            merged.append(change)
    # Waiting comes first, so that a certificate is renewed for the day that is waited for.
    return tuple(sorted(merged, key=lambda change: change.kind != "wait"))


_EFFORT = {"state": 1, "renew": 2, "add": 2, "set": 3, "remove": 3, "wait": 4, "raise": 2, "lower": 2}


def _cost(changes: tuple[Change, ...], sheet: FactSheet) -> tuple[int, int, int, tuple[str, ...]]:
    """Order flips: fewer changes, then less effort, then a smaller step, then by name so that it is stable."""
    step = 0
    for change in changes:
        old = sheet.number(change.field)
        if change.kind in ("raise", "lower") and old is not None and isinstance(change.value, int):
            step += abs(change.value - old) * BPS // max(abs(old), 1)
    effort = sum(_EFFORT[change.kind] for change in changes)
    return len(changes), effort, step, tuple(f"{change.field} {change.value}" for change in changes)


def _joined(changes: tuple[Change, ...]) -> Text:
    return Text("；".join(c.text.zh for c in changes), "; ".join(c.text.en for c in changes))
