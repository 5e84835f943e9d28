"""What the stories need before they begin: results of the demo's office, with terms and a day on which they opened."""

from dataclasses import dataclass
from typing import Final

from marketplace.terms import (
    AfterMonths,
    AtFirstIncome,
    Conversion,
    EarliestOf,
    FixedRate,
    NextRound,
    Royalty,
    TermSheet,
)

WAN: Final = 10_000 * 100
OFFICE: Final = "jiangnan"
"""The university whose transfer office the demo accounts work for."""


@dataclass(frozen=True)
class Shelf:
    """Since how many days a result is open, and on which terms."""

    days: int
    sheet: TermSheet


def _after_a_year_or_income(
    field_of_use: str, fee: int, rate_bps: int, cap: int, free: int = 12
) -> TermSheet:
    return TermSheet(
        territory="中国境内", field_of_use=field_of_use, months=60, free_period_months=free,
        deferral_trigger=EarliestOf(triggers=(AfterMonths(after_months=max(free, 12)), AtFirstIncome())), deferred_fee_minor=fee * WAN,
        royalty=Royalty(base="net_sales", schedule=FixedRate(rate_bps=rate_bps), cap_total_minor=cap * WAN),
    )  # fmt: skip


def _one_fee(field_of_use: str, fee: int, free: int) -> TermSheet:
    return TermSheet(
        territory="中国境内", field_of_use=field_of_use, months=60, free_period_months=free,
        deferral_trigger=AfterMonths(after_months=free), deferred_fee_minor=fee * WAN,
    )  # fmt: skip


DRYING, COMPRESSOR, CASTING = "env-heat-pump-drying", "env-compressor-heat", "eqp-diecast-porosity"
PURIFYING, GRINDING, STRIP = "bio-endotoxin-removal", "eqp-robot-grinding", "bio-strip-variation"
DYEING, GATEWAY = "env-dyeing-reuse", "iot-legacy-machine-gateway"
NETWORK, CATALYST = "net-deterministic-legacy-plc", "env-voc-rotor"
MILLING = "eqp-thinwall-milling"
CO_OWNED: Final = {CATALYST: ("seu", 3000)}
"""Results that another university owns as well, and its share in bps."""

SHELVES: Final[dict[str, Shelf]] = {
    DRYING: Shelf(150, _after_a_year_or_income("纺织品烘干与后整理", 8, 300, 60)),
    COMPRESSOR: Shelf(280, _one_fee("纺织染整企业的空压站", 12, 6)),
    CASTING: Shelf(284, _after_a_year_or_income("汽车零部件压铸", 30, 150, 150, 6)),
    PURIFYING: Shelf(90, _after_a_year_or_income("重组蛋白纯化", 15, 250, 90)),
    GRINDING: Shelf(60, _after_a_year_or_income("铸件和压铸件打磨", 10, 200, 60)),
    STRIP: Shelf(70, _one_fee("体外诊断试剂卡", 18, 12)),
    DYEING: Shelf(9, _after_a_year_or_income("印染废水处理与回用", 20, 200, 120)),
    GATEWAY: Shelf(50, _one_fee("金属加工车间设备联网", 6, 12)),
    NETWORK: Shelf(262, _one_fee("工厂专网与老旧控制器联网", 10, 3)),
    CATALYST: Shelf(
        160,
        _after_a_year_or_income("印花、定型和喷涂废气治理", 16, 200, 100).model_copy(
            update={
                "buyout_price_minor": 180 * WAN,
                "conversion": Conversion(
                    until_months=36, valuation=NextRound(discount_bps=2000), max_share_bps=800
                ),
            }
        ),
    ),
    MILLING: Shelf(75, _after_a_year_or_income("薄壁壳体铣削", 16, 250, 100)),
}
"""Hand-written results, by the name of their kernel, that belong to the office."""
