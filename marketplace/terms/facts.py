"""What has happened under a contract, and what is owed because of it: the input and output of the schedule."""

from calendar import monthrange
from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from marketplace.terms.sheet import Key, MinorAmount, TermSheet

ObligationKind = Literal["entry_fee", "deferred_fee", "milestone_fee", "royalty", "minimum_royalty", "buyout"]
TriggerKind = Literal[
    "effect", "date", "first_income", "milestone", "earliest_of", "statement", "year_end", "buyout"
]


_SHORTEST_MONTH = 28


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class IncomeStatement(_Frozen):
    """What the licensee reports for a half-open period: the royalty base in fen, or units."""

    from_on: date
    to_on: date
    base_minor: MinorAmount = 0
    units: MinorAmount = 0

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.from_on >= self.to_on:
            raise ValueError("a statement must cover at least one day")
        return self


class MilestoneReached(_Frozen):
    """A milestone accepted on a day."""

    key: Key
    reached_on: date


class PastTerms(_Frozen):
    """Terms that an amendment replaced: they govern what arises before `until_on`, the amendment's first day."""

    until_on: date
    sheet: TermSheet


class ContractFacts(_Frozen):
    """Everything dated that the schedule depends on; None is not yet. `ended_on` is a return or a termination.

    `earlier` are the terms that amendments replaced, oldest first.
    `rights_end_on` is the first day on which no licensed patent is in force any more; None when a right has no end.
    `invalidated_on` is the day from which the last licensed right is void: what had come into being by then stays,
    nothing comes into being from then on (专利法 §47). `converted_on` is the day on which the licensor took equity in
    place of later fees; it counts only where the sheet has a conversion clause and within its months.
    """

    effective_on: date | None = None
    first_income_on: date | None = None
    milestones: tuple[MilestoneReached, ...] = ()
    statements: tuple[IncomeStatement, ...] = ()
    bought_out_on: date | None = None
    ended_on: date | None = None
    rights_end_on: date | None = None
    invalidated_on: date | None = None
    converted_on: date | None = None
    earlier: tuple[PastTerms, ...] = ()

    def reached_on(self, milestone: str) -> date | None:
        """The day a milestone was accepted, or None."""
        return next((fact.reached_on for fact in self.milestones if fact.key == milestone), None)


class Formula(_Frozen):
    """How an amount came about: a stable code and its numbers, put into words by `explain`."""

    code: str
    params: dict[str, int | str] = Field(default_factory=dict)


class Obligation(_Frozen):
    """One sum owed under a contract; `key` is stable, so the same obligation is billed once.

    `arises_on` is the day it comes into being, `due_on` the last day to pay; both None while its trigger is awaited.
    """

    key: str
    kind: ObligationKind
    amount_minor: MinorAmount
    trigger: TriggerKind
    arises_on: date | None
    due_on: date | None
    formula: Formula


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day (民法典 §202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # Every month has 28 days: asking the calendar is needed for few days only, and this is asked thousands of times.
    number = day.day if day.day <= _SHORTEST_MONTH else min(day.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, number)
