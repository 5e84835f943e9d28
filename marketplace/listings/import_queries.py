"""Reads of imports: what officers see of the spreadsheets they brought."""

from typing import Any
from uuid import UUID

from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import policy
from marketplace.listings.schemas import CellError, ImportBrief, ImportRowView, ImportView


def list_imports(uow: UnitOfWork) -> list[ImportBrief]:
    """Return the latest imports of the actor's university, newest first; raises `Forbidden` for who may not import."""
    require(policy.can_create(uow.actor))
    rows = uow.rows(
        """
        SELECT b.id, b.file_name, b.read_at, count(*) FILTER (WHERE r.listing_id IS NOT NULL) AS created,
               count(*) FILTER (WHERE r.listing_id IS NULL AND r.errors <> '[]'::jsonb) AS wrong,
               count(*) FILTER (WHERE r.listing_id IS NULL AND r.errors = '[]'::jsonb) AS right
        FROM import_batch b LEFT JOIN import_row r ON r.batch_id = b.id
        WHERE b.university_id = :org GROUP BY b.id ORDER BY b.read_at DESC, b.id LIMIT 20
        """,
        org=uow.actor.organization_id,
    )
    return [ImportBrief(**row) for row in rows]


def get_import(uow: UnitOfWork, *, batch_id: UUID) -> ImportView:
    """Return an import of the actor's university, wrong rows first; raises `NotFound`."""
    found = uow.rows(
        "SELECT id, file_name, read_at FROM import_batch WHERE id = :id AND university_id = :org",
        id=batch_id,
        org=uow.actor.organization_id,
    )
    if not found:
        raise NotFound(what="import")
    rows = uow.rows(
        "SELECT row_number, cells, errors, listing_id FROM import_row WHERE batch_id = :id"
        " ORDER BY listing_id IS NOT NULL, errors = '[]'::jsonb, row_number",
        id=batch_id,
    )
    views = [
        ImportRowView(**row | {"errors": [_cell_error(uow, error) for error in row["errors"]]})
        for row in rows
    ]
    wrong = sum(bool(row.errors) and row.listing_id is None for row in views)
    created = sum(row.listing_id is not None for row in views)
    return ImportView(
        **found[0], right=len(views) - wrong - created, wrong=wrong, created=created, rows=views
    )


def _cell_error(uow: UnitOfWork, stored: dict[str, Any]) -> CellError:
    message = Text(stored["zh"], stored["en"]).in_(uow.locale, **stored["params"])
    return CellError(column=stored["pointer"].removeprefix("/"), code=stored["code"], message=message)
