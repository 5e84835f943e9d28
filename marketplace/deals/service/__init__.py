"""Writes of the room, one file a use case."""

from marketplace.deals.service.agreeing import end_notices
from marketplace.deals.service.answering import agree_terms, answer_application, reply_to_question
from marketplace.deals.service.applying import (
    revise_draft,
    start_application,
    submit_application,
    withdraw_application,
)
from marketplace.deals.service.clocks import end_applications, release_queued, tell_overdue
from marketplace.deals.service.contracting import attach_contract, close_signed, end_agreed, release_claim
from marketplace.deals.service.managing import (
    accept_commission,
    end_commission,
    invite_manager,
    record_contribution,
)
from marketplace.deals.service.noticing import raise_objection, settle_objection
from marketplace.deals.service.offering import accept_offer, preview_offer, propose_offer, refuse_offer

__all__ = [
    "accept_commission",
    "accept_offer",
    "agree_terms",
    "answer_application",
    "attach_contract",
    "close_signed",
    "end_agreed",
    "end_applications",
    "end_commission",
    "end_notices",
    "invite_manager",
    "preview_offer",
    "propose_offer",
    "raise_objection",
    "record_contribution",
    "refuse_offer",
    "release_claim",
    "release_queued",
    "reply_to_question",
    "revise_draft",
    "settle_objection",
    "start_application",
    "submit_application",
    "tell_overdue",
    "withdraw_application",
]
