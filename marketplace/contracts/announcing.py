"""The one way in which the room announces something about a contract."""

from typing import Any, TypeVar

from marketplace.contracts.models import Contract
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ContractEvent
from marketplace.organizations import queries as organizations

E = TypeVar("E", bound=ContractEvent)


def announce(uow: UnitOfWork, row: Contract, event: type[E], **fields: Any) -> None:
    """Publish an event about a contract with the fields that all of them carry."""
    holders = uow.rows(
        "SELECT organization_id FROM contract_party WHERE contract_id = :id AND role = 'licensor'"
        " AND organization_id <> :university ORDER BY position",
        id=row.id,
        university=row.university_id,
    )
    names = organizations.list_briefs(uow, ids=[row.university_id, row.firm_id])
    uow.publish(
        event(
            contract_id=row.id, number=row.number, title=row.project_name, deal_id=row.deal_id, listing_id=row.listing_id,
            university_id=row.university_id, university_name=names[row.university_id].name, firm_id=row.firm_id,
            firm_name=names[row.firm_id].name, holder_ids=tuple(holder["organization_id"] for holder in holders), **fields,
        )
    )  # fmt: skip
