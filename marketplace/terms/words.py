"""The words of a sheet in both languages: names of its choices, percentages, money."""

from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan

LICENCE_TYPES = {
    "non_exclusive": Text(zh="普通许可", en="non-exclusive licence"),
    "sole": Text(zh="排他许可", en="sole licence"),
    "exclusive": Text(zh="独占许可", en="exclusive licence"),
}
BASES = {
    "product_price": Text(zh="许可产品销售价格", en="price of licensed products"),
    "new_output_value": Text(zh="新增产值", en="new output value"),
    "profit": Text(zh="许可产品利润", en="profit from licensed products"),
    "net_sales": Text(zh="许可产品净销售额", en="net sales of licensed products"),
    "per_unit": Text(zh="许可产品数量", en="number of licensed products"),
}
FREQUENCIES = {
    "quarterly": Text(zh="每季度", en="quarterly"),
    "half_yearly": Text(zh="每半年", en="half-yearly"),
    "yearly": Text(zh="每年", en="yearly"),
}
IMPROVEMENTS = {
    "each_keeps": Text(
        zh="后续改进的技术成果归完成改进的一方所有。", en="Improvements belong to the party that makes them."
    ),
    "shared": Text(
        zh="后续改进的技术成果由双方共有。", en="Improvements are owned by both parties together."
    ),
    "licensor_option": Text(
        zh="后续改进归完成方所有；许可方可以按市场价格有偿取得普通许可。",
        en="Improvements belong to their maker; the licensor may take a non-exclusive licence at market price.",
    ),
}
EXITS = {
    "return_data": Text(
        zh="退出时返还全部技术资料并停止使用。", en="On exit all technical data are returned and use stops."
    ),
    "destroy_data": Text(
        zh="退出时销毁全部技术资料、出具销毁证明并停止使用。",
        en="On exit all technical data are destroyed and certified so, and use stops.",
    ),
}
ANNUITY_PAYERS = {
    "licensor": Text(zh="专利年费由许可方缴纳。", en="The licensor pays the annuities."),
    "licensee": Text(zh="专利年费由被许可方缴纳。", en="The licensee pays the annuities."),
}


def percent(bps: int) -> str:
    """Write basis points as a percentage without needless zeros: 350 → `3.5`."""
    whole, rest = divmod(bps, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def money(minor: int, locale: Locale) -> str:
    """Write fen as yuan in a language: 123450 → `1,234.50 元` or `CNY 1,234.50`; whole yuan without fen."""
    written = yuan(minor).removesuffix(".00")
    return f"{written} 元" if locale == "zh-CN" else f"CNY {written}"
