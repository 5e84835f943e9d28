"""Signing, cancelling before everybody has signed, and checking a file anybody brings."""

from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import amendments, consent, policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import ContentChanged, SignatureFailed
from marketplace.contracts.models import Contract, ContractDocument, ContractParty
from marketplace.contracts.schemas import ContractState, ContractVerification, ContractView
from marketplace.contracts.service.running import reach_trigger
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import Forbidden
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import SignatureRequest
from marketplace.events.contracts import ContractCancelled, ContractTookEffect, PartySigned
from marketplace.terms import ContractFacts, TermSheet, licence_end

EXPLANATIONS = {
    "": Text(
        "文件完整，全部签名有效，与平台存档一致。",
        "The file is whole, all signatures hold, and it is the one on record.",
    ),
    "not_a_pdf": Text("这不是可以读取的 PDF 文件。", "This is no readable PDF."),
    "unsigned": Text("文件没有电子签名。", "The file carries no signature."),
    "altered": Text("文件在签署后被改动。", "The file was changed after it was signed."),
    "untrusted": Text("签名证书不是本平台签发的。", "The certificates were not issued by this platform."),
    "trailing_bytes": Text(
        "文件末尾有签名未覆盖的内容。", "The file ends with bytes that no signature covers."
    ),
    "signers_differ": Text("签署方与存档不一致。", "The signers are not those on record."),
    "hash_differs": Text(
        "签名有效，但不是平台存档的最终版本。",
        "The signatures hold, but this is not the final file on record.",
    ),
}


def sign_contract(uow: UnitOfWork, *, contract_id: UUID, content_sha256: str) -> ContractView:
    """Sign for one's own organization exactly the text shown; the last signature makes the contract take effect.

    Several may sign at once: each signature is a revision on top of the one before. A second click opens the first.
    Raises `ContentChanged`, `Forbidden`, `IllegalMove`, `SignatureFailed`; announces `PartySigned` or `ContractTookEffect`.
    """
    row = queries.lock_visible(uow, contract_id)
    parties = list_parties(uow, contract_id)
    require(policy.can_sign(uow.actor, row, [p.organization_id for p in parties]))
    party = next((p for p in parties if p.organization_id == uow.actor.organization_id), None)
    if party is None:
        raise Forbidden(reason="not_a_party")
    if party.signed_at is not None:
        return queries.get_contract(uow, contract_id=contract_id)
    if content_sha256 != row.content_sha256:
        raise ContentChanged(current=row.content_sha256)
    advance(
        uow, CONTRACT, row, "sign", facts=Facts(uow.today)
    ) if row.state == ContractState.DRAFTED else None
    person = signer_name(uow)
    last = all(p.signed_at for p in parties if p is not party)
    _add_revision(uow, row, party, person, readers=[p.organization_id for p in parties], last=last)
    party.signed_at, party.signed_by, party.signer_name = uow.now, uow.actor.user_id, person
    uow.audit(
        "contract.signed", "contract", row.id, content_sha256=content_sha256, position=party.position,
        consent_locale=uow.locale,
        consent_sha256=consent.declaration_sha256(uow.locale, number=row.number, content_sha256=content_sha256),
        **_session_facts(uow),
    )  # fmt: skip
    complete_signature(uow, row, parties, party)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def complete_signature(
    uow: UnitOfWork, row: Contract, parties: list[ContractParty], party: ContractParty
) -> None:
    """Announce that a party has signed; with the last one the contract takes effect."""
    if all(p.signed_at for p in parties):
        _take_effect(uow, row, [p.name for p in parties if p.method == "electronic"])
    else:
        announce(uow, row, PartySigned, organization_id=party.organization_id, organization_name=party.name)


def list_parties(uow: UnitOfWork, contract_id: UUID) -> list[ContractParty]:
    """Return the parties of a locked contract in the order in which they stand in its text."""
    statement = select(ContractParty).where(ContractParty.contract_id == contract_id)
    return list(uow.session.exec(statement.order_by(col(ContractParty.position))))


def signer_name(uow: UnitOfWork) -> str:
    """Return the name of the person who acts; empty for the system."""
    rows = uow.rows("SELECT name FROM user_account WHERE id = :id", id=uow.actor.user_id)
    return str(rows[0]["name"]) if rows else ""


def _session_facts(uow: UnitOfWork) -> dict[str, str]:
    """Return when the signer's present session was opened and when she last gave a second factor, as far as known."""
    rows = uow.rows(
        "SELECT created_at AS session_opened_at, second_factor_at FROM login_session"
        " WHERE user_id = :id AND ended_at IS NULL ORDER BY last_seen_at DESC LIMIT 1",
        id=uow.actor.user_id,
    )
    return {name: at.isoformat() for name, at in rows[0].items() if at} if rows else {}


def _add_revision(
    uow: UnitOfWork, row: Contract, party: ContractParty, person: str, *, readers: list[UUID], last: bool
) -> None:
    system = uow.as_system()
    file, pdf = files.read_file(system, file_id=row.file_id)
    request = SignatureRequest(
        position=party.position,
        party_count=len(readers),
        organization_name=party.name,
        uscc=party.uscc,
        person_name=person,
        signed_at=uow.now,
    )
    signed = documents.sign_pdf(pdf, request)
    if last:
        signed = documents.archive_pdf(signed, at=uow.now)
    stored = documents.store_file(
        uow, data=signed, name=file.name, media_type=file.media_type, readers=readers
    )
    position = uow.rows(
        "SELECT max(position) + 1 AS next FROM contract_document WHERE contract_id = :id", id=row.id
    )[0]["next"]
    uow.session.add(
        ContractDocument(
            contract_id=row.id, position=position, file_id=stored.id, sha256=stored.sha256, at=uow.now
        )
    )
    row.file_id = stored.id


def _take_effect(uow: UnitOfWork, row: Contract, names: list[str]) -> None:
    """Begin the licence; `names` are the parties that signed electronically, the others' scans were confirmed."""
    file, pdf = files.read_file(uow.as_system(), file_id=row.file_id)
    checked = documents.verify(pdf, signers=names)
    if names and not checked.valid:
        raise SignatureFailed(reason=checked.reason)
    if not names and file.sha256 != row.content_sha256:
        raise SignatureFailed(reason="hash_differs")
    sheet = TermSheet.model_validate(row.terms)
    facts = ContractFacts(effective_on=uow.today, rights_end_on=queries.rights_end_on(row.content["rights"]))
    row.effective_on, row.ends_on = uow.today, licence_end(sheet, facts)
    advance(uow, CONTRACT, row, "take_effect", facts=Facts(uow.today))
    deals.close_signed(uow, deal_id=row.deal_id)
    announce(uow, row, ContractTookEffect, effective_on=uow.today, terms_hash=row.terms_hash)
    uow.session.flush()
    reach_trigger(uow, row)


def cancel_contract(uow: UnitOfWork, *, contract_id: UUID, reason: str) -> ContractView:
    """Give a contract up before all have signed; its application ends with it. Raises `IllegalMove` afterwards."""
    row = queries.lock_visible(uow, contract_id)
    parties = [party.organization_id for party in list_parties(uow, contract_id)]
    require(policy.can_sign(uow.actor, row, parties))
    advance(uow, CONTRACT, row, "cancel", facts=Facts(uow.today), reason=reason)
    row.ended_on = uow.today
    deals.end_agreed(uow, deal_id=row.deal_id, reason=reason)
    announce(uow, row, ContractCancelled, reason=reason)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def verify_file(uow: UnitOfWork, *, pdf: bytes) -> ContractVerification:
    """Say what a file proves: whole, signed by the parties, and the final file on record. Changes nothing."""
    checked = documents.verify(pdf)
    known = queries.find_number_by_file(uow, sha256=checked.sha256) or amendments.find_by_file(
        uow, sha256=checked.sha256
    )
    if known and checked.valid:
        checked = documents.verify(pdf, signers=known[1], sha256=checked.sha256)
    reason = checked.reason or ("" if known else "hash_differs")
    return ContractVerification(
        valid=not reason,
        reason=reason,
        explanation=EXPLANATIONS[reason].in_(uow.locale),
        sha256=checked.sha256,
        number=known[0] if known and not reason else "",
        signatures=list(checked.signatures),
    )
