"""Clauses of the parties' own, as long as nobody has signed: checked for what the law voids, then typeset anew."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import ContentChanged
from marketplace.contracts.models import Contract, ContractDocument
from marketplace.contracts.schemas import ContractState, ContractView
from marketplace.contracts.service.signing import list_parties
from marketplace.contracts.states import CONTRACT
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.schemas import ContractData
from marketplace.events.contracts import ContractTextRevised

PDF = "application/pdf"


def set_special_clauses(
    uow: UnitOfWork, *, contract_id: UUID, content_sha256: str, clauses: Sequence[str]
) -> ContractView:
    """Replace the special clauses of a contract that nobody has signed; its text and hash change for everybody.

    Raises `InvalidInput` for what the law voids, `ContentChanged` when the text is no longer the one shown,
    `IllegalMove` once somebody has signed; announces `ContractTextRevised`.
    """
    row = queries.lock_visible(uow, contract_id)
    parties = list_parties(uow, contract_id)
    readers = [party.organization_id for party in parties]
    require(policy.can_sign(uow.actor, row, readers))
    if row.state != ContractState.DRAFTED or any(party.signed_at for party in parties):
        raise IllegalMove(
            state=CONTRACT.states[row.state].in_(uow.locale),
            move=Text("修改特别约定", "Change the special clauses").in_(uow.locale),
        )
    if content_sha256 != row.content_sha256:
        raise ContentChanged(current=row.content_sha256)
    if void := documents.void_clauses(clauses, as_of=uow.today):
        raise InvalidInput(errors=void)
    data = ContractData.model_validate(row.content | {"special_clauses": list(clauses)})
    if data == ContractData.model_validate(row.content):
        return queries.get_contract(uow, contract_id=contract_id)
    _typeset_anew(uow, row, data, readers)
    party = next(p for p in parties if p.organization_id == uow.actor.organization_id)
    announce(uow, row, ContractTextRevised, organization_name=party.name, content_sha256=row.content_sha256)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def _typeset_anew(uow: UnitOfWork, row: Contract, data: ContractData, readers: list[UUID]) -> None:
    pdf = documents.typeset_contract(data)
    file = documents.store_file(uow, data=pdf, name=f"{row.number}.pdf", media_type=PDF, readers=readers)
    before, row.content_sha256 = row.content_sha256, hashlib.sha256(pdf).hexdigest()
    row.content, row.file_id = data.model_dump(mode="json"), file.id
    first = uow.session.exec(
        select(ContractDocument).where(
            col(ContractDocument.contract_id) == row.id, col(ContractDocument.position) == 0
        )
    ).one()
    first.file_id, first.sha256, first.at = file.id, file.sha256, uow.now
    uow.audit(
        "contract.text_revised", "contract", row.id, before=before, after=row.content_sha256,
        special_clauses=list(data.special_clauses),
    )  # fmt: skip
