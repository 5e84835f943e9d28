"""Reads of the room, the provider's side: inbox, table, board and the single deal."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, case, cast, column, exists, func, or_, select, table
from sqlmodel import col

from finance.applications import policy
from finance.applications.gathering import fact_views
from finance.applications.models import (
    ApplicationNote,
    FactConsent,
    FactSnapshot,
    FundingApplication,
    FundingRequest,
)
from finance.applications.schemas import (
    ApplicationState,
    ColleagueView,
    MoveView,
    NoteView,
    PipelineDeal,
    PipelineFilter,
    PipelineItem,
    StepView,
    WaitingDeal,
)  # fmt: skip
from finance.applications.states import APPLICATION, BY_FIRM
from finance.instruments import queries as instruments
from finance.matching import RANK, FactSheet, match
from marketplace.core import fsm
from marketplace.core.clock import business_date
from marketplace.core.i18n import Text
from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity import queries as identity

_A, _R = FundingApplication, FundingRequest
_firm = table("organization", column("id"), column("name"), column("city"))
_owner = table("user_account", column("id"), column("name"))
_version = table("instrument_version", column("instrument_id"), column("number"), column("draft"))
_consented = exists().where(
    col(FactConsent.request_id) == col(_A.request_id),
    col(FactConsent.provider_id) == col(_A.provider_id),
    col(FactConsent.withdrawn_at).is_(None),
)
_rank = case({status.value: rank for status, rank in RANK.items()}, value=col(_A.status))
_ORDERS: Final[dict[str, tuple[ColumnElement[Any], ...]]] = {
    "score": (_rank, col(_A.score).desc(), col(_A.created_at).asc()),
    "waiting": (col(_A.state_since).asc(),),
    "amount": (col(_R.amount_minor).desc(),),
    "newest": (col(_A.created_at).desc(),),
}
_NEEDS_REASON: Final = frozenset({"pass"})
_NEEDS_OWNER: Final = frozenset({"start_due_diligence"})


def _select() -> Select[Any]:
    own = (
        "id",
        "number",
        "version",
        "request_id",
        "firm_id",
        "instrument_id",
        "instrument_version",
        "status",
        "score",
    )
    moving = ("state", "state_since", "owner_id", "due_on", "message", "sheet_hash")
    asked = ("title", "purpose", "stage", "amount_minor")
    return (
        select(
            *(getattr(_A, name) for name in (*own, *moving)),
            *(getattr(_R, name) for name in asked),
            col(_A.created_at).label("submitted_at"),
            _firm.c.name.label("firm_name"),
            _firm.c.city.label("firm_city"),
            _owner.c.name.label("owner_name"),
            _version.c.draft.op("->")("name").label("instrument_name"),
            col(FactSnapshot.body).label("body"),
            _consented.label("consented"),
        )
        .join_from(_A, _R, col(_R.id) == col(_A.request_id))
        .join(_firm, _firm.c.id == col(_A.firm_id))
        .join(
            _version,
            (_version.c.instrument_id == col(_A.instrument_id))
            & (_version.c.number == col(_A.instrument_version)),
        )
        .join(FactSnapshot, col(FactSnapshot.hash) == col(_A.sheet_hash))
        .outerjoin(_owner, _owner.c.id == col(_A.owner_id))
    )


def list_deals(uow: UnitOfWork, *, narrow: PipelineFilter) -> Page[PipelineItem]:
    """Return the deals of the actor's organization, narrowed and ordered, in a stable order."""
    statement = (
        _select().add_columns(func.count().over().label("total")).where(policy.visible_deals(uow.actor))
    )
    statement = statement.where(*_conditions(narrow)).order_by(*_ORDERS[narrow.sort], col(_A.id))
    rows = uow.rows(statement.limit(narrow.size).offset(narrow.size * (narrow.page - 1)))
    return paged(rows, lambda row: PipelineItem(**_brief(row, uow.today)), page=narrow.page, size=narrow.size)


def list_waiting(uow: UnitOfWork, *, size: int = 50) -> list[WaitingDeal]:
    """Return the new deals of the actor's organization and those in due diligence or committee that are hers."""
    if not uow.actor.may("pipeline.move"):
        return []
    hers = col(_A.state).in_([ApplicationState.DUE_DILIGENCE.value, ApplicationState.COMMITTEE.value]) & (
        col(_A.owner_id) == uow.actor.user_id
    )
    names = ("id", "number", "state", "state_since", "due_on")
    statement = (
        select(
            *(getattr(_A, name) for name in names),
            col(_R.title),
            col(_R.amount_minor),
            _firm.c.name.label("firm_name"),
        )
        .join_from(_A, _R, col(_R.id) == col(_A.request_id))
        .join(_firm, _firm.c.id == col(_A.firm_id))
        .where(policy.visible_deals(uow.actor))
        .where(or_(col(_A.state) == ApplicationState.NEW_MATCH.value, hers))
        .order_by(col(_A.due_on).nulls_last(), col(_A.state_since).desc(), col(_A.id))
        .limit(size)
    )
    return [WaitingDeal(**row) for row in uow.rows(statement)]


def count_deals(uow: UnitOfWork) -> dict[str, int]:
    """Return how many deals of the actor's organization stand in each state, empty states included."""
    statement = select(col(_A.state), func.count().label("n")).where(policy.visible_deals(uow.actor))
    found = {row["state"]: row["n"] for row in uow.rows(statement.group_by(col(_A.state)))}
    return {state.value: found.get(state.value, 0) for state in ApplicationState}


def get_deal(uow: UnitOfWork, *, application_id: UUID) -> PipelineDeal:
    """Return a deal of the actor's organization; facts and reasons only while the firm consents. Raises `NotFound`."""
    rows = uow.rows(_select().where(col(_A.id) == application_id, policy.visible_deals(uow.actor)))
    if not rows:
        raise NotFound(what="deal")
    row = rows[0]
    product = instruments.get_version(
        uow, instrument_id=row["instrument_id"], number=row["instrument_version"]
    )
    sheet = FactSheet.model_validate(row["body"]) if row["consented"] else None
    return PipelineDeal(
        **_brief(row, uow.today),
        message=row["message"],
        facts=fact_views(sheet) if sheet else (),
        match=match(instruments.offer_of(product), sheet) if sheet else None,
        instrument=product,
        notes=_notes(uow, application_id),
        history=_history(uow, application_id),
        moves=tuple(
            MoveView(
                to=ApplicationState(move.to),
                label=move.label,
                needs_reason=move.name in _NEEDS_REASON,
                needs_owner=move.name in _NEEDS_OWNER,
            )
            for move in APPLICATION.open_moves(row["state"])
            if move.name not in BY_FIRM
        ),
        colleagues=_colleagues(uow, product.provider_id),
    )


def _conditions(narrow: PipelineFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [col(_A.score) >= narrow.score_min]
    if narrow.state:
        found.append(col(_A.state) == narrow.state.value)
    if narrow.status:
        found.append(col(_A.status) == narrow.status.value)
    if narrow.instrument_id:
        found.append(col(_A.instrument_id) == narrow.instrument_id)
    if narrow.owner_id:
        found.append(col(_A.owner_id) == narrow.owner_id)
    for word in narrow.q.split():
        texts = (col(_R.title), col(_A.number), _firm.c.name)
        found.append(or_(*(cast(text, String).icontains(word, autoescape=True) for text in texts)))
    return found


def _brief(row: dict[str, Any], today: date) -> dict[str, Any]:
    sheet = FactSheet.model_validate(row["body"]) if row["consented"] else None
    fields = sheet.known("fields") if sheet else None
    plain = set(PipelineItem.model_fields) - {"instrument_name", "trl", "fields", "days_in_state"}
    return {name: row[name] for name in plain} | {
        "instrument_name": Text(**row["instrument_name"]),
        "trl": sheet.number("trl") if sheet else None,
        "fields": fields if isinstance(fields, tuple) else (),
        "days_in_state": (today - business_date(row["state_since"])).days,
    }


def _notes(uow: UnitOfWork, application_id: UUID) -> tuple[NoteView, ...]:
    statement = (
        select(
            col(ApplicationNote.id),
            _owner.c.name.label("author_name"),
            col(ApplicationNote.text),
            col(ApplicationNote.at),
        )
        .join_from(ApplicationNote, _owner, _owner.c.id == col(ApplicationNote.author_id))
        .where(col(ApplicationNote.application_id) == application_id)
        .order_by(col(ApplicationNote.at).desc(), col(ApplicationNote.id))
    )
    return tuple(NoteView(**row) for row in uow.rows(statement))


def _history(uow: UnitOfWork, application_id: UUID) -> tuple[StepView, ...]:
    steps = fsm.history(uow, APPLICATION, application_id)
    people = [step["actor_id"] for step in steps if step["actor_id"]]
    names = {row["id"]: row["name"] for row in uow.rows(select(_owner).where(_owner.c.id.in_(people)))}
    return tuple(
        StepView(
            **{name: step[name] for name in ("from_state", "to_state", "move", "at", "reason")},
            actor_name=names.get(step["actor_id"]),
        )
        for step in steps
    )


def _colleagues(uow: UnitOfWork, provider_id: UUID) -> tuple[ColleagueView, ...]:
    people = identity.list_members(uow, organization_id=provider_id, permission="pipeline.move")
    rows = uow.rows(select(_owner).where(_owner.c.id.in_(people)).order_by(_owner.c.name, _owner.c.id))
    return tuple(ColleagueView(**row) for row in rows)
