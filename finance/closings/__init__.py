"""Closing a month of a book: what stands in the way, two persons, and what is kept of it."""
