"""What the room hands out and takes in. Amounts are fen, rates and shares basis points, terms whole months."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import Field, model_validator

from finance.matching import (
    FIELDS,
    HOUSE,
    AnyOf,
    Between,
    ChangeableBy,
    Family,
    Frozen,
    Gate,
    OneOf,
    Preference,
    Rule,
    check_weights,
    sentence,
)  # fmt: skip
from marketplace.core.i18n import Text

WHOLE_BPS: Final = 10_000


class InstrumentKind(StrEnum):
    """The kinds of domain §d: what it is called in Jiangsu, and how it pays."""

    POC_FUND = "poc_fund"
    ANGEL_FUND = "angel_fund"
    RELAY_FUND = "relay_fund"
    INDUSTRY_FUND = "industry_fund"
    AIC_EQUITY = "aic_equity"
    GRANT_TO_EQUITY = "grant_to_equity"
    PROVINCIAL_TECH_LOAN = "provincial_tech_loan"
    PARK_LOAN = "park_loan"
    CONVERSION_LOAN = "conversion_loan"
    IP_PLEDGE_LOAN = "ip_pledge_loan"
    POINTS_LOAN = "points_loan"
    PILOT_EQUIPMENT_LOAN = "pilot_equipment_loan"
    TECH_GUARANTEE = "tech_guarantee"
    SHARED_GUARANTEE = "shared_guarantee"
    PARK_RESEARCH_COVER = "park_research_cover"
    CHALLENGE_COVER = "challenge_cover"
    TRIAL_COVER = "trial_cover"
    TECH_BOND = "tech_bond"


FAMILY: Final[dict[InstrumentKind, Family]] = {
    InstrumentKind.POC_FUND: "equity",
    InstrumentKind.ANGEL_FUND: "equity",
    InstrumentKind.RELAY_FUND: "equity",
    InstrumentKind.INDUSTRY_FUND: "equity",
    InstrumentKind.AIC_EQUITY: "equity",
    InstrumentKind.GRANT_TO_EQUITY: "equity",
    InstrumentKind.PROVINCIAL_TECH_LOAN: "debt",
    InstrumentKind.PARK_LOAN: "debt",
    InstrumentKind.CONVERSION_LOAN: "debt",
    InstrumentKind.IP_PLEDGE_LOAN: "debt",
    InstrumentKind.POINTS_LOAN: "debt",
    InstrumentKind.PILOT_EQUIPMENT_LOAN: "debt",
    InstrumentKind.TECH_GUARANTEE: "debt",
    InstrumentKind.SHARED_GUARANTEE: "debt",
    InstrumentKind.TECH_BOND: "debt",
    InstrumentKind.PARK_RESEARCH_COVER: "cover",
    InstrumentKind.CHALLENGE_COVER: "cover",
    InstrumentKind.TRIAL_COVER: "cover",
}

KIND_LABELS: Final[dict[InstrumentKind, Text]] = {
    InstrumentKind.POC_FUND: Text("概念验证基金", "Proof-of-concept fund"),
    InstrumentKind.ANGEL_FUND: Text("未来产业天使基金", "Angel fund for future industries"),
    InstrumentKind.RELAY_FUND: Text("科创接力基金（S基金）", "Relay fund (secondary)"),
    InstrumentKind.INDUSTRY_FUND: Text("战略性新兴产业专项基金", "Strategic industry fund"),
    InstrumentKind.AIC_EQUITY: Text("金融资产投资公司股权投资", "AIC equity"),
    InstrumentKind.GRANT_TO_EQUITY: Text("拨投结合", "Grant that turns into equity"),
    InstrumentKind.PROVINCIAL_TECH_LOAN: Text("省级科技贷", "Provincial tech loan"),
    InstrumentKind.PARK_LOAN: Text("园区贷", "Park loan"),
    InstrumentKind.CONVERSION_LOAN: Text("关键核心技术攻关和成果转化贷", "Conversion loan"),
    InstrumentKind.IP_PLEDGE_LOAN: Text("知识产权质押贷款", "IP pledge loan"),
    InstrumentKind.POINTS_LOAN: Text("创新积分贷", "Innovation points loan"),
    InstrumentKind.PILOT_EQUIPMENT_LOAN: Text("中试设备贷", "Pilot equipment loan"),
    InstrumentKind.TECH_GUARANTEE: Text("科技担保", "Tech guarantee"),
    InstrumentKind.SHARED_GUARANTEE: Text("政银担", "Government-bank-guarantor loan"),
    InstrumentKind.PARK_RESEARCH_COVER: Text("园研保", "Park research cover"),
    InstrumentKind.CHALLENGE_COVER: Text("揭榜挂帅攻关险", "Challenge cover"),
    InstrumentKind.TRIAL_COVER: Text("先用后转险", "Use-first cover"),
    InstrumentKind.TECH_BOND: Text("科技创新债券", "Tech innovation bond"),
}


class PriceKind(StrEnum):
    """What the money costs."""

    EQUITY = "equity"
    GRANT_THEN_SHARES = "grant_then_shares"
    INTEREST = "interest"
    GUARANTEE_FEE = "guarantee_fee"
    PREMIUM = "premium"
    DISCOUNT = "discount"
    COUPON = "coupon"


class InstrumentState(StrEnum):
    """Where a product stands; the table of moves is in `states.py`."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Price(Frozen):
    """The price in words and, where it is a rate, its range in bps a year (shares: bps of the company)."""

    kind: PriceKind
    min_bps: int | None = Field(default=None, ge=0, le=WHOLE_BPS)
    max_bps: int | None = Field(default=None, ge=0, le=WHOLE_BPS)
    text: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.min_bps is None) != (self.max_bps is None) or (self.min_bps or 0) > (self.max_bps or 0):
            raise ValueError("min_bps and max_bps come together and in order")
        return self


class RiskShare(Frozen):
    """Who bears which part of a loss."""

    party: Text
    bps: int = Field(ge=1, le=WHOLE_BPS)


class Terms(Frozen):
    """What is offered: amount in fen, price, term in months, repayment, security and who shares the risk."""

    amount_min_minor: int = Field(ge=0)
    amount_max_minor: int = Field(gt=0, le=10**13)
    price: Price
    tenor_months_min: int | None = Field(default=None, ge=0, le=240)
    tenor_months_max: int | None = Field(default=None, ge=1, le=240)
    repayment: Text
    security: Text
    risk_shares: tuple[RiskShare, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.amount_min_minor > self.amount_max_minor:
            raise ValueError("the smallest amount is above the largest")
        if (self.tenor_months_min or 0) > (self.tenor_months_max or 240):
            raise ValueError("the shortest term is above the longest")
        if self.risk_shares and sum(share.bps for share in self.risk_shares) != WHOLE_BPS:
            raise ValueError("risk shares must sum to 10,000 bps")
        return self


class Mandate(Frozen):
    """What the product is for; an empty list means any."""

    purposes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    trl_min: int | None = Field(default=None, ge=1, le=9)
    trl_max: int | None = Field(default=None, ge=1, le=9)


class InstrumentDraft(Frozen):
    """A product as its provider writes it. `gates` come on top of those that amount and mandate imply."""

    kind: InstrumentKind
    name: Text
    summary: Text
    terms: Terms
    mandate: Mandate
    gates: tuple[Gate, ...] = ()
    preferences: tuple[Preference, ...] = ()
    documents: tuple[Text, ...] = ()
    decision_days: Annotated[int, Field(ge=1, le=120, description="working days until a decision")]
    valid_from: date
    valid_to: date
    source: str = Field(min_length=2, max_length=200)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.valid_from > self.valid_to:
            raise ValueError("valid_from is after valid_to")
        ids = [gate.id for gate in self.all_gates()]
        if len(ids) != len(set(ids)):
            raise ValueError(f"gates with the same id: {sorted(i for i in ids if ids.count(i) > 1)}")
        check_weights(self.wishes())
        return self

    def all_gates(self) -> tuple[Gate, ...]:
        """Return the gates of amount and mandate, then the product's own: written once, tested once."""
        return (*_mandate_gates(self.terms, self.mandate, self.source), *self.gates)

    def wishes(self) -> tuple[Preference, ...]:
        """Return the provider's own preferences, or the house default of the family."""
        return self.preferences or HOUSE[FAMILY[self.kind]]


def make_gate(
    key: str,
    rule: Rule,
    *,
    source: str,
    field: str,
    changeable_by: ChangeableBy | None = None,
    text: Text | None = None,
) -> Gate:
    """Return a gate whose words, document and person who can change it default to those of the field."""
    spec = FIELDS[field]
    return Gate(
        id=key,
        rule=rule,
        text=text or sentence(rule),
        source=source,
        document=spec.document,
        changeable_by=changeable_by or spec.changeable_by,
    )


def _mandate_gates(terms: Terms, mandate: Mandate, source: str) -> tuple[Gate, ...]:
    ticket = Between(field="amount_minor", min=terms.amount_min_minor, max=terms.amount_max_minor)
    gates = [make_gate("ticket", ticket, source=source, field="amount_minor")]
    if mandate.purposes:
        gates.append(_listed("purpose", OneOf(field="purpose", values=mandate.purposes), source))
    if mandate.stages:
        gates.append(_listed("stage", OneOf(field="stage", values=mandate.stages), source))
    if mandate.fields:
        gates.append(_listed("fields", AnyOf(field="fields", values=mandate.fields), source))
    if mandate.cities:
        gates.append(_listed("city", OneOf(field="city", values=mandate.cities), source))
    if mandate.trl_min is not None or mandate.trl_max is not None:
        readiness = Between(field="trl", min=mandate.trl_min, max=mandate.trl_max)
        gates.append(make_gate("trl", readiness, source=source, field="trl"))
    return tuple(gates)


def _listed(field: str, rule: Rule, source: str) -> Gate:
    return make_gate(field, rule, source=source, field=field)


class InstrumentBrief(Frozen):
    """One row of the catalogue."""

    id: UUID
    version: int
    state: InstrumentState
    kind: InstrumentKind
    kind_label: Text
    family: Family
    name: Text
    summary: Text
    provider_id: UUID
    provider_name: str
    amount_min_minor: int
    amount_max_minor: int
    price: Price
    tenor_months_max: int | None
    decision_days: int
    valid_from: date
    valid_to: date
    is_demo: bool


class InstrumentView(InstrumentBrief):
    """A whole product in one of its versions."""

    row_version: int
    state_since: datetime
    terms: Terms
    mandate: Mandate
    gates: tuple[Gate, ...]
    preferences: tuple[Preference, ...]
    documents: tuple[Text, ...]
    source: str
