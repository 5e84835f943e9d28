"""Writes of the room, one file a use case."""

from marketplace.deals.service.answering import agree_terms, answer_application, reply_to_question
from marketplace.deals.service.applying import (
    revise_draft,
    start_application,
    submit_application,
    withdraw_application,
)
from marketplace.deals.service.clocks import end_applications, release_queued, tell_overdue
from marketplace.deals.service.contracting import attach_contract, close_signed, end_agreed, release_claim

__all__ = [
    "agree_terms",
    "answer_application",
    "attach_contract",
    "close_signed",
    "end_agreed",
    "end_applications",
    "release_claim",
    "release_queued",
    "reply_to_question",
    "revise_draft",
    "start_application",
    "submit_application",
    "tell_overdue",
    "withdraw_application",
]
