"""What happens to licensed rights while the contract runs: publication, grant, invalidation, lapse."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import select

from marketplace.contracts import policy, queries, words
from marketplace.contracts.after_signature import Raised, RightEventKind, RightRecord
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import DateOutOfRange, NoSuchRight
from marketplace.contracts.models import Contract, ContractRightEvent
from marketplace.contracts.rights import RightFact, can_happen, dates_of, legal_nature
from marketplace.contracts.schemas import ContractView, MatterKind
from marketplace.contracts.service.raising import attach_files, end_contract, raise_matter, require_running
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.events.contracts import ContractInvalidated, RightEventRecorded
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet, licence_end

_MOVE = Text("登记权利变动", "Record what happened to a right")
_LOSSES = (RightEventKind.INVALIDATED, RightEventKind.LAPSED)
_NUMBER = Text("请填写决定书或者公告的编号。", "Give the number of the decision or announcement.")
_FILE = Text("请上传决定书或者公告。", "Add the decision or announcement.")


def record_right_event(uow: UnitOfWork, *, contract_id: UUID, record: RightRecord) -> ContractView:
    """Record what happened to a right. The licensor's record counts at once; a licensee's report of a loss is confirmed.

    专利法 §47: no invoice is raised on rights that are void, what was performed and paid stays. 技术合同解释 §29: publication
    and grant change which rules govern the licence. Raises `NoSuchRight`, `DateOutOfRange`, `InvalidInput`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_take_part(uow.actor, row))
    effective_on = require_running(uow, row, _MOVE)
    by_firm = uow.actor.belongs_to(row.firm_id)
    if by_firm and record.kind not in _LOSSES:
        raise NoSuchRight
    _require_possible(uow, row, effective_on, record)
    if not by_firm:
        event = take_right_event(uow, row, record)
        attach_files(uow, row, subject_id=event, part="claim", file_ids=record.file_ids)
        uow.session.flush()
        return queries.get_contract(uow, contract_id=contract_id)
    raised = Raised(
        kind=MatterKind.RIGHT_LOSS,
        about=str(record.position),
        day=record.happened_on,
        text=record.document_number,
        details=record.model_dump(mode="json", exclude={"file_ids"}),
        answer_by_on=uow.today + timedelta(days=rulebook.value("matter_answer_days", uow.today)),
        file_ids=record.file_ids,
    )
    raise_matter(uow, row, raised, raised_by_id=row.firm_id)
    return queries.get_contract(uow, contract_id=contract_id)


def _facts(uow: UnitOfWork, row: Contract) -> list[RightFact]:
    found = uow.session.exec(select(ContractRightEvent).where(ContractRightEvent.contract_id == row.id))
    return [RightFact(each.position, each.kind, each.happened_on) for each in found]


def _require_possible(uow: UnitOfWork, row: Contract, effective_on: date, record: RightRecord) -> None:
    rights: list[dict[str, Any]] = row.content["rights"]
    if record.position >= len(rights):
        raise NoSuchRight
    right = rights[record.position]
    days = dates_of(right, record.position, _facts(uow, row))
    if not can_happen(right["kind"], record.kind, days):
        raise NoSuchRight
    filed = date.fromisoformat(right["filed_on"]) if right.get("filed_on") else effective_on
    earliest = effective_on if record.kind in _LOSSES else max(filed, days["published"] or filed)
    if not earliest <= record.happened_on <= uow.today:
        raise DateOutOfRange(earliest=earliest, latest=uow.today)
    errors = []
    if record.kind in _LOSSES and not record.file_ids:
        errors.append(FieldError("/file_ids", "missing", _FILE))
    if record.kind != RightEventKind.LAPSED and not record.document_number:
        errors.append(FieldError("/document_number", "missing", _NUMBER))
    if errors:
        raise InvalidInput(errors=tuple(errors))


def take_right_event(uow: UnitOfWork, row: Contract, record: RightRecord) -> UUID:
    """Take an event as established and draw its consequences; returns the id of its record.

    All rights gone: the contract ends as `invalidated`, its licence is free. Some gone: the licence goes on with the rest
    and never outlives them (民法典 §865); the price is adjusted by an amendment if the parties want to.
    """
    rights: list[dict[str, Any]] = row.content["rights"]
    event = ContractRightEvent(
        contract_id=row.id, position=record.position, kind=record.kind, happened_on=record.happened_on,
        document_number=record.document_number, recorded_by=uow.actor.user_id, recorded_at=uow.now,
    )  # fmt: skip
    uow.session.add(event)
    lost = record.kind in _LOSSES
    if lost:
        row.lost_rights = sorted({*(row.lost_rights or ()), record.position})
    over = lost and len(row.lost_rights or ()) == len(rights)
    uow.audit("contract.right_event", "contract", row.id, position=record.position, kind=record.kind)
    what, then = words.RIGHT_EVENTS[record.kind], _then(uow, row, record, lost=lost, over=over)
    announce(
        uow, row, RightEventRecorded, position=record.position, kind=record.kind,
        right=rights[record.position]["title"], happened_on=record.happened_on, what_zh=what.zh, what_en=what.en,
        then_zh=then.zh, then_en=then.en,
    )  # fmt: skip
    uow.session.flush()
    if over:
        _invalidate(uow, row, record.happened_on)
    elif lost:
        sheet = TermSheet.model_validate(row.terms)
        facts = queries.get_facts(uow.as_system(), contract_id=row.id)
        row.ends_on = licence_end(sheet, facts.model_copy(update={"bought_out_on": None}))
    uow.session.flush()
    return event.id


def _then(uow: UnitOfWork, row: Contract, record: RightRecord, *, lost: bool, over: bool) -> Text:
    if over:
        return Text(
            "全部权利失效，合同终止，不再产生费用；已付款项和履行记录保留（专利法第四十七条）。",
            "No right is left: the contract ends and nothing more is billed; what was paid and done stays (专利法 §47).",
        )
    if lost:
        return Text(
            "其余权利继续许可，条款不变；需要调整费用的，由双方签署补充协议。",
            "The licence goes on with the other rights; the fees change only by an amendment of both sides.",
        )
    right = row.content["rights"][record.position]
    days = dates_of(right, record.position, _facts(uow, row))
    days[record.kind] = record.happened_on
    nature = words.NATURES[legal_nature(right["kind"], days, uow.today)[0]]
    return Text(
        f"自该日起，本项许可{nature.zh}处理（技术合同解释第二十九条）。",
        f"From that day on this licence follows: {nature.en.lower()} (技术合同解释 §29).",
    )


def _invalidate(uow: UnitOfWork, row: Contract, day: date) -> None:
    advance(uow, CONTRACT, row, "invalidate", facts=Facts(uow.today))
    row.invalidated_on = day
    end_contract(uow, row, day)
    deals.release_claim(uow, deal_id=row.deal_id)
    announce(uow, row, ContractInvalidated, invalidated_on=day)
    uow.session.flush()
