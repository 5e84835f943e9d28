"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, UploadFile

from marketplace.contracts import amendments, evidence, papers, queries, service
from marketplace.contracts.errors import (
    AmendmentNotPossible,
    AmendmentPending,
    AnswerFirst,
    ContentChanged,
    DateOutOfRange,
    FirstIncomeKnown,
    FreePeriodOver,
    NoRoyalty,
    NoSuchMilestone,
    NotAReportPeriod,
    NothingAmended,
    ScanAnswered,
    ScanNotReadable,
    SignatureFailed,
)
from marketplace.contracts.matters import routes as matters
from marketplace.contracts.schemas import (
    AmendedTerms,
    AmendmentView,
    ClausesToCheck,
    ContractBrief,
    ContractState,
    ContractVerification,
    ContractView,
    FiledStatement,
    FirstIncome,
    NewAmendment,
    NewMilestone,
    SignContract,
    SpecialClauses,
)
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired, TooLarge
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, handed_file, problems, shown_pdf
from marketplace.documents import queries as files, service as documents
from marketplace.documents.errors import FileDamaged
from marketplace.documents.schemas import ClauseFinding
from marketplace.identity.entry import MemberUowDep, UowDep
from marketplace.terms import Revision

router = APIRouter(prefix="/api", tags=["contracts"])
router.routes.extend(matters.router.routes)
LIMIT_MB = 20
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


@router.get("/contracts", responses=problems(SignInRequired), operation_id="list_contracts")
def list_contracts(
    uow: MemberUowDep, state: ContractState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[ContractBrief]:
    """The contracts of one's own side, latest change first."""
    return queries.list_contracts(uow, state=state or "", page=page, size=size)


@router.get("/contracts/counts", responses=problems(SignInRequired), operation_id="count_contracts")
def count_contracts(uow: MemberUowDep) -> dict[str, int]:
    """How many contracts of one's own side stand in each state."""
    return queries.count_by_state(uow)


@router.post("/contracts/verify", responses=problems(TooLarge), operation_id="verify_contract_file")
def verify_contract_file(file: UploadFile, uow: UowDep) -> ContractVerification:
    """Say whether a PDF is a complete, unaltered contract of this platform; anybody may ask."""
    pdf = file.file.read(LIMIT_MB * 1024 * 1024 + 1)
    if len(pdf) > LIMIT_MB * 1024 * 1024:
        raise TooLarge(limit_mb=LIMIT_MB)
    return service.verify_file(uow, pdf=pdf)


@router.get(
    "/contracts/{contract_id}", responses=problems(SignInRequired, NotFound), operation_id="get_contract"
)
def get_contract(contract_id: UUID, uow: MemberUowDep) -> ContractView:
    """A whole contract: parties, documents, what is owed, timeline."""
    return queries.get_contract(uow, contract_id=contract_id)


@router.get(
    "/contracts/{contract_id}/pdf",
    responses=problems(SignInRequired, NotFound, FileDamaged) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
    operation_id="get_contract_pdf",
)
def get_contract_pdf(contract_id: UUID, uow: MemberUowDep) -> Response:
    """The contract as it stands, with the signatures given so far."""
    view = queries.get_contract(uow, contract_id=contract_id)
    file, pdf = files.read_file(uow.as_system(), file_id=view.documents[-1].file_id)
    headers = {
        "Content-Disposition": f'inline; filename="{view.number}.pdf"',
        "ETag": f'"{file.sha256}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(pdf, media_type=file.media_type, headers=headers)


@router.post(
    "/contracts/{contract_id}/sign",
    responses=problems(*_WRITES, ContentChanged, SignatureFailed, FileDamaged),
    operation_id="sign_contract",
)
def sign_contract(contract_id: UUID, form: SignContract, uow: MemberUowDep) -> ContractView:
    """Sign exactly the text shown; a second click opens the first."""
    return service.sign_contract(uow, contract_id=contract_id, content_sha256=form.content_sha256)


@router.post("/contracts/{contract_id}/cancel", responses=problems(*_WRITES), operation_id="cancel_contract")
def cancel_contract(contract_id: UUID, form: Because, uow: MemberUowDep) -> ContractView:
    """Give a contract up before all have signed."""
    return service.cancel_contract(uow, contract_id=contract_id, reason=form.reason)


@router.post(
    "/contracts/{contract_id}/declare-first-income",
    responses=problems(*_WRITES, DateOutOfRange, FirstIncomeKnown, AnswerFirst),
    operation_id="declare_first_income",
)
def declare_first_income(contract_id: UUID, form: FirstIncome, uow: MemberUowDep) -> ContractView:
    """Declare the day of first income from the technology."""
    return service.declare_first_income(
        uow, contract_id=contract_id, first_income_on=form.first_income_on, file_ids=form.file_ids
    )


@router.post(
    "/contracts/{contract_id}/statements",
    responses=problems(*_WRITES, NoRoyalty, NotAReportPeriod),
    operation_id="file_statement",
)
def file_statement(contract_id: UUID, form: FiledStatement, uow: MemberUowDep) -> ContractView:
    """Report the income of one reporting period."""
    return service.file_statement(uow, contract_id=contract_id, statement=form, file_ids=form.file_ids)


@router.post(
    "/contracts/{contract_id}/milestones",
    responses=problems(*_WRITES, DateOutOfRange, NoSuchMilestone),
    operation_id="accept_milestone",
)
def accept_milestone(contract_id: UUID, form: NewMilestone, uow: MemberUowDep) -> ContractView:
    """Accept that a milestone was reached."""
    return service.accept_milestone(uow, contract_id=contract_id, milestone=form)


@router.post(
    "/contracts/{contract_id}/return",
    responses=problems(*_WRITES, FreePeriodOver),
    operation_id="return_technology",
)
def return_technology(contract_id: UUID, form: Because, uow: MemberUowDep) -> ContractView:
    """Return the technology within the free period."""
    return service.return_technology(uow, contract_id=contract_id, reason=form.reason)


@router.post(
    "/contracts/check-clauses",
    responses=problems(SignInRequired, InvalidInput),
    operation_id="check_clauses",
)
def check_clauses(form: ClausesToCheck, uow: MemberUowDep) -> list[ClauseFinding]:
    """Say of clauses which of them the law voids and what to write instead. Keeps nothing."""
    return documents.check_clauses(form.clauses, as_of=uow.today, locale=uow.locale)


@router.put(
    "/contracts/{contract_id}/special-clauses",
    responses=problems(*_WRITES, ContentChanged),
    operation_id="set_special_clauses",
)
def set_special_clauses(contract_id: UUID, form: SpecialClauses, uow: MemberUowDep) -> ContractView:
    """Replace the special clauses before anybody has signed; the text is typeset anew."""
    return service.set_special_clauses(
        uow, contract_id=contract_id, content_sha256=form.content_sha256, clauses=form.clauses
    )


@router.get(
    "/contracts/{contract_id}/reading-copy",
    responses=problems(SignInRequired, NotFound) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
    operation_id="get_contract_reading_copy",
)
def get_contract_reading_copy(contract_id: UUID, uow: MemberUowDep) -> Response:
    """The whole contract in English, marked as a copy in which the Chinese text prevails."""
    number, pdf = papers.get_reading_copy(uow, contract_id=contract_id)
    return shown_pdf(f"{number}-en.pdf", pdf)


@router.get(
    "/contracts/{contract_id}/evidence",
    responses=problems(SignInRequired, NotFound, FileDamaged) | {200: {"content": {"application/zip": {}}}},
    response_class=Response,
    operation_id="get_contract_evidence",
)
def get_contract_evidence(contract_id: UUID, uow: MemberUowDep) -> Response:
    """The evidence bundle: the signed file, who signed how and when, the chain of events, and a verifier for all of it."""
    number, bundle = evidence.get_evidence(uow, contract_id=contract_id)
    return handed_file(f"{number}-evidence.zip", bundle, "application/zip")


@router.post(
    "/contracts/{contract_id}/scans",
    status_code=201,
    responses=problems(*_WRITES, TooLarge, ContentChanged, ScanNotReadable),
    operation_id="upload_contract_scan",
)
def upload_contract_scan(
    contract_id: UUID,
    file: UploadFile,
    uow: MemberUowDep,
    content_sha256: Annotated[str, Query(pattern=r"^[0-9a-f]{64}$")],
) -> ContractView:
    """Hand in a scan (PDF, JPEG, PNG) of the text with this SHA-256, signed on paper: weaker evidence than signing here."""
    data = file.file.read(LIMIT_MB * 1024 * 1024 + 1)
    if len(data) > LIMIT_MB * 1024 * 1024:
        raise TooLarge(limit_mb=LIMIT_MB)
    return service.upload_scan(uow, contract_id=contract_id, content_sha256=content_sha256, data=data)


@router.post(
    "/contracts/{contract_id}/scans/{scan_id}/confirm",
    responses=problems(*_WRITES, ScanAnswered, SignatureFailed, FileDamaged),
    operation_id="confirm_contract_scan",
)
def confirm_contract_scan(contract_id: UUID, scan_id: UUID, uow: MemberUowDep) -> ContractView:
    """Confirm as the other side that a scan shows the agreed text."""
    return service.confirm_scan(uow, contract_id=contract_id, scan_id=scan_id)


@router.post(
    "/contracts/{contract_id}/scans/{scan_id}/reject",
    responses=problems(*_WRITES, ScanAnswered),
    operation_id="reject_contract_scan",
)
def reject_contract_scan(contract_id: UUID, scan_id: UUID, form: Because, uow: MemberUowDep) -> ContractView:
    """Send a scan back with a reason."""
    return service.reject_scan(uow, contract_id=contract_id, scan_id=scan_id, reason=form.reason)


@router.get(
    "/contracts/{contract_id}/amendments",
    responses=problems(SignInRequired, NotFound),
    operation_id="list_amendments",
)
def list_amendments(contract_id: UUID, uow: MemberUowDep) -> list[AmendmentView]:
    """The amendments of a contract, each with what it changes and the hashes of the terms before and after."""
    return amendments.list_amendments(uow, contract_id=contract_id)


@router.post(
    "/contracts/{contract_id}/amendments",
    status_code=201,
    responses=problems(*_WRITES, AmendmentNotPossible, AmendmentPending, NothingAmended, DateOutOfRange),
    operation_id="propose_amendment",
)
def propose_amendment(contract_id: UUID, form: NewAmendment, uow: MemberUowDep) -> AmendmentView:
    """Propose new terms for a running contract from a day on; all parties have to sign."""
    return service.propose_amendment(uow, contract_id=contract_id, draft=form)


@router.post(
    "/contracts/{contract_id}/amendments/preview",
    responses=problems(SignInRequired, NotFound, InvalidInput),
    operation_id="preview_amendment",
)
def preview_amendment(contract_id: UUID, form: AmendedTerms, uow: MemberUowDep) -> Revision:
    """What new terms would change and cost; nothing is stored."""
    return amendments.preview_amendment(uow, contract_id=contract_id, terms=form.terms)


@router.post(
    "/contracts/{contract_id}/amendments/{number}/sign",
    responses=problems(*_WRITES, ContentChanged, SignatureFailed, FileDamaged, AmendmentNotPossible),
    operation_id="sign_amendment",
)
def sign_amendment(contract_id: UUID, number: int, form: SignContract, uow: MemberUowDep) -> AmendmentView:
    """Sign exactly the amendment shown; the last signature puts the new terms in force."""
    return service.sign_amendment(
        uow, contract_id=contract_id, number=number, content_sha256=form.content_sha256
    )


@router.post(
    "/contracts/{contract_id}/amendments/{number}/withdraw",
    responses=problems(*_WRITES),
    operation_id="withdraw_amendment",
)
def withdraw_amendment(contract_id: UUID, number: int, form: Because, uow: MemberUowDep) -> AmendmentView:
    """Give an amendment up before all have signed."""
    return service.withdraw_amendment(uow, contract_id=contract_id, number=number, reason=form.reason)
