"""The clocks of the room as deadlines: those that the actor may know of, open ones only."""

from collections.abc import Iterator
from datetime import date

from finance.defaults import next_steps, policy
from finance.defaults.queries.cases import BRIEF
from finance.defaults.queries.covers import CLAIM, COVER
from finance.defaults.queries.records import RECORD
from finance.defaults.states import OPEN
from marketplace.core.deadlines import Deadline
from marketplace.core.uow import UnitOfWork


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return what waits for somebody in defaults, covers, claims and credit records up to a day, the earliest first."""
    found = [*_cases(uow), *_claims(uow), *_covers(uow), *_records(uow)]
    due = [deadline for deadline in found if deadline is not None and deadline.on <= until]
    return sorted(due, key=lambda deadline: (deadline.on, deadline.number, deadline.kind))


def _cases(uow: UnitOfWork) -> Iterator[Deadline | None]:
    for row in uow.rows(
        f"{BRIEF} WHERE {policy.CASE_VISIBLE} AND c.state = ANY(:open)",
        today=uow.today,
        open=list(OPEN),
        **policy.scope(uow.actor),
    ):
        yield next_steps.of_case(row).deadline(
            subject="default_case", subject_id=row["id"], number=row["number"], title=row["title"], amount_minor=row["open_minor"]
        )  # fmt: skip


def _claims(uow: UnitOfWork) -> Iterator[Deadline | None]:
    for row in uow.rows(
        f"{CLAIM} WHERE {policy.CLAIM_VISIBLE} AND k.state IN ('filed', 'accepted')",
        **policy.scope(uow.actor),
    ):
        step = next_steps.of_claim(row)
        yield step if step is None else step.deadline(
            subject="cover_claim", subject_id=row["id"], number=row["reference"], title=row["title"], amount_minor=row["asked_minor"]
        )  # fmt: skip


def _covers(uow: UnitOfWork) -> Iterator[Deadline | None]:
    for row in uow.rows(
        f"{COVER} WHERE {policy.COVER_VISIBLE} AND v.state = 'proposed'", **policy.scope(uow.actor)
    ):
        yield next_steps.of_cover(row).deadline(
            subject="cover", subject_id=row["id"], number=row["policy_number"], title=row["title"], amount_minor=row["cap_minor"]
        )  # fmt: skip


def _records(uow: UnitOfWork) -> Iterator[Deadline | None]:
    for row in uow.rows(
        f"{RECORD} WHERE {policy.RECORD_VISIBLE} AND r.state IN ('announced', 'objected', 'issued')",
        **policy.record_scope(uow.actor),
    ):
        step = next_steps.of_record(row)
        yield step if step is None else step.deadline(
            subject="credit_record", subject_id=row["id"], number=row["case_number"], title=row["title"],
            amount_minor=row["overdue_minor"],
        )  # fmt: skip
