"""THE table of rooms that tell deadlines, and the one reading of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Protocol

from finance.defaults import deadlines as defaults
from finance.disputes import deadlines as disputes
from finance.receivables import deadlines as receivables
from marketplace.contracts import deadlines as contracts
from marketplace.core.deadlines import Deadline
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import deadlines as datarooms
from marketplace.deals import deadlines as deals
from marketplace.enquiries import deadlines as enquiries
from marketplace.filings import deadlines as filings
from marketplace.listings import deadlines as listings

AHEAD: Final = timedelta(days=90)
"""How far ahead the calendar looks when nobody says."""
FARTHEST: Final = timedelta(days=400)


class Source(Protocol):
    """A room's reading of its deadlines."""

    def __call__(self, uow: UnitOfWork, *, until: date) -> list[Deadline]:
        """Return the open deadlines that the actor may know of, overdue ones included."""


SOURCES: tuple[Source, ...] = (
    listings.list_deadlines,
    enquiries.list_deadlines,
    datarooms.list_deadlines,
    deals.list_deadlines,
    contracts.list_deadlines,
    filings.list_deadlines,
    receivables.list_deadlines,
    defaults.list_deadlines,
    disputes.list_deadlines,
)

_LINKS: dict[str, Callable[[UnitOfWork], str]] = {
    "listing": lambda _: "/app/listings/{}",
    "deal": lambda uow: "/app/applications/{}" if uow.actor.organization_kind == "sme" else "/app/inbox/{}",
    "contract": lambda _: "/app/contracts/{}",
    "enquiry": lambda _: "/app/enquiries/{}",
    "dataroom": lambda _: "/app/datarooms/{}",
    "filing": lambda _: "/app/filings/{}",
    "default_case": lambda _: "/app/defaults/{}",
    "cover_claim": lambda _: "/app/covers",
    "cover": lambda _: "/app/covers",
    "credit_record": lambda _: "/app/credit-records",
    "invoice": lambda _: "/app/payments/{}",
    "dispute": lambda _: "/app/disputes?dispute={}",
}
"""Subject of a deadline → the page of the desk on which it is dealt with."""


def collect(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the deadlines the actor may know of up to a day, the longest overdue first."""
    found = [deadline for source in SOURCES for deadline in source(uow, until=until)]
    return sorted(found, key=lambda d: (d.on, d.kind, d.number, d.subject_id))


def link_of(uow: UnitOfWork, deadline: Deadline) -> str:
    """Return the page on which a deadline is dealt with; every subject has one (`LookupError` is a defect)."""
    return _LINKS[deadline.subject](uow).format(deadline.subject_id)
