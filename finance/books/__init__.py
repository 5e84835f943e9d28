"""The accountant's ledger: balances, statements and trial balance in words, each line with its document."""
