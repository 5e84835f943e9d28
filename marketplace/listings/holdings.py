"""Who holds the rights behind a listing, and what a co-owner sees of it. Reads; `queries` shows them to other rooms."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, column, select, table
from sqlmodel import col

from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import policy
from marketplace.listings.models import Listing, ListingHolder
from marketplace.listings.schemas import HolderView, HoldingView, ListingState
from marketplace.terms import TermSheet, describe

WHOLE_BPS = 10_000
NEED_ALL = ("sole", "exclusive")
"""专利法 §14: one co-owner alone may give a non-exclusive licence; these need all of them."""

OVER = (ListingState.CLOSED, ListingState.WITHDRAWN)

_HOLDERS = """
SELECT o.id AS organization_id, o.name, coalesce(o.uscc, '') AS uscc, NULL::int AS share_bps,
       NULL::timestamptz AS consent_at, -1 AS position, NULL AS consent_hash, l.terms_hash, true AS is_university
FROM listing l JOIN organization o ON o.id = l.university_id WHERE l.id = :id
UNION ALL
SELECT o.id, o.name, coalesce(o.uscc, ''), h.share_bps, h.consent_at, h.position, h.consent_hash, l.terms_hash, false
FROM listing_holder h JOIN listing l ON l.id = h.listing_id JOIN organization o ON o.id = h.organization_id
WHERE h.listing_id = :id ORDER BY position
"""
_university = table("organization", column("id"), column("name"))
_HOLDINGS = (
    select(
        col(Listing.id).label("listing_id"), col(Listing.number), col(Listing.title), col(Listing.benefit), col(Listing.state),
        col(Listing.licence_type), col(Listing.terms), col(Listing.terms_hash), col(ListingHolder.share_bps),
        col(ListingHolder.consent_at), col(ListingHolder.consent_hash), _university.c.name.label("university_name"),
    )
    .join_from(ListingHolder, Listing, col(Listing.id) == col(ListingHolder.listing_id))
    .join(_university, _university.c.id == col(Listing.university_id))
    .where(policy.HOLDS)
    .order_by(col(Listing.state_since).desc(), col(Listing.id))
)  # fmt: skip
_HOLDING = _HOLDINGS.where(col(Listing.id) == bindparam("id"))


def list_holders(uow: UnitOfWork, *, listing_id: UUID) -> list[HolderView]:
    """Return all right holders of a listing, the university first; their shares sum to 10,000 bps. Asks nobody: for rules."""
    rows = uow.rows(_HOLDERS, id=listing_id)
    others = sum(row["share_bps"] or 0 for row in rows)
    found = []
    for row in rows:
        terms_hash, consent_hash = row.pop("terms_hash"), row.pop("consent_hash")
        own = row.pop("position") < 0
        share = WHOLE_BPS - others if own else row["share_bps"]
        found.append(
            HolderView(**row | {"share_bps": share}, consents=own or _holds(consent_hash, terms_hash))
        )
    return found


def _holds(consent_hash: str | None, terms_hash: str | None) -> bool:
    return consent_hash is not None and consent_hash == terms_hash


def list_missing_consents(uow: UnitOfWork, *, listing_id: UUID, licence_type: str | None) -> list[str]:
    """Return the names of co-owners whose consent a licence of this type still lacks; none for a non-exclusive one."""
    if licence_type not in NEED_ALL:
        return []
    return [holder.name for holder in list_holders(uow, listing_id=listing_id) if not holder.consents]


def list_shared(uow: UnitOfWork, *, listing_id: UUID) -> list[HolderView]:
    """Return the right holders to the university's people and to the co-owners; raises `NotFound` for all others."""
    found = list_holders(uow, listing_id=listing_id)
    inside = uow.actor.belongs_to(*(holder.organization_id for holder in found))
    knows = uow.actor.may("listing.read_own") or uow.actor.may("contract.read")
    if not found or not (uow.actor.is_system or (inside and knows)):
        raise NotFound(what="listing")
    return found


def list_holdings(uow: UnitOfWork) -> list[HoldingView]:
    """Return the listings in which the actor's organization holds a share, latest change first."""
    rows = uow.rows(_HOLDINGS.limit(200), **policy.holder_scope(uow.actor))
    return [_holding(uow, row) for row in rows]


def get_holding(uow: UnitOfWork, *, listing_id: UUID) -> HoldingView:
    """Return what a co-owner sees of one listing; raises `NotFound`."""
    rows = uow.rows(_HOLDING, id=listing_id, **policy.holder_scope(uow.actor))
    if not rows:
        raise NotFound(what="listing")
    return _holding(uow, rows[0])


def _holding(uow: UnitOfWork, row: dict[str, Any]) -> HoldingView:
    terms, consent_hash = row.pop("terms"), row.pop("consent_hash")
    consents = _holds(consent_hash, row["terms_hash"])
    return HoldingView(
        **row,
        terms_text=describe(TermSheet.model_validate(terms), uow.locale) if terms else [],
        consents=consents,
        may_consent=not consents
        and terms is not None
        and row["state"] not in OVER
        and uow.actor.may("contract.sign"),
    )
