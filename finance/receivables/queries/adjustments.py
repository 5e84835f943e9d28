"""Reads of credit notes and write-offs."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.receivables import policy
from finance.receivables.models import Adjustment, Invoice, Obligation
from finance.receivables.queries.invoices import lock_invoice
from finance.receivables.schemas import AdjustmentState, AdjustmentView
from finance.receivables.states import ADJUSTMENT, Facts
from marketplace.core import fsm
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

LINES = 1
"""How many lines an invoice has: it bills one obligation."""

_VIEW = """
SELECT a.id, a.invoice_id, i.number AS invoice_number, a.kind, a.state, a.number, a.amount_minor, a.line, a.reason, a.evidence,
       (a.created_at AT TIME ZONE 'Asia/Shanghai')::date AS proposed_on, coalesce(p.name, '') AS proposed_by_name,
       coalesce(d.name, '') AS decided_by_name, a.approved_on, a.answer,
       i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor AS open_minor, i.due_on
  FROM invoice_adjustment a JOIN invoice i ON i.id = a.invoice_id
  LEFT JOIN user_account p ON p.id = a.proposed_by LEFT JOIN user_account d ON d.id = a.decided_by WHERE
"""


def write_off_from(due_on: date, as_of: date) -> date:
    """Return the first day on which an invoice may be written off, under the rule in force on a day."""
    return due_on + timedelta(days=rulebook.value("write_off_after_late_days", as_of))


def adjustment_facts(uow: UnitOfWork, *, open_minor: int, due_on: date) -> Facts:
    """Return what the guards look at beside the proposal: what is open on its invoice, and since when it may be written off."""
    return Facts(uow.today, uow.actor.user_id, open_minor, write_off_from(due_on, uow.today))


def list_adjustments(
    uow: UnitOfWork, *, invoice_id: UUID | None = None, state: AdjustmentState | None = None
) -> list[AdjustmentView]:
    """Return credit notes and write-offs that the actor may see, the newest first; a firm sees approved ones only."""
    rows = uow.rows(
        f"{_VIEW} {policy.ADJUSTMENT_VISIBLE} AND (CAST(:invoice AS uuid) IS NULL OR a.invoice_id = :invoice)"
        " AND (CAST(:state AS text) IS NULL OR a.state = :state) ORDER BY a.created_at DESC, a.id DESC LIMIT 200",
        invoice=invoice_id,
        state=state,
        **policy.scope(uow.actor),
    )
    return [_view(uow, row) for row in rows]


def get_adjustment(uow: UnitOfWork, *, adjustment_id: UUID) -> AdjustmentView:
    """Return one that the actor may see; raises `NotFound`."""
    rows = uow.rows(
        f"{_VIEW} {policy.ADJUSTMENT_VISIBLE} AND a.id = :id", id=adjustment_id, **policy.scope(uow.actor)
    )
    if not rows:
        raise NotFound(what="adjustment")
    return _view(uow, rows[0])


def _view(uow: UnitOfWork, row: dict[str, Any]) -> AdjustmentView:
    facts = adjustment_facts(uow, open_minor=row.pop("open_minor"), due_on=row.pop("due_on"))
    moves: list[str] = []
    refused: list[fsm.RefusedMove] = []
    adjustment = uow.session.get_one(Adjustment, row["id"])
    if adjustment.state == AdjustmentState.PROPOSED:
        found = fsm.refusals(
            ADJUSTMENT,
            adjustment,
            facts=facts,
            allowed=lambda move: policy.adjustment_step(uow.actor, adjustment, move),
        )
        moves = [move for move, problem in found.items() if problem is None]
        refused = fsm.refused_moves(uow, found)
    return AdjustmentView(**row, moves=moves, refused=refused)


def lock_adjustment(uow: UnitOfWork, adjustment_id: UUID) -> tuple[Adjustment, Invoice, Obligation]:
    """Lock a proposal with its invoice and what that bills, the invoice first; raises `NotFound` for one not to be seen."""
    invoice_id = get_adjustment(uow, adjustment_id=adjustment_id).invoice_id
    invoice = lock_invoice(uow, invoice_id)
    obligation = uow.session.exec(
        select(Obligation)
        .where(col(Obligation.id) == invoice.obligation_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    row = uow.session.exec(
        select(Adjustment)
        .where(col(Adjustment.id) == adjustment_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    return row, invoice, obligation
