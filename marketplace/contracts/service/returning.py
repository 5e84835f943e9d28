"""The technology given back within the free period, and what became of its materials."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import select

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import Raised, ReturnCertificate
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import DateOutOfRange, NoCertificateDue
from marketplace.contracts.models import Contract, ContractMatter
from marketplace.contracts.schemas import ContractState, ContractView, MatterKind
from marketplace.contracts.service.raising import attach_files, end_contract, find_live, raise_matter
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.documents import service as documents
from marketplace.documents.schemas import CertificateData, CertificateItem
from marketplace.events.contracts import TechnologyReturned
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet


def return_technology(uow: UnitOfWork, *, contract_id: UUID, reason: str) -> ContractView:
    """Give the technology back within the free period: nothing deferred is owed. Raises `FreePeriodOver`.

    What became of the materials is certified within some days (rulebook `return_certificate_days`).
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    sheet = TermSheet.model_validate(row.terms)
    until = queries.return_until(row.effective_on, sheet)
    advance(uow, CONTRACT, row, "return", facts=Facts(uow.today, return_until=until), reason=reason)
    end_contract(uow, row, uow.today)
    _await_certificate(uow, row)
    deals.release_claim(uow, deal_id=row.deal_id)
    uow.audit("contract.returned", "contract", row.id)
    announce(uow, row, TechnologyReturned, ended_on=uow.today, reason=reason)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def _await_certificate(uow: UnitOfWork, row: Contract) -> None:
    row.clock_on = uow.today + timedelta(days=rulebook.value("return_certificate_days", uow.today) + 1)


def file_certificate(uow: UnitOfWork, *, contract_id: UUID, certificate: ReturnCertificate) -> ContractView:
    """Certify what became of every material; it is typeset as a PDF for both, and the licensor confirms it.

    Raises `NoCertificateDue` unless the technology was returned and the certificate not confirmed, `AlreadyRaised`,
    `DateOutOfRange`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    if row.state != ContractState.RETURNED or row.effective_on is None or _confirmed(uow, row):
        raise NoCertificateDue
    for item in certificate.items:
        if not row.effective_on <= item.on <= uow.today:
            raise DateOutOfRange(earliest=row.effective_on, latest=uow.today)
    raised = Raised(
        kind=MatterKind.RETURN_CERTIFICATE,
        day=row.ended_on,
        text=certificate.text,
        details={"items": [item.model_dump(mode="json") for item in certificate.items]},
        answer_by_on=uow.today + timedelta(days=rulebook.value("matter_answer_days", uow.today)),
    )
    matter = raise_matter(uow, row, raised, raised_by_id=row.firm_id)
    _typeset(uow, row, matter, certificate)
    row.clock_on = None
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def _confirmed(uow: UnitOfWork, row: Contract) -> bool:
    statement = select(ContractMatter.id).where(
        ContractMatter.contract_id == row.id,
        ContractMatter.kind == MatterKind.RETURN_CERTIFICATE,
        ContractMatter.state == "accepted",
    )
    return uow.session.exec(statement).first() is not None


def _typeset(uow: UnitOfWork, row: Contract, matter: ContractMatter, certificate: ReturnCertificate) -> None:
    names = organizations.list_briefs(uow, ids=[row.university_id, row.firm_id])
    data = CertificateData(
        contract_number=row.number,
        project_name=row.project_name,
        licensor=names[row.university_id].name,
        licensee=names[row.firm_id].name,
        effective_on=row.effective_on or date.min,
        returned_on=row.ended_on or uow.today,
        made_on=uow.today,
        items=tuple(CertificateItem(name=i.name, how=i.how, on=i.on) for i in certificate.items),
        remark=certificate.text,
    )
    stored = documents.store_file(
        uow, data=documents.typeset_return_certificate(data), name=f"{row.number}-资料清退证明.pdf", media_type="application/pdf",
        readers=[row.university_id, row.firm_id],
    )  # fmt: skip
    attach_files(uow.as_system(), row, subject_id=matter.id, part="certificate", file_ids=[stored.id])


def certificate_sent_back(uow: UnitOfWork, row: Contract) -> None:
    """Start the days for a new certificate when the licensor sent one back."""
    if find_live(uow, row.id, MatterKind.RETURN_CERTIFICATE) is None:
        _await_certificate(uow, row)
