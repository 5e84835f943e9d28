"""Several right holders: the officer names the co-owners, each of them consents to the terms on its own desk."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.listings import ConsentAsked, HolderConsented, ListingChanged
from marketplace.listings import holdings, policy, queries
from marketplace.listings.errors import HoldersMustConsent, HolderTermsChanged
from marketplace.listings.models import Listing, ListingHolder
from marketplace.listings.schemas import HolderDraft, HolderView, HoldingView, ListingState
from marketplace.listings.states import LISTING

_UNKNOWN = Text(
    zh="没有以 {uscc} 注册的机构。未注册的共有人请填在“共有人”文字栏，此时只能给予普通许可。",
    en="No organization is registered under {uscc}. Name an unregistered co-owner in the text field; then only a "
    "non-exclusive licence is possible.",
)
_OWN = Text(
    zh="本校份额由其余部分自动得出，请勿重复填写。", en="Your own share is what is left; do not enter it."
)
_TWICE = Text(zh="同一共有人填写了两次。", en="A co-owner is listed twice.")
_SUM = Text(
    zh="共有人份额合计须小于 100%，现为 {percent}%。",
    en="The co-owners' shares must sum to less than 100 %; they sum to {percent} %.",
)


def set_holders(uow: UnitOfWork, *, listing_id: UUID, holders: list[HolderDraft]) -> list[HolderView]:
    """Replace the co-owners of a draft. A consent survives as long as its holder keeps its share.

    Raises `IllegalMove` once it was submitted, `InvalidInput` for codes nobody registered and sums of 10,000 bps or more.
    """
    row = queries.lock_visible(uow, listing_id)
    require(policy.can_write(uow.actor, row))
    if row.state != ListingState.DRAFT:
        raise IllegalMove(
            state=LISTING.states[row.state].in_(uow.locale),
            move=Text("填写共有人", "Name co-owners").in_(uow.locale),
        )
    ids = _registered(uow, row, holders)
    kept = {
        (old.organization_id, old.share_bps): old
        for old in uow.session.exec(select(ListingHolder).where(ListingHolder.listing_id == listing_id))
    }
    consents = {key: (old.consent_at, old.consent_by, old.consent_hash) for key, old in kept.items()}
    uow.session.execute(delete(ListingHolder).where(col(ListingHolder.listing_id) == listing_id))
    for old in kept.values():
        uow.session.expunge(old)
    for position, (organization_id, holder) in enumerate(zip(ids, holders, strict=True)):
        at, by, terms_hash = consents.get((organization_id, holder.share_bps), (None, None, None))
        uow.session.add(
            ListingHolder(
                listing_id=listing_id, position=position, organization_id=organization_id, share_bps=holder.share_bps,
                consent_at=at, consent_by=by, consent_hash=terms_hash,
            )
        )  # fmt: skip
    shares = [
        {"organization_id": str(id_), "share_bps": holder.share_bps}
        for id_, holder in zip(ids, holders, strict=True)
    ]
    uow.audit("listing.holders_set", "listing", listing_id, holders=shares)
    uow.publish(ListingChanged(listing_id=listing_id))
    uow.session.flush()
    return holdings.list_holders(uow, listing_id=listing_id)


def _registered(uow: UnitOfWork, row: Listing, holders: list[HolderDraft]) -> list[UUID]:
    known = {
        found["uscc"]: found["id"]
        for found in uow.rows(
            "SELECT id, uscc FROM organization WHERE uscc = ANY(:codes)", codes=[h.uscc for h in holders]
        )
    }
    errors = []
    for i, holder in enumerate(holders):
        pointer = f"/holders/{i}/uscc"
        if holder.uscc not in known:
            errors.append(FieldError(pointer, "not_registered", _UNKNOWN, {"uscc": holder.uscc}))
        elif known[holder.uscc] == row.university_id:
            errors.append(FieldError(pointer, "own_share", _OWN))
        elif holder.uscc in [other.uscc for other in holders[:i]]:
            errors.append(FieldError(pointer, "duplicate", _TWICE))
    total = sum(holder.share_bps for holder in holders)
    if total >= holdings.WHOLE_BPS:
        errors.append(FieldError("/holders", "shares_sum", _SUM, {"percent": f"{total / 100:g}"}))
    if errors:
        raise InvalidInput(errors=tuple(errors))
    return [known[holder.uscc] for holder in holders]


def ask_holders(uow: UnitOfWork, row: Listing) -> None:
    """Tell each co-owner that has not consented yet that its word is awaited."""
    for holder in holdings.list_holders(uow, listing_id=row.id):
        if not holder.consents:
            uow.publish(
                ConsentAsked(
                    listing_id=row.id, organization_id=holder.organization_id, number=row.number, title=row.title,
                    share_bps=holder.share_bps,
                )
            )  # fmt: skip


def consent_to_listing(uow: UnitOfWork, *, listing_id: UUID, terms_hash: str) -> HoldingView:
    """Consent for one's own organization to the terms shown (专利法 §14). The same consent again changes nothing.

    Raises `NotFound` for who holds no share, `Forbidden`, `HolderTermsChanged`, `IllegalMove`; announces `HolderConsented`.
    """
    system = uow.as_system()
    if not uow.rows(
        "SELECT 1 FROM listing_holder WHERE listing_id = :id AND organization_id = :org",
        id=listing_id,
        org=uow.actor.organization_id,
    ):
        raise NotFound(what="listing")
    row = queries.lock_visible(system, listing_id)
    holder = uow.session.exec(
        select(ListingHolder)
        .where(
            ListingHolder.listing_id == listing_id, ListingHolder.organization_id == uow.actor.organization_id
        )
        .with_for_update()
    ).one_or_none()
    if holder is None or not uow.actor.may("contract.read"):
        raise NotFound(what="listing")
    require(policy.can_consent(uow.actor, holder))
    if row.terms_hash is None or terms_hash != row.terms_hash:
        raise HolderTermsChanged
    if row.state in holdings.OVER:
        raise IllegalMove(
            state=LISTING.states[row.state].in_(uow.locale),
            move=Text("同意许可条款", "Consent to the terms").in_(uow.locale),
        )
    if holder.consent_hash != terms_hash:
        holder.consent_at, holder.consent_by, holder.consent_hash = uow.now, uow.actor.user_id, terms_hash
        uow.audit("listing.holder_consented", "listing", listing_id, terms_hash=terms_hash)
        name = holder.organization_id
        uow.publish(
            HolderConsented(
                listing_id=listing_id, university_id=row.university_id, number=row.number, title=row.title,
                organization_name=next(
                    each.name for each in holdings.list_holders(uow, listing_id=listing_id) if each.organization_id == name
                ),
            )
        )  # fmt: skip
        uow.session.flush()
    return holdings.get_holding(uow, listing_id=listing_id)


def require_consents(uow: UnitOfWork, *, listing_id: UUID, licence_type: str | None) -> None:
    """Refuse an exclusive or sole licence as long as a co-owner has not consented; raises `HoldersMustConsent`."""
    waiting = holdings.list_missing_consents(uow, listing_id=listing_id, licence_type=licence_type)
    if waiting:
        raise HoldersMustConsent(names="、".join(waiting))
