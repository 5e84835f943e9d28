"""Both sides sign the undertaking: the firm first, then the university, whose signature opens the room."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from marketplace.core import fsm
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy, queries
from marketplace.datarooms.models import DataAccess
from marketplace.datarooms.schemas import AccessState, AccessView
from marketplace.datarooms.service.asking import facts_of
from marketplace.datarooms.service.steps import announce, lock_room, person_name, saved, start_clock
from marketplace.datarooms.states import ACCESS
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import SignatureRequest, UndertakingData
from marketplace.events.datarooms import DataAccessOpened, UndertakingSigned
from marketplace.listings import queries as listings

_POSITIONS = {"university": 0, "firm": 1}


def sign_undertaking(uow: UnitOfWork, *, access_id: UUID, content_sha256: str) -> AccessView:
    """Sign for one's own organization exactly the text shown; a second click opens the first.

    The university's signature opens the access from today through `access_days` days. Raises `UndertakingChanged`,
    `NothingToRead`, `IllegalMove`, `Forbidden`; announces `UndertakingSigned` or `DataAccessOpened`.
    """
    seen = queries.get_access(uow, access_id=access_id)
    room = lock_room(uow, seen.listing_id, seen.university_id)
    row = queries.lock_visible(uow, access_id)
    require(policy.can_sign(uow.actor, row))
    side: Literal["firm", "university"] = "firm" if uow.actor.belongs_to(row.firm_id) else "university"
    if _signed(row, side) and row.state in (AccessState.FIRM_SIGNED, AccessState.ACTIVE):
        return queries.get_access(uow, access_id=access_id)
    listing = listings.get_listing(uow.as_system(), listing_id=row.listing_id)
    facts = facts_of(uow, listing, room, shown=content_sha256)
    person = person_name(uow)
    fsm.advance(uow, ACCESS, row, "sign" if side == "firm" else "countersign", facts=facts)
    if side == "firm":
        row.firm_signed_at, row.firm_signed_by, row.firm_signer = uow.now, uow.actor.user_id, person
        start_clock(uow, row)
    else:
        row.university_signed_at, row.university_signed_by = uow.now, uow.actor.user_id
        row.university_signer, row.reply_due_on = person, None
        row.expires_on = uow.today + timedelta(days=row.access_days or 1)
    _put_signature(uow, row, side, person)
    uow.audit("dataroom.signed", "data_access", row.id, content_sha256=content_sha256, side=side)
    if side == "firm":
        announce(uow, row, UndertakingSigned, reply_due_on=row.reply_due_on)
    else:
        announce(uow, row, DataAccessOpened, expires_on=row.expires_on)
    return saved(uow, row)


def _signed(row: DataAccess, side: str) -> bool:
    return (row.firm_signed_at if side == "firm" else row.university_signed_at) is not None


def _put_signature(
    uow: UnitOfWork, row: DataAccess, side: Literal["firm", "university"], person: str
) -> None:
    """Add a signature as a revision of the file: the earlier bytes stay its beginning."""
    data = UndertakingData.model_validate(row.undertaking)
    if row.document_id is None:
        raise ValueError("an undertaking is signed once it is drawn up")
    file, pdf = files.read_file(uow.as_system(), file_id=row.document_id)
    party = data.recipient if side == "firm" else data.discloser
    request = SignatureRequest(
        position=_POSITIONS[side], party_count=2, organization_name=party.name, uscc=party.uscc, person_name=person,
        signed_at=uow.now,
    )  # fmt: skip
    stored = documents.store_file(
        uow, data=documents.sign_pdf(pdf, request), name=f"{row.number}.pdf", media_type=file.media_type,
        readers=[row.university_id, row.firm_id],
    )  # fmt: skip
    row.document_id = stored.id
