"""The desk of a firm."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from finance.applications import queries as funding
from finance.receivables import queries as receivables
from finance.receivables.schemas import ComingSum, InvoiceBrief
from marketplace.app.worklist.duties import of_duties
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
from marketplace.app.worklist.views import DeadlineKind, FirmFigures, Step, StepKey, Todo, TodoKind, Worklist
from marketplace.contracts import queries as contracts
from marketplace.contracts.schemas import CurrentContract
from marketplace.core.clock import start_of_day
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals
from marketplace.deals.schemas import DealState
from marketplace.listings import queries as listings
from marketplace.organizations import queries as organizations


def of_firm(uow: UnitOfWork) -> Worklist:
    """Build the desk of a firm's member."""
    current = contracts.list_current(uow)
    bills = receivables.list_invoices(uow, unpaid=True, size=LIST_SIZE).items
    coming = receivables.list_coming(uow, until=uow.today + HORIZON)
    todos = in_order(
        chain(
            (of_application(deal) for deal in deals.list_waiting(uow)),
            of_contracts(uow, current),
            _of_bills(bills) if uow.actor.may("invoice.pay") else (),
            of_papers(uow),
            of_duties(uow),
        )
    )
    ahead = chain(contract_days(current), (sum_day(sum_, DeadlineKind.SUM_DUE) for sum_ in coming))
    return Worklist(
        today=uow.today,
        todos=todos,
        deadlines=next_days(ahead, uow.today),
        checklist=[] if running_of(current) else _firm_steps(uow),
        firm=_firm_figures(uow, current, bills, coming),
    )


def _of_bills(bills: list[InvoiceBrief]) -> Iterator[Todo]:
    for bill in bills:
        yield Todo(
            kind=TodoKind.PAY_INVOICE,
            object_id=bill.id,
            title=bill.title,
            number=bill.number,
            party=bill.university_name,
            amount_minor=bill.owed_minor,
            link=f"/app/payments/{bill.id}",
            since=start_of_day(bill.issued_on),
            due_on=bill.due_on,
            overdue=bill.overdue,
        )


def _firm_figures(
    uow: UnitOfWork, current: list[CurrentContract], bills: list[InvoiceBrief], coming: list[ComingSum]
) -> FirmFigures:
    running = running_of(current)
    free = [c for c in running if c.free_ends_on and c.free_ends_on > uow.today]
    first = min(free, key=lambda c: c.free_ends_on or date.max, default=None)
    prices = listings.list_outright_prices(uow, ids=[c.listing_id for c in running]) if running else {}
    priced = [c for c in running if c.listing_id in prices]
    billed = receivables.sum_billed(uow, contract_ids=[c.id for c in priced]) if priced else {}
    until = uow.today + HORIZON
    return FirmFigures(
        in_use=len(running),
        free_ends_on=first.free_ends_on if first else None,
        free_days_left=(first.free_ends_on - uow.today).days if first and first.free_ends_on else None,
        free_days=(first.free_ends_on - first.effective_on).days
        if first and first.free_ends_on and first.effective_on
        else None,
        owed_minor=sum(b.owed_minor for b in bills if b.due_on <= until)
        + sum(c.amount_minor for c in coming),
        overdue_minor=sum(b.owed_minor for b in bills if b.overdue),
        outright_minor=sum(prices[c.listing_id] for c in priced) if priced else None,
        billed_minor=sum(billed.values()) if priced else None,
    )


def _firm_steps(uow: UnitOfWork) -> list[Step]:
    firm = (
        organizations.find_view(uow, organization_id=uow.actor.organization_id)
        if uow.actor.organization_id
        else None
    )
    known = firm is not None and None not in (firm.staff, firm.sales_minor, firm.assets_minor)
    applied = sum(n for state, n in deals.count_by_state(uow).items() if state != DealState.DRAFT)
    return [
        Step(key=StepKey.PROFILE, done=known, link="/app/organization"),
        Step(key=StepKey.APPLICATION, done=applied > 0, link="/results"),
        Step(key=StepKey.CONTRACT, done=False, link="/app/contracts"),
        Step(key=StepKey.FUNDING, done=bool(funding.list_requests(uow)), link="/app/funding"),
    ]
