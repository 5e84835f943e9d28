"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, cast, column, func, or_, select, table
from sqlmodel import col

from finance.instruments import policy
from finance.instruments.models import Instrument, InstrumentVersion
from finance.instruments.schemas import (
    FAMILY,
    KIND_LABELS,
    InstrumentBrief,
    InstrumentDraft,
    InstrumentState,
    InstrumentView,
)  # fmt: skip
from finance.matching import Family, Offer
from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

_provider = table("organization", column("id"), column("name"), column("sort_key"))
_draft = col(InstrumentVersion.draft)
_valid_from = cast(_draft["valid_from"].astext, Date)
_valid_to = cast(_draft["valid_to"].astext, Date)
_in_force = col(InstrumentVersion.number) == func.coalesce(
    col(Instrument.live_version), col(Instrument.latest_version)
)
_latest = col(InstrumentVersion.number) == col(Instrument.latest_version)


def _select() -> Select[Any]:
    return (
        select(
            col(Instrument.id),
            col(Instrument.state),
            col(Instrument.state_since),
            col(Instrument.version).label("row_version"),
            col(Instrument.provider_id),
            col(Instrument.is_demo),
            col(InstrumentVersion.number).label("version"),
            _draft.label("draft"),
            _provider.c.name.label("provider_name"),
        )
        .join_from(Instrument, InstrumentVersion, col(InstrumentVersion.instrument_id) == col(Instrument.id))
        .join(_provider, _provider.c.id == col(Instrument.provider_id))
    )


def _brief(row: dict[str, Any], draft: InstrumentDraft) -> dict[str, Any]:
    return {
        "id": row["id"],
        "version": row["version"],
        "state": row["state"],
        "kind": draft.kind,
        "kind_label": KIND_LABELS[draft.kind],
        "family": FAMILY[draft.kind],
        "name": draft.name,
        "summary": draft.summary,
        "provider_id": row["provider_id"],
        "provider_name": row["provider_name"],
        "amount_min_minor": draft.terms.amount_min_minor,
        "amount_max_minor": draft.terms.amount_max_minor,
        "price": draft.terms.price,
        "tenor_months_max": draft.terms.tenor_months_max,
        "decision_days": draft.decision_days,
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "is_demo": row["is_demo"],
    }


def _view(row: dict[str, Any]) -> InstrumentView:
    draft = InstrumentDraft.model_validate(row["draft"])
    return InstrumentView(
        **_brief(row, draft),
        row_version=row["row_version"],
        state_since=row["state_since"],
        terms=draft.terms,
        mandate=draft.mandate,
        gates=draft.all_gates(),
        preferences=draft.wishes(),
        documents=draft.documents,
        source=draft.source,
    )


def list_catalogue(
    uow: UnitOfWork,
    *,
    family: Family | None = None,
    kind: str = "",
    words: str = "",
    page: int = 1,
    size: int = 20,
) -> Page[InstrumentBrief]:
    """Return the published products the actor may see and that are in force today, by family, kind and provider."""
    statement = (
        _select()
        .add_columns(func.count().over().label("total"))
        .where(_in_force, policy.visible(uow.actor), col(Instrument.state) == InstrumentState.PUBLISHED.value)
        .where(_valid_from <= uow.today, _valid_to >= uow.today)
        .order_by(
            col(Instrument.family).desc(),
            col(Instrument.kind),
            _provider.c.sort_key,
            _draft["name"]["zh"],
            col(Instrument.id),
        )
        .limit(size)
        .offset(size * (page - 1))
    )
    if family:
        statement = statement.where(col(Instrument.family) == family)
    if kind:
        statement = statement.where(col(Instrument.kind) == kind)
    for word in words.split():
        texts = (_draft["name"], _draft["summary"])
        statement = statement.where(
            or_(
                *(
                    text[language].astext.icontains(word, autoescape=True)
                    for text in texts
                    for language in ("zh", "en")
                ),
                _provider.c.name.icontains(word, autoescape=True),
            )
        )
    rows = uow.rows(statement)
    return paged(
        rows,
        lambda row: InstrumentBrief(**_brief(row, InstrumentDraft.model_validate(row["draft"]))),
        page=page,
        size=size,
    )


def list_own(uow: UnitOfWork) -> list[InstrumentView]:
    """Return all products of the actor's own organization in their latest version, drafts and withdrawn included."""
    statement = _select().where(
        _latest, policy.visible(uow.actor), col(Instrument.provider_id) == uow.actor.organization_id
    )
    return [_view(row) for row in uow.rows(statement.order_by(col(Instrument.id)))]


def list_live(uow: UnitOfWork, *, on: date) -> list[InstrumentView]:
    """Return every product that is published and valid on a date and that the actor may see, by id: what is matched."""
    statement = _select().where(
        _in_force, policy.visible(uow.actor), col(Instrument.state) == InstrumentState.PUBLISHED.value
    )
    statement = statement.where(_valid_from <= on, _valid_to >= on).order_by(col(Instrument.id))
    return [_view(row) for row in uow.rows(statement)]


def get_instrument(uow: UnitOfWork, *, instrument_id: UUID) -> InstrumentView:
    """Return a product that the actor may see, in the version in force; raises `NotFound`."""
    rows = uow.rows(
        _select().where(_in_force, policy.visible(uow.actor), col(Instrument.id) == instrument_id)
    )
    if not rows:
        raise NotFound(what="instrument")
    return _view(rows[0])


def get_version(uow: UnitOfWork, *, instrument_id: UUID, number: int) -> InstrumentView:
    """Return one version of a product, past ones included, without asking who reads: for rules of rooms above."""
    statement = _select().where(col(Instrument.id) == instrument_id, col(InstrumentVersion.number) == number)
    rows = uow.rows(statement)
    if not rows:
        raise NotFound(what="instrument")
    return _view(rows[0])


def offer_of(view: InstrumentView) -> Offer:
    """Return what matching needs of a product."""
    return Offer(
        instrument_id=view.id, instrument_version=view.version, gates=view.gates, preferences=view.preferences
    )


def lock_visible(uow: UnitOfWork, instrument_id: UUID) -> Instrument:
    """Lock a product that the actor may know of, for a change; raises `NotFound`."""
    statement = (
        select(Instrument)
        .where(col(Instrument.id) == instrument_id, policy.visible(uow.actor))
        .with_for_update(of=Instrument)
    )
    found: Instrument | None = uow.session.execute(statement).scalar_one_or_none()
    if found is None:
        raise NotFound(what="instrument")
    return found
