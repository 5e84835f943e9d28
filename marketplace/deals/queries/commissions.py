"""Technology managers: who can be invited, what was agreed, what they did."""

from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy
from marketplace.deals.models import Deal
from marketplace.deals.schemas import (
    CommissionTerms,
    CommissionView,
    ContributionView,
    DealState,
    Engagement,
    ManagerCandidate,
)
from marketplace.identity import queries as identity
from marketplace.organizations import queries as organizations

CURRENT = ("proposed", "agreed")
_COMMISSION = """
SELECT c.id, c.deal_id, c.manager_id, u.name AS manager_name, c.manager_organization_id, m.name AS manager_organization,
       c.proposed_side, c.message, c.payer, c.terms, c.terms_hash, c.state, c.proposed_at, c.manager_accepted_at,
       c.payer_accepted_at, c.reason, d.firm_id, d.university_id, d.state AS deal_state, d.number,
       l.title AS listing_title, uo.name AS university_name, f_org.name AS firm_name,
       (SELECT count(*) FROM deal_contribution x WHERE x.commission_id = c.id) AS contributions
FROM deal_commission c JOIN user_account u ON u.id = c.manager_id
JOIN organization m ON m.id = c.manager_organization_id JOIN deal d ON d.id = c.deal_id
JOIN listing l ON l.id = d.listing_id JOIN organization uo ON uo.id = d.university_id
JOIN organization f_org ON f_org.id = d.firm_id
"""
_OF_DEAL = _COMMISSION + " WHERE c.deal_id = :deal_id ORDER BY c.position DESC LIMIT 1"
_AGREED = _COMMISSION + " WHERE c.deal_id = :deal_id AND c.state = 'agreed'"
_OF_MANAGER = _COMMISSION + (
    " WHERE c.manager_id = :manager_id ORDER BY CASE c.state WHEN 'proposed' THEN 0 WHEN 'agreed' THEN 1 ELSE 2 END,"
    " c.proposed_at DESC, c.id"
)


def get_commission(uow: UnitOfWork, deal_id: UUID) -> CommissionView | None:
    """Return the commission agreed for a deal the actor may know of, None without one; the sum is booked by finance.

    `terms.owed_minor(received_minor)` says what is owed in all once so much money has come in. Raises `NotFound`.
    """
    _visible(uow, deal_id)
    rows = uow.rows(_AGREED, deal_id=deal_id)
    return _view(uow, rows[0]) if rows else None


def find_commission(uow: UnitOfWork, deal_id: UUID) -> CommissionView | None:
    """Return the newest commission of a deal in whatever state. For `get_deal`, which has asked the policy."""
    rows = uow.rows(_OF_DEAL, deal_id=deal_id)
    return _view(uow, rows[0]) if rows else None


def list_engagements(uow: UnitOfWork) -> list[Engagement]:
    """Return the actor's own commissions: those to answer first, then the running ones; empty for anybody else."""
    if not uow.actor.may("deal.manage") or uow.actor.user_id is None:
        return []
    return [
        Engagement(
            **_view(uow, row).model_dump(),
            **{
                k: row[k]
                for k in ("number", "listing_title", "university_name", "firm_name", "contributions")
            },
            deal_state=DealState(row["deal_state"]),
        )
        for row in uow.rows(_OF_MANAGER, manager_id=uow.actor.user_id)
    ]


def list_contributions(uow: UnitOfWork, deal_id: UUID) -> list[ContributionView]:
    """Return what managers did for a deal, newest first. For `get_deal`, which has asked the policy."""
    rows = uow.rows(
        "SELECT x.id, x.kind, x.text, x.worked_on, x.at, u.name AS author_name FROM deal_contribution x"
        " JOIN user_account u ON u.id = x.author_id WHERE x.deal_id = :id ORDER BY x.worked_on DESC, x.at DESC, x.id",
        id=deal_id,
    )
    return [ContributionView(**row) for row in rows]


def list_candidates(uow: UnitOfWork, *, deal_id: UUID) -> list[ManagerCandidate]:
    """Return the technology managers of both sides, who can be invited. Raises `NotFound`, `Forbidden`."""
    deal = _visible(uow, deal_id)
    require(policy.can_negotiate(uow.actor, deal))
    return [
        ManagerCandidate(user_id=person, name=name, organization_name=organization)
        for person, (name, _, organization) in managers_of(uow, deal).items()
    ]


def managers_of(uow: UnitOfWork, deal: Deal) -> dict[UUID, tuple[str, UUID, str]]:
    """Return name, organization and its name of each technology manager of either side."""
    sides = [deal.university_id, deal.firm_id]
    briefs = organizations.list_briefs(uow, ids=sides)
    found = {
        person: side
        for side in sides
        for person in identity.list_members(uow, organization_id=side, permission="deal.manage")
    }
    names = uow.rows("SELECT id, name FROM user_account WHERE id = ANY(:ids)", ids=list(found))
    by_id = {row["id"]: row["name"] for row in names}
    return {person: (by_id[person], side, briefs[side].name) for person, side in found.items()}


def lock_invited(uow: UnitOfWork, deal_id: UUID) -> Deal:
    """Lock a deal that the actor knows of or whose commission is hers to answer; raises `NotFound`."""
    statement = (
        select(Deal).where(or_(policy.VISIBLE, policy.INVITED), col(Deal.id) == deal_id).with_for_update()
    )
    found: Deal | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="deal")
    return found


def _visible(uow: UnitOfWork, deal_id: UUID) -> Deal:
    statement = select(Deal).where(policy.VISIBLE, col(Deal.id) == deal_id)
    found: Deal | None = uow.session.execute(statement, policy.scope(uow.actor)).scalar_one_or_none()
    if found is None:
        raise NotFound(what="deal")
    return found


def _view(uow: UnitOfWork, row: dict[str, Any]) -> CommissionView:
    names = set(CommissionView.model_fields) - {"terms", "moves"}
    return CommissionView(
        **{name: row[name] for name in names}, terms=CommissionTerms(**row["terms"]), moves=_moves(uow, row)
    )


def _moves(uow: UnitOfWork, row: dict[str, Any]) -> list[Any]:
    side = policy.side_of(uow.actor, firm_id=row["firm_id"], university_id=row["university_id"])
    mine = row["manager_id"] == uow.actor.user_id and uow.actor.may("deal.manage")
    if row["deal_state"] in (DealState.DECLINED, DealState.WITHDRAWN):
        return []
    if row["state"] == "proposed":
        accepts = (mine and row["manager_accepted_at"] is None) or (
            side == row["payer"] and row["payer_accepted_at"] is None
        )
        ends = mine or side is not None
        return ["accept_commission"] * accepts + ["end_commission"] * ends
    return ["record_contribution", "end_commission"] if row["state"] == "agreed" and mine else []
