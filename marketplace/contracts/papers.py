"""Papers made from a contract's data: the English reading copy. Reads; `queries` shows them to the edge."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import col

from marketplace.contracts import policy
from marketplace.contracts.models import Contract
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.schemas import ContractData

_CONTENT = select(col(Contract.number), col(Contract.content)).where(
    policy.VISIBLE, col(Contract.id) == bindparam("id")
)


def get_content(uow: UnitOfWork, *, contract_id: UUID) -> tuple[str, ContractData]:
    """Return number and data of the text of a visible contract; raises `NotFound`."""
    rows = uow.rows(_CONTENT, id=contract_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="contract")
    return rows[0]["number"], ContractData.model_validate(rows[0]["content"])


def get_reading_copy(uow: UnitOfWork, *, contract_id: UUID) -> tuple[str, bytes]:
    """Return number and English reading copy (PDF) of a visible contract; raises `NotFound`."""
    number, data = get_content(uow, contract_id=contract_id)
    return number, documents.typeset_reading_copy(data)
