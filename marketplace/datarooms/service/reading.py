"""Handing a file out: decided anew each time, written into the log first, with the reader's mark where there is one."""

from typing import Literal, NamedTuple
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy, queries
from marketplace.datarooms.errors import NoView
from marketplace.datarooms.models import DataFile, DataLook, DataRoom
from marketplace.datarooms.service.steps import number_of, person_name
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import ReaderMark
from marketplace.organizations import queries as organizations


class Delivery(NamedTuple):
    """What goes to the reader: the name, the type and the bytes of her copy, and the number of the look."""

    name: str
    media_type: str
    data: bytes
    number: str


def deliver(
    uow: UnitOfWork, *, listing_id: UUID, data_file_id: UUID, action: Literal["view", "download"]
) -> Delivery:
    """Hand a file to the university, or to a firm whose access is open today, and note it.

    PDFs and pictures go to a firm as its reader's copy. Raises `NotFound` for who may not know of the room, `Forbidden`,
    `AccessNotActive`, `RoomClosed`, `NoView` for an Office file, `FileDamaged`.
    """
    side, _ = queries.side_of(uow, listing_id)
    require(policy.can_read_files(uow.actor))
    access_id = _hold_open_access(uow, listing_id) if side == "firm" else None
    file = queries.find_file(uow, listing_id=listing_id, data_file_id=data_file_id)
    if action == "view" and file.kind == "office":
        raise NoView
    look = _note(uow, file, access_id, action)
    _, data = files.read_file(uow.as_system(), file_id=file.file_id)
    if side == "university" or file.kind == "office":
        return Delivery(file.name, file.media_type, data, look.number)
    mark = ReaderMark(
        organization_name=look.organization_name,
        person_name=look.person_name,
        at=look.at,
        number=look.number,
    )
    copy = documents.readers_copy(data, file.media_type, mark)
    return Delivery(file.name.rpartition(".")[0] + ".pdf", "application/pdf", copy, look.number)


def _hold_open_access(uow: UnitOfWork, listing_id: UUID) -> UUID:
    """Hold room and access as they are until the commit; raises what refuses the reader today."""
    room = uow.session.exec(
        select(DataRoom)
        .where(col(DataRoom.listing_id) == listing_id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    access = queries.hold_access(uow, listing_id)
    if access is None:
        raise NotFound(what="data_room")
    refusal = policy.reading_refused(
        state=access.state,
        expires_on=access.expires_on,
        is_open=room is not None and room.is_open,
        today=uow.today,
    )
    if refusal:
        raise refusal
    return access.id


def _note(uow: UnitOfWork, file: DataFile, access_id: UUID | None, action: str) -> DataLook:
    organization_id, user_id = uow.actor.organization_id, uow.actor.user_id
    if organization_id is None or user_id is None:
        raise ValueError("a look needs a person of an organization")
    name = organizations.list_briefs(uow, ids=[organization_id])[organization_id].name
    look_id = new_id()
    look = DataLook(
        id=look_id, number=number_of("ZL", uow.today.year, look_id), listing_id=file.listing_id, access_id=access_id,
        data_file_id=file.id, file_name=file.name, file_sha256=file.sha256, action=action, organization_id=organization_id,
        organization_name=name, user_id=user_id, person_name=person_name(uow), at=uow.now,
    )  # fmt: skip
    uow.session.add(look)
    uow.session.flush()
    return look
