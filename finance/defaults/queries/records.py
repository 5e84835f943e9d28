"""Reads of credit records."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import policy
from finance.defaults.models import CreditRecord, DefaultCase
from finance.defaults.schemas import CaseState, ClaimState, ClaimView, RecordState, RecordView
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

RECORD = """
SELECT r.id, r.state, r.case_id, c.number AS case_number, c.state AS case_state, c.contract_number, r.firm_id, f.name AS firm_name,
       r.university_id, u.name AS university_name, r.zone_id, z.name AS zone_name, r.announced_on, r.objection_until_on,
       r.objection, r.objected_on, r.answer, r.issued_on, r.overdue_minor, r.content_sha256, r.file_id, r.receipt_number,
       r.received_on, c.title
  FROM credit_record r JOIN default_case c ON c.id = r.case_id JOIN organization f ON f.id = r.firm_id
  JOIN organization u ON u.id = r.university_id JOIN organization z ON z.id = r.zone_id
"""


def list_records(uow: UnitOfWork, *, state: RecordState | None = None) -> list[RecordView]:
    """Return the credit records that the actor may know of, those still on their way first, then the newest."""
    rows = uow.rows(
        f"{RECORD} WHERE {policy.RECORD_VISIBLE} AND (CAST(:state AS text) IS NULL OR r.state = :state)"
        " ORDER BY r.state IN ('received', 'withdrawn'), r.state_since DESC, r.id LIMIT 500",
        state=state,
        **policy.record_scope(uow.actor),
    )
    return [_record(uow, row) for row in rows]


def get_record(uow: UnitOfWork, *, record_id: UUID) -> RecordView:
    """Return a credit record that the actor may know of; raises `NotFound`."""
    rows = uow.rows(
        f"{RECORD} WHERE {policy.RECORD_VISIBLE} AND r.id = :id",
        id=record_id,
        **policy.record_scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="credit record")
    return _record(uow, rows[0])


def of_case(uow: UnitOfWork, case_id: UUID) -> RecordView | None:
    """Return the credit record of a case as far as the actor may know of it."""
    rows = uow.rows(
        f"{RECORD} WHERE {policy.RECORD_VISIBLE} AND r.case_id = :id",
        id=case_id,
        **policy.record_scope(uow.actor),
    )
    return _record(uow, rows[0]) if rows else None


def may_announce(case: DefaultCase, claims: list[ClaimView]) -> bool:
    """Tell whether the default stands: the time to pay is over, the contract rescinded, or a cover has paid."""
    stands = case.state in (CaseState.RESCISSION_OPEN, CaseState.RESCINDED)
    return stands or any(claim.state == ClaimState.PAID for claim in claims)


def _record(uow: UnitOfWork, row: dict[str, Any]) -> RecordView:
    actor, state, moves = uow.actor, row["state"], []
    if state == RecordState.ANNOUNCED and actor.belongs_to(row["firm_id"]) and actor.may("default.answer"):
        moves.append("object")
    if actor.belongs_to(row["university_id"]) and actor.may("default.act"):
        moves += ["answer"] if state == RecordState.OBJECTED else []
    if state == RecordState.ISSUED and actor.belongs_to(row["zone_id"]) and actor.may("credit.read"):
        moves.append("receive")
    return RecordView(**{name: row[name] for name in RecordView.model_fields if name in row}, moves=moves)


def lock_record(uow: UnitOfWork, record_id: UUID) -> CreditRecord:
    """Lock a credit record for a change; raises `NotFound` for who may not know of it."""
    get_record(uow, record_id=record_id)
    statement = select(CreditRecord).where(col(CreditRecord.id) == record_id).with_for_update()
    return uow.session.exec(statement.execution_options(populate_existing=True)).one()
