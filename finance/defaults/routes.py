"""Endpoints of defaults, covers, claims and credit records."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, UploadFile

from finance.bank.errors import LineAlreadyMatched
from finance.defaults import queries, service
from finance.defaults.errors import (
    ClaimTooEarly,
    ClaimUnderWay,
    CoverNotFound,
    CureTooShort,
    DayOutOfRange,
    NoCreditYet,
    NotAPolicyFile,
    NotAProvider,
    NothingCovered,
    NothingOpen,
    NoZone,
    PaymentDiffers,
    PolicyNumberTaken,
    RepaidTooMuch,
    TooEarlyToDemand,
)
from finance.defaults.schemas import (
    Ageing,
    CaseBrief,
    CaseState,
    CaseView,
    CaseWithdrawal,
    ClaimPayment,
    ClaimView,
    CoverView,
    DeliveryRecord,
    NewClaim,
    NewCover,
    NewDemand,
    ObjectionAnswer,
    RecordState,
    RecordView,
    Repayment,
    StepReason,
)
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, handed_file, problems
from marketplace.identity.entry import MemberUowDep
from marketplace.organizations import queries as organizations
from marketplace.organizations.schemas import OrganizationBrief, OrganizationKind

router = APIRouter(prefix="/api", tags=["defaults"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


@router.get("/defaults", responses=problems(SignInRequired), operation_id="list_defaults")
def list_defaults(
    uow: MemberUowDep, *, state: CaseState | None = None,
    open: Annotated[bool, Query(description="only those that still wait for the money")] = False,  # noqa: A002
    contract_id: UUID | None = None, invoice_id: UUID | None = None, page: PageNumber = 1, size: PageSize = 20,
) -> Page[CaseBrief]:  # fmt: skip
    """The defaults that one's organization is a side of or covers, the longest late first."""
    return queries.list_cases(
        uow, state=state, open_only=open, contract_id=contract_id, invoice_id=invoice_id, page=page, size=size
    )


@router.get("/defaults/ageing", responses=problems(SignInRequired), operation_id="list_default_ageing")
def list_default_ageing(uow: MemberUowDep) -> list[Ageing]:
    """What is open in them by how many days it is late."""
    return queries.list_ageing(uow)


@router.get("/defaults/{case_id}", responses=problems(SignInRequired, NotFound), operation_id="get_default")
def get_default(case_id: UUID, uow: MemberUowDep) -> CaseView:
    """A whole default: sums, documents, covers, timeline, and what comes next."""
    return queries.get_case(uow, case_id=case_id)


@router.post("/defaults/{case_id}/take", responses=problems(*_WRITES), operation_id="take_default")
def take_default(case_id: UUID, uow: MemberUowDep) -> CaseView:
    """Become the person responsible for a case."""
    return service.take_case(uow, case_id=case_id)


@router.post(
    "/defaults/{case_id}/demand",
    responses=problems(*_WRITES, TooEarlyToDemand, CureTooShort, NothingOpen),
    operation_id="send_demand",
)
def send_demand(case_id: UUID, form: NewDemand, uow: MemberUowDep) -> CaseView:
    """Send the demand; the letter is kept as PDF."""
    return service.send_demand(uow, case_id=case_id, form=form)


@router.post(
    "/defaults/{case_id}/delivery",
    responses=problems(*_WRITES, DayOutOfRange),
    operation_id="record_demand_delivery",
)
def record_demand_delivery(case_id: UUID, form: DeliveryRecord, uow: MemberUowDep) -> CaseView:
    """Note when and how the demand reached the firm; its time to pay runs from that day."""
    return service.record_delivery(uow, case_id=case_id, form=form)


@router.post(
    "/defaults/{case_id}/acknowledge", responses=problems(*_WRITES), operation_id="acknowledge_demand"
)
def acknowledge_demand(case_id: UUID, uow: MemberUowDep) -> CaseView:
    """Say as the firm that the demand has come."""
    return service.acknowledge_demand(uow, case_id=case_id)


@router.post(
    "/defaults/{case_id}/rescind",
    responses=problems(*_WRITES, NothingOpen),
    operation_id="rescind_after_default",
)
def rescind_after_default(case_id: UUID, form: StepReason, uow: MemberUowDep) -> CaseView:
    """Declare the contract rescinded after the time to pay."""
    return service.rescind(uow, case_id=case_id, reason=form.reason)


@router.post(
    "/defaults/{case_id}/withdraw",
    responses=problems(*_WRITES, DayOutOfRange),
    operation_id="withdraw_default",
)
def withdraw_default(case_id: UUID, form: CaseWithdrawal, uow: MemberUowDep) -> CaseView:
    """Let a case rest until a day."""
    return service.withdraw_case(uow, case_id=case_id, form=form)


@router.post(
    "/defaults/{case_id}/claims",
    responses=problems(*_WRITES, ClaimTooEarly, ClaimUnderWay, NothingCovered),
    operation_id="file_cover_claim",
)
def file_cover_claim(case_id: UUID, form: NewClaim, uow: MemberUowDep) -> ClaimView:
    """Ask an insurer or guarantor to pay for the firm."""
    return service.file_claim(uow, case_id=case_id, cover_id=form.cover_id)


@router.get("/covers", responses=problems(SignInRequired), operation_id="list_covers")
def list_covers(uow: MemberUowDep, contract_id: UUID | None = None) -> list[CoverView]:
    """The covers that one's organization is a side of."""
    return queries.list_covers(uow, contract_id=contract_id)


@router.get("/cover-providers", responses=problems(SignInRequired), operation_id="list_cover_providers")
def list_cover_providers(uow: MemberUowDep) -> list[OrganizationBrief]:
    """The insurers and guarantors that may stand behind a cover."""
    kinds = (OrganizationKind.INSURER, OrganizationKind.GUARANTOR)
    return [brief for kind in kinds for brief in organizations.list_by_kind(uow, kind=kind)]


@router.post(
    "/covers",
    responses=problems(
        SignInRequired, Forbidden, InvalidInput, CoverNotFound, NotAProvider, PolicyNumberTaken
    ),
    operation_id="register_cover",
)
def register_cover(form: NewCover, uow: MemberUowDep) -> CoverView:
    """Register a policy or guarantee for the fees of a contract."""
    return service.register_cover(uow, form=form)


@router.post("/covers/{cover_id}/confirm", responses=problems(*_WRITES), operation_id="confirm_cover")
def confirm_cover(cover_id: UUID, uow: MemberUowDep) -> CoverView:
    """Stand by a cover."""
    return service.confirm_cover(uow, cover_id=cover_id)


@router.post("/covers/{cover_id}/decline", responses=problems(*_WRITES), operation_id="decline_cover")
def decline_cover(cover_id: UUID, form: StepReason, uow: MemberUowDep) -> CoverView:
    """Say that there is no such cover."""
    return service.decline_cover(uow, cover_id=cover_id, reason=form.reason)


@router.post(
    "/covers/{cover_id}/policy", responses=problems(*_WRITES, NotAPolicyFile), operation_id="attach_policy"
)
def attach_policy(cover_id: UUID, file: UploadFile, uow: MemberUowDep) -> CoverView:
    """Keep the policy's PDF with a cover."""
    return service.attach_policy(uow, cover_id=cover_id, pdf=file.file.read(21 * 1_048_576))


@router.get("/cover-claims", responses=problems(SignInRequired), operation_id="list_cover_claims")
def list_cover_claims(uow: MemberUowDep) -> list[ClaimView]:
    """The claims that one's organization is a side of."""
    return queries.list_claims(uow)


@router.post(
    "/cover-claims/{claim_id}/accept", responses=problems(*_WRITES), operation_id="accept_cover_claim"
)
def accept_cover_claim(claim_id: UUID, uow: MemberUowDep) -> ClaimView:
    """Agree to pay a claim."""
    return service.accept_claim(uow, claim_id=claim_id)


@router.post(
    "/cover-claims/{claim_id}/refuse", responses=problems(*_WRITES), operation_id="refuse_cover_claim"
)
def refuse_cover_claim(claim_id: UUID, form: StepReason, uow: MemberUowDep) -> ClaimView:
    """Refuse a claim with the reason."""
    return service.refuse_claim(uow, claim_id=claim_id, reason=form.reason)


@router.post(
    "/cover-claims/{claim_id}/settle",
    responses=problems(*_WRITES, PaymentDiffers, NothingOpen, LineAlreadyMatched),
    operation_id="settle_cover_claim",
)
def settle_cover_claim(claim_id: UUID, form: ClaimPayment, uow: MemberUowDep) -> ClaimView:
    """Say which receipt paid a claim."""
    return service.settle_claim(uow, claim_id=claim_id, line_id=form.line_id)


@router.post(
    "/cover-claims/{claim_id}/repayments",
    responses=problems(*_WRITES, RepaidTooMuch),
    operation_id="note_cover_repayment",
)
def note_cover_repayment(claim_id: UUID, form: Repayment, uow: MemberUowDep) -> ClaimView:
    """Note what the firm paid back."""
    return service.note_repayment(uow, claim_id=claim_id, form=form)


@router.post(
    "/defaults/{case_id}/credit-record",
    responses=problems(*_WRITES, NoCreditYet, NoZone),
    operation_id="announce_credit_record",
)
def announce_credit_record(case_id: UUID, uow: MemberUowDep) -> RecordView:
    """Tell the firm that its default will be handed to its zone; the clock to object starts."""
    return service.announce_credit(uow, case_id=case_id)


@router.get("/credit-records", responses=problems(SignInRequired), operation_id="list_credit_records")
def list_credit_records(uow: MemberUowDep, state: RecordState | None = None) -> list[RecordView]:
    """The credit records of one's organization, or of one's zone once they were issued."""
    return queries.list_records(uow, state=state)


@router.get(
    "/credit-records/{record_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_credit_record",
)
def get_credit_record(record_id: UUID, uow: MemberUowDep) -> RecordView:
    """One credit record."""
    return queries.get_record(uow, record_id=record_id)


@router.post(
    "/credit-records/{record_id}/object", responses=problems(*_WRITES), operation_id="object_to_credit_record"
)
def object_to_credit_record(record_id: UUID, form: StepReason, uow: MemberUowDep) -> RecordView:
    """Object as the firm: nothing is handed over before the answer."""
    return service.object_to_record(uow, record_id=record_id, reason=form.reason)


@router.post(
    "/credit-records/{record_id}/answer", responses=problems(*_WRITES), operation_id="answer_credit_objection"
)
def answer_credit_objection(record_id: UUID, form: ObjectionAnswer, uow: MemberUowDep) -> RecordView:
    """Answer an objection: drop the record or let the clock run on."""
    return service.answer_objection(uow, record_id=record_id, form=form)


@router.get(
    "/credit-records/{record_id}/export",
    responses=problems(SignInRequired, NotFound, IllegalMove) | {200: {"content": {"application/json": {}}}},
    response_class=Response,
    operation_id="export_credit_record",
)
def export_credit_record(record_id: UUID, uow: MemberUowDep) -> Response:
    """The data file of an issued record; its SHA-256 stands in the signed PDF."""
    view, data = service.export_record(uow, record_id=record_id)
    handed = handed_file(f"credit-{view.case_number}.json", data, "application/json")
    handed.headers["ETag"] = f'"{view.content_sha256}"'
    return handed


@router.post(
    "/credit-records/{record_id}/receive", responses=problems(*_WRITES), operation_id="receive_credit_record"
)
def receive_credit_record(record_id: UUID, uow: MemberUowDep) -> RecordView:
    """Take an issued record over for the zone; the answer carries the receipt."""
    return service.receive_record(uow, record_id=record_id)
