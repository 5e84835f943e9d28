"""Signing on paper instead: a party hands in a scan, a party of the other side confirms that it is the agreed text.

Weaker evidence than an electronic signature, and called so wherever it is shown: a scan proves neither who signed nor
that nothing was changed (电子签名法 §5, §8).
"""

from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import ContentChanged, ScanAnswered, ScanNotReadable
from marketplace.contracts.models import Contract, ContractParty, ContractScan
from marketplace.contracts.schemas import ContractState, ContractView
from marketplace.contracts.service.signing import complete_signature, list_parties, signer_name
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.events.contracts import ScanRejected, ScanUploaded

LIMIT_MB = 20
_KINDS = {
    b"%PDF-": ("application/pdf", "pdf"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
}


def upload_scan(uow: UnitOfWork, *, contract_id: UUID, content_sha256: str, data: bytes) -> ContractView:
    """Hand in a scan of the text that one's own organization signed on paper; a later one replaces one that waits.

    From here on the text cannot change. Raises `ScanNotReadable`, `ContentChanged`, `IllegalMove`, `Forbidden`.
    """
    row, parties, party = _own_party(uow, contract_id)
    if row.state not in (ContractState.DRAFTED, ContractState.SIGNING) or party.signed_at is not None:
        raise IllegalMove(
            state=CONTRACT.states[row.state].in_(uow.locale),
            move=Text("上传签字扫描件", "Hand in a signed scan").in_(uow.locale),
        )
    if content_sha256 != row.content_sha256:
        raise ContentChanged(current=row.content_sha256)
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)
    if kind is None or len(data) > LIMIT_MB * 1024 * 1024:
        raise ScanNotReadable(limit_mb=LIMIT_MB)
    media_type, ending = kind
    file = documents.store_file(
        uow,
        data=data,
        name=f"{row.number}-{party.position + 1}.{ending}",
        media_type=media_type,
        readers=[p.organization_id for p in parties],
    )
    for waiting in _waiting(uow, contract_id, party.organization_id):
        waiting.state, waiting.answered_at = "replaced", uow.now
    uow.session.flush()
    if row.state == ContractState.DRAFTED:
        advance(uow, CONTRACT, row, "sign", facts=Facts(uow.today))
    uow.session.add(
        ContractScan(
            contract_id=contract_id, organization_id=party.organization_id, file_id=file.id, sha256=file.sha256,
            content_sha256=content_sha256, uploaded_by=uow.actor.user_id, uploader_name=signer_name(uow), uploaded_at=uow.now,
        )
    )  # fmt: skip
    uow.audit("contract.scan_uploaded", "contract", contract_id, sha256=file.sha256, position=party.position)
    announce(uow, row, ScanUploaded, organization_id=party.organization_id, organization_name=party.name)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def confirm_scan(uow: UnitOfWork, *, contract_id: UUID, scan_id: UUID) -> ContractView:
    """Confirm for the other side that a scan shows the agreed text; the last party makes the contract take effect.

    Raises `ScanAnswered`, `Forbidden` for the scan's own side, `NotFound`.
    """
    row, parties, scan, signed = _answerable(uow, contract_id, scan_id)
    _answer(uow, scan, "confirmed")
    signed.signed_at, signed.signed_by, signed.signer_name = uow.now, scan.uploaded_by, scan.uploader_name
    signed.method = "wet_ink"
    uow.audit(
        "contract.scan_confirmed", "contract", contract_id, sha256=scan.sha256, position=signed.position
    )
    complete_signature(uow, row, parties, signed)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def reject_scan(uow: UnitOfWork, *, contract_id: UUID, scan_id: UUID, reason: str) -> ContractView:
    """Send a scan back with a reason; its party may hand in another or sign electronically. Raises like `confirm_scan`."""
    row, _, scan, signed = _answerable(uow, contract_id, scan_id)
    _answer(uow, scan, "rejected", reason)
    uow.audit("contract.scan_rejected", "contract", contract_id, sha256=scan.sha256, reason=reason)
    announce(uow, row, ScanRejected, organization_name=signed.name, reason=reason)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def _own_party(uow: UnitOfWork, contract_id: UUID) -> tuple[Contract, list[ContractParty], ContractParty]:
    row = queries.lock_visible(uow, contract_id)
    parties = list_parties(uow, contract_id)
    require(policy.can_sign(uow.actor, row, [p.organization_id for p in parties]))
    party = next((p for p in parties if p.organization_id == uow.actor.organization_id), None)
    if party is None:
        raise Forbidden(reason="not_a_party")
    return row, parties, party


def _answerable(
    uow: UnitOfWork, contract_id: UUID, scan_id: UUID
) -> tuple[Contract, list[ContractParty], ContractScan, ContractParty]:
    row, parties, party = _own_party(uow, contract_id)
    scan = uow.session.exec(
        select(ContractScan).where(
            col(ContractScan.id) == scan_id, col(ContractScan.contract_id) == contract_id
        )
    ).one_or_none()
    if scan is None:
        raise NotFound(what="document")
    signed = next(p for p in parties if p.organization_id == scan.organization_id)
    if signed.role == party.role:
        raise Forbidden(reason="not_your_side")
    if scan.state != "waiting" or signed.signed_at is not None or row.state != ContractState.SIGNING:
        raise ScanAnswered
    return row, parties, scan, signed


def _answer(uow: UnitOfWork, scan: ContractScan, state: str, reason: str = "") -> None:
    scan.state, scan.reason, scan.answered_at = state, reason, uow.now
    scan.answered_by, scan.answering_id = uow.actor.user_id, uow.actor.organization_id


def _waiting(uow: UnitOfWork, contract_id: UUID, organization_id: UUID) -> list[ContractScan]:
    return list(
        uow.session.exec(
            select(ContractScan).where(
                col(ContractScan.contract_id) == contract_id,
                col(ContractScan.organization_id) == organization_id,
                col(ContractScan.state) == "waiting",
            )
        )
    )
