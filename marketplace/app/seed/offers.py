"""Terms for demo results: the published modes of other regions with amounts that fit the size of the market."""

import math
from random import Random
from typing import Any

from marketplace.terms import PRESETS, TermSheet

WAN = 10_000 * 100
"""Ten thousand yuan in fen."""

# How often each mode is met; “ordinary”: a fee at signing, as licences were before.
_MODES = {
    "beijing": 26, "shaanxi_deferred": 18, "shaanxi_instalments": 12, "shaanxi_conditional": 8, "shaanxi_income_share": 14,
    "zhejiang": 14, "ordinary": 8,
}  # fmt: skip


def typical_sales_minor(band: tuple[int, int]) -> int:
    """Return yearly sales in fen that a user of the result may expect, from its band in 万元."""
    return _rounded(math.sqrt(band[0] * band[1])) * WAN


def term_sheet(chance: Random, band: tuple[int, int], field_of_use: str = "") -> TermSheet:
    """Return a sheet whose fee is about one to three hundredths of the yearly sales it makes possible."""
    mode = chance.choices(list(_MODES), weights=list(_MODES.values()))[0]
    fee = _rounded(math.sqrt(band[0] * band[1]) * chance.uniform(0.012, 0.034))
    free = chance.choices((6, 12, 18, 24), weights=(3, 8, 3, 2))[0]
    sheet = (PRESETS["shaanxi_deferred"] if mode == "ordinary" else PRESETS[mode])[1]()
    changes = sheet.model_dump() | {
        "free_period_months": free,
        "months": chance.choice((36, 48, 60, 60, 72)),
        "licence_type": chance.choices(("non_exclusive", "sole", "exclusive"), weights=(88, 7, 5))[0],
        "territory": chance.choices(("中国境内", "江苏省内"), weights=(9, 1))[0],
    }
    if field_of_use:
        changes["field_of_use"] = field_of_use
    changes |= _amounts(mode, chance, fee, free, changes)
    return TermSheet.model_validate(changes)


def outright_minor(chance: Random, sheet: TermSheet) -> int | None:
    """Return a price in fen for buying the result, for about half of them."""
    fees = sheet.deferred_fee_minor + sheet.entry_fee_minor + sum(m.amount_minor for m in sheet.milestones)
    if chance.random() < 0.5:
        return None
    return _rounded(max(fees / WAN, 12) * chance.uniform(4, 9)) * WAN


def _amounts(mode: str, chance: Random, fee: int, free: int, sheet: dict[str, Any]) -> dict[str, Any]:
    rate = chance.choice((150, 200, 250, 300, 350, 400, 500))
    later: dict[str, Any] = {"kind": "date", "after_months": free}
    cap = _rounded(fee * chance.uniform(5, 9)) * WAN
    milestones = [dict(step) for step in sheet["milestones"]]
    if mode == "beijing":
        parts = (max(1, fee // 3), max(1, fee - fee // 3))
        for step, amount, month in zip(milestones, parts, (free, free + 6), strict=True):
            step |= {"amount_minor": amount * WAN, "planned_month": month}
        return {
            "milestones": milestones,
            "deferral_trigger": {"kind": "earliest_of", "triggers": [later, {"kind": "first_income"}]},
            "royalty": sheet["royalty"] | _share(rate, cap),
        }
    if mode == "shaanxi_income_share":
        return {"royalty": sheet["royalty"] | _share(rate + 100, cap)}
    if mode == "shaanxi_conditional":
        milestones[0]["planned_month"] = free + 6
        return {"deferred_fee_minor": fee * WAN, "milestones": milestones}
    if mode == "ordinary":
        return {
            "deferral_trigger": {"kind": "effect"}, "free_period_months": 0, "entry_fee_minor": fee * WAN, "deferred_fee_minor": 0,
        }  # fmt: skip
    changes: dict[str, Any] = {"deferral_trigger": later, "deferred_fee_minor": fee * WAN}
    if mode == "shaanxi_instalments":
        count, every = chance.choice((2, 3, 4, 6)), chance.choice((3, 6))
        changes["instalments"] = {"count": count, "every_months": every}
        changes["months"] = max(sheet["months"], free + count * every)
    if mode == "zhejiang":
        changes["buyout_price_minor"] = _rounded(fee * chance.uniform(2.2, 3.5)) * WAN
    return changes


def _share(rate_bps: int, cap_minor: int) -> dict[str, Any]:
    return {"schedule": {"kind": "fixed", "rate_bps": rate_bps}, "cap_total_minor": cap_minor}


def _rounded(wan: float) -> int:
    """Round 万元 as people quote: to one, from 20 to five, from 100 to ten, from 1000 to fifty."""
    step = 1 if wan < 20 else 5 if wan < 100 else 10 if wan < 1000 else 50
    return max(1, round(wan / step) * step)
