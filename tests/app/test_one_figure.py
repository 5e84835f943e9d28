"""One sheet, one figure: what the simulator shows is what the contract's annex says and what is billed, to the fen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from finance.receivables import queries, service
from marketplace.contracts import queries as contracts
from marketplace.contracts.models import ContractMilestone, ContractStatement
from marketplace.contracts.schemas import ContractView
from marketplace.core.actor import SYSTEM
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork
from marketplace.documents.typesetting import _contract
from marketplace.terms import PRESETS, Assumptions, ContractFacts, add_months, compare, obligations, simulate
from tests.factories.contracts import a_contract, contract_data
from tests.factories.deals import a_market
from tests.factories.receivables import a_billing, on

SALES = (1_234_567_89, 500_000_000, 777_777_77)
START = date(2026, 1, 5)


@pytest.mark.parametrize("name", list(PRESETS))
def test_simulator_annex_and_bills_agree_to_the_fen(uow: UnitOfWork, name: str) -> None:
    sheet = PRESETS[name][1]()
    plan = compare(sheet, SALES, discount_bps=500, assumptions=Assumptions(effective_on=START)).ways[0]
    simulated = simulate(sheet, SALES, assumptions=Assumptions(effective_on=START))

    data = contract_data(name, made_on=START, sales_minor=SALES)
    assert [row[-1] for row in _contract(data)["example"]] == [yuan(year.due_minor) for year in plan.years]

    market = a_market(uow, terms=sheet)
    signed = a_contract(market)
    keep_facts(uow, signed, simulated.facts)
    system, last_day = replace(uow, actor=SYSTEM), add_months(START, 12 * len(SALES)) - timedelta(days=1)
    facts = contracts.get_facts(system, contract_id=signed.id)
    assert obligations(sheet, facts) == obligations(sheet, simulated.facts)
    billing = a_billing(
        uow, contract_id=signed.id, university_id=market.university_id, firm_id=market.firm_id, sheet=sheet, facts=facts
    )  # fmt: skip
    service.plan_obligations(system, billing=billing)
    stored = {
        o.key: o.amount_minor for o in queries.list_obligations(system, contract_id=billing.contract_id)
    }
    assert stored == {o.key: o.amount_minor for o in obligations(sheet, simulated.facts) if o.amount_minor}

    service.raise_due_invoices(on(system, last_day))
    bills = queries.list_invoices(on(system, last_day), contract_id=billing.contract_id, size=200).items
    assert sum(bill.amount_minor for bill in bills) == plan.total_minor == simulated.total_minor


def keep_facts(uow: UnitOfWork, contract: ContractView, facts: ContractFacts) -> None:
    """Write what the simulation supposes into the contract's own rows, as if it had happened."""
    uow.session.connection().execute(
        text("UPDATE contract SET effective_on = :day, first_income_on = :first WHERE id = :id"),
        {"day": facts.effective_on, "first": facts.first_income_on, "id": contract.id},
    )
    for reached in facts.milestones:
        uow.session.add(
            ContractMilestone(
                contract_id=contract.id, key=reached.key, reached_on=reached.reached_on, evidence="报告", accepted_at=uow.now
            )
        )  # fmt: skip
    for statement in facts.statements:
        uow.session.add(
            ContractStatement(contract_id=contract.id, filed_at=uow.now, **statement.model_dump())
        )
    uow.session.flush()
    uow.session.expire_all()
