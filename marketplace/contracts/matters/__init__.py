"""Endpoints of what happens after the signature."""
