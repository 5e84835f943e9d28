"""Applications for tests, taken the way people take them."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service
from marketplace.deals.schemas import Answer, DealPatch, DealView
from marketplace.identity.permissions import Role
from marketplace.listings.schemas import ListingView
from tests.factories.identity import a_member
from tests.factories.laid_down import laid_down
from tests.factories.listings import an_open_listing
from tests.factories.organizations import a_university, a_zone, an_sme

PLAN = DealPatch(
    purpose="用于厂区两条烘干线的节能改造。",
    product="低能耗烘干线",
    sales_plan_minor=[0, 100_000_000, 200_000_000],
    contact_name="钱总",
    contact_phone="13800000000",
)


@dataclass(frozen=True)
class Market:
    """A university with an open listing and two firms: one of a pilot zone, one outside."""

    uow: UnitOfWork
    university_id: UUID
    officer: UnitOfWork
    head: UnitOfWork
    firm_id: UUID
    firm: UnitOfWork
    outsider_id: UUID
    outsider: UnitOfWork
    listing: ListingView

    def acting(self, actor: Actor) -> UnitOfWork:
        return replace(self.officer, actor=actor)


@laid_down
def a_market(uow: UnitOfWork, **listing: Any) -> Market:
    """Open a listing at a university and register the firms; everybody acts on the day after publication."""
    university_id = a_university(uow)
    officer = a_member(uow, university_id, "university", Role.TRANSFER_OFFICER, "陆明")
    head = a_member(uow, university_id, "university", Role.TRANSFER_HEAD, "周主任")
    view = an_open_listing(uow, officer, head, **listing)
    assert view.published_at is not None
    firm_id = an_sme(uow, zone_id=a_zone(uow), name="试点高新区企业")
    outsider_id = an_sme(uow, name="区外企业")

    def at_opening(actor: Actor) -> UnitOfWork:
        return replace(uow, actor=actor, now=view.published_at or uow.now)

    return Market(
        uow=replace(uow, now=view.published_at),
        university_id=university_id,
        officer=at_opening(officer),
        head=at_opening(head),
        firm_id=firm_id,
        firm=at_opening(a_member(uow, firm_id, "sme", Role.FIRM_HEAD, "钱总")),
        outsider_id=outsider_id,
        outsider=at_opening(a_member(uow, outsider_id, "sme", Role.FIRM_HEAD, "孙总")),
        listing=view,
    )


def a_draft_application(firm: UnitOfWork, listing: ListingView) -> DealView:
    """A draft with everything filled in."""
    view, _ = service.start_application(firm, listing_id=listing.id)
    return service.revise_draft(firm, deal_id=view.id, version=view.version, patch=PLAN)


def an_application(firm: UnitOfWork, listing: ListingView) -> DealView:
    """An application that was submitted."""
    view = a_draft_application(firm, listing)
    return service.submit_application(firm, deal_id=view.id, terms_hash=listing.terms_hash or "")


def accept(officer: UnitOfWork, deal: DealView) -> DealView:
    """The university accepts the terms of the application."""
    return service.answer_application(
        officer, deal_id=deal.id, answer=Answer(kind="accept", terms_hash=deal.terms_hash)
    )


def agreed_terms(market: Market) -> DealView:
    """An application of the pilot-zone firm whose terms both sides agreed to."""
    deal = accept(market.officer, an_application(market.firm, market.listing))
    return service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
