"""Signed licences: text, signatures, facts and schedule."""
