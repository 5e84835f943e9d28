"""The evidence of a contract: everything that shows who agreed to which text, when and how. Reads."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import consent, queries
from marketplace.contracts.models import Contract, ContractParty
from marketplace.contracts.schemas import ContractView
from marketplace.core.i18n import Locale
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.terms import canonical_json

_NOTE = (
    "纸质签署，经对方确认的扫描件，证明力弱于电子签名 / signed on paper; a scan that the other side confirmed, weaker evidence "
    "than an electronic signature"
)
_CHAIN = """
SELECT 'state' AS kind, subject_type, at, seq, move AS what, from_state, to_state, actor_id, NULL AS organization_id,
       NULL AS request_id, jsonb_build_object('reason', reason) AS detail
FROM state_change WHERE (subject_type = 'contract' AND subject_id = :contract) OR (subject_type = 'deal' AND subject_id = :deal)
UNION ALL
SELECT 'audit', subject_type, at, seq, action, NULL, NULL, actor_id, organization_id, request_id, detail
FROM audit_entry WHERE (subject_type = 'contract' AND subject_id = :contract) OR (subject_type = 'deal' AND subject_id = :deal)
ORDER BY at, kind DESC, seq
"""
_REVISIONS = """
SELECT d.position, d.sha256, d.at, f.size FROM contract_document d JOIN stored_file f ON f.id = d.file_id
WHERE d.contract_id = :id ORDER BY d.position
"""


def get_evidence(uow: UnitOfWork, *, contract_id: UUID) -> tuple[str, bytes]:
    """Return number and evidence bundle (zip) of a visible contract as it stands now; raises `NotFound`.

    The same for every party: it holds the whole chain, not one side's part of it.
    """
    view = queries.get_contract(uow, contract_id=contract_id)
    row = uow.session.exec(select(Contract).where(col(Contract.id) == contract_id)).one_or_none()
    if row is None:
        raise NotFound(what="contract")
    _, pdf = files.read_file(uow.as_system(), file_id=row.file_id)
    chain = uow.rows(_CHAIN, contract=contract_id, deal=row.deal_id)
    revisions = [_plain(revision) for revision in uow.rows(_REVISIONS, id=contract_id)]
    signers = _signers(uow, view, chain)
    whole = {
        "contract.pdf": pdf,
        "terms.json": canonical_json(view.terms).encode(),
        "content.json": _json(row.content),
        "revisions.json": _json(revisions),
        "signers.json": _json(signers),
        "events.json": _json([_plain(event) for event in chain]),
    }
    whole |= _scans(uow, view)
    about = {
        "number": row.number,
        "state": row.state,
        "terms_sha256": row.terms_hash,
        "content_sha256": row.content_sha256,
        "effective_on": row.effective_on.isoformat() if row.effective_on else None,
        "revisions": revisions,
        "signers": [signer["organization"] for signer in signers if signer["method"] == "electronic"],
    }
    return row.number, documents.make_evidence(whole, about=about, at=uow.now)


def _scans(uow: UnitOfWork, view: ContractView) -> dict[str, bytes]:
    found = {}
    for number, scan in enumerate(view.scans, start=1):
        if scan.state == "confirmed":
            file, data = files.read_file(uow.as_system(), file_id=scan.file_id)
            found[f"scans/{number}.{file.media_type.rsplit('/', 1)[-1]}"] = data
    return found


def _signers(uow: UnitOfWork, view: ContractView, chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    people = uow.session.exec(
        select(ContractParty)
        .where(col(ContractParty.contract_id) == view.id, col(ContractParty.signed_at).is_not(None))
        .order_by(col(ContractParty.position))
    ).all()
    acts = {
        (event["actor_id"], event["organization_id"]): event
        for event in chain
        if event["what"] in ("contract.signed", "contract.scan_uploaded")
    }
    found = []
    for party in people:
        act = acts.get((party.signed_by, party.organization_id))
        detail = act["detail"] if act else {}
        locale: Locale = "en" if detail.get("consent_locale") == "en" else "zh-CN"
        found.append(
            {
                "position": party.position,
                "role": party.role,
                "organization": party.name,
                "organization_id": str(party.organization_id),
                "uscc": party.uscc,
                "person": party.signer_name,
                "person_id": str(party.signed_by),
                "signed_at": party.signed_at.isoformat() if party.signed_at else None,
                "method": party.method,
                "note": _NOTE if party.method == "wet_ink" else "",
                "request_id": act["request_id"] if act else None,
                "session_opened_at": detail.get("session_opened_at"),
                "second_factor_at": detail.get("second_factor_at"),
                "declaration": consent.declaration(
                    locale, number=view.number, content_sha256=detail["content_sha256"]
                )
                if detail.get("consent_sha256")
                else None,
                "declaration_sha256": detail.get("consent_sha256"),
            }
        )
    return found


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat()
        if isinstance(value, datetime)
        else str(value)
        if isinstance(value, UUID)
        else value
        for name, value in row.items()
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()
