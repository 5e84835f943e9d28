"""What the room that bills asks a contract, and what it tells it: a sum stands as it was billed."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from marketplace.contracts import queries
from marketplace.contracts.models import Contract, ContractBilled
from marketplace.core.uow import UnitOfWork
from marketplace.terms import TermSheet, obligations

_BILLED = insert(ContractBilled).on_conflict_do_nothing(index_elements=["contract_id", "obligation_key"])


class Billed(NamedTuple):
    """A sum (fen) of a contract's schedule with the last day to pay and the formula that its bill names."""

    contract_id: UUID
    obligation_key: str
    kind: str
    amount_minor: int
    arises_on: date
    due_on: date
    formula: dict[str, Any]


def hold_for_billing(uow: UnitOfWork, contract_ids: Collection[UUID]) -> None:
    """Let contracts stay as they are until the commit, so that correcting and billing come one after the other.

    All of a batch at once and in one order: two scans that bill the same contracts would wait for each other.
    """
    uow.rows(
        "SELECT id FROM contract WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE", ids=list(contract_ids)
    )


def is_still_owed(uow: UnitOfWork, *, contract_id: UUID, key: str, amount_minor: int) -> bool:
    """Tell whether a held contract comes to a sum (fen). False: a correction was committed, its announcement is on the way."""
    row = uow.session.get_one(Contract, contract_id, populate_existing=True)
    facts = queries.get_facts(uow.as_system(), contract_id=contract_id)
    owed = {o.key: o.amount_minor for o in obligations(TermSheet.model_validate(row.terms), facts)}
    return owed.get(key) == amount_minor


def note_billed(uow: UnitOfWork, bills: Sequence[Billed]) -> None:
    """Note what was billed: from now on the contract names these sums as their bills do. A repeat changes nothing."""
    if bills:
        uow.session.connection().execute(_BILLED, [bill._asdict() | {"billed_at": uow.now} for bill in bills])
