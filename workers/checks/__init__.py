"""Invariants of the whole product, one file each: `check(session) -> list[Violation]`, empty when all is well."""

from workers.checks import (
    acknowledged_is_kept,
    balances_match_entries,
    captures_match_payments,
    chains_verify,
    clearing_and_bank_agree,
    closed_months_hold,
    defaults_hold,
    histories_are_continuous,
    income_is_accounted_for,
    invoices_add_up,
    nothing_is_below_its_floor,
    payables_are_paid_once,
    search_equals_database,
    signed_files_are_kept,
    transactions_balance,
)
from workers.checks.invariant import DAY, Invariant

INVARIANTS = (
    Invariant("I1", transactions_balance.check, ("ledger_txn", "ledger_entry")),
    Invariant("I2", balances_match_entries.check, ("ledger_account", "ledger_entry")),
    Invariant(
        "I3", acknowledged_is_kept.check, ("invoice_payment", "contract_settlement", "provider_notice")
    ),
    Invariant("I4", captures_match_payments.check, ("payment_attempt", "bank_match")),
    Invariant("I5", income_is_accounted_for.check, ("invoice_payment", "distribution_share")),
    Invariant("I6", invoices_add_up.check, ("invoice", "invoice_adjustment")),
    Invariant("I7", histories_are_continuous.check, ("state_change",)),
    Invariant("I8", defaults_hold.check, ("cover_claim", "obligation")),
    Invariant("I9", payables_are_paid_once.check, ("distribution_share", "payout")),
    Invariant("I10", chains_verify.check, ("chain_seal",)),
    Invariant("I11", clearing_and_bank_agree.check, ("bank_line", "provider_movement")),
    Invariant("I12", signed_files_are_kept.check, ("contract_document",), every=DAY),
    Invariant("I13", search_equals_database.check, ("listing",)),
    Invariant("I14", nothing_is_below_its_floor.check, ("ledger_account", "invoice")),
    Invariant("I15", closed_months_hold.check, ("month_closing",)),
)
"""In order."""
