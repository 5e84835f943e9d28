"""Random but lawful sheets and sales plans."""

from hypothesis import strategies as st

from marketplace.terms import (
    AfterMonths,
    AtFirstIncome,
    AtMilestone,
    EarliestOf,
    FixedRate,
    Instalments,
    Milestone,
    Royalty,
    TermSheet,
    Tier,
    TieredRate,
    UnitFee,
    YearlyRates,
    YearRate,
)

amounts = st.integers(0, 50_000_000_00)
bps = st.integers(0, 4_000)
sales_plans = st.lists(st.integers(0, 10_000_000_00), min_size=1, max_size=5)


@st.composite
def schedules(draw: st.DrawFn) -> FixedRate | YearlyRates | TieredRate:
    match draw(st.sampled_from(["fixed", "rising", "falling", "tiered"])):
        case "fixed":
            return FixedRate(rate_bps=draw(bps))
        case "tiered":
            bounds = sorted(draw(st.sets(st.integers(1, 5_000_000_00), max_size=4)) | {0})
            return TieredRate(tiers=tuple(Tier(above_minor=b, rate_bps=draw(bps)) for b in bounds))
        case kind:
            rates = sorted(draw(st.lists(bps, min_size=2, max_size=4)), reverse=kind == "falling")
            steps = tuple(YearRate(from_year=y, rate_bps=r) for y, r in enumerate(rates, start=1))
            return YearlyRates.model_validate({"kind": kind, "steps": [s.model_dump() for s in steps]})


@st.composite
def royalties(draw: st.DrawFn) -> Royalty:
    minimum = draw(st.sampled_from([0, 0, 1, 123_45, 50_000_00]))
    frequency = draw(st.sampled_from(["quarterly", "half_yearly", "yearly"]))
    cap = draw(st.none() | st.integers(minimum, 1_000_000_00))
    schedule: FixedRate | YearlyRates | TieredRate | UnitFee
    if draw(st.booleans()):
        schedule, base = draw(schedules()), draw(st.sampled_from(["net_sales", "profit", "product_price"]))
    else:
        schedule, base = UnitFee(fee_minor=draw(st.integers(0, 10_000))), "per_unit"
    return Royalty.model_validate(
        {
            "base": base,
            "schedule": schedule.model_dump(),
            "min_annual_minor": minimum,
            "cap_total_minor": cap,
            "report_frequency": frequency,
        }
    )


MILESTONES = (
    Milestone(key="pilot", name="中试", evidence="中试报告", amount_minor=12_345_67, planned_month=7),
    Milestone(key="sale", name="首批交付", evidence="交付单", amount_minor=0, planned_month=20),
)


@st.composite
def sheets(draw: st.DrawFn) -> TermSheet:
    months = draw(st.integers(12, 72))
    free = draw(st.integers(0, 12))
    singles = st.one_of(
        st.builds(AfterMonths, after_months=st.integers(max(free, 1), months)),
        st.just(AtFirstIncome()),
        st.builds(AtMilestone, milestone=st.sampled_from(["pilot", "sale"])),
    )
    trigger = draw(singles | st.builds(EarliestOf, triggers=st.tuples(singles, singles)))
    fee = draw(amounts)
    plan = draw(st.none() | st.builds(Instalments, count=st.integers(2, 12), every_months=st.integers(1, 12)))
    return TermSheet(
        territory="中国境内",
        field_of_use="钢结构焊接",
        months=months,
        free_period_months=free,
        deferral_trigger=trigger,
        entry_fee_minor=draw(st.sampled_from([0, 0, 10_000_00])),
        deferred_fee_minor=fee,
        instalments=plan if plan and fee >= plan.count else None,
        milestones=MILESTONES,
        royalty=draw(st.none() | royalties()),
        buyout_price_minor=draw(st.none() | amounts),
    )
