"""Funding requests and applications for tests."""

from typing import Any, NamedTuple
from uuid import UUID

from finance.applications import service
from finance.applications.schemas import DeclaredFact, FirmApplication, FundingRequestDraft, SubmitApplication
from marketplace.core.uow import UnitOfWork
from tests.factories.instruments import WAN


def a_request(**changes: Any) -> FundingRequestDraft:
    """300 万元 for a pilot line."""
    values: dict[str, Any] = {
        "title": "热泵烘干中试线",
        "purpose": "pilot_line",
        "amount_minor": 300 * WAN,
        "stage": "angel",
        "facts": (
            DeclaredFact(field="trl", value=7),
            DeclaredFact(field="fields", value=("节能环保",)),
            DeclaredFact(field="full_time_team", value=6),
        ),
    }
    return FundingRequestDraft(**values | changes)


class Handed(NamedTuple):
    """A request and its application to one product."""

    request_id: UUID
    application: FirmApplication


def an_application(firm: UnitOfWork, instrument_id: UUID, **changes: Any) -> Handed:
    """A request of a firm, handed to a product with consent."""
    request_id = service.open_request(firm, draft=a_request(**changes))
    form = SubmitApplication(instrument_id=instrument_id, consent=True, message="请看我们的中试数据。")
    return Handed(request_id, service.submit_application(firm, request_id=request_id, form=form))
