"""The modes that regions have published, as complete sheets to start from."""

from collections.abc import Callable

from marketplace.core.i18n import Text
from marketplace.terms.sheet import (
    AfterMonths,
    AtFirstIncome,
    AtMilestone,
    EarliestOf,
    FixedRate,
    Instalments,
    Milestone,
    Royalty,
    TermSheet,
)

_TERRITORY, _FIELD = "中国境内", "许可专利说明书所述的全部应用领域"
_WAN = 10_000 * 100
"""Ten thousand yuan in fen."""


def beijing() -> TermSheet:
    """Zero threshold, milestone payment and income share, due after a year or at first income (中关村, 2022)."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=60,
        deferral_trigger=EarliestOf(triggers=(AfterMonths(after_months=12), AtFirstIncome())),
        milestones=(
            Milestone(
                key="pilot", name="完成中试", evidence="中试报告", amount_minor=5 * _WAN, planned_month=12
            ),
            Milestone(
                key="first_sale",
                name="首批产品交付",
                evidence="交付单和发票",
                amount_minor=10 * _WAN,
                planned_month=18,
            ),
        ),
        royalty=Royalty(base="net_sales", schedule=FixedRate(rate_bps=300), cap_total_minor=200 * _WAN),
    )


def shaanxi_deferred() -> TermSheet:
    """延期支付: one fee, a year after effect (西咸新区)."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=60,
        deferral_trigger=AfterMonths(after_months=12),
        deferred_fee_minor=30 * _WAN,
    )


def shaanxi_instalments() -> TermSheet:
    """分期支付: the fee in equal parts from a year after effect (西咸新区)."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=60,
        deferral_trigger=AfterMonths(after_months=12),
        deferred_fee_minor=36 * _WAN,
        instalments=Instalments(count=4, every_months=6),
    )


def shaanxi_conditional() -> TermSheet:
    """附条件支付: the fee is due when an agreed condition is met (西咸新区)."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=60,
        deferral_trigger=AtMilestone(milestone="mass_production"),
        deferred_fee_minor=30 * _WAN,
        milestones=(
            Milestone(
                key="mass_production",
                name="实现量产",
                evidence="首批量产产品的检验报告",
                amount_minor=0,
                planned_month=18,
            ),
        ),
    )


def shaanxi_income_share() -> TermSheet:
    """收益提成支付: nothing but a share of what is earned (西咸新区)."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=60,
        deferral_trigger=AtFirstIncome(),
        royalty=Royalty(base="net_sales", schedule=FixedRate(rate_bps=500), cap_total_minor=150 * _WAN),
    )


def zhejiang() -> TermSheet:
    """先用后转: try free for a year on agreed conditions, then pay, or buy at the agreed price."""
    return TermSheet(
        territory=_TERRITORY,
        field_of_use=_FIELD,
        months=36,
        deferral_trigger=AfterMonths(after_months=12),
        deferred_fee_minor=20 * _WAN,
        buyout_price_minor=50 * _WAN,
    )


PRESETS: dict[str, tuple[Text, Callable[[], TermSheet]]] = {
    "beijing": (
        Text(
            zh="北京：零门槛费＋里程碑支付＋收入提成", en="Beijing: zero threshold, milestones, income share"
        ),
        beijing,
    ),
    "shaanxi_deferred": (Text(zh="陕西：延期支付", en="Shaanxi: deferred payment"), shaanxi_deferred),
    "shaanxi_instalments": (Text(zh="陕西：分期支付", en="Shaanxi: instalments"), shaanxi_instalments),
    "shaanxi_conditional": (
        Text(zh="陕西：附条件支付", en="Shaanxi: conditional payment"),
        shaanxi_conditional,
    ),
    "shaanxi_income_share": (Text(zh="陕西：收益提成支付", en="Shaanxi: income share"), shaanxi_income_share),
    "zhejiang": (Text(zh="浙江：先用后转", en="Zhejiang: use first, then transfer"), zhejiang),
}
"""Name in the interface → title and sheet."""
