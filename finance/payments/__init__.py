"""Attempts to pay an invoice, what providers and banks say about them, and what is booked for it."""
