"""Reads of covers and of claims on them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import policy
from finance.defaults.models import Cover, CoverClaim, DefaultCase
from finance.defaults.schemas import CaseState, ClaimState, ClaimView, CoverState, CoverView
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

COVER = """
SELECT v.id, v.state, v.kind, v.contract_id, v.contract_number, v.title, v.firm_id, f.name AS firm_name, v.university_id,
       u.name AS university_name, v.provider_id, p.name AS provider_name, v.policy_number, v.percent_bps, v.cap_minor,
       v.waiting_days, v.from_on, v.until_on, v.file_id, v.declined_reason,
       CAST(v.created_at AT TIME ZONE 'Asia/Shanghai' AS date) AS registered_on
  FROM cover v JOIN organization f ON f.id = v.firm_id JOIN organization u ON u.id = v.university_id
  JOIN organization p ON p.id = v.provider_id
"""
CLAIM = """
SELECT k.id, k.reference, k.state, k.case_id, c.number AS case_number, c.contract_number, c.title, k.cover_id, v.policy_number,
       k.provider_id, p.name AS provider_name, k.university_id, u.name AS university_name, k.firm_id, f.name AS firm_name,
       k.filed_on, k.overdue_minor, k.asked_minor, k.answer_by_on, k.accepted_on, k.pay_by_on, k.refused_reason, k.paid_on,
       k.paid_minor, k.repaid_minor, u.bank_name, u.bank_account
  FROM cover_claim k JOIN default_case c ON c.id = k.case_id JOIN cover v ON v.id = k.cover_id
  JOIN organization p ON p.id = k.provider_id JOIN organization u ON u.id = k.university_id
  JOIN organization f ON f.id = k.firm_id
"""
CLAIMABLE = (CaseState.DEMANDED, CaseState.CURING, CaseState.RESCISSION_OPEN, CaseState.RESCINDED)
"""States of a default in which a claim can be filed: after the demand, the debt still open."""


def list_covers(uow: UnitOfWork, *, contract_id: UUID | None = None) -> list[CoverView]:
    """Return the covers that the actor is a side of, those to be confirmed first, then the newest."""
    rows = uow.rows(
        f"{COVER} WHERE {policy.COVER_VISIBLE} AND (CAST(:contract AS uuid) IS NULL OR v.contract_id = :contract)"
        " ORDER BY v.state = 'proposed' DESC, v.created_at DESC, v.id LIMIT 500",
        contract=contract_id,
        **policy.scope(uow.actor),
    )
    return [_cover(uow, row) for row in rows]


def get_cover(uow: UnitOfWork, *, cover_id: UUID) -> CoverView:
    """Return a cover that the actor is a side of; raises `NotFound`."""
    rows = uow.rows(
        f"{COVER} WHERE {policy.COVER_VISIBLE} AND v.id = :id", id=cover_id, **policy.scope(uow.actor)
    )
    if not rows:
        raise NotFound(what="cover")
    return _cover(uow, rows[0])


def list_covers_of(uow: UnitOfWork, case: DefaultCase, *, may_claim: bool) -> list[CoverView]:
    """Return the covers of a case's contract with the first day of a claim; `claim` stands where one can be filed today."""
    live = {
        row["cover_id"]
        for row in uow.rows(
            "SELECT cover_id FROM cover_claim WHERE case_id = :case AND state NOT IN ('refused', 'dropped')",
            case=case.id,
        )
    }
    found = []
    for view in list_covers(uow, contract_id=case.contract_id):
        first = claimable_on(case, view.waiting_days)
        can = (
            may_claim and view.state == CoverState.CONFIRMED and case.state in CLAIMABLE and view.id not in live
            and first is not None and first <= uow.today
        )  # fmt: skip
        found.append(
            view.model_copy(
                update={"claimable_on": first, "moves": [*view.moves, *(["claim"] if can else [])]}
            )
        )
    return found


def claimable_on(case: DefaultCase, waiting_days: int) -> date | None:
    """Return the first day of a claim: the demand's day and the waiting days of the cover; None before the demand."""
    return case.demanded_on + timedelta(days=waiting_days) if case.demanded_on else None


def _cover(uow: UnitOfWork, row: dict[str, Any]) -> CoverView:
    actor, proposed = uow.actor, row["state"] == CoverState.PROPOSED
    moves = []
    if proposed and actor.belongs_to(row["provider_id"]) and actor.may("cover.answer"):
        moves += ["confirm", "decline"]
    if proposed and actor.belongs_to(row["firm_id"], row["provider_id"]) and actor.may("cover.register"):
        moves.append("attach")
    return CoverView(
        **{name: row[name] for name in CoverView.model_fields if name in row}, claimable_on=None, moves=moves
    )


def list_claims(uow: UnitOfWork, *, case_id: UUID | None = None) -> list[ClaimView]:
    """Return the claims that the actor is a side of, the newest first."""
    rows = uow.rows(
        f"{CLAIM} WHERE {policy.CLAIM_VISIBLE} AND (CAST(:case AS uuid) IS NULL OR k.case_id = :case)"
        " ORDER BY k.state IN ('filed', 'accepted') DESC, k.created_at DESC, k.id LIMIT 500",
        case=case_id,
        **policy.scope(uow.actor),
    )
    return [_claim(uow, row) for row in rows]


def get_claim(uow: UnitOfWork, *, claim_id: UUID) -> ClaimView:
    """Return a claim that the actor is a side of; raises `NotFound`."""
    rows = uow.rows(
        f"{CLAIM} WHERE {policy.CLAIM_VISIBLE} AND k.id = :id", id=claim_id, **policy.scope(uow.actor)
    )
    if not rows:
        raise NotFound(what="claim")
    return _claim(uow, rows[0])


def _claim(uow: UnitOfWork, row: dict[str, Any]) -> ClaimView:
    actor, moves = uow.actor, []
    if actor.belongs_to(row["provider_id"]) and actor.may("cover.answer"):
        moves += ["accept", "refuse"] if row["state"] == ClaimState.FILED else []
        moves += ["repay"] if row["paid_minor"] > row["repaid_minor"] else []
    if (
        row["state"] == ClaimState.ACCEPTED
        and actor.belongs_to(row["university_id"])
        and actor.may("bank.match")
    ):
        moves.append("place")
    return ClaimView(**{name: row[name] for name in ClaimView.model_fields if name in row}, moves=moves)


def find_claim_by_reference(uow: UnitOfWork, references: list[str], *, university_id: UUID) -> UUID | None:
    """Return the accepted claim of a university that one of these references names; None if there is not exactly one."""
    rows = uow.rows(
        "SELECT id FROM cover_claim WHERE reference = ANY(:references) AND university_id = :university AND state = 'accepted'",
        references=references,
        university=university_id,
    )
    return rows[0]["id"] if len(rows) == 1 else None


def lock_cover(uow: UnitOfWork, cover_id: UUID) -> Cover:
    """Lock a cover for a change; raises `NotFound` for who is no side of it."""
    get_cover(uow, cover_id=cover_id)
    statement = select(Cover).where(col(Cover.id) == cover_id).with_for_update()
    return uow.session.exec(statement.execution_options(populate_existing=True)).one()


def lock_claim(uow: UnitOfWork, claim_id: UUID) -> CoverClaim:
    """Lock a claim for a change; raises `NotFound` for who is no side of it."""
    get_claim(uow, claim_id=claim_id)
    statement = select(CoverClaim).where(col(CoverClaim.id) == claim_id).with_for_update()
    return uow.session.exec(statement.execution_options(populate_existing=True)).one()
