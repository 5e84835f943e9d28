"""Reads of the room."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.disputes import policy
from finance.disputes.models import Dispute, DisputeClaim
from finance.disputes.schemas import (
    DisputeClaimView,
    DisputeTask,
    PayeeClaimState,
    PaymentDisputeState,
    PaymentDisputeView,
)
from finance.disputes.states import CLAIM, DISPUTE, LIVE, Facts
from marketplace.core.clock import business_date
from marketplace.core.fsm import refusals, refused_moves
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_VIEW = """
SELECT d.*, i.number AS invoice_number, i.title, i.contract_number, u.name AS university_name, f.name AS firm_name,
       coalesce(s.name, '') AS sent_by_name, count(*) OVER () AS total
  FROM dispute d JOIN invoice i ON i.id = d.invoice_id JOIN organization u ON u.id = d.university_id
  JOIN organization f ON f.id = d.firm_id LEFT JOIN user_account s ON s.id = d.sent_by WHERE
"""
_CLAIMS = """
SELECT k.*, i.number AS invoice_number, i.title, h.name AS holder_name, coalesce(a.name, '') AS asked_by_name,
       coalesce(b.name, '') AS decided_by_name
  FROM dispute_claim k JOIN dispute d ON d.id = k.dispute_id JOIN invoice i ON i.id = d.invoice_id
  JOIN organization h ON h.id = k.holder_id LEFT JOIN user_account a ON a.id = k.asked_by
  LEFT JOIN user_account b ON b.id = k.decided_by WHERE
"""


def list_disputes(
    uow: UnitOfWork, *, state: PaymentDisputeState | None = None, page: int = 1, size: int = 20
) -> Page[PaymentDisputeView]:
    """Return the disputes that the actor may see: those that wait for evidence first, by their last day, then the latest."""
    rows = uow.rows(
        f"{_VIEW} {policy.VISIBLE} AND (CAST(:state AS text) IS NULL OR d.state = :state)"
        " ORDER BY d.state <> 'opened', CASE d.state WHEN 'opened' THEN d.due_at END, d.state_since DESC, d.id LIMIT :size OFFSET :skip",
        state=state,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=[_view(uow, row) for row in rows], total=total, page=page, size=size)


def get_dispute(uow: UnitOfWork, *, dispute_id: UUID) -> PaymentDisputeView:
    """Return one that the actor may see; raises `NotFound`."""
    rows = uow.rows(f"{_VIEW} {policy.VISIBLE} AND d.id = :id", id=dispute_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="payment dispute")
    return _view(uow, rows[0])


def list_claims(
    uow: UnitOfWork, *, dispute_id: UUID | None = None, state: PayeeClaimState | None = None
) -> list[DisputeClaimView]:
    """Return the claims that the actor may see, at most 200, those that wait for somebody first; a payee sees her own."""
    rows = uow.rows(
        f"{_CLAIMS} {policy.CLAIM_VISIBLE} AND (CAST(:dispute AS uuid) IS NULL OR k.dispute_id = :dispute)"
        " AND (CAST(:state AS text) IS NULL OR k.state = :state)"
        " ORDER BY k.state NOT IN ('open', 'asked'), k.created_at DESC, k.payee_name, k.id LIMIT 200",
        dispute=dispute_id,
        state=state,
        **policy.scope(uow.actor),
    )
    return [_claim(uow, row) for row in rows]


def get_claim(uow: UnitOfWork, *, claim_id: UUID) -> DisputeClaimView:
    """Return one that the actor may see; raises `NotFound`."""
    rows = uow.rows(
        f"{_CLAIMS} {policy.CLAIM_VISIBLE} AND k.id = :id", id=claim_id, **policy.scope(uow.actor)
    )
    if not rows:
        raise NotFound(what="claim against a payee")
    return _claim(uow, rows[0])


def list_tasks(uow: UnitOfWork, *, size: int) -> list[DisputeTask]:
    """Return what waits for the actor's university, at most so many: disputes to be answered, and who owes what back."""
    rows = uow.rows(
        "SELECT d.id, d.id AS dispute_id, false AS is_claim, i.title, i.number AS invoice_number, f.name AS party, d.amount_minor,"  # noqa: S608
        " d.state_since AS since, (d.due_at AT TIME ZONE 'Asia/Shanghai')::date AS due_on FROM dispute d"
        " JOIN invoice i ON i.id = d.invoice_id JOIN organization f ON f.id = d.firm_id"
        f" WHERE d.state = 'opened' AND {policy.VISIBLE} UNION ALL"
        " SELECT k.id, k.dispute_id, true, i.title, i.number, k.payee_name, k.amount_minor - k.kept_minor, k.state_since, NULL"
        " FROM dispute_claim k JOIN dispute d ON d.id = k.dispute_id JOIN invoice i ON i.id = d.invoice_id"
        f" WHERE k.state = 'open' AND {policy.CLAIM_VISIBLE} ORDER BY due_on NULLS LAST, since DESC, id LIMIT :size",
        size=size,
        **policy.scope(uow.actor),
    )
    return [DisputeTask(**row) for row in rows]


def _view(uow: UnitOfWork, row: dict[str, Any]) -> PaymentDisputeView:
    dispute = Dispute.model_construct(**{name: row[name] for name in Dispute.model_fields})
    found = refusals(
        DISPUTE, dispute, facts=facts_of(uow), allowed=lambda move: policy.step(uow.actor, dispute, move)
    )
    return PaymentDisputeView.model_validate(
        {name: row[name] for name in PaymentDisputeView.model_fields if name in row}
        | {
            "opened_on": business_date(row["opened_at"]),
            "due_on": business_date(row["due_at"]) if row["due_at"] else None,
            "withheld": row["opened_txn_id"] is not None and row["state"] in LIVE,
            "evidence_text": row["evidence"].get("text", ""),
            "evidence_files": row["evidence"].get("files", []),
            "sent_on": business_date(row["asked_at"]) if row["asked_at"] else None,
            "claims": list_claims(uow, dispute_id=row["id"])
            if row["state"] == PaymentDisputeState.LOST
            else [],
            "moves": [move for move, why in found.items() if why is None],
            "refused": refused_moves(uow, found),
        }
    )


def _claim(uow: UnitOfWork, row: dict[str, Any]) -> DisputeClaimView:
    claim = DisputeClaim.model_construct(**{name: row[name] for name in DisputeClaim.model_fields})
    found = refusals(
        CLAIM, claim, facts=facts_of(uow), allowed=lambda move: policy.claim_step(uow.actor, claim, move)
    )
    closed = row["state"] in CLAIM.final
    return DisputeClaimView.model_validate(
        {name: row[name] for name in DisputeClaimView.model_fields if name in row}
        | {
            "left_minor": 0 if closed else row["amount_minor"] - row["kept_minor"],
            "moves": [move for move, why in found.items() if why is None],
            "refused": refused_moves(uow, found),
        }
    )


def facts_of(uow: UnitOfWork) -> Facts:
    """Return what the guards look at beside the row."""
    return Facts(uow.actor.user_id, uow.now)


def find_by_ref(uow: UnitOfWork, *, provider: str, provider_ref: str) -> Dispute | None:
    """Lock and return a dispute by the provider's name for it."""
    return uow.session.exec(
        select(Dispute)
        .where(col(Dispute.provider) == provider, col(Dispute.provider_ref) == provider_ref)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def lock_dispute(uow: UnitOfWork, dispute_id: UUID) -> Dispute:
    """Lock a dispute for a change; raises `NotFound` for one that the actor may not see."""
    get_dispute(uow, dispute_id=dispute_id)
    return uow.session.exec(
        select(Dispute)
        .where(col(Dispute.id) == dispute_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def lock_claim(uow: UnitOfWork, claim_id: UUID) -> DisputeClaim:
    """Lock a claim for a change; raises `NotFound` for one that the actor may not see."""
    get_claim(uow, claim_id=claim_id)
    return uow.session.exec(
        select(DisputeClaim)
        .where(col(DisputeClaim.id) == claim_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
