"""A day by which somebody has to act: the one shape in which every room tells its deadlines."""

from datetime import date
from uuid import UUID

from marketplace.core.i18n import Text
from marketplace.core.values import Shown


class Deadline(Shown):
    """The last day to do something (a Shanghai date), who has to, since when the clock runs and what follows.

    A room offers `list_deadlines(uow, *, until)` in its `deadlines.py`: open ones that the actor may
    know of, overdue ones included, up to and with `until`. `kind` is a dotted code (`deal.reply`); `subject` and
    `subject_id` name the record behind it; `responsible_id` is the organization whose turn it is; `otherwise` says
    what happens when the day passes. Amounts are fen.
    """

    kind: str
    what: Text
    on: date
    since: date
    responsible_id: UUID
    responsible_name: str
    subject: str
    subject_id: UUID
    number: str
    title: str
    otherwise: Text
    amount_minor: int | None = None
