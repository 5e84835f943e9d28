"""What is lawful but unusual in a sheet: said as data, never blocking."""

from pydantic import BaseModel, ConfigDict

from marketplace.core.i18n import Text
from marketplace.terms.sheet import AfterMonths, FixedRate, NextRound, Royalty, TermSheet, TieredRate, UnitFee
from marketplace.terms.words import percent

FIXED_FEE_MINOR = 20_000_000 * 100
SALES_BPS, PROFIT_BPS = 2_000, 4_000
HALF_BPS = 5_000

TEXTS = {
    "deferral_short": Text(
        zh="付费起算早于许可生效后 12 个月，且不以取得收入为条件。北京、陕西的先使用后付费办法均要求满一年或先有收入。",
        en="Payment starts earlier than 12 months after effect and does not wait for income. The rules of Beijing and "
        "Shaanxi ask for a full year or income first.",
    ),
    "royalty_high_sales": Text(
        zh="提成率 {rate}% 高于净销售额的 20%，超出国家知识产权局指引的常见上限。",
        en="The royalty of {rate}% exceeds 20% of net sales, the usual ceiling of the CNIPA guidance.",
    ),
    "royalty_high_profit": Text(
        zh="提成率 {rate}% 高于利润的 40%，超出国家知识产权局指引的常见上限。",
        en="The royalty of {rate}% exceeds 40% of profit, the usual ceiling of the CNIPA guidance.",
    ),
    "fixed_fee_high": Text(
        zh="固定费用合计 {yuan} 元，高于 2,000 万元，超出国家知识产权局指引的常见上限。",
        en="Fixed fees of {yuan} yuan in all exceed 20 million, the usual ceiling of the CNIPA guidance.",
    ),
    "entry_fee": Text(
        zh="设有入门费，不属于“零门槛费”的先使用后付费。",
        en="There is an entry fee, so this is not use-first, pay-later at zero threshold.",
    ),
    "conversion": Text(
        zh="附有转股条款。转股须经企业股东会决议，作为出资的权利应当评估作价（公司法第四十七条、第四十八条），"
        "高校持股须按本校规定审批。",
        en="There is a conversion into equity. It needs a resolution of the firm's shareholders, what is contributed must "
        "be appraised (Company Law §47, §48), and the institution must approve the holding by its own rules.",
    ),
    "conversion_discount": Text(
        zh="转股折扣 {rate}% 高于一半，企业价值将低于下一轮融资估值的一半。",
        en="The discount of {rate}% is more than half: the firm would be valued below half of its next round.",
    ),
}


class Caution(BaseModel):
    """One remark about a sheet: a code, the field it concerns and both sentences."""

    model_config = ConfigDict(frozen=True)

    code: str
    field: str
    zh: str
    en: str


def cautions(sheet: TermSheet) -> list[Caution]:
    """Return what the guidance of 国知发运字〔2024〕19号 and the regional rules find unusual; empty when nothing."""
    found: list[Caution] = []
    if _deferral_is_short(sheet):
        found.append(_caution("deferral_short", "deferral_trigger"))
    if sheet.entry_fee_minor and sheet.deferral_trigger.kind != "effect":
        found.append(_caution("entry_fee", "entry_fee_minor"))
    fixed = sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(m.amount_minor for m in sheet.milestones)
    if fixed > FIXED_FEE_MINOR:
        found.append(_caution("fixed_fee_high", "deferred_fee_minor", yuan=f"{fixed // 100:,}"))
    if sheet.royalty:
        rate = highest_rate_bps(sheet.royalty)
        shown = percent(rate)
        if sheet.royalty.base == "profit" and rate > PROFIT_BPS:
            found.append(_caution("royalty_high_profit", "royalty", rate=shown))
        elif sheet.royalty.base != "profit" and rate > SALES_BPS:
            found.append(_caution("royalty_high_sales", "royalty", rate=shown))
    if sheet.conversion:
        found.append(_caution("conversion", "conversion"))
        valuation = sheet.conversion.valuation
        if isinstance(valuation, NextRound) and valuation.discount_bps > HALF_BPS:
            found.append(_caution("conversion_discount", "conversion", rate=percent(valuation.discount_bps)))
    return found


def highest_rate_bps(royalty: Royalty) -> int:
    """Return the highest share in bps a schedule can reach; 0 for a fee per unit."""
    match royalty.schedule:
        case UnitFee():
            return 0
        case FixedRate(rate_bps=rate):
            return rate
        case TieredRate(tiers=tiers):
            return max(tier.rate_bps for tier in tiers)
        case schedule:
            return max(step.rate_bps for step in schedule.steps)


def _deferral_is_short(sheet: TermSheet) -> bool:
    # Income first is always long enough, and so is a milestone; only a bare date can come too early.
    return any(
        isinstance(trigger, AfterMonths) and trigger.after_months < 12 for trigger in sheet.single_triggers()
    )


def _caution(code: str, field: str, **params: str) -> Caution:
    text = TEXTS[code]
    return Caution(code=code, field=field, zh=text.zh.format(**params), en=text.en.format(**params))
