"""What administrators and auditors rely on: the seals of ledger and audit trail, and the checks that ran."""
