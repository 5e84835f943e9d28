"""The days by which somebody has to act on an application."""

from datetime import date
from typing import Any

from sqlmodel import col, select

from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy
from marketplace.deals.models import Deal
from marketplace.deals.queries.applications import organization_names
from marketplace.deals.schemas import DealState

_OTHERWISE = {
    "deal.reply": Text(
        "逾期会提醒转化部门负责人，并计入公开的答复率。",
        "The head is told, and it counts in the public record.",
    ),
    "deal.offer": Text(
        "对方仍在等待答复；提出的条款在此之前一直有效。",
        "The other side keeps waiting; the offer stays open.",
    ),
    "deal.answer": Text(
        "高校可以不再等待，以未回应为由不予许可。", "The university may decline because nothing was heard."
    ),
    "deal.notice": Text(
        "期满无异议，条款即告商定并生成合同。",
        "Without objection the terms are agreed and the contract is drawn up.",
    ),
}
_WHAT = {
    "deal.reply": Text("答复企业的申请", "Answer the application"),
    "deal.offer": Text("答复对方提出的条款", "Answer the offered terms"),
    "deal.answer": Text("回应高校", "Respond to the university"),
    "deal.notice": Text("商定价格公示期满", "Notice of the agreed price ends"),
}


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the open deadlines of the applications that the actor may know of, up to and with a day, soonest first.

    The university's reply clock, what a firm owes, offers that wait on either side and the end of a price notice.
    """
    statement = (
        select(Deal)
        .where(
            policy.VISIBLE,
            ((col(Deal.state) == DealState.SUBMITTED.value) & (col(Deal.reply_due_on) <= until))
            | ((col(Deal.state) == DealState.ANSWERING.value) & (col(Deal.answer_due_on) <= until))
            | ((col(Deal.state) == DealState.PRICE_NOTICE.value) & (col(Deal.notice_to) <= until)),
        )
        .order_by(col(Deal.id))
    )
    rows = list(uow.session.execute(statement, policy.scope(uow.actor)).scalars())
    if not rows:
        return []
    return sorted(_of(uow, rows), key=lambda day: (day.on, day.number))


def _of(uow: UnitOfWork, rows: list[Deal]) -> list[Deadline]:
    names = organization_names(uow, [each for row in rows for each in (row.university_id, row.firm_id)])
    titles = {
        row["id"]: row["title"]
        for row in uow.rows(
            "SELECT id, title FROM listing WHERE id = ANY(:ids)", ids=list({row.listing_id for row in rows})
        )
    }
    offered = {
        row["deal_id"]: row
        for row in uow.rows(
            "SELECT deal_id, side, at FROM deal_offer WHERE state = 'open' AND deal_id = ANY(:ids)",
            ids=[row.id for row in rows],
        )
    }
    return [_one(row, names, titles[row.listing_id], offered.get(row.id)) for row in rows]


def _one(row: Deal, names: dict[Any, str], title: str, offer: dict[str, Any] | None) -> Deadline:
    firm_acts = row.state == DealState.ANSWERING
    waits_on = "firm" if firm_acts else "university"
    on = {DealState.SUBMITTED: row.reply_due_on, DealState.ANSWERING: row.answer_due_on}.get(
        DealState(row.state), row.notice_to
    )
    if on is None:
        raise ValueError(f"deal {row.id} has no day to tell")
    kind = "deal.answer" if firm_acts else "deal.reply"
    since = business_date(row.state_since)
    if row.state == DealState.PRICE_NOTICE:
        kind, since = "deal.notice", row.notice_from or since
    elif offer is not None and offer["side"] != waits_on:
        kind = "deal.offer"
    responsible = row.firm_id if firm_acts else row.university_id
    return Deadline(
        kind=kind,
        what=_WHAT[kind],
        on=on,
        since=min(since, on),
        responsible_id=responsible,
        responsible_name=names[responsible],
        subject="deal",
        subject_id=row.id,
        number=row.number,
        title=title,
        otherwise=_OTHERWISE[kind],
    )
