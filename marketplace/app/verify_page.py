"""The public page on which anybody hands in a PDF and reads whether it is a whole contract of this platform."""

from fastapi import APIRouter, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from marketplace.app.street import ENGLISH, Street, StreetDep, as_page, in_path_language
from marketplace.contracts import service as contracts
from marketplace.core.problems import TooLarge
from marketplace.identity.entry import UowDep

router = APIRouter(include_in_schema=False)
LIMIT_MB = 20


@as_page
def ask(street: StreetDep) -> Response:
    """The empty form."""
    return street.render("verify.html", "verify", found=None, name="")


for _path in ("/verify", f"{ENGLISH}/verify"):
    router.add_api_route(_path, ask, methods=["GET", "HEAD"], response_class=HTMLResponse)


@router.post(f"{ENGLISH}/verify")
@router.post("/verify")
def tell(file: UploadFile, request: Request, uow: UowDep) -> Response:
    """What the file proves; it is read and forgotten."""
    street = Street(request, in_path_language(request, uow))
    pdf = file.file.read(LIMIT_MB * 1024 * 1024 + 1)
    if len(pdf) > LIMIT_MB * 1024 * 1024:
        return street.refuse(TooLarge(limit_mb=LIMIT_MB))
    found = contracts.verify_file(street.uow, pdf=pdf)
    return street.render("verify.html", "verify", found=found, name=file.filename or "")
