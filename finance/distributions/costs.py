"""Agreed costs: written down by one person of a right holder, agreed to by another, taken out of income once."""

from uuid import UUID

from sqlmodel import col, select

from finance.distributions import policy, queries, splitting
from finance.distributions.errors import CostAlreadyTaken
from finance.distributions.models import DistributionCost
from finance.distributions.schemas import CostState, CostView, NewCost
from finance.distributions.states import COST
from marketplace.contracts import queries as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.money import yuan
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import CostRecorded


def record_cost(uow: UnitOfWork, *, draft: NewCost) -> CostView:
    """Write down what one's organization bore and gets back out of the first income; announces CostRecorded.

    Raises `NotFound`, `Forbidden`, `InvalidInput`.
    """
    contract = contracts.get_contract(uow, contract_id=draft.contract_id)
    holders = contracts.list_holder_shares(uow, contract_id=draft.contract_id)
    require(policy.can_record_cost(uow.actor, [holder.organization_id for holder in holders]))
    if draft.agreed_on > uow.today:
        late = Text("约定日期不能晚于今天。", "The day of the agreement cannot be in the future.")
        raise InvalidInput(errors=(FieldError("/agreed_on", "in_future", late),))
    own = uow.actor.organization_id
    if own is None:
        raise NotFound(what="contract")
    row = DistributionCost(
        **draft.model_dump(), contract_number=contract.number, title=contract.project_name,
        organization_id=own, state=COST.initial, state_since=uow.now, recorded_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, COST, row)
    uow.session.add(row)
    uow.session.flush()
    uow.publish(
        CostRecorded(
            cost_id=row.id, organization_id=row.organization_id, contract_id=row.contract_id,
            contract_number=row.contract_number, title=row.title, amount_minor=row.amount_minor,
        )
    )  # fmt: skip
    return queries.get_cost(uow, cost_id=row.id)


def agree_cost(uow: UnitOfWork, *, cost_id: UUID) -> CostView:
    """Agree to a cost that a colleague wrote down: it comes out of what is received from now on.

    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    row = _lock(uow, cost_id)
    require(policy.can_agree_cost(uow.actor, row.organization_id, row.recorded_by))
    advance(uow, COST, row, "agree")
    row.agreed_by = uow.actor.user_id
    uow.audit("distribution.cost_agreed", "distribution_cost", row.id, amount_minor=row.amount_minor)
    uow.session.flush()
    return queries.get_cost(uow, cost_id=row.id)


def withdraw_cost(uow: UnitOfWork, *, cost_id: UUID) -> CostView:
    """Take back a cost that no booked split has deducted; splits that are not booked are counted again without it.

    Raises `NotFound`, `Forbidden`, `IllegalMove`, `CostAlreadyTaken`.
    """
    splitting.one_at_a_time(uow, queries.get_cost(uow, cost_id=cost_id).contract_id)
    row = _lock(uow, cost_id)
    require(policy.can_record_cost(uow.actor, [row.organization_id]))
    taken = uow.rows(
        "SELECT coalesce(sum(s.amount_minor - s.refunded_minor - s.claimed_minor), 0) AS minor FROM distribution_share s JOIN distribution d"
        " ON d.id = s.distribution_id WHERE s.payee_kind = 'cost' AND s.payee_id = :id AND d.state = 'booked'",
        id=row.id,
    )[0]["minor"]
    if taken:
        raise CostAlreadyTaken(taken=yuan(int(taken)))
    was_agreed = row.state == CostState.AGREED
    advance(uow, COST, row, "withdraw")
    uow.session.flush()
    if was_agreed:
        splitting.recount_open(uow, row.contract_id)
    return queries.get_cost(uow, cost_id=row.id)


def _lock(uow: UnitOfWork, cost_id: UUID) -> DistributionCost:
    queries.get_cost(uow, cost_id=cost_id)
    row = uow.session.exec(
        select(DistributionCost)
        .where(col(DistributionCost.id) == cost_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise NotFound(what="cost")
    return row
