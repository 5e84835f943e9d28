"""The built frontend: hashed files for ever, the desk's index for every path of the desk."""

import mimetypes
from pathlib import Path

from fastapi import APIRouter, Request, Response

from marketplace.app.rendering import DESK, STREET
from marketplace.core.problems import NotFound

router = APIRouter(include_in_schema=False)

# antd writes its styles at run time, so the desk cannot name them by hash.
_DESK_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def _send(root: Path, path: str, request: Request) -> Response | None:
    file = (root / path).resolve()
    if not file.is_relative_to(root.resolve()) or not file.is_file():
        return None
    hashed = "assets" in Path(path).parts
    headers = {
        "vary": "accept-encoding",
        "cache-control": "public, max-age=31536000, immutable" if hashed else "no-cache",
        "x-content-type-options": "nosniff",
    }
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if kind == "text/html":
        headers["content-security-policy"] = _DESK_POLICY
    for encoding, ending in (("br", ".br"), ("gzip", ".gz")):
        packed = file.with_name(file.name + ending)
        if encoding in request.headers.get("accept-encoding", "") and packed.is_file():
            return Response(
                packed.read_bytes(), media_type=kind, headers=headers | {"content-encoding": encoding}
            )
    return Response(file.read_bytes(), media_type=kind, headers=headers)


@router.get("/static/{path:path}")
def street_file(path: str, request: Request) -> Response:
    """A file of the public pages' build; raises `NotFound`."""
    found = _send(STREET, path, request)
    if found is None:
        raise NotFound(what="file")
    return found


@router.get("/app")
@router.get("/app/{path:path}")
def desk(request: Request, path: str = "") -> Response:
    """A file of the desk, or its index for any of its routes; a missing hashed file is never answered with HTML."""
    found = _send(DESK, path, request) if path else None
    if found is None and path.startswith("assets/"):
        raise NotFound(what="file")
    found = found or _send(DESK, "index.html", request)
    if found is None:
        raise NotFound(what="page")
    return found
