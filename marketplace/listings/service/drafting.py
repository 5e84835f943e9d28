"""Writing a listing: create it, revise it, say what is still missing."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col

from marketplace.core import fsm
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, InvalidInput, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.events.listings import ListingChanged
from marketplace.identifiers import check_id
from marketplace.listings import policy, queries
from marketplace.listings.completeness import PATENTS, missing_parts
from marketplace.listings.models import Listing, ListingInventor, ListingRight
from marketplace.listings.schemas import (
    ListingDraft,
    ListingState,
    ListingView,
    MissingPart,
    RightDraft,
)
from marketplace.listings.states import LISTING
from marketplace.terms import TermSheet, terms_hash

WHOLE_BPS = 10_000


def create_listing(
    uow: UnitOfWork, *, draft: ListingDraft, university_id: UUID | None = None, is_demo: bool = False
) -> UUID:
    """Create a draft for the actor's university (the system names one). Raises `InvalidInput`, `Forbidden`."""
    if not uow.actor.is_system:
        require(policy.can_create(uow.actor))
        university_id = uow.actor.organization_id
    if university_id is None:
        raise ValueError("the system must name the university")
    errors = wrong_parts(draft, uow.today.year)
    if errors:
        raise InvalidInput(errors=tuple(errors))
    listing_id = new_id()
    row = Listing(
        id=listing_id, number=next_number(uow), university_id=university_id, state="", state_since=uow.now, is_demo=is_demo,
        **draft_columns(draft),
    )  # fmt: skip
    fsm.begin(uow, LISTING, row)
    uow.session.add(row)
    uow.session.flush()
    _write_parts(uow, listing_id, draft)
    uow.session.flush()
    return listing_id


def revise_listing(uow: UnitOfWork, *, listing_id: UUID, version: int, draft: ListingDraft) -> ListingView:
    """Replace the content of a draft. Raises `IllegalMove` once it was submitted, `StaleVersion`, `InvalidInput`."""
    row = queries.lock_visible(uow, listing_id)
    require(policy.can_write(uow.actor, row))
    check_version(row, version)
    if row.state != ListingState.DRAFT:
        raise IllegalMove(
            state=LISTING.states[row.state].in_(uow.locale), move=Text("修改", "Revise").in_(uow.locale)
        )
    if errors := wrong_parts(draft, uow.today.year):
        raise InvalidInput(errors=tuple(errors))
    for name, value in draft_columns(draft).items():
        setattr(row, name, value)
    flag_modified(
        row, "title"
    )  # rights and inventors count as a change of the listing: its version must rise
    uow.session.execute(delete(ListingRight).where(col(ListingRight.listing_id) == listing_id))
    uow.session.execute(delete(ListingInventor).where(col(ListingInventor.listing_id) == listing_id))
    _write_parts(uow, listing_id, draft)
    uow.publish(ListingChanged(listing_id=listing_id))
    uow.session.flush()
    return queries.get_listing(uow, listing_id=listing_id)


def next_number(uow: UnitOfWork) -> str:
    """Return the next public number of a listing, `XY-2026-000123`: unique, gaps allowed."""
    seq = uow.rows("SELECT nextval('listing_number') AS n")[0]["n"]
    return f"XY-{uow.today.year}-{seq:06d}"


def wrong_parts(draft: ListingDraft, year: int) -> list[FieldError]:
    """Return what is wrong in a draft, field by field: bad numbers, dates out of order, shares that do not add up."""
    errors = [
        error for i, right in enumerate(draft.rights) for error in _wrong_right(f"/rights/{i}", right, year)
    ]
    numbers = [check_id(r.number, as_of_year=year).normalized for r in draft.rights if r.number]
    if len(numbers) != len(set(numbers)):
        errors.append(
            FieldError(
                "/rights", "duplicate_number", Text(zh="同一权利填写了两次。", en="A right is listed twice.")
            )
        )
    shares = sum(inventor.share_bps for inventor in draft.inventors)
    if draft.inventors and shares != WHOLE_BPS:
        message = Text(
            zh="发明人份额合计应为 100%，现为 {percent}%。",
            en="The inventors' shares must sum to 100 %; they sum to {percent} %.",
        )
        errors.append(FieldError("/inventors", "shares_sum", message, {"percent": f"{shares / 100:g}"}))
    return errors


def _wrong_right(pointer: str, right: RightDraft, year: int) -> list[FieldError]:
    errors = []
    if right.kind in PATENTS and right.number:
        check = check_id(right.number, as_of_year=year)
        if check.kind != "cn_patent_no" or not check.valid:
            message = (
                check.reason.text
                if check.reason
                else Text(zh="这不是专利号或申请号。", en="This is not a patent or application number.")
            )
            errors.append(
                FieldError(
                    f"{pointer}/number", check.reason.code if check.reason else "patent.other_kind", message
                )
            )
    if right.filed_on and right.granted_on and right.granted_on < right.filed_on:
        message = Text(zh="授权日不能早于申请日。", en="The grant date cannot be before the filing date.")
        errors.append(FieldError(f"{pointer}/granted_on", "date_order", message))
    return errors


def list_missing_parts(uow: UnitOfWork, *, listing_id: UUID) -> list[MissingPart]:
    """Return what a listing of the actor's university still needs; raises `NotFound`: others may not know it."""
    view = queries.get_listing(uow, listing_id=listing_id)
    if not (uow.actor.is_system or uow.actor.belongs_to(view.university_id)):
        raise NotFound(what="listing")
    names = [holder.name for holder in queries.list_holders(uow, listing_id=listing_id)]
    void = documents.void_terms(view.terms, as_of=uow.today) if view.terms else ()
    return [
        MissingPart(pointer=part.pointer, message=part.message.in_(uow.locale, **part.params))
        for part in (*missing_parts(view, holders=names), *void)
    ]


def draft_columns(draft: ListingDraft) -> dict[str, Any]:
    """Return what the row of a listing keeps of a draft; rights and inventors have tables of their own."""
    plain = draft.model_dump(exclude={"terms", "rights", "inventors"}, mode="json")
    return plain | _terms_columns(draft.terms)


def _terms_columns(sheet: TermSheet | None) -> dict[str, Any]:
    if sheet is None:
        return {
            "terms": None, "terms_hash": None, "pay_after_use": False, "free_period_months": 0, "fixed_fee_minor": None,
            "royalty_bps": None, "licence_type": None,
        }  # fmt: skip
    fees = (
        sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(step.amount_minor for step in sheet.milestones)
    )
    return {
        "terms": sheet.model_dump(mode="json"), "terms_hash": terms_hash(sheet), "pay_after_use": sheet.is_use_first,
        "free_period_months": sheet.free_period_months, "fixed_fee_minor": fees, "royalty_bps": _first_rate(sheet),
        "licence_type": sheet.licence_type,
    }  # fmt: skip


def _first_rate(sheet: TermSheet) -> int | None:
    schedule = sheet.royalty.schedule if sheet.royalty else None
    if schedule is None or schedule.kind == "per_unit":
        return None
    if schedule.kind == "fixed":
        return schedule.rate_bps
    return schedule.tiers[0].rate_bps if schedule.kind == "tiered" else schedule.steps[0].rate_bps


def _write_parts(uow: UnitOfWork, listing_id: UUID, draft: ListingDraft) -> None:
    for position, right in enumerate(draft.rights):
        values = right.model_dump(exclude={"number"})
        number = check_id(right.number, as_of_year=uow.today.year).normalized if right.number else ""
        uow.session.add(ListingRight(listing_id=listing_id, position=position, number=number, **values))
    for position, inventor in enumerate(draft.inventors):
        uow.session.add(ListingInventor(listing_id=listing_id, position=position, **inventor.model_dump()))
