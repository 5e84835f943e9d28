"""A firm asks for documents; the university agrees and draws the undertaking up, or declines."""

import hashlib
from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy, queries
from marketplace.datarooms.errors import ListingNotOffered
from marketplace.datarooms.models import DataAccess, DataRoom
from marketplace.datarooms.schemas import AccessView
from marketplace.datarooms.service.steps import announce, lock_room, number_of, saved, start_clock
from marketplace.datarooms.states import ACCESS, Facts
from marketplace.documents import service as documents
from marketplace.documents.schemas import UndertakingData, UndertakingParty
from marketplace.events.datarooms import (
    DataAccessAsked,
    DataAccessDeclined,
    DataAccessWithdrawn,
    UndertakingOffered,
)
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook

PDF = "application/pdf"
OPEN_STATES = ("asked", "offered", "firm_signed", "active")


def ask_access(
    uow: UnitOfWork, *, listing_id: UUID, purpose: str, is_demo: bool = False
) -> tuple[AccessView, bool]:
    """Ask for the documents behind an open listing; the firm's open access, if there is one, is opened instead.

    Whether there is a room makes no difference here. Raises `Forbidden`, `NotFound`, `ListingNotOffered`.
    """
    require(policy.can_ask(uow.actor))
    firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("an access needs a firm")
    listings.get_listing(uow, listing_id=listing_id)
    listings.lock_visible(uow.as_system(), listing_id)  # askers and a withdrawal go one after the other
    listing = listings.get_listing(uow, listing_id=listing_id)
    existing = uow.session.exec(
        select(DataAccess.id).where(
            DataAccess.listing_id == listing_id,
            DataAccess.firm_id == firm_id,
            col(DataAccess.state).in_(OPEN_STATES),
        )
    ).one_or_none()
    if existing:
        return queries.get_access(uow, access_id=existing), False
    if listing.state != ListingState.OPEN:
        raise ListingNotOffered(number=listing.number)
    access_id = new_id()
    row = DataAccess(
        id=access_id, number=number_of("BM", uow.today.year, access_id), listing_id=listing_id,
        university_id=listing.university_id, firm_id=firm_id, asked_by=uow.actor.user_id, state="", state_since=uow.now,
        purpose=purpose, asked_at=uow.now, is_demo=is_demo,
    )  # fmt: skip
    fsm.begin(uow, ACCESS, row)
    start_clock(uow, row)
    uow.session.add(row)
    uow.audit("dataroom.asked", "data_access", row.id)
    announce(uow, row, DataAccessAsked, reply_due_on=row.reply_due_on)
    return saved(uow, row), True


def offer_access(uow: UnitOfWork, *, access_id: UUID, access_days: int | None) -> AccessView:
    """Agree: the undertaking is drawn up, with the months of confidence of the listing's terms, for both to sign.

    Raises `NothingToRead`, `ListingNotOffered`, `IllegalMove`; announces `UndertakingOffered`.
    """
    seen = queries.get_access(uow, access_id=access_id)
    require(policy.can_decide(uow.actor, _sides(seen)))
    room = lock_room(uow, seen.listing_id, seen.university_id)
    row = queries.lock_visible(uow, access_id)
    listing = listings.get_listing(uow.as_system(), listing_id=row.listing_id)
    fsm.advance(uow, ACCESS, row, "offer", facts=facts_of(uow, listing, room))
    row.access_days, row.reply_due_on = access_days or room.access_days, None
    data = _undertaking(uow, row, listing)
    pdf = documents.typeset_undertaking(data)
    stored = documents.store_file(
        uow, data=pdf, name=f"{row.number}.pdf", media_type=PDF, readers=[row.university_id, row.firm_id]
    )
    row.undertaking, row.document_id = data.model_dump(mode="json"), stored.id
    row.content_sha256 = hashlib.sha256(pdf).hexdigest()
    uow.audit("dataroom.offered", "data_access", row.id, content_sha256=row.content_sha256)
    announce(uow, row, UndertakingOffered, access_days=row.access_days)
    return saved(uow, row)


def _sides(view: AccessView) -> DataAccess:
    return DataAccess(
        number="", listing_id=view.listing_id, university_id=view.university_id, firm_id=view.firm_id, state=view.state,
        state_since=view.state_since, purpose="", asked_at=view.asked_at,
    )  # fmt: skip


def facts_of(uow: UnitOfWork, listing: ListingView, room: DataRoom, shown: str = "") -> Facts:
    """Gather what the guards look at."""
    return Facts(
        listing_number=listing.number,
        listing_open=listing.state == ListingState.OPEN,
        readable=room.is_open and bool(queries.list_files(uow, listing_id=room.listing_id)),
        shown_sha256=shown,
    )


def _undertaking(uow: UnitOfWork, row: DataAccess, listing: ListingView) -> UndertakingData:
    months = (
        listing.terms.confidentiality_months
        if listing.terms
        else rulebook.value("nda_confidentiality_months", uow.today)
    )
    return UndertakingData(
        number=row.number,
        made_on=uow.today,
        listing_number=listing.number,
        listing_title=listing.title,
        purpose=row.purpose,
        discloser=_party(uow, row.university_id),
        recipient=_party(uow, row.firm_id),
        months=months,
        access_days=row.access_days or 1,
    )


def _party(uow: UnitOfWork, organization_id: UUID) -> UndertakingParty:
    found = organizations.find_view(uow, organization_id=organization_id)
    if found is None:
        raise NotFound(what="organization")
    return UndertakingParty(
        organization_id=found.id, name=found.name, uscc=found.uscc or "", address=found.address
    )


def decline_access(uow: UnitOfWork, *, access_id: UUID, reason: str) -> AccessView:
    """Do not agree, with a reason the firm will read. Raises `IllegalMove` once both have signed."""
    row = queries.lock_visible(uow, access_id)
    require(policy.can_decide(uow.actor, row))
    end(uow, row, "decline", reason)
    announce(uow, row, DataAccessDeclined, reason=reason)
    return saved(uow, row)


def withdraw_access(uow: UnitOfWork, *, access_id: UUID, reason: str) -> AccessView:
    """Take the request back, or give the access up; the firm may ask again. Raises `IllegalMove` once it has ended."""
    row = queries.lock_visible(uow, access_id)
    require(policy.can_withdraw(uow.actor, row))
    end(uow, row, "withdraw", reason)
    announce(uow, row, DataAccessWithdrawn, reason=reason)
    return saved(uow, row)


def end(uow: UnitOfWork, row: DataAccess, move: str, reason: str) -> None:
    """End an access: from here on nothing is handed out under it."""
    fsm.advance(uow, ACCESS, row, move, facts=Facts(), reason=reason or None)
    row.reply_due_on, row.end_reason = None, reason
    uow.audit(f"dataroom.{move}", "data_access", row.id)
