"""How a university answers, in public: questions and applications in one figure, without a word of either."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from marketplace.core.i18n import Text
from marketplace.core.problems import NotFound
from marketplace.core.replies import Reply, record_of
from marketplace.core.uow import UnitOfWork
from marketplace.deals.schemas import ResponseRate
from marketplace.enquiries import queries as enquiries
from marketplace.rulebook import queries as rulebook

MONTHS = 12

# What still runs is not known yet; what ended by itself before its clock (withdrawn, taken by another) says nothing.
_REPLIES = """
SELECT clock_due_on AS due_on, answered_on, answer_workdays AS workdays FROM deal
WHERE university_id = :university AND clock_started_on > :after AND clock_started_on <= :today
  AND (answered_on IS NOT NULL OR (clock_due_on < :today AND NOT (
        state IN ('withdrawn', 'declined') AND (state_since AT TIME ZONE 'Asia/Shanghai')::date <= clock_due_on)))
"""
_EXPLANATION = Text(
    "近 {months} 个月企业向这所高校提出的问题和申请中，在 {days} 个工作日内得到首次答复（回答、提问、接受、提出条款或说明不予许可）的比例，"
    "以及已答复的所用工作日的中位数。还在时限内的、时限内由企业自行撤回的不计；不足 {least} 件时不公布。只统计数量，不涉及企业。",
    "Of the questions and applications of firms in the last {months} months: the share with a first answer (an answer, a question, "
    "acceptance, terms or a refusal with reasons) within {days} working days, and the median of working days the answers took. "
    "What is still within its time, or was withdrawn within it, does not count; below {least} nothing is told. These are counts "
    "only; no firm is named.",
)


def get_response_rate(uow: UnitOfWork, *, university_id: UUID) -> ResponseRate:
    """Return how a university answers, for anybody; raises `NotFound` for what is no university.

    Counts questions and the first answers to applications of the last 12 months against their reply clocks, and tells
    nothing below the rulebook's least number: two answers would be two firms.
    """
    if not uow.rows("SELECT 1 FROM organization WHERE id = :id AND kind = 'university'", id=university_id):
        raise NotFound(what="organization")
    least, days = (rulebook.value(name, uow.today) for name in ("response_record_min", "reply_workdays"))
    after: date = uow.today - relativedelta(months=MONTHS)
    applications = uow.rows(_REPLIES, university=university_id, after=after, today=uow.today)
    questions = enquiries.list_replies(uow, university_id=university_id, after=after)
    record = record_of([*questions, *(Reply(**row) for row in applications)], least=least)
    return ResponseRate(
        university_id=university_id,
        months=MONTHS,
        least=least,
        reply_workdays=days,
        count=record.replies if record else None,
        in_time_bps=record.in_time_bps if record else None,
        median_workdays=record.median_workdays if record else None,
        explanation=_EXPLANATION.in_(uow.locale, months=MONTHS, days=days, least=least),
    )
