"""Double entry: accounts, transactions, entries. Knows no room and has no routes."""
