"""The English reading copy: the same data as the signed text, marked as a copy in which the Chinese text prevails."""

from typing import Any

from marketplace.core.i18n import Locale
from marketplace.core.money import yuan
from marketplace.documents.english import english_articles
from marketplace.documents.schemas import ContractData, RightData
from marketplace.documents.typesetting import compile_archival
from marketplace.terms import Assumptions, ContractFacts, describe, explain, money, obligations, simulate

_EN: Locale = "en"
_KINDS = {
    "entry_fee": "Entry fee",
    "deferred_fee": "Licence fee",
    "milestone_fee": "Milestone fee",
    "royalty": "Royalty",
    "minimum_royalty": "Minimum royalty",
    "buyout": "Buy-out price",
}
_RIGHTS = {
    "patent": "Patent",
    "application": "Patent application",
    "know_how": "Know-how",
    "software": "Software",
}
NOTICE = (
    "Reading copy in English. It is not signed and creates no rights. The contract is the Chinese text with the number above; "
    "where the two differ, the Chinese text prevails."
)


def render_reading_copy(data: ContractData) -> bytes:
    """Return the English reading copy of a contract as PDF/A-3b; the same data give the same bytes."""
    return compile_archival("reading-2026-11", reading_copy(data))


def reading_copy(data: ContractData) -> dict[str, Any]:
    """Return what the English template is filled with."""
    made = data.made_on
    return {
        "title": "Technology Licence Contract",
        "number": data.number,
        "project": data.project_name,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "terms_hash": data.terms_hash,
        "notice": NOTICE,
        "notice_short": "Reading copy · the Chinese text prevails · 以中文文本为准",
        "recital": _recital(data),
        "parties": [_party(data, i) for i in range(len(data.parties))],
        "articles": [{"title": title, "clauses": clauses} for title, clauses in english_articles(data)],
        "rights": [{"title": right.title, "cells": _right(right)} for right in data.rights],
        **_schedule(data),
        **_example(data),
    }


def _party(data: ContractData, position: int) -> dict[str, Any]:
    party = data.parties[position]
    licensors = sum(p.role == "licensor" for p in data.parties)
    label = "Licensee (乙方)" if party.role == "licensee" else "Licensor (甲方)"
    if party.role == "licensor" and licensors > 1:
        label = f"Licensor {position + 1} (甲方)"
    lines = [["Unified social credit code", party.uscc or "—"], ["Domicile", party.address or "—"]]
    if party.contact:
        lines.append(["Contact", party.contact])
    return {"label": label, "name": party.name, "lines": lines}


def _recital(data: ContractData) -> str:
    licensors = [p.name for p in data.parties if p.role == "licensor"]
    licensee = next(p.name for p in data.parties if p.role == "licensee")
    owns = "owns" if len(licensors) == 1 else "own"
    return (
        f"{', '.join(licensors)} {owns} the results listed in Annex 1, and {licensee} wishes to use them. Under the Civil Code, "
        "the Patent Law and the Law on Promoting the Transformation of Scientific and Technological Achievements of the "
        "People's Republic of China the parties, negotiating as equals, conclude this contract."
    )


def _right(right: RightData) -> list[list[str]]:
    def day(value: Any) -> str:
        return value.isoformat() if value else "—"

    number = "Registration no." if right.kind == "software" else "Application / patent no."
    return [
        ["Kind", _RIGHTS[right.kind]],
        [number, right.number or "—"],
        ["Applicant / owner", right.owner or "—"],
        ["Filed on", day(right.filed_on)],
        ["Granted on", day(right.granted_on)],
        ["In force until", day(right.ends_on)],
    ]


def _schedule(data: ContractData) -> dict[str, Any]:
    owed = obligations(data.sheet, ContractFacts(effective_on=data.made_on))
    return {
        "schedule_note": f"As if the contract took effect on {data.made_on.isoformat()}; with another day all dates move along",
        "schedule": [
            {
                "kind": _KINDS[o.kind],
                "formula": explain(o.formula, _EN),
                "arises": o.arises_on.isoformat() if o.arises_on else "payment condition",
                "due": o.due_on.isoformat() if o.due_on else "under article 5",
                "amount": yuan(o.amount_minor),
            }
            for o in owed
        ],
        "schedule_lines": describe(data.sheet, _EN),
    }


def _example(data: ContractData) -> dict[str, Any]:
    result = simulate(data.sheet, data.sales_minor, assumptions=Assumptions(effective_on=data.made_on))
    rows = [
        [
            str(number),
            yuan(y.sales_minor),
            yuan(y.entry_fee_minor + y.deferred_fee_minor),
            yuan(y.milestone_fee_minor),
            yuan(y.royalty_minor),
            yuan(y.total_minor),
        ]
        for number, y in enumerate(result.years, start=1)
    ]
    sold = sum(y.sales_minor for y in result.years)
    return {
        "example_note": "CNY; sales spread evenly over each year, milestones reached in their planned months",
        "example": rows,
        "example_lines": [
            f"Over three years {money(result.total_minor, _EN)} are payable on assumed sales of {money(sold, _EN)}.",
            f"Without any sales in three years: {money(result.worst_case_minor, _EN)}.",
            "Sales are assumed and bind nobody; the same program computes this example, Annex 2 and the invoices.",
        ],
    }
