"""What can be booked: one function a business fact, one file a subject.

Each function names its fact by an idempotency key: a second call books nothing and returns the first
transaction; a second call with other amounts raises `LedgerError`. Amounts are minor units above 0.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from finance.ledger.chart import Account, bank, clearing
from finance.ledger.recipes.disputes import (
    clawback_kept,
    clawback_written_off,
    dispute_lost,
    dispute_opened,
    dispute_won,
)
from finance.ledger.recipes.payouts import (
    Share,
    income_split,
    payout_held,
    payout_posted,
    payout_returned,
    payout_voided,
)
from finance.ledger.recipes.posting import reverse
from finance.ledger.recipes.receipts import (
    Capture,
    Issued,
    Settled,
    bank_line_matched,
    bank_line_received,
    cover_paid,
    credit_applied,
    credit_note_issued,
    invoice_issued,
    invoices_issued,
    payment_captured,
    payments_captured,
    provider_fee_charged,
    provider_settled,
    recourse_repaid,
    return_promised,
    return_sent,
    write_off_booked,
)
from finance.ledger.recipes.refunds import (
    debt_reinstated,
    refund_credited,
    refund_posted,
    refund_promised,
)

RECIPES: Mapping[str, Callable[..., int]] = MappingProxyType(
    {
        "invoice_issued": invoice_issued,
        "credit_note_issued": credit_note_issued,
        "write_off_booked": write_off_booked,
        "payment_captured": payment_captured,
        "provider_fee_charged": provider_fee_charged,
        "provider_settled": provider_settled,
        "bank_line_received": bank_line_received,
        "bank_line_matched": bank_line_matched,
        "return_promised": return_promised,
        "return_sent": return_sent,
        "cover_paid": cover_paid,
        "recourse_repaid": recourse_repaid,
        "credit_applied": credit_applied,
        "income_split": income_split,
        "payout_held": payout_held,
        "payout_posted": payout_posted,
        "payout_voided": payout_voided,
        "payout_returned": payout_returned,
        "refund_promised": refund_promised,
        "refund_posted": refund_posted,
        "refund_credited": refund_credited,
        "debt_reinstated": debt_reinstated,
        "dispute_opened": dispute_opened,
        "dispute_won": dispute_won,
        "dispute_lost": dispute_lost,
        "clawback_kept": clawback_kept,
        "clawback_written_off": clawback_written_off,
        "reversal": reverse,
    }
)
"""Every kind of transaction in the books and the function that books it."""

__all__ = [
    "RECIPES",
    "Account",
    "Capture",
    "Issued",
    "Settled",
    "Share",
    "bank",
    "bank_line_matched",
    "bank_line_received",
    "clawback_kept",
    "clawback_written_off",
    "clearing",
    "cover_paid",
    "credit_applied",
    "credit_note_issued",
    "debt_reinstated",
    "dispute_lost",
    "dispute_opened",
    "dispute_won",
    "income_split",
    "invoice_issued",
    "invoices_issued",
    "payment_captured",
    "payments_captured",
    "payout_held",
    "payout_posted",
    "payout_returned",
    "payout_voided",
    "provider_fee_charged",
    "provider_settled",
    "recourse_repaid",
    "refund_credited",
    "refund_posted",
    "refund_promised",
    "return_promised",
    "return_sent",
    "reverse",
    "write_off_booked",
]
