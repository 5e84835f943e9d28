"""What the verbs of the room share: numbers, locking a room, the reply clock, announcements."""

import hashlib
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.datarooms import queries
from marketplace.datarooms.models import DataAccess, DataRoom
from marketplace.datarooms.schemas import AccessView
from marketplace.events.datarooms import DataAccessEvent
from marketplace.listings import queries as listings
from marketplace.rulebook import queries as rulebook

E = TypeVar("E", bound=DataAccessEvent)


def number_of(prefix: str, year: int, row_id: UUID) -> str:
    """Return a public number that says nothing about how many there are: half of it is a digest of the row's id."""
    return f"{prefix}-{year}-{hashlib.sha256(row_id.bytes).hexdigest()[:12].upper()}"


def lock_room(uow: UnitOfWork, listing_id: UUID, university_id: UUID) -> DataRoom:
    """Lock the room of a listing, making it closed and empty where there is none yet."""
    row = {
        "id": new_id(), "version": 1, "created_at": uow.now, "listing_id": listing_id, "university_id": university_id,
        "is_open": False, "access_days": rulebook.value("dataroom_access_days", uow.today),
    }  # fmt: skip
    statement = insert(DataRoom).values(**row).on_conflict_do_nothing(index_elements=["listing_id"])
    uow.session.connection().execute(statement)
    return uow.session.exec(
        select(DataRoom)
        .where(col(DataRoom.listing_id) == listing_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def person_name(uow: UnitOfWork) -> str:
    """Return the name of the person who acts."""
    rows = uow.rows("SELECT name FROM user_account WHERE id = :id", id=uow.actor.user_id)
    return str(rows[0]["name"]) if rows else ""


def start_clock(uow: UnitOfWork, row: DataAccess) -> None:
    """Start the university's clock in working days: for its answer, or for its signature."""
    row.overdue_told_at = None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))


def announce(uow: UnitOfWork, row: DataAccess, event: type[E], **fields: Any) -> None:
    """Publish an event about an access with the fields that all of them carry."""
    about = listings.told_of(
        uow, listing_id=row.listing_id, university_id=row.university_id, firm_id=row.firm_id
    )
    uow.publish(event(access_id=row.id, number=row.number, **about, **fields))


def saved(uow: UnitOfWork, row: DataAccess) -> AccessView:
    """Write everything and return the access as the actor sees it."""
    uow.session.flush()
    return queries.get_access(uow, access_id=row.id)
