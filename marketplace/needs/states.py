"""The life of a need, as data."""

from datetime import date
from typing import NamedTuple

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, Problem
from marketplace.needs.errors import DeadlinePassed, NeedIncomplete
from marketplace.needs.models import Need
from marketplace.needs.schemas import NeedState as S


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    missing: tuple[FieldError, ...] = ()


def complete(_: Need, facts: Facts) -> Problem | None:
    """A university can answer only what says problem, target, field and deadline."""
    return NeedIncomplete(errors=facts.missing) if facts.missing else None


def before_deadline(need: Need, facts: Facts) -> Problem | None:
    """Nobody can answer a need that is over."""
    if need.deadline_on is not None and need.deadline_on < facts.today:
        return DeadlinePassed(deadline_on=need.deadline_on)
    return None


NEED = Machine(
    subject="need",
    initial=S.DRAFT,
    final=frozenset({S.CLOSED, S.EXPIRED}),
    states={
        S.DRAFT: Text("草稿", "Draft"),
        S.OPEN: Text("征集中", "Open"),
        S.CLOSED: Text("已结束", "Closed"),
        S.EXPIRED: Text("已截止", "Expired"),
    },
    moves=(
        Move("publish", (S.DRAFT,), S.OPEN, (complete, before_deadline), Text("发布", "Publish")),
        Move("close", (S.OPEN,), S.CLOSED, (), Text("结束", "Close")),
        Move("expire", (S.OPEN,), S.EXPIRED, (), Text("到期截止", "Expire")),
    ),
)
