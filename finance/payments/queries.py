"""Reads of the room."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from finance.payments import policy
from finance.payments.gateways.bank_transfer import Candidate, StatementLine, best
from finance.payments.models import BankLine, PaymentAttempt
from finance.payments.schemas import (
    BankLineView,
    LineState,
    ParkedNotice,
    PaymentView,
    Suggestion,
    TakenLine,
    UnmatchedSum,
)
from finance.receivables import queries as receivables
from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_PAYMENT = """
SELECT p.id, p.invoice_id, i.number AS invoice_number, p.provider, p.state, p.state_since, p.currency, p.amount_minor,
       p.fee_minor, CASE WHEN p.state = 'requires_action' THEN p.url END AS url, i.firm_id, i.university_id
FROM payment_attempt p JOIN invoice i ON i.id = p.invoice_id WHERE p.id = :id
"""


def get_payment(uow: UnitOfWork, *, payment_id: UUID) -> PaymentView:
    """Return an attempt that the actor may see; raises `NotFound`."""
    rows = uow.rows(_PAYMENT, id=payment_id)
    if not rows or not policy.can_see_payment(
        uow.actor, rows[0].pop("firm_id"), rows[0].pop("university_id")
    ):
        raise NotFound(what="payment")
    return PaymentView(**rows[0])


def lock_attempt(uow: UnitOfWork, attempt_id: UUID) -> PaymentAttempt:
    """Lock an attempt for a change; raises `NotFound`."""
    row = uow.session.exec(
        select(PaymentAttempt)
        .where(col(PaymentAttempt.id) == attempt_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise NotFound(what="payment")
    return row


@dataclass(slots=True)
class Collecting:
    """A locked attempt as far as money that comes in for it needs it; amounts in minor units."""

    id: UUID
    state: str
    state_since: datetime
    invoice_id: UUID
    provider: str
    provider_ref: str | None
    capture_ref: str | None
    amount_minor: int
    currency: str


_COLLECTING = text("""
SELECT id, state, state_since, invoice_id, provider, provider_ref, capture_ref, amount_minor, currency
FROM payment_attempt WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
""")


def lock_collecting(uow: UnitOfWork, attempt_ids: Collection[UUID]) -> list[Collecting]:
    """Lock attempts for which money came in, always in the same order; what is written is written by the service."""
    return [Collecting(**row) for row in uow.rows(_COLLECTING, ids=list(attempt_ids))]


def list_bank_lines(uow: UnitOfWork, *, state: LineState | None, page: int, size: int) -> Page[BankLineView]:
    """Return the receipts on the account of the actor's university, latest first, with suggestions for unmatched ones."""
    require(policy.can_import(uow.actor))
    rows = uow.rows(
        "SELECT id, statement_id, booked_on, amount_minor, payer_name, payer_account, memo, state, how, invoice_id,"
        " count(*) OVER () AS total FROM bank_line WHERE organization_id = :org"
        " AND (CAST(:state AS text) IS NULL OR state = :state) ORDER BY booked_on DESC, id LIMIT :size OFFSET :skip",
        org=uow.actor.organization_id,
        state=state,
        size=size,
        skip=size * (page - 1),
    )
    total = rows[0]["total"] if rows else 0
    unpaid: list[dict[str, Any]] = []
    if uow.actor.organization_id and any(row["state"] == LineState.UNMATCHED for row in rows):
        unpaid = receivables.list_unpaid(uow, university_id=uow.actor.organization_id)
    items = [
        BankLineView(
            **{name: value for name, value in row.items() if name != "total"},
            suggestions=_suggestions(row, unpaid) if row["state"] == LineState.UNMATCHED else [],
        )
        for row in rows
    ]
    return Page(items=items, total=total, page=page, size=size)


def sum_unmatched(uow: UnitOfWork) -> UnmatchedSum:
    """Return what lies unmatched on the account of the actor's university; nothing for who may not match."""
    rows = uow.rows(
        "SELECT count(*) AS count, coalesce(sum(amount_minor), 0)::bigint AS amount_minor, min(booked_on) AS since_on"
        " FROM bank_line WHERE organization_id = :org AND state = 'unmatched' AND :may",
        org=uow.actor.organization_id,
        may=uow.actor.may("bank.match"),
    )
    return UnmatchedSum(**rows[0])


def list_unmatched(
    uow: UnitOfWork, *, university_id: UUID, statement_id: UUID | None = None, line_id: UUID | None = None
) -> list[TakenLine]:
    """Return receipts of a university that nobody has placed yet, oldest first, without asking who reads: for rooms above."""
    rows = uow.rows(
        "SELECT id, account_no, booked_on, amount_minor, payer_name, memo FROM bank_line WHERE organization_id = :university"
        " AND state = 'unmatched' AND (CAST(:imported AS uuid) IS NULL OR statement_id = :imported)"
        " AND (CAST(:line AS uuid) IS NULL OR id = :line) ORDER BY booked_on, id LIMIT 500",
        university=university_id,
        imported=statement_id,
        line=line_id,
    )
    return [TakenLine(**row) for row in rows]


def list_value_days(uow: UnitOfWork, *, source_ids: list[UUID]) -> dict[UUID, date]:
    """Return the bank's own day of those payments that came by bank transfer: a payer is not late because we read late."""
    rows = uow.rows("SELECT id, booked_on FROM bank_line WHERE id = ANY(:ids)", ids=source_ids)
    return {row["id"]: row["booked_on"] for row in rows}


def _suggestions(row: dict[str, Any], unpaid: list[dict[str, Any]]) -> list[Suggestion]:
    line = StatementLine(
        "",
        row["booked_on"],
        row["amount_minor"],
        row["payer_name"],
        row["payer_account"],
        row["memo"],
    )
    invoices = {invoice["id"]: invoice for invoice in unpaid}
    candidates = [
        Candidate(invoice["id"], invoice["reference"], invoice["firm_name"], invoice["open_minor"])
        for invoice in unpaid
    ]
    return [
        Suggestion.model_validate(
            {
                **{
                    name: invoices[candidate.invoice_id][name]
                    for name in ("number", "title", "firm_name", "open_minor", "due_on")
                },
                "invoice_id": candidate.invoice_id,
                "score": score,
                "reasons": reasons,
            }
        )
        for candidate, score, reasons in best(line, candidates)
    ]


def list_parked_notices(uow: UnitOfWork) -> list[ParkedNotice]:
    """Return the notices that wait for a person, oldest first, at most 200; raises `Forbidden`."""
    require(policy.can_replay(uow.actor))
    rows = uow.rows(
        "SELECT id, provider, event_id, kind, object_ref, attempt_id AS payment_id, received_at, tries, last_error"
        " FROM provider_notice WHERE state = 'parked' ORDER BY received_at, id LIMIT 200"
    )
    return [ParkedNotice(**row) for row in rows]


def get_line(uow: UnitOfWork, *, line_id: UUID) -> BankLineView:
    """Return one receipt without suggestions; raises `NotFound` unless it is on the actor's account."""
    row = uow.session.get(BankLine, line_id)
    if row is None or not policy.can_match(uow.actor, row.organization_id):
        raise NotFound(what="bank line")
    facts = {name: getattr(row, name) for name in BankLineView.model_fields if name != "suggestions"}
    return BankLineView(**facts, suggestions=[])


def lock_line(uow: UnitOfWork, line_id: UUID) -> BankLine:
    """Lock a bank line for a change; raises `NotFound` for other organizations' lines."""
    row = uow.session.exec(
        select(BankLine)
        .where(col(BankLine.id) == line_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not (uow.actor.is_system or uow.actor.belongs_to(row.organization_id)):
        raise NotFound(what="bank line")
    return row
