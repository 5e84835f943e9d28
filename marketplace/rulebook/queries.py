"""The one question of the room: what did a rule say on a day."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from marketplace.core.i18n import Text
from marketplace.core.yaml_file import read_yaml

RULES = Path(__file__).with_name("rules.yaml")


class Rule(BaseModel):
    """One period of a rule: its value in `unit`, the day it took effect, where it comes from."""

    model_config = ConfigDict(frozen=True)

    code: str
    unit: str
    title: Text
    effective_from: date
    value: int
    source: str
    confirmed: bool


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    raw: dict[str, dict[str, Any]] = read_yaml(RULES)
    return {
        code: tuple(
            Rule(code=code, unit=entry["unit"], title=Text(**entry["title"]), **period)
            for period in sorted(entry["periods"], key=lambda p: p["effective_from"])
        )
        for code, entry in raw.items()
    }


def get_rule(code: str, as_of: date) -> Rule:
    """Return the rule in force on a day; an unknown code or a day before the first period is a defect (`LookupError`)."""
    in_force = [rule for rule in _rules()[code] if rule.effective_from <= as_of]
    if not in_force:
        raise LookupError(f"no {code} on {as_of}")
    return in_force[-1]


def value(code: str, as_of: date) -> int:
    """Return the value of a rule on a day, in the rule's unit."""
    return get_rule(code, as_of).value


def list_rules(as_of: date) -> list[Rule]:
    """Return every rule in force on a day, by code: for the page that shows what applies and why."""
    return [
        found[-1]
        for code in sorted(_rules())
        if (found := [r for r in _rules()[code] if r.effective_from <= as_of])
    ]
