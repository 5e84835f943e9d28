"""The university fills its room, opens it and closes it."""

from uuid import UUID

from sqlmodel import col, func, select

from marketplace.core.policy import require
from marketplace.core.problems import NotFound, TooLarge
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy, queries
from marketplace.datarooms.errors import RoomFull
from marketplace.datarooms.models import DataFile, DataRoom
from marketplace.datarooms.schemas import RoomSettings, RoomView
from marketplace.datarooms.service.steps import lock_room
from marketplace.documents import service as documents
from marketplace.rulebook import queries as rulebook

BYTES_PER_MB = 1024 * 1024


def set_room(uow: UnitOfWork, *, listing_id: UUID, settings: RoomSettings) -> RoomView:
    """Open or close a room, and set how long an access lasts. Closing it stops every reader at once."""
    room = _own_room(uow, listing_id)
    room.is_open, room.access_days = settings.is_open, settings.access_days
    uow.audit("dataroom.set", "data_room", room.id, **settings.model_dump())
    uow.session.flush()
    return queries.get_room(uow, listing_id=listing_id)


def _own_room(uow: UnitOfWork, listing_id: UUID) -> DataRoom:
    """Lock a room that the actor may edit; a firm's reader gets 403, everybody else 404."""
    _, university_id = queries.side_of(uow, listing_id)
    require(policy.can_edit_room(uow.actor, university_id))
    return lock_room(uow, listing_id, university_id)


def add_file(uow: UnitOfWork, *, listing_id: UUID, content: bytes, name: str) -> RoomView:
    """Put a file into the room; the same bytes once. Its type is told from its content, its name is cleaned.

    Raises `Forbidden`, `NotFound`, `TooLarge`, `RoomFull`, `FileTypeRefused`, `FileUnreadable`.
    """
    room = _own_room(uow, listing_id)
    limit_mb = rulebook.value("dataroom_file_mb", uow.today)
    if len(content) > limit_mb * BYTES_PER_MB:
        raise TooLarge(limit_mb=limit_mb)
    present = uow.session.exec(
        select(func.count()).where(DataFile.listing_id == listing_id, col(DataFile.removed_at).is_(None))
    ).one()
    limit = rulebook.value("dataroom_files", uow.today)
    if present >= limit:
        raise RoomFull(limit=limit)
    kind, cleaned = documents.examine(content, name)
    stored = documents.store_file(
        uow, data=content, name=cleaned, media_type=kind.media_type, readers=()
    )  # no readers: the room of documents hands it to nobody
    again = uow.session.exec(
        select(DataFile.id).where(
            DataFile.listing_id == listing_id,
            DataFile.sha256 == stored.sha256,
            col(DataFile.removed_at).is_(None),
        )
    ).first()
    if again is None:
        row = DataFile(
            listing_id=listing_id, file_id=stored.id, name=cleaned, kind=kind.kind, media_type=kind.media_type,
            size=len(content), sha256=stored.sha256, added_by=uow.actor.user_id, added_at=uow.now,
        )  # fmt: skip
        uow.session.add(row)
        uow.audit("dataroom.file_added", "data_room", room.id, sha256=stored.sha256)
        uow.session.flush()
    return queries.get_room(uow, listing_id=listing_id)


def remove_file(uow: UnitOfWork, *, listing_id: UUID, data_file_id: UUID) -> RoomView:
    """Take a file out of the room: nobody can read it any more, the log keeps its lines. Raises `NotFound`."""
    room = _own_room(uow, listing_id)
    file = queries.find_file(uow, listing_id=listing_id, data_file_id=data_file_id)
    if file.removed_at is not None:
        raise NotFound(what="data_file")
    file.removed_at = uow.now
    uow.audit("dataroom.file_removed", "data_room", room.id, sha256=file.sha256)
    uow.session.flush()
    return queries.get_room(uow, listing_id=listing_id)
