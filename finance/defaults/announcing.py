"""The one way in which the room announces something about a default, a cover, a claim or a credit record."""

from typing import Any, TypeVar
from uuid import UUID

from finance.defaults import queries
from finance.defaults.models import Cover, CoverClaim, CreditRecord, DefaultCase
from marketplace.core.uow import UnitOfWork
from marketplace.events.defaults import ClaimEvent, CoverEvent, CreditEvent, DefaultEvent
from marketplace.organizations import queries as organizations

D = TypeVar("D", bound=DefaultEvent)
V = TypeVar("V", bound=CoverEvent)
K = TypeVar("K", bound=ClaimEvent)
R = TypeVar("R", bound=CreditEvent)


def names_of(uow: UnitOfWork, *ids: UUID) -> dict[UUID, str]:
    """Return the names of organizations by id."""
    return {key: brief.name for key, brief in organizations.list_briefs(uow, ids=list(ids)).items()}


def announce_case(uow: UnitOfWork, case: DefaultCase, event: type[D], **fields: Any) -> None:
    """Publish an event about a default with what is open in it now."""
    names = names_of(uow, case.university_id, case.firm_id)
    invoices = queries.list_open_invoices(uow, case_id=case.id, demanded_only=False)
    uow.publish(
        event(
            case_id=case.id, number=case.number or "", contract_id=case.contract_id, contract_number=case.contract_number,
            title=case.title, university_id=case.university_id, university_name=names[case.university_id],
            firm_id=case.firm_id, firm_name=names[case.firm_id], open_minor=sum(one.open_minor for one in invoices), **fields,
        )
    )  # fmt: skip


def announce_cover(uow: UnitOfWork, cover: Cover, event: type[V], **fields: Any) -> None:
    """Publish an event about a cover."""
    names = names_of(uow, cover.firm_id, cover.provider_id)
    uow.publish(
        event(
            cover_id=cover.id, policy_number=cover.policy_number, contract_id=cover.contract_id,
            contract_number=cover.contract_number, title=cover.title, university_id=cover.university_id, firm_id=cover.firm_id,
            firm_name=names[cover.firm_id], provider_id=cover.provider_id, provider_name=names[cover.provider_id], **fields,
        )
    )  # fmt: skip


def announce_claim(
    uow: UnitOfWork, claim: CoverClaim, case: DefaultCase, event: type[K], **fields: Any
) -> None:
    """Publish an event about a claim."""
    names = names_of(uow, claim.university_id, claim.firm_id, claim.provider_id)
    uow.publish(
        event(
            claim_id=claim.id, reference=claim.reference or "", case_id=case.id, contract_id=case.contract_id,
            contract_number=case.contract_number, title=case.title, university_id=claim.university_id,
            university_name=names[claim.university_id], firm_id=claim.firm_id, firm_name=names[claim.firm_id],
            provider_id=claim.provider_id, provider_name=names[claim.provider_id], asked_minor=claim.asked_minor, **fields,
        )
    )  # fmt: skip


def announce_record(
    uow: UnitOfWork, record: CreditRecord, case: DefaultCase, event: type[R], **fields: Any
) -> None:
    """Publish an event about a credit record."""
    names = names_of(uow, record.university_id, record.firm_id)
    uow.publish(
        event(
            record_id=record.id, case_id=case.id, number=case.number or "", contract_number=case.contract_number,
            university_id=record.university_id, university_name=names[record.university_id], firm_id=record.firm_id,
            firm_name=names[record.firm_id], zone_id=record.zone_id, **fields,
        )
    )  # fmt: skip
