"""Reads of the room. Who may not know of it gets the same answer, by the same statement, as where there is none."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, case, column, func, select, table
from sqlmodel import col

from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy
from marketplace.datarooms.models import DataAccess, DataFile, DataRoom
from marketplace.datarooms.schemas import (
    AccessBrief,
    AccessState,
    AccessView,
    DataFileView,
    LookView,
    RoomBrief,
    RoomView,
    Signed,
)
from marketplace.documents import service as documents
from marketplace.documents.schemas import UndertakingData
from marketplace.rulebook import queries as rulebook

_listing = table("listing", *map(column, ("id", "number", "title")))
_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
BRIEF = (
    "id", "number", "state", "state_since", "listing_id", "university_id", "firm_id", "purpose", "asked_at", "reply_due_on",
    "expires_on", "is_demo",
)  # fmt: skip
_WHOLE = (
    *BRIEF, "access_days", "undertaking", "content_sha256", "document_id", "firm_signed_at", "firm_signer", "university_signed_at",
    "university_signer", "end_reason",
)  # fmt: skip


def accesses(names: tuple[str, ...], *more: Any) -> Select[Any]:
    """Return the reading of the accesses that the actor may know of, with the names of their listing and sides."""
    return (
        select(
            *(getattr(DataAccess, name) for name in names),
            _listing.c.number.label("listing_number"),
            _listing.c.title.label("listing_title"),
            _university.c.name.label("university_name"),
            _firm.c.name.label("firm_name"),
            *more,
        )
        .join_from(DataAccess, _listing, col(DataAccess.listing_id) == _listing.c.id)
        .join(_university, col(DataAccess.university_id) == _university.c.id)
        .join(_firm, col(DataAccess.firm_id) == _firm.c.id)
        .where(policy.VISIBLE)
    )


_OPEN_FIRST = case(
    {"asked": 0, "firm_signed": 0, "offered": 1, "active": 2}, value=col(DataAccess.state), else_=3
)
_LIST = (
    accesses(BRIEF, func.count().over().label("total"))
    .where((bindparam("state") == "") | (col(DataAccess.state) == bindparam("state")))
    .where(
        bindparam("listing", type_=Uuid).is_(None)
        | (col(DataAccess.listing_id) == bindparam("listing", type_=Uuid))
    )
    .order_by(
        _OPEN_FIRST,
        col(DataAccess.reply_due_on).nulls_last(),
        col(DataAccess.state_since).desc(),
        col(DataAccess.id),
    )
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
)
_ONE = accesses(_WHOLE).where(col(DataAccess.id) == bindparam("id"))
# The university sees the room of each of its listings; a firm the room of a listing for which it has asked.
_ROOM = """
SELECT l.id AS listing_id, l.number AS listing_number, l.title AS listing_title, l.university_id, u.name AS university_name,
       COALESCE(r.is_open, false) AS is_open, r.access_days,
       CASE WHEN l.university_id = :actor_org THEN 'university' ELSE 'firm' END AS side
FROM listing l JOIN organization u ON u.id = l.university_id LEFT JOIN data_room r ON r.listing_id = l.id
WHERE l.id = :listing AND :reads AND (l.university_id = :actor_org
      OR EXISTS (SELECT FROM data_access a WHERE a.listing_id = l.id AND a.firm_id = :actor_org))
"""
_FILES = """
SELECT id, name, kind, media_type, size, sha256, added_at, kind <> 'office' AS viewable FROM data_file
WHERE listing_id = :listing AND removed_at IS NULL ORDER BY name, id
"""
_ROOMS = """
SELECT l.id AS listing_id, l.number AS listing_number, l.title AS listing_title, r.is_open,
       (SELECT count(*) FROM data_file f WHERE f.listing_id = l.id AND f.removed_at IS NULL) AS files,
       (SELECT count(*) FROM data_access a WHERE a.listing_id = l.id AND a.state = 'active') AS active,
       (SELECT count(*) FROM data_access a WHERE a.listing_id = l.id AND a.state IN ('asked', 'firm_signed')) AS waiting
FROM data_room r JOIN listing l ON l.id = r.listing_id
WHERE :reads AND r.university_id = :actor_org ORDER BY waiting DESC, l.number
"""
_LOG = """
SELECT number, at, action, file_name, organization_name, person_name, count(*) OVER () AS total FROM data_look
WHERE listing_id = :listing AND (:whole OR organization_id = :actor_org) ORDER BY at DESC, id DESC LIMIT :size OFFSET :skip
"""


def _brief(uow: UnitOfWork, row: dict[str, Any]) -> dict[str, Any]:
    turn = policy.turn_of(AccessState(row["state"]))
    side = {"firm": row["firm_id"], "university": row["university_id"]}.get(turn)
    due = row["reply_due_on"]
    return row | {"my_turn": uow.actor.belongs_to(side), "overdue": due is not None and due < uow.today}


def list_accesses(
    uow: UnitOfWork, *, state: str = "", listing_id: UUID | None = None, page: int = 1, size: int = 20
) -> Page[AccessBrief]:
    """Return the accesses of the actor's side, what waits for the university first."""
    rows = uow.rows(
        _LIST, state=state, listing=listing_id, size=size, skip=size * (page - 1), **policy.scope(uow.actor)
    )
    return paged(rows, lambda row: AccessBrief(**_brief(uow, row)), page=page, size=size)


def get_access(uow: UnitOfWork, *, access_id: UUID) -> AccessView:
    """Return a whole access with the text of its undertaking; raises `NotFound`."""
    rows = uow.rows(_ONE, id=access_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="data_access")
    row = _brief(uow, rows[0])
    drawn = row.pop("undertaking")
    data = UndertakingData.model_validate(drawn) if drawn else None
    for side in ("firm", "university"):
        at, name = row.pop(f"{side}_signed_at"), row.pop(f"{side}_signer")
        row[f"{side}_signed"] = Signed(name=name, at=at) if at else None
    sides = {"firm_id": row["firm_id"], "university_id": row["university_id"]}
    return AccessView(
        **row,
        months=data.months if data else None,
        clauses=list(documents.undertaking_clauses(data)) if data else [],
        moves=policy.moves(uow.actor, **sides, state=AccessState(row["state"])),
    )


def _room(uow: UnitOfWork, listing_id: UUID) -> dict[str, Any]:
    reads, actor_org = uow.actor.may("deal.read"), uow.actor.organization_id
    rows = uow.rows(_ROOM, listing=listing_id, reads=reads, actor_org=actor_org)
    if not rows:
        raise NotFound(what="data_room")
    return rows[0]


def get_room(uow: UnitOfWork, *, listing_id: UUID) -> RoomView:
    """Return the room of a listing: files only for who may read them now. Raises `NotFound` for everybody else."""
    row = _room(uow, listing_id)
    accesses = list_accesses(uow, listing_id=listing_id, size=100).items
    reads = bool(policy.can_read_files(uow.actor))
    if row["side"] == "firm":
        reads = reads and any(
            policy.reading_refused(
                state=a.state, expires_on=a.expires_on, is_open=row["is_open"], today=uow.today
            )
            is None
            for a in accesses
        )
    days = row.pop("access_days") or rulebook.value("dataroom_access_days", uow.today)
    return RoomView(
        **row,
        access_days=days,
        file_mb=rulebook.value("dataroom_file_mb", uow.today),
        files=list_files(uow, listing_id=listing_id) if reads else [],
        accesses=accesses,
        can_edit=bool(policy.can_edit_room(uow.actor, row["university_id"])),
        can_read=reads,
    )


def list_files(uow: UnitOfWork, *, listing_id: UUID) -> list[DataFileView]:
    """Return the files of a room without asking who reads: for this room's own services."""
    return [DataFileView(**row) for row in uow.rows(_FILES, listing=listing_id)]


def list_rooms(uow: UnitOfWork) -> list[RoomBrief]:
    """Return the rooms of one's own university, those with somebody waiting first; empty for everybody else."""
    reads, actor_org = uow.actor.may("deal.read"), uow.actor.organization_id
    return [RoomBrief(**row) for row in uow.rows(_ROOMS, reads=reads, actor_org=actor_org)]


def list_looks(uow: UnitOfWork, *, listing_id: UUID, page: int, size: int) -> Page[LookView]:
    """Return the access log, newest first: all of it for the university, its own lines for a firm. Raises `NotFound`."""
    room = _room(uow, listing_id)
    rows = uow.rows(
        _LOG,
        listing=listing_id,
        whole=room["side"] == "university",
        actor_org=uow.actor.organization_id,
        size=size,
        skip=size * (page - 1),
    )
    return paged(rows, lambda row: LookView(**row), page=page, size=size)


def lock_visible(uow: UnitOfWork, access_id: UUID) -> DataAccess:
    """Lock an access that the actor may know of, for a change; raises `NotFound`."""
    statement = select(DataAccess).where(policy.VISIBLE, col(DataAccess.id) == access_id).with_for_update()
    found: DataAccess | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="data_access")
    return found


def hold_access(uow: UnitOfWork, listing_id: UUID) -> DataAccess | None:
    """Return the firm's latest access to a room and keep it as it is until the commit: a revocation waits, or came first."""
    statement = (
        select(DataAccess)
        .where(
            policy.VISIBLE,
            col(DataAccess.listing_id) == listing_id,
            col(DataAccess.firm_id) == uow.actor.organization_id,
        )
        .order_by(col(DataAccess.asked_at).desc(), col(DataAccess.id).desc())
        .limit(1)
        .with_for_update(read=True)
    )
    found: DataAccess | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    return found


def find_room(uow: UnitOfWork, listing_id: UUID) -> DataRoom | None:
    """Return the room of a listing without asking who reads: for this room's own services."""
    found: DataRoom | None = uow.session.execute(
        select(DataRoom).where(col(DataRoom.listing_id) == listing_id)
    ).scalar_one_or_none()
    return found


def find_file(uow: UnitOfWork, *, listing_id: UUID, data_file_id: UUID) -> DataFile:
    """Return a file that is in the room; raises `NotFound`. For this room's own services."""
    found: DataFile | None = uow.session.execute(
        select(DataFile).where(
            col(DataFile.id) == data_file_id,
            col(DataFile.listing_id) == listing_id,
            col(DataFile.removed_at).is_(None),
        )
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="data_file")
    return found


def side_of(uow: UnitOfWork, listing_id: UUID) -> tuple[str, UUID]:
    """Return on which side of a room the actor stands, and its university; raises `NotFound` for who stands on none."""
    row = _room(uow, listing_id)
    return row["side"], row["university_id"]
