"""What the verbs after the signature share: checks, files, raising a matter, closing what is open when a contract ends."""

from collections.abc import Sequence
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries, words
from marketplace.contracts.after_signature import ContractFile, Raised
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import AlreadyRaised, DateOutOfRange, FileNotUsable
from marketplace.contracts.models import Contract, ContractEvidence, ContractMatter
from marketplace.contracts.schemas import ContractState, MatterKind
from marketplace.contracts.states import CONTRACT, MATTER
from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.events.contracts import MatterAnswered, MatterEvent, MatterRaised
from marketplace.organizations import queries as organizations

RUNNING = (ContractState.IN_USE_FREE, ContractState.PAYING)
KINDS = {
    "pdf": (b"%PDF-", "application/pdf"),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "jpg": (b"\xff\xd8\xff", "image/jpeg"),
    "jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    "xlsx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_NOT_YOURS = Text("没有找到这个文件，请重新上传。", "There is no such file; send it again.")


def require_running(uow: UnitOfWork, row: Contract, move: Text) -> date:
    """Return the day of effect of a running contract; raises `IllegalMove` for any other."""
    if row.state not in RUNNING or row.effective_on is None:
        raise IllegalMove(state=CONTRACT.states[row.state].in_(uow.locale), move=move.in_(uow.locale))
    return row.effective_on


def require_date(uow: UnitOfWork, day: date, effective_on: date) -> None:
    """Raise `DateOutOfRange` for a day before the contract took effect or in the future."""
    if not effective_on <= day <= uow.today:
        raise DateOutOfRange(earliest=effective_on, latest=uow.today)


def other_side(row: Contract, organization_id: UUID | None) -> UUID:
    """Return the party that answers: the firm to the university and the other way round."""
    return row.university_id if organization_id == row.firm_id else row.firm_id


def hand_in_file(uow: UnitOfWork, *, contract_id: UUID, data: bytes, name: str) -> ContractFile:
    """Keep a file for a contract: the sender's alone until it is attached to something. Raises `FileNotUsable`."""
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_take_part(uow.actor, row))
    magic, media_type = KINDS.get(name.rsplit(".", 1)[-1].lower(), (b"", ""))
    if not media_type or not data.startswith(magic):
        raise FileNotUsable
    readers = [uow.actor.organization_id] if uow.actor.organization_id else []
    stored = documents.store_file(uow, data=data, name=name[-120:], media_type=media_type, readers=readers)
    uow.audit("contract.file", "contract", row.id, sha256=stored.sha256)
    return ContractFile(file_id=stored.id, name=stored.name, size=stored.size, sha256=stored.sha256)


def attach_files(
    uow: UnitOfWork,
    row: Contract,
    *,
    subject_id: UUID,
    part: Literal["claim", "answer", "certificate"],
    file_ids: Sequence[UUID],
) -> None:
    """Let both parties read files the actor may read, as evidence of a subject; raises `InvalidInput`."""
    for place, file_id in enumerate(dict.fromkeys(file_ids)):
        try:
            file, data = files.read_file(uow, file_id=file_id)
        except NotFound:
            raise InvalidInput(errors=(FieldError(f"/file_ids/{place}", "not_found", _NOT_YOURS),)) from None
        documents.store_file(
            uow,
            data=data,
            name=file.name,
            media_type=file.media_type,
            readers=[row.university_id, row.firm_id],
        )
        uow.session.add(
            ContractEvidence(
                contract_id=row.id, subject_id=subject_id, part=part, file_id=file.id, name=file.name,
                media_type=file.media_type, size=file.size, sha256=file.sha256,
                organization_id=uow.actor.organization_id, at=uow.now,
            )
        )  # fmt: skip


def raise_matter(uow: UnitOfWork, row: Contract, raised: Raised, *, raised_by_id: UUID) -> ContractMatter:
    """Put something to the other side; one of a kind at a time. Raises `AlreadyRaised`; announces `MatterRaised`."""
    live = find_live(uow, row.id, raised.kind, raised.about)
    if live is not None:
        raise AlreadyRaised(answer_by_on=live.answer_by_on)
    matter = ContractMatter(
        contract_id=row.id, kind=raised.kind, about=raised.about, state="", state_since=uow.now, raised_on=uow.today,
        raised_by_id=raised_by_id, raised_by=uow.actor.user_id, answer_by_id=other_side(row, raised_by_id),
        answer_by_on=raised.answer_by_on, day=raised.day, text=raised.text, details=raised.details,
    )  # fmt: skip
    fsm.begin(uow, MATTER, matter)
    uow.session.add(matter)
    uow.session.flush()
    attach_files(uow, row, subject_id=matter.id, part="claim", file_ids=raised.file_ids)
    uow.audit("contract.matter_raised", "contract", row.id, matter=str(matter.id), kind=raised.kind)
    by, silence = raised.answer_by_on, words.silence_means(raised.kind)
    tell(
        uow, row, matter, MatterRaised, text=raised.text,
        silence_zh=silence.zh.format(by=by), silence_en=silence.en.format(by=by),
    )  # fmt: skip
    uow.session.flush()
    return matter


def find_live(uow: UnitOfWork, contract_id: UUID, kind: str, about: str = "") -> ContractMatter | None:
    """Return the matter of a kind that is open or in dispute; the contract's row is locked by the caller."""
    statement = select(ContractMatter).where(
        ContractMatter.contract_id == contract_id,
        ContractMatter.kind == kind,
        ContractMatter.about == about,
        col(ContractMatter.state).in_(["open", "contested"]),
    )
    return uow.session.exec(statement).one_or_none()


def tell(
    uow: UnitOfWork, row: Contract, matter: ContractMatter, event: type[MatterEvent], **fields: object
) -> None:
    """Announce something about a matter with the fields that all of these announcements carry."""
    names = organizations.list_briefs(uow, ids=[matter.raised_by_id, matter.answer_by_id])
    title = words.TITLES[MatterKind(matter.kind)]
    announce(
        uow, row, event, matter_id=matter.id, kind=matter.kind, what_zh=title.zh, what_en=title.en,
        raised_by_id=matter.raised_by_id, raised_by_name=names[matter.raised_by_id].name,
        answer_by_id=matter.answer_by_id, answer_by_name=names[matter.answer_by_id].name,
        answer_by_on=matter.answer_by_on, **fields,
    )  # fmt: skip


def answered(
    uow: UnitOfWork, row: Contract, matter: ContractMatter, outcome: str, *, silent: bool = False
) -> None:
    """Announce how a matter came out."""
    said = words.OUTCOMES[outcome]
    uow.audit("contract.matter_answered", "contract", row.id, matter=str(matter.id), outcome=outcome)
    tell(
        uow, row, matter, MatterAnswered, outcome=outcome, outcome_zh=said.zh, outcome_en=said.en,
        answer=matter.answer, silent=silent,
    )  # fmt: skip


def end_contract(uow: UnitOfWork, row: Contract, day: date) -> None:
    """Date the end of a contract: nothing has to be told or answered any more."""
    row.ended_on, row.clock_on = day, None
    live = select(ContractMatter).where(
        ContractMatter.contract_id == row.id, col(ContractMatter.state).in_(["open", "contested"])
    )
    for matter in uow.session.exec(live).all():
        fsm.advance(uow, MATTER, matter, "lapse")
    uow.session.flush()
