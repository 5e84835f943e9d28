"""The desk of a university."""

from datetime import date
from itertools import chain

from finance.distributions import queries as distributions
from finance.receivables import queries as receivables
from finance.receivables.schemas import InvoiceBrief
from marketplace.app.worklist.duties import of_duties
from marketplace.app.worklist.money import of_money
from marketplace.app.worklist.tasks import (
    HORIZON,
    LIST_SIZE,
    contract_days,
    in_order,
    next_days,
    of_application,
    of_contracts,
    of_papers,
    running_of,
    sum_day,
)
from marketplace.app.worklist.views import (
    Deadline,
    DeadlineKind,
    Step,
    StepKey,
    Todo,
    TodoKind,
    UniversityFigures,
    Worklist,
)
from marketplace.contracts import queries as contracts
from marketplace.contracts.schemas import CurrentContract
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals
from marketplace.deals.schemas import DealState
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState, PriceMode, WaitingListing


def of_university(uow: UnitOfWork) -> Worklist:
    """Build the desk of a university's member."""
    current = contracts.list_current(uow)
    waiting = listings.list_waiting(uow)
    bills = receivables.list_invoices(uow, unpaid=True, size=LIST_SIZE).items
    coming = receivables.list_coming(uow, until=uow.today + HORIZON)
    counts = listings.count_by_state(uow, university_id=uow.actor.organization_id)
    todos = in_order(
        chain(
            (of_application(deal) for deal in deals.list_waiting(uow)),
            (todo for listing in waiting if (todo := _of_listing(uow, listing))),
            of_contracts(uow, current),
            of_papers(uow),
            of_duties(uow),
            of_money(uow),
        )
    )
    ahead = chain(
        (_notice_day(listing) for listing in waiting if listing.state is ListingState.PRICE_NOTICE),
        contract_days(current),
        (sum_day(sum_, DeadlineKind.PAYMENT_EXPECTED) for sum_ in coming),
        (_bill_day(bill) for bill in bills),
    )
    return Worklist(
        today=uow.today,
        todos=todos,
        deadlines=next_days(ahead, uow.today),
        checklist=[] if counts.get(ListingState.OPEN) else _university_steps(uow, counts),
        university=_university_figures(uow, current, counts) if uow.actor.may("contract.read") else None,
    )


def _of_listing(uow: UnitOfWork, listing: WaitingListing) -> Todo | None:
    """The step of a listing that is the reader's: four eyes mean that nobody approves what she handed in."""
    kind = _listing_kind(uow, listing)
    if kind is None:
        return None
    edit = "/edit" if kind is TodoKind.REVISE_LISTING else ""
    return Todo(
        kind=kind,
        object_id=listing.id,
        title=listing.title,
        number=listing.number,
        count=listing.objections_open or None,
        link=f"/app/listings/{listing.id}{edit}",
        since=listing.state_since,
    )


def _listing_kind(uow: UnitOfWork, listing: WaitingListing) -> TodoKind | None:
    may = uow.actor.may
    match listing.state:
        case ListingState.INTERNAL_APPROVAL:
            mine = listing.submitted_by == uow.actor.user_id
            return TodoKind.APPROVE_LISTING if may("listing.approve") and not mine else None
        case ListingState.OBJECTION:
            return TodoKind.SETTLE_OBJECTION if may("listing.approve") else None
        case ListingState.APPROVED:
            agreed = listing.price_mode is PriceMode.AGREEMENT
            found = TodoKind.START_NOTICE if agreed else TodoKind.PUBLISH_LISTING
        case ListingState.PRICE_NOTICE if listing.notice_to and listing.notice_to < uow.today:
            found = TodoKind.PUBLISH_LISTING
        case ListingState.EXPIRED:
            found = TodoKind.CONFIRM_LISTING
        case ListingState.DRAFT:
            found = TodoKind.REVISE_LISTING
        case _:
            return None
    return found if may("listing.write") else None


def _notice_day(listing: WaitingListing) -> Deadline:
    on = listing.notice_to or date.max
    return Deadline(
        kind=DeadlineKind.NOTICE_ENDS, title=listing.title, on=on, link=f"/app/listings/{listing.id}"
    )


def _bill_day(bill: InvoiceBrief) -> Deadline:
    return Deadline(
        kind=DeadlineKind.PAYMENT_EXPECTED,
        title=bill.title,
        on=bill.due_on,
        amount_minor=bill.owed_minor,
        link=f"/app/payments/{bill.id}",
    )


def _university_figures(
    uow: UnitOfWork, current: list[CurrentContract], counts: dict[str, int]
) -> UniversityFigures:
    year = uow.today.year
    since, until = date(year, 1, 1), date(year, 12, 31)
    running = running_of(current)
    new = [c.id for c in running if c.effective_on and since <= c.effective_on <= until]
    money = receivables.get_year_figures(uow, since=since, until=until, contract_ids=new)
    return UniversityFigures(
        listings_open=counts.get(ListingState.OPEN, 0),
        applications_waiting=deals.count_by_state(uow).get(DealState.SUBMITTED, 0),
        contracts_running=len(running),
        year=year,
        contracted_minor=money.contracted_minor,
        due_minor=money.due_minor,
        received_minor=money.received_minor,
        distributed_minor=distributions.sum_booked(uow, since=since, until=until),
    )


def _university_steps(uow: UnitOfWork, counts: dict[str, int]) -> list[Step]:
    if not uow.actor.may("listing.write"):
        return []
    drafted = sum(counts.values())
    approved = drafted - counts.get(ListingState.DRAFT, 0) - counts.get(ListingState.INTERNAL_APPROVAL, 0)
    return [
        Step(key=StepKey.LISTING, done=drafted > 0, link="/app/listings/import"),
        Step(key=StepKey.APPROVAL, done=approved > 0, link="/app/listings"),
        Step(key=StepKey.PUBLISHED, done=False, link="/app/notices"),
    ]
