"""New terms for a running contract: proposed by one party, signed by all, in force from a day on (民法典 §543)."""

from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from marketplace.contracts import amendments, policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import (
    AmendmentNotPossible,
    AmendmentPending,
    ContentChanged,
    DateOutOfRange,
    NothingAmended,
    SignatureFailed,
)
from marketplace.contracts.models import (
    Contract,
    ContractAmendment,
    ContractAmendmentSignature,
    ContractParty,
)
from marketplace.contracts.schemas import AmendmentView, ContractState, NewAmendment
from marketplace.contracts.service.running import reach_trigger
from marketplace.contracts.service.signing import list_parties, signer_name
from marketplace.contracts.states import CONTRACT
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import AmendmentData, ContractData, SignatureRequest
from marketplace.events.contracts import AmendmentProposed, AmendmentWithdrawn, ContractAmended
from marketplace.terms import TermSheet, licence_end, terms_hash

PDF = "application/pdf"
_RUNNING = (ContractState.IN_USE_FREE, ContractState.PAYING)
_NEVER = ("licence_type", "start_on", "currency", "schema_version")
_ONCE_PAYING = ("deferral_trigger", "free_period_months")


def propose_amendment(uow: UnitOfWork, *, contract_id: UUID, draft: NewAmendment) -> AmendmentView:
    """Propose new terms from today or a later day on; typeset as amendment no. n, to be signed by all parties.

    Raises `IllegalMove` unless the contract runs, `AmendmentPending`, `AmendmentNotPossible`, `NothingAmended`,
    `DateOutOfRange`, `InvalidInput` for what the law voids; announces `AmendmentProposed`.
    """
    row, parties, party = _own_party(uow, contract_id)
    _require_running(uow, row)
    pending = _proposed(uow, contract_id)
    if pending is not None:
        raise AmendmentPending(number=pending.number)
    old, new = TermSheet.model_validate(row.terms), draft.terms
    if old == new:
        raise NothingAmended
    latest = row.ends_on or date.max
    earliest = max([uow.today, *(past.until_on for past in amendments.past_terms(uow, contract_id))])
    if not earliest <= draft.from_on < latest:
        raise DateOutOfRange(earliest=earliest, latest=latest)
    if fixed := _fixed(row, old, new):
        raise AmendmentNotPossible(fields="、".join(fixed))
    if void := documents.void_terms(new, as_of=uow.today):
        raise InvalidInput(errors=void)
    last = uow.session.exec(
        select(func.max(ContractAmendment.number)).where(col(ContractAmendment.contract_id) == contract_id)
    ).one()
    data = AmendmentData(
        number=(last or 0) + 1,
        contract_number=row.number,
        project_name=row.project_name,
        contract_sha256=row.content_sha256,
        made_on=uow.today,
        from_on=draft.from_on,
        reason=draft.reason,
        parties=ContractData.model_validate(row.content).parties,
        before=old,
        before_hash=row.terms_hash,
        sheet=new,
        terms_hash=terms_hash(new),
    )
    _store(uow, row, data, parties)
    announce(
        uow, row, AmendmentProposed, amendment=data.number, organization_name=party.name, from_on=data.from_on
    )
    uow.session.flush()
    return _view(uow, contract_id, data.number)


def _fixed(row: Contract, old: TermSheet, new: TermSheet) -> list[str]:
    names = _NEVER + (_ONCE_PAYING if row.state == ContractState.PAYING else ())
    found = [name for name in names if getattr(old, name) != getattr(new, name)]
    if row.state == ContractState.PAYING and old.royalty and new.royalty:
        same = ("base", "report_frequency")
        found += [
            f"royalty.{name}" for name in same if getattr(old.royalty, name) != getattr(new.royalty, name)
        ]
    return found


def _store(uow: UnitOfWork, row: Contract, data: AmendmentData, parties: list[ContractParty]) -> None:
    pdf = documents.typeset_amendment(data)
    name = f"{row.number}-B{data.number}.pdf"
    readers = [p.organization_id for p in parties]
    file = documents.store_file(uow, data=pdf, name=name, media_type=PDF, readers=readers)
    own = uow.actor.organization_id
    uow.session.add(
        ContractAmendment(
            contract_id=row.id, number=data.number, proposed_by=uow.actor.user_id,
            proposing_id=own if own is not None and own in readers else row.university_id, proposed_at=uow.now, reason=data.reason,
            from_on=data.from_on, terms=data.sheet.model_dump(mode="json"), terms_hash=data.terms_hash,
            before_terms=data.before.model_dump(mode="json"), before_hash=data.before_hash,
            content=data.model_dump(mode="json"), content_sha256=file.sha256, file_id=file.id, sha256=file.sha256,
        )
    )  # fmt: skip
    uow.audit(
        "contract.amendment_proposed", "contract", row.id, amendment=data.number, content_sha256=file.sha256,
        before_hash=data.before_hash, terms_hash=data.terms_hash,
    )  # fmt: skip


def sign_amendment(uow: UnitOfWork, *, contract_id: UUID, number: int, content_sha256: str) -> AmendmentView:
    """Sign for one's own organization exactly the amendment shown; the last signature puts the new terms in force.

    A second click opens the first. Raises `ContentChanged`, `IllegalMove`, `SignatureFailed`; announces `ContractAmended`.
    """
    row, parties, party = _own_party(uow, contract_id)
    amendment = _numbered(uow, contract_id, number)
    signed = _signers(uow, amendment)
    if party.organization_id in signed:
        return _view(uow, contract_id, number)
    _require_running(uow, row)
    if amendment.state != "proposed":
        raise IllegalMove(state=amendment.state, move=Text("签署", "Sign").in_(uow.locale))
    if content_sha256 != amendment.content_sha256:
        raise ContentChanged(current=amendment.content_sha256)
    _sign(uow, amendment, party, parties, last=len(signed) + 1 == len(parties))
    uow.audit(
        "contract.amendment_signed", "contract", row.id, amendment=number, content_sha256=content_sha256,
        position=party.position,
    )  # fmt: skip
    uow.session.flush()
    if len(signed) + 1 == len(parties):
        _put_in_force(uow, row, amendment, [p.name for p in parties])
    return _view(uow, contract_id, number)


def _sign(
    uow: UnitOfWork,
    amendment: ContractAmendment,
    party: ContractParty,
    parties: list[ContractParty],
    *,
    last: bool,
) -> None:
    file, pdf = files.read_file(uow.as_system(), file_id=amendment.file_id)
    person = signer_name(uow)
    request = SignatureRequest(
        position=party.position, party_count=len(parties), organization_name=party.name, uscc=party.uscc,
        person_name=person, signed_at=uow.now,
    )  # fmt: skip
    signed = documents.sign_pdf(pdf, request)
    if last:
        signed = documents.archive_pdf(signed, at=uow.now)
    readers = [p.organization_id for p in parties]
    stored = documents.store_file(
        uow, data=signed, name=file.name, media_type=file.media_type, readers=readers
    )
    amendment.file_id, amendment.sha256 = stored.id, stored.sha256
    uow.session.add(
        ContractAmendmentSignature(
            amendment_id=amendment.id, position=party.position, organization_id=party.organization_id,
            signed_at=uow.now, signed_by=uow.actor.user_id, signer_name=person,
        )
    )  # fmt: skip


def _put_in_force(uow: UnitOfWork, row: Contract, amendment: ContractAmendment, names: list[str]) -> None:
    _, pdf = files.read_file(uow.as_system(), file_id=amendment.file_id)
    checked = documents.verify(pdf, signers=names)
    if not checked.valid:
        raise SignatureFailed(reason=checked.reason)
    if fixed := _fixed(
        row, TermSheet.model_validate(row.terms), TermSheet.model_validate(amendment.terms)
    ):  # the trigger may have been reached while it waited
        raise AmendmentNotPossible(fields="、".join(fixed))
    amendment.from_on = max(amendment.from_on, uow.today)
    amendment.state, amendment.in_force_at = "in_force", uow.now
    row.terms, row.terms_hash = amendment.terms, amendment.terms_hash
    uow.session.flush()
    facts = queries.get_facts(uow.as_system(), contract_id=row.id)
    row.ends_on = licence_end(TermSheet.model_validate(row.terms), facts)
    announce(
        uow, row, ContractAmended, amendment=amendment.number, from_on=amendment.from_on,
        before_hash=amendment.before_hash, terms_hash=amendment.terms_hash,
    )  # fmt: skip
    uow.session.flush()
    reach_trigger(uow, row)


def withdraw_amendment(uow: UnitOfWork, *, contract_id: UUID, number: int, reason: str) -> AmendmentView:
    """Give an amendment up before all have signed; the terms stay. Raises `IllegalMove` afterwards."""
    row, _, party = _own_party(uow, contract_id)
    amendment = _numbered(uow, contract_id, number)
    if amendment.state != "proposed":
        raise IllegalMove(state=amendment.state, move=Text("撤回", "Withdraw").in_(uow.locale))
    amendment.state, amendment.withdrawn_at, amendment.withdrawal = "withdrawn", uow.now, reason
    uow.audit("contract.amendment_withdrawn", "contract", row.id, amendment=number, reason=reason)
    announce(uow, row, AmendmentWithdrawn, amendment=number, organization_name=party.name, reason=reason)
    uow.session.flush()
    return _view(uow, contract_id, number)


def _own_party(uow: UnitOfWork, contract_id: UUID) -> tuple[Contract, list[ContractParty], ContractParty]:
    row = queries.lock_visible(uow, contract_id)
    parties = list_parties(uow, contract_id)
    require(policy.can_sign(uow.actor, row, [p.organization_id for p in parties]))
    party = next((p for p in parties if p.organization_id == uow.actor.organization_id), None)
    if party is None:
        raise Forbidden(reason="not_a_party")
    return row, parties, party


def _require_running(uow: UnitOfWork, row: Contract) -> None:
    if row.state not in _RUNNING:
        raise IllegalMove(
            state=CONTRACT.states[row.state].in_(uow.locale), move=Text("变更条款", "Amend").in_(uow.locale)
        )


def _proposed(uow: UnitOfWork, contract_id: UUID) -> ContractAmendment | None:
    return uow.session.exec(
        select(ContractAmendment).where(
            col(ContractAmendment.contract_id) == contract_id, col(ContractAmendment.state) == "proposed"
        )
    ).one_or_none()


def _numbered(uow: UnitOfWork, contract_id: UUID, number: int) -> ContractAmendment:
    found = uow.session.exec(
        select(ContractAmendment).where(
            col(ContractAmendment.contract_id) == contract_id, col(ContractAmendment.number) == number
        )
    ).one_or_none()
    if found is None:
        raise NotFound(what="contract")
    return found


def _signers(uow: UnitOfWork, amendment: ContractAmendment) -> set[UUID]:
    return set(
        uow.session.exec(
            select(ContractAmendmentSignature.organization_id).where(
                col(ContractAmendmentSignature.amendment_id) == amendment.id
            )
        )
    )


def _view(uow: UnitOfWork, contract_id: UUID, number: int) -> AmendmentView:
    uow.session.flush()
    found = amendments.list_amendments(uow, contract_id=contract_id)
    return next(each for each in found if each.number == number)
