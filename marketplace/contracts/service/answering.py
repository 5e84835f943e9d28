"""Answers to matters: accepted, sent back or contested, withdrawn, settled; and what silence means on its day."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries, words
from marketplace.contracts.after_signature import (
    MatterAnswer,
    MatterRefusal,
    RightRecord,
    Ruling,
    SettlementAgreement,
    SettlementProposal,
)
from marketplace.contracts.errors import ProposalChanged
from marketplace.contracts.models import Contract, ContractMatter
from marketplace.contracts.schemas import ContractView, MatterKind
from marketplace.contracts.service.buying_out import take_buyout
from marketplace.contracts.service.converting import take_conversion
from marketplace.contracts.service.income import take_first_income
from marketplace.contracts.service.milestones import take_milestone
from marketplace.contracts.service.raising import (
    RUNNING,
    answered,
    attach_files,
    other_side,
    require_date,
    require_running,
    tell,
)
from marketplace.contracts.service.recording_rights import take_right_event
from marketplace.contracts.service.returning import certificate_sent_back
from marketplace.contracts.states import MATTER
from marketplace.core.due import not_put_aside, work_off
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import MatterOverdue, SettlementProposed
from marketplace.organizations import queries as organizations

_ACCOUNTS = Text("请上传账目。", "Add the accounts.")
_SETTLE = Text("了结争议", "Settle the dispute")


def _lock(uow: UnitOfWork, contract_id: UUID, matter_id: UUID) -> tuple[Contract, ContractMatter]:
    row = queries.lock_visible(uow, contract_id)
    return row, _matter(uow, row, matter_id)


def _matter(uow: UnitOfWork, row: Contract, matter_id: UUID) -> ContractMatter:
    statement = select(ContractMatter).where(
        ContractMatter.id == matter_id, ContractMatter.contract_id == row.id
    )
    matter = uow.session.exec(statement, execution_options={"populate_existing": True}).one_or_none()
    if matter is None:
        raise NotFound(what="contract matter")
    return matter


def accept_matter(
    uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID, answer: MatterAnswer
) -> ContractView:
    """Accept what the other side put; its consequences follow at once. Repeated by a second click it changes nothing.

    Raises `IllegalMove`, `InvalidInput` for accounts without a file, and what the consequence itself refuses.
    """
    row, matter = _lock(uow, contract_id, matter_id)
    require(policy.can_answer(uow.actor, row, matter.answer_by_id))
    if matter.state == "accepted":
        return queries.get_contract(uow, contract_id=contract_id)
    if matter.kind == MatterKind.ACCOUNTS and not answer.file_ids:
        raise InvalidInput(errors=(FieldError("/file_ids", "missing", _ACCOUNTS),))
    attach_files(uow, row, subject_id=matter.id, part="answer", file_ids=answer.file_ids)
    _accept(uow, row, matter, answer.text)
    return queries.get_contract(uow, contract_id=contract_id)


def _accept(
    uow: UnitOfWork, row: Contract, matter: ContractMatter, text: str, *, silent: bool = False
) -> None:
    advance(uow, MATTER, matter, "accept")
    matter.answered_on, matter.answer, matter.outcome_on = uow.today, text, matter.day
    answered(uow, row, matter, "accepted", silent=silent)
    uow.session.flush()
    day, details = matter.day or uow.today, matter.details or {}
    match MatterKind(matter.kind):
        case MatterKind.FIRST_INCOME:
            require_running(uow, row, Text("申报首次收入", "Declare first income"))
            take_first_income(uow, row, day)
        case MatterKind.MILESTONE:
            require_running(uow, row, Text("确认里程碑", "Accept a milestone"))
            take_milestone(uow, row, matter.about, day, matter.text)
        case MatterKind.BUYOUT:
            take_buyout(uow, row)
        case MatterKind.CONVERSION:
            take_conversion(uow, row, details)
        case MatterKind.RIGHT_LOSS:
            require_running(uow, row, Text("登记权利失效", "Record the loss of a right"))
            take_right_event(uow, row, RightRecord.model_validate(details))
        case MatterKind.RETURN_CERTIFICATE:
            row.clock_on = None
        case MatterKind.ACCOUNTS:
            pass
    uow.session.flush()


def refuse_matter(
    uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID, refusal: MatterRefusal
) -> ContractView:
    """Send a matter back with reasons; an asserted first income is contested instead and becomes a dispute.

    Nothing follows from a refused or contested matter. Accounts cannot be refused. Raises `IllegalMove`.
    """
    row, matter = _lock(uow, contract_id, matter_id)
    require(policy.can_answer(uow.actor, row, matter.answer_by_id))
    require(policy.can_refuse(matter.kind))
    contested = matter.kind == MatterKind.FIRST_INCOME
    advance(uow, MATTER, matter, "contest" if contested else "refuse", reason=refusal.reason)
    attach_files(uow, row, subject_id=matter.id, part="answer", file_ids=refusal.file_ids)
    matter.answered_on, matter.answer = uow.today, refusal.reason
    uow.session.flush()
    if matter.kind == MatterKind.RETURN_CERTIFICATE:
        certificate_sent_back(uow, row)
    answered(uow, row, matter, "contested" if contested else "refused")
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def withdraw_matter(uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID) -> ContractView:
    """Take back what one's own side put, before it was accepted or settled. Raises `IllegalMove`."""
    row, matter = _lock(uow, contract_id, matter_id)
    require(policy.can_answer(uow.actor, row, matter.raised_by_id))
    advance(uow, MATTER, matter, "withdraw")
    uow.session.flush()
    if matter.kind == MatterKind.RETURN_CERTIFICATE:
        certificate_sent_back(uow, row)
    answered(uow, row, matter, "withdrawn")
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def propose_settlement(
    uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID, proposal: SettlementProposal
) -> ContractView:
    """Propose how a dispute about first income could end; a later proposal takes the place of the one before.

    Raises `IllegalMove` unless it is in dispute, `DateOutOfRange`; announces `SettlementProposed`.
    """
    row, matter = _lock(uow, contract_id, matter_id)
    require(policy.can_take_part(uow.actor, row))
    effective_on = _require_dispute(uow, row, matter)
    if proposal.on is not None:
        require_date(uow, proposal.on, effective_on)
    by = row.firm_id if uow.actor.belongs_to(row.firm_id) else row.university_id
    matter.has_proposal, matter.proposed_by_id = True, by
    matter.proposed_on, matter.proposal = proposal.on, proposal.text
    said = _outcome(proposal.on)
    names = organizations.list_briefs(uow, ids=[by])
    uow.audit("contract.settlement_proposed", "contract", row.id, matter=str(matter.id))
    tell(
        uow, row, matter, SettlementProposed, proposed_by_name=names[by].name, told_id=other_side(row, by),
        proposal_zh=said.zh, proposal_en=said.en,
    )  # fmt: skip
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def _outcome(on: date | None) -> Text:
    said = words.OUTCOME if on else words.DROPPED
    return Text(said.zh.format(on=on), said.en.format(on=on))


def _require_dispute(uow: UnitOfWork, row: Contract, matter: ContractMatter) -> date:
    effective_on = require_running(uow, row, _SETTLE)
    if matter.state != "contested":
        advance(uow, MATTER, matter, "agree")  # refuses with the state it is in
    return effective_on


def agree_settlement(
    uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID, agreement: SettlementAgreement
) -> ContractView:
    """Agree to exactly the other side's proposal; the trigger moves only now. Raises `ProposalChanged`, `IllegalMove`."""
    row, matter = _lock(uow, contract_id, matter_id)
    require(policy.can_take_part(uow.actor, row))
    _require_dispute(uow, row, matter)
    own = uow.actor.belongs_to(matter.proposed_by_id) if matter.proposed_by_id else False
    if not matter.has_proposal or own or matter.proposed_on != agreement.on:
        raise ProposalChanged
    _settle(uow, row, matter, "agree", on=agreement.on, text=matter.proposal)
    return queries.get_contract(uow, contract_id=contract_id)


def record_ruling(uow: UnitOfWork, *, contract_id: UUID, matter_id: UUID, ruling: Ruling) -> None:
    """Record, as the platform's administrator, how a court, arbitrator or mediator decided a dispute.

    Returns nothing: the administrator sees disputes, not contracts. Raises `IllegalMove`, `DateOutOfRange`.
    """
    require(policy.can_rule(uow.actor))
    row = queries.lock_visible(uow.as_system(), contract_id)
    matter = _matter(uow, row, matter_id)
    effective_on = _require_dispute(uow, row, matter)
    if ruling.on is not None:
        require_date(uow, ruling.on, effective_on)
    _settle(uow, row, matter, "rule", on=ruling.on, text=f"{ruling.document_number} {ruling.text}")


def _settle(
    uow: UnitOfWork, row: Contract, matter: ContractMatter, move: str, *, on: date | None, text: str
) -> None:
    advance(uow, MATTER, matter, move, reason=text)
    matter.outcome_on, matter.answered_on = on, uow.today
    answered(uow, row, matter, "settled")
    uow.session.flush()
    if on is not None:
        take_first_income(uow, row, on)
    uow.session.flush()


def answer_silence(uow: UnitOfWork, *, limit: int = 100) -> int:
    """Draw the consequence of days that passed without an answer, earliest first; returns how many.

    An asserted first income counts as accepted (article 4 of the contract says so); everything else stays open and both
    sides are told once. Driven by rows that are due.
    """
    job = "answer_contract_silence"
    due: Any = (
        select(ContractMatter.id, ContractMatter.contract_id)
        .where(
            ContractMatter.state == "open",
            col(ContractMatter.overdue_told_at).is_(None),
            col(ContractMatter.answer_by_on) < uow.today,
            not_put_aside(uow, job, col(ContractMatter.id)),
        )
        .order_by(col(ContractMatter.answer_by_on), col(ContractMatter.id))
        .limit(limit)
    )

    def draw(found: Sequence[tuple[UUID, UUID]]) -> int:
        return sum(_answer_silence(uow, matter_id, contract_id) for matter_id, contract_id in found)

    return work_off(uow, job, uow.session.exec(due).all(), draw, key=itemgetter(0))


def _answer_silence(uow: UnitOfWork, matter_id: UUID, contract_id: UUID) -> bool:
    row, matter = _lock(uow.as_system(), contract_id, matter_id)
    if matter.state != "open" or matter.overdue_told_at is not None:
        return False  # somebody else was faster while we waited for the contract
    matter.overdue_told_at = uow.now
    if matter.kind == MatterKind.FIRST_INCOME and row.state in RUNNING and row.first_income_on is None:
        _accept(uow, row, matter, "", silent=True)
    else:
        then = words.after_its_day(matter.kind)
        tell(uow, row, matter, MatterOverdue, then_zh=then.zh, then_en=then.en)
    uow.session.flush()
    return True
