"""What was booked for a thing, as tests look at it."""

from uuid import UUID

from finance.ledger import queries
from finance.ledger.schemas import TransactionView
from marketplace.core.uow import UnitOfWork


def booked_for_contract(uow: UnitOfWork, contract_id: UUID) -> list[TransactionView]:
    """Every transaction that touched an account of a contract, oldest first."""
    return _found(
        uow,
        "SELECT DISTINCT e.txn_id AS id FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id"
        " WHERE a.contract_id = :id ORDER BY 1",
        contract_id,
    )


def booked_for_source(uow: UnitOfWork, source_id: UUID) -> list[TransactionView]:
    """Every transaction of one bill, payment, bank line or split, oldest first."""
    return _found(uow, "SELECT id FROM ledger_txn WHERE source_id = :id ORDER BY 1", source_id)


def _found(uow: UnitOfWork, sql: str, thing_id: UUID) -> list[TransactionView]:
    found = [queries.find_transaction(uow, row["id"]) for row in uow.rows(sql, id=thing_id)]
    return [one for one in found if one is not None]
