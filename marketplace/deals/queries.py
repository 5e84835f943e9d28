"""Reads of the room."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, case, column, func, select, table
from sqlmodel import col

from marketplace.core import fsm
from marketplace.core.paging import Page
from marketplace.core.policy import ALLOW
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import costs, policy
from marketplace.deals.models import Deal
from marketplace.deals.schemas import DealBrief, DealState, DealStep, DealView, MessageView
from marketplace.deals.states import DEAL, Facts
from marketplace.listings.schemas import ListingState
from marketplace.terms import Assumptions, TermSheet, describe, simulate

_listing = table(
    "listing", *map(column, ("id", "number", "title", "outright_price_minor", "state", "terms_hash"))
)
_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
_BRIEF = (
    "id", "number", "version", "state", "state_since", "listing_id", "university_id", "firm_id", "priority", "submitted_at",
    "reply_due_on", "queued_until", "accepted_at", "is_demo",
)  # fmt: skip
_WHOLE = (
    *_BRIEF, "purpose", "product", "sales_plan_minor", "contact_name", "contact_phone", "message", "eligibility", "terms", "terms_hash",
    "contract_id",
)  # fmt: skip


def _select(names: tuple[str, ...]) -> Select[Any]:
    return (
        select(
            *(getattr(Deal, name) for name in names),
            _listing.c.number.label("listing_number"),
            _listing.c.title.label("listing_title"),
            _university.c.name.label("university_name"),
            _firm.c.name.label("firm_name"),
        )
        .join_from(Deal, _listing, col(Deal.listing_id) == _listing.c.id)
        .join(_university, col(Deal.university_id) == _university.c.id)
        .join(_firm, col(Deal.firm_id) == _firm.c.id)
        .where(policy.VISIBLE)
    )


# Whose turn it is comes first, then eligible pilot-zone firms of the same day, then the order of submission.
_URGENCY = case(
    {"submitted": 0, "answering": 1, "terms_agreed": 2, "queued": 3, "draft": 4},
    value=col(Deal.state),
    else_=5,
)
_LIST = (
    _select(_BRIEF)
    .add_columns(func.count().over().label("total"))
    .where((bindparam("state") == "") | (col(Deal.state) == bindparam("state")))
    .where(
        bindparam("listing", type_=Uuid).is_(None)
        | (col(Deal.listing_id) == bindparam("listing", type_=Uuid))
    )
    .order_by(
        _URGENCY,
        func.date(func.timezone("Asia/Shanghai", col(Deal.submitted_at))),
        col(Deal.priority).desc(),
        col(Deal.submitted_at),
        col(Deal.id),
    )
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
)
_WAITING = (
    _select(_BRIEF)
    .where(
        (
            (col(Deal.firm_id) == bindparam("actor_org", type_=Uuid))
            & col(Deal.state).in_([DealState.DRAFT.value, DealState.ANSWERING.value])
        )
        | (
            (col(Deal.university_id) == bindparam("actor_org", type_=Uuid))
            & (col(Deal.state) == DealState.SUBMITTED.value)
        )
    )
    .order_by(col(Deal.reply_due_on).nulls_last(), col(Deal.state_since).desc(), col(Deal.id))
    .limit(bindparam("size"))
)
_ONE = (
    _select(_WHOLE)
    .add_columns(
        _listing.c.outright_price_minor,
        ((_listing.c.state == ListingState.OPEN.value) & _listing.c.terms_hash.is_not(None)).label(
            "listing_open"
        ),
    )
    .where(col(Deal.id) == bindparam("id"))
)
_MESSAGES = """
SELECT m.id, m.side, m.kind, m.text, COALESCE(u.name, '') AS author_name, m.at
FROM deal_message m LEFT JOIN user_account u ON u.id = m.author_id WHERE m.deal_id = :id ORDER BY m.at, m.id
"""


def _brief(uow: UnitOfWork, row: dict[str, Any]) -> dict[str, Any]:
    state = DealState(row["state"])
    side = {"firm": row["firm_id"], "university": row["university_id"]}.get(policy.turn_of(state))
    due = row["reply_due_on"]
    return row | {
        "accepted": row.pop("accepted_at") is not None,
        "my_turn": uow.actor.belongs_to(side),
        "overdue": state is DealState.SUBMITTED and due is not None and due < uow.today,
    }


def list_deals(
    uow: UnitOfWork, *, state: str = "", listing_id: UUID | None = None, page: int = 1, size: int = 20
) -> Page[DealBrief]:
    """Return the applications of the actor's side; what waits for an answer first, eligible firms of a day before others."""
    rows = uow.rows(
        _LIST, state=state, listing=listing_id, size=size, skip=size * (page - 1), **policy.scope(uow.actor)
    )
    total = rows[0]["total"] if rows else 0
    for row in rows:
        row.pop("total")
    return Page(items=[DealBrief(**_brief(uow, row)) for row in rows], total=total, page=page, size=size)


def list_waiting(uow: UnitOfWork, *, size: int = 50) -> list[DealBrief]:
    """Return the applications on which the actor's side has to act, soonest reply first; empty for who may not act."""
    if not (uow.actor.may("deal.apply") or uow.actor.may("deal.answer")):
        return []
    rows = uow.rows(_WAITING, size=size, **policy.scope(uow.actor))
    return [DealBrief(**_brief(uow, row)) for row in rows]


def count_by_state(uow: UnitOfWork) -> dict[str, int]:
    """Return how many applications of the actor's side stand in each state."""
    statement = (
        select(col(Deal.state), func.count().label("n")).where(policy.VISIBLE).group_by(col(Deal.state))
    )
    return {row["state"]: row["n"] for row in uow.rows(statement, **policy.scope(uow.actor))}


def get_deal(uow: UnitOfWork, *, deal_id: UUID) -> DealView:
    """Return a whole application with its conversation, history and costs; raises `NotFound`."""
    rows = uow.rows(_ONE, id=deal_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="deal")
    guarded = SimpleNamespace(**{name: rows[0][name] for name in ("state", "accepted_at", "contract_id")})
    facts = Facts(
        uow.today, listing_number=rows[0]["listing_number"], listing_open=rows[0].pop("listing_open")
    )
    row = _brief(uow, rows[0])
    sheet = TermSheet.model_validate(row["terms"]) if row["terms"] else None
    outright, plan = row.pop("outright_price_minor"), row["sales_plan_minor"]
    simulation = (
        simulate(sheet, plan, assumptions=Assumptions(effective_on=uow.today), outright_minor=outright)
        if sheet and plan
        else None
    )
    comparison = costs.three_ways(uow, sheet, plan, outright)
    moves = policy.moves(
        uow.actor,
        firm_id=row["firm_id"],
        university_id=row["university_id"],
        state=DealState(row["state"]),
        accepted=row["accepted"],
    )
    # Whether an application is complete and the firm eligible is for the form to say, part by part.
    found = fsm.refusals(
        DEAL, guarded, facts=facts, allowed=lambda move: ALLOW if move in moves and move != "submit" else None
    )
    return DealView(
        **row | {"terms": sheet},
        terms_text=describe(sheet, uow.locale) if sheet else [],
        simulation=simulation,
        comparison=comparison,
        messages=[MessageView(**message) for message in uow.rows(_MESSAGES, id=deal_id)],
        steps=[
            DealStep(**{k: step[k] for k in DealStep.model_fields})
            for step in fsm.history(uow, DEAL, deal_id)
        ],
        moves=[move for move in moves if found.get(move) is None],
        refused=fsm.refused_moves(uow, found),
    )


def lock_visible(uow: UnitOfWork, deal_id: UUID) -> Deal:
    """Lock an application that the actor may know of, for a change; raises `NotFound`."""
    statement = select(Deal).where(policy.VISIBLE, col(Deal.id) == deal_id).with_for_update()
    found: Deal | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="deal")
    return found


def find_listing_of(uow: UnitOfWork, deal_id: UUID) -> UUID:
    """Return the listing of an application the actor may know of; raises `NotFound`. Listings are locked before deals."""
    statement = select(col(Deal.listing_id)).where(policy.VISIBLE, col(Deal.id) == deal_id)
    found: UUID | None = uow.session.execute(statement, policy.scope(uow.actor)).scalar_one_or_none()
    if found is None:
        raise NotFound(what="deal")
    return found
