"""What the room of contracts tells an application."""

from uuid import UUID

from marketplace.core import fsm
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries
from marketplace.deals.schemas import DealState
from marketplace.deals.service.steps import decline
from marketplace.deals.states import DEAL, Facts


def attach_contract(uow: UnitOfWork, *, deal_id: UUID, contract_id: UUID) -> bool:
    """Note the contract drawn up from agreed terms; False when there is one already. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    if row.contract_id is not None or row.state != DealState.TERMS_AGREED:
        return False
    row.contract_id = contract_id
    uow.session.flush()
    return True


def close_signed(uow: UnitOfWork, *, deal_id: UUID) -> None:
    """End an application whose contract all parties have signed. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    fsm.advance(uow, DEAL, row, "sign", facts=Facts(uow.today))
    uow.session.flush()


def end_agreed(uow: UnitOfWork, *, deal_id: UUID, reason: str) -> None:
    """End an application whose contract was given up before all had signed. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    row.contract_id = None
    decline(uow, row, reason)
    uow.session.flush()


def release_claim(uow: UnitOfWork, *, deal_id: UUID) -> None:
    """Free the licence a contract has occupied, when it has ended. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    row.claim = None
    uow.session.flush()
