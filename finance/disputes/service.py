"""Writes of the room: record what the provider says of a dispute, and answer it with evidence.

Whatever is told is told whole by `ProviderDispute`, so news that are late, repeated or out of order change nothing.
"""

from typing import Any
from uuid import UUID

from finance.disputes import claiming, evidence, policy, queries
from finance.disputes.models import Dispute
from finance.disputes.schemas import NewEvidence, PaymentDisputeState as S
from finance.disputes.states import DISPUTE, LIVE
from finance.distributions import service as distributions
from finance.ledger import recipes
from finance.payments.gateway import (
    FIRST_LOOK,
    Evidence,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderDispute,
)
from finance.payouts import service as payouts
from finance.receivables import queries as invoices, service as receivables
from marketplace.contracts import service as contracts
from marketplace.core.clock import business_date
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.disputes import DisputeLost, DisputeOpened, DisputeWon

ask_write_off, approve_write_off, decline_write_off = (
    claiming.ask_write_off, claiming.approve_write_off, claiming.decline_write_off,
)  # fmt: skip
keep_back_claims = claiming.keep_back_claims

_DISPUTED = Text("付款方的发卡行提出拒付争议", "The payer's bank disputes the payment")
_LOST = Text("拒付争议败诉，款项已退付款方", "The dispute was lost: the payer has the money back")


class DisputeDiffers(Exception):
    """The provider speaks of something that cannot be: a person must look."""


class PaymentUnknown(Exception):
    """The provider speaks of a payment that is none of ours."""


class NotCapturedYet(Exception):
    """The provider speaks of a payment of ours that we have not heard to be paid: it is looked at again."""


def record_dispute(uow: UnitOfWork, *, provider: str, seen: ProviderDispute) -> UUID:
    """Bring a dispute to what the provider says: open it, book what was withdrawn, end it. Returns it.

    Announces DisputeOpened, DisputeWon, DisputeLost. Raises `PaymentUnknown`, `NotCapturedYet`, `DisputeDiffers`; `IncomeNotCounted`
    while its split is being prepared, `RefundOfIncomeUnderWay` when it is lost while a refund runs, and `BalanceTooLow` when
    the payer's credit that it takes back was used.
    """
    system = uow.as_system()
    uow.take_turns("dispute", provider, seen.provider_ref)  # known here or not
    row = queries.find_by_ref(system, provider=provider, provider_ref=seen.provider_ref)
    row = row or _open(system, provider, seen)
    if (seen.amount_minor, seen.currency) != (row.amount_minor, "CNY"):
        raise DisputeDiffers(f"{seen.currency} {seen.amount_minor} for {row.amount_minor}")
    if row.state in DISPUTE.final:
        if seen.state in ("won", "lost") and seen.state != row.state:
            raise DisputeDiffers(f"{seen.state} after it was {row.state}")
        return row.id
    if seen.withdrawn and row.opened_txn_id is None:
        row.opened_txn_id = recipes.dispute_opened(system, **_booking(row))
    if seen.state == "won" and seen.withdrawn == seen.reinstated:
        _win(system, row)
    elif seen.state == "lost":
        _lose(system, row)
    elif seen.state == "under_review" and row.state in (S.OPENED, S.SENDING):
        advance(system, DISPUTE, row, "take")
        row.next_at, row.last_error = None, None
    uow.session.flush()
    return row.id


def _open(uow: UnitOfWork, provider: str, seen: ProviderDispute) -> Dispute:
    """Note a dispute, and hold everything that its payment is on the way to."""
    found = uow.rows(
        "SELECT p.id, p.state, p.invoice_id, i.contract_id, i.university_id, i.firm_id FROM payment_attempt p"
        " JOIN invoice i ON i.id = p.invoice_id WHERE p.provider = :provider AND p.capture_ref = :ref AND :ref <> ''",
        provider=provider,
        ref=seen.capture_ref,
    )
    if not found:
        raise PaymentUnknown(seen.capture_ref)
    payment = found[0]
    if payment["state"] != "succeeded":
        raise NotCapturedYet(payment["state"])
    if uow.rows(
        "SELECT 1 AS found FROM dispute WHERE payment_id = :id AND state = ANY(:live)", id=payment["id"], live=list(LIVE)
    ):  # fmt: skip
        raise DisputeDiffers("a second dispute of a payment")
    ahead = uow.now - uow.wall  # a demo's clock is not the provider's
    row = Dispute(
        payment_id=payment["id"], invoice_id=payment["invoice_id"], contract_id=payment["contract_id"],
        university_id=payment["university_id"], firm_id=payment["firm_id"], provider=provider, provider_ref=seen.provider_ref,
        amount_minor=seen.amount_minor, reason=seen.reason[:100], state=DISPUTE.initial, state_since=uow.now, created_at=uow.now,
        opened_at=seen.opened_at + ahead, due_at=seen.due_by + ahead if seen.due_by else None, evidence={}, provider_key="",
    )  # fmt: skip
    row.provider_key = f"xianyong-dispute-{row.id}"
    begin(uow, DISPUTE, row)
    uow.session.add(row)
    uow.session.flush()
    _hold(uow, row)
    uow.audit("dispute.opened", "invoice", row.invoice_id, dispute=str(row.id), amount_minor=row.amount_minor, reason=row.reason)  # fmt: skip
    uow.publish(DisputeOpened(**_event(uow, row), due_on=business_date(row.due_at or uow.now)))
    return row


def _hold(uow: UnitOfWork, row: Dispute) -> None:
    paid = receivables.note_disputed(
        uow, invoice_id=row.invoice_id, source_id=row.payment_id, amount_minor=row.amount_minor
    )
    if not paid.applied_minor:
        return  # all of it is the payer's credit, or went back: there is no split
    shares = distributions.hold_for_dispute(
        uow, payment_id=row.payment_id, contract_id=row.contract_id,
        amount_minor=min(row.amount_minor, paid.applied_minor),
    )  # fmt: skip
    payouts.stop_payouts(uow, share_ids=shares, reason=_DISPUTED.in_(uow.locale))


def _win(uow: UnitOfWork, row: Dispute) -> None:
    advance(uow, DISPUTE, row, "win")
    row.next_at, row.last_error = None, None
    if row.opened_txn_id is not None:
        recipes.dispute_won(uow, **_booking(row))
    paid = receivables.note_disputed(uow, invoice_id=row.invoice_id, source_id=row.payment_id, amount_minor=0)
    if paid.applied_minor:
        distributions.free_after_dispute(uow, payment_id=row.payment_id, contract_id=row.contract_id)
    uow.publish(DisputeWon(**_event(uow, row)))


def _lose(uow: UnitOfWork, row: Dispute) -> None:
    """Take back what the payment settled, from where it is: not split, owed to people, or paid to them."""
    if row.opened_txn_id is None:
        raise DisputeDiffers("lost, and nothing was withdrawn")
    advance(uow, DISPUTE, row, "lose")
    row.next_at, row.last_error = None, None
    uow.session.flush()
    dispute_id, invoice_id, amount = row.id, row.invoice_id, row.amount_minor
    applied = receivables.lose_disputed(
        uow,
        invoice_id=invoice_id,
        source_id=row.payment_id,
        amount_minor=amount,
        reason=_LOST.in_(uow.locale),
    )
    of = {"payment_id": row.payment_id, "contract_id": row.contract_id}
    taken, claims = [], {}
    if applied:
        contracts.reduce_settlement(
            uow, contract_id=row.contract_id, receipt_id=row.payment_id, amount_minor=applied
        )
        parts = distributions.list_disputed_parts(uow, **of, amount_minor=applied)
        left = payouts.left_of(uow, share_ids=[part.share_id for part in parts])
        claimed = {part.share_id: max(0, part.amount_minor - left[part.share_id]) for part in parts}
        distributions.take_out_dispute(uow, **of, amount_minor=applied, claimed=claimed)
        taken = [
            distributions.to_ledger(
                part.model_copy(update={"amount_minor": part.amount_minor - claimed[part.share_id]})
            )
            for part in parts
        ]
        claims = claiming.raise_claims(uow, row, [(part, claimed[part.share_id]) for part in parts])
    row.lost_txn_id = recipes.dispute_lost(
        uow, dispute_id=dispute_id, **of, invoice_id=invoice_id, payer_id=row.firm_id, amount_minor=amount, applied_minor=applied,
        shares=taken, claims=claims,
    )  # fmt: skip
    uow.session.flush()
    uow.publish(DisputeLost(**_event(uow, row), claimed_minor=sum(claims.values())))
    claiming.tell(uow, row, claims)


def _booking(row: Dispute) -> dict[str, Any]:
    return {
        "dispute_id": row.id, "payment_id": row.payment_id, "contract_id": row.contract_id, "provider": row.provider,
        "dispute_ref": row.provider_ref, "amount_minor": row.amount_minor,
    }  # fmt: skip


def _event(uow: UnitOfWork, row: Dispute) -> dict[str, Any]:
    invoice = invoices.get_invoice(uow.as_system(), invoice_id=row.invoice_id)
    return {
        "dispute_id": row.id, "invoice_id": invoice.id, "invoice_number": invoice.number, "title": invoice.title,
        "university_id": row.university_id, "firm_id": row.firm_id, "amount_minor": row.amount_minor,
    }  # fmt: skip


def send_evidence(uow: UnitOfWork, *, dispute_id: UUID, form: NewEvidence) -> None:
    """Decide what is sent to the payer's bank, and keep it: the provider is asked next, with nothing open.

    Raises `NotFound`, `Forbidden`, `IllegalMove`, `EvidenceTooLate`, `EvidenceTooLarge`, `ContractPaperMissing`, `InvalidInput`.
    """
    row = queries.lock_dispute(uow, dispute_id)
    require(policy.can_answer(uow.actor, row.university_id))
    advance(uow, DISPUTE, row, "send", facts=queries.facts_of(uow))
    row.evidence = evidence.gather(uow, row, form)
    row.sent_by, row.asked_at, row.next_at, row.tries = uow.actor.user_id, uow.wall, uow.now + FIRST_LOOK, 0
    # another answer after a refusal is another request to the provider
    row.provider_key = f"xianyong-dispute-{row.id}-{row.version}"
    uow.audit(
        "dispute.answered", "invoice", row.invoice_id, dispute=str(row.id), files=len(row.evidence["files"])
    )
    uow.session.flush()


def evidence_of(uow: UnitOfWork, dispute_id: UUID) -> Evidence:
    """Return what is sent: the same for every repeat, as its idempotency key demands."""
    return evidence.of_dispute(uow, uow.session.get_one(Dispute, dispute_id))


def ask(gateway: Gateway, answer: Evidence) -> ProviderDispute | GatewayUnknown | GatewayRefused:
    """Send evidence to the provider; call it with no transaction open."""
    try:
        return gateway.submit_evidence(answer)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_answer(
    uow: UnitOfWork, *, dispute_id: UUID, answer: ProviderDispute | GatewayUnknown | GatewayRefused
) -> None:
    """Record what came of sending evidence: taken, refused so that it can be mended, or unknown and looked after."""
    system = uow.as_system()
    row = queries.lock_dispute(system, dispute_id)
    if isinstance(answer, ProviderDispute):
        record_dispute(system, provider=row.provider, seen=answer)
    elif row.state == S.SENDING and isinstance(answer, GatewayRefused):
        advance(system, DISPUTE, row, "refuse", reason=str(answer))
        row.next_at, row.last_error = None, str(answer)
    elif row.state == S.SENDING:
        row.last_error = str(answer)
    uow.session.flush()
