"""Writes of the room, one file a subject."""

from finance.applications.service.applying import submit_application, withdraw_application, withdraw_consent
from finance.applications.service.deciding import add_note, move_deal, read_deal, tell_ended_licence
from finance.applications.service.requesting import close_request, open_request, revise_request

__all__ = [
    "add_note",
    "close_request",
    "move_deal",
    "open_request",
    "read_deal",
    "revise_request",
    "submit_application",
    "tell_ended_licence",
    "withdraw_application",
    "withdraw_consent",
]
