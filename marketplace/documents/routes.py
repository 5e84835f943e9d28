"""Endpoints of the room: reading a stored file."""

from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Response

from marketplace.core.problems import NotFound
from marketplace.core.web import problems
from marketplace.documents import queries
from marketplace.documents.errors import FileDamaged
from marketplace.documents.schemas import FileView
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["documents"])


@router.get("/documents/{file_id}", responses=problems(NotFound), operation_id="get_document")
def get_document(file_id: UUID, uow: MemberUowDep) -> FileView:
    """Name, size and hash of a file the reader may open."""
    return queries.get_file(uow, file_id=file_id)


@router.get(
    "/documents/{file_id}/content",
    responses=problems(NotFound, FileDamaged),
    operation_id="get_document_content",
)
def get_document_content(file_id: UUID, uow: MemberUowDep) -> Response:
    """The bytes of a file the reader may open."""
    view, data = queries.read_file(uow, file_id=file_id)
    return Response(data, media_type=view.media_type, headers=download_headers(view))


def download_headers(view: FileView) -> dict[str, str]:
    """Return the headers of a file: shown in place, named in any script, known by its hash."""
    return {
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(view.name)}",
        "ETag": f'"{view.sha256}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
    }
