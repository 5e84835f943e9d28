"""From the last signature to the invoice: announcements reach the schedule, time passes, the clocks do the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from finance.receivables import queries, service
from marketplace.contracts import queries as contract_queries, service as contracts
from marketplace.core.actor import SYSTEM
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.factories.contracts import a_running_contract
from tests.factories.deals import a_market
from tests.factories.receivables import on


def test_a_signed_contract_is_billed_when_its_free_period_ends(
    uow: UnitOfWork, drain: Callable[[], int]
) -> None:
    contract = a_running_contract(a_market(uow))
    drain()
    system = replace(uow, actor=SYSTEM)
    [waiting] = queries.list_obligations(system, contract_id=contract.id)
    assert contract.effective_on is not None
    arises = add_months(contract.effective_on, 12)
    assert (waiting.key, waiting.state, waiting.arises_on, waiting.amount_minor) == (
        "deferred:1",
        "waiting",
        arises,
        8_000_000,
    )

    assert service.raise_due_invoices(on(system, arises - timedelta(days=1))) == 0
    assert service.raise_due_invoices(on(system, arises)) == 1
    drain()
    [bill] = queries.list_invoices(on(system, arises)).items
    assert (bill.contract_id, bill.amount_minor, bill.contract_number) == (
        contract.id,
        8_000_000,
        contract.number,
    )


def test_first_income_brings_the_bill_forward(uow: UnitOfWork, drain: Callable[[], int]) -> None:
    market = a_market(uow)
    contract = a_running_contract(market)
    drain()
    assert contract.effective_on is not None
    earned = contract.effective_on + timedelta(days=40)
    firm = on(market.firm, earned + timedelta(days=2))
    contracts.declare_first_income(firm, contract_id=contract.id, first_income_on=earned)
    drain()

    system = replace(firm, actor=SYSTEM)
    assert [o.arises_on for o in queries.list_obligations(system, contract_id=contract.id)] == [earned]
    assert service.raise_due_invoices(system) == 1
    seen = contract_queries.get_contract(market.firm, contract_id=contract.id)
    assert [(o.key, o.arises_on) for o in seen.obligations if o.key == "deferred:1"] == [
        ("deferred:1", earned)
    ]
