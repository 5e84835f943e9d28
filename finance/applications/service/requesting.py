"""What a firm asks for: a funding request, changed while it is open, closed with all its applications."""

from uuid import UUID

from sqlmodel import col, select

from finance.applications import policy, queries
from finance.applications.models import FundingApplication, FundingRequest
from finance.applications.schemas import FundingRequestDraft, FundingRequestView
from finance.applications.service.applying import take_back
from finance.applications.states import APPLICATION, REQUEST
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings


def open_request(uow: UnitOfWork, *, draft: FundingRequestDraft, firm_id: UUID | None = None) -> UUID:
    """Open a funding request of the actor's firm (the system names one). Raises `Forbidden`, `InvalidInput`."""
    if not uow.actor.is_system:
        require(policy.can_request(uow.actor))
        firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("the system must name the firm")
    _check_listing(uow, draft)
    row = FundingRequest(
        id=new_id(), number=queries.next_number(uow, "RZ"), firm_id=firm_id, state="", state_since=uow.now, declared_on=uow.today,
        created_at=uow.now, created_by=uow.actor.user_id, title=draft.title, purpose=draft.purpose,
        amount_minor=draft.amount_minor, stage=draft.stage, listing_id=draft.listing_id, declared=_declared(draft),
    )  # fmt: skip
    begin(uow, REQUEST, row)
    uow.session.add(row)
    uow.session.flush()
    return row.id


def revise_request(
    uow: UnitOfWork, *, request_id: UUID, version: int, draft: FundingRequestDraft
) -> FundingRequestView:
    """Change an open request; applications already made keep their snapshot. Raises `StaleVersion`, `RequestClosed`."""
    row = queries.lock_open_request(uow, request_id)
    check_version(row, version)
    _check_listing(uow, draft)
    row.title, row.purpose, row.amount_minor, row.stage = (
        draft.title,
        draft.purpose,
        draft.amount_minor,
        draft.stage,
    )
    row.listing_id, row.declared, row.declared_on = draft.listing_id, _declared(draft), uow.today
    uow.session.flush()
    return queries.get_request(uow, request_id=request_id)


def close_request(uow: UnitOfWork, *, request_id: UUID) -> FundingRequestView:
    """Close a request and take back every application under way; announces `ApplicationWithdrawn` for each."""
    row = queries.lock_open_request(uow, request_id)
    statement = (
        select(FundingApplication)
        .where(
            col(FundingApplication.request_id) == request_id,
            col(FundingApplication.state).not_in(sorted(APPLICATION.final)),
        )
        .order_by(col(FundingApplication.id))
        .with_for_update()
    )
    for application in uow.session.exec(statement).all():
        take_back(uow, application)
    advance(uow, REQUEST, row, "close")
    uow.session.flush()
    return queries.get_request(uow, request_id=request_id)


def _check_listing(uow: UnitOfWork, draft: FundingRequestDraft) -> None:
    if draft.listing_id is None:
        return
    try:
        listings.get_listing(uow, listing_id=draft.listing_id)
    except NotFound:
        message = Text(zh="没有这项成果，或尚未公开。", en="There is no such result, or it is not public.")
        raise InvalidInput(errors=(FieldError("/listing_id", "unknown_listing", message),)) from None


def _declared(draft: FundingRequestDraft) -> list[dict[str, object]]:
    return [fact.model_dump(mode="json") for fact in draft.facts]
