"""Milestones: claimed by the licensee with evidence, accepted by the licensor; silence is no acceptance."""

from datetime import date, timedelta
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import MilestoneClaim, Raised
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import NoSuchMilestone
from marketplace.contracts.models import Contract, ContractMilestone
from marketplace.contracts.schemas import ContractView, MatterKind, NewMilestone
from marketplace.contracts.service.raising import (
    answered,
    find_live,
    raise_matter,
    require_date,
    require_running,
)
from marketplace.contracts.service.running import reach_trigger
from marketplace.contracts.states import MATTER
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import MilestoneAccepted
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet
from marketplace.terms.sheet import Milestone


def claim_milestone(uow: UnitOfWork, *, contract_id: UUID, claim: MilestoneClaim) -> ContractView:
    """Claim, with evidence, that a milestone was reached; the licensor has `matter_answer_days` to answer.

    Raises `NoSuchMilestone`, `AlreadyRaised`, `DateOutOfRange`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    effective_on = require_running(uow, row, Text("申报里程碑", "Claim a milestone"))
    require_date(uow, claim.reached_on, effective_on)
    _open_milestone(uow, row, claim.key)
    raised = Raised(
        kind=MatterKind.MILESTONE,
        about=claim.key,
        day=claim.reached_on,
        text=claim.text,
        answer_by_on=uow.today + timedelta(days=rulebook.value("matter_answer_days", uow.today)),
        file_ids=claim.file_ids,
    )
    raise_matter(uow, row, raised, raised_by_id=row.firm_id)
    return queries.get_contract(uow, contract_id=contract_id)


def accept_milestone(uow: UnitOfWork, *, contract_id: UUID, milestone: NewMilestone) -> ContractView:
    """Record, without a claim or against an open one, that a milestone was reached.

    Raises `NoSuchMilestone`, `DateOutOfRange`, `IllegalMove`; announces `MilestoneAccepted`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_accept_milestone(uow.actor, row))
    effective_on = require_running(uow, row, Text("确认里程碑", "Accept a milestone"))
    require_date(uow, milestone.reached_on, effective_on)
    _open_milestone(uow, row, milestone.key)
    claim = find_live(uow, row.id, MatterKind.MILESTONE, milestone.key)
    if claim is not None:
        advance(uow, MATTER, claim, "accept")
        claim.answered_on, claim.answer, claim.outcome_on = (
            uow.today,
            milestone.evidence,
            milestone.reached_on,
        )
        answered(uow, row, claim, "accepted")
    take_milestone(uow, row, milestone.key, milestone.reached_on, milestone.evidence)
    return queries.get_contract(uow, contract_id=contract_id)


def _open_milestone(uow: UnitOfWork, row: Contract, key: str) -> Milestone:
    sheet = TermSheet.model_validate(row.terms)
    agreed = next((m for m in sheet.milestones if m.key == key), None)
    facts = queries.get_facts(uow.as_system(), contract_id=row.id)
    if agreed is None or facts.reached_on(key) is not None:
        raise NoSuchMilestone
    return agreed


def take_milestone(uow: UnitOfWork, row: Contract, key: str, reached_on: date, evidence: str) -> None:
    """Take a milestone as reached on a day: its fee and, where the terms say so, the end of free use follow."""
    agreed = _open_milestone(uow, row, key)
    uow.session.add(
        ContractMilestone(
            contract_id=row.id, key=key, reached_on=reached_on, evidence=evidence[:400],
            accepted_by=uow.actor.user_id, accepted_at=uow.now,
        )
    )  # fmt: skip
    uow.audit("contract.milestone", "contract", row.id, key=key)
    announce(uow, row, MilestoneAccepted, key=key, milestone=agreed.name, reached_on=reached_on)
    uow.session.flush()
    reach_trigger(uow, row)
