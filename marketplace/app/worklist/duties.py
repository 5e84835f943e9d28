"""Days that are the reader's to keep and that no other part of her desk names: the rooms tell them as deadlines."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from finance.defaults import deadlines as defaults
from marketplace.app.calendar.collecting import Source, link_of
from marketplace.app.worklist.tasks import DECIDE_WITHIN
from marketplace.app.worklist.views import Todo, TodoKind
from marketplace.contracts import deadlines as contracts
from marketplace.core.clock import start_of_day
from marketplace.core.deadlines import Deadline
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import deadlines as datarooms
from marketplace.enquiries import deadlines as enquiries
from marketplace.filings import deadlines as filings


class Duty(NamedTuple):
    """What there is to do, and the permissions of which one lets a member do it."""

    kind: TodoKind
    may: tuple[str, ...]


Duties = dict[str, Duty]
"""By the code of a deadline, or by that without its last part."""
_ROOMS: Final[tuple[tuple[Source, Duties], ...]] = (
    (enquiries.list_deadlines, {"enquiry.reply": Duty(TodoKind.ANSWER_ENQUIRY, ("deal.answer",))}),
    (
        datarooms.list_deadlines,
        {
            "dataroom.reply": Duty(TodoKind.ANSWER_REQUEST, ("deal.answer",)),
            "dataroom.countersign": Duty(TodoKind.COUNTERSIGN, ("contract.sign",)),
        },
    ),
    (
        contracts.list_deadlines,
        {
            "contract.answer": Duty(TodoKind.ANSWER_MATTER, ("contract.sign", "income.declare")),
            "contract.use_report": Duty(TodoKind.REPORT_USE, ("income.declare",)),
            "contract.return_certificate": Duty(TodoKind.CERTIFY_RETURN, ("income.declare",)),
            "contract.transfer_recording": Duty(TodoKind.RECORD_TRANSFER, ("contract.sign",)),
        },
    ),
    (filings.list_deadlines, {"filing": Duty(TodoKind.HAND_IN_FILING, ("contract.sign",))}),
    (
        defaults.list_deadlines,
        {
            "default.demand": Duty(TodoKind.PURSUE_DEFAULT, ("default.act",)),
            "default.delivery": Duty(TodoKind.PURSUE_DEFAULT, ("default.act",)),
            "default.decide": Duty(TodoKind.PURSUE_DEFAULT, ("default.rescind",)),
            "default.claim_answer": Duty(TodoKind.ANSWER_CLAIM, ("cover.answer",)),
            "default.claim_payment": Duty(TodoKind.ANSWER_CLAIM, ("cover.answer",)),
            "cover.confirm": Duty(TodoKind.CONFIRM_COVER, ("cover.answer",)),
            "credit.objection": Duty(TodoKind.ANSWER_RECORD, ("default.answer",)),
            "credit.answer": Duty(TodoKind.ANSWER_RECORD, ("default.act",)),
            "credit.receive": Duty(TodoKind.ANSWER_RECORD, ("credit.read",)),
        },
    ),
)
"""Applications, listings, income, bills and disputes have tasks of their own."""


def of_duties(uow: UnitOfWork) -> Iterator[Todo]:
    """Yield the days that her organization has to keep, whose time has begun, and that she may keep: one an object and kind."""
    known: set[tuple[TodoKind, object]] = set()
    for room, duties in _ROOMS:
        hers = {code: duty for code, duty in duties.items() if any(map(uow.actor.may, duty.may))}
        for day in room(uow, until=uow.today + DECIDE_WITHIN) if hers else ():
            duty = hers.get(day.kind) or hers.get(day.kind.rpartition(".")[0])
            if duty is None or not uow.actor.belongs_to(day.responsible_id) or day.since > uow.today:
                continue
            if (duty.kind, day.subject_id) not in known:
                known.add((duty.kind, day.subject_id))
                yield _todo(uow, duty.kind, day)


def _todo(uow: UnitOfWork, kind: TodoKind, day: Deadline) -> Todo:
    return Todo(
        kind=kind,
        object_id=day.subject_id,
        title=day.title,
        number=day.number,
        what=day.what.in_(uow.locale),
        amount_minor=day.amount_minor,
        link=link_of(uow, day),
        since=start_of_day(day.since),
        due_on=day.on,
        overdue=day.on < uow.today,
    )
