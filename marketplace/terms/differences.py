"""What changes between two sheets: field by field, in words, and who gains by it; and what the change costs. Pure.

"Who gains" is said only where more is always better for one side: a lower fee for the licensee, a higher one for the
licensor. Where it depends (another territory, another base), nobody is named.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Literal

from marketplace.core.i18n import Locale, Text
from marketplace.core.values import Shown
from marketplace.terms.describe import conversion_words, rate_words, trigger_words
from marketplace.terms.sheet import (
    AfterMonths,
    AtEffect,
    FixedRate,
    Royalty,
    TermSheet,
    TieredRate,
    UnitFee,
    YearlyRates,
)
from marketplace.terms.simulation import Assumptions, simulate
from marketplace.terms.words import (
    ANNUITY_PAYERS,
    EXITS,
    FREQUENCIES,
    IMPROVEMENTS,
    LICENCE_TYPES,
    money,
    percent,
)

Side = Literal["licensee", "licensor"]
Ordered = tuple[int, ...] | int | bool
LICENSEE: Side = "licensee"
LICENSOR: Side = "licensor"
_FOREVER = 10**18
"""Stands for no limit where a limit may be absent: a cap, a price of a buy-out."""


class Difference(Shown):
    """One changed clause: where it stands, its name, its words before and after, and who gains (None: it depends)."""

    field: str
    name: Text
    before: Text
    after: Text
    gains: Side | None


class Change(Shown):
    """A changed clause in one language, before and after."""

    before: str
    after: str


class Cost(Shown):
    """What a sheet costs a licensee for a sales plan, in fen; `worst_case_minor` if nothing is sold at all."""

    by_year_minor: tuple[int, ...]
    total_minor: int
    worst_case_minor: int


def cost_of(sheet: TermSheet, sales_by_year_minor: Sequence[int], *, effective_on: date) -> Cost:
    """Return the cost of a sheet for yearly sales in fen, counted by the schedule itself; raises as `simulate` does."""
    found = simulate(sheet, sales_by_year_minor, assumptions=Assumptions(effective_on=effective_on))
    return Cost(
        by_year_minor=tuple(year.total_minor for year in found.years),
        total_minor=found.total_minor,
        worst_case_minor=found.worst_case_minor,
    )


def differences(before: TermSheet, after: TermSheet) -> list[Difference]:
    """Return every clause that differs, in the order of the sheet; empty for sheets with the same hash."""
    return [*_plain(before, after), *_paid_by_steps(before, after), *_royalty(before, after)]


def changes(before: TermSheet, after: TermSheet, locale: Locale) -> list[Change]:
    """Return the differences in one language, the clause named in front of its words."""
    colon = "：" if locale == "zh-CN" else ": "
    return [
        Change(
            before=f"{d.name.in_(locale)}{colon}{d.before.in_(locale)}",
            after=f"{d.name.in_(locale)}{colon}{d.after.in_(locale)}",
        )
        for d in differences(before, after)
    ]


def _both(words: Callable[[Any, Any], str], value: Any) -> Text:
    return Text(zh=words(value, "zh-CN"), en=words(value, "en"))


def _months(value: int) -> Text:
    return Text(zh=f"{value} 个月", en=f"{value} months")


def _days(value: int) -> Text:
    return Text(zh=f"{value} 日", en=f"{value} days")


def _money(value: int | None) -> Text:
    return Text(zh="无", en="none") if value is None else _both(money, value)


def _prose(value: str) -> Text:
    return Text(zh=value, en=value)


def _day(value: date | None) -> Text:
    return Text(zh="自合同生效", en="from effect") if value is None else _prose(value.isoformat())


def _yes(value: object) -> Text:
    return Text(zh="可以", en="yes") if value else Text(zh="不可以", en="no")


def _a_day(value: int) -> Text:
    return Text(zh=f"每日 {percent(value)}%", en=f"{percent(value)}% a day")


# field, name, words, whom a greater value favours (None: it depends)
_PLAIN: tuple[tuple[str, Text, Callable[[Any], Text], Side | None], ...] = (
    ("territory", Text("地域", "Territory"), _prose, None),
    ("field_of_use", Text("应用领域", "Field of use"), _prose, None),
    ("months", Text("许可期限", "Length of the licence"), _months, LICENSEE),
    ("start_on", Text("许可起始日", "First day of the licence"), _day, None),
    ("sublicensable", Text("再许可", "Sublicences"), _yes, LICENSEE),
    ("free_period_months", Text("可以退回的免费期", "Free period with a way back"), _months, LICENSEE),
    ("entry_fee_minor", Text("入门费", "Entry fee"), _money, LICENSOR),
    ("deferred_fee_minor", Text("许可费", "Licence fee"), _money, LICENSOR),
    ("late_interest_bps_per_day", Text("逾期违约金", "Late interest"), _a_day, LICENSOR),
    ("payment_days", Text("付款期限", "Days to pay"), _days, LICENSEE),
    ("confidentiality_months", Text("保密期", "Confidentiality"), _months, None),
    ("exit", Text("退出方式", "On exit"), EXITS.__getitem__, None),
)
_LICENCES = ("non_exclusive", "sole", "exclusive")


def _gains(change: int, favours: Side | None) -> Side | None:
    """Turn the sign of a change into the side that gains by it."""
    if favours is None or change == 0:
        return None
    other: Side = LICENSOR if favours == LICENSEE else LICENSEE
    return favours if change > 0 else other


def _change(before: Ordered, after: Ordered) -> int:
    return (after > before) - (after < before)  # type: ignore[operator]


def _plain(before: TermSheet, after: TermSheet) -> Iterator[Difference]:
    if before.licence_type != after.licence_type:
        ranks = _LICENCES.index(before.licence_type), _LICENCES.index(after.licence_type)
        yield Difference(
            field="licence_type",
            name=Text("许可方式", "Kind of licence"),
            before=LICENCE_TYPES[before.licence_type],
            after=LICENCE_TYPES[after.licence_type],
            gains=_gains(_change(*ranks), LICENSEE),
        )
    for field, name, words, favours in _PLAIN:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            gains = _gains(_change(old, new), favours) if favours else None
            yield Difference(field=field, name=name, before=words(old), after=words(new), gains=gains)
    yield from _improvements(before, after)
    if before.annuity_payer != after.annuity_payer:
        yield Difference(
            field="annuity_payer",
            name=Text("专利年费", "Annuities"),
            before=ANNUITY_PAYERS[before.annuity_payer],
            after=ANNUITY_PAYERS[after.annuity_payer],
            gains=LICENSOR if after.annuity_payer == "licensee" else LICENSEE,
        )
    if before.buyout_price_minor != after.buyout_price_minor:
        prices = [_FOREVER if p is None else p for p in (before.buyout_price_minor, after.buyout_price_minor)]
        yield Difference(
            field="buyout_price_minor",
            name=Text("买断价", "Price of the buy-out"),
            before=_money(before.buyout_price_minor),
            after=_money(after.buyout_price_minor),
            gains=_gains(_change(prices[0], prices[1]), LICENSOR),
        )

    if before.conversion != after.conversion:
        yield Difference(
            field="conversion",
            name=Text("附转股", "Conversion into equity"),
            before=_both(conversion_words, before),
            after=_both(conversion_words, after),
            gains=None,
        )


def _improvements(before: TermSheet, after: TermSheet) -> Iterator[Difference]:
    if before.improvements == after.improvements:
        return
    # The option is the licensor's alone; whether shared ownership is better depends on who improves.
    gains: Side | None = None
    if "shared" not in (before.improvements, after.improvements):
        gains = LICENSOR if after.improvements == "licensor_option" else LICENSEE
    yield Difference(
        field="improvements",
        name=Text("后续改进", "Improvements"),
        before=IMPROVEMENTS[before.improvements],
        after=IMPROVEMENTS[after.improvements],
        gains=gains,
    )


def _paid_by_steps(before: TermSheet, after: TermSheet) -> Iterator[Difference]:
    if before.deferral_trigger != after.deferral_trigger:
        gains: Side | None = None
        if _not_later(after, before) != _not_later(before, after):
            gains = LICENSOR if _not_later(after, before) else LICENSEE
        yield Difference(
            field="deferral_trigger",
            name=Text("付费条件", "What starts payment"),
            before=_both(trigger_words, before),
            after=_both(trigger_words, after),
            gains=gains,
        )
    if before.instalments != after.instalments:
        lengths = [
            (s.instalments.count - 1) * s.instalments.every_months if s.instalments else 0
            for s in (before, after)
        ]
        yield Difference(
            field="instalments",
            name=Text("分期", "Instalments"),
            before=_instalments(before),
            after=_instalments(after),
            gains=_gains(_change(lengths[0], lengths[1]), LICENSEE),
        )
    if before.milestones != after.milestones:
        sums = [sum(m.amount_minor for m in s.milestones) for s in (before, after)]
        yield Difference(
            field="milestones",
            name=Text("里程碑", "Milestones"),
            before=_milestones(before),
            after=_milestones(after),
            gains=_gains(_change(sums[0], sums[1]), LICENSOR),
        )


def _not_later(one: TermSheet, other: TermSheet) -> bool:
    """Tell whether payment under `one` surely starts no later than under `other`: each of its triggers has a match."""

    def covers(mine: Any, theirs: Any) -> bool:
        if isinstance(mine, AtEffect):
            return True
        if isinstance(mine, AfterMonths) and isinstance(theirs, AfterMonths):
            return mine.after_months <= theirs.after_months
        return bool(mine == theirs)

    return all(
        any(covers(mine, theirs) for mine in one.single_triggers()) for theirs in other.single_triggers()
    )


def _instalments(sheet: TermSheet) -> Text:
    plan = sheet.instalments
    if plan is None:
        return Text(zh="一次付清", en="in one sum")
    return Text(
        zh=f"等分 {plan.count} 期，每 {plan.every_months} 个月一期",
        en=f"{plan.count} equal parts, one every {plan.every_months} months",
    )


def _milestones(sheet: TermSheet) -> Text:
    if not sheet.milestones:
        return Text(zh="无", en="none")
    return Text(
        zh="；".join(
            f"{m.name} {money(m.amount_minor, 'zh-CN')}（第 {m.planned_month} 个月）"
            for m in sheet.milestones
        ),
        en="; ".join(
            f"{m.name} {money(m.amount_minor, 'en')} (month {m.planned_month})" for m in sheet.milestones
        ),
    )


def _royalty(before: TermSheet, after: TermSheet) -> Iterator[Difference]:
    old, new = before.royalty, after.royalty
    if old is None or new is None:
        if old is not new:
            yield Difference(
                field="royalty",
                name=Text("提成", "Royalty"),
                before=_whole(old),
                after=_whole(new),
                gains=LICENSOR if new else LICENSEE,
            )
        return
    if (old.base, old.schedule) != (new.base, new.schedule):
        gains = _gains(_dearer(old, new), LICENSOR) if old.base == new.base else None
        yield Difference(
            field="royalty.schedule",
            name=Text("提成率", "Royalty rate"),
            before=_both(rate_words, old),
            after=_both(rate_words, new),
            gains=gains,
        )
    for field, name, words, favours in _ROYALTY:
        mine, theirs = getattr(old, field), getattr(new, field)
        if mine != theirs:
            ends = [_FOREVER if value is None else value for value in (mine, theirs)]
            change = _change(ends[0], ends[1]) if favours else 0
            yield Difference(
                field=f"royalty.{field}",
                name=name,
                before=words(mine),
                after=words(theirs),
                gains=_gains(change, favours),
            )


_ROYALTY: tuple[tuple[str, Text, Callable[[Any], Text], Side | None], ...] = (
    ("min_annual_minor", Text("每年最低提成", "Minimum royalty a year"), _money, LICENSOR),
    ("cap_total_minor", Text("提成封顶", "Cap on royalties"), _money, LICENSOR),
    ("report_frequency", Text("报告频率", "Reports"), FREQUENCIES.__getitem__, None),
    ("report_days", Text("报告期限", "Days to report"), _days, LICENSEE),
    ("audit_right", Text("许可方查账", "Licensor's inspection of accounts"), _yes, LICENSOR),
)


def _whole(royalty: Royalty | None) -> Text:
    return Text(zh="不收取提成。", en="No royalty.") if royalty is None else _both(rate_words, royalty)


def _dearer(old: Royalty, new: Royalty) -> int:
    """Return 1 when the new rate is nowhere lower and somewhere higher, -1 the other way round, 0 when it depends."""
    signs = {_change(a, b) for a, b in _rates(old, new)} - {0}
    return signs.pop() if len(signs) == 1 else 0


def _rates(old: Royalty, new: Royalty) -> Iterator[tuple[int, int]]:
    """Pair the marginal rates of two schedules wherever either of them changes its own; no pair where none can be made."""
    one, other = old.schedule, new.schedule
    if isinstance(one, UnitFee) and isinstance(other, UnitFee):
        yield one.fee_minor, other.fee_minor
        return
    years = [_by_year(s) for s in (one, other)]
    slices = [_by_slice(s) for s in (one, other)]
    for first, second in (years, slices):
        if first is not None and second is not None:
            for start in sorted({*first, *second}):
                yield _at(first, start), _at(second, start)
            return


def _by_year(schedule: Any) -> dict[int, int] | None:
    match schedule:
        case FixedRate(rate_bps=rate):
            return {1: rate}
        case YearlyRates(steps=steps):
            return {step.from_year: step.rate_bps for step in steps}
    return None


def _by_slice(schedule: Any) -> dict[int, int] | None:
    match schedule:
        case FixedRate(rate_bps=rate):
            return {0: rate}
        case TieredRate(tiers=tiers):
            return {tier.above_minor: tier.rate_bps for tier in tiers}
    return None


def _at(rates: dict[int, int], point: int) -> int:
    return rates[max(start for start in rates if start <= point)]
