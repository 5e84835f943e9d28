"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.distributions import policy
from finance.distributions.models import Distribution
from finance.distributions.schemas import DistributionState, DistributionView, OwnShare, OwnShares, ShareView
from finance.ledger import queries as ledger
from finance.ledger.schemas import TransactionView
from marketplace.contracts import queries as contracts
from marketplace.core.clock import business_date
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_ROWS = """
SELECT d.id, d.version, d.state, d.state_since, d.contract_id, d.contract_number, d.title, d.invoice_id,
       i.number AS invoice_number, d.university_id, f.name AS firm_name, d.amount_minor, d.rule, count(*) OVER () AS total,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'payee_kind', s.payee_kind, 'payee_name', s.payee_name,
               'amount_minor', s.amount_minor) ORDER BY s.position)
          FROM distribution_share s WHERE s.distribution_id = d.id) AS shares
  FROM distribution d JOIN invoice i ON i.id = d.invoice_id JOIN organization f ON f.id = i.firm_id WHERE
"""


def _view(row: dict[str, Any]) -> DistributionView:
    shares = [ShareView.model_validate(share) for share in row.pop("shares")]
    row.pop("total")
    return DistributionView(**row, shares=shares)


def list_distributions(
    uow: UnitOfWork,
    *,
    state: DistributionState | None = None,
    contract_id: UUID | None = None,
    page: int = 1,
    size: int = 20,
) -> Page[DistributionView]:
    """Return the splits of the actor's university, those that wait for approval first."""
    rows = uow.rows(
        f"{_ROWS} {policy.VISIBLE} AND (CAST(:state AS text) IS NULL OR d.state = :state)"
        " AND (CAST(:contract AS uuid) IS NULL OR d.contract_id = :contract)"
        " ORDER BY d.state <> 'proposed', d.created_at DESC, d.id LIMIT :size OFFSET :skip",
        state=state,
        contract=contract_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=[_view(row) for row in rows], total=total, page=page, size=size)


def get_distribution(uow: UnitOfWork, *, distribution_id: UUID) -> DistributionView:
    """Return a split that the actor may see; raises `NotFound`."""
    rows = uow.rows(f"{_ROWS} {policy.VISIBLE} AND d.id = :id", id=distribution_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="distribution")
    return _view(rows[0])


def sum_booked(uow: UnitOfWork, *, since: date, until: date) -> int:
    """Return in fen what the actor's university has split and booked from one day to another, both included."""
    rows = uow.rows(
        f"SELECT coalesce(sum(d.amount_minor), 0)::bigint AS booked FROM distribution d WHERE {policy.VISIBLE}"  # noqa: S608 - constants
        " AND d.state = 'booked' AND (d.state_since AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :since AND :until",
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
    visible = row is not None and (
        uow.actor.is_system
        or (uow.actor.belongs_to(row.university_id) and uow.actor.may("distribution.read"))
    )
    if row is None or not visible:
        raise NotFound(what="distribution")
    return row


def list_own_shares(uow: UnitOfWork) -> OwnShares:
    """Return the actor's own parts as an inventor, latest first; other people's parts stay out of sight."""
    rows = uow.rows(
        "SELECT s.id, d.title, d.contract_number, u.name AS university_name, s.amount_minor, d.state, d.state_since"
        " FROM distribution_share s JOIN distribution d ON d.id = s.distribution_id"
        " JOIN organization u ON u.id = d.university_id"
        " WHERE s.user_id = :user AND s.payee_kind = 'inventor' ORDER BY d.created_at DESC, s.id",
        user=uow.actor.user_id,
    )
    shares = [OwnShare(on=business_date(row.pop("state_since")), **row) for row in rows]
    booked = sum(share.amount_minor for share in shares if share.state == DistributionState.BOOKED)
    return OwnShares(
        booked_minor=booked, proposed_minor=sum(s.amount_minor for s in shares) - booked, shares=shares
    )


def list_entries(uow: UnitOfWork, *, contract_id: UUID) -> list[TransactionView]:
    """Return everything booked for a contract, for its university and for auditors; raises `NotFound`."""
    contract = contracts.get_contract(uow.as_system(), contract_id=contract_id)
    if not policy.can_audit(uow.actor, contract.university_id):
        raise NotFound(what="contract")
    return ledger.list_contract_transactions(uow, contract_id)
