"""What the room does when a contract below ends."""

from finance.applications import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ContractEvent


def on_licence_ended(uow: UnitOfWork, event: ContractEvent) -> None:
    """Tell the providers who assess or have promised money on this licence."""
    service.tell_ended_licence(uow, contract_id=event.contract_id)
