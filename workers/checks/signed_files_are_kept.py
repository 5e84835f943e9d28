"""I12: every revision of a signed contract lies on the disk as it was signed: its bytes have the SHA-256 that was written down."""

import hashlib

from sqlalchemy import text
from sqlmodel import Session

from marketplace.documents import queries as documents
from workers.checks.violation import Violation

_READ = 1 << 20


def check(session: Session) -> list[Violation]:
    """Return revisions whose file is gone or is another one."""
    rows = session.connection().execute(
        text(
            "SELECT c.number || ' r' || d.position AS subject, d.sha256, f.sha256 AS stored FROM contract_document d"
            " JOIN contract c ON c.id = d.contract_id JOIN stored_file f ON f.id = d.file_id ORDER BY c.number, d.position"
        )
    )
    found = []
    for row in rows:
        lies = _digest(row.stored)
        if not row.sha256 == row.stored == lies:
            found.append(Violation("I12", row.subject, f"signed {row.sha256}, lies {lies or 'nowhere'}"))
    return found


def _digest(sha256: str) -> str | None:
    try:
        with documents.path_of(sha256).open("rb") as file:
            digest = hashlib.sha256()
            while part := file.read(_READ):
                digest.update(part)
            return digest.hexdigest()
    except FileNotFoundError:
        return None
