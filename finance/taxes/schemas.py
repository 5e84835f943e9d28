"""What the room takes in and hands out."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from marketplace.core.values import Frozen, Reason, Shown


class TaxFlow(StrEnum):
    """A kind of income or payout."""

    LICENCE_INCOME = "licence_income"
    LATE_INTEREST = "late_interest"
    INVENTOR_AWARD = "inventor_award"
    MANAGER_COMMISSION = "manager_commission"
    UNIT_SHARE = "unit_share"
    PLATFORM_FEE = "platform_fee"
    PROVIDER_FEE = "provider_fee"


class TaxRule(Shown):
    """One suggestion: what it says, where it comes from; `confirmed` false means that the tax office was not asked yet."""

    code: str
    text: str
    source: str
    confirmed: bool


class TaxOverruleView(Shown):
    """What an accountant decided instead; without a contract for all of them."""

    id: UUID
    flow: TaxFlow
    contract_number: str | None
    treatment: str
    reason: str
    by_name: str
    at: datetime


class TaxClass(Shown):
    """A kind of income or payout with its suggested classes, and what was decided instead, latest first."""

    flow: TaxFlow
    label: str
    rules: list[TaxRule]
    overrules: list[TaxOverruleView]


class TaxClasses(Shown):
    """Every kind of income and payout; `may_overrule` says whether the reader may decide otherwise."""

    items: list[TaxClass]
    may_overrule: bool


class NewTaxOverrule(Frozen):
    """What is decided instead of the suggestion, and why; without a contract's number for all contracts."""

    flow: TaxFlow
    treatment: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
    reason: Reason
    contract_number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
