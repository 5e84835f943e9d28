"""Which rules of the rulebook belong to which flow, and in which words they are suggested. Pure but for the rulebook."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from finance.taxes.schemas import TaxFlow, TaxRule
from marketplace.core.i18n import Locale, Text
from marketplace.rulebook import queries as rulebook

LABELS: Final[Mapping[TaxFlow, Text]] = {
    TaxFlow.LICENCE_INCOME: Text("技术许可收入", "Income from licences"),
    TaxFlow.LATE_INTEREST: Text("逾期违约金", "Late interest"),
    TaxFlow.INVENTOR_AWARD: Text("发明人现金奖励", "Cash awards to inventors"),
    TaxFlow.MANAGER_COMMISSION: Text("技术经理人佣金", "Technology managers' commission"),
    TaxFlow.UNIT_SHARE: Text("院系与学校份额", "Shares of school and university"),
    TaxFlow.PLATFORM_FEE: Text("平台服务费", "Platform fee"),
    TaxFlow.PROVIDER_FEE: Text("支付手续费", "Payment provider's fee"),
}
RULES: Final[Mapping[TaxFlow, tuple[str, ...]]] = {
    TaxFlow.LICENCE_INCOME: (
        "technology_transfer_vat_bps", "technology_transfer_cit_exempt_yuan", "technology_contract_stamp_bps",
    ),
    TaxFlow.LATE_INTEREST: ("late_interest_vat_bps",),
    TaxFlow.INVENTOR_AWARD: ("award_tax_counted_bps", "award_relief_months"),
    TaxFlow.MANAGER_COMMISSION: ("commission_tax_counted_bps",),
    TaxFlow.UNIT_SHARE: ("unit_share_vat_bps",),
    TaxFlow.PLATFORM_FEE: ("platform_service_vat_bps",),
    TaxFlow.PROVIDER_FEE: ("payment_service_vat_bps",),
}  # fmt: skip
ACCOUNTS: Final[Mapping[str, TaxFlow]] = {
    "receivable": TaxFlow.LICENCE_INCOME,
    "entitlement": TaxFlow.LICENCE_INCOME,
    "undistributed": TaxFlow.LICENCE_INCOME,
    "payable_inventor": TaxFlow.INVENTOR_AWARD,
    "payable_manager": TaxFlow.MANAGER_COMMISSION,
    "payable_unit": TaxFlow.UNIT_SHARE,
    "payable_university": TaxFlow.UNIT_SHARE,
    "platform_fee": TaxFlow.PLATFORM_FEE,
    "processor_fee": TaxFlow.PROVIDER_FEE,
}
"""The flow that a kind of account stands for; others only hold money on its way."""
_UNITS: Final[Mapping[str, Text]] = {
    "bps": Text("{percent}%", "{percent} %"),
    "months": Text("{value} 个月", "{value} months"),
    "yuan a year": Text("每年 {grouped} 元", "{grouped} yuan a year"),
}
_SAID: Final = Text("{title}：{value}", "{title}: {value}")
UNCONFIRMED: Final = Text("待确认", "to be confirmed")


def flow_of_charge(kind: str) -> TaxFlow:
    """Return the flow of a kind of bill."""
    return TaxFlow.LATE_INTEREST if kind == "late_interest" else TaxFlow.LICENCE_INCOME


def suggest(flow: TaxFlow, as_of: date, locale: Locale) -> list[TaxRule]:
    """Return what the rulebook suggests for a flow on a day, the tax that matters first."""
    return [_rule(rulebook.get_rule(code, as_of), locale) for code in RULES[flow]]


def _rule(rule: rulebook.Rule, locale: Locale) -> TaxRule:
    value = _UNITS[rule.unit].in_(
        locale, percent=f"{rule.value / 100:g}", value=rule.value, grouped=f"{rule.value:,}"
    )
    return TaxRule(
        code=rule.code,
        text=_SAID.in_(locale, title=rule.title.in_(locale), value=value),
        source=rule.source,
        confirmed=rule.confirmed,
    )


def sentence(rules: list[TaxRule], locale: Locale) -> str:
    """Return suggestions as one cell of a file: what they say, from where, and what is to be confirmed."""
    return "; ".join(
        f"{rule.text} ({rule.source}{'' if rule.confirmed else f' · {UNCONFIRMED.in_(locale)}'})"
        for rule in rules
    )
