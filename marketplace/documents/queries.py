"""Reads of the room."""

import hashlib
from pathlib import Path
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.problems import NotFound
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.documents import policy
from marketplace.documents.errors import FileDamaged
from marketplace.documents.models import FileShare, StoredFile
from marketplace.documents.schemas import FileView


def path_of(sha256: str) -> Path:
    """Return where the bytes with a hash lie."""
    return settings().home / "documents" / sha256[:2] / sha256


def get_file(uow: UnitOfWork, *, file_id: UUID) -> FileView:
    """Return the record of a file the actor may read; raises `NotFound`."""
    row = uow.session.exec(
        select(StoredFile).where(col(StoredFile.id) == file_id, policy.visible(uow.actor))
    ).one_or_none()
    if row is None:
        raise NotFound(what="document")
    shares = select(FileShare).where(col(FileShare.file_id) == file_id)
    if uow.actor.organization_id is not None and not uow.actor.is_system:
        shares = shares.where(col(FileShare.organization_id) == uow.actor.organization_id)
    share = uow.session.exec(shares.order_by(col(FileShare.created_at))).first()
    return FileView(
        id=row.id,
        name=share.name if share else row.sha256,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        stored_at=row.stored_at,
    )


def read_file(uow: UnitOfWork, *, file_id: UUID) -> tuple[FileView, bytes]:
    """Return a file the actor may read, with its bytes checked against their hash.

    Raises `NotFound`, or `FileDamaged` when the bytes are gone or changed.
    """
    view = get_file(uow, file_id=file_id)
    try:
        data = path_of(view.sha256).read_bytes()
    except FileNotFoundError:
        raise FileDamaged(sha256=view.sha256) from None
    if hashlib.sha256(data).hexdigest() != view.sha256:
        raise FileDamaged(sha256=view.sha256)
    return view, data
