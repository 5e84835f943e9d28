"""Listings for tests: complete, with a patent number that checks."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from marketplace.core.actor import Actor
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_patent_no
from marketplace.listings import queries, service
from marketplace.listings.schemas import (
    Industry,
    InventorDraft,
    ListingDraft,
    ListingView,
    PriceMode,
    RightDraft,
    RightKind,
)
from marketplace.terms import AfterMonths, AtFirstIncome, EarliestOf, FixedRate, Royalty, TermSheet

_serial = count(100_000)


def a_term_sheet(**changes: Any) -> TermSheet:
    """Twelve months free, then 80,000 yuan, and 3.7 % of net sales with a cap."""
    values: dict[str, Any] = {
        "territory": "中国境内",
        "field_of_use": "纺织品烘干",
        "months": 60,
        "free_period_months": 12,
        "deferral_trigger": EarliestOf(triggers=(AfterMonths(after_months=12), AtFirstIncome())),
        "deferred_fee_minor": 8_000_000,
        "royalty": Royalty(base="net_sales", schedule=FixedRate(rate_bps=370), cap_total_minor=200_000_000),
    }
    return TermSheet(**values | changes)


def a_draft(**changes: Any) -> ListingDraft:
    """A complete draft."""
    values: dict[str, Any] = {
        "title": "多级热泵闭式烘干与余热梯级回收技术",
        "problem": "烘房电费太高，冬天更费。",
        "mechanism": "用多级热泵把排湿余热逐级送回烘房。",
        "benefit": "每吨水耗电由 1100 度降到 620 度。",
        "keywords": ["热泵烘干", "余热回收"],
        "industry": Industry.ENVIRONMENT,
        "trl": 7,
        "terms": a_term_sheet(),
        "rights": [
            RightDraft(
                kind=RightKind.PATENT, number=make_patent_no(2022, 1, next(_serial)), title="热泵烘干装置",
                filed_on=date(2022, 3, 1), granted_on=date(2024, 1, 9),
            )
        ],
        "inventors": [InventorDraft(name="李教授", share_bps=6000), InventorDraft(name="陈博士", share_bps=4000)],
    }  # fmt: skip
    return ListingDraft(**values | changes)


def an_open_listing(uow: UnitOfWork, officer: Actor, head: Actor, **changes: Any) -> ListingView:
    """Take a draft through approval and notice to publication, the way people do, with days passing between."""
    changes.setdefault("price_mode", PriceMode.AGREEMENT)
    by_officer, by_head = replace(uow, actor=officer), replace(uow, actor=head)
    listing_id = service.create_listing(by_officer, draft=a_draft(**changes))
    service.submit_listing(by_officer, listing_id=listing_id)
    service.approve_listing(by_head, listing_id=listing_id)
    if changes["price_mode"] == PriceMode.AGREEMENT:
        service.start_notice(by_officer, listing_id=listing_id)
        by_officer = replace(by_officer, now=uow.now + timedelta(days=16))
    service.publish_listing(by_officer, listing_id=listing_id)
    return queries.get_listing(uow, listing_id=listing_id)
