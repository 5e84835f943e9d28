"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.bank import policy
from finance.bank.layouts import layouts
from finance.bank.matching import WEIGHTS, Candidate, Receipt, best
from finance.bank.models import BankLine, BankMatch, BankReturn
from finance.bank.schemas import (
    BankLineDetail,
    BankLineView,
    BankMatchView,
    CreditView,
    LineEvent,
    LineState,
    MatchEvidence,
    ReturnState,
    ReturnView,
    StatementView,
    Suggestion,
    TakenLine,
    UnmatchedSum,
)
from finance.receivables import queries as receivables
from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_LINES = """
SELECT l.id, l.statement_id, l.account_no, l.booked_on, l.direction, l.amount_minor, l.amount_minor - l.placed_minor AS left_minor,
       l.payer_name, l.payer_account, l.memo, l.state, l.how, u.name AS owner_name, CAST(:today AS date) - l.booked_on AS age_days,
       count(*) OVER () AS total
  FROM bank_line l LEFT JOIN user_account u ON u.id = l.owner_id WHERE l.organization_id = :org
"""
_OPEN = (LineState.UNMATCHED, LineState.ASKED)


def list_bank_lines(
    uow: UnitOfWork, *, state: LineState | None, page: int, size: int, direction: str = "in"
) -> Page[BankLineView]:
    """Return what came to (or left) the account of the actor's university, latest first, with suggestions for what is open."""
    require(policy.can_import(uow.actor))
    rows = uow.rows(
        f"{_LINES} AND l.direction = :direction AND (CAST(:state AS text) IS NULL OR l.state = :state)"
        " ORDER BY l.booked_on DESC, l.id LIMIT :size OFFSET :skip",
        org=uow.actor.organization_id,
        today=uow.today,
        direction=direction,
        state=state,
        size=size,
        skip=size * (page - 1),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=_views(uow, rows), total=total, page=page, size=size)


def _views(uow: UnitOfWork, rows: list[dict[str, Any]]) -> list[BankLineView]:
    matches: dict[UUID, list[BankMatchView]] = {}
    for match in list_matches(uow, line_ids=[row["id"] for row in rows]):
        matches.setdefault(match[0], []).append(match[1])
    candidates: list[Candidate] = []
    unpaid: dict[UUID, dict[str, Any]] = {}
    university = uow.actor.organization_id
    if university and any(row["state"] == LineState.UNMATCHED and row["direction"] == "in" for row in rows):
        unpaid = {
            invoice["id"]: invoice for invoice in receivables.list_unpaid(uow, university_id=university)
        }
        candidates = _candidates(uow, list(unpaid.values()))
    return [
        BankLineView(
            **{name: value for name, value in row.items() if name != "total"},
            matches=matches.get(row["id"], []),
            suggestions=_suggestions(row, candidates, unpaid) if row["state"] == LineState.UNMATCHED else [],
        )
        for row in rows
    ]


def list_matches(uow: UnitOfWork, *, line_ids: list[UUID]) -> list[tuple[UUID, BankMatchView]]:
    """Return the matches of some lines with the line of each, oldest first, without asking who reads."""
    rows = uow.rows(
        "SELECT m.line_id, m.id, m.invoice_id, i.number AS invoice_number, f.name AS firm_name, m.amount_minor, m.state,"
        " m.state_since, m.how, u.name AS asked_by, coalesce(m.asked_by = :me, false) AS mine, m.reason FROM bank_match m"
        " JOIN invoice i ON i.id = m.invoice_id JOIN organization f ON f.id = i.firm_id LEFT JOIN user_account u ON u.id = m.asked_by"
        " WHERE m.line_id = ANY(:ids) ORDER BY m.created_at, m.id",
        ids=line_ids,
        me=uow.actor.user_id,
    )
    return [(row.pop("line_id"), BankMatchView(**row)) for row in rows]


def _candidates(uow: UnitOfWork, unpaid: list[dict[str, Any]]) -> list[Candidate]:
    sums: dict[UUID, int] = {}
    for invoice in unpaid:
        sums[invoice["firm_id"]] = sums.get(invoice["firm_id"], 0) + invoice["open_minor"]
    accounts: dict[UUID, set[str]] = {}
    for row in uow.rows(
        "SELECT DISTINCT i.firm_id, l.payer_account FROM bank_match m JOIN bank_line l ON l.id = m.line_id"
        " JOIN invoice i ON i.id = m.invoice_id WHERE m.state = 'booked' AND i.firm_id = ANY(:firms) AND l.payer_account <> ''",
        firms=list(sums),
    ):
        accounts.setdefault(row["firm_id"], set()).add(row["payer_account"])
    return [
        Candidate(
            invoice["id"], invoice["reference"], invoice["firm_name"], invoice["open_minor"], sums[invoice["firm_id"]],
            frozenset(accounts.get(invoice["firm_id"], ())),
        )
        for invoice in unpaid
    ]  # fmt: skip


def _suggestions(
    row: dict[str, Any], candidates: list[Candidate], unpaid: dict[UUID, dict[str, Any]]
) -> list[Suggestion]:
    receipt = Receipt(row["left_minor"], row["payer_name"], row["payer_account"], row["memo"])
    found = []
    for candidate, score, features in best(receipt, candidates):
        invoice = unpaid[candidate.invoice_id]
        # several bills come to the receipt together: each takes its own; a lone bill takes all, what is over is credit
        several = "sum_equal" in features and candidate.sum_minor != candidate.open_minor
        found.append(
            Suggestion(
                **{name: invoice[name] for name in ("number", "title", "firm_name", "open_minor", "due_on")},
                invoice_id=candidate.invoice_id,
                score=score,
                amount_minor=min(candidate.open_minor, row["left_minor"]) if several else row["left_minor"],
                evidence=[MatchEvidence(feature=feature, points=WEIGHTS[feature]) for feature in features],
            )
        )
    return found


def get_line(uow: UnitOfWork, *, line_id: UUID) -> BankLineDetail:
    """Return one line with its matches, returns and history; raises `NotFound` unless it is on the actor's account."""
    rows = uow.rows(f"{_LINES} AND l.id = :id", org=uow.actor.organization_id, today=uow.today, id=line_id)
    if not rows or not policy.can_import(uow.actor):
        raise NotFound(what="bank line")
    [view] = _views(uow, rows)
    return BankLineDetail(
        **view.model_dump(),
        returns=list_returns(uow, line_id=line_id),
        history=_history(uow, line_id),
    )


def _history(uow: UnitOfWork, line_id: UUID) -> list[LineEvent]:
    rows = uow.rows(
        "SELECT a.at, a.action, u.name AS actor_name, a.detail FROM audit_entry a LEFT JOIN user_account u ON u.id = a.actor_id"
        " WHERE a.subject_type = 'bank_line' AND a.subject_id = :id ORDER BY a.seq",
        id=line_id,
    )
    return [LineEvent(**row) for row in rows]


def list_returns(
    uow: UnitOfWork, *, line_id: UUID | None = None, state: ReturnState | None = None
) -> list[ReturnView]:
    """Return what goes back to payers from the actor's account, latest first, at most 200; raises `Forbidden`."""
    require(policy.can_import(uow.actor))
    rows = uow.rows(
        "SELECT r.id, r.line_id, r.firm_id, r.account_no, r.amount_minor, r.payee_name, r.payee_account, r.reason, r.state,"
        " r.state_since, u.name AS asked_by, coalesce(r.asked_by = :me, false) AS mine FROM bank_return r"
        " LEFT JOIN user_account u ON u.id = r.asked_by WHERE r.organization_id = :org"
        " AND (CAST(:line AS uuid) IS NULL OR r.line_id = :line) AND (CAST(:state AS text) IS NULL OR r.state = :state)"
        " ORDER BY r.created_at DESC, r.id LIMIT 200",
        org=uow.actor.organization_id,
        me=uow.actor.user_id,
        line=line_id,
        state=state,
    )
    return [ReturnView(**row) for row in rows]


def sum_unmatched(uow: UnitOfWork) -> UnmatchedSum:
    """Return what lies unmatched on the account of the actor's university; nothing for who may not match."""
    rows = uow.rows(
        "SELECT count(*) AS count, coalesce(sum(amount_minor - placed_minor), 0)::bigint AS amount_minor, min(booked_on) AS since_on"
        " FROM bank_line WHERE organization_id = :org AND state = 'unmatched' AND direction = 'in' AND :may",
        org=uow.actor.organization_id,
        may=uow.actor.may("bank.match"),
    )
    return UnmatchedSum(**rows[0])


def list_unmatched(
    uow: UnitOfWork, *, university_id: UUID, statement_id: UUID | None = None, line_id: UUID | None = None
) -> list[TakenLine]:
    """Return receipts of a university that nobody has placed any part of, oldest first, without asking who reads: for rooms above."""
    rows = uow.rows(
        "SELECT id, account_no, booked_on, amount_minor, payer_name, memo FROM bank_line WHERE organization_id = :university"
        " AND state = 'unmatched' AND direction = 'in' AND placed_minor = 0"
        " AND (CAST(:imported AS uuid) IS NULL OR statement_id = :imported)"
        " AND (CAST(:line AS uuid) IS NULL OR id = :line) ORDER BY booked_on, id LIMIT 500",
        university=university_id,
        imported=statement_id,
        line=line_id,
    )
    return [TakenLine(**row) for row in rows]


def list_value_days(uow: UnitOfWork, *, source_ids: list[UUID]) -> dict[UUID, date]:
    """Return the bank's own day of those payments that came by bank transfer: a payer is not late because we read late."""
    rows = uow.rows(
        "SELECT m.id, l.booked_on FROM bank_match m JOIN bank_line l ON l.id = m.line_id WHERE m.id = ANY(:ids)",
        ids=source_ids,
    )
    return {row["id"]: row["booked_on"] for row in rows}


_STATEMENTS = """
SELECT s.id, s.file_name, s.account_no, s.layout, s.from_on, s.to_on, s.opening_minor, s.closing_minor, s.imported_at, s.lines,
       count(l.id) AS new, s.lines - count(l.id) AS known, false AS repeated,
       count(l.id) FILTER (WHERE l.direction = 'in' AND l.state = 'matched') AS matched,
       count(l.id) FILTER (WHERE l.direction = 'in' AND l.state IN ('unmatched', 'asked')) AS unmatched,
       count(l.id) FILTER (WHERE l.direction = 'out') AS sent
  FROM bank_statement s LEFT JOIN bank_line l ON l.statement_id = s.id WHERE s.organization_id = :org
"""


def list_statements(uow: UnitOfWork) -> list[StatementView]:
    """Return the statements of the actor's university, the last imported first, at most 100; raises `Forbidden`."""
    require(policy.can_import(uow.actor))
    rows = uow.rows(
        f"{_STATEMENTS} GROUP BY s.id ORDER BY s.imported_at DESC, s.id LIMIT 100",
        org=uow.actor.organization_id,
    )
    return [_statement(uow, row) for row in rows]


def get_statement(uow: UnitOfWork, *, statement_id: UUID, repeated: bool = False) -> StatementView:
    """Return what an import did, for the room itself; raises `NotFound`."""
    rows = uow.rows(
        f"{_STATEMENTS} AND s.id = :id GROUP BY s.id", org=uow.actor.organization_id, id=statement_id
    )
    if not rows:
        raise NotFound(what="bank line")
    row = rows[0]
    changes = {"repeated": True, "new": 0, "known": row["lines"]} if repeated else {}
    return _statement(uow, row | changes)


def _statement(uow: UnitOfWork, row: dict[str, Any]) -> StatementView:
    names = {layout.id: layout.bank for layout in layouts()}
    bank = names.get(row["layout"])
    name = "CAMT.053" if bank is None else bank.zh if uow.locale == "zh-CN" else bank.en
    return StatementView(**row, bank_name=name)


def get_credit(uow: UnitOfWork, *, university_id: UUID, firm_id: UUID) -> CreditView:
    """Return what is left of a payer's credit with a university; raises `NotFound` for others than the two."""
    if not policy.can_see_credit(uow.actor, university_id, firm_id):
        raise NotFound(what="organization")
    rows = uow.rows(
        "SELECT u.id AS university_id, u.name AS university_name, f.id AS firm_id, f.name AS firm_name"
        " FROM organization u, organization f WHERE u.id = :university AND f.id = :firm",
        university=university_id,
        firm=firm_id,
    )
    if not rows:
        raise NotFound(what="organization")
    return CreditView(**rows[0], credit_minor=credit_left(uow, university_id=university_id, firm_id=firm_id))


def list_credits(uow: UnitOfWork) -> list[CreditView]:
    """Return the credits that the actor's university holds, or that its firm has with universities; none used up."""
    found = (
        receivables.list_excess(uow, organization_id=uow.actor.organization_id)
        if uow.actor.may("invoice.read")
        else []
    )
    views = (get_credit(uow, university_id=university, firm_id=firm) for university, firm in found)
    return [view for view in views if view.credit_minor]


def lock_credit(uow: UnitOfWork, *, university_id: UUID, firm_id: UUID) -> None:
    """Let one transaction at a time change what a payer has with a university, until it ends."""
    uow.take_turns("payer_credit", university_id, firm_id)


def credit_left(uow: UnitOfWork, *, university_id: UUID, firm_id: UUID) -> int:
    """Return in fen what a payer paid a university beyond its invoices, less what was used or is on its way back."""
    [row] = uow.rows(
        "SELECT coalesce(sum(amount_minor), 0)::bigint AS used FROM credit_use WHERE university_id = :university AND firm_id = :firm",
        university=university_id,
        firm=firm_id,
    )
    return receivables.sum_excess(uow, university_id=university_id, firm_id=firm_id) - int(row["used"])


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


def lock_match(uow: UnitOfWork, match_id: UUID) -> tuple[BankLine, BankMatch]:
    """Lock a match and, before it, its line; raises `NotFound` for other organizations' ones."""
    found = uow.session.get(BankMatch, match_id)
    line = lock_line(uow, found.line_id) if found else None
    if found is None or line is None:
        raise NotFound(what="bank line")
    uow.session.refresh(found, with_for_update=True)
    return line, found


def lock_return(uow: UnitOfWork, return_id: UUID) -> BankReturn:
    """Lock a return for a change; raises `NotFound` for other organizations' ones."""
    row = uow.session.exec(
        select(BankReturn)
        .where(col(BankReturn.id) == return_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not (uow.actor.is_system or uow.actor.belongs_to(row.organization_id)):
        raise NotFound(what="payment")
    return row
