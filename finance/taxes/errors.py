"""Refusals of the room."""

from marketplace.core.problems import NotFound


def contract_not_found() -> NotFound:
    """No contract of one's university has this number."""
    return NotFound(what="contract")
