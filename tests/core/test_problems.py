"""Every refusal has a code of its own, both languages, and sentences whose parameters exist."""

import importlib
import re
import string
from pathlib import Path

import pytest

from marketplace.core.problems import NotFound, Problem

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
