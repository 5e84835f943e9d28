"""The term sheet: everything a use-first licence promises, as one frozen object with a canonical form and a hash.

Amounts are fen, rates basis points, lengths whole months or days. No float can enter: integers are strict.
"""

import hashlib
import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

MinorAmount = Annotated[int, Field(strict=True, ge=0, le=10**15)]
Bps = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Months = Annotated[int, Field(strict=True, ge=0, le=600)]
Days = Annotated[int, Field(strict=True, ge=0, le=366)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
Prose = Annotated[str, Field(min_length=1, max_length=500)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AtEffect(_Frozen):
    """Fees are due from the day the contract takes effect: an ordinary licence."""

    kind: Literal["effect"] = "effect"


class AfterMonths(_Frozen):
    """Fees are due a number of months after the contract took effect."""

    kind: Literal["date"] = "date"
    after_months: Annotated[Months, Field(ge=1)]


class AtFirstIncome(_Frozen):
    """Fees are due once the licensee earns its first income from the technology."""

    kind: Literal["first_income"] = "first_income"


class AtMilestone(_Frozen):
    """Fees are due once a milestone of the sheet has been reached."""

    kind: Literal["milestone"] = "milestone"
    milestone: Key


SingleTrigger = Annotated[AfterMonths | AtFirstIncome | AtMilestone, Field(discriminator="kind")]


class EarliestOf(_Frozen):
    """Fees are due at whichever of several triggers comes first."""

    kind: Literal["earliest_of"] = "earliest_of"
    triggers: Annotated[tuple[SingleTrigger, ...], Field(min_length=2, max_length=5)]


Trigger = Annotated[
    AtEffect | AfterMonths | AtFirstIncome | AtMilestone | EarliestOf, Field(discriminator="kind")
]


class Instalments(_Frozen):
    """The deferred fee in equal parts, the first at the trigger; odd fen go to the earlier parts."""

    count: Annotated[int, Field(strict=True, ge=2, le=60)]
    every_months: Annotated[Months, Field(ge=1, le=24)]


class Milestone(_Frozen):
    """A step with its evidence, the fee it makes due and the month it is planned for."""

    key: Key
    name: Prose
    evidence: Prose
    amount_minor: MinorAmount
    due_days: Days = 30
    planned_month: Months


class FixedRate(_Frozen):
    """The same share of the base every year."""

    kind: Literal["fixed"] = "fixed"
    rate_bps: Bps


class YearRate(_Frozen):
    """The share from a paying year on (1 is the first year after the trigger)."""

    from_year: Annotated[int, Field(strict=True, ge=1, le=50)]
    rate_bps: Bps


class YearlyRates(_Frozen):
    """A share that rises or falls with the years of payment (民法典 §846)."""

    kind: Literal["rising", "falling"]
    steps: Annotated[tuple[YearRate, ...], Field(min_length=2, max_length=20)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        years = [step.from_year for step in self.steps]
        rates = [step.rate_bps for step in self.steps]
        if years[0] != 1 or years != sorted(set(years)):
            raise ValueError("steps must begin with year 1 and rise by year")
        if rates != sorted(rates, reverse=self.kind == "falling"):
            raise ValueError("rates must follow the direction of the schedule")
        return self


class Tier(_Frozen):
    """The share of that part of a year's base which lies above a threshold."""

    above_minor: MinorAmount
    rate_bps: Bps


class TieredRate(_Frozen):
    """Shares by slices of each paying year's base, like an income tax."""

    kind: Literal["tiered"] = "tiered"
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        bounds = [tier.above_minor for tier in self.tiers]
        if bounds[0] != 0 or bounds != sorted(set(bounds)):
            raise ValueError("tiers must begin at 0 and rise")
        return self


class UnitFee(_Frozen):
    """A fixed sum for every unit made or sold."""

    kind: Literal["per_unit"] = "per_unit"
    fee_minor: MinorAmount


Schedule = Annotated[FixedRate | YearlyRates | TieredRate | UnitFee, Field(discriminator="kind")]
RoyaltyBase = Literal["product_price", "new_output_value", "profit", "net_sales", "per_unit"]
ReportFrequency = Literal["quarterly", "half_yearly", "yearly"]


class Royalty(_Frozen):
    """A running fee on one of the bases that 民法典 §846 lists, with access to the accounts."""

    base: RoyaltyBase
    schedule: Schedule
    min_annual_minor: MinorAmount = 0
    cap_total_minor: MinorAmount | None = None
    report_frequency: ReportFrequency = "quarterly"
    report_days: Days = 30
    audit_right: bool = True

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.base == "per_unit") != (self.schedule.kind == "per_unit"):
            raise ValueError("a fee per unit needs the base per_unit, and the other way round")
        if self.cap_total_minor is not None and self.cap_total_minor < self.min_annual_minor:
            raise ValueError("the cap must not lie below one year's minimum")
        return self


class PreMoney(_Frozen):
    """The whole firm is valued at a fixed sum before the conversion."""

    kind: Literal["pre_money"] = "pre_money"
    pre_money_minor: Annotated[MinorAmount, Field(ge=1)]


class NextRound(_Frozen):
    """The firm is valued as in its next financing round, less a discount."""

    kind: Literal["next_round"] = "next_round"
    discount_bps: Annotated[Bps, Field(lt=10_000)]


class Conversion(_Frozen):
    """The licensor may take equity in place of the fees that have not come into being, once, in the manner of 先投后股.

    Possible in the first `until_months` of the licence; the share never exceeds `max_share_bps`.
    """

    until_months: Annotated[Months, Field(ge=1)]
    valuation: Annotated[PreMoney | NextRound, Field(discriminator="kind")]
    max_share_bps: Annotated[Bps, Field(ge=1)]


def _is_none(value: object) -> bool:
    return value is None


class TermSheet(_Frozen):
    """What a licence promises. The same frozen object drives simulation, contract text, schedule and invoices.

    Fields added after the first sheets were signed are left out of every written form while they are None: the hash
    of a sheet that does not use them must stay what both parties signed.
    """

    schema_version: Literal[1] = 1
    currency: Literal["CNY"] = "CNY"
    licence_type: Literal["non_exclusive", "sole", "exclusive"] = "non_exclusive"
    territory: Prose
    field_of_use: Prose
    # 技术合同解释 §28: without an agreed end the licence would be unlimited, so the length is mandatory.
    months: Annotated[Months, Field(ge=1, le=240)]
    start_on: date | None = None
    sublicensable: bool = False
    free_period_months: Annotated[Months, Field(le=60)] = 12
    deferral_trigger: Trigger
    entry_fee_minor: MinorAmount = 0
    deferred_fee_minor: MinorAmount = 0
    instalments: Instalments | None = None
    milestones: Annotated[tuple[Milestone, ...], Field(max_length=20)] = ()
    royalty: Royalty | None = None
    buyout_price_minor: MinorAmount | None = None
    late_interest_bps_per_day: Annotated[int, Field(strict=True, ge=0, le=100)] = 5
    payment_days: Days = 30
    improvements: Literal["each_keeps", "shared", "licensor_option"] = "each_keeps"
    exit: Literal["return_data", "destroy_data"] = "return_data"
    annuity_payer: Literal["licensor", "licensee"] = "licensor"
    confidentiality_months: Months = 60
    conversion: Conversion | None = Field(default=None, exclude_if=_is_none)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        keys = [milestone.key for milestone in self.milestones]
        if len(keys) != len(set(keys)):
            raise ValueError("milestone keys must differ")
        for trigger in self.single_triggers():
            if isinstance(trigger, AtMilestone) and trigger.milestone not in keys:
                raise ValueError(
                    f"the trigger names the milestone {trigger.milestone!r}, which the sheet lacks"
                )
            if (
                isinstance(trigger, AfterMonths)
                and not self.free_period_months <= trigger.after_months <= self.months
            ):
                raise ValueError("the deferral must not end before the free period or after the licence")
        if self.free_period_months > self.months:
            raise ValueError("the free period must not be longer than the licence")
        if self.instalments and self.deferred_fee_minor < self.instalments.count:
            raise ValueError("instalments need a deferred fee of at least one fen each")
        if self.conversion and self.conversion.until_months > self.months:
            raise ValueError("the conversion must not be possible after the licence")
        return self

    def single_triggers(self) -> tuple[AtEffect | AfterMonths | AtFirstIncome | AtMilestone, ...]:
        """The triggers one by one, of which the earliest counts."""
        trigger = self.deferral_trigger
        return trigger.triggers if isinstance(trigger, EarliestOf) else (trigger,)

    @property
    def is_use_first(self) -> bool:
        """Whether the licensee uses first and pays later: no entry fee and a deferred trigger."""
        return self.entry_fee_minor == 0 and self.deferral_trigger.kind != "effect"


def canonical_json(sheet: TermSheet) -> str:
    """Return the one written form of a sheet: sorted keys, no spaces, integers only.

    Every field of the first version is present; later ones only where they say something.
    """
    return json.dumps(
        sheet.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def terms_hash(sheet: TermSheet) -> str:
    """Return the SHA-256 of the canonical form in hexadecimal: what two parties freeze."""
    return hashlib.sha256(canonical_json(sheet).encode()).hexdigest()


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of a term sheet as it is published in `docs/terms.schema.json` and under /api/terms/schema."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TermSheet.model_json_schema()}
