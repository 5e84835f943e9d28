"""How the right holders of a contract share its income. Reads; `queries` shows them to other rooms."""

from uuid import UUID

from marketplace.contracts import papers
from marketplace.contracts.schemas import HolderShare
from marketplace.core.money import BPS
from marketplace.core.uow import UnitOfWork


def list_holder_shares(uow: UnitOfWork, *, contract_id: UUID) -> list[HolderShare]:
    """Return the licensors of a visible contract with their parts of its income, as signed; they sum to 10,000 bps.

    The university comes first. Raises `NotFound`.
    """
    _, data = papers.get_content(uow, contract_id=contract_id)
    licensors = [party for party in data.parties if party.role == "licensor"]
    alone = len(licensors) == 1
    return [
        HolderShare(
            organization_id=party.organization_id,
            name=party.name,
            share_bps=BPS if alone else party.share_bps or 0,
        )
        for party in licensors
    ]
