"""Clauses that the law voids, found in what the parties write themselves.

It reads sentences, not intentions: what it finds is named with the words, the article and what to write instead;
what it does not find is not thereby lawful. The rules are dated data with their sources (`clauses.yaml`).
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from marketplace.core.i18n import Locale, Text
from marketplace.core.problems import FieldError
from marketplace.core.values import Shown
from marketplace.core.yaml_file import read_yaml
from marketplace.documents.schemas import ClauseFinding
from marketplace.terms import TermSheet

RULES = Path(__file__).with_name("clauses.yaml")
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_BLANKS = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


class ClauseRule(Shown):
    """One kind of clause, from the day on which its law took effect."""

    code: str
    severity: str
    effective_from: date
    article: str
    source: str
    why: Text
    instead: Text
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]


@cache
def rules() -> tuple[ClauseRule, ...]:
    """Return all rules in the order of the file."""
    raw: dict[str, dict[str, Any]] = read_yaml(RULES)
    return tuple(
        ClauseRule(
            code=code,
            **entry
            | {
                "why": Text(**entry["why"]),
                "instead": Text(**entry["instead"]),
                "patterns": [re.compile(pattern) for pattern in entry["patterns"]],
                "unless": [re.compile(pattern) for pattern in entry.get("unless", ())],
            },
        )
        for code, entry in raw.items()
    )


def lint_text(text: str, *, as_of: date, locale: Locale, pointer: str = "") -> list[ClauseFinding]:
    """Return what is void or doubtful in a text under the law of a day; one finding a rule and sentence.

    `pointer` says where the text stands. Blanks between Chinese characters hide nothing.
    """
    in_force = [rule for rule in rules() if rule.effective_from <= as_of]
    return [
        ClauseFinding(
            pointer=pointer,
            code=rule.code,
            severity="void" if rule.severity == "void" else "caution",
            words=words,
            article=rule.article,
            why=rule.why.in_(locale),
            instead=rule.instead.in_(locale),
        )
        for sentence in _SENTENCE.findall(_BLANKS.sub("", text))
        for rule in in_force
        if (words := _found(rule, sentence))
    ]


def _found(rule: ClauseRule, sentence: str) -> str:
    if any(pattern.search(sentence) for pattern in rule.unless):
        return ""
    hits = (pattern.search(sentence) for pattern in rule.patterns)
    return next((hit[0] for hit in hits if hit), "")


def lint_sheet(sheet: TermSheet, *, as_of: date, locale: Locale) -> list[ClauseFinding]:
    """Return what is void or doubtful in the free texts of a term sheet."""
    return [
        finding
        for pointer, text in _texts(sheet)
        for finding in lint_text(text, as_of=as_of, locale=locale, pointer=pointer)
    ]


def _texts(sheet: TermSheet) -> Iterator[tuple[str, str]]:
    yield "/terms/territory", sheet.territory
    yield "/terms/field_of_use", sheet.field_of_use
    for i, milestone in enumerate(sheet.milestones):
        yield f"/terms/milestones/{i}/name", milestone.name
        yield f"/terms/milestones/{i}/evidence", milestone.evidence


def void_errors(zh: list[ClauseFinding], en: list[ClauseFinding]) -> tuple[FieldError, ...]:
    """Return the void ones of the same findings in both languages as wrong fields, each with its remedy."""
    return tuple(
        FieldError(
            chinese.pointer,
            "void_clause",
            Text(
                zh=f"“{chinese.words}”：{chinese.why}（{chinese.article}）建议改为：{chinese.instead}",
                en=f"“{english.words}”: {english.why} ({english.article}) Write instead: {english.instead}",
            ),
        )
        for chinese, english in zip(zh, en, strict=True)
        if chinese.severity == "void"
    )
