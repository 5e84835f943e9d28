"""Identifiers and their check digits: pure functions, no tables, no clock."""

from marketplace.identifiers.check import IdCheck, IdKind, check_id
from marketplace.identifiers.generate import make_hnte_no, make_patent_no, make_tech_sme_no, make_uscc
from marketplace.identifiers.patents import (
    PatentKind,
    display_patent_no,
    normalize_patent_no,
    patent_check_digit,
    patent_kind,
    patent_problem,
    patent_year,
)
from marketplace.identifiers.reasons import TEXTS, Reason
from marketplace.identifiers.regions import prefecture_name, province_name
from marketplace.identifiers.uscc import organization_code_check, uscc_check_character, uscc_problem

__all__ = [
    "TEXTS",
    "IdCheck",
    "IdKind",
    "PatentKind",
    "Reason",
    "check_id",
    "display_patent_no",
    "make_hnte_no",
    "make_patent_no",
    "make_tech_sme_no",
    "make_uscc",
    "normalize_patent_no",
    "organization_code_check",
    "patent_check_digit",
    "patent_kind",
    "patent_problem",
    "patent_year",
    "prefecture_name",
    "province_name",
    "uscc_check_character",
    "uscc_problem",
]
