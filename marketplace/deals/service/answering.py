"""The two sides come to terms. Listings are always locked before deals, so that nobody waits in a circle."""

from uuid import UUID

from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy, queries
from marketplace.deals.schemas import Answer, DealView
from marketplace.deals.service.agreeing import AGREED_STATES, agree
from marketplace.deals.service.steps import (
    announce,
    close_offer,
    decline,
    facts_of,
    lock_listing,
    saved,
    say,
    university_answers,
    wait_for_firm,
    wait_for_university,
)
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import DealAccepted, DealAsked, DealReplied
from marketplace.listings import service as listings_service


def answer_application(uow: UnitOfWork, *, deal_id: UUID, answer: Answer) -> DealView:
    """Accept (with the hash of the terms seen), decline with a reason, or ask. Raises `InvalidInput`, `TermsChanged`."""
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_answer(uow.actor, row))
    university_answers(uow, row)
    if answer.kind == "decline":
        _need_text(answer)
        decline(uow, row, answer.text)
    elif answer.kind == "ask":
        _need_text(answer)
        fsm.advance(uow, DEAL, row, "ask", facts=Facts(uow.today))
        say(uow, row, "university", "question", answer.text)
        wait_for_firm(uow, row)
        announce(uow, row, DealAsked, text=answer.text)
    else:
        listings_service.require_consents(
            uow, listing_id=row.listing_id, licence_type=(row.terms or {}).get("licence_type")
        )
        fsm.advance(
            uow, DEAL, row, "accept", facts=facts_of(uow, listing, row, shown=answer.terms_hash or "")
        )
        # Accepting the application as it was made is the answer to whatever else lies on the table.
        if offer := queries.find_open_offer(uow, row.id):
            close_offer(
                uow, offer, state="superseded" if offer.side == "university" else "refused", words=answer.text
            )
        row.accepted_at = uow.now
        say(uow, row, "university", "acceptance", answer.text)
        wait_for_firm(uow, row)
        announce(uow, row, DealAccepted, terms_hash=row.terms_hash)
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
    announce(uow, row, DealReplied, reply_due_on=wait_for_university(uow, row))
    return saved(uow, row)


def agree_terms(uow: UnitOfWork, *, deal_id: UUID, terms_hash: str) -> DealView:
    """Freeze the terms: the firm confirms what the university accepted; see `agree` for what follows.

    Of two firms that agree at the same instant exactly one succeeds. Raises `NotYetAccepted`, `TermsChanged`,
    `ListingNotOpen`, `AlreadyLicensed`.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_act_for_firm(uow.actor, row))
    if row.state in AGREED_STATES and row.terms_hash == terms_hash:
        return queries.get_deal(uow, deal_id=deal_id)
    agree(uow, listing, row, offer=None, shown=terms_hash)
    return saved(uow, row)
