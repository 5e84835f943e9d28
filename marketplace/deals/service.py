"""Writes of the room. Listings are always locked before deals, so that two parties never wait for each other."""

from typing import Any, TypeVar
from uuid import UUID

from psycopg.errors import ExclusionViolation
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, InvalidInput, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.deals import policy, queries
from marketplace.deals.errors import AlreadyLicensed, ListingNotOpen
from marketplace.deals.models import OPEN_STATES, Deal, DealMessage, claim_of
from marketplace.deals.schemas import Answer, DealPatch, DealState, DealView
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    DealAccepted,
    DealAsked,
    DealDeclined,
    DealEvent,
    DealQueued,
    DealReplied,
    DealSubmitted,
    DealWithdrawn,
    ReplyOverdue,
    TermsAgreed,
)
from marketplace.listings import queries as listings, service as listings_service
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.organizations import queries as organizations
from marketplace.organizations.eligibility import EligibilityDecision, decide
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet

E = TypeVar("E", bound=DealEvent)


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
            uow.session.add(row)
    except IntegrityError:  # a second tab was quicker: open what it made
        existing = _find_open(uow, listing_id)
        if existing is None:
            raise
        return queries.get_deal(uow, deal_id=existing), False
    fsm.begin(uow, DEAL, row)
    uow.session.flush()
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
    listing = _lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    if row.state in (DealState.SUBMITTED, DealState.QUEUED):
        return queries.get_deal(uow, deal_id=deal_id)
    decision = _decide(uow, row.firm_id)
    waits = not decision.priority and listing.priority_to is not None and uow.today <= listing.priority_to
    facts = _facts(uow, listing, row, shown=terms_hash, missing=_missing(row), eligibility=decision)
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
        _announce(uow, row, DealQueued, queued_until=listing.priority_to)
    else:
        _start_clock(uow, row)
    return _saved(uow, row)


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


def _facts(
    uow: UnitOfWork,
    listing: ListingView,
    row: Deal,
    *,
    shown: str = "",
    missing: tuple[FieldError, ...] = (),
    eligibility: EligibilityDecision | None = None,
) -> Facts:
    # While it is a draft the current terms are the listing's; afterwards they are frozen with the application.
    current = listing.terms_hash if row.state == DealState.DRAFT else row.terms_hash
    words = (
        [
            f"{c.title.in_(uow.locale)}：{c.saw.in_(uow.locale)}"
            for c in eligibility.conditions
            if c.verdict == "fail"
        ]
        if eligibility
        else []
    )
    return Facts(
        today=uow.today,
        listing_number=listing.number,
        listing_open=listing.state == ListingState.OPEN and listing.terms is not None,
        missing=missing,
        eligibility=eligibility,
        eligibility_words="；".join(words),
        shown_hash=shown,
        current_hash=current or "",
    )


def _lock_listing(uow: UnitOfWork, listing_id: UUID) -> ListingView:
    """Lock the listing, then read it: whoever withdraws or licenses it at this moment goes before or after us."""
    listings.lock_visible(uow.as_system(), listing_id)
    return listings.get_listing(uow.as_system(), listing_id=listing_id)


def _start_clock(uow: UnitOfWork, row: Deal) -> None:
    row.queued_until, row.overdue_told_at = None, None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))
    _announce(uow, row, DealSubmitted, reply_due_on=row.reply_due_on, priority=row.priority)


def answer_application(uow: UnitOfWork, *, deal_id: UUID, answer: Answer) -> DealView:
    """Accept (with the hash of the terms seen), decline with a reason, or ask. Raises `InvalidInput`, `TermsChanged`."""
    listing = _lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_answer(uow.actor, row))
    if answer.kind == "decline":
        _need_text(answer)
        _decline(uow, row, answer.text)
    elif answer.kind == "ask":
        _need_text(answer)
        fsm.advance(uow, DEAL, row, "ask", facts=Facts(uow.today))
        _say(uow, row, "university", "question", answer.text)
        _announce(uow, row, DealAsked, text=answer.text)
    else:
        fsm.advance(uow, DEAL, row, "accept", facts=_facts(uow, listing, row, shown=answer.terms_hash or ""))
        row.accepted_at = uow.now
        _say(uow, row, "university", "acceptance", answer.text)
        _announce(uow, row, DealAccepted, terms_hash=row.terms_hash)
    row.reply_due_on = None
    uow.audit(f"deal.{answer.kind}", "deal", row.id, terms_hash=row.terms_hash)
    return _saved(uow, row)


def _need_text(answer: Answer) -> None:
    if len(answer.text) < 4:
        message = Text(
            zh="请写明理由或问题，至少 4 个字，企业会看到。",
            en="Write at least 4 characters; the firm will read them.",
        )
        raise InvalidInput(errors=(FieldError("/text", "missing", message),))


def reply_to_question(uow: UnitOfWork, *, deal_id: UUID, text: str) -> DealView:
    """Reply to the university's question; its reply clock starts again. Raises `NothingAsked`."""
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    fsm.advance(uow, DEAL, row, "reply", facts=Facts(uow.today))
    _say(uow, row, "firm", "reply", text)
    row.overdue_told_at = None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))
    _announce(uow, row, DealReplied, reply_due_on=row.reply_due_on)
    return _saved(uow, row)


def agree_terms(uow: UnitOfWork, *, deal_id: UUID, terms_hash: str) -> DealView:
    """Freeze the terms: the firm confirms what the university accepted. Announces `TermsAgreed`.

    An exclusive or sole licence closes the listing and ends all other applications for it. Of two firms that agree at
    the same instant exactly one succeeds. Raises `NotYetAccepted`, `TermsChanged`, `ListingNotOpen`, `AlreadyLicensed`.
    """
    listing = _lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    if row.state == DealState.TERMS_AGREED and row.terms_hash == terms_hash:
        return queries.get_deal(uow, deal_id=deal_id)
    facts = _facts(uow, listing, row, shown=terms_hash)
    sheet = TermSheet.model_validate(row.terms)
    try:
        with uow.session.begin_nested():
            row.claim = claim_of(sheet.licence_type, row.seq or 0)
            uow.session.flush()
            fsm.advance(uow, DEAL, row, "agree_terms", facts=facts)
    except IntegrityError as error:
        if not isinstance(error.orig, ExclusionViolation):
            raise
        raise AlreadyLicensed(number=listing.number) from None
    uow.audit("deal.terms_agreed", "deal", row.id, terms_hash=row.terms_hash)
    _announce(uow, row, TermsAgreed, terms_hash=row.terms_hash)
    if sheet.licence_type != "non_exclusive":
        listings_service.close_listing(uow, listing_id=row.listing_id)
        end_applications(uow, listing_id=row.listing_id, keep=row.id)
    return _saved(uow, row)


def withdraw_application(uow: UnitOfWork, *, deal_id: UUID, reason: str) -> DealView:
    """Withdraw an application; the firm may apply again later. Raises `ContractDrawnUp`."""
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    known = row.submitted_at is not None
    fsm.advance(uow, DEAL, row, "withdraw", facts=Facts(uow.today), reason=reason or None)
    row.claim, row.reply_due_on, row.queued_until = None, None, None
    if known:
        _announce(uow, row, DealWithdrawn, reason=reason)
    return _saved(uow, row)


def _decline(uow: UnitOfWork, row: Deal, reason: str) -> None:
    fsm.advance(uow, DEAL, row, "decline", facts=Facts(uow.today), reason=reason)
    row.claim, row.reply_due_on, row.queued_until = None, None, None
    _say(uow, row, "university", "decline", reason)
    _announce(uow, row, DealDeclined, reason=reason)


def end_applications(uow: UnitOfWork, *, listing_id: UUID, keep: UUID | None = None) -> int:
    """Decline what is still open for a listing that is no longer on offer; returns how many. Drafts stay drafts."""
    rows = uow.session.exec(
        select(Deal)
        .where(
            Deal.listing_id == listing_id,
            col(Deal.state).in_(("queued", "submitted", "answering")),
            col(Deal.id).is_distinct_from(keep),
        )
        .order_by(col(Deal.id))
        .with_for_update()
    ).all()
    for row in rows:
        _decline(uow, row, "该成果已不再接受申请（已撤回，或独占、排他许可已由另一家企业取得）。")
    uow.session.flush()
    return len(rows)


def release_queued(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Hand queued applications to the universities once their priority window has ended; returns how many."""
    rows = uow.session.exec(
        select(Deal)
        .where(Deal.state == DealState.QUEUED, col(Deal.queued_until) < uow.today)
        .order_by(col(Deal.queued_until), col(Deal.submitted_at), col(Deal.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        fsm.advance(uow, DEAL, row, "release", facts=Facts(uow.today))
        _start_clock(uow, row)
    uow.session.flush()
    return len(rows)


def tell_overdue(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce once each reply clock that has run out; returns how many."""
    rows = uow.session.exec(
        select(Deal)
        .where(
            Deal.state == DealState.SUBMITTED,
            col(Deal.reply_due_on) < uow.today,
            col(Deal.overdue_told_at).is_(None),
        )
        .order_by(col(Deal.reply_due_on), col(Deal.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.overdue_told_at = uow.now
        _announce(uow, row, ReplyOverdue, reply_due_on=row.reply_due_on)
    uow.session.flush()
    return len(rows)


def attach_contract(uow: UnitOfWork, *, deal_id: UUID, contract_id: UUID) -> bool:
    """Note the contract drawn up from agreed terms; False when there is one already. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    if row.contract_id is not None or row.state != DealState.TERMS_AGREED:
        return False
    row.contract_id = contract_id
    uow.session.flush()
    return True


def close_signed(uow: UnitOfWork, *, deal_id: UUID) -> None:
    """End an application whose contract all parties have signed. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    fsm.advance(uow, DEAL, row, "sign", facts=Facts(uow.today))
    uow.session.flush()


def end_agreed(uow: UnitOfWork, *, deal_id: UUID, reason: str) -> None:
    """End an application whose contract was given up before all had signed. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    row.contract_id = None
    _decline(uow, row, reason)
    uow.session.flush()


def release_claim(uow: UnitOfWork, *, deal_id: UUID) -> None:
    """Free the licence a contract has occupied, when it has ended. For the room of contracts."""
    row = queries.lock_visible(uow.as_system(), deal_id)
    row.claim = None
    uow.session.flush()


def _say(uow: UnitOfWork, row: Deal, side: str, kind: str, text: str) -> None:
    uow.session.add(
        DealMessage(deal_id=row.id, side=side, kind=kind, text=text, author_id=uow.actor.user_id, at=uow.now)
    )


def _announce(uow: UnitOfWork, row: Deal, event: type[E], **fields: Any) -> None:
    names = organizations.list_briefs(uow, ids=[row.university_id, row.firm_id])
    title = uow.rows("SELECT title FROM listing WHERE id = :id", id=row.listing_id)[0]["title"]
    uow.publish(
        event(
            deal_id=row.id, number=row.number, listing_id=row.listing_id, title=title, university_id=row.university_id,
            university_name=names[row.university_id].name, firm_id=row.firm_id, firm_name=names[row.firm_id].name, **fields,
        )
    )  # fmt: skip


def _saved(uow: UnitOfWork, row: Deal) -> DealView:
    uow.session.flush()
    return queries.get_deal(uow, deal_id=row.id)
