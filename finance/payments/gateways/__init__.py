"""The ways money reaches us: a payment provider, and the bank."""
