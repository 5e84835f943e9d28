"""Writes of the room, one file a subject."""

from finance.receivables.papers import typeset_invoice
from finance.receivables.service.adjusting import (
    approve_adjustment,
    propose_credit_note,
    propose_write_off,
    refuse_adjustment,
    withdraw_adjustment,
)
from finance.receivables.service.billing import (
    bill_late_interest,
    raise_due_invoices,
    send_due_reminders,
)
from finance.receivables.service.issuing import LADDER_DAYS
from finance.receivables.service.planning import plan_obligations
from finance.receivables.service.refunding import (
    credit_refunded,
    lose_disputed,
    note_disputed,
    take_back_payment,
)
from finance.receivables.service.settling import (
    Payment,
    apply_payment,
    apply_payments,
    withdraw_payment,
)
from finance.receivables.service.taxing import ask_tax_invoice, decline_tax_invoice, issue_tax_invoice

__all__ = [
    "LADDER_DAYS",
    "Payment",
    "apply_payment",
    "apply_payments",
    "approve_adjustment",
    "ask_tax_invoice",
    "bill_late_interest",
    "credit_refunded",
    "decline_tax_invoice",
    "issue_tax_invoice",
    "lose_disputed",
    "note_disputed",
    "plan_obligations",
    "propose_credit_note",
    "propose_write_off",
    "raise_due_invoices",
    "refuse_adjustment",
    "send_due_reminders",
    "take_back_payment",
    "typeset_invoice",
    "withdraw_adjustment",
    "withdraw_payment",
]
