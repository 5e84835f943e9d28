"""Stripe's disputes in our words, and evidence in Stripe's."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import stripe

from finance.payments.gateway import DisputeState, Evidence, ProviderDispute

if TYPE_CHECKING:
    from stripe.params import DisputeUpdateParamsEvidence

_STATES: dict[str, DisputeState] = {
    "needs_response": "needs_response",
    "warning_needs_response": "needs_response",
    "under_review": "under_review",
    "warning_under_review": "under_review",
    "won": "won",
    "warning_closed": "won",
    "prevented": "won",
    "lost": "lost",
}
_PARTS: dict[str, Literal["customer_signature", "receipt", "service_documentation", "uncategorized_file"]] = {
    "contract": "customer_signature",
    "bill": "receipt",
    "use": "service_documentation",
    "other": "uncategorized_file",
}


def as_told(dispute: stripe.Dispute) -> ProviderDispute:
    """Say what a dispute of Stripe says; a state that is not known yet is one that the bank is looking at."""
    intent, due_by = dispute.payment_intent, dispute.evidence_details.due_by
    moved = [movement.amount for movement in dispute.balance_transactions]
    return ProviderDispute(
        provider_ref=dispute.id,
        state=_STATES.get(dispute.status, "under_review"),
        capture_ref=intent if isinstance(intent, str) else intent.id if intent else "",
        amount_minor=dispute.amount,
        currency=dispute.currency.upper(),
        reason=dispute.reason,
        due_by=datetime.fromtimestamp(due_by, UTC) if due_by else None,
        opened_at=datetime.fromtimestamp(dispute.created, UTC),
        withdrawn=any(amount < 0 for amount in moved),
        reinstated=any(amount > 0 for amount in moved),
    )


def submit(client: stripe.StripeClient, evidence: Evidence) -> stripe.Dispute:
    """Upload the papers and submit them with the text, each step under a key of its own: a repeat does nothing twice."""
    told: DisputeUpdateParamsEvidence = {
        "product_description": evidence.subject,
        "customer_name": evidence.payer,
        "uncategorized_text": evidence.text,
    }
    for number, file in enumerate(evidence.files):
        data = io.BytesIO(file.data)
        data.name = file.name
        stored = client.v1.files.create(
            {"purpose": "dispute_evidence", "file": data}, {"idempotency_key": f"{evidence.key}-{number}"}
        )
        told[_PARTS[file.part]] = stored.id
    return client.v1.disputes.update(
        evidence.provider_ref, {"evidence": told, "submit": True}, {"idempotency_key": evidence.key}
    )
