"""What came in is split by the university's rule, approved by its approver, booked once; inventors see their own part."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from finance.bank import service as bank
from finance.distributions import queries, service
from finance.distributions.schemas import DistributionView
from finance.distributions.shares import SCALE, Rule, Tier, entitlements, split_to_entitlements
from finance.ledger import queries as ledger
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled
from marketplace.identity.permissions import Role
from marketplace.listings.schemas import InventorDraft
from tests.factories.deals import a_market
from tests.factories.identity import a_member
from tests.factories.payments import Bill, a_bill
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def receive(bill: Bill, yuan: str, serial: str = "S1") -> DistributionView:
    """Money comes in by bank, and the announcement reaches the room."""
    content = (
        f"日期,流水号,收入,对方户名,摘要\n2027-01-08,{serial},{yuan},甲,{bill.invoice.reference}".encode()
    )
    bank.import_statement(bill.officer, content=content, file_name=f"{serial}.csv")
    rows = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq DESC LIMIT 1",
        name=PaymentSettled.name,
    )
    settled = PaymentSettled.model_validate(rows[0]["payload"])
    distribution_id = service.propose_distribution(bill.system, settled=settled)
    assert distribution_id is not None
    assert service.propose_distribution(bill.system, settled=settled) == distribution_id
    return queries.get_distribution(bill.officer, distribution_id=distribution_id)


def parts(view: DistributionView) -> list[tuple[str, int]]:
    return [(share.payee_kind, share.amount_minor) for share in view.shares]


def test_the_rule_of_the_university_decides(bill: Bill) -> None:
    view = receive(bill, "80000.00")

    # 2 % platform of 80,000.00; of the net 78,400.00 the inventors have 70 % (60:40), the school 10 %
    assert parts(view) == [
        ("inventor", 3_292_800), ("inventor", 2_195_200), ("unit", 784_000), ("university", 1_568_000), ("platform", 160_000),
    ]  # fmt: skip
    assert (view.state, view.amount_minor, view.rule.source) == ("proposed", 8_000_000, "校规字〔2020〕1号")
    assert ledger.get_balance(bill.system, f"undistributed:{view.contract_id}") == 8_000_000


def test_the_approver_books_it_once(bill: Bill) -> None:
    view = receive(bill, "80000.00")
    with pytest.raises(Forbidden):
        service.approve_distribution(bill.officer, distribution_id=view.id)
    booked = service.approve_distribution(bill.head, distribution_id=view.id)
    with pytest.raises(IllegalMove):
        service.approve_distribution(bill.head, distribution_id=view.id)

    assert booked.state == "booked"
    assert ledger.get_balance(bill.system, f"undistributed:{view.contract_id}") == 0
    assert ledger.get_balance(bill.system, "platform_fee") == 160_000
    assert ledger.get_balance(bill.system, f"payable_university:{view.university_id}") == 1_568_000
    assert [t.kind for t in queries.list_entries(bill.officer, contract_id=view.contract_id)] == [
        "invoice_issued", "bank_line_matched", "income_split",
    ]  # fmt: skip


def test_small_instalments_end_where_one_payment_would(bill: Bill) -> None:
    views = [
        receive(bill, yuan, f"S{i}") for i, yuan in enumerate(["0.01", "0.02", "33.33", "0.07", "79966.57"])
    ]

    assert [sum(amount for _, amount in parts(view)) for view in views] == [1, 2, 3333, 7, 7_996_657]
    sums = [sum(part[i][1] for part in map(parts, views)) for i in range(5)]
    assert sums == [3_292_800, 2_195_200, 784_000, 1_568_000, 160_000]


def test_strangers_and_the_firm_see_no_split(bill: Bill) -> None:
    view = receive(bill, "80000.00")
    other = a_bill(bill.system)
    for reader in (bill.firm, other.head, other.officer):
        with pytest.raises(NotFound):
            queries.get_distribution(reader, distribution_id=view.id)
        with pytest.raises(NotFound):
            service.approve_distribution(reader, distribution_id=view.id)
        with pytest.raises(NotFound):
            queries.list_entries(reader, contract_id=view.contract_id)
        assert queries.list_distributions(reader).total == 0
    assert queries.list_distributions(bill.head).total == 1
    assert queries.get_distribution(bill.head, distribution_id=view.id).state == "proposed"


def test_an_inventor_sees_her_own_part_and_no_other(uow: UnitOfWork) -> None:
    first = a_market(uow)
    university = first.university_id
    inventor = a_member(uow, university, "university", Role.INVENTOR, "李教授")
    market = a_market(
        uow,
        inventors=[
            InventorDraft(name="李教授", share_bps=6000, user_id=inventor.user_id),
            InventorDraft(name="陈博士", share_bps=4000),
        ],
    )
    bill = a_bill(uow, market=market)
    view = receive(bill, "80000.00")
    reader = replace(uow, actor=inventor)
    assert (queries.list_own_shares(reader).proposed_minor, queries.list_own_shares(reader).booked_minor) == (
        3_292_800,
        0,
    )

    service.approve_distribution(bill.head, distribution_id=view.id)
    own = queries.list_own_shares(reader)
    assert [(share.amount_minor, share.state) for share in own.shares] == [(3_292_800, "booked")]
    assert queries.list_distributions(reader).total == 0
    told = uow.rows("SELECT payload FROM outbox_event WHERE name = 'distributions.share.booked' ORDER BY seq")
    assert [t["payload"]["user_id"] for t in told] == [str(inventor.user_id), None]


bps = st.integers(0, 10_000)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    count = draw(st.integers(1, 6))
    cuts = sorted(draw(st.lists(bps, min_size=count - 1, max_size=count - 1)))
    shares = tuple(b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True))
    unit = draw(st.integers(0, 1_000))
    borders = sorted(draw(st.lists(st.integers(1, 10**9), min_size=0, max_size=3, unique=True)))
    tiers = tuple(Tier(border, draw(st.integers(5_000, 9_000))) for border in [*borders, None])
    return Rule(draw(st.integers(0, 1_000)), tiers, unit, shares)


@given(rules(), st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_any_rule_and_any_instalments_are_exact_and_keep_the_legal_floor(
    rule: Rule, payments: list[int]
) -> None:
    given_minor = [0] * (len(rule.inventor_shares_bps) + 3)
    for payment in payments:
        total = sum(given_minor) + payment
        entitled = entitlements(rule, total)
        assert sum(entitled) == total * SCALE
        split = split_to_entitlements(payment, entitled, given_minor, scale=SCALE)
        assert sum(split) == payment
        assert min(split) >= 0
        given_minor = [a + b for a, b in zip(given_minor, split, strict=True)]
        assert all(
            abs(Fraction(claim, SCALE) - got) < 1 for claim, got in zip(entitled, given_minor, strict=True)
        )
        net = Fraction(total * (10_000 - rule.fee_bps), 10_000)
        assert sum(entitled[: len(rule.inventor_shares_bps)]) >= net / 2 * SCALE  # 促进科技成果转化法 §45
