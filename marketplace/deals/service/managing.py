"""A technology manager joins a deal for a commission that she and its payer agreed to."""

import hashlib
import json
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Because
from marketplace.deals import policy, queries
from marketplace.deals.errors import CommissionChanged, CommissionTaken, NoSuchManager
from marketplace.deals.models import Deal, DealCommission, DealContribution
from marketplace.deals.queries.applications import organization_names
from marketplace.deals.queries.commissions import CURRENT, managers_of
from marketplace.deals.schemas import (
    AcceptCommission,
    CommissionTerms,
    CommissionView,
    DealState,
    DealView,
    InviteManager,
    NewContribution,
)
from marketplace.deals.service.steps import announce, saved
from marketplace.deals.states import DEAL
from marketplace.events.deals import CommissionAgreed, CommissionEnded, CommissionProposed, ManagerInvited

_OVER = (DealState.DRAFT, DealState.DECLINED, DealState.WITHDRAWN)


def commission_hash(terms: CommissionTerms) -> str:
    """Return the SHA-256 of a commission's canonical form: what manager and payer accept."""
    written = json.dumps(terms.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def invite_manager(uow: UnitOfWork, *, deal_id: UUID, form: InviteManager) -> DealView:
    """Ask a technology manager of either side for her help. The payer must agree as well, unless it is who asks.

    Raises `NoSuchManager`, `CommissionTaken`, `IllegalMove` for a deal that is over.
    """
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_negotiate(uow.actor, row))
    _must_be_open(uow, row, Text("邀请技术经理人", "Invite a technology manager"))
    people = managers_of(uow, row)
    if form.manager_id not in people:
        raise NoSuchManager
    if _current(uow, deal_id) is not None:
        raise CommissionTaken
    side = policy.side_of(uow.actor, firm_id=row.firm_id, university_id=row.university_id) or ""
    name, organization_id, _ = people[form.manager_id]
    pays = side == form.terms.payer
    last = uow.session.exec(
        select(func.max(col(DealCommission.position))).where(DealCommission.deal_id == deal_id)
    ).one()
    uow.session.add(
        DealCommission(
            deal_id=deal_id, position=(last or 0) + 1, manager_id=form.manager_id, manager_organization_id=organization_id,
            proposed_side=side, proposed_by=uow.actor.user_id, proposed_at=uow.now, message=form.message,
            payer=form.terms.payer, terms=form.terms.model_dump(mode="json"), terms_hash=commission_hash(form.terms),
            payer_accepted_at=uow.now if pays else None, payer_accepted_by=uow.actor.user_id if pays else None,
        )
    )  # fmt: skip
    uow.audit("deal.manager_invited", "deal", row.id, terms_hash=commission_hash(form.terms))
    asks = row.firm_id if side == "firm" else row.university_id
    announce(
        uow, row, ManagerInvited, manager_id=form.manager_id, from_name=organization_names(uow, [asks])[asks]
    )
    if not pays:
        to_id = row.firm_id if form.terms.payer == "firm" else row.university_id
        announce(uow, row, CommissionProposed, to_id=to_id, manager_name=name)
    return saved(uow, row)


def accept_commission(uow: UnitOfWork, *, deal_id: UUID, form: AcceptCommission) -> CommissionView:
    """Accept the commission by its hash, as its manager or as its payer; with both it is agreed and she may follow the deal.

    Who has accepted already finds what it did. Raises `CommissionChanged`, `Forbidden`, `NotFound`.
    """
    row = queries.lock_invited(uow, deal_id)
    commission = _current(uow, deal_id)
    _must_be_open(uow, row, Text("接受佣金约定", "Accept the commission"))
    if commission is None or commission.terms_hash != form.terms_hash:
        if commission is None and not uow.actor.may("deal.manage"):
            require(policy.can_negotiate(uow.actor, row))
        raise CommissionChanged
    if policy.can_manage(uow.actor, commission):
        commission.manager_accepted_at = commission.manager_accepted_at or uow.now
    else:
        require(policy.can_negotiate(uow.actor, row))
        side = policy.side_of(uow.actor, firm_id=row.firm_id, university_id=row.university_id)
        if side != commission.payer:
            raise Forbidden(reason="not_the_payer")
        commission.payer_accepted_at = commission.payer_accepted_at or uow.now
        commission.payer_accepted_by = commission.payer_accepted_by or uow.actor.user_id
    agreed = commission.manager_accepted_at is not None and commission.payer_accepted_at is not None
    if agreed and commission.state == "proposed":
        commission.state, row.manager_id = "agreed", commission.manager_id
        uow.audit("deal.commission_agreed", "deal", row.id, terms_hash=commission.terms_hash)
        announce(
            uow, row, CommissionAgreed, to_id=row.firm_id if commission.payer == "firm" else row.university_id,
            manager_id=commission.manager_id, manager_name=_name(uow, commission), terms_hash=commission.terms_hash,
        )  # fmt: skip
    return _saved(uow, row)


def end_commission(uow: UnitOfWork, *, deal_id: UUID, form: Because) -> CommissionView:
    """Refuse or take back a commission that is only proposed; once agreed, the manager alone may give it up.

    Raises `Forbidden` to whom it does not belong, `CommissionChanged` when there is none.
    """
    row = queries.lock_invited(uow, deal_id)
    commission = _current(uow, deal_id)
    if commission is None:
        require(policy.can_negotiate(uow.actor, row))
        raise CommissionChanged
    if not policy.can_manage(uow.actor, commission):
        require(policy.can_negotiate(uow.actor, row))
        if commission.state == "agreed":
            raise Forbidden(reason="commission_agreed")
    commission.state = "ended" if commission.state == "agreed" else "refused"
    commission.ended_at, commission.reason, row.manager_id = uow.now, form.reason, None
    uow.audit("deal.commission_ended", "deal", row.id, terms_hash=commission.terms_hash)
    announce(
        uow, row, CommissionEnded, manager_id=commission.manager_id, manager_name=_name(uow, commission),
        reason=form.reason,
    )  # fmt: skip
    return _saved(uow, row)


def record_contribution(uow: UnitOfWork, *, deal_id: UUID, form: NewContribution) -> DealView:
    """Write down what the manager did for the deal, and when: the proof of her part. Raises `Forbidden`, `InvalidInput`."""
    row = queries.lock_visible(uow, deal_id)
    commission = _current(uow, deal_id)
    if commission is None or commission.state != "agreed":
        raise Forbidden(reason="not_the_manager")
    require(policy.can_manage(uow.actor, commission))
    _must_be_open(uow, row, Text("记录工作", "Record work"))
    if form.worked_on > uow.today or uow.actor.user_id is None:
        message = Text(zh="日期不能晚于今天。", en="The day must not lie after today.")
        raise InvalidInput(errors=(FieldError("/worked_on", "too_late", message),))
    uow.session.add(
        DealContribution(
            deal_id=deal_id, commission_id=commission.id, author_id=uow.actor.user_id, kind=form.kind, text=form.text,
            worked_on=form.worked_on, at=uow.now,
        )
    )  # fmt: skip
    uow.audit("deal.contribution", "deal", row.id, kind=form.kind, worked_on=form.worked_on.isoformat())
    return saved(uow, row)


def _must_be_open(uow: UnitOfWork, row: Deal, move: Text) -> None:
    if row.state in _OVER:
        raise IllegalMove(state=DEAL.states[row.state].in_(uow.locale), move=move.in_(uow.locale))


def _current(uow: UnitOfWork, deal_id: UUID) -> DealCommission | None:
    statement = select(DealCommission).where(
        DealCommission.deal_id == deal_id, col(DealCommission.state).in_(CURRENT)
    )
    return uow.session.exec(statement).one_or_none()


def _name(uow: UnitOfWork, commission: DealCommission) -> str:
    rows = uow.rows("SELECT name FROM user_account WHERE id = :id", id=commission.manager_id)
    return str(rows[0]["name"])


def _saved(uow: UnitOfWork, row: Deal) -> CommissionView:
    uow.session.flush()
    found = queries.find_commission(uow, row.id)
    if found is None:
        raise NotFound(what="commission")
    return found
