"""Writes of the room, one file a use case."""

from marketplace.contracts.service.amending import propose_amendment, sign_amendment, withdraw_amendment
from marketplace.contracts.service.clauses import set_special_clauses
from marketplace.contracts.service.drafting import draft_contract
from marketplace.contracts.service.running import (
    accept_milestone,
    declare_first_income,
    end_free_periods,
    end_terms,
    file_statement,
    return_technology,
    settle_obligation,
)
from marketplace.contracts.service.signing import cancel_contract, sign_contract, verify_file
from marketplace.contracts.service.wet_ink import confirm_scan, reject_scan, upload_scan

__all__ = [
    "accept_milestone",
    "cancel_contract",
    "confirm_scan",
    "declare_first_income",
    "draft_contract",
    "end_free_periods",
    "end_terms",
    "file_statement",
    "propose_amendment",
    "reject_scan",
    "return_technology",
    "set_special_clauses",
    "settle_obligation",
    "sign_amendment",
    "sign_contract",
    "upload_scan",
    "verify_file",
    "withdraw_amendment",
]
