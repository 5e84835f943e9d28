"""Endpoints of credit records."""

from uuid import UUID

from fastapi import APIRouter, Response

from finance.defaults import queries, service
from finance.defaults.errors import NoCreditYet, NoZone
from finance.defaults.schemas import ObjectionAnswer, RecordState, RecordView, StepReason
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(tags=["defaults"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


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
    headers = {
        "Content-Disposition": f'attachment; filename="credit-{view.case_number}.json"',
        "ETag": f'"{view.content_sha256}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(data, media_type="application/json", headers=headers)


@router.post(
    "/credit-records/{record_id}/receive", responses=problems(*_WRITES), operation_id="receive_credit_record"
)
def receive_credit_record(record_id: UUID, uow: MemberUowDep) -> RecordView:
    """Take an issued record over for the zone; the answer carries the receipt."""
    return service.receive_record(uow, record_id=record_id)
