"""How a university answers: a public figure over its own deeds, without a word of any application."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from marketplace.core.uow import UnitOfWork
from marketplace.deals.schemas import ResponseRecord
from marketplace.rulebook import queries as rulebook

MONTHS = 12

# What still runs is not known yet; what ended by itself before its clock (withdrawn, taken by another) says nothing.
_RECORD = """
SELECT university_id, count(*) AS n,
       count(*) FILTER (WHERE answered_on <= clock_due_on) AS in_time,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY answer_workdays) AS median_workdays
FROM deal
WHERE university_id = ANY(:ids) AND clock_started_on > :since AND clock_started_on <= :today
  AND (answered_on IS NOT NULL OR (clock_due_on < :today AND NOT (
        state IN ('withdrawn', 'declined') AND (state_since AT TIME ZONE 'Asia/Shanghai')::date <= clock_due_on)))
GROUP BY university_id
"""


def response_record(uow: UnitOfWork, university_ids: Sequence[UUID]) -> dict[UUID, ResponseRecord]:
    """Return for each university how it answered the applications of the last 12 months; every id has an entry.

    Counts the first answer (accept, ask, decline or an offer of terms) against the first reply clock. Needs no
    permission: it holds sums over all applications and is withheld below the rulebook's least number.
    """
    needed = rulebook.value("response_record_min", uow.today)
    since: date = uow.today - relativedelta(months=MONTHS)
    rows = uow.rows(_RECORD, ids=list(university_ids), since=since, today=uow.today) if university_ids else []
    found = {row["university_id"]: row for row in rows}
    return {
        university_id: _record(university_id, found.get(university_id, {}), needed)
        for university_id in university_ids
    }


def get_response_record(uow: UnitOfWork, *, university_id: UUID) -> ResponseRecord:
    """Return the record of one university; an organization without applications has none to tell."""
    return response_record(uow, [university_id])[university_id]


def _record(university_id: UUID, row: dict[str, int], needed: int) -> ResponseRecord:
    n, in_time = row.get("n", 0), row.get("in_time", 0)
    enough = n >= needed
    return ResponseRecord(
        university_id=university_id,
        # Below the least number not even the counts are told: two answers would be two firms' applications.
        n=n if enough else 0,
        needed=needed,
        in_time=in_time if enough else 0,
        share_bps=in_time * 10_000 // n if enough else None,
        median_workdays=row.get("median_workdays") if enough else None,
    )
