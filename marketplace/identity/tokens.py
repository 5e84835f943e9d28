"""The session token and how long it lasts."""

import hashlib

SESSION_HOURS = 12
IDLE_HOURS = 2
SECOND_FACTOR_MINUTES = 15


def hash_token(token: str) -> str:
    """Return what is stored of a session token."""
    return hashlib.sha256(token.encode()).hexdigest()
