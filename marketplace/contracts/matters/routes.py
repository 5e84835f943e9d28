"""Endpoints of what happens after the signature. Each answers with the whole contract as the reader sees it now."""

from uuid import UUID

from fastapi import APIRouter, UploadFile

from marketplace.contracts import disputes, service
from marketplace.contracts.after_signature import (
    AccountsRequest,
    BuyoutNotice,
    ContractFile,
    ConversionRecord,
    Dispute,
    IncomeClaim,
    MatterAnswer,
    MatterRefusal,
    MilestoneClaim,
    NewUseReport,
    ReturnCertificate,
    RightRecord,
    Ruling,
    SettlementAgreement,
    SettlementProposal,
    TransferRecord,
)
from marketplace.contracts.errors import (
    AlreadyInvoiced,
    AlreadyRaised,
    DateOutOfRange,
    FileNotUsable,
    FirstIncomeKnown,
    NoBuyoutPrice,
    NoCertificateDue,
    NoConversionClause,
    NoFirstIncomeTrigger,
    NoRoyalty,
    NoSuchMilestone,
    NoSuchRight,
    NotAUsePeriod,
    NothingToCorrect,
    NoticeTooShort,
    NoTransferToRecord,
    ProposalChanged,
)
from marketplace.contracts.schemas import ContractView, CorrectedStatement
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired, TooLarge
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["contracts"])
FILE_LIMIT_MB = 10
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


@router.post(
    "/contracts/{contract_id}/files",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput, TooLarge, FileNotUsable),
    operation_id="hand_in_contract_file",
)
def hand_in_contract_file(contract_id: UUID, file: UploadFile, uow: MemberUowDep) -> ContractFile:
    """Send a file; the other side reads it once it is attached to a claim, an answer or a statement."""
    data = file.file.read(FILE_LIMIT_MB * 1024 * 1024 + 1)
    if len(data) > FILE_LIMIT_MB * 1024 * 1024:
        raise TooLarge(limit_mb=FILE_LIMIT_MB)
    return service.hand_in_file(uow, contract_id=contract_id, data=data, name=file.filename or "")


@router.post(
    "/contracts/{contract_id}/use-reports",
    responses=problems(*_WRITES, NotAUsePeriod),
    operation_id="file_use_report",
)
def file_use_report(contract_id: UUID, form: NewUseReport, uow: MemberUowDep) -> ContractView:
    """Report how the technology was used in a period that is over."""
    return service.file_use_report(uow, contract_id=contract_id, report=form)


@router.post(
    "/contracts/{contract_id}/income-claims",
    responses=problems(*_WRITES, DateOutOfRange, FirstIncomeKnown, NoFirstIncomeTrigger, AlreadyRaised),
    operation_id="assert_first_income",
)
def assert_first_income(contract_id: UUID, form: IncomeClaim, uow: MemberUowDep) -> ContractView:
    """Assert, as the licensor, the day of first income that the licensee has not declared, with evidence."""
    return service.assert_first_income(uow, contract_id=contract_id, claim=form)


@router.post(
    "/contracts/{contract_id}/statement-corrections",
    responses=problems(*_WRITES, NoRoyalty, NothingToCorrect, AlreadyInvoiced),
    operation_id="correct_statement",
)
def correct_statement(contract_id: UUID, form: CorrectedStatement, uow: MemberUowDep) -> ContractView:
    """Replace a statement on which no invoice rests yet."""
    return service.correct_statement(uow, contract_id=contract_id, statement=form)


@router.post(
    "/contracts/{contract_id}/accounts-requests",
    responses=problems(*_WRITES, NoRoyalty, NoticeTooShort, AlreadyRaised),
    operation_id="ask_for_accounts",
)
def ask_for_accounts(contract_id: UUID, form: AccountsRequest, uow: MemberUowDep) -> ContractView:
    """Ask to read the accounts behind the royalty."""
    return service.ask_for_accounts(uow, contract_id=contract_id, request=form)


@router.post(
    "/contracts/{contract_id}/milestone-claims",
    responses=problems(*_WRITES, DateOutOfRange, NoSuchMilestone, AlreadyRaised),
    operation_id="claim_milestone",
)
def claim_milestone(contract_id: UUID, form: MilestoneClaim, uow: MemberUowDep) -> ContractView:
    """Claim that a milestone was reached, with evidence."""
    return service.claim_milestone(uow, contract_id=contract_id, claim=form)


@router.post(
    "/contracts/{contract_id}/buyout",
    responses=problems(*_WRITES, NoBuyoutPrice, AlreadyRaised),
    operation_id="declare_buyout",
)
def declare_buyout(contract_id: UUID, form: BuyoutNotice, uow: MemberUowDep) -> ContractView:
    """Buy the technology at the price of the terms; the licensor confirms."""
    return service.declare_buyout(uow, contract_id=contract_id, notice=form)


@router.post(
    "/contracts/{contract_id}/conversions",
    responses=problems(*_WRITES, DateOutOfRange, NoConversionClause, AlreadyRaised),
    operation_id="record_conversion",
)
def record_conversion(contract_id: UUID, form: ConversionRecord, uow: MemberUowDep) -> ContractView:
    """Record that equity takes the place of later fees; the other side confirms."""
    return service.record_conversion(uow, contract_id=contract_id, record=form)


@router.post(
    "/contracts/{contract_id}/transfer-recording",
    responses=problems(*_WRITES, DateOutOfRange, NoTransferToRecord),
    operation_id="record_transfer",
)
def record_transfer(contract_id: UUID, form: TransferRecord, uow: MemberUowDep) -> ContractView:
    """Note the recording of the transfer after a buy-out or conversion."""
    return service.record_transfer(uow, contract_id=contract_id, record=form)


@router.post(
    "/contracts/{contract_id}/return-certificate",
    responses=problems(*_WRITES, DateOutOfRange, NoCertificateDue, AlreadyRaised),
    operation_id="file_return_certificate",
)
def file_return_certificate(contract_id: UUID, form: ReturnCertificate, uow: MemberUowDep) -> ContractView:
    """Certify what became of every material after the technology was returned."""
    return service.file_certificate(uow, contract_id=contract_id, certificate=form)


@router.post(
    "/contracts/{contract_id}/right-events",
    responses=problems(*_WRITES, DateOutOfRange, NoSuchRight, AlreadyRaised),
    operation_id="record_right_event",
)
def record_right_event(contract_id: UUID, form: RightRecord, uow: MemberUowDep) -> ContractView:
    """Record the publication, grant, invalidation or lapse of a licensed right."""
    return service.record_right_event(uow, contract_id=contract_id, record=form)


@router.post(
    "/contracts/{contract_id}/matters/{matter_id}/accept",
    responses=problems(*_WRITES, NoConversionClause, NoSuchMilestone),
    operation_id="accept_contract_matter",
)
def accept_contract_matter(
    contract_id: UUID, matter_id: UUID, form: MatterAnswer, uow: MemberUowDep
) -> ContractView:
    """Accept what the other side put."""
    return service.accept_matter(uow, contract_id=contract_id, matter_id=matter_id, answer=form)


@router.post(
    "/contracts/{contract_id}/matters/{matter_id}/refuse",
    responses=problems(*_WRITES),
    operation_id="refuse_contract_matter",
)
def refuse_contract_matter(
    contract_id: UUID, matter_id: UUID, form: MatterRefusal, uow: MemberUowDep
) -> ContractView:
    """Send it back with reasons; an asserted first income becomes a dispute."""
    return service.refuse_matter(uow, contract_id=contract_id, matter_id=matter_id, refusal=form)


@router.post(
    "/contracts/{contract_id}/matters/{matter_id}/withdraw",
    responses=problems(*_WRITES),
    operation_id="withdraw_contract_matter",
)
def withdraw_contract_matter(contract_id: UUID, matter_id: UUID, uow: MemberUowDep) -> ContractView:
    """Take back what one's own side put."""
    return service.withdraw_matter(uow, contract_id=contract_id, matter_id=matter_id)


@router.post(
    "/contracts/{contract_id}/matters/{matter_id}/propose",
    responses=problems(*_WRITES, DateOutOfRange),
    operation_id="propose_settlement",
)
def propose_settlement(
    contract_id: UUID, matter_id: UUID, form: SettlementProposal, uow: MemberUowDep
) -> ContractView:
    """Propose how a dispute about first income could end."""
    return service.propose_settlement(uow, contract_id=contract_id, matter_id=matter_id, proposal=form)


@router.post(
    "/contracts/{contract_id}/matters/{matter_id}/agree",
    responses=problems(*_WRITES, ProposalChanged),
    operation_id="agree_settlement",
)
def agree_settlement(
    contract_id: UUID, matter_id: UUID, form: SettlementAgreement, uow: MemberUowDep
) -> ContractView:
    """Agree to exactly the proposal shown."""
    return service.agree_settlement(uow, contract_id=contract_id, matter_id=matter_id, agreement=form)


@router.get("/contract-disputes", responses=problems(SignInRequired, Forbidden), operation_id="list_disputes")
def list_disputes(uow: MemberUowDep) -> list[Dispute]:
    """The disputes about first income, for the platform's administrator."""
    return disputes.list_disputes(uow)


@router.post(
    "/contract-disputes/{contract_id}/{matter_id}/ruling",
    status_code=204,
    responses=problems(*_WRITES, DateOutOfRange),
    operation_id="record_ruling",
)
def record_ruling(contract_id: UUID, matter_id: UUID, form: Ruling, uow: MemberUowDep) -> None:
    """Record how a court, an arbitrator or a mediator decided a dispute."""
    service.record_ruling(uow, contract_id=contract_id, matter_id=matter_id, ruling=form)
