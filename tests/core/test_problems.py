"""Every refusal has a code of its own, both languages, and sentences whose parameters exist."""

import importlib
import re
import string
from pathlib import Path

import pytest
from pydantic import BaseModel, Field, ValidationError

from marketplace.core.problems import Forbidden, NotFound, Problem
from marketplace.core.web import field_errors

ROOT = Path(__file__).parents[2]
for path in sorted(
    [
        *ROOT.glob("marketplace/**/errors.py"),
        *ROOT.glob("finance/**/errors.py"),
        *ROOT.glob("search/**/errors.py"),
    ]
):
    importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def every_problem(base: type[Problem] = Problem) -> list[type[Problem]]:
    return [
        kind
        for child in base.__subclasses__()
        for kind in (child, *every_problem(child))
        if hasattr(kind, "code")
    ]


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in every_problem() if not kind.__module__.startswith("tests")]
    assert sorted(codes) == sorted(set(codes))
    assert len(codes) > 20


@pytest.mark.parametrize("kind", every_problem(), ids=lambda kind: kind.code)
def test_a_refusal_speaks_both_languages_and_names_only_its_parameters(kind: type[Problem]) -> None:
    params = set(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    for text in (kind.title, kind.detail):
        assert text.zh
        assert text.en
        assert names_in(text.zh) == names_in(text.en)
        assert names_in(text.zh) <= params
    assert 400 <= kind.status < 600


def test_whatever_is_not_found_has_a_name_in_both_languages() -> None:
    named = {
        what
        for path in [
            *ROOT.glob("marketplace/**/*.py"),
            *ROOT.glob("finance/**/*.py"),
            *ROOT.glob("search/**/*.py"),
        ]
        for what in re.findall(r'NotFound\(what="([^"]+)"\)', path.read_text(encoding="utf-8"))
    }
    assert {what for what in named if NotFound(what=what).words("en")["what"] == "page"} <= {"page"}


def test_every_reason_of_a_policy_has_words_in_both_languages() -> None:
    reasons = {
        reason
        for path in [*ROOT.glob("marketplace/**/*.py"), *ROOT.glob("finance/**/*.py")]
        for reason in re.findall(
            r'(?:deny\(|Forbidden\(reason=|_own\(actor, \w+, |_side\(actor, [\w.]+, |_party\(actor, \w+, )"([^"]+)"',
            path.read_text(encoding="utf-8"),
        )
    }
    assert len(reasons) > 30
    assert {reason for reason in reasons if Forbidden(reason=reason).words("en")["reason"] == reason} == set()


class Priced(BaseModel):
    amount_minor: int = Field(ge=1_000_000, le=10**13)
    months: int = Field(le=240)


def test_limits_of_amounts_are_said_in_yuan_and_other_limits_as_they_are() -> None:
    with pytest.raises(ValidationError) as little:
        Priced(amount_minor=1, months=241)
    with pytest.raises(ValidationError) as much:
        Priced(amount_minor=10**13 + 1, months=1)
    said = [
        error.body(locale)
        for refusal, locale in ((little, "zh-CN"), (much, "en"))
        for error in field_errors(refusal.value.errors())
    ]
    assert [(body["pointer"], body["message"]) for body in said] == [
        ("/amount_minor", "金额不能少于 10,000.00 元。"),
        ("/months", "不能大于 240。"),
        ("/amount_minor", "The amount cannot be more than CNY 100,000,000,000.00."),
    ]
