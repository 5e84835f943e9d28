"""Numbers without gaps: one series of invoices and one of credit notes for each university and year."""

from typing import Literal
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from finance.receivables.models import InvoiceCounter
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork


def next_number(uow: UnitOfWork, university_id: UUID, series: Literal["invoice", "credit_note"]) -> int:
    """Give the next number of a university's year; the row lock makes the numbers gapless, a rollback gives it back."""
    return next_numbers(uow, university_id, series, count=1)[0]


def next_numbers(
    uow: UnitOfWork, university_id: UUID, series: Literal["invoice", "credit_note"], *, count: int
) -> range:
    """Give so many numbers of a university's year that follow each other."""
    first = {
        "id": new_id(), "version": 1, "created_at": uow.now, "university_id": university_id, "year": uow.today.year,
        "series": series, "last": count,
    }  # fmt: skip
    statement = (
        insert(InvoiceCounter)
        .values(**first)
        .on_conflict_do_update(
            index_elements=["university_id", "year", "series"],
            set_={"last": col(InvoiceCounter.last) + count},
        )
        .returning(col(InvoiceCounter.last))
    )
    last = int(uow.session.connection().execute(statement).scalar_one())
    return range(last - count + 1, last + 1)
