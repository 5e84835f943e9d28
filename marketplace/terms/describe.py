"""A sheet, and each sum owed, in plain sentences."""

from collections.abc import Iterator
from datetime import date, timedelta

from marketplace.core.i18n import Locale, Text
from marketplace.core.money import BPS
from marketplace.terms.facts import Formula
from marketplace.terms.lateness import interest_on_parts
from marketplace.terms.sheet import (
    AfterMonths,
    AtEffect,
    AtFirstIncome,
    AtMilestone,
    FixedRate,
    PreMoney,
    Royalty,
    TermSheet,
    TieredRate,
    UnitFee,
)
from marketplace.terms.words import (
    ANNUITY_PAYERS,
    BASES,
    EXITS,
    FREQUENCIES,
    IMPROVEMENTS,
    LICENCE_TYPES,
    money,
    percent,
)

_FORMULAS = {
    "fee.entry": Text(zh="入门费，合同生效后支付。", en="Entry fee, payable after effect."),
    "fee.deferred": Text(
        zh="许可费，延期至约定条件成就后支付。", en="Licence fee, deferred until the trigger."
    ),
    "fee.instalment": Text(
        zh="许可费 {total}，等分 {count} 期，本期为第 {number} 期。",
        en="Instalment {number} of {count} of the licence fee of {total}.",
    ),
    "fee.milestone": Text(zh="里程碑“{name}”完成后支付。", en="Payable once “{name}” is reached."),
    "fee.buyout": Text(zh="行使买断权的价款。", en="Price of the buy-out."),
    "late.interest": Text(
        zh=(
            "账单 {invoice} 自 {since} 至 {until} 的逾期违约金：每日按未付金额的 {rate}% 计，单利，"
            "四舍五入到分；此前已开 {billed}。"
        ),
        en=(
            "Late interest on invoice {invoice} from {since} to {until}: {rate}% of the open sum a day, simple, "
            "rounded half up to a fen; {billed} billed before."
        ),
    ),
    "royalty.rate": Text(
        zh="第 {year} 个付费年度，{base} {reported} × {rate}%。",
        en="Paying year {year}: {reported} of {base} × {rate}%.",
    ),
    "royalty.tiered": Text(
        zh="第 {year} 个付费年度，本期{base} {reported}，年内累计 {year_to_date}，分档计算后减去年内已计部分。",
        en="Paying year {year}: {reported} of {base}, {year_to_date} in the year so far, by tiers, less what was counted.",
    ),
    "royalty.per_unit": Text(
        zh="第 {year} 个付费年度，{units} 件 × 每件 {fee}。",
        en="Paying year {year}: {units} units × {fee} each.",
    ),
    "royalty.minimum": Text(
        zh="第 {year} 个付费年度最低提成 {minimum}，已计 {royalty}，补足差额。",
        en="Paying year {year}: minimum {minimum}, counted {royalty}; the difference is topped up.",
    ),
    "royalty.capped": Text(
        zh="提成总额以 {cap}为限，本期原为 {uncapped}。",
        en="Royalties end at {cap} in all; uncapped this would be {uncapped}.",
    ),
}


def explain(formula: Formula, locale: Locale) -> str:
    """Return how an amount came about as one sentence in a language."""
    params: dict[str, str] = {}
    for name, value in formula.params.items():
        if name.endswith("_minor"):
            params[name.removesuffix("_minor")] = money(int(value), locale)
        elif name.endswith("_bps"):
            params[name.removesuffix("_bps")] = percent(int(value))
        elif name == "base":
            params[name] = BASES[str(value)].in_(locale)
        else:
            params[name] = str(value)
    return _FORMULAS[formula.code].in_(locale, **params)


def describe(sheet: TermSheet, locale: Locale) -> list[str]:
    """Return the sheet as plain sentences in a language, in the order in which people ask."""
    return [
        text
        for part in (_scope, _free_use, _fees, _royalty_lines, _conversion, _duties)
        for text in part(sheet, locale)
    ]


def price_words(sheet: TermSheet, locale: Locale) -> list[str]:
    """Return what a sheet costs, and nothing else of it, as sentences in a language: what a notice of a price shows."""
    return [text for part in (_fees, _royalty_lines) for text in part(sheet, locale)]


def _scope(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    yield Text(
        zh="许可方式为{kind}，期限 {months} 个月，地域：{territory}；应用领域：{field}。",
        en="A {kind} for {months} months. Territory: {territory}. Field of use: {field}.",
    ).in_(
        locale,
        kind=LICENCE_TYPES[sheet.licence_type].in_(locale),
        months=sheet.months,
        territory=sheet.territory,
        field=sheet.field_of_use,
    )
    yield (
        Text(zh="可以再许可，再许可只能是普通许可。", en="Sublicences are allowed, non-exclusive only.")
        if sheet.sublicensable
        else Text(
            zh="未经许可方书面同意不得再许可。", en="No sublicence without the licensor's written consent."
        )
    ).in_(locale)


def _free_use(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    if sheet.deferral_trigger.kind == "effect":
        yield Text(zh="合同生效即开始计费。", en="Fees run from the day of effect.").in_(locale)
        return
    conditions = [_trigger(sheet, trigger, locale) for trigger in sheet.single_triggers()]
    if len(conditions) == 1:
        yield Text(
            zh="先使用后付费：{condition}之前免费使用。", en="Use first, pay later: free until {condition}."
        ).in_(locale, condition=conditions[0])
    else:
        joined = ("、" if locale == "zh-CN" else "; ").join(conditions)
        yield Text(
            zh="先使用后付费：以下情形最早发生之前免费使用：{joined}。",
            en="Use first, pay later: free until the earliest of: {joined}.",
        ).in_(locale, joined=joined)
    yield Text(
        zh="生效后 {months} 个月内且付费条件尚未成就时，可以退回技术，不承担后续费用。",
        en="Within {months} months of effect, and before the trigger, the technology may be returned at no further cost.",
    ).in_(locale, months=sheet.free_period_months)


def trigger_words(sheet: TermSheet, locale: Locale) -> str:
    """Return the condition that ends free use as a phrase in a language."""
    joined = ("、" if locale == "zh-CN" else "; ").join(
        _trigger(sheet, t, locale) for t in sheet.single_triggers()
    )
    if len(sheet.single_triggers()) == 1:
        return joined
    return Text(zh="下列情形中最早发生的一项：{joined}", en="the earliest of: {joined}").in_(
        locale, joined=joined
    )


def _trigger(
    sheet: TermSheet, trigger: AtEffect | AfterMonths | AtFirstIncome | AtMilestone, locale: Locale
) -> str:
    match trigger:
        case AfterMonths(after_months=months):
            return Text(zh="合同生效满 {n} 个月", en="{n} months after effect").in_(locale, n=months)
        case AtFirstIncome():
            return Text(zh="首次取得实施许可技术的收入", en="the first income from the technology").in_(
                locale
            )
        case AtMilestone(milestone=key):
            name = next(m.name for m in sheet.milestones if m.key == key)
            return Text(zh="里程碑“{name}”完成", en="the milestone “{name}”").in_(locale, name=name)
        case AtEffect():
            return Text(zh="合同生效", en="the contract takes effect").in_(locale)


def _fees(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    if sheet.entry_fee_minor:
        yield Text(
            zh="入门费 {fee}，生效后 {days} 日内支付。", en="Entry fee {fee}, within {days} days of effect."
        ).in_(locale, fee=money(sheet.entry_fee_minor, locale), days=sheet.payment_days)
    else:
        yield Text(zh="入门费为零。", en="No entry fee.").in_(locale)
    if sheet.deferred_fee_minor:
        plan = sheet.instalments
        text = Text(
            zh="许可费 {fee}，付费条件成就后 {days} 日内支付。",
            en="Licence fee {fee}, within {days} days of the trigger.",
        )
        if plan:
            text = Text(
                zh="许可费 {fee}，自付费条件成就起每 {every} 个月一期，等分 {count} 期，每期 {days} 日内支付。",
                en="Licence fee {fee} in {count} equal parts every {every} months from the trigger, each within {days} days.",
            )
        params = {"every": plan.every_months, "count": plan.count} if plan else {}
        yield text.in_(locale, fee=money(sheet.deferred_fee_minor, locale), days=sheet.payment_days, **params)
    for milestone in sheet.milestones:
        if milestone.amount_minor:
            yield Text(
                zh="里程碑“{name}”（凭证：{evidence}）完成后 {days} 日内支付 {fee}。",
                en="{fee} within {days} days of the milestone “{name}” (evidence: {evidence}).",
            ).in_(
                locale,
                name=milestone.name,
                evidence=milestone.evidence,
                days=milestone.due_days,
                fee=money(milestone.amount_minor, locale),
            )
    if sheet.buyout_price_minor is not None:
        yield Text(
            zh="可以随时以 {fee}买断，转为技术转让。", en="May be bought out at any time for {fee}."
        ).in_(locale, fee=money(sheet.buyout_price_minor, locale))


def _royalty_lines(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    royalty = sheet.royalty
    if royalty is None:
        yield Text(zh="不收取提成。", en="No royalty.").in_(locale)
        return
    yield rate_words(royalty, locale)
    yield Text(
        zh="{often}报告收入，期满后 {days} 日内提交，再过 {pay} 日内支付。",
        en="Income is reported {often}, within {days} days of the period, and paid within {pay} days after that.",
    ).in_(
        locale,
        often=FREQUENCIES[royalty.report_frequency].in_(locale),
        days=royalty.report_days,
        pay=sheet.payment_days,
    )
    if royalty.min_annual_minor:
        yield Text(zh="每个付费年度提成不低于 {fee}。", en="At least {fee} in each paying year.").in_(
            locale, fee=money(royalty.min_annual_minor, locale)
        )
    if royalty.cap_total_minor is not None:
        yield Text(zh="提成累计以 {fee}为限。", en="Royalties end at {fee} in all.").in_(
            locale, fee=money(royalty.cap_total_minor, locale)
        )
    if royalty.audit_right:
        yield Text(
            zh="许可方有权查阅与提成有关的账目。",
            en="The licensor may inspect the accounts that concern royalties.",
        ).in_(locale)


def rate_words(royalty: Royalty, locale: Locale) -> str:
    """Return base and rate of a royalty as one sentence in a language."""
    base, schedule = BASES[royalty.base].in_(locale), royalty.schedule
    comma = "，" if locale == "zh-CN" else ", "
    match schedule:
        case UnitFee(fee_minor=fee):
            return Text(zh="按件提成，每件 {fee}。", en="{fee} for every unit.").in_(
                locale, fee=money(fee, locale)
            )
        case FixedRate(rate_bps=rate):
            return Text(zh="按{base}的 {rate}% 提成。", en="Royalty of {rate}% of the {base}.").in_(
                locale, base=base, rate=percent(rate)
            )
        case TieredRate(tiers=tiers):
            part = Text(zh="超过 {above}的部分 {rate}%", en="{rate}% above {above}")
            parts = [
                part.in_(locale, above=money(t.above_minor, locale), rate=percent(t.rate_bps)) for t in tiers
            ]
        case _:
            part = Text(zh="第 {year} 年起 {rate}%", en="{rate}% from year {year}")
            parts = [
                part.in_(locale, year=step.from_year, rate=percent(step.rate_bps)) for step in schedule.steps
            ]
    return Text(
        zh="按{base}提成：{parts}（付费年度内）。", en="Royalty on the {base}, by paying year: {parts}."
    ).in_(locale, base=base, parts=comma.join(parts))


def conversion_words(sheet: TermSheet, locale: Locale) -> str:
    """Return what a sheet says of conversion into equity; "none" where it says nothing."""
    return next(_conversion(sheet, locale), Text(zh="无", en="none").in_(locale))


def _conversion(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    clause = sheet.conversion
    if clause is None:
        return
    match clause.valuation:
        case PreMoney(pre_money_minor=value):
            price = Text(zh="企业投前估值 {value}", en="a pre-money value of the firm of {value}").in_(
                locale, value=money(value, locale)
            )
        case discounted:
            price = Text(
                zh="企业下一轮融资投前估值的 {rate}%", en="{rate}% of the pre-money value of the next round"
            ).in_(locale, rate=percent(BPS - discounted.discount_bps))
    yield Text(
        zh="生效后 {months} 个月内，许可方可以选择一次，将尚未产生的许可费转为对被许可方的股权，按{price}作价，"
        "持股比例不超过 {most}%；转股后不再产生许可费，许可继续有效，已产生的费用照付。",
        en="Within {months} months of effect the licensor may choose once to take equity in the licensee in place of the "
        "fees that have not come into being, at {price} and at most {most}% of the firm; no fee arises after that, the "
        "licence goes on, and sums already owed are paid.",
    ).in_(locale, months=clause.until_months, price=price, most=percent(clause.max_share_bps))


_LATE_SUM_MINOR, _LATE_DAYS = 100_000 * 100, 10


def _late_example(sheet: TermSheet) -> int:
    due = date(2026, 1, 1)
    late = [(_LATE_SUM_MINOR, due + timedelta(days=_LATE_DAYS))]
    return interest_on_parts(sheet.late_interest_bps_per_day, due, late)


"""The example that makes a daily rate readable."""


def _duties(sheet: TermSheet, locale: Locale) -> Iterator[str]:
    if sheet.late_interest_bps_per_day:
        yield Text(
            zh="逾期付款自到期次日起每日按未付金额的 {rate}% 支付违约金；例如 {sum}逾期 {days} 日为 {late}。",
            en="Late payment bears {rate}% a day on what is unpaid from the day after it was due; {sum} paid {days} days "
            "late bear {late}, for example.",
        ).in_(
            locale,
            rate=percent(sheet.late_interest_bps_per_day),
            sum=money(_LATE_SUM_MINOR, locale),
            days=_LATE_DAYS,
            late=money(_late_example(sheet), locale),
        )
    else:
        yield Text(zh="未约定逾期违约金。", en="No penalty for late payment was agreed.").in_(locale)
    yield IMPROVEMENTS[sheet.improvements].in_(locale)
    yield EXITS[sheet.exit].in_(locale)
    yield ANNUITY_PAYERS[sheet.annuity_payer].in_(locale)
    yield Text(zh="保密期 {months} 个月。", en="Confidentiality for {months} months.").in_(
        locale, months=sheet.confidentiality_months
    )
