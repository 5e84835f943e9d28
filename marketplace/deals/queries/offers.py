"""The rounds of a negotiation, read as changes with what they cost."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.uow import UnitOfWork
from marketplace.deals.models import DealOffer
from marketplace.deals.schemas import OfferComparison, OfferView
from marketplace.listings.schemas import PriceMode
from marketplace.terms import TermSheet, revise, terms_hash

_OFFERS = """
SELECT o.id, o.position, o.side, o.state, o.terms, o.terms_hash, o.base_terms, o.message, o.at, o.answered_at, o.answer,
       COALESCE(u.name, '') AS author_name
FROM deal_offer o LEFT JOIN user_account u ON u.id = o.author_id WHERE o.deal_id = :id ORDER BY o.position
"""


def needs_notice(
    *, agreed_hash: str | None, listing_hash: str | None, price_mode: str, noticed_from: date | None
) -> bool:
    """Tell whether agreed terms go on notice first: 促进科技成果转化法 §18.

    A price that was negotiated is not the one the university showed; and a listing priced by agreement that was never
    on notice itself still owes one. A price found on an exchange or by auction and taken as it stands needs none.
    """
    return agreed_hash != listing_hash or (price_mode == PriceMode.AGREEMENT and noticed_from is None)


def find_open_offer(uow: UnitOfWork, deal_id: UUID) -> DealOffer | None:
    """Return the offer that waits for its answer. For the service, which holds the lock of the deal."""
    statement = select(DealOffer).where(DealOffer.deal_id == deal_id, col(DealOffer.state) == "open")
    return uow.session.exec(statement).one_or_none()


def compare_offer(
    uow: UnitOfWork,
    *,
    before: TermSheet,
    after: TermSheet,
    plan: Sequence[int],
    listing_hash: str | None,
) -> OfferComparison:
    """Return what `after` changes, and the cost of both sheets on a sales plan in fen, from today on."""
    revision = revise(before, after, plan=plan, effective_on=uow.today, locale=uow.locale)
    changed = terms_hash(after)
    return OfferComparison(**dict(revision), terms_hash=changed, needs_notice=changed != listing_hash)


def list_offers(
    uow: UnitOfWork, *, deal_id: UUID, plan: Sequence[int], listing_hash: str | None
) -> list[OfferView]:
    """Return the rounds of a deal, first one first. For `get_deal`, which has asked the policy."""
    return [_view(uow, row, plan, listing_hash) for row in uow.rows(_OFFERS, id=deal_id)]


def _view(uow: UnitOfWork, row: dict[str, Any], plan: Sequence[int], listing_hash: str | None) -> OfferView:
    after = TermSheet.model_validate(row["terms"])
    before = TermSheet.model_validate(row.pop("base_terms"))
    comparison = compare_offer(uow, before=before, after=after, plan=plan, listing_hash=listing_hash)
    return OfferView(**{**comparison.model_dump(exclude={"terms_hash"}), **row, "terms": after})
