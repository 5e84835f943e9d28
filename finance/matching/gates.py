"""The hard conditions of a finance product: a closed set of rules, as data with a published JSON schema.

A rule speaks about facts only; a gate is a rule with its words, its source, the paper that proves it and
who can change the answer. Groups are at most two deep, which the types themselves say.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

import orjson
from pydantic import AfterValidator, Field, TypeAdapter, WithJsonSchema, model_validator

from finance.matching.fields import FIELDS, ChangeableBy, Kind, names
from finance.matching.vocabulary import BAD_LISTS
from marketplace.core.i18n import Text
from marketplace.core.values import Frozen


def _named(kind: Kind) -> AfterValidator:
    def check(name: str) -> str:
        if name not in FIELDS or FIELDS[name].kind != kind:
            raise ValueError(f"{name!r} is not a fact of kind {kind}")
        return name

    return AfterValidator(check)


def _enum(kind: Kind) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": names(kind)})


ChoiceField = Annotated[str, _named("choice"), _enum("choice")]
ChoicesField = Annotated[str, _named("choices"), _enum("choices")]
NumberField = Annotated[str, _named("number"), _enum("number")]
FlagField = Annotated[str, _named("flag"), _enum("flag")]
CertificateField = Annotated[str, _named("certificate"), _enum("certificate")]
Words = Annotated[tuple[str, ...], Field(min_length=1)]


def _check_words(field: str, words: Iterable[str]) -> None:
    choices = FIELDS[field].choices
    unknown = [word for word in words if choices is not None and word not in choices]
    if unknown:
        raise ValueError(f"{field}: unknown words {unknown}")


class OneOf(Frozen):
    """The fact is one of these words."""

    kind: Literal["one_of"] = "one_of"
    field: ChoiceField
    values: Words

    @model_validator(mode="after")
    def _known_words(self) -> Self:
        _check_words(self.field, self.values)
        return self


class AnyOf(Frozen):
    """The set of words has at least one of these."""

    kind: Literal["any_of"] = "any_of"
    field: ChoicesField
    values: Words

    @model_validator(mode="after")
    def _known_words(self) -> Self:
        _check_words(self.field, self.values)
        return self


class Between(Frozen):
    """The number lies between the bounds, both included, in the unit of the field."""

    kind: Literal["between"] = "between"
    field: NumberField
    min: int | None = None
    max: int | None = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("between needs a bound")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"{self.field}: min {self.min} is above max {self.max}")
        return self


class ValidOn(Frozen):
    """The certificate is held and still valid on the decision date."""

    kind: Literal["valid_on"] = "valid_on"
    certificate: CertificateField


class Flag(Frozen):
    """The statement is true, or false, as expected."""

    kind: Literal["flag"] = "flag"
    field: FlagField
    expected: bool = True


class AtMostShare(Frozen):
    """The number is at most this share, in basis points, of another number of the same unit."""

    kind: Literal["at_most_share"] = "at_most_share"
    field: NumberField
    of: NumberField
    bps: Annotated[int, Field(ge=1, le=100_000)]

    @model_validator(mode="after")
    def _same_unit(self) -> Self:
        if FIELDS[self.field].unit != FIELDS[self.of].unit or self.field == self.of:
            raise ValueError(f"{self.field} and {self.of} cannot be compared")
        return self


class Headroom(Frozen):
    """The number fits under the cap together with what is used already."""

    kind: Literal["headroom"] = "headroom"
    field: NumberField
    cap: Annotated[int, Field(ge=0)]
    used: NumberField

    @model_validator(mode="after")
    def _same_unit(self) -> Self:
        if FIELDS[self.field].unit != FIELDS[self.used].unit or self.field == self.used:
            raise ValueError(f"{self.field} and {self.used} cannot be added")
        return self


class NotOn(Frozen):
    """The firm is not on this negative list."""

    kind: Literal["not_on"] = "not_on"
    list: Annotated[str, WithJsonSchema({"type": "string", "enum": [*BAD_LISTS]})]

    @model_validator(mode="after")
    def _known_list(self) -> Self:
        _check_words("bad_lists", [self.list])
        return self


Leaf = Annotated[
    OneOf | AnyOf | Between | ValidOn | Flag | AtMostShare | Headroom | NotOn, Field(discriminator="kind")
]
Part = TypeVar("Part")


class AllOf(Frozen, Generic[Part]):
    """Every part holds."""

    kind: Literal["all"] = "all"
    of: Annotated[tuple[Part, ...], Field(min_length=1)]


class SomeOf(Frozen, Generic[Part]):
    """At least one part holds."""

    kind: Literal["any"] = "any"
    of: Annotated[tuple[Part, ...], Field(min_length=1)]


class NoneOf(Frozen, Generic[Part]):
    """No part holds."""

    kind: Literal["none"] = "none"
    of: Annotated[tuple[Part, ...], Field(min_length=1)]


# The depth of groups is in the types: leaves stand in inner groups, inner groups in outer ones, and there it ends.
class AllOfLeaves(AllOf[Leaf]):
    """Every leaf holds."""


class SomeOfLeaves(SomeOf[Leaf]):
    """At least one leaf holds."""


class NoneOfLeaves(NoneOf[Leaf]):
    """No leaf holds."""


Inner = Annotated[
    OneOf
    | AnyOf
    | Between
    | ValidOn
    | Flag
    | AtMostShare
    | Headroom
    | NotOn
    | AllOfLeaves
    | SomeOfLeaves
    | NoneOfLeaves,
    Field(discriminator="kind"),
]


class AllOfParts(AllOf[Inner]):
    """Every part, leaf or inner group, holds."""


class SomeOfParts(SomeOf[Inner]):
    """At least one part, leaf or inner group, holds."""


class NoneOfParts(NoneOf[Inner]):
    """No part, leaf or inner group, holds."""


Rule = Annotated[
    OneOf
    | AnyOf
    | Between
    | ValidOn
    | Flag
    | AtMostShare
    | Headroom
    | NotOn
    | AllOfParts
    | SomeOfParts
    | NoneOfParts,
    Field(discriminator="kind"),
]
GroupRule = AllOf[Any] | SomeOf[Any] | NoneOf[Any]
LeafRule = OneOf | AnyOf | Between | ValidOn | Flag | AtMostShare | Headroom | NotOn
AnyRule = LeafRule | GroupRule


class Gate(Frozen):
    """One hard condition of a product, with all that a person needs to understand and meet it."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    rule: Rule
    text: Text
    source: Annotated[str, Field(min_length=2)]
    document: Text
    changeable_by: ChangeableBy


def fields_of(rule: AnyRule) -> tuple[str, ...]:
    """Return the names of the facts a rule reads, in reading order, each once."""
    if isinstance(rule, AllOf | SomeOf | NoneOf):
        return tuple(dict.fromkeys(name for part in rule.of for name in fields_of(part)))
    if isinstance(rule, ValidOn):
        return (rule.certificate,)
    if isinstance(rule, AtMostShare):
        return (rule.field, rule.of)
    if isinstance(rule, Headroom):
        return (rule.field, rule.used)
    if isinstance(rule, NotOn):
        return ("bad_lists",)
    return (rule.field,)


def published_schema() -> bytes:
    """Return the JSON schema of a gate as it is published in `docs/gates.schema.json`."""
    schema = TypeAdapter(Gate).json_schema()
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
