"""The desk of the platform's people: money that needs their word, and what the machine could not do by itself."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from finance.payments import queries as payments
from marketplace.app import administration
from marketplace.app.oversight import views as oversight
from marketplace.app.worklist.money import of_money
from marketplace.app.worklist.tasks import in_order
from marketplace.app.worklist.views import Todo, TodoKind, Worklist
from marketplace.core.uow import UnitOfWork


def of_platform(uow: UnitOfWork) -> Worklist:
    """Build the desk of a member of the platform."""
    todos = in_order(chain(of_money(uow), _broken(uow), _stuck(uow)))
    return Worklist(today=uow.today, todos=todos, deadlines=[], checklist=[])


def _broken(uow: UnitOfWork) -> Iterator[Todo]:
    """Promises of which the last look found something wrong."""
    if uow.actor.may("health.read"):
        found = [one for one in oversight.list_invariants(uow) if one.found]
        looked = [one.ran_at for one in found if one.ran_at]
        yield from _counted(TodoKind.SEE_BROKEN_PROMISES, len(found), looked, "/app/checks")


def _stuck(uow: UnitOfWork) -> Iterator[Todo]:
    """Notices of a provider, announcements and due work that wait for a person."""
    if uow.actor.may("inbox.replay"):
        notices = payments.list_parked_notices(uow)
        yield from _counted(TodoKind.SEE_PARKED_NOTICES, len(notices), [one.received_at for one in notices])
        parked = administration.list_parked_deliveries(uow, page=1, size=1)
        yield from _counted(
            TodoKind.SEE_PARKED_DELIVERIES, parked.total, [one.occurred_at for one in parked.items]
        )
        aside = administration.list_setbacks(uow, page=1, size=1)
        yield from _counted(TodoKind.SEE_SETBACKS, aside.total, [one.since_at for one in aside.items])


def _counted(kind: TodoKind, count: int, since: list[datetime], link: str = "/app/admin") -> Iterator[Todo]:
    """One task for all of a kind, since the first of them."""
    if count and since:
        yield Todo(kind=kind, object_id=None, title="", count=count, link=link, since=min(since))
