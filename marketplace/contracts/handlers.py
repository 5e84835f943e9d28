"""Reactions of the room."""

from marketplace.contracts import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.deals import TermsAgreed


def on_terms_agreed(uow: UnitOfWork, event: TermsAgreed) -> None:
    """Draw up the contract as soon as both sides agree."""
    service.draft_contract(uow, deal_id=event.deal_id)
