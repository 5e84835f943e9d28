"""Keeping files, typesetting contracts, signing and checking them."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from marketplace.core.i18n import Locale
from marketplace.core.ids import new_id
from marketplace.core.problems import FieldError
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.documents import evidence, linter, queries
from marketplace.documents.amendment import render_amendment
from marketplace.documents.certificates import render_certificate
from marketplace.documents.forms import render_form
from marketplace.documents.letters import render_bill, render_letter
from marketplace.documents.models import FileShare, StoredFile
from marketplace.documents.reading_copy import render_reading_copy
from marketplace.documents.schemas import (
    AmendmentData,
    BillData,
    CertificateData,
    ClauseFinding,
    ContractData,
    FileView,
    FormData,
    LetterData,
    ReaderMark,
    SignatureRequest,
    UndertakingClause,
    UndertakingData,
    Verification,
)
from marketplace.documents.sniffing import FileKind, clean_name, sniff
from marketplace.documents.typesetting import compile_template, render_contract
from marketplace.documents.undertaking import clauses, render_undertaking
from marketplace.terms import TermSheet

if TYPE_CHECKING:
    from marketplace.documents.signing import Signer


_LOCALES: tuple[Locale, Locale] = ("zh-CN", "en")


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


def typeset_form(data: FormData) -> bytes:
    """Return a form for an office as PDF/A-3b; the same data give the same bytes."""
    return render_form(data)


def typeset_undertaking(data: UndertakingData) -> bytes:
    """Return a confidentiality undertaking as PDF/A-3b; the same data give the same bytes."""
    return render_undertaking(data)


def undertaking_clauses(data: UndertakingData) -> tuple[UndertakingClause, ...]:
    """Return the clauses of an undertaking as they are shown before signing."""
    return clauses(data)


def typeset_report(title: str, lines: Sequence[str], caption: str, table: Sequence[Sequence[str]]) -> bytes:
    """Return a short report as PDF: lines of facts, then one table whose first row names its columns."""
    return compile_template("report", {"title": title, "lines": lines, "caption": caption, "table": table})


def examine(data: bytes, name: str) -> tuple[FileKind, str]:
    """Return what uploaded bytes are and their cleaned name, once they can be read and handed on.

    Raises `FileTypeRefused` by content, `FileUnreadable` for what is broken, locked or too long.
    """
    from marketplace.documents import watermark

    kind = sniff(data)
    if kind.kind == "pdf":
        watermark.page_count(data)
    elif kind.kind == "image":
        watermark.picture_pdf(data, kind.media_type)
    return kind, clean_name(name, kind.extension)


def readers_copy(data: bytes, media_type: str, mark: ReaderMark) -> bytes:
    """Return a PDF or picture as a new PDF with the reader's mark on every page; raises `FileUnreadable`."""
    from marketplace.documents import watermark

    pdf = data if media_type == "application/pdf" else watermark.picture_pdf(data, media_type)
    return watermark.stamp_pdf(pdf, mark)


def typeset_return_certificate(data: CertificateData) -> bytes:
    """Return a data-return certificate as PDF/A-3b; the same data give the same bytes."""
    return render_certificate(data)


def typeset_amendment(data: AmendmentData) -> bytes:
    """Return an amendment as PDF/A-3b; the same data give the same bytes."""
    return render_amendment(data)


def typeset_reading_copy(data: ContractData) -> bytes:
    """Return the contract in English as PDF, marked as a copy in which the Chinese text prevails; never signed."""
    return render_reading_copy(data)


def typeset_letter(data: LetterData) -> bytes:
    """Return a demand, declaration or record as PDF/A-3b; the same data give the same bytes."""
    return render_letter(data)


def typeset_bill(data: BillData) -> bytes:
    """Return a bill as PDF/A-3b in the language of its words; the same data give the same bytes."""
    return render_bill(data)


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


def archive_pdf(pdf: bytes, *, at: datetime) -> bytes:
    """Return a contract that all have signed with certificates, revocation list and a time stamp over all of it."""
    return signer().archive(pdf, at)


def verify(pdf: bytes, *, signers: Sequence[str] | None = None, sha256: str | None = None) -> Verification:
    """Return what a file proves; `signers` are the organizations that must have signed, `sha256` its recorded hash."""
    from marketplace.documents.verification import verify_pdf

    return verify_pdf(pdf, trust_root=signer().trust_root(), signers=signers, sha256=sha256)


def check_clauses(clauses: Sequence[str], *, as_of: date, locale: Locale) -> list[ClauseFinding]:
    """Return what is void or doubtful in clauses of the parties' own under the law of a day (民法典 §506, §850)."""
    return [
        finding
        for i, clause in enumerate(clauses)
        for finding in linter.lint_text(clause, as_of=as_of, locale=locale, pointer=f"/clauses/{i}")
    ]


def void_clauses(clauses: Sequence[str], *, as_of: date) -> tuple[FieldError, ...]:
    """Return the void ones among clauses as wrong fields, each with its article and what to write instead."""
    zh, en = (check_clauses(clauses, as_of=as_of, locale=locale) for locale in _LOCALES)
    return linter.void_errors(zh, en)


def void_terms(sheet: TermSheet, *, as_of: date) -> tuple[FieldError, ...]:
    """Return what is void in the free texts of a term sheet as wrong fields."""
    zh, en = (linter.lint_sheet(sheet, as_of=as_of, locale=locale) for locale in _LOCALES)
    return linter.void_errors(zh, en)


def make_evidence(files: dict[str, bytes], *, about: dict[str, Any], at: datetime) -> bytes:
    """Return an evidence bundle (zip) of some files; `about` stands beside the files in the list that the platform signs."""
    return evidence.make_bundle(files, about=about, signer=signer(), at=at)
