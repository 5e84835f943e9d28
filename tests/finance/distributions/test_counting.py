"""Any rules, holders, costs, commissions and instalments: exact to the fen, never negative, nobody ahead or left behind."""

from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given, settings, strategies as st

from finance.distributions.counting import Payee, count_payments, cut
from finance.distributions.schemas import CommissionRule, CostRule, HolderRule, InventorShare, SplitRule
from finance.distributions.shares import split_to_entitlements
from marketplace.core.money import BPS

PLATFORM = UUID(int=1)
FLOOR = 5_000  # 促进科技成果转化法 §45


def cut_up(draw: st.DrawFn, count: int) -> list[int]:
    borders = sorted(draw(st.lists(st.integers(0, BPS), min_size=count - 1, max_size=count - 1)))
    return [b - a for a, b in zip([0, *borders], [*borders, BPS], strict=True)]


@st.composite
def holders(draw: st.DrawFn) -> list[HolderRule]:
    found = []
    for n, share in enumerate(cut_up(draw, draw(st.integers(1, 3)))):
        people = cut_up(draw, draw(st.integers(1, 4)))
        tops = sorted(draw(st.lists(st.integers(1, 10**9), max_size=2, unique=True)))
        tiers = [(top, draw(st.integers(FLOOR, 9_000))) for top in [*tops, None]]
        found.append(
            HolderRule(
                organization_id=UUID(int=100 + n), name="", share_bps=share, inventor_tiers=tiers, source="",
                unit_id=draw(st.sampled_from([None, UUID(int=200 + n)])), unit_bps=draw(st.integers(0, 1_000)),
                inventors=[
                    InventorShare(payee_id=UUID(int=300 + 10 * n + i), name="", share_bps=bps) for i, bps in enumerate(people)
                ],
            )
        )  # fmt: skip
    return found


@st.composite
def rules(draw: st.DrawFn) -> SplitRule:
    costs = [
        CostRule(
            id=UUID(int=400 + i), organization_id=UUID(int=100), organization_name="", kind="patent", amount_minor=minor, source=""
        )
        for i, minor in enumerate(draw(st.lists(st.integers(1, 10**7), max_size=2)))
    ]  # fmt: skip
    fixed = draw(st.one_of(st.none(), st.integers(1, 10**7)))
    commission = CommissionRule(
        manager_id=UUID(int=500), manager_name="", payer=draw(st.sampled_from(["university", "firm"])), amount_minor=fixed,
        rate_bps=None if fixed else draw(st.integers(1, 5_000)), cap_minor=None if fixed else draw(st.one_of(st.none(), st.integers(1, 10**8))),
        source="",
    )  # fmt: skip
    return SplitRule(
        fee_bps=draw(st.integers(0, 1_000)), costs=costs, holders=draw(holders()),
        commission=draw(st.sampled_from([None, commission])),
    )  # fmt: skip


@pytest.mark.fault("L04")
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10**9), rules()), min_size=1, max_size=6))
def test_every_payment_is_shared_out_whole_nobody_is_ahead_and_nobody_left_behind(
    payments: list[tuple[int, SplitRule]],
) -> None:
    given_minor: dict[Payee, int] = {}
    for n in range(1, len(payments) + 1):
        counted, entitled = count_payments(payments[:n], platform_id=PLATFORM)
        one = counted[-1]
        assert sum(one.parts.values()) == one.gross_minor
        assert min(one.parts.values()) >= 0
        payees = list(entitled)
        parts = split_to_entitlements(
            one.gross_minor, [entitled[p] for p in payees], [given_minor.get(p, 0) for p in payees]
        )
        assert sum(parts) == one.gross_minor
        assert min(parts) >= 0
        for payee, part in zip(payees, parts, strict=True):
            given_minor[payee] = given_minor.get(payee, 0) + part
        behind = [entitled[payee] - minor for payee, minor in given_minor.items()]
        assert min(behind) > -1
        assert max(behind) < max(1, len(behind) - 1)


@settings(max_examples=200, deadline=None)
@given(rules(), st.lists(st.integers(1, 10**9), min_size=1, max_size=6))
def test_costs_and_commission_come_out_once_and_the_legal_floor_holds(
    rule: SplitRule, amounts: list[int]
) -> None:
    counted, entitled = count_payments([(minor, rule) for minor in amounts], platform_id=PLATFORM)
    received = sum(amounts)
    for cost in rule.costs:
        assert sum(one.costs[cost.id] for one in counted) <= cost.amount_minor
    left = received - Fraction(received * rule.fee_bps, BPS)
    if left >= sum(cost.amount_minor for cost in rule.costs):
        assert all(sum(one.costs[cost.id] for one in counted) == cost.amount_minor for cost in rule.costs)
    commission = sum(one.commission for one in counted)
    terms = rule.commission
    if terms is None or terms.payer == "firm":
        assert commission == 0
    else:
        owed = terms.amount_minor or Fraction(received * (terms.rate_bps or 0), BPS)
        assert commission <= min(owed, terms.cap_minor or owed)
    for holder in rule.holders:
        net = sum(one.holders[holder.organization_id] for one in counted)
        inventors = sum(
            part for payee, part in entitled.items() if payee.kind == "inventor" and payee.holder_id == holder.organization_id
        )  # fmt: skip
        assert inventors * BPS >= net * FLOOR


def test_a_later_rule_changes_nothing_that_came_in_before() -> None:
    def rule(bps: int) -> SplitRule:
        person = InventorShare(payee_id=UUID(int=300), name="", share_bps=BPS)
        holder = HolderRule(
            organization_id=UUID(int=100), name="", share_bps=BPS, inventor_tiers=[(None, bps)], unit_bps=0, source="",
            inventors=[person],
        )  # fmt: skip
        return SplitRule(fee_bps=0, holders=[holder])

    _, entitled = count_payments([(100, rule(7_000)), (100, rule(9_000))], platform_id=PLATFORM)

    assert entitled[Payee("inventor", UUID(int=300), UUID(int=100))] == 160  # 70 and 90, not 90 and 90


def test_tiers_cut_the_income_of_the_contract_at_their_borders() -> None:
    assert cut([(100, 9_000), (300, 8_000), (None, 7_000)], 50, 350) == [
        (50, 9_000),
        (200, 8_000),
        (50, 7_000),
    ]
    assert cut([(100, 9_000), (200, 8_000)], 150, 400) == [(250, 8_000)]
