"""A firm applies: draft, submission with its eligibility, withdrawal."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy, queries
from marketplace.deals.errors import ListingNotOpen
from marketplace.deals.models import OPEN_STATES, Deal
from marketplace.deals.schemas import DealPatch, DealState, DealView
from marketplace.deals.service.steps import (
    announce,
    close_talks,
    facts_of,
    lock_listing,
    saved,
    start_clock,
    stop_clocks,
)
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    DealQueued,
    DealWithdrawn,
)
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState
from marketplace.organizations import queries as organizations
from marketplace.organizations.eligibility import EligibilityDecision, decide


def start_application(uow: UnitOfWork, *, listing_id: UUID, is_demo: bool = False) -> tuple[DealView, bool]:
    """Open a draft for an open listing, or the firm's application that is already there; the flag tells which.

    Raises `Forbidden`, `NotFound`, `ListingNotOpen`.
    """
    require(policy.can_apply(uow.actor))
    firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("an application needs a firm")
    listing = listings.get_listing(uow, listing_id=listing_id)
    if existing := _find_open(uow, listing_id):
        return queries.get_deal(uow, deal_id=existing), False
    if listing.state != ListingState.OPEN:
        raise ListingNotOpen(number=listing.number)
    row = Deal(
        id=new_id(), number=_next_number(uow), listing_id=listing_id, university_id=listing.university_id,
        firm_id=firm_id, applicant_id=uow.actor.user_id, state="", state_since=uow.now, is_demo=is_demo,
        terms=listing.terms.model_dump(mode="json") if listing.terms else None, terms_hash=listing.terms_hash,
    )  # fmt: skip
    try:
        with uow.session.begin_nested():
            fsm.begin(uow, DEAL, row)
            uow.session.add(row)
    except IntegrityError:  # a second tab was quicker: open what it made
        existing = _find_open(uow, listing_id)
        if existing is None:
            raise
        return queries.get_deal(uow, deal_id=existing), False
    return queries.get_deal(uow, deal_id=row.id), True


def _find_open(uow: UnitOfWork, listing_id: UUID) -> UUID | None:
    return uow.session.exec(
        select(Deal.id).where(
            Deal.listing_id == listing_id,
            Deal.firm_id == uow.actor.organization_id,
            col(Deal.state).in_(OPEN_STATES),
        )
    ).one_or_none()


def _next_number(uow: UnitOfWork) -> str:
    seq = uow.rows("SELECT nextval('deal_number') AS n")[0]["n"]
    return f"SQ-{uow.today.year}-{seq:06d}"


def revise_draft(uow: UnitOfWork, *, deal_id: UUID, version: int, patch: DealPatch) -> DealView:
    """Save what the wizard has so far. Raises `StaleVersion`, `IllegalMove` once it was submitted."""
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    check_version(row, version)
    if row.state != DealState.DRAFT:
        raise IllegalMove(
            state=DEAL.states[row.state].in_(uow.locale), move=Text("修改", "Revise").in_(uow.locale)
        )
    for name, value in patch.model_dump(exclude_unset=True).items():
        setattr(row, name, value if value is not None else [] if name == "sales_plan_minor" else "")
    uow.session.flush()
    return queries.get_deal(uow, deal_id=deal_id)


def submit_application(uow: UnitOfWork, *, deal_id: UUID, terms_hash: str) -> DealView:
    """Apply, with the terms shown; decides eligibility today and stores it with its facts.

    Within the priority window eligible pilot-zone firms go straight to the university and others queue. A second
    submit opens the first. Raises `DealIncomplete`, `NotEligible`, `ListingNotOpen`, `TermsChanged`.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    if row.state in (DealState.SUBMITTED, DealState.QUEUED):
        return queries.get_deal(uow, deal_id=deal_id)
    decision = _decide(uow, row.firm_id)
    waits = not decision.priority and listing.priority_to is not None and uow.today <= listing.priority_to
    facts = facts_of(uow, listing, row, shown=terms_hash, missing=_missing(row), eligibility=decision)
    fsm.advance(uow, DEAL, row, "queue" if waits else "submit", facts=facts)
    row.terms = listing.terms.model_dump(mode="json") if listing.terms else None
    row.terms_hash = listing.terms_hash
    row.eligibility, row.priority = decision.model_dump(mode="json"), decision.priority
    row.submitted_at, row.applicant_id = uow.now, uow.actor.user_id
    uow.audit(
        "deal.submitted", "deal", row.id, terms_hash=row.terms_hash, priority=decision.priority, queued=waits
    )
    if waits and listing.priority_to is not None:
        row.queued_until = listing.priority_to
        announce(uow, row, DealQueued, queued_until=listing.priority_to)
    else:
        start_clock(uow, row)
    return saved(uow, row)


def _decide(uow: UnitOfWork, firm_id: UUID) -> EligibilityDecision:
    firm = organizations.find_view(uow, organization_id=firm_id)
    if firm is None:
        raise NotFound(what="organization")
    return decide(firm, uow.today)


def _missing(row: Deal) -> tuple[FieldError, ...]:
    needed = (
        ("/purpose", row.purpose, Text("请写明打算怎么使用这项成果。", "Say how you will use the result.")),
        ("/product", row.product, Text("请写明拟开发的产品或工序。", "Name the product or process.")),
        (
            "/sales_plan_minor",
            row.sales_plan_minor,
            Text("请填写三年预计销售额。", "Give three years of expected sales."),
        ),
        ("/contact_name", row.contact_name, Text("请填写联系人。", "Name a contact.")),
        ("/contact_phone", row.contact_phone, Text("请填写联系电话。", "Give a phone number.")),
    )
    return tuple(FieldError(pointer, "missing", message) for pointer, value, message in needed if not value)


def withdraw_application(uow: UnitOfWork, *, deal_id: UUID, reason: str) -> DealView:
    """Withdraw an application; the firm may apply again later. Raises `ContractDrawnUp`."""
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    known = row.submitted_at is not None
    fsm.advance(uow, DEAL, row, "withdraw", facts=Facts(uow.today), reason=reason or None)
    row.claim = None
    stop_clocks(row)
    close_talks(uow, row, offer_state="superseded", words=reason)
    if known:
        announce(uow, row, DealWithdrawn, reason=reason)
    return saved(uow, row)
