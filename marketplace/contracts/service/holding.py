"""Keeping a contract where it stands while a room above decides on it."""

from uuid import UUID

from marketplace.contracts.schemas import ContractState
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork


def hold_state(uow: UnitOfWork, *, contract_id: UUID) -> ContractState:
    """Return where a contract stands; it stays there until the caller commits. Raises `NotFound`."""
    rows = uow.rows("SELECT state FROM contract WHERE id = :id FOR SHARE", id=contract_id)
    if not rows:
        raise NotFound(what="contract")
    return ContractState(rows[0]["state"])
