"""Reads of defaults. Lists are one statement; every read of an actor goes through `policy.CASE_VISIBLE`."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import next_steps, policy
from finance.defaults.models import DefaultCase
from finance.defaults.queries import covers, records, sums, timeline
from finance.defaults.schemas import Ageing, CaseBrief, CaseState, CaseView, LateSum
from finance.defaults.states import DEFAULT, OPEN, Facts
from finance.receivables import queries as receivables
from finance.receivables.schemas import LateInvoice
from marketplace.core import fsm
from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

BRIEF = f"""
SELECT c.id, c.number, c.state, c.state_since, c.contract_id, c.contract_number, c.title, c.university_id, u.name AS university_name,
       c.firm_id, f.name AS firm_name, c.opened_on, c.demanded_on, c.delivered_on, c.cure_until_on, c.ended_on,
       coalesce(p.name, '') AS owner_name, coalesce(o.open_minor, 0) AS open_minor,
       coalesce(c.ended_on, :today) - o.due_on AS days_late, o.due_on
  FROM default_case c JOIN organization u ON u.id = c.university_id JOIN organization f ON f.id = c.firm_id
  LEFT JOIN user_account p ON p.id = c.owner_id
  LEFT JOIN LATERAL (SELECT sum({receivables.OWED})::bigint AS open_minor, min(d.due_on) AS due_on
       FROM default_invoice d JOIN invoice i ON i.id = d.invoice_id JOIN obligation o ON o.id = i.obligation_id WHERE d.case_id = c.id) o ON true
"""  # noqa: S608 - constants
_BUCKETS: tuple[tuple[Literal["to_30", "to_60", "to_90", "over_90"], int, int | None], ...] = (
    ("to_30", 1, 30),
    ("to_60", 31, 60),
    ("to_90", 61, 90),
    ("over_90", 91, None),
)


def list_cases(
    uow: UnitOfWork, *, state: CaseState | None = None, open_only: bool = False, contract_id: UUID | None = None,
    invoice_id: UUID | None = None, page: int = 1, size: int = 20,
) -> Page[CaseBrief]:  # fmt: skip
    """Return the defaults that the actor may know of: open ones first, the longest late first."""
    rows = uow.rows(
        f"SELECT *, count(*) OVER () AS total FROM ({BRIEF} WHERE {policy.CASE_VISIBLE}"  # noqa: S608 - constants
        " AND (CAST(:state AS text) IS NULL OR c.state = :state) AND (NOT :open_only OR c.state = ANY(:open))"
        " AND (CAST(:contract AS uuid) IS NULL OR c.contract_id = :contract)"
        " AND (CAST(:invoice AS uuid) IS NULL OR EXISTS (SELECT 1 FROM default_invoice d"
        "      WHERE d.case_id = c.id AND d.invoice_id = :invoice))) c"
        " ORDER BY c.state = ANY(:open) DESC, c.due_on, c.id LIMIT :size OFFSET :skip",
        today=uow.today,
        state=state,
        open_only=open_only,
        open=list(OPEN),
        contract=contract_id,
        invoice=invoice_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    return paged(rows, lambda row: _brief(uow, row), page=page, size=size)


def _brief(uow: UnitOfWork, row: dict[str, Any]) -> CaseBrief:
    step = next_steps.of_case(row).shown(uow.locale)
    return CaseBrief(**{name: row[name] for name in CaseBrief.model_fields if name in row}, next=step)


def list_ageing(uow: UnitOfWork) -> list[Ageing]:
    """Return what is open in the actor's defaults by how long it is late, the youngest first; every step is there."""
    rows = uow.rows(
        f"SELECT c.days_late, c.open_minor FROM ({BRIEF} WHERE {policy.CASE_VISIBLE} AND c.state = ANY(:open)) c",  # noqa: S608 - constants
        today=uow.today,
        open=list(OPEN),
        **policy.scope(uow.actor),
    )
    found = []
    for bucket, least, most in _BUCKETS:
        inside = [
            row for row in rows if row["days_late"] >= least and (most is None or row["days_late"] <= most)
        ]
        found.append(
            Ageing(bucket=bucket, cases=len(inside), open_minor=sum(row["open_minor"] for row in inside))
        )
    return found


def get_case(uow: UnitOfWork, *, case_id: UUID) -> CaseView:
    """Return a whole default that the actor may know of; raises `NotFound`."""
    rows = uow.rows(
        f"{BRIEF} WHERE {policy.CASE_VISIBLE} AND c.id = :id",
        today=uow.today,
        id=case_id,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="default case")
    case = uow.session.get_one(DefaultCase, case_id)
    late = sums.of_case(uow.as_system(), case)
    shortest = rulebook.value("demand_cure_days", uow.today)
    found = fsm.refusals(
        DEFAULT,
        case,
        facts=facts_of(uow, case, late),
        allowed=lambda move: policy.case_step(uow.actor, case, move),
    )
    moves = [move for move, problem in found.items() if problem is None]
    claims = covers.list_claims(uow, case_id=case_id)
    record = records.of_case(uow, case_id)
    may_act = bool(policy.can_act(uow.actor, case))
    if may_act and record is None and records.may_announce(case, claims):
        moves.append("announce_credit")
    if may_act and case.state in OPEN and case.owner_id != uow.actor.user_id:
        moves.append("take")
    names = {name: getattr(case, name) for name in CaseView.model_fields if hasattr(case, name)}
    return CaseView(
        **names | _brief(uow, rows[0]).model_dump(),
        shortest_cure_days=shortest,
        interest_minor=sum(one.interest_minor for one in late),
        sums=late,
        covers=covers.list_covers_of(uow, case, may_claim=may_act),
        claims=claims,
        record=record,
        timeline=timeline.build(uow, case, claims, record),
        moves=moves,
        refused=fsm.refused_moves(uow, found),
    )


def facts_of(uow: UnitOfWork, case: DefaultCase, late: Sequence[LateSum]) -> Facts:
    """Return what the guards look at: since when a demand is possible, counted from the oldest open invoice."""
    days = rulebook.value("demand_after_late_days", uow.today)
    oldest = min((one.due_on for one in late if one.open_minor), default=case.opened_on - timedelta(days=1))
    return Facts(today=uow.today, demand_from=oldest + timedelta(days=days))


def lock_case(uow: UnitOfWork, case_id: UUID) -> DefaultCase:
    """Lock a default for a change; raises `NotFound` for one that the actor may not know of."""
    seen = uow.rows(
        f"SELECT c.id FROM default_case c WHERE c.id = :id AND {policy.CASE_VISIBLE}",  # noqa: S608 - constants
        id=case_id,
        **policy.scope(uow.actor),
    )
    if not seen:
        raise NotFound(what="default case")
    return uow.session.exec(
        select(DefaultCase)
        .where(col(DefaultCase.id) == case_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


_LATE = f"""
SELECT i.id, i.contract_id FROM invoice i JOIN obligation o ON o.id = i.obligation_id
 WHERE {receivables.TO_PAY} AND i.due_on < :today AND i.kind <> 'late_interest'
   AND NOT EXISTS (SELECT 1 FROM default_case c WHERE c.contract_id = i.contract_id
       AND c.state IN ('demanded', 'curing', 'rescission_open', 'rescinded'))
   AND NOT EXISTS (SELECT 1 FROM default_invoice d JOIN default_case c ON c.id = d.case_id
       WHERE d.invoice_id = i.id AND (c.state = 'reminded' OR c.grace_until_on >= :today))
   AND EXISTS (SELECT 1 FROM contract k WHERE k.id = i.contract_id)
   AND NOT EXISTS (SELECT 1 FROM setback s WHERE s.job = :job AND s.row_id = i.contract_id AND s.until_at > :wall)
 ORDER BY i.due_on, i.id LIMIT :limit FOR UPDATE OF i SKIP LOCKED
"""  # noqa: S608 - constants


def claim_late(uow: UnitOfWork, *, job: str, limit: int) -> dict[UUID, list[UUID]]:
    """Lock late fees that stand in no open case, the longest late first, by contract; passes over what others hold.

    While a demand runs, further sums of its contract wait: the demand named what it asked for. They get a case of
    their own afterwards. What was let rest comes back when its grace is over.
    """
    found: dict[UUID, list[UUID]] = {}
    for row in uow.rows(_LATE, today=uow.today, limit=limit, job=job, wall=uow.wall):
        found.setdefault(row["contract_id"], []).append(row["id"])
    return found


def find_open(uow: UnitOfWork, *, contract_id: UUID) -> UUID | None:
    """Return the open case of a contract, without asking who reads."""
    rows = uow.rows(
        "SELECT id FROM default_case WHERE contract_id = :contract AND state = ANY(:open)",
        contract=contract_id,
        open=list(OPEN),
    )
    return rows[0]["id"] if rows else None


def list_of_invoice(uow: UnitOfWork, *, invoice_id: UUID) -> list[UUID]:
    """Return the open cases in which an invoice stands, without asking who reads: one at most."""
    rows = uow.rows(
        "SELECT c.id FROM default_case c JOIN default_invoice d ON d.case_id = c.id WHERE d.invoice_id = :invoice"
        " AND c.state = ANY(:open) ORDER BY c.id",
        invoice=invoice_id,
        open=list(OPEN),
    )
    return [row["id"] for row in rows]


def list_open_invoices(uow: UnitOfWork, *, case_id: UUID, demanded_only: bool) -> list[LateInvoice]:
    """Return what is unpaid in a case, oldest last day first; after a demand only what it asked for."""
    rows = uow.rows(
        "SELECT invoice_id FROM default_invoice WHERE case_id = :case AND (NOT :demanded OR demanded_minor IS NOT NULL)",
        case=case_id,
        demanded=demanded_only,
    )
    late = receivables.list_with_payments(uow.as_system(), ids=[row["invoice_id"] for row in rows])
    return [invoice for invoice in late if invoice.open_minor]
