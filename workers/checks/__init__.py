"""Invariants of the whole product, one file each: `check(session) -> list[Violation]`, empty when all is well."""

from workers.checks import (
    acknowledged_is_kept,
    balances_match_entries,
    captures_match_payments,
    clearing_and_bank_agree,
    defaults_hold,
    histories_are_continuous,
    income_is_accounted_for,
    invoices_add_up,
    payables_are_paid_once,
    transactions_balance,
)

INVARIANTS = (
    transactions_balance.check,
    balances_match_entries.check,
    acknowledged_is_kept.check,
    captures_match_payments.check,
    income_is_accounted_for.check,
    invoices_add_up.check,
    histories_are_continuous.check,
    defaults_hold.check,
    payables_are_paid_once.check,
    clearing_and_bank_agree.check,
)
"""I1 to I9 in order, then I11."""
