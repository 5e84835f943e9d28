"""Keeping files, typesetting contracts, signing and checking them."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from marketplace.core.ids import new_id
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries
from marketplace.documents.letters import render_letter
from marketplace.documents.models import FileShare, StoredFile
from marketplace.documents.schemas import ContractData, FileView, LetterData, SignatureRequest, Verification
from marketplace.documents.typesetting import render_contract

if TYPE_CHECKING:
    from marketplace.documents.signing import Signer


def store_file(
    uow: UnitOfWork, *, data: bytes, name: str, media_type: str, readers: Sequence[UUID]
) -> FileView:
    """Keep bytes for the organizations that may read them; the same bytes are kept once.

    They reach the disk before the row is written: a row never points to nothing, a crash leaves at most a spare file.
    """
    digest = hashlib.sha256(data).hexdigest()
    _write(queries.path_of(digest), data)
    row = {
        "id": new_id(),
        "sha256": digest,
        "media_type": media_type,
        "size": len(data),
        "stored_at": uow.now,
    }
    uow.session.execute(insert(StoredFile).values(**row).on_conflict_do_nothing(index_elements=["sha256"]))
    file_id = uow.session.exec(select(StoredFile.id).where(StoredFile.sha256 == digest)).one()
    for reader in readers:
        share = insert(FileShare).values(id=new_id(), file_id=file_id, organization_id=reader, name=name)
        uow.session.execute(share.on_conflict_do_nothing(index_elements=["file_id", "organization_id"]))
    return FileView(
        id=file_id, name=name, media_type=media_type, size=len(data), sha256=digest, stored_at=uow.now
    )


def _write(path: Path, data: bytes) -> None:
    if path.exists() and path.stat().st_size == len(data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def typeset_contract(data: ContractData) -> bytes:
    """Return the contract as PDF/A-3b; the same data give the same bytes."""
    return render_contract(data)


def typeset_letter(data: LetterData) -> bytes:
    """Return a demand, declaration or record as PDF/A-3b; the same data give the same bytes."""
    return render_letter(data)


@cache
def _local(home: Path) -> "Signer":
    from marketplace.documents.signing import LocalSigner

    return LocalSigner(home / "signing")


def signer() -> "Signer":
    """Return whoever signs in this installation: the local authority below the data folder."""
    return _local(settings().home)


def sign_pdf(pdf: bytes, request: SignatureRequest) -> bytes:
    """Return a contract with one more signature; the earlier bytes stay the beginning of the file."""
    return signer().sign(pdf, request)


def verify(pdf: bytes, *, signers: Sequence[str] | None = None, sha256: str | None = None) -> Verification:
    """Return what a file proves; `signers` are the organizations that must have signed, `sha256` its recorded hash."""
    from marketplace.documents.verification import verify_pdf

    return verify_pdf(pdf, trust_root=signer().trust_root(), signers=signers, sha256=sha256)
