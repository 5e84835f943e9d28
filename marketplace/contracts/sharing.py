"""How the right holders of a contract share its income. Reads; `queries` shows them to other rooms."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import col

from marketplace.contracts import policy
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import HolderShare
from marketplace.core.money import BPS
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents.schemas import ContractData

_CONTENT = select(col(Contract.content)).where(policy.VISIBLE, col(Contract.id) == bindparam("id"))


def list_holder_shares(uow: UnitOfWork, *, contract_id: UUID) -> list[HolderShare]:
    """Return the licensors of a visible contract with their parts of its income, as signed; they sum to 10,000 bps.

    The university comes first. Raises `NotFound`.
    """
    rows = uow.rows(_CONTENT, id=contract_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="contract")
    licensors = [
        party for party in ContractData.model_validate(rows[0]["content"]).parties if party.role == "licensor"
    ]
    alone = len(licensors) == 1
    return [
        HolderShare(
            organization_id=party.organization_id,
            name=party.name,
            share_bps=BPS if alone else party.share_bps or 0,
        )
        for party in licensors
    ]
