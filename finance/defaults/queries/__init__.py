"""Reads of the room, one file a subject."""

from finance.defaults.queries.cases import (
    claim_late,
    facts_of,
    find_open,
    get_case,
    list_ageing,
    list_cases,
    list_of_invoice,
    list_open_invoices,
    lock_case,
)
from finance.defaults.queries.covers import (
    find_claim_by_reference,
    get_claim,
    get_cover,
    list_claims,
    list_covers,
    lock_claim,
    lock_cover,
)
from finance.defaults.queries.records import get_record, list_records, lock_record

__all__ = [
    "claim_late",
    "facts_of",
    "find_claim_by_reference",
    "find_open",
    "get_case",
    "get_claim",
    "get_cover",
    "get_record",
    "list_ageing",
    "list_cases",
    "list_claims",
    "list_covers",
    "list_of_invoice",
    "list_open_invoices",
    "list_records",
    "lock_case",
    "lock_claim",
    "lock_cover",
    "lock_record",
]
