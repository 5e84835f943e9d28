"""Reactions of the room."""

from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ContractTookEffect
from marketplace.filings import service


def on_contract_took_effect(uow: UnitOfWork, event: ContractTookEffect) -> None:
    """Open what the contract has to be filed for."""
    service.open_filings(uow, contract_id=event.contract_id)
