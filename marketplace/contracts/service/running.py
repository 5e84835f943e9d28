"""A contract in force: the end of free use, money that arrived, the end of the licence."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Literal, NamedTuple
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlmodel import col, select

from marketplace.contracts import queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractState
from marketplace.contracts.service.converting import finish_conversion
from marketplace.contracts.service.raising import RUNNING, end_contract
from marketplace.contracts.service.reporting import start_reports
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.due import each_due
from marketplace.core.fsm import advance
from marketplace.core.ids import new_id
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.events.contracts import ContractCompleted, FreePeriodEnded
from marketplace.terms import TermSheet, trigger_date


def reach_trigger(uow: UnitOfWork, row: Contract) -> bool:
    """Date the end of free use as far as it is known, and end it once that day has come; tells whether it ended now."""
    sheet = TermSheet.model_validate(row.terms)
    facts = queries.get_facts(uow.as_system(), contract_id=row.id)
    row.free_until_on = trigger_date(sheet, facts)
    start_reports(uow, row)
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
    due = (
        select(Contract)
        .where(Contract.state == ContractState.IN_USE_FREE, col(Contract.free_until_on) <= uow.today)
        .order_by(col(Contract.free_until_on), col(Contract.id))
    )

    return each_due(uow, "end_free_periods", due, partial(reach_trigger, uow), limit=limit)


class Receipt(NamedTuple):
    """A sum (fen) for which an obligation of a contract no longer waits: money that arrived, or a credit note."""

    contract_id: UUID
    key: str
    amount_minor: int
    receipt_id: UUID
    kind: Literal["payment", "credit"] = "payment"


_RECEIPTS = text("""
WITH told AS (
  SELECT * FROM jsonb_to_recordset(CAST(:receipts AS jsonb)) AS receipt(id uuid, contract_id uuid, key text, amount_minor bigint,
                                                                        receipt_id uuid, kind text)
), locked AS (
  SELECT id, state, ended_on, bought_out_on FROM contract WHERE id IN (SELECT contract_id FROM told) ORDER BY id FOR UPDATE
), added AS (
  INSERT INTO contract_settlement (id, version, created_at, contract_id, obligation_key, amount_minor, receipt_id, settled_on, kind)
  SELECT told.id, 1, :now, locked.id, told.key, told.amount_minor, told.receipt_id, :settled_on, told.kind
  FROM told JOIN locked ON locked.id = told.contract_id
  ON CONFLICT (receipt_id, obligation_key) DO NOTHING RETURNING receipt_id, obligation_key)
SELECT locked.id, locked.state, locked.ended_on, locked.bought_out_on, told.receipt_id, added.receipt_id IS NOT NULL AS added
FROM told JOIN locked ON locked.id = told.contract_id
LEFT JOIN added ON (added.receipt_id, added.obligation_key) = (told.receipt_id, told.key)
""")
"""Contracts are locked first, so that two receipts of one never miss each other; of their rows no more is read than is asked."""


_REDUCE = (
    text("DELETE FROM contract_settlement WHERE receipt_id = :receipt AND amount_minor = :amount"),
    text(
        "UPDATE contract_settlement SET version = version + 1, amount_minor = amount_minor - :amount"
        " WHERE receipt_id = :receipt AND amount_minor > :amount"
    ),
)


def settle_obligation(
    uow: UnitOfWork, *, contract_id: UUID, key: str, amount_minor: int, receipt_id: UUID, settled_on: date
) -> bool:
    """Count money (fen) that arrived for an obligation; the same receipt counts once. For the room of payments.

    Returns False for a receipt that was counted before. Completes the contract when it was the last sum of an ended licence.
    """
    receipt = Receipt(contract_id, key, amount_minor, receipt_id)
    return receipt_id in settle_obligations(uow, [receipt], settled_on=settled_on)


def settle_obligations(uow: UnitOfWork, receipts: Sequence[Receipt], *, settled_on: date) -> set[UUID]:
    """Do what `settle_obligation` does for many receipts at once; returns those that were not counted before."""
    rows = orjson.dumps([{"id": new_id(), **receipt._asdict()} for receipt in receipts]).decode()
    facts = {"receipts": rows, "now": uow.now, "settled_on": settled_on}
    found = uow.session.connection().execute(_RECEIPTS, facts).all()
    if len(found) < len(receipts):
        raise NotFound(what="contract")
    for row in found:
        if row.added and row.state in RUNNING and (row.ended_on or row.bought_out_on):
            _finish_if_paid(uow, queries.lock_visible(uow.as_system(), row.id))
    return {row.receipt_id for row in found if row.added}


def withdraw_settlement(uow: UnitOfWork, *, contract_id: UUID, receipt_id: UUID) -> bool:
    """Count a receipt no longer, because it was matched wrongly; False, and nothing changed, once payment ended the contract.

    For the room of bank receipts, which keeps the reason.
    """
    contract = queries.lock_visible(uow.as_system(), contract_id)
    if contract.state in (ContractState.COMPLETED, ContractState.CONVERTED):
        return False
    uow.session.connection().execute(
        text("DELETE FROM contract_settlement WHERE contract_id = :contract AND receipt_id = :receipt"),
        {"contract": contract_id, "receipt": receipt_id},
    )
    return True


def reduce_settlement(uow: UnitOfWork, *, contract_id: UUID, receipt_id: UUID, amount_minor: int) -> None:
    """Count less of a receipt (fen), because so much of it went back to the firm. For the room of refunds.

    The money has gone, so this is never refused: a contract that payment completed stays so, and the sum is owed again.
    """
    queries.lock_visible(uow.as_system(), contract_id)
    for statement in _REDUCE:
        uow.session.connection().execute(statement, {"receipt": receipt_id, "amount": amount_minor})


def end_terms(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Complete contracts whose licence has ended and whose sums are paid; returns how many."""
    due = (
        select(Contract)
        .where(
            col(Contract.state).in_(RUNNING),
            col(Contract.ends_on) <= uow.today,
            col(Contract.ended_on).is_(None),
            col(Contract.bought_out_on).is_(None),
        )
        .order_by(col(Contract.ends_on), col(Contract.id))
    )

    def end(row: Contract) -> None:
        row.ended_on = row.ends_on
        deals.release_claim(uow, deal_id=row.deal_id)
        _finish_if_paid(uow, row)

    return each_due(uow, "end_contract_terms", due, end, limit=limit)


def _finish_if_paid(uow: UnitOfWork, row: Contract) -> None:
    if row.state not in RUNNING or (row.ended_on is None and row.bought_out_on is None):
        return
    uow.session.flush()
    owed = queries.list_obligations(uow.as_system(), contract_id=row.id)
    if row.bought_out_on is not None:
        if all(o.done for o in owed if o.kind == "buyout"):
            finish_conversion(uow, row, "buyout", row.bought_out_on)
    elif row.ended_on and all(o.done for o in owed if o.arises_on is not None):
        advance(uow, CONTRACT, row, "complete", facts=Facts(uow.today))
        end_contract(uow, row, row.ended_on)
        announce(uow, row, ContractCompleted, ended_on=row.ended_on)
        uow.session.flush()
