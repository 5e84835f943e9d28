"""Two right holders with different policies, a commission and a cost: worked by hand, approved by each, booked once."""

from collections.abc import Iterator

import pytest

from finance.distributions import queries, service
from finance.distributions.errors import CostAlreadyTaken
from finance.distributions.schemas import CostState, CostView, DistributionView, NewCost
from finance.ledger import queries as ledger
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals.schemas import CommissionTerms
from tests.factories.ledger import booked_for_contract
from tests.factories.shared import SharedBill, a_shared_bill, receive
from workers.checks import INVARIANTS


@pytest.fixture
def shared(uow: UnitOfWork) -> Iterator[SharedBill]:
    yield a_shared_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def a_cost(shared: SharedBill, yuan: int = 1_000) -> CostView:
    """The officer writes down patent fees of the university, the head agrees."""
    officer = shared.bill.officer
    draft = NewCost(
        contract_id=shared.contract_id, kind="patent", amount_minor=yuan * 100, source="共有协议第六条：专利年费先扣",
        agreed_on=officer.today,
    )  # fmt: skip
    cost = service.record_cost(officer, draft=draft)
    assert (cost.state, cost.taken_minor, cost.moves) == (CostState.PROPOSED, 0, ["withdraw"])
    return service.agree_cost(shared.bill.head, cost_id=cost.id)


def parts(view: DistributionView) -> list[tuple[str, str, int]]:
    return [(share.payee_kind, share.payee_name, share.amount_minor) for share in view.shares]


def test_three_payments_worked_by_hand(shared: SharedBill) -> None:
    a_cost(shared)
    first, second, third = (
        receive(shared.bill, yuan, f"S{i}") for i, yuan in enumerate(["50000.00", "333.33", "49666.67"])
    )

    # 1) 50,000.00: fee 2 % 1,000.00 → 49,000.00; patent fees once 1,000.00 → 48,000.00; commission 5 % of 50,000.00 = 2,500.00
    #    → net 45,500.00. University 60 % = 27,300.00: inventors 70 % = 19,110.00 (李 60 % 11,466.00, 陈 40 % 7,644.00),
    #    school 10 % = 2,730.00, the rest 5,460.00. Institute 40 % = 18,200.00: inventor 60 % = 10,920.00, the rest 7,280.00.
    assert parts(first) == [
        ("inventor", "李教授", 1_146_600), ("inventor", "陈博士", 764_400), ("unit", "所在院系", 273_000),
        ("university", "江南大学", 546_000), ("inventor", "许研究员", 1_092_000), ("university", "无锡产研院", 728_000),
        ("cost", "江南大学", 100_000), ("manager", "赵经理", 250_000), ("platform", "先用平台服务费", 100_000),
    ]  # fmt: skip
    # 2) 333.33: fee 6.6666, no cost any more, commission 16.6665 → net 309.9969. University 185.99814: 李 78.1192188,
    #    陈 52.0794792, school 18.599814, rest 37.199628. Institute 123.99876: inventor 74.399256, rest 49.599504.
    #    Whole fen down: 78.11 52.07 18.59 37.19 74.39 49.59 16.66 6.66 = 333.26; the seven fen left over go to the largest
    #    remainders: 陈 .94792, school .9814, uni .9628, 许 .9256, institute .9504, 李 .92188, fee .66, commission .65.
    assert parts(second) == [
        ("inventor", "李教授", 7_812), ("inventor", "陈博士", 5_208), ("unit", "所在院系", 1_860),
        ("university", "江南大学", 3_720), ("inventor", "许研究员", 7_440), ("university", "无锡产研院", 4_960),
        ("manager", "赵经理", 1_666), ("platform", "先用平台服务费", 667),
    ]  # fmt: skip
    # 3) all 100,000.00: fee 2,000.00, cost 1,000.00, commission 5,000.00 → net 92,000.00; 55,200.00 and 36,800.00.
    #    李 23,184.00, 陈 15,456.00, school 5,520.00, university 11,040.00; 许 22,080.00, institute 14,720.00.
    together: dict[tuple[str, str], int] = {}
    for view in (first, second, third):
        assert sum(share.amount_minor for share in view.shares) == view.amount_minor
        for kind, name, amount in parts(view):
            together[kind, name] = together.get((kind, name), 0) + amount
    assert together == {
        ("inventor", "李教授"): 2_318_400, ("inventor", "陈博士"): 1_545_600, ("unit", "所在院系"): 552_000,
        ("university", "江南大学"): 1_104_000, ("inventor", "许研究员"): 2_208_000, ("university", "无锡产研院"): 1_472_000,
        ("cost", "江南大学"): 100_000, ("manager", "赵经理"): 500_000, ("platform", "先用平台服务费"): 200_000,
    }  # fmt: skip


def test_the_way_of_the_money_is_told_step_by_step_with_rule_and_arithmetic(shared: SharedBill) -> None:
    a_cost(shared)
    view = receive(shared.bill, "50000.00")

    assert [(s.kind, s.amount_minor, s.left_minor) for s in view.steps] == [
        ("gross", 5_000_000, 5_000_000), ("platform", 100_000, 4_900_000), ("cost", 100_000, 4_800_000),
        ("manager", 250_000, 4_550_000), ("holder", 2_730_000, 1_820_000), ("holder", 1_820_000, 0),
    ]  # fmt: skip
    assert [s.arithmetic for s in view.steps[1:5]] == [
        "到账 50,000.00 × 平台服务费率 2% = 1,000.00",
        "专利费用约定 1,000.00，从收入中只扣一次；此前已扣 0.00，本次 1,000.00",
        "累计到账 50,000.00 × 佣金 5% − 此前 0.00 = 2,500.00",
        "合同约定份额 60%",
    ]
    assert (view.shares[0].arithmetic, view.shares[0].source) == (
        "净额 27,300.00 × 奖酬 70% × 本人 60% = 11,466.00",
        "校规字〔2020〕1号",
    )
    small = receive(shared.bill, "333.33", "S2")
    assert small.shares[0].arithmetic == (
        "净额 185.9981 × 奖酬 70% × 本人 60% = 78.1192；按累计应得取整到分，本次 78.12"
    )


def test_it_waits_for_both_and_each_sees_its_own_part(shared: SharedBill) -> None:
    view = receive(shared.bill, "100000.00")
    bill, head = shared.bill, shared.institute_head
    own = queries.get_distribution(head, distribution_id=view.id)
    assert [(s.payee_kind, s.payee_name) for s in own.shares] == [
        ("inventor", "许研究员"), ("university", "无锡产研院"), ("holder", "江南大学"), ("manager", "赵经理"),
        ("platform", "先用平台服务费"),
    ]  # fmt: skip
    assert "李教授" not in own.model_dump_json()
    assert sum(s.amount_minor for s in own.shares) == own.amount_minor

    half = service.approve_distribution(bill.head, distribution_id=view.id)
    assert (half.state, [a.state for a in half.approvals], half.moves) == (
        "proposed",
        ["approved", "waiting"],
        [],
    )
    assert ledger.get_balance(bill.system, f"undistributed:{shared.contract_id}") == 10_000_000
    with pytest.raises(IllegalMove):
        service.approve_distribution(bill.head, distribution_id=view.id)
    for reader in (shared.institute_officer, shared.inventor, bill.firm, bill.officer):
        with pytest.raises((Forbidden, NotFound)):
            service.approve_distribution(reader, distribution_id=view.id)
    assert [t.kind for t in booked_for_contract(bill.system, shared.contract_id)][-1] == ("bank_line_matched")

    booked = service.approve_distribution(head, distribution_id=view.id)
    assert (booked.state, [a.by_name for a in booked.approvals]) == ("booked", ["周主任", "许院长"])
    assert ledger.get_balance(bill.system, f"undistributed:{shared.contract_id}") == 0
    manager = shared.manager.actor.user_id
    assert ledger.get_balance(bill.system, f"payable_manager:{manager}") == 500_000
    told = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = 'distributions.share.booked' ORDER BY seq"
    )
    assert {t["payload"]["payee_name"] for t in told} == {"李教授", "陈博士", "许研究员", "赵经理"}


def test_an_objection_stops_it_until_it_was_counted_again(shared: SharedBill) -> None:
    cost = a_cost(shared)
    view = receive(shared.bill, "50000.00")
    later = receive(shared.bill, "50000.00", "S2")
    service.approve_distribution(shared.bill.head, distribution_id=view.id)
    objected = service.object_to_distribution(
        shared.institute_head, distribution_id=view.id, reason="年费应由江南大学承担"
    )
    assert (objected.state, objected.approvals[1].reason) == ("objected", "年费应由江南大学承担")
    with pytest.raises(IllegalMove):
        service.approve_distribution(shared.institute_head, distribution_id=view.id)
    with pytest.raises(Forbidden):
        service.recount_distribution(shared.institute_head, distribution_id=view.id)

    open_shares = parts(queries.get_distribution(shared.bill.system, distribution_id=later.id))
    again = service.recount_distribution(shared.bill.officer, distribution_id=view.id)
    # With nothing changed the count is the same, and everybody is asked again.
    assert [a.amount_minor for a in again.approvals] == [2_730_000, 1_820_000]
    service.approve_distribution(shared.bill.head, distribution_id=view.id)
    service.withdraw_cost(shared.bill.officer, cost_id=cost.id)
    again = queries.get_distribution(shared.bill.system, distribution_id=view.id)
    assert parts(queries.get_distribution(shared.bill.system, distribution_id=later.id)) == open_shares
    # Without the cost: 50,000.00 − 1,000.00 − 2,500.00 = 46,500.00 → 27,900.00 and 18,600.00.
    assert (again.state, [a.state for a in again.approvals]) == ("proposed", ["waiting", "waiting"])
    assert [a.amount_minor for a in again.approvals] == [2_790_000, 1_860_000]
    for distribution in (again, later):
        for side in (shared.bill.head, shared.institute_head):
            service.approve_distribution(side, distribution_id=distribution.id)
    # All: 100,000.00 − 2,000.00 − 5,000.00 = 93,000.00 → 55,800.00; school 10 % = 5,580.00.
    unit = later.shares[2]
    rows = shared.bill.system.rows(
        "SELECT sum(amount_minor)::bigint AS minor FROM distribution_share WHERE payee_kind = 'unit'"
    )
    assert (unit.payee_kind, rows[0]["minor"]) == ("unit", 558_000)


def test_a_cost_needs_a_second_person_and_stays_once_it_was_deducted(shared: SharedBill) -> None:
    head = shared.bill.head
    draft = NewCost(
        contract_id=shared.contract_id, kind="valuation", amount_minor=5, source="评估合同", agreed_on=head.today
    )  # fmt: skip
    alone = service.record_cost(head, draft=draft)
    with pytest.raises(Forbidden):
        service.agree_cost(head, cost_id=alone.id)
    with pytest.raises(NotFound):
        service.agree_cost(shared.bill.firm, cost_id=alone.id)
    with pytest.raises(Forbidden):
        service.agree_cost(shared.institute_head, cost_id=alone.id)
    with pytest.raises(Forbidden):
        service.record_cost(shared.bill.firm, draft=draft)
    with pytest.raises(InvalidInput):
        service.record_cost(head, draft=draft.model_copy(update={"agreed_on": head.today.replace(year=2100)}))
    assert queries.get_cost(head, cost_id=alone.id).state == "proposed"
    assert [c.id for c in queries.list_costs(shared.institute_head)] == [alone.id]

    cost = a_cost(shared)
    view = receive(shared.bill, "50000.00")
    for side in (head, shared.institute_head):
        service.approve_distribution(side, distribution_id=view.id)
    with pytest.raises(CostAlreadyTaken):
        service.withdraw_cost(head, cost_id=cost.id)
    assert queries.get_cost(head, cost_id=cost.id).taken_minor == 100_000


def test_a_commission_that_the_firm_bears_takes_nothing_out(uow: UnitOfWork) -> None:
    shared = a_shared_bill(uow, commission=CommissionTerms(kind="fixed", payer="firm", amount_minor=900_000))
    view = receive(shared.bill, "100000.00")

    assert "manager" not in {share.payee_kind for share in view.shares}
    assert [(s.kind, s.amount_minor, s.arithmetic) for s in view.steps if s.kind == "manager"] == [
        ("manager", 0, "由企业另行支付，不从收入中扣除")
    ]


def test_whoever_is_paid_does_not_approve(shared: SharedBill) -> None:
    view = receive(shared.bill, "100000.00")
    connection = shared.bill.system.session.connection()
    connection.exec_driver_sql(
        "UPDATE distribution_share SET user_id = %s WHERE payee_name = '陈博士'",
        (shared.bill.head.actor.user_id,),
    )
    with pytest.raises(Forbidden, match="you_are_paid"):
        service.approve_distribution(shared.bill.head, distribution_id=view.id)
    assert queries.get_distribution(shared.bill.head, distribution_id=view.id).moves == []
