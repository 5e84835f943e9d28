"""Taking something off an invoice: proposed by an officer, decided by a head, booked, told to the firm.

A credit note 贷项通知 lets a part of the debt go. A write-off 核销 only stops expecting it: the claim is kept (账销案存), the
contract still waits for the money, and when some arrives the write-off is reversed before the money is applied.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from finance.ledger import recipes
from finance.receivables import policy, queries
from finance.receivables.errors import (
    AdjustmentPending,
    CreditExceedsOpen,
    LineUnknown,
    NotUnpaid,
    TooEarlyToWriteOff,
)
from finance.receivables.models import Adjustment, Invoice, Obligation
from finance.receivables.schemas import (
    AdjustmentKind,
    AdjustmentState,
    AdjustmentView,
    InvoiceState,
    NewCreditNote,
    NewWriteOff,
)
from finance.receivables.service.issuing import facts_of
from finance.receivables.service.numbering import next_number
from finance.receivables.states import ADJUSTMENT, INVOICE, OBLIGATION, UNPAID
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import (
    AdjustmentProposed,
    AdjustmentRefused,
    InvoiceCredited,
    InvoiceRecovered,
    InvoiceWrittenOff,
)


def propose_credit_note(uow: UnitOfWork, *, invoice_id: UUID, form: NewCreditNote) -> AdjustmentView:
    """Propose to take an amount (fen) off an invoice. Raises `NotUnpaid`, `CreditExceedsOpen`, `LineUnknown`, `AdjustmentPending`."""
    invoice = _lock_unpaid(uow, invoice_id)
    if form.amount_minor > invoice.open_minor:
        raise CreditExceedsOpen(amount_minor=form.amount_minor, open_minor=invoice.open_minor)
    if form.line > queries.LINES:
        raise LineUnknown(count=queries.LINES)
    return _propose(
        uow,
        invoice,
        AdjustmentKind.CREDIT_NOTE,
        amount_minor=form.amount_minor,
        line=form.line,
        reason=form.reason,
    )


def propose_write_off(uow: UnitOfWork, *, invoice_id: UUID, form: NewWriteOff) -> AdjustmentView:
    """Propose to write off what is open on an invoice. Raises `NotUnpaid`, `TooEarlyToWriteOff`, `AdjustmentPending`."""
    invoice = _lock_unpaid(uow, invoice_id)
    earliest = queries.write_off_from(invoice.due_on, uow.today)
    if uow.today < earliest:
        raise TooEarlyToWriteOff(earliest=earliest)
    return _propose(
        uow, invoice, AdjustmentKind.WRITE_OFF, amount_minor=invoice.open_minor, reason=form.reason, evidence=form.evidence
    )  # fmt: skip


def _lock_unpaid(uow: UnitOfWork, invoice_id: UUID) -> Invoice:
    invoice = queries.lock_invoice(uow, invoice_id)
    require(policy.can_propose(uow.actor, invoice.university_id))
    if invoice.state not in UNPAID:
        raise NotUnpaid(number=invoice.number)
    pending = select(Adjustment.id).where(
        col(Adjustment.invoice_id) == invoice_id, col(Adjustment.state) == AdjustmentState.PROPOSED
    )
    if uow.session.exec(pending).first():
        raise AdjustmentPending
    return invoice


def _propose(
    uow: UnitOfWork, invoice: Invoice, kind: AdjustmentKind, *, amount_minor: int, reason: str, line: int = 1, evidence: str = ""
) -> AdjustmentView:  # fmt: skip
    row = Adjustment(
        invoice_id=invoice.id, university_id=invoice.university_id, firm_id=invoice.firm_id, kind=kind, state=ADJUSTMENT.initial,
        state_since=uow.now, created_at=uow.now, amount_minor=amount_minor, line=line, reason=reason, evidence=evidence,
        proposed_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, ADJUSTMENT, row)
    uow.session.add(row)
    uow.session.flush()
    uow.audit("adjustment.proposed", "invoice", invoice.id, kind=kind, amount_minor=amount_minor)
    uow.publish(
        AdjustmentProposed(
            **facts_of(uow, invoice), adjustment_id=row.id, kind=kind, off_minor=amount_minor, reason=reason
        )
    )
    return queries.get_adjustment(uow, adjustment_id=row.id)


def approve_adjustment(uow: UnitOfWork, *, adjustment_id: UUID) -> AdjustmentView:
    """Approve a proposal of somebody else: the invoice follows, the books too, and the firm is told.

    Raises `Forbidden`, `IllegalMove`, `OwnAdjustment`, `CreditExceedsOpen` when money came in between, `TooEarlyToWriteOff`.
    """
    row, invoice, obligation = queries.lock_adjustment(uow, adjustment_id)
    require(policy.can_decide(uow.actor, row))
    advance(
        uow,
        ADJUSTMENT,
        row,
        "approve",
        facts=queries.adjustment_facts(uow, open_minor=invoice.open_minor, due_on=invoice.due_on),
    )
    row.decided_by, row.approved_on = uow.actor.user_id, uow.today
    if row.kind == AdjustmentKind.CREDIT_NOTE:
        credit(uow, row, invoice, obligation)
    else:
        _write_off(uow, row, invoice)
    uow.audit("adjustment.approved", "invoice", invoice.id, kind=row.kind, amount_minor=row.amount_minor)
    uow.session.flush()
    return queries.get_adjustment(uow, adjustment_id=row.id)


def _write_off(uow: UnitOfWork, row: Adjustment, invoice: Invoice) -> None:
    """Stop expecting what is open; obligation and contract still wait for it."""
    row.txn_id = recipes.write_off_booked(
        uow,
        write_off_id=row.id,
        invoice_id=invoice.id,
        contract_id=invoice.contract_id,
        amount_minor=row.amount_minor,
    )
    invoice.written_off_minor = row.amount_minor
    advance(uow, INVOICE, invoice, "write_off", reason=row.reason)
    uow.publish(InvoiceWrittenOff(**facts_of(uow, invoice), adjustment_id=row.id, off_minor=row.amount_minor))


def credit(uow: UnitOfWork, row: Adjustment, invoice: Invoice, obligation: Obligation) -> None:
    """Let go what a credit note names: on the invoice, on what it bills, and in the contract, which waits for less."""
    row.year, row.year_seq = uow.today.year, next_number(uow, row.university_id, "credit_note")
    row.number = f"DX-{row.year}-{row.year_seq:06d}"
    row.txn_id = recipes.credit_note_issued(
        uow,
        credit_note_id=row.id,
        invoice_id=invoice.id,
        contract_id=invoice.contract_id,
        amount_minor=row.amount_minor,
    )
    invoice.credited_minor += row.amount_minor
    reason = f"{row.number}：{row.reason}"
    if not invoice.open_minor:
        paid = invoice.state == InvoiceState.PARTIALLY_PAID
        advance(uow, INVOICE, invoice, "pay_off" if paid else "credit_off", reason=reason)
        advance(uow, OBLIGATION, obligation, "settle" if paid else "credit_off", reason=reason)
    uow.session.flush()
    contracts.settle_obligations(
        uow,
        [contracts.Receipt(invoice.contract_id, invoice.obligation_key, row.amount_minor, row.id, "credit")],
        settled_on=uow.today,
    )
    uow.publish(
        InvoiceCredited(
            **facts_of(uow, invoice), adjustment_id=row.id, credit_number=row.number or "", off_minor=row.amount_minor,
            reason=row.reason,
        )
    )  # fmt: skip


def refuse_adjustment(uow: UnitOfWork, *, adjustment_id: UUID, reason: str) -> AdjustmentView:
    """Refuse a proposal of somebody else, and say why. Raises `Forbidden`, `IllegalMove`, `OwnAdjustment`."""
    row, invoice, _ = queries.lock_adjustment(uow, adjustment_id)
    require(policy.can_decide(uow.actor, row))
    advance(
        uow,
        ADJUSTMENT,
        row,
        "refuse",
        facts=queries.adjustment_facts(uow, open_minor=invoice.open_minor, due_on=invoice.due_on),
        reason=reason,
    )
    row.decided_by, row.answer = uow.actor.user_id, reason
    uow.audit("adjustment.refused", "invoice", invoice.id, kind=row.kind, amount_minor=row.amount_minor)
    uow.publish(
        AdjustmentRefused(
            **facts_of(uow, invoice), adjustment_id=row.id, kind=row.kind, off_minor=row.amount_minor, reason=reason,
            proposed_by=row.proposed_by,
        )
    )  # fmt: skip
    uow.session.flush()
    return queries.get_adjustment(uow, adjustment_id=row.id)


def withdraw_adjustment(uow: UnitOfWork, *, adjustment_id: UUID) -> AdjustmentView:
    """Take a proposal back before it was decided. Raises `Forbidden`, `IllegalMove`."""
    row, invoice, _ = queries.lock_adjustment(uow, adjustment_id)
    require(policy.can_withdraw(uow.actor, row))
    advance(uow, ADJUSTMENT, row, "withdraw")
    uow.audit("adjustment.withdrawn", "invoice", invoice.id, kind=row.kind, amount_minor=row.amount_minor)
    uow.session.flush()
    return queries.get_adjustment(uow, adjustment_id=row.id)


def reopen_written_off(uow: UnitOfWork, invoice_ids: Sequence[UUID]) -> None:
    """Take the write-off of locked invoices back, because money has come for them: what was given up is owed again."""
    for invoice_id in sorted(invoice_ids):
        invoice = queries.lock_invoice(uow, invoice_id)
        row = uow.session.exec(
            select(Adjustment)
            .where(
                col(Adjustment.invoice_id) == invoice_id,
                col(Adjustment.kind) == AdjustmentKind.WRITE_OFF,
                col(Adjustment.state) == AdjustmentState.APPROVED,
            )
            .with_for_update()
        ).one()
        if row.txn_id is None:
            raise LookupError(f"write-off {row.id} was never booked")
        reason = "a payment arrived"
        recipes.reverse(uow, txn_id=row.txn_id, reason=reason)
        advance(uow, ADJUSTMENT, row, "reverse", reason=reason)
        invoice.written_off_minor = 0
        advance(uow, INVOICE, invoice, "recover_part" if invoice.paid_minor else "recover", reason=reason)
        uow.publish(InvoiceRecovered(**facts_of(uow, invoice), adjustment_id=row.id))
    uow.session.flush()
