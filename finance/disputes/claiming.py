"""What payees owe back after a dispute was lost: kept back from what they are owed next, or given up by two people."""

from collections.abc import Mapping, Sequence
from typing import Literal, cast
from uuid import UUID

from sqlmodel import col, select

from finance.disputes import policy, queries
from finance.disputes.models import Dispute, DisputeClaim
from finance.disputes.schemas import DisputeClaimView, PayeeClaimState
from finance.disputes.states import CLAIM
from finance.distributions import service as distributions
from finance.distributions.schemas import RefundedShare
from finance.ledger import recipes
from finance.payouts import service as payouts
from finance.receivables import queries as invoices
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.disputes import ClaimRaised, ClaimWriteOffDeclined

PaidKind = Literal["inventor", "unit", "university", "manager"]


def raise_claims(
    uow: UnitOfWork, dispute: Dispute, parts: Sequence[tuple[RefundedShare, int]]
) -> dict[UUID, int]:
    """Write down who owes back how much (fen) of shares that were paid out: one claim a payee and right holder. Returns them."""
    claims: dict[tuple[UUID, str, UUID], DisputeClaim] = {}
    for part, minor in parts:
        if not minor or part.holder_id is None:
            continue
        owed = distributions.to_ledger(part)
        whose = (part.holder_id, owed.payee_kind, owed.payee_id)
        if whose not in claims:
            [share] = uow.rows(
                "SELECT s.user_id, CASE s.payee_kind WHEN 'cost' THEN o.name ELSE s.payee_name END AS name FROM distribution_share s"
                " JOIN organization o ON o.id = s.holder_id WHERE s.id = :id",
                id=part.share_id,
            )
            claims[whose] = DisputeClaim(
                dispute_id=dispute.id, university_id=dispute.university_id, contract_id=dispute.contract_id, holder_id=whose[0],
                payee_kind=whose[1], payee_id=whose[2], payee_name=share["name"], user_id=share["user_id"], amount_minor=0,
                state=CLAIM.initial, state_since=uow.now, created_at=uow.now,
            )  # fmt: skip
        claims[whose].amount_minor += minor
    for claim in claims.values():
        begin(uow, CLAIM, claim)
        uow.session.add(claim)
    uow.session.flush()
    return {claim.id: claim.amount_minor for claim in claims.values()}


def tell(uow: UnitOfWork, dispute: Dispute, claims: Mapping[UUID, int]) -> None:
    """Announce claims that were booked, and keep back at once what can be; ClaimRaised."""
    invoice = invoices.get_invoice(uow.as_system(), invoice_id=dispute.invoice_id)
    holders: dict[UUID, None] = {}
    for claim_id in claims:
        claim = uow.session.get_one(DisputeClaim, claim_id)
        holders[claim.holder_id] = None
        uow.publish(
            ClaimRaised(
                claim_id=claim.id, dispute_id=dispute.id, invoice_number=invoice.number, title=invoice.title,
                holder_id=claim.holder_id, user_id=claim.user_id, payee_name=claim.payee_name, amount_minor=claim.amount_minor,
            )
        )  # fmt: skip
    keep_back_claims(uow, holder_ids=list(holders))


def keep_back_claims(uow: UnitOfWork, *, holder_ids: Sequence[UUID]) -> None:
    """Set claims of right holders off against what they owe the same payees and have put into no payout, oldest claims first."""
    for claim in uow.session.exec(
        select(DisputeClaim)
        .where(
            col(DisputeClaim.holder_id).in_(list(holder_ids)), col(DisputeClaim.state) == PayeeClaimState.OPEN
        )
        .order_by(col(DisputeClaim.created_at), col(DisputeClaim.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all():
        kind = cast("PaidKind", claim.payee_kind)
        for kept in payouts.keep_back(
            uow, holder_id=claim.holder_id, payee_kind=kind, payee_id=claim.payee_id,
            amount_minor=claim.amount_minor - claim.kept_minor,
        ):  # fmt: skip
            recipes.clawback_kept(
                uow, claim_id=claim.id, share_id=kept.share_id, contract_id=claim.contract_id, payee_kind=kind,
                payee_id=claim.payee_id, amount_minor=kept.amount_minor,
            )  # fmt: skip
            claim.kept_minor += kept.amount_minor
        if claim.kept_minor == claim.amount_minor:
            advance(uow, CLAIM, claim, "settle")
        uow.session.flush()


def ask_write_off(uow: UnitOfWork, *, claim_id: UUID, reason: str) -> DisputeClaimView:
    """Ask to give up what is left of a claim, which the platform then bears; its administrator decides.

    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    claim = queries.lock_claim(uow, claim_id)
    require(policy.can_ask_write_off(uow.actor, claim))
    advance(uow, CLAIM, claim, "ask", facts=queries.facts_of(uow), reason=reason)
    claim.asked_by, claim.decided_by, claim.reason = uow.actor.user_id, None, reason
    uow.audit("dispute_claim.asked", "dispute_claim", claim.id, reason=reason)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim_id)


def approve_write_off(uow: UnitOfWork, *, claim_id: UUID) -> DisputeClaimView:
    """Agree as a second person: the platform bears what is left. Raises `NotFound`, `Forbidden`, `OwnClaim`, `IllegalMove`."""
    claim = queries.lock_claim(uow, claim_id)
    require(policy.can_write_off(uow.actor))
    advance(uow, CLAIM, claim, "approve", facts=queries.facts_of(uow))
    claim.decided_by = uow.actor.user_id
    left = claim.amount_minor - claim.kept_minor
    recipes.clawback_written_off(uow, claim_id=claim.id, contract_id=claim.contract_id, amount_minor=left)
    uow.audit("dispute_claim.written_off", "dispute_claim", claim.id, amount_minor=left)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim_id)


def decline_write_off(uow: UnitOfWork, *, claim_id: UUID, reason: str) -> DisputeClaimView:
    """Do not give a claim up, and say why: it is kept back from the payee's next payouts as before; ClaimWriteOffDeclined.

    Raises `NotFound`, `Forbidden`, `OwnClaim`, `IllegalMove`.
    """
    claim = queries.lock_claim(uow, claim_id)
    require(policy.can_write_off(uow.actor))
    advance(uow, CLAIM, claim, "decline", facts=queries.facts_of(uow), reason=reason)
    asked_by, claim.reason = claim.asked_by, reason
    uow.audit("dispute_claim.declined", "dispute_claim", claim.id, reason=reason)
    uow.session.flush()
    if asked_by is not None:
        uow.publish(
            ClaimWriteOffDeclined(
                claim_id=claim.id, dispute_id=claim.dispute_id, payee_name=claim.payee_name, asked_by=asked_by, reason=reason,
                amount_minor=claim.amount_minor - claim.kept_minor,
            )
        )  # fmt: skip
    keep_back_claims(uow, holder_ids=[claim.holder_id])  # what came in meanwhile
    return queries.get_claim(uow, claim_id=claim_id)
