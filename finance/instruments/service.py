"""Writes of the room: products are written as versions, published and withdrawn."""

from uuid import UUID

from finance.instruments import policy, queries
from finance.instruments.errors import NothingNew
from finance.instruments.models import Instrument, InstrumentVersion
from finance.instruments.schemas import FAMILY, InstrumentDraft, InstrumentState, InstrumentView
from finance.instruments.states import INSTRUMENT, Facts
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.events.instruments import InstrumentPublished, InstrumentWithdrawn


def create_instrument(
    uow: UnitOfWork, *, draft: InstrumentDraft, provider_id: UUID | None = None, is_demo: bool = False
) -> UUID:
    """Write version 1 of a product of the actor's organization (the system names one). Raises `Forbidden`."""
    if not uow.actor.is_system:
        require(policy.can_create(uow.actor))
        provider_id = uow.actor.organization_id
    if provider_id is None:
        raise ValueError("the system must name the provider")
    row = Instrument(
        id=new_id(), provider_id=provider_id, state="", state_since=uow.now, family=FAMILY[draft.kind],
        kind=draft.kind.value, latest_version=0, is_demo=is_demo,
    )  # fmt: skip
    begin(uow, INSTRUMENT, row)
    uow.session.add(row)
    uow.session.flush()
    _write(uow, row, draft)
    return row.id


def revise_instrument(
    uow: UnitOfWork, *, instrument_id: UUID, version: int, draft: InstrumentDraft
) -> InstrumentView:
    """Write the next version; the one in force stays in force until this is published.

    Raises `StaleVersion`, `IllegalMove` for a withdrawn product, `Forbidden`.
    """
    row = queries.lock_visible(uow, instrument_id)
    require(policy.can_write(uow.actor, row))
    check_version(row, version)
    if row.state == InstrumentState.WITHDRAWN:
        raise IllegalMove(
            state=INSTRUMENT.states[row.state].in_(uow.locale), move=Text("修改", "Revise").in_(uow.locale)
        )
    _write(uow, row, draft)
    return queries.get_version(uow, instrument_id=instrument_id, number=row.latest_version)


def publish_instrument(uow: UnitOfWork, *, instrument_id: UUID) -> InstrumentView:
    """Put the latest version in force; announces `InstrumentPublished`. Raises `ProductExpired`, `NothingNew`."""
    row = queries.lock_visible(uow, instrument_id)
    require(policy.can_write(uow.actor, row))
    latest = queries.get_version(uow, instrument_id=instrument_id, number=row.latest_version)
    if row.state == InstrumentState.PUBLISHED and row.live_version == row.latest_version:
        raise NothingNew(number=row.latest_version)
    move = "publish" if row.state != InstrumentState.PUBLISHED else "publish_version"
    advance(uow, INSTRUMENT, row, move, facts=Facts(uow.today, latest.valid_to))
    row.live_version, row.kind, row.family = row.latest_version, latest.kind.value, latest.family
    uow.audit("instrument.published", "instrument", row.id, version=row.latest_version)
    uow.publish(
        InstrumentPublished(instrument_id=row.id, provider_id=row.provider_id, version=row.latest_version)
    )
    uow.session.flush()
    return queries.get_instrument(uow, instrument_id=instrument_id)


def withdraw_instrument(uow: UnitOfWork, *, instrument_id: UUID, reason: str) -> None:
    """Take a product off the market; announces `InstrumentWithdrawn`. Applications under way go on."""
    row = queries.lock_visible(uow, instrument_id)
    require(policy.can_write(uow.actor, row))
    advance(uow, INSTRUMENT, row, "withdraw", reason=reason)
    uow.audit("instrument.withdrawn", "instrument", row.id)
    uow.publish(InstrumentWithdrawn(instrument_id=row.id, provider_id=row.provider_id))
    uow.session.flush()


def _write(uow: UnitOfWork, row: Instrument, draft: InstrumentDraft) -> None:
    row.latest_version += 1
    uow.session.add(
        InstrumentVersion(
            instrument_id=row.id, number=row.latest_version, draft=draft.model_dump(mode="json"),
            created_at=uow.now, created_by=uow.actor.user_id,
        )
    )  # fmt: skip
    uow.session.flush()
