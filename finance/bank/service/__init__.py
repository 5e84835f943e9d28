"""Writes of the room, one file a use: importing, placing, returning, crediting."""

from finance.bank.service.crediting import use_credit
from finance.bank.service.importing import import_statement
from finance.bank.service.placing import (
    confirm_match,
    decline_match,
    match_line,
    own_line,
    set_aside,
    take_line,
    undo_match,
)
from finance.bank.service.returning import (
    approve_return,
    ask_credit_return,
    ask_line_return,
    decline_return,
    return_refund,
)

__all__ = [
    "approve_return",
    "ask_credit_return",
    "ask_line_return",
    "confirm_match",
    "decline_match",
    "decline_return",
    "import_statement",
    "match_line",
    "own_line",
    "return_refund",
    "set_aside",
    "take_line",
    "undo_match",
    "use_credit",
]
