"""Reactions of the room."""

from finance.receivables import service
from finance.receivables.schemas import ContractBilling
from marketplace.contracts import queries as contracts
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ContractEvent


def on_contract_changed(uow: UnitOfWork, event: ContractEvent) -> None:
    """Re-plan what is owed: any announcement about a running contract may change it, and a repeat changes nothing."""
    contract = contracts.get_contract(uow, contract_id=event.contract_id)
    service.plan_obligations(
        uow,
        billing=ContractBilling(
            contract_id=contract.id,
            number=contract.number,
            title=contract.project_name,
            university_id=contract.university_id,
            firm_id=contract.firm_id,
            sheet=contract.terms,
            facts=contracts.get_facts(uow, contract_id=event.contract_id),
        ),
    )
