"""Money that settled an invoice and goes back to its payer, or may: the invoice is open again, or a credit note lets that part go."""

from uuid import UUID

from sqlmodel import col, select

from finance.receivables import queries
from finance.receivables.models import Adjustment, InvoicePayment, Obligation
from finance.receivables.schemas import AdjustmentKind, InvoiceState
from finance.receivables.service.adjusting import credit, reopen_written_off
from finance.receivables.service.settling import write_bills
from finance.receivables.states import ADJUSTMENT, INVOICE, OBLIGATION
from marketplace.core.fsm import advance, begin
from marketplace.core.uow import UnitOfWork


def take_back_payment(
    uow: UnitOfWork, *, invoice_id: UUID, source_id: UUID, amount_minor: int, to_credit: bool, reason: str
) -> None:
    """Let an amount (fen) of what one source settled settle the invoice no longer: it is open again by that amount.

    The money went back to its payer, or is its credit (`to_credit`) until it goes back by bank. Never refused for what happened to
    the invoice meanwhile: the money has gone. A write-off is taken back first. The caller books in the same transaction.
    """
    bill = queries.lock_for_payment(uow, invoice_id)
    if bill.invoice.state == InvoiceState.WRITTEN_OFF:
        reopen_written_off(uow, [invoice_id])
        bill = queries.lock_for_payment(uow, invoice_id)
    payment = uow.session.exec(
        select(InvoicePayment)
        .where(col(InvoicePayment.invoice_id) == invoice_id, col(InvoicePayment.source_id) == source_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    payment.applied_minor -= amount_minor
    payment.refunded_minor += 0 if to_credit else amount_minor
    if bill.obligation.state == "paid":
        advance(uow, OBLIGATION, bill.obligation, "reopen", reason=reason)
    whole = amount_minor == bill.paid_minor
    advance(uow, INVOICE, bill.invoice, "reopen" if whole else "reopen_part", reason=reason)
    write_bills(uow, [(bill, -amount_minor)])
    uow.audit("invoice.payment_taken_back", "invoice", invoice_id, source=str(source_id), amount_minor=amount_minor, reason=reason)  # fmt: skip
    uow.session.flush()
    uow.session.expire_all()


def credit_refunded(
    uow: UnitOfWork, *, invoice_id: UUID, amount_minor: int, reason: str, proposed_by: UUID, decided_by: UUID
) -> None:
    """Let go, by a credit note, what an invoice is open by after a refund; the two people who decided the refund decided this."""
    invoice = queries.lock_invoice(uow, invoice_id)
    obligation = uow.session.get_one(Obligation, invoice.obligation_id)
    row = Adjustment(
        invoice_id=invoice_id, university_id=invoice.university_id, firm_id=invoice.firm_id, kind=AdjustmentKind.CREDIT_NOTE,
        state=ADJUSTMENT.initial, state_since=uow.now, created_at=uow.now, amount_minor=amount_minor, reason=reason,
        proposed_by=proposed_by, decided_by=decided_by, approved_on=uow.today,
    )  # fmt: skip
    begin(uow, ADJUSTMENT, row)
    facts = queries.adjustment_facts(uow, open_minor=invoice.open_minor, due_on=invoice.due_on)
    advance(uow, ADJUSTMENT, row, "approve", facts=facts)
    credit(uow, row, invoice, obligation)
    uow.session.add(row)
    uow.audit("adjustment.approved", "invoice", invoice_id, kind=row.kind, amount_minor=amount_minor)
    uow.session.flush()


def note_disputed(uow: UnitOfWork, *, invoice_id: UUID, source_id: UUID, amount_minor: int) -> InvoicePayment:
    """Note how much (fen) of what came from a source its provider withholds because of a dispute, 0 when that is over.

    Returns the payment, locked. While it is disputed no refund of it is asked for or approved.
    """
    payment = uow.session.exec(
        select(InvoicePayment)
        .where(col(InvoicePayment.invoice_id) == invoice_id, col(InvoicePayment.source_id) == source_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    payment.disputed_minor = amount_minor
    uow.session.flush()
    return payment


def lose_disputed(
    uow: UnitOfWork, *, invoice_id: UUID, source_id: UUID, amount_minor: int, reason: str
) -> int:
    """Let what a payer's bank took back (fen) settle the invoice no longer: it is open again. Returns how much had settled it.

    The rest had settled nothing: it was the payer's credit, and is no longer. The caller books in the same transaction.
    """
    payment = note_disputed(uow, invoice_id=invoice_id, source_id=source_id, amount_minor=0)
    applied = min(amount_minor, payment.applied_minor)
    payment.refunded_minor += amount_minor - applied
    uow.session.flush()
    if applied:
        take_back_payment(
            uow,
            invoice_id=invoice_id,
            source_id=source_id,
            amount_minor=applied,
            to_credit=False,
            reason=reason,
        )
    return applied
