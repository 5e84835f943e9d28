"""The pack that answers a dispute: a text and papers, kept before the provider is asked, so that every repeat is the same."""

from typing import Any, Final
from uuid import UUID

from finance.disputes.errors import ContractPaperMissing, EvidenceTooLarge
from finance.disputes.models import Dispute
from finance.disputes.schemas import EvidencePart, NewEvidence
from finance.payments.gateway import Evidence, EvidenceFile
from finance.receivables import queries as invoices, service as receivables
from marketplace.contracts import queries as contracts
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import FileView

LIMIT_MB: Final = 4.5
"""What Stripe takes for one dispute, all papers together."""
_MB: Final = 1_048_576
_PDF: Final = "application/pdf"
_TAKEN: Final = (_PDF, "image/png", "image/jpeg")
_NOT_TAKEN = Text("发卡行只接受 PDF、PNG、JPG 文件。", "Banks take PDF, PNG and JPG only.")
_NOT_YOURS = Text("找不到这个文件，请重新上传。", "This file was not found; upload it again.")


def gather(uow: UnitOfWork, row: Dispute, form: NewEvidence) -> dict[str, Any]:
    """Keep the papers that a person chose and return what is sent, by hashes. Raises the room's refusals of papers, `InvalidInput`."""
    chosen: list[tuple[EvidencePart, str, str, bytes]] = []
    if form.contract:
        chosen.append(_contract(uow, row))
    if form.bill:
        name, data = receivables.typeset_invoice(uow.as_system(), invoice_id=row.invoice_id)
        chosen.append(("bill", name, _PDF, data))
    if form.use_file_id is not None:
        file, data = _own_file(uow, form.use_file_id)
        chosen.append(("use", file.name, file.media_type, data))
    size = sum(len(data) for *_, data in chosen)
    if size > LIMIT_MB * _MB:
        raise EvidenceTooLarge(size_mb=round(size / _MB, 1), limit_mb=LIMIT_MB)
    kept = [
        (
            part,
            documents.store_file(
                uow, data=data, name=name, media_type=media_type, readers=[row.university_id]
            ),
        )
        for part, name, media_type, data in chosen
    ]
    return {
        "text": form.text,
        "files": [
            {
                "part": part,
                "file_id": str(file.id),
                "name": file.name,
                "size": file.size,
                "sha256": file.sha256,
            }
            for part, file in kept
        ],
    }


def _contract(uow: UnitOfWork, row: Dispute) -> tuple[EvidencePart, str, str, bytes]:
    contract = contracts.get_contract(uow.as_system(), contract_id=row.contract_id)
    if not contract.documents:
        raise ContractPaperMissing
    _, data = files.read_file(uow.as_system(), file_id=contract.documents[-1].file_id)
    return "contract", f"{contract.number}.pdf", _PDF, data


def _own_file(uow: UnitOfWork, file_id: UUID) -> tuple[FileView, bytes]:
    try:
        file, data = files.read_file(uow, file_id=file_id)
    except NotFound:
        raise InvalidInput(errors=(FieldError("/use_file_id", "not_found", _NOT_YOURS),)) from None
    if file.media_type not in _TAKEN:
        raise InvalidInput(errors=(FieldError("/use_file_id", "kind", _NOT_TAKEN),))
    return file, data


def of_dispute(uow: UnitOfWork, row: Dispute) -> Evidence:
    """Return what is sent to the provider."""
    invoice = invoices.get_invoice(uow.as_system(), invoice_id=row.invoice_id)
    return Evidence(
        provider_ref=row.provider_ref,
        key=row.provider_key,
        subject=f"{invoice.title} · {invoice.contract_number} · {invoice.number}",
        payer=invoice.firm_name,
        text=row.evidence["text"],
        files=tuple(
            EvidenceFile(
                file["part"], file["name"], files.read_file(uow.as_system(), file_id=UUID(file["file_id"]))[1]
            )
            for file in row.evidence["files"]
        ),
    )
