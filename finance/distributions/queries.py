"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.distributions import policy, showing
from finance.distributions.models import Distribution, DistributionApproval
from finance.distributions.schemas import CostView, DistributionState, DistributionView
from finance.distributions.words import PAYEES as PAYEES, arithmetic as arithmetic  # noqa: PLC0414 - the room's face
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_ROWS = """
SELECT d.id, d.version, d.state, d.state_since, d.contract_id, d.contract_number, d.title, d.invoice_id, d.payment_id,
       i.number AS invoice_number, d.university_id, f.name AS firm_name, d.received_on, d.amount_minor - d.refunded_minor AS amount_minor,
       d.refunded_minor, d.refunding_minor, d.disputed_minor, d.rule, d.ledger_txn_id,
       count(*) OVER () AS total,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'payee_kind', s.payee_kind, 'payee_id', s.payee_id,
               'payee_name', s.payee_name, 'user_id', s.user_id, 'holder_id', s.holder_id,
               'amount_minor', s.amount_minor - s.refunded_minor - s.claimed_minor, 'refunded_minor', s.refunded_minor + s.claimed_minor,
               'why', s.why) ORDER BY s.position)
          FROM distribution_share s WHERE s.distribution_id = d.id) AS shares,
       (SELECT jsonb_agg(jsonb_build_object('organization_id', a.organization_id, 'name', o.name, 'share_bps', a.share_bps,
               'state', a.state, 'by_name', u.name, 'at', a.at, 'reason', a.reason) ORDER BY a.position)
          FROM distribution_approval a JOIN organization o ON o.id = a.organization_id
          LEFT JOIN user_account u ON u.id = a.by_id WHERE a.distribution_id = d.id) AS approvals
  FROM distribution d JOIN invoice i ON i.id = d.invoice_id JOIN organization f ON f.id = i.firm_id WHERE
"""


def list_distributions(
    uow: UnitOfWork,
    *,
    state: DistributionState | None = None,
    contract_id: UUID | None = None,
    page: int = 1,
    size: int = 20,
) -> Page[DistributionView]:
    """Return the splits of which the actor's organization is a right holder, those that wait for approval first."""
    rows = uow.rows(
        f"{_ROWS} {policy.VISIBLE} AND (CAST(:state AS text) IS NULL OR d.state = :state)"
        " AND (CAST(:contract AS uuid) IS NULL OR d.contract_id = :contract)"
        " ORDER BY d.state = 'booked', d.created_at DESC, d.position DESC, d.id LIMIT :size OFFSET :skip",
        state=state,
        contract=contract_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=[showing.show(uow, row) for row in rows], total=total, page=page, size=size)


def get_distribution(uow: UnitOfWork, *, distribution_id: UUID) -> DistributionView:
    """Return a split that the actor may see; raises `NotFound`."""
    rows = uow.rows(f"{_ROWS} {policy.VISIBLE} AND d.id = :id", id=distribution_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="distribution")
    return showing.show(uow, rows[0])


def sum_booked(uow: UnitOfWork, *, since: date, until: date) -> int:
    """Return in fen what the actor's university has split and booked from one day to another, both included."""
    rows = uow.rows(
        "SELECT coalesce(sum(d.amount_minor - d.refunded_minor), 0)::bigint AS booked FROM distribution d"
        " WHERE (:sees_all OR (:reads AND d.university_id = :org)) AND d.state = 'booked'"
        " AND (d.state_since AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :since AND :until",
        since=since,
        until=until,
        **policy.scope(uow.actor),
    )
    booked: int = rows[0]["booked"]
    return booked


def lock_distribution(uow: UnitOfWork, distribution_id: UUID) -> Distribution:
    """Lock a split for a change; raises `NotFound` for one that the actor may not see."""
    row = uow.session.exec(
        select(Distribution)
        .where(col(Distribution.id) == distribution_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not (uow.actor.is_system or _is_holder(uow, row)):
        raise NotFound(what="distribution")
    return row


def _is_holder(uow: UnitOfWork, row: Distribution) -> bool:
    if not uow.actor.may("distribution.read"):
        return False
    holders = uow.session.exec(
        select(DistributionApproval.organization_id).where(
            col(DistributionApproval.distribution_id) == row.id
        )
    ).all()
    return uow.actor.belongs_to(row.university_id, *holders)


_COSTS = """
SELECT k.id, k.contract_id, k.contract_number, k.title, k.organization_id, o.name AS organization_name, k.kind, k.amount_minor,
       k.source, k.agreed_on, k.state, k.recorded_by, r.name AS recorded_by_name, g.name AS agreed_by_name,
       (SELECT coalesce(sum(s.amount_minor - s.refunded_minor - s.claimed_minor), 0)::bigint FROM distribution_share s
          JOIN distribution d ON d.id = s.distribution_id AND d.state = 'booked'
         WHERE s.payee_kind = 'cost' AND s.payee_id = k.id) AS taken_minor
  FROM distribution_cost k JOIN organization o ON o.id = k.organization_id LEFT JOIN user_account r ON r.id = k.recorded_by
  LEFT JOIN user_account g ON g.id = k.agreed_by WHERE
"""


def list_costs(uow: UnitOfWork, *, contract_id: UUID | None = None) -> list[CostView]:
    """Return the costs that come out of the income of contracts the actor's organization is a right holder of."""
    rows = uow.rows(
        f"{_COSTS} {policy.COST_VISIBLE} AND (CAST(:contract AS uuid) IS NULL OR k.contract_id = :contract)"
        " ORDER BY k.state <> 'proposed', k.state_since DESC, k.id LIMIT 200",
        contract=contract_id,
        **policy.scope(uow.actor),
    )
    return [_cost(uow, row) for row in rows]


def get_cost(uow: UnitOfWork, *, cost_id: UUID) -> CostView:
    """Return a cost that the actor may see; raises `NotFound`."""
    rows = uow.rows(f"{_COSTS} {policy.COST_VISIBLE} AND k.id = :id", id=cost_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="cost")
    return _cost(uow, rows[0])


def _cost(uow: UnitOfWork, row: dict[str, Any]) -> CostView:
    recorded_by = row.pop("recorded_by")
    agrees = row["state"] == "proposed" and policy.can_agree_cost(
        uow.actor, row["organization_id"], recorded_by
    )
    takes_back = row["state"] != "withdrawn" and not row["taken_minor"]
    moves: list[Any] = ["agree"] * bool(agrees) + ["withdraw"] * bool(
        takes_back and policy.can_record_cost(uow.actor, [row["organization_id"]])
    )
    return CostView(**row | {"recorded_by_name": row["recorded_by_name"] or ""}, moves=moves)
