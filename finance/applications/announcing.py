"""The one way in which the room announces something about an application."""

from typing import Any

from finance.applications.models import FundingApplication, FundingRequest
from finance.instruments import queries as instruments
from marketplace.core.outbox import Event
from marketplace.core.uow import UnitOfWork
from marketplace.organizations import queries as organizations


def announce(uow: UnitOfWork, row: FundingApplication, event: type[Event], **fields: Any) -> None:
    """Publish an event about an application with the names of its request, its product and its firm."""
    request = uow.session.get_one(FundingRequest, row.request_id)
    product = instruments.get_version(uow, instrument_id=row.instrument_id, number=row.instrument_version)
    firm = organizations.list_briefs(uow, ids=[row.firm_id])[row.firm_id]
    about = {
        "application_id": row.id, "request_id": row.request_id, "firm_id": row.firm_id, "firm_name": firm.name,
        "provider_id": row.provider_id, "number": row.number, "title": request.title, "instrument_name": product.name.zh,
    }  # fmt: skip
    uow.publish(event.model_validate(about | fields))
