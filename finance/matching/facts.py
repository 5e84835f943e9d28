"""A fact with its origin, and the sheet of all facts about one applicant on one day."""

from datetime import date
from hashlib import sha256
from typing import Literal, Self

import orjson
from pydantic import field_validator, model_validator

from finance.matching.fields import FIELDS
from marketplace.core.values import Frozen

Provenance = Literal["registry", "document", "declared", "computed", "missing"]
FactValue = bool | int | str | tuple[str, ...]


class Fact(Frozen):
    """One thing known about an applicant. `valid_to` is the last day on which it may be relied on.

    A set of words is kept sorted, each word once, so that equal facts are equal values.

    A certificate holds its number as value, or `False` when it is known that the firm has none.
    A fact of provenance `missing` has no value: somebody looked and did not find it.
    """

    field: str
    value: FactValue | None
    as_of: date
    provenance: Provenance
    valid_to: date | None = None
    source_id: str | None = None

    @field_validator("value")
    @classmethod
    def _sorted_set(cls, value: FactValue | None) -> FactValue | None:
        return tuple(sorted(set(value))) if isinstance(value, tuple) else value

    @model_validator(mode="after")
    def _value_fits_field(self) -> Self:
        field = FIELDS.get(self.field)
        if field is None:
            raise ValueError(f"no such fact: {self.field}")
        if (self.value is None) != (self.provenance == "missing"):
            raise ValueError(f"{self.field}: a value is absent exactly when its provenance is 'missing'")
        if self.value is not None and not _fits(field.kind, self.value):
            raise ValueError(f"{self.field}: {self.value!r} is not a {field.kind}")
        words = (self.value,) if isinstance(self.value, str) else self.value
        if field.choices is not None and isinstance(words, tuple):
            unknown = [word for word in words if word not in field.choices]
            if unknown:
                raise ValueError(f"{self.field}: unknown words {unknown}")
        return self


def _fits(kind: str, value: FactValue) -> bool:
    if kind == "number":
        return type(value) is int
    if kind == "flag":
        return type(value) is bool
    if kind == "choices":
        return isinstance(value, tuple)
    if kind == "certificate":
        return (isinstance(value, str) and value != "") or value is False
    return isinstance(value, str)


class FactSheet(Frozen):
    """The facts about one applicant and her project on one decision date; one fact a field."""

    applicant_id: str
    subject_id: str
    on: date
    facts: tuple[Fact, ...]

    @model_validator(mode="after")
    def _one_fact_a_field(self) -> Self:
        seen = [fact.field for fact in self.facts]
        if len(seen) != len(set(seen)):
            raise ValueError("a sheet holds one fact a field")
        return self

    def find(self, field: str) -> Fact | None:
        """Return the fact of a field, stale or not, or None."""
        return next((fact for fact in self.facts if fact.field == field), None)

    def known(self, field: str) -> FactValue | None:
        """Return the value that may be relied on today; None when missing or stale.

        A certificate that ran out is not stale: that it ran out is known.
        """
        fact = self.find(field)
        if fact is None or fact.value is None:
            return None
        if fact.valid_to is not None and fact.valid_to < self.on and FIELDS[field].kind != "certificate":
            return None
        return fact.value

    def number(self, field: str) -> int | None:
        """Return a known number, or None."""
        value = self.known(field)
        return value if isinstance(value, int) else None

    def with_fact(self, fact: Fact) -> "FactSheet":
        """Return a sheet in which this fact replaces what was known of its field."""
        others = tuple(old for old in self.facts if old.field != fact.field)
        return self.model_copy(update={"facts": (*others, fact)})

    def canonical(self) -> bytes:
        """Return the one JSON form: facts in field order, keys sorted."""
        body = self.model_dump(mode="json")
        body["facts"] = sorted(body["facts"], key=lambda fact: str(fact["field"]))
        return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)

    def hash(self) -> str:
        """Return the SHA-256 of the canonical form, in hex."""
        return sha256(self.canonical()).hexdigest()
