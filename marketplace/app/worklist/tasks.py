"""Tasks and days that both sides of a contract share."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from finance.receivables import queries as receivables
from finance.receivables.schemas import ComingSum
from marketplace.app.worklist.views import Deadline, DeadlineKind, Todo, TodoKind
from marketplace.contracts.schemas import ContractState, CurrentContract
from marketplace.core.clock import start_of_day
from marketplace.core.uow import UnitOfWork
from marketplace.deals.schemas import DealBrief, DealState

HORIZON: Final = timedelta(days=90)
"""How far ahead what is owed is counted and dates are shown."""
DECIDE_WITHIN: Final = timedelta(days=60)
"""From here on the end of free use is a decision to take: go on and pay, or give the technology back."""
LIST_SIZE: Final = 50
DEADLINES_SHOWN: Final = 6
_END_OF_TIME: Final = start_of_day(date(2200, 1, 1))


def in_order(todos: Iterator[Todo]) -> list[Todo]:
    """Sort tasks: overdue first, then by last day, then newest."""
    return sorted(todos, key=lambda t: (not t.overdue, t.due_on or date.max, _END_OF_TIME - t.since))


def next_days(days: Iterator[Deadline], today: date) -> list[Deadline]:
    """Return the earliest days of the next 90, today included."""
    ahead = [day for day in days if today <= day.on <= today + HORIZON]
    return sorted(ahead, key=lambda day: day.on)[:DEADLINES_SHOWN]


def of_application(deal: DealBrief) -> Todo:
    """The one step of an application that is the reader's."""
    draft = deal.state is DealState.DRAFT
    if deal.state is DealState.SUBMITTED:
        kind, link = TodoKind.ANSWER_APPLICATION, f"/app/inbox/{deal.id}"
    elif draft:
        kind, link = TodoKind.SUBMIT_APPLICATION, f"/app/apply/{deal.listing_id}"
    else:
        kind = TodoKind.CONFIRM_TERMS if deal.accepted else TodoKind.REPLY_TO_QUESTION
        link = f"/app/applications/{deal.id}"
    due_on = {DealState.SUBMITTED: deal.reply_due_on, DealState.ANSWERING: deal.answer_due_on}.get(deal.state)
    answers = kind is TodoKind.ANSWER_APPLICATION
    if deal.offered:
        kind = TodoKind.ANSWER_OFFER
    return Todo(
        kind=kind,
        object_id=deal.id,
        title=deal.listing_title,
        number=deal.number,
        party=deal.firm_name if answers else deal.university_name,
        link=link,
        since=deal.state_since,
        due_on=due_on,
        overdue=deal.overdue,
    )


def of_contracts(uow: UnitOfWork, current: list[CurrentContract]) -> Iterator[Todo]:
    """One task a contract at most: to sign, to report a period that is over, to decide before free use ends."""
    for contract in current:
        kind: TodoKind | None = None
        due_on: date | None = None
        if contract.my_turn and uow.actor.may("contract.sign"):
            kind = TodoKind.SIGN_CONTRACT
        elif contract.report_due_on and uow.actor.may("income.declare"):
            kind, due_on = TodoKind.FILE_STATEMENT, contract.report_due_on
        elif (
            contract.free_ends_on
            and contract.free_ends_on <= uow.today + DECIDE_WITHIN
            and uow.actor.may("income.declare")
        ):
            kind, due_on = TodoKind.DECIDE_FREE_USE, contract.free_ends_on - timedelta(days=1)
        if kind is not None:
            yield Todo(
                kind=kind,
                object_id=contract.id,
                title=contract.project_name,
                number=contract.number,
                party=contract.university_name
                if uow.actor.belongs_to(contract.firm_id)
                else contract.firm_name,
                link=f"/app/contracts/{contract.id}",
                since=contract.state_since,
                due_on=due_on,
                overdue=due_on is not None and due_on < uow.today,
            )


def of_papers(uow: UnitOfWork) -> Iterator[Todo]:
    """What of bills waits beside their payment: a second person's word, a 发票 to issue or to ask for again."""
    for one in receivables.list_waiting(uow):
        yield Todo(
            kind=TodoKind(one.step),
            object_id=one.id,
            title=one.title,
            number=one.number,
            party=one.party,
            amount_minor=one.amount_minor,
            link=f"/app/payments/{one.invoice_id}",
            since=one.since,
        )


def contract_days(current: list[CurrentContract]) -> Iterator[Deadline]:
    """Yield the last days of free use and of the licence."""
    for contract in current:
        days = {
            DeadlineKind.FREE_USE_ENDS: contract.free_ends_on,
            DeadlineKind.LICENCE_ENDS: contract.ends_on,
        }
        for kind, day in days.items():
            if day is not None:
                last = day - timedelta(days=1)
                yield Deadline(
                    kind=kind, title=contract.project_name, on=last, link=f"/app/contracts/{contract.id}"
                )


def sum_day(coming: ComingSum, kind: DeadlineKind) -> Deadline:
    """The last day to pay a sum that is not billed yet."""
    return Deadline(
        kind=kind,
        title=coming.title,
        on=coming.due_on,
        amount_minor=coming.amount_minor,
        link=f"/app/contracts/{coming.contract_id}",
    )


def running_of(current: list[CurrentContract]) -> list[CurrentContract]:
    """Return those that took effect and have not ended."""
    return [c for c in current if c.state in (ContractState.IN_USE_FREE, ContractState.PAYING)]
