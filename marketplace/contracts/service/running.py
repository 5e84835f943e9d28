"""A contract in force: income, milestones, the end of free use, money that arrived, the end of the licence."""

from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from marketplace.contracts import policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import (
    DateOutOfRange,
    FirstIncomeKnown,
    NoRoyalty,
    NoSuchMilestone,
    NotAReportPeriod,
)
from marketplace.contracts.models import Contract, ContractMilestone, ContractStatement
from marketplace.contracts.schemas import ContractState, ContractView, NewMilestone, NewStatement
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.events.contracts import (
    ContractCompleted,
    FirstIncomeDeclared,
    FreePeriodEnded,
    IncomeReported,
    MilestoneAccepted,
    TechnologyReturned,
)
from marketplace.terms import TermSheet, licence_end, report_periods, trigger_date

_RUNNING = (ContractState.IN_USE_FREE, ContractState.PAYING)


def _require_running(uow: UnitOfWork, row: Contract, move: Text) -> date:
    """Return the day of effect of a running contract; raises `IllegalMove` for any other."""
    if row.state not in _RUNNING or row.effective_on is None:
        raise IllegalMove(state=CONTRACT.states[row.state].in_(uow.locale), move=move.in_(uow.locale))
    return row.effective_on


def _require_date(uow: UnitOfWork, day: date, effective_on: date) -> None:
    if not effective_on <= day <= uow.today:
        raise DateOutOfRange(earliest=effective_on, latest=uow.today)


def declare_first_income(uow: UnitOfWork, *, contract_id: UUID, first_income_on: date) -> ContractView:
    """Record the day of first income; free use ends when the terms say so. The same day again changes nothing.

    Raises `DateOutOfRange`, `FirstIncomeKnown`, `IllegalMove`; announces `FirstIncomeDeclared`, `FreePeriodEnded`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    if row.first_income_on == first_income_on:
        return queries.get_contract(uow, contract_id=contract_id)
    effective_on = _require_running(uow, row, Text("申报首次收入", "Declare first income"))
    if row.first_income_on is not None:
        raise FirstIncomeKnown(first_income_on=row.first_income_on)
    _require_date(uow, first_income_on, effective_on)
    row.first_income_on = first_income_on
    uow.audit("contract.first_income", "contract", row.id, on=first_income_on.isoformat())
    announce(uow, row, FirstIncomeDeclared, first_income_on=first_income_on)
    uow.session.flush()
    reach_trigger(uow, row)
    return queries.get_contract(uow, contract_id=contract_id)


def accept_milestone(uow: UnitOfWork, *, contract_id: UUID, milestone: NewMilestone) -> ContractView:
    """Record that a milestone was reached. Raises `NoSuchMilestone`, `DateOutOfRange`, `IllegalMove`."""
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_accept_milestone(uow.actor, row))
    effective_on = _require_running(uow, row, Text("确认里程碑", "Accept a milestone"))
    _require_date(uow, milestone.reached_on, effective_on)
    sheet = TermSheet.model_validate(row.terms)
    agreed = next((m for m in sheet.milestones if m.key == milestone.key), None)
    facts = queries.get_facts(uow.as_system(), contract_id=contract_id)
    if agreed is None or facts.reached_on(milestone.key) is not None:
        raise NoSuchMilestone
    uow.session.add(
        ContractMilestone(
            contract_id=row.id, accepted_by=uow.actor.user_id, accepted_at=uow.now, **milestone.model_dump()
        )
    )
    uow.audit("contract.milestone", "contract", row.id, key=milestone.key)
    announce(
        uow, row, MilestoneAccepted, key=agreed.key, milestone=agreed.name, reached_on=milestone.reached_on
    )
    uow.session.flush()
    reach_trigger(uow, row)
    return queries.get_contract(uow, contract_id=contract_id)


def file_statement(uow: UnitOfWork, *, contract_id: UUID, statement: NewStatement) -> ContractView:
    """Report the income of one ended reporting period. The same statement again changes nothing.

    Raises `NoRoyalty`, `NotAReportPeriod`, `IllegalMove`; announces `IncomeReported`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    _require_running(uow, row, Text("报告收入", "Report income"))
    sheet = TermSheet.model_validate(row.terms)
    if sheet.royalty is None:
        raise NoRoyalty
    facts = queries.get_facts(uow.as_system(), contract_id=contract_id)
    if any(s.model_dump() == statement.model_dump() for s in facts.statements):
        return queries.get_contract(uow, contract_id=contract_id)
    trigger_on, end_on = trigger_date(sheet, facts), licence_end(sheet, facts)
    reported = {s.from_on for s in facts.statements}
    periods = list(report_periods(sheet, trigger_on, end_on)) if trigger_on and end_on else []
    due = [(start, end) for start, end in periods if end <= uow.today and start not in reported]
    if (statement.from_on, statement.to_on) not in due:
        raise NotAReportPeriod(periods="、".join(f"{a} – {b}" for a, b in due) or "—")
    uow.session.add(
        ContractStatement(
            contract_id=row.id, filed_by=uow.actor.user_id, filed_at=uow.now, **statement.model_dump()
        )
    )
    uow.audit("contract.statement", "contract", row.id, from_on=statement.from_on.isoformat())
    announce(uow, row, IncomeReported, from_on=statement.from_on, to_on=statement.to_on)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def reach_trigger(uow: UnitOfWork, row: Contract) -> bool:
    """Date the end of free use as far as it is known, and end it once that day has come; tells whether it ended now."""
    sheet = TermSheet.model_validate(row.terms)
    facts = queries.get_facts(uow.as_system(), contract_id=row.id)
    row.free_until_on = trigger_date(sheet, facts)
    ended = (
        row.state == ContractState.IN_USE_FREE
        and row.free_until_on is not None
        and row.free_until_on <= uow.today
    )
    if ended:
        advance(uow, CONTRACT, row, "end_free_period", facts=Facts(uow.today))
        announce(uow, row, FreePeriodEnded, trigger_on=row.free_until_on)
    uow.session.flush()
    return ended


def end_free_periods(uow: UnitOfWork, *, limit: int = 200) -> int:
    """End free use where its day has come, earliest first; returns how many. Driven by rows that are due."""
    rows = uow.session.exec(
        select(Contract)
        .where(Contract.state == ContractState.IN_USE_FREE, col(Contract.free_until_on) <= uow.today)
        .order_by(col(Contract.free_until_on), col(Contract.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    return sum(reach_trigger(uow, row) for row in rows)


def return_technology(uow: UnitOfWork, *, contract_id: UUID, reason: str) -> ContractView:
    """Give the technology back within the free period: nothing deferred is owed. Raises `FreePeriodOver`."""
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    sheet = TermSheet.model_validate(row.terms)
    until = queries.return_until(row.effective_on, sheet)
    advance(uow, CONTRACT, row, "return", facts=Facts(uow.today, return_until=until), reason=reason)
    row.ended_on = uow.today
    deals.release_claim(uow, deal_id=row.deal_id)
    uow.audit("contract.returned", "contract", row.id)
    announce(uow, row, TechnologyReturned, ended_on=uow.today, reason=reason)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


_RECEIPT = text("""
WITH locked AS (SELECT id, state, ended_on FROM contract WHERE id = :contract_id FOR UPDATE), added AS (
  INSERT INTO contract_settlement (id, version, created_at, contract_id, obligation_key, amount_minor, receipt_id, settled_on)
  SELECT :id, 1, :now, locked.id, :obligation_key, :amount_minor, :receipt_id, :settled_on FROM locked
  ON CONFLICT (receipt_id, obligation_key) DO NOTHING RETURNING contract_id)
SELECT locked.state, locked.ended_on, added.contract_id IS NOT NULL AS added
FROM locked LEFT JOIN added ON added.contract_id = locked.id
""")
"""The contract is locked first, so that two receipts of it never miss each other; of its row no more is read than is asked."""


def settle_obligation(
    uow: UnitOfWork, *, contract_id: UUID, key: str, amount_minor: int, receipt_id: UUID, settled_on: date
) -> bool:
    """Count money (fen) that arrived for an obligation; the same receipt counts once. For the room of payments.

    Returns False for a receipt that was counted before. Completes the contract when it was the last sum of an ended licence.
    """
    receipt = {
        "id": new_id(), "now": uow.now, "contract_id": contract_id, "obligation_key": key, "amount_minor": amount_minor,
        "receipt_id": receipt_id, "settled_on": settled_on,
    }  # fmt: skip
    found = uow.session.connection().execute(_RECEIPT, receipt).one_or_none()
    if found is None:
        raise NotFound(what="contract")
    if found.added and found.ended_on is not None and found.state in _RUNNING:
        _complete_if_done(uow, queries.lock_visible(uow.as_system(), contract_id))
    return bool(found.added)


def end_terms(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Complete contracts whose licence has ended and whose sums are paid; returns how many."""
    rows = uow.session.exec(
        select(Contract)
        .where(
            col(Contract.state).in_(_RUNNING),
            col(Contract.ends_on) <= uow.today,
            col(Contract.ended_on).is_(None),
        )
        .order_by(col(Contract.ends_on), col(Contract.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.ended_on = row.ends_on
        deals.release_claim(uow, deal_id=row.deal_id)
        _complete_if_done(uow, row)
    uow.session.flush()
    return len(rows)


def _complete_if_done(uow: UnitOfWork, row: Contract) -> None:
    if row.ended_on is None or row.state not in _RUNNING:
        return
    uow.session.flush()
    owed = queries.list_obligations(uow.as_system(), contract_id=row.id)
    if all(o.settled_minor >= o.amount_minor for o in owed if o.arises_on is not None):
        advance(uow, CONTRACT, row, "complete", facts=Facts(uow.today))
        announce(uow, row, ContractCompleted, ended_on=row.ended_on)
        uow.session.flush()
