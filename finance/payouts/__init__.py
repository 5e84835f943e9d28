"""Money that is owed to payees, paid out by bank: batches of two persons, files for the bank, what came back."""
