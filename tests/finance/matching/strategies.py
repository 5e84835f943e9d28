"""Random facts, rules and gates for the properties of matching."""

from datetime import date, timedelta

from hypothesis import strategies as st

from finance.matching.facts import Fact, FactSheet
from finance.matching.fields import FIELDS, Kind, names
from finance.matching.gates import (
    AllOf,
    AnyOf,
    AtMostShare,
    Between,
    Flag,
    Gate,
    Headroom,
    NoneOf,
    NotOn,
    OneOf,
    SomeOf,
    ValidOn,
)
from finance.matching.vocabulary import BAD_LISTS
from marketplace.core.i18n import Text

ON = date(2026, 11, 23)
# A small world: the same few facts in sheets and rules, so that rules meet facts and not only gaps.
WORLD = [
    "amount_minor",
    "appraised_value_minor",
    "bank_debt_minor",
    "firm_age_months",
    "trl",
    "stage",
    "legal_form",
    "fields",
    "bad_lists",
    "tech_sme",
    "hnte",
    "national_project",
    "overdue_debt",
]
MONEY = WORLD[:3]


def named(kind: Kind) -> list[str]:
    return [name for name in names(kind) if name in WORLD]


days = st.integers(-40, 40).map(lambda n: ON + timedelta(days=n))


def words_of(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    choices = sorted(FIELDS[field].choices or {})
    return st.lists(st.sampled_from(choices), max_size=3, unique=True).map(tuple)


@st.composite
def facts(draw: st.DrawFn, field: str) -> Fact:
    spec = FIELDS[field]
    valid_to = draw(st.none() | days)
    if draw(st.integers(0, 9)) == 0:
        return Fact(field=field, value=None, as_of=ON, provenance="missing")
    if spec.kind == "number":
        value = draw(st.integers(0, 12))
    elif spec.kind == "flag":
        value = draw(st.booleans())
    elif spec.kind == "choices":
        value = draw(words_of(field))
    elif spec.kind == "certificate":
        value = draw(st.sampled_from(["GR202632000001", False]))
    else:
        value = draw(st.sampled_from(sorted(spec.choices or {})))
    return Fact(field=field, value=value, as_of=ON, provenance="document", valid_to=valid_to)


@st.composite
def sheets(draw: st.DrawFn) -> FactSheet:
    missing = draw(st.sets(st.sampled_from(WORLD), max_size=6))
    drawn = tuple(draw(facts(field)) for field in WORLD if field not in missing)
    return FactSheet(applicant_id="firm", subject_id="project", on=ON, facts=drawn)


def _between(field: str, low: int | None, high: int | None) -> Between:
    if low is None and high is None:
        low = 5
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Between(field=field, min=low, max=high)


bounds = st.none() | st.integers(0, 12)
some_choice = st.sampled_from(named("choice"))
some_choices = st.sampled_from(named("choices"))
leaves = st.one_of(
    some_choice.flatmap(lambda f: words_of(f).filter(bool).map(lambda v: OneOf(field=f, values=v))),
    some_choices.flatmap(lambda f: words_of(f).filter(bool).map(lambda v: AnyOf(field=f, values=v))),
    st.builds(_between, st.sampled_from(named("number")), bounds, bounds),
    st.sampled_from(named("certificate")).map(lambda c: ValidOn(certificate=c)),
    st.builds(Flag, field=st.sampled_from(named("flag")), expected=st.booleans()),
    st.tuples(st.permutations(MONEY), st.integers(1, 20_000)).map(
        lambda drawn: AtMostShare(field=drawn[0][0], of=drawn[0][1], bps=drawn[1])
    ),
    st.tuples(st.permutations(MONEY), st.integers(0, 24)).map(
        lambda drawn: Headroom(field=drawn[0][0], used=drawn[0][1], cap=drawn[1])
    ),
    st.sampled_from(sorted(BAD_LISTS)).map(lambda listed: NotOn(list=listed)),
)


def groups(parts: st.SearchStrategy) -> st.SearchStrategy:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda of: AllOf(of=of)),
        several.map(lambda of: SomeOf(of=of)),
        several.map(lambda of: NoneOf(of=of)),
    )


rules = leaves | groups(leaves) | groups(leaves | groups(leaves))
WORDS = Text("条件", "condition")


@st.composite
def gates(draw: st.DrawFn, max_size: int = 4) -> tuple[Gate, ...]:
    drawn = draw(st.lists(rules, min_size=1, max_size=max_size))
    who = st.sampled_from(["applicant", "applicant", "applicant", "time", "provider", "nobody"])
    return tuple(
        Gate.model_validate(
            {
                "id": f"gate_{n}",
                "rule": rule.model_dump(),
                "text": {"zh": "条件", "en": "condition"},
                "source": "演示",
                "document": {"zh": "材料", "en": "paper"},
                "changeable_by": draw(who),
            }
        )
        for n, rule in enumerate(drawn)
    )
