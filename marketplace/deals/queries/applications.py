"""Applications: lists, one whole application, locks."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, case, column, func, select, table
from sqlmodel import col

from marketplace.core import fsm
from marketplace.core.paging import Page, paged
from marketplace.core.policy import ALLOW
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import costs, policy
from marketplace.deals.models import Deal
from marketplace.deals.queries.commissions import find_commission, list_contributions
from marketplace.deals.queries.offers import list_offers
from marketplace.deals.schemas import (
    DealBrief,
    DealState,
    DealStep,
    DealView,
    MessageView,
    OfferView,
    PriceNotice,
    QueuePlace,
)
from marketplace.deals.states import DEAL, Facts
from marketplace.listings.schemas import ListingState
from marketplace.terms import Assumptions, TermSheet, describe, simulate

_listing = table(
    "listing", *map(column, ("id", "number", "title", "outright_price_minor", "state", "terms_hash"))
)
_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
_offer = table("deal_offer", column("deal_id"), column("side"), column("state"))
_BRIEF = (
    "id", "number", "version", "state", "state_since", "listing_id", "university_id", "firm_id", "priority", "submitted_at",
    "reply_due_on", "queued_until", "answer_due_on", "accepted_at", "is_demo",
)  # fmt: skip
_WHOLE = (
    *_BRIEF, "purpose", "product", "sales_plan_minor", "contact_name", "contact_phone", "message", "eligibility", "terms", "terms_hash",
    "contract_id", "notice_from", "notice_to",
)  # fmt: skip


def _select(names: tuple[str, ...]) -> Select[Any]:
    return (
        select(
            *(getattr(Deal, name) for name in names),
            _listing.c.number.label("listing_number"),
            _listing.c.title.label("listing_title"),
            _university.c.name.label("university_name"),
            _firm.c.name.label("firm_name"),
            _offer.c.side.label("offered_by"),
        )
        .join_from(Deal, _listing, col(Deal.listing_id) == _listing.c.id)
        .join(_university, col(Deal.university_id) == _university.c.id)
        .join(_firm, col(Deal.firm_id) == _firm.c.id)
        .outerjoin(_offer, (_offer.c.deal_id == col(Deal.id)) & (_offer.c.state == "open"))
        .where(policy.VISIBLE)
    )


# Whose turn it is comes first, then eligible pilot-zone firms of the same day, then the order of submission.
_URGENCY = case(
    {
        "submitted": 0,
        "answering": 1,
        "objection": 2,
        "price_notice": 2,
        "terms_agreed": 2,
        "queued": 3,
        "draft": 4,
    },
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
        _listing.c.terms_hash.label("listing_hash"),
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
    by = row.pop("offered_by")
    return row | {
        # somebody else's offer waits for the side whose turn it is
        "offered": by is not None and by != policy.turn_of(state),
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
    return paged(rows, lambda row: DealBrief(**_brief(uow, row)), page=page, size=size)


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
    guarded = SimpleNamespace(
        **{name: rows[0][name] for name in ("state", "accepted_at", "contract_id", "notice_to")}
    )
    listing_open, listing_hash = rows[0].pop("listing_open"), rows[0].pop("listing_hash")
    row = _brief(uow, rows[0])
    sheet = TermSheet.model_validate(row["terms"]) if row["terms"] else None
    outright, plan = row.pop("outright_price_minor"), row["sales_plan_minor"]
    simulation = (
        simulate(sheet, plan, assumptions=Assumptions(effective_on=uow.today), outright_minor=outright)
        if sheet and plan
        else None
    )
    comparison = costs.three_ways(uow, sheet, plan, outright)
    offers = list_offers(uow, deal_id=deal_id, plan=plan, listing_hash=listing_hash)
    lies_open = next((offer for offer in offers if offer.state == "open"), None)
    moves, found = _moves(uow, row, guarded, lies_open, listing_open=listing_open)
    begins, ends = row.pop("notice_from"), row.pop("notice_to")
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
        moves=moves,
        refused=fsm.refused_moves(uow, found),
        offers=offers,
        table_hash=lies_open.terms_hash if lies_open else row["terms_hash"],
        negotiated=row["terms_hash"] != listing_hash and row["state"] != DealState.DRAFT,
        notice=_notice(uow, deal_id, begins, ends),
        queue=_place(uow, row) if row["state"] == DealState.QUEUED else None,
        commission=find_commission(uow, deal_id),
        contributions=list_contributions(uow, deal_id),
    )


def _moves(
    uow: UnitOfWork, row: dict[str, Any], guarded: Any, offer: OfferView | None, *, listing_open: bool
) -> tuple[list[str], dict[str, Any]]:
    """Return the reader's open steps, and what keeps her from the others; an offer is accepted by agreeing."""
    offered_by: str = offer.side if offer else ""
    parties = {"firm_id": row["firm_id"], "university_id": row["university_id"]}
    facts = Facts(
        uow.today,
        listing_number=row["listing_number"],
        listing_open=listing_open,
        side=policy.side_of(uow.actor, **parties) or "",
        offered_by=offered_by,
    )
    moves = policy.moves(
        uow.actor,
        **parties,
        state=DealState(row["state"]),
        accepted=row["accepted"],
        offered_by=offered_by,
    )
    # Whether an application is complete and the firm eligible is for the form to say, part by part.
    asked = {"agree_terms" if move == "accept_offer" else move for move in moves} - {"submit"}
    found = fsm.refusals(DEAL, guarded, facts=facts, allowed=lambda move: ALLOW if move in asked else None)
    shut = {name for name, problem in found.items() if problem}
    if "agree_terms" in shut:
        shut.add("accept_offer")
    return [move for move in moves if move not in shut], found


def _notice(uow: UnitOfWork, deal_id: UUID, begins: date | None, ends: date | None) -> PriceNotice | None:
    if begins is None or ends is None:
        return None
    unsettled = uow.rows(
        "SELECT count(*) AS n FROM deal_objection WHERE deal_id = :id AND settled_at IS NULL", id=deal_id
    )[0]["n"]
    left = max(0, (ends - uow.today).days)
    return PriceNotice(begins_on=begins, ends_on=ends, days_left=left, objections_open=unsettled)


_QUEUE = """
SELECT count(*) FILTER (WHERE state = 'queued' AND (submitted_at, id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))) AS before,
       count(*) FILTER (WHERE state = 'queued') AS waiting,
       count(*) FILTER (WHERE priority AND state IN ('submitted', 'answering', 'price_notice', 'objection', 'terms_agreed'))
         AS ahead
FROM deal WHERE listing_id = :listing_id
"""


def _place(uow: UnitOfWork, row: dict[str, Any]) -> QueuePlace:
    """Count who comes first, without a name: queues open in the order of submission, after eligible pilot-zone firms."""
    found = uow.rows(_QUEUE, at=row["submitted_at"], id=row["id"], listing_id=row["listing_id"])[0]
    return QueuePlace(
        place=found["before"] + 1,
        waiting=found["waiting"],
        priority_ahead=found["ahead"],
        opens_on=row["queued_until"] + timedelta(days=1),
    )


def organization_names(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, str]:
    """Return the names of organizations by id."""
    rows = uow.rows("SELECT id, name FROM organization WHERE id = ANY(:ids)", ids=list(set(ids)))
    return {row["id"]: row["name"] for row in rows}


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
