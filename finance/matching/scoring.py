"""How well an applicant suits a product: at most six named parts that add up to the score exactly.

All numbers are integers. A measure gives thousandths, a weight is basis points, and a part is their
product rounded down; the total is the sum of the rounded parts, at most 1,000.
"""

from typing import Annotated, Final, Literal, Self, assert_never

from pydantic import Field, model_validator

from finance.matching import sentences
from finance.matching.evaluation import BPS, GateVerdict, verdict
from finance.matching.facts import FactSheet
from finance.matching.fields import FIELDS
from finance.matching.gates import Flag, Leaf, LeafRule, NumberField, OneOf, ValidOn, fields_of
from marketplace.core.i18n import Text
from marketplace.core.values import Frozen

FULL: Final = 1_000
PARTS_MAX: Final = 6
WEIGHT_STEP_BPS: Final = 10  # so that a full measure loses nothing to rounding

Family = Literal["equity", "debt", "cover"]


class Meets(Frozen):
    """The share of these rules that the facts meet; an unknown fact earns nothing."""

    kind: Literal["meets"] = "meets"
    of: Annotated[tuple[Leaf, ...], Field(min_length=1, max_length=6)]


class Graded(Frozen):
    """From nothing at `zero_at` to full at `full_at`, in a straight line, rounded down; either way round."""

    kind: Literal["graded"] = "graded"
    field: NumberField
    zero_at: int
    full_at: int

    @model_validator(mode="after")
    def _has_a_slope(self) -> Self:
        if self.zero_at == self.full_at:
            raise ValueError(f"{self.field}: zero_at equals full_at")
        return self


Measure = Annotated[Meets | Graded, Field(discriminator="kind")]


class Preference(Frozen):
    """One soft wish of a provider with its weight."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    label: Text
    weight_bps: Annotated[int, Field(ge=WEIGHT_STEP_BPS, le=BPS, multiple_of=WEIGHT_STEP_BPS)]
    measure: Measure


class ScorePart(Frozen):
    """What one preference earned: `points` of `points_max`, and what was seen."""

    id: str
    label: Text
    points: int
    points_max: int
    saw: Text
    fields: tuple[str, ...]
    unknown: tuple[str, ...]


def check_weights(preferences: tuple[Preference, ...]) -> None:
    """Raise ValueError unless there are one to six preferences with distinct ids that weigh 10,000 bps."""
    total = sum(preference.weight_bps for preference in preferences)
    if not 1 <= len(preferences) <= PARTS_MAX or total != BPS:
        raise ValueError(
            f"{len(preferences)} preferences weigh {total} bps; needed are 1 to 6 weighing {BPS}"
        )
    if len({preference.id for preference in preferences}) != len(preferences):
        raise ValueError("two preferences have the same id")


def score_parts(preferences: tuple[Preference, ...], sheet: FactSheet) -> tuple[ScorePart, ...]:
    """Return the parts of the score in the provider's order; the score is the sum of their points."""
    return tuple(_part(preference, sheet) for preference in preferences)


def _part(preference: Preference, sheet: FactSheet) -> ScorePart:
    measure = preference.measure
    match measure:
        case Meets():
            met = sum(verdict(rule, sheet) is GateVerdict.PASS for rule in measure.of)
            thousandths = FULL * met // len(measure.of)
            fields = tuple(dict.fromkeys(name for rule in measure.of for name in fields_of(rule)))
        case Graded():
            thousandths, fields = _graded(measure, sheet), (measure.field,)
        case _:
            assert_never(measure)
    return ScorePart(
        id=preference.id,
        label=preference.label,
        points=thousandths * preference.weight_bps // BPS,
        points_max=FULL * preference.weight_bps // BPS,
        saw=_saw(fields, sheet),
        fields=fields,
        unknown=tuple(name for name in fields if sheet.known(name) is None),
    )


def _graded(measure: Graded, sheet: FactSheet) -> int:
    number = sheet.number(measure.field)
    if number is None:
        return 0
    span = measure.full_at - measure.zero_at
    return max(0, min(FULL, (number - measure.zero_at) * FULL // span))


def _saw(fields: tuple[str, ...], sheet: FactSheet) -> Text:
    seen = [(FIELDS[name].label, sentences.seen(sheet.find(name), sheet)) for name in fields]
    return Text(
        zh="；".join(f"{label.zh}：{what.zh}" for label, what in seen),
        en="; ".join(f"{label.en}: {what.en}" for label, what in seen),
    )


def _wish(key: str, zh: str, en: str, weight_bps: int, measure: Meets | Graded) -> Preference:
    return Preference(id=key, label=Text(zh, en), weight_bps=weight_bps, measure=measure)


def _meets(*rules: LeafRule) -> Meets:
    return Meets(of=rules)


# What managers and banks say they look at, as a starting point; a product may bring weights of its own.
HOUSE: Final[dict[Family, tuple[Preference, ...]]] = {
    "equity": (
        _wish("team", "团队", "Team", 2_500, Graded(field="full_time_team", zero_at=0, full_at=8)),
        _wish("maturity", "技术成熟度", "Maturity", 2_000, Graded(field="trl", zero_at=2, full_at=8)),
        _wish(
            "trials",
            "试用客户",
            "Trial customers",
            2_000,
            Graded(field="trial_customers", zero_at=0, full_at=5),
        ),
        _wish(
            "rights", "专利基础", "Patents", 1_500, Graded(field="patents_in_force", zero_at=0, full_at=10)
        ),
        _wish(
            "policy",
            "政策契合",
            "Policy fit",
            1_000,
            _meets(Flag(field="in_pilot_zone"), ValidOn(certificate="tech_sme")),
        ),
        _wish(
            "research",
            "研发投入",
            "R&D effort",
            1_000,
            Graded(field="rd_share_bps", zero_at=300, full_at=3_000),
        ),
    ),
    "debt": (
        _wish(
            "orders",
            "在手订单",
            "Orders",
            2_500,
            Graded(field="orders_minor", zero_at=0, full_at=1_000_000_000),
        ),
        _wish(
            "points",
            "创新积分",
            "Innovation points",
            2_000,
            Graded(field="innovation_points", zero_at=40, full_at=90),
        ),
        _wish(
            "sales", "销售规模", "Sales", 2_000, Graded(field="sales_minor", zero_at=0, full_at=5_000_000_000)
        ),
        _wish(
            "certificates",
            "资质",
            "Certificates",
            1_500,
            _meets(
                ValidOn(certificate="tech_sme"),
                ValidOn(certificate="hnte"),
                ValidOn(certificate="specialized_sme"),
            ),
        ),
        _wish("surety", "增信", "Surety", 1_000, _meets(Flag(field="guarantee_offered"))),
        _wish(
            "debt",
            "负债水平",
            "Debt",
            1_000,
            Graded(field="bank_debt_minor", zero_at=3_000_000_000, full_at=0),
        ),
    ),
    "cover": (
        _wish(
            "milestones", "里程碑清晰", "Milestones", 3_000, Graded(field="milestones", zero_at=0, full_at=5)
        ),
        _wish("maturity", "技术成熟度", "Maturity", 2_500, Graded(field="trl", zero_at=2, full_at=8)),
        _wish(
            "trials",
            "试用客户",
            "Trial customers",
            1_500,
            Graded(field="trial_customers", zero_at=0, full_at=3),
        ),
        _wish(
            "licence",
            "合同状态",
            "Contract",
            2_000,
            _meets(
                OneOf(field="licence_state", values=("in_use_free", "paying")),
                Flag(field="contract_registered"),
            ),
        ),
        _wish("zone", "试点园区", "Pilot zone", 1_000, _meets(Flag(field="in_pilot_zone"))),
    ),
}
