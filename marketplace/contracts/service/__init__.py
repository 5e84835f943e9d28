"""Writes of the room, one file a use case."""

from marketplace.contracts.service.amending import propose_amendment, sign_amendment, withdraw_amendment
from marketplace.contracts.service.answering import (
    accept_matter,
    agree_settlement,
    answer_silence,
    propose_settlement,
    record_ruling,
    refuse_matter,
    withdraw_matter,
)
from marketplace.contracts.service.billing import Billed, hold_for_billing, is_still_owed, note_billed
from marketplace.contracts.service.buying_out import declare_buyout, record_transfer
from marketplace.contracts.service.clauses import set_special_clauses
from marketplace.contracts.service.converting import record_conversion
from marketplace.contracts.service.drafting import draft_contract
from marketplace.contracts.service.holding import hold_state
from marketplace.contracts.service.income import assert_first_income, declare_first_income
from marketplace.contracts.service.milestones import accept_milestone, claim_milestone
from marketplace.contracts.service.raising import hand_in_file
from marketplace.contracts.service.recording_rights import record_right_event
from marketplace.contracts.service.reporting import file_use_report, tell_reports
from marketplace.contracts.service.rescinding import rescind_contract
from marketplace.contracts.service.returning import file_certificate, return_technology
from marketplace.contracts.service.running import (
    Receipt,
    end_free_periods,
    end_terms,
    reduce_settlement,
    settle_obligation,
    settle_obligations,
    withdraw_settlement,
)
from marketplace.contracts.service.signing import cancel_contract, sign_contract, verify_file
from marketplace.contracts.service.statements import (
    ask_for_accounts,
    correct_statement,
    file_statement,
)
from marketplace.contracts.service.wet_ink import confirm_scan, reject_scan, upload_scan

__all__ = [
    "Billed",
    "Receipt",
    "accept_matter",
    "accept_milestone",
    "agree_settlement",
    "answer_silence",
    "ask_for_accounts",
    "assert_first_income",
    "cancel_contract",
    "claim_milestone",
    "confirm_scan",
    "correct_statement",
    "declare_buyout",
    "declare_first_income",
    "draft_contract",
    "end_free_periods",
    "end_terms",
    "file_certificate",
    "file_statement",
    "file_use_report",
    "hand_in_file",
    "hold_for_billing",
    "hold_state",
    "is_still_owed",
    "note_billed",
    "propose_amendment",
    "propose_settlement",
    "record_conversion",
    "record_right_event",
    "record_ruling",
    "record_transfer",
    "reduce_settlement",
    "refuse_matter",
    "reject_scan",
    "rescind_contract",
    "return_technology",
    "set_special_clauses",
    "settle_obligation",
    "settle_obligations",
    "sign_amendment",
    "sign_contract",
    "tell_reports",
    "upload_scan",
    "verify_file",
    "withdraw_amendment",
    "withdraw_matter",
    "withdraw_settlement",
]
