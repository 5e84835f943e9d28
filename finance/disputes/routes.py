"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from finance.disputes import queries, service
from finance.disputes.errors import ContractPaperMissing, EvidenceTooLarge, EvidenceTooLate, OwnClaim
from finance.disputes.schemas import (
    DisputeClaimView,
    NewEvidence,
    PayeeClaimState,
    PaymentDisputeState,
    PaymentDisputeView,
)
from finance.payments.gateways.stripe import stripe_gateway
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["disputes"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/payment-disputes", responses=problems(SignInRequired), operation_id="list_payment_disputes")
def list_payment_disputes(
    uow: MemberUowDep, state: PaymentDisputeState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[PaymentDisputeView]:
    """Disputes of payments that one's university got, those that wait for evidence first."""
    return queries.list_disputes(uow, state=state, page=page, size=size)


@router.get(
    "/payment-disputes/{dispute_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_payment_dispute",
)
def get_payment_dispute(dispute_id: UUID, uow: MemberUowDep) -> PaymentDisputeView:
    """One dispute, with what was sent and who owes what back."""
    return queries.get_dispute(uow, dispute_id=dispute_id)


@router.post(
    "/payment-disputes/{dispute_id}/evidence",
    responses=problems(*_WRITES, InvalidInput, EvidenceTooLate, EvidenceTooLarge, ContractPaperMissing),
    operation_id="send_dispute_evidence",
)
def send_dispute_evidence(dispute_id: UUID, form: NewEvidence, uow: MemberUowDep) -> PaymentDisputeView:
    """Send evidence to the payer's bank, once. `sending`: being confirmed, look again."""
    service.send_evidence(uow, dispute_id=dispute_id, form=form)
    answer = service.evidence_of(uow, dispute_id)
    uow.session.commit()  # the pack is on record before anybody is asked, and no transaction is open meanwhile
    service.record_answer(uow, dispute_id=dispute_id, answer=service.ask(stripe_gateway(), answer))
    return queries.get_dispute(uow, dispute_id=dispute_id)


@router.get("/dispute-claims", responses=problems(SignInRequired), operation_id="list_dispute_claims")
def list_dispute_claims(uow: MemberUowDep, state: PayeeClaimState | None = None) -> list[DisputeClaimView]:
    """What payees owe back after lost disputes; a payee sees her own."""
    return queries.list_claims(uow, state=state)


@router.post(
    "/dispute-claims/{claim_id}/write-off",
    responses=problems(*_WRITES, InvalidInput),
    operation_id="ask_claim_write_off",
)
def ask_claim_write_off(claim_id: UUID, form: Because, uow: MemberUowDep) -> DisputeClaimView:
    """Ask to give up what is left of a claim; the platform decides, and bears it."""
    return service.ask_write_off(uow, claim_id=claim_id, reason=form.reason)


@router.post(
    "/dispute-claims/{claim_id}/approve",
    responses=problems(*_WRITES, OwnClaim),
    operation_id="approve_claim_write_off",
)
def approve_claim_write_off(claim_id: UUID, uow: MemberUowDep) -> DisputeClaimView:
    """Write off a claim that somebody else asked to give up."""
    return service.approve_write_off(uow, claim_id=claim_id)


@router.post(
    "/dispute-claims/{claim_id}/decline",
    responses=problems(*_WRITES, InvalidInput, OwnClaim),
    operation_id="decline_claim_write_off",
)
def decline_claim_write_off(claim_id: UUID, form: Because, uow: MemberUowDep) -> DisputeClaimView:
    """Do not write a claim off, and say why."""
    return service.decline_write_off(uow, claim_id=claim_id, reason=form.reason)
