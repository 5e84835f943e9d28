"""Rules, values and changes in words, in both languages. Numbers are rounded for reading only, never compared."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from finance.matching.facts import Fact, FactSheet, FactValue
from finance.matching.fields import FIELDS, Unit
from finance.matching.gates import (
    AllOf,
    AnyOf,
    AnyRule,
    AtMostShare,
    Between,
    Flag,
    GroupRule,
    Headroom,
    LeafRule,
    NoneOf,
    NotOn,
    OneOf,
    SomeOf,
    ValidOn,
)
from finance.matching.vocabulary import BAD_LISTS
from marketplace.core.i18n import Text

FEN_PER_WAN = 1_000_000
FEN_PER_YI = 10_000_000_000
NOT_KNOWN = Text(zh="还不知道", en="not known yet")


def _trim(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")


def amount(minor: int) -> Text:
    """Return fen as 元, 万元 or 亿元, and as RMB with a thousands mark."""
    size = abs(minor)
    if size >= FEN_PER_YI:
        zh = f"{_trim(Decimal(minor) / FEN_PER_YI)} 亿元"
    elif size >= FEN_PER_WAN:
        zh = f"{_trim(Decimal(minor) / FEN_PER_WAN)} 万元"
    else:
        zh = f"{_trim(Decimal(minor) / 100)} 元"
    yuan = Decimal(minor) / 100
    return Text(zh=zh, en=f"RMB {yuan:,.0f}" if yuan == int(yuan) else f"RMB {yuan:,.2f}")


def percent(bps: int) -> str:
    """Return basis points as a percentage."""
    return f"{_trim(Decimal(bps) / 100)}%"


def number(value: int, unit: Unit | None) -> Text:  # noqa: PLR0911  one line a unit
    """Return a number with its unit."""
    match unit:
        case "fen":
            return amount(value)
        case "months":
            return Text(f"{value} 个月", f"{value} month" if value == 1 else f"{value} months")
        case "people":
            return Text(f"{value} 人", f"{value} people")
        case "bps":
            return Text(percent(value), percent(value))
        case "level":
            return Text(f"TRL {value}", f"TRL {value}")
        case "points":
            return Text(f"{value} 分", f"{value} points")
        case _:
            return Text(f"{value}", f"{value}")


def _list(words: Iterable[Text], joint_zh: str, joint_en: str) -> Text:
    items = list(words)
    return Text(joint_zh.join(t.zh for t in items), joint_en.join(t.en for t in items))


def words(field: str, values: Iterable[str]) -> Text:
    """Return the labels of words of a closed list, in the order given."""
    choices = FIELDS[field].choices or {}
    return _list((choices.get(word, Text(word, word)) for word in values), "、", ", ")


def value(field: str, fact_value: FactValue | None) -> Text:
    """Return a fact's value as a person would write it."""
    spec = FIELDS[field]
    if fact_value is None:
        return NOT_KNOWN
    if isinstance(fact_value, tuple):
        return words(field, fact_value) if fact_value else Text("无", "none")
    if isinstance(fact_value, bool):
        if spec.kind == "certificate":
            return Text("未取得", "not held")
        return Text("是", "yes") if fact_value else Text("否", "no")
    if isinstance(fact_value, int):
        return number(fact_value, spec.unit)
    return words(field, [fact_value])


def seen(fact: Fact | None, sheet: FactSheet) -> Text:
    """Return what the sheet says about a field: value, and when it ends or ended."""
    if fact is None or fact.value is None:
        return NOT_KNOWN
    text = value(fact.field, fact.value)
    if fact.valid_to is None:
        return text
    if fact.valid_to < sheet.on:
        return Text(f"{text.zh}（已于 {fact.valid_to} 到期）", f"{text.en} (ended {fact.valid_to})")
    return Text(f"{text.zh}（有效至 {fact.valid_to}）", f"{text.en} (valid to {fact.valid_to})")


def sentence(rule: AnyRule) -> Text:
    """Return a rule as one sentence."""
    if isinstance(rule, AllOf | SomeOf | NoneOf):
        return _group(rule)
    return _leaf(rule)


def _group(rule: GroupRule) -> Text:
    parts: list[Text] = [sentence(part) for part in rule.of]
    if isinstance(rule, NoneOf):
        joined = _list(parts, "；", "; ")
        return Text(f"以下都不成立：{joined.zh}", f"None of: {joined.en}")
    if len(parts) == 1:
        return parts[0]
    if isinstance(rule, SomeOf):
        return _list(parts, "，或", ", or ")
    return _list(parts, "，且", ", and ")


def _leaf(rule: LeafRule) -> Text:  # noqa: PLR0911  one block a kind of rule
    match rule:
        case OneOf() | AnyOf():
            label, allowed = FIELDS[rule.field].label, words(rule.field, rule.values)
            return Text(f"{label.zh}属于：{allowed.zh}", f"{_capital(label.en)} is among: {allowed.en}")
        case Between():
            return _between(rule)
        case ValidOn():
            label = FIELDS[rule.certificate].label
            return Text(f"{label.zh}在决定之日有效", f"{_capital(label.en)} valid on the decision date")
        case Flag():
            label = FIELDS[rule.field].label
            if rule.expected:
                return Text(label.zh, _capital(label.en))
            return Text(f"不存在“{label.zh}”的情形", f"Not so: {label.en}")
        case AtMostShare():
            label, of, share = FIELDS[rule.field].label, FIELDS[rule.of].label, percent(rule.bps)
            return Text(
                f"{label.zh}不超过{of.zh}的 {share}", f"{_capital(label.en)} at most {share} of {of.en}"
            )
        case Headroom():
            label, used, cap = (
                FIELDS[rule.field].label,
                FIELDS[rule.used].label,
                number(rule.cap, FIELDS[rule.field].unit),
            )
            return Text(
                f"{label.zh}加{used.zh}不超过 {cap.zh}",
                f"{_capital(label.en)} plus {used.en} at most {cap.en}",
            )
        case NotOn():
            listed = BAD_LISTS[rule.list]
            return Text(f"未列入{listed.zh}", f"Not on the {listed.en}")


def _between(rule: Between) -> Text:
    field = FIELDS[rule.field]
    zh, en = field.label.zh, _capital(field.label.en)
    low = None if rule.min is None else number(rule.min, field.unit)
    high = None if rule.max is None else number(rule.max, field.unit)
    if low is None and high is not None:
        return Text(f"{zh}不超过 {high.zh}", f"{en} at most {high.en}")
    if high is None and low is not None:
        return Text(f"{zh}不少于 {low.zh}", f"{en} at least {low.en}")
    assert low is not None and high is not None  # noqa: S101, PT018  a Between has a bound
    return Text(f"{zh}在 {low.zh}至 {high.zh}之间", f"{en} from {low.en} to {high.en}")


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _spaced(*parts: str) -> str:
    """Join Chinese phrases with a space where a number or Latin letter meets a character."""
    text = parts[0]
    for part in parts[1:]:
        meets = text[-1:].isascii() != part[:1].isascii()
        text += f" {part}" if meets else part
    return text


def _moved(direction_zh: str, direction_en: str) -> Callable[[str, FactValue | None, FactValue], Text]:
    def text(field: str, old: FactValue | None, new: FactValue) -> Text:
        label, before, after = FIELDS[field].label, value(field, old), value(field, new)
        return Text(
            _spaced(f"把{label.zh}从", before.zh, direction_zh, after.zh),
            f"{direction_en} {label.en} from {before.en} to {after.en}",
        )

    return text


raised = _moved("提高到", "Raise")
lowered = _moved("降到", "Lower")
replaced = _moved("改为", "Change")


def stated(field: str, *, expected: bool) -> Text:
    """Return the change that makes a statement true or false."""
    spec = FIELDS[field]
    if expected:
        return Text(
            f"做到“{spec.label.zh}”，并补充{spec.document.zh}",
            f"Bring about: {spec.label.en}; add {spec.document.en}",
        )
    return Text(f"消除“{spec.label.zh}”的情形", f"Resolve: {spec.label.en}")


def added(field: str, word: str) -> Text:
    """Return the change that adds a word to a set."""
    label, new = FIELDS[field].label, words(field, [word])
    return Text(f"{label.zh}增加“{new.zh}”", f"Add {new.en} to {label.en}")


def removed(field: str, word: str) -> Text:
    """Return the change that takes a word out of a set."""
    label, old = FIELDS[field].label, words(field, [word])
    return Text(f"移出{label.zh}中的“{old.zh}”", f"Get off: {old.en} ({label.en})")


def renewed(certificate: str, ended_on: date | None) -> Text:
    """Return the change that obtains or renews a certificate."""
    label = FIELDS[certificate].label
    if ended_on is None:
        return Text(f"取得{label.zh}", f"Obtain: {label.en}")
    return Text(f"更新{label.zh}（已于 {ended_on} 到期）", f"Renew: {label.en} (ended {ended_on})")


def waited(field: str, target: int, day: date) -> Text:
    """Return the change that only time brings."""
    spec = FIELDS[field]
    goal = number(target, spec.unit)
    return Text(
        f"等到 {day}，届时{spec.label.zh}满 {goal.zh}",
        f"Wait until {day}, when {spec.label.en} reaches {goal.en}",
    )
