"""Endpoints of the room: the firm's requests, and the provider's pipeline."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from finance.applications import pipeline, queries, service
from finance.applications.errors import (
    AlreadyApplied,
    ConsentNeeded,
    DueDatePast,
    ExplainExclusion,
    NotAColleague,
    OwnerNeeded,
    ReasonNeeded,
    RequestClosed,
)  # fmt: skip
from finance.applications.schemas import (
    FactFieldView,
    FactView,
    FirmApplication,
    FundingRequestBrief,
    FundingRequestDraft,
    FundingRequestView,
    LookView,
    Matches,
    MoveDeal,
    NoteDraft,
    PipelineDeal,
    PipelineFilter,
    PipelineItem,
    SubmitApplication,
)  # fmt: skip
from marketplace.core.paging import Page
from marketplace.core.problems import (
    Forbidden,
    IllegalMove,
    InvalidInput,
    NotFound,
    SignInRequired,
    StaleVersion,
    VersionRequired,
)  # fmt: skip
from marketplace.core.web import edited_version, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api")
Version = Annotated[int, Depends(edited_version)]
_FIRM = (SignInRequired, NotFound)
_PROVIDER = (SignInRequired, Forbidden, NotFound)


@router.get(
    "/funding-facts", tags=["funding"], responses=problems(SignInRequired), operation_id="list_funding_facts"
)
def list_funding_facts(_: MemberUowDep) -> list[FactFieldView]:
    """Every fact a product may ask for, with its words and choices."""
    return queries.list_fact_fields()


@router.get(
    "/funding-facts/of-record",
    tags=["funding"],
    responses=problems(SignInRequired, Forbidden),
    operation_id="list_facts_of_record",
)
def list_facts_of_record(uow: MemberUowDep) -> list[FactView]:
    """What a new request of one's own firm would take from the records, each fact with its record."""
    return queries.list_facts_of_record(uow)


@router.post(
    "/funding-requests",
    tags=["funding"],
    status_code=201,
    responses=problems(SignInRequired, Forbidden, InvalidInput),
    operation_id="create_funding_request",
)
def create_funding_request(draft: FundingRequestDraft, uow: MemberUowDep) -> FundingRequestView:
    """Say what money is needed for."""
    request_id = service.open_request(uow, draft=draft)
    return queries.get_request(uow, request_id=request_id)


@router.get(
    "/funding-requests",
    tags=["funding"],
    responses=problems(SignInRequired),
    operation_id="list_funding_requests",
)
def list_funding_requests(uow: MemberUowDep) -> list[FundingRequestBrief]:
    """The requests of one's own firm with their applications, newest first."""
    return queries.list_requests(uow)


@router.get(
    "/funding-requests/{request_id}",
    tags=["funding"],
    responses=problems(*_FIRM),
    operation_id="get_funding_request",
)
def get_funding_request(request_id: UUID, uow: MemberUowDep) -> FundingRequestView:
    """A request with the facts that were gathered for it."""
    return queries.get_request(uow, request_id=request_id)


@router.put(
    "/funding-requests/{request_id}",
    tags=["funding"],
    responses=problems(*_FIRM, InvalidInput, RequestClosed, StaleVersion, VersionRequired),
    operation_id="revise_funding_request",
)
def revise_funding_request(
    request_id: UUID, draft: FundingRequestDraft, version: Version, uow: MemberUowDep
) -> FundingRequestView:
    """Change amount, purpose or declared facts of an open request."""
    return service.revise_request(uow, request_id=request_id, version=version, draft=draft)


@router.get(
    "/funding-requests/{request_id}/matches",
    tags=["funding"],
    responses=problems(*_FIRM),
    operation_id="list_funding_matches",
)
def list_funding_matches(request_id: UUID, uow: MemberUowDep) -> Matches:
    """Which products fit, which might, which do not, and why, gate by gate."""
    return queries.get_matches(uow, request_id=request_id)


@router.post(
    "/funding-requests/{request_id}/applications",
    tags=["funding"],
    status_code=201,
    responses=problems(*_FIRM, InvalidInput, RequestClosed, AlreadyApplied, ConsentNeeded, ExplainExclusion),
    operation_id="submit_funding_application",
)
def submit_funding_application(
    request_id: UUID, form: SubmitApplication, uow: MemberUowDep
) -> FirmApplication:
    """Hand the request to a provider."""
    return service.submit_application(uow, request_id=request_id, form=form)


@router.get(
    "/funding-requests/{request_id}/looks",
    tags=["funding"],
    responses=problems(*_FIRM),
    operation_id="list_fact_looks",
)
def list_fact_looks(request_id: UUID, uow: MemberUowDep) -> list[LookView]:
    """Who read the facts, and when."""
    return queries.list_looks(uow, request_id=request_id)


@router.post(
    "/funding-requests/{request_id}/close",
    tags=["funding"],
    responses=problems(*_FIRM, RequestClosed),
    operation_id="close_funding_request",
)
def close_funding_request(request_id: UUID, uow: MemberUowDep) -> FundingRequestView:
    """Close a request; applications under way are taken back."""
    return service.close_request(uow, request_id=request_id)


@router.post(
    "/funding-requests/{request_id}/consents/{provider_id}/withdraw",
    tags=["funding"],
    responses=problems(*_FIRM),
    operation_id="withdraw_consent",
)
def withdraw_consent(request_id: UUID, provider_id: UUID, uow: MemberUowDep) -> FundingRequestView:
    """Let a provider read the facts no longer."""
    return service.withdraw_consent(uow, request_id=request_id, provider_id=provider_id)


@router.post(
    "/funding-applications/{application_id}/withdraw",
    tags=["funding"],
    responses=problems(*_FIRM, Forbidden, IllegalMove),
    operation_id="withdraw_funding_application",
)
def withdraw_funding_application(application_id: UUID, uow: MemberUowDep) -> FirmApplication:
    """Take one application back."""
    return service.withdraw_application(uow, application_id=application_id)


@router.get("/pipeline", tags=["pipeline"], responses=problems(SignInRequired), operation_id="list_pipeline")
def list_pipeline(narrow: Annotated[PipelineFilter, Query()], uow: MemberUowDep) -> Page[PipelineItem]:
    """The deals handed to one's own organization."""
    return pipeline.list_deals(uow, narrow=narrow)


@router.get(
    "/pipeline/counts", tags=["pipeline"], responses=problems(SignInRequired), operation_id="count_pipeline"
)
def count_pipeline(uow: MemberUowDep) -> dict[str, int]:
    """How many deals stand in each state."""
    return pipeline.count_deals(uow)


@router.get(
    "/pipeline/{application_id}",
    tags=["pipeline"],
    responses=problems(*_PROVIDER),
    operation_id="get_pipeline_deal",
)
def get_pipeline_deal(application_id: UUID, uow: MemberUowDep) -> PipelineDeal:
    """A deal with the same reasons the firm sees; the firm sees that it was read."""
    return service.read_deal(uow, application_id=application_id)


@router.post(
    "/pipeline/{application_id}/move",
    tags=["pipeline"],
    responses=problems(
        *_PROVIDER, InvalidInput, IllegalMove, ReasonNeeded, OwnerNeeded, NotAColleague, DueDatePast
    ),
    operation_id="move_pipeline_deal",
)
def move_pipeline_deal(application_id: UUID, form: MoveDeal, uow: MemberUowDep) -> PipelineDeal:
    """Take a deal to another state."""
    return service.move_deal(uow, application_id=application_id, form=form)


@router.post(
    "/pipeline/{application_id}/notes",
    tags=["pipeline"],
    status_code=201,
    responses=problems(*_PROVIDER, InvalidInput),
    operation_id="add_pipeline_note",
)
def add_pipeline_note(application_id: UUID, form: NoteDraft, uow: MemberUowDep) -> PipelineDeal:
    """Write a private note."""
    return service.add_note(uow, application_id=application_id, text=form.text)
