"""What a reader may do with a listing now: the policy and the guards of the service, asked without moving anything."""

from typing import Any
from uuid import UUID

from marketplace.core import fsm
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.listings import holdings, policy
from marketplace.listings.completeness import missing_parts
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingView
from marketplace.listings.states import LISTING, Facts
from marketplace.rulebook import queries as rulebook

_OPEN_OBJECTIONS = "SELECT count(*) AS n FROM listing_objection WHERE listing_id = :id AND settled_at IS NULL"
_GUARDED = ("id", "state", "university_id", "submitted_by", "notice_to", "price_mode")


def gather(uow: UnitOfWork, view: ListingView) -> Facts:
    """Return all that any guard of a listing looks at. Two statements."""
    holders = holdings.list_holders(uow, listing_id=view.id)
    shared = view.licence_type in holdings.NEED_ALL
    return Facts(
        uow.today,
        actor_id=uow.actor.user_id,
        missing=(
            *missing_parts(view, holders=[holder.name for holder in holders]),
            *(documents.void_terms(view.terms, as_of=uow.today) if view.terms else ()),
        ),
        rights=tuple(view.rights),
        objections_open=uow.rows(_OPEN_OBJECTIONS, id=view.id)[0]["n"],
        notice_days=rulebook.value("notice_days", uow.today),
        holders_waiting=tuple(holder.name for holder in holders if shared and not holder.consents),
    )


def with_choices(uow: UnitOfWork, view: ListingView, *, submitted_by: UUID | None) -> ListingView:
    """Fill in `moves` and `refused` for those who work on the university's listings; nobody else has steps to take."""
    if uow.actor.is_system or not uow.actor.belongs_to(view.university_id):
        return view
    known: dict[str, Any] = dict(view) | {"submitted_by": submitted_by}
    row = Listing(**{name: known[name] for name in _GUARDED})
    if not policy.can_write(uow.actor, row):
        return view
    found = fsm.refusals(
        LISTING, row, facts=gather(uow, view), allowed=lambda move: policy.can_move(uow.actor, row, move)
    )
    moves = [move for move, problem in found.items() if problem is None]
    return view.model_copy(update={"moves": moves, "refused": fsm.refused_moves(uow, found)})
