"""Writes of the room, one file a use case."""

from marketplace.datarooms.service.asking import ask_access, decline_access, offer_access, withdraw_access
from marketplace.datarooms.service.ending import end_of_listing, expire_accesses, revoke_access, tell_overdue
from marketplace.datarooms.service.filling import add_file, remove_file, set_room
from marketplace.datarooms.service.reading import Delivery, deliver
from marketplace.datarooms.service.signing import sign_undertaking

__all__ = [
    "Delivery",
    "add_file",
    "ask_access",
    "decline_access",
    "deliver",
    "end_of_listing",
    "expire_accesses",
    "offer_access",
    "remove_file",
    "revoke_access",
    "set_room",
    "sign_undertaking",
    "tell_overdue",
    "withdraw_access",
]
