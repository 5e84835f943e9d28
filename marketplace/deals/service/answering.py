"""The two sides come to terms. Listings are always locked before deals, so that nobody waits in a circle."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.deals import policy, queries
from marketplace.deals.errors import AlreadyLicensed
from marketplace.deals.models import claim_of
from marketplace.deals.schemas import Answer, DealState, DealView
from marketplace.deals.service.clocks import end_applications
from marketplace.deals.service.steps import announce, decline, facts_of, lock_listing, saved, say
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    DealAccepted,
    DealAsked,
    DealReplied,
    TermsAgreed,
)
from marketplace.listings import service as listings_service
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet

EXCLUSION_VIOLATION = "23P01"


def answer_application(uow: UnitOfWork, *, deal_id: UUID, answer: Answer) -> DealView:
    """Accept (with the hash of the terms seen), decline with a reason, or ask. Raises `InvalidInput`, `TermsChanged`."""
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_answer(uow.actor, row))
    if answer.kind == "decline":
        _need_text(answer)
        decline(uow, row, answer.text)
    elif answer.kind == "ask":
        _need_text(answer)
        fsm.advance(uow, DEAL, row, "ask", facts=Facts(uow.today))
        say(uow, row, "university", "question", answer.text)
        announce(uow, row, DealAsked, text=answer.text)
    else:
        listings_service.require_consents(
            uow, listing_id=row.listing_id, licence_type=(row.terms or {}).get("licence_type")
        )
        fsm.advance(
            uow, DEAL, row, "accept", facts=facts_of(uow, listing, row, shown=answer.terms_hash or "")
        )
        row.accepted_at = uow.now
        say(uow, row, "university", "acceptance", answer.text)
        announce(uow, row, DealAccepted, terms_hash=row.terms_hash)
    row.reply_due_on = None
    uow.audit(f"deal.{answer.kind}", "deal", row.id, terms_hash=row.terms_hash)
    return saved(uow, row)


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
    say(uow, row, "firm", "reply", text)
    row.overdue_told_at = None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))
    announce(uow, row, DealReplied, reply_due_on=row.reply_due_on)
    return saved(uow, row)


def agree_terms(uow: UnitOfWork, *, deal_id: UUID, terms_hash: str) -> DealView:
    """Freeze the terms: the firm confirms what the university accepted. Announces `TermsAgreed`.

    An exclusive or sole licence closes the listing and ends all other applications for it. Of two firms that agree at
    the same instant exactly one succeeds. Raises `NotYetAccepted`, `TermsChanged`, `ListingNotOpen`, `AlreadyLicensed`.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    if row.state == DealState.TERMS_AGREED and row.terms_hash == terms_hash:
        return queries.get_deal(uow, deal_id=deal_id)
    facts = facts_of(uow, listing, row, shown=terms_hash)
    sheet = TermSheet.model_validate(row.terms)
    try:
        with uow.session.begin_nested():
            row.claim = claim_of(sheet.licence_type, row.seq or 0)
            uow.session.flush()
            fsm.advance(uow, DEAL, row, "agree_terms", facts=facts)
    except IntegrityError as error:
        if getattr(error.orig, "sqlstate", "") != EXCLUSION_VIOLATION:
            raise
        raise AlreadyLicensed(number=listing.number) from None
    uow.audit("deal.terms_agreed", "deal", row.id, terms_hash=row.terms_hash)
    announce(uow, row, TermsAgreed, terms_hash=row.terms_hash)
    if sheet.licence_type != "non_exclusive":
        listings_service.close_listing(uow, listing_id=row.listing_id)
        end_applications(uow, listing_id=row.listing_id, keep=row.id)
    return saved(uow, row)
