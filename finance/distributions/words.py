"""The arithmetic of a split in words of the reader's language, from the figures kept with each share."""

from collections.abc import Callable, Mapping
from typing import Any

from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan

COSTS = {
    "patent": Text("专利费用", "patent fees"),
    "valuation": Text("评估费", "valuation"),
    "legal": Text("法律费用", "legal fees"),
    "brokerage": Text("中介服务费", "brokerage"),
    "tax": Text("税费", "taxes"),
    "trial": Text("中试与验证费用", "trials"),
    "other": Text("其他成本", "other costs"),
}
PAYEES = {
    "inventor": Text("发明人", "inventor"),
    "unit": Text("院系", "school"),
    "university": Text("单位", "institution"),
    "manager": Text("技术经理人", "technology manager"),
    "cost": Text("成本", "cost"),
    "platform": Text("平台", "platform"),
    "holder": Text("共有人", "right holder"),
}


def percent(bps: int) -> str:
    """Write basis points as a percentage without idle zeros: 250 → `2.5%`."""
    return f"{bps / 100:.2f}".rstrip("0").rstrip(".") + "%"


def arithmetic(
    kind: str, why: Mapping[str, Any], amount_minor: int, locale: Locale, *, refunded_minor: int = 0
) -> str:
    """Return how a share came about, and what of it went back with a refund; empty for a split whose figures were not kept."""
    if not why:
        return ""
    counted = _counted(kind, why, amount_minor + refunded_minor, locale)
    if not refunded_minor:
        return counted
    refunded = Text("其中 {amount} 已随退款退还付款方", "{amount} of it went back to the payer with a refund")
    return Text("；", "; ").in_(locale).join((counted, refunded.in_(locale, amount=yuan(refunded_minor))))


def _counted(kind: str, why: Mapping[str, Any], amount_minor: int, locale: Locale) -> str:
    words = _SENTENCES[kind](why, locale) if why.keys() - {"exact", "source"} else ""
    if why["exact"] == yuan(amount_minor):
        return words or Text(
            "此前各次的尾差", "What rounding left over from earlier payments"
        ).in_(locale)  # fmt: skip
    rounded = Text(
        "按累计应得取整到分，本次 {amount}", "in whole fen of all payments so far: {amount} this time"
    )
    told = filter(None, (words, rounded.in_(locale, amount=yuan(amount_minor))))
    return Text("；", "; ").in_(locale).join(told)


def _platform(why: Mapping[str, Any], locale: Locale) -> str:
    return Text(
        "到账 {gross} × 平台服务费率 {rate} = {exact}", "{gross} received × platform fee {rate} = {exact}"
    ).in_(locale, gross=why["gross"], rate=percent(why["bps"]), exact=why["exact"])


def _cost(why: Mapping[str, Any], locale: Locale) -> str:
    return Text(
        "{kind}约定 {agreed}，从收入中只扣一次；此前已扣 {before}，本次 {exact}",
        "{kind}: {agreed} agreed, taken out of income once; {before} before, {exact} this time",
    ).in_(
        locale,
        kind=COSTS[why["kind"]].in_(locale),
        agreed=why["agreed"],
        before=why["before"],
        exact=why["exact"],
    )


def _manager(why: Mapping[str, Any], locale: Locale) -> str:
    if why["fixed"] is not None:
        return Text(
            "固定佣金 {fixed} − 此前 {before} = {exact}",
            "fixed commission {fixed} − {before} before = {exact}",
        ).in_(locale, fixed=why["fixed"], before=why["before"], exact=why["exact"])
    words = Text(
        "累计到账 {received} × 佣金 {rate} − 此前 {before} = {exact}",
        "{received} received in all × commission {rate} − {before} before = {exact}",
    ).in_(
        locale,
        received=why["received"],
        rate=percent(why["bps"]),
        before=why["before"],
        exact=why["exact"],
    )
    if why["cap"] is None:
        return words
    return words + Text("（上限 {cap}）", " (capped at {cap})").in_(locale, cap=why["cap"])


def _inventor(why: Mapping[str, Any], locale: Locale) -> str:
    rates = Text("，", ", ").in_(locale).join(
        Text("{part} 按 {rate}", "{part} at {rate}").in_(locale, part=part, rate=percent(bps))
        for part, bps in why["slices"]
    )  # fmt: skip
    reward = percent(why["slices"][0][1]) if len(why["slices"]) == 1 else f"({rates})"
    return Text(
        "净额 {net} × 奖酬 {reward} × 本人 {own} = {exact}",
        "net {net} × reward {reward} × own part {own} = {exact}",
    ).in_(locale, net=why["net"], reward=reward, own=percent(why["own_bps"]), exact=why["exact"])


def _unit(why: Mapping[str, Any], locale: Locale) -> str:
    return Text("净额 {net} × 院系 {rate} = {exact}", "net {net} × school {rate} = {exact}").in_(
        locale, net=why["net"], rate=percent(why["bps"]), exact=why["exact"]
    )


def _university(why: Mapping[str, Any], locale: Locale) -> str:
    return Text("净额 {net} − 发明人与院系所得 = {exact}", "net {net} − inventors and school = {exact}").in_(
        locale, net=why["net"], exact=why["exact"]
    )


_SENTENCES: Mapping[str, Callable[[Mapping[str, Any], Locale], str]] = {
    "platform": _platform,
    "cost": _cost,
    "manager": _manager,
    "inventor": _inventor,
    "unit": _unit,
    "university": _university,
}
