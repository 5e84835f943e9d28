"""What came in is split by the university's rule, approved by its approver, booked once; inventors see their own part."""

from collections.abc import Iterator

import pytest

from finance.distributions import queries, service
from finance.distributions.schemas import DistributionView
from finance.ledger import queries as ledger
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.ledger import booked_for_contract
from tests.factories.payments import Bill, a_bill
from tests.factories.shared import receive
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def parts(view: DistributionView) -> list[tuple[str, int]]:
    return [(share.payee_kind, share.amount_minor) for share in view.shares]


def test_the_rule_of_the_university_decides(bill: Bill) -> None:
    view = receive(bill, "80000.00")

    # 2 % platform of 80,000.00; of the net 78,400.00 the inventors have 70 % (60:40), the school 10 %
    assert parts(view) == [
        ("inventor", 3_292_800), ("inventor", 2_195_200), ("unit", 784_000), ("university", 1_568_000), ("platform", 160_000),
    ]  # fmt: skip
    assert (view.state, view.amount_minor, view.shares[0].source) == (
        "proposed",
        8_000_000,
        "校规字〔2020〕1号",
    )
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
    assert [t.kind for t in booked_for_contract(bill.system, view.contract_id)] == [
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
        assert queries.list_distributions(reader).total == 0
    assert queries.list_distributions(bill.head).total == 1
    assert queries.get_distribution(bill.head, distribution_id=view.id).state == "proposed"
