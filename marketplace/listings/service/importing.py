"""A spreadsheet becomes drafts: read, show what is wrong, mend, commit. Nothing is listed before the commit."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import check_id
from marketplace.listings import import_queries, policy
from marketplace.listings.errors import UndoTooLate
from marketplace.listings.import_rows import draft_of
from marketplace.listings.models import ImportBatch, ImportRow, Listing
from marketplace.listings.schemas import ImportView, ListingState
from marketplace.listings.service.availability import withdraw_listing
from marketplace.listings.service.drafting import create_listing
from marketplace.listings.spreadsheet import read_sheet

UNDO_HOURS = 24
_DUPLICATE = Text(
    "第 {row} 行已有同一专利号，请删除其中一行。",
    "Row {row} holds the same patent number; remove one of them.",
)
_LISTED = Text(
    "此专利号已登记为 {number}，不能重复上架。", "This patent number is already listed as {number}."
)


def read_import(uow: UnitOfWork, *, content: bytes, file_name: str) -> ImportView:
    """Read a spreadsheet and say row by row what is wrong; the same file again returns the same import.

    Writes no listing. Raises what `spreadsheet.read_sheet` raises.
    """
    require(policy.can_create(uow.actor))
    digest = hashlib.sha256(content).hexdigest()
    known = uow.session.exec(
        select(ImportBatch).where(
            ImportBatch.university_id == uow.actor.organization_id, ImportBatch.sha256 == digest
        )
    ).one_or_none()
    if known is not None:
        return import_queries.get_import(uow, batch_id=known.id)
    rows = read_sheet(content, file_name)
    if uow.actor.organization_id is None:
        raise NotFound(what="organization")
    batch = ImportBatch(
        university_id=uow.actor.organization_id, file_name=file_name[:200], sha256=digest, created_by=uow.actor.user_id,
        read_at=uow.now,
    )  # fmt: skip
    uow.session.add(batch)
    uow.session.flush()
    uow.session.add_all(ImportRow(batch_id=batch.id, row_number=row.number, cells=row.cells) for row in rows)
    uow.session.flush()
    _check(uow, batch.id)
    return import_queries.get_import(uow, batch_id=batch.id)


def mend_row(uow: UnitOfWork, *, batch_id: UUID, row_number: int, cells: dict[str, str]) -> ImportView:
    """Replace the cells of a row and check the import again; raises `NotFound` once the row has become a draft."""
    _lock_batch(uow, batch_id)
    row = uow.session.exec(
        select(ImportRow).where(
            ImportRow.batch_id == batch_id,
            ImportRow.row_number == row_number,
            col(ImportRow.listing_id).is_(None),
        )
    ).one_or_none()
    if row is None:
        raise NotFound(what="row")
    row.cells = {key: value.strip() for key, value in cells.items() if value.strip()}
    uow.session.flush()
    _check(uow, batch_id)
    return import_queries.get_import(uow, batch_id=batch_id)


def commit_import(uow: UnitOfWork, *, batch_id: UUID) -> ImportView:
    """Make a draft of every row that is right; wrong rows stay and can be mended. Repeating it makes nothing twice."""
    batch = _lock_batch(uow, batch_id)
    _check(uow, batch_id)
    for row in _open_rows(uow, batch_id):
        draft, errors = draft_of(row.cells, uow.today.year)
        if draft is None or errors or row.errors:
            continue
        row.listing_id = create_listing(uow, draft=draft, university_id=batch.university_id)
    uow.session.flush()
    view = import_queries.get_import(uow, batch_id=batch_id)
    uow.audit("listing.imported", "import_batch", batch_id, created=view.created, wrong=view.wrong)
    return view


def undo_import(uow: UnitOfWork, *, batch_id: UUID) -> ImportView:
    """Withdraw the drafts of an import within a day; what was submitted meanwhile stays. Raises `UndoTooLate`.

    The rows of withdrawn drafts are rows again: they can be mended and committed once more.
    """
    batch = _lock_batch(uow, batch_id)
    if uow.now - batch.read_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(hours=UNDO_HOURS)
    drafts = uow.session.exec(
        select(ImportRow)
        .join(Listing, col(ImportRow.listing_id) == col(Listing.id))
        .where(ImportRow.batch_id == batch_id, Listing.state == ListingState.DRAFT)
    ).all()
    for row in drafts:
        if row.listing_id is not None:
            withdraw_listing(uow, listing_id=row.listing_id, reason="撤销导入")
            row.listing_id = None
    uow.session.flush()
    return import_queries.get_import(uow, batch_id=batch_id)


def _lock_batch(uow: UnitOfWork, batch_id: UUID) -> ImportBatch:
    require(policy.can_create(uow.actor))
    batch = uow.session.get(ImportBatch, batch_id, with_for_update=True)
    if batch is None or batch.university_id != uow.actor.organization_id:
        raise NotFound(what="import")
    return batch


def _open_rows(uow: UnitOfWork, batch_id: UUID) -> list[ImportRow]:
    statement = select(ImportRow).where(ImportRow.batch_id == batch_id, col(ImportRow.listing_id).is_(None))
    return list(uow.session.exec(statement.order_by(col(ImportRow.row_number))))


def _check(uow: UnitOfWork, batch_id: UUID) -> None:
    rows, year = _open_rows(uow, batch_id), uow.today.year
    numbers = {
        row.row_number: check_id(row.cells.get("number", ""), as_of_year=year).normalized for row in rows
    }
    listed = _listed_numbers(uow, [number for number in numbers.values() if number])
    first_with: dict[str, int] = {}
    for row in rows:
        errors = draft_of(row.cells, year)[1]
        number = numbers[row.row_number]
        if number and number in listed:
            errors.append(FieldError("/number", "already_listed", _LISTED, {"number": listed[number]}))
        elif number and number in first_with:
            errors.append(FieldError("/number", "duplicate_row", _DUPLICATE, {"row": first_with[number]}))
        first_with.setdefault(number, row.row_number)
        row.errors = [_stored(error) for error in errors]
    uow.session.flush()


def _stored(error: FieldError) -> dict[str, Any]:
    return {
        "pointer": error.pointer,
        "code": error.code,
        "zh": error.message.zh,
        "en": error.message.en,
        "params": error.params,
    }


def _listed_numbers(uow: UnitOfWork, numbers: list[str]) -> dict[str, str]:
    rows = uow.rows(
        "SELECT r.number, l.number AS listing FROM listing_right r JOIN listing l ON l.id = r.listing_id"
        " WHERE r.number = ANY(:numbers) AND r.kind IN ('patent', 'application') AND l.state <> 'withdrawn'",
        numbers=numbers,
    )
    return {row["number"]: row["listing"] for row in rows}
