"""Writes of the room, one file a use case."""

from marketplace.contracts.service.drafting import draft_contract
from marketplace.contracts.service.rescinding import rescind_contract
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

__all__ = [
    "accept_milestone",
    "cancel_contract",
    "declare_first_income",
    "draft_contract",
    "end_free_periods",
    "end_terms",
    "file_statement",
    "rescind_contract",
    "return_technology",
    "settle_obligation",
    "sign_contract",
    "verify_file",
]
