"""A spreadsheet of results from the command line, with the very checks of the officer's desk."""

from pathlib import Path

from sqlmodel import Session

from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.db import engine
from marketplace.core.i18n import Locale
from marketplace.core.uow import UnitOfWork, new_request_id, shifted_now
from marketplace.identity.permissions import PERMISSIONS, Role
from marketplace.identity.queries import find_member
from marketplace.listings import service as listings
from marketplace.listings.schemas import ImportView
from marketplace.organizations import service as organizations
from marketplace.organizations.schemas import NewOrganization, OrganizationKind


def import_file(path: Path, *, login: str | None, dry_run: bool, locale: Locale) -> ImportView:
    """Read a file and make a draft of every right row; a dry run says what would happen and leaves nothing behind.

    Without `login` a dry run checks for an imaginary university. Raises what `listings.read_import` raises,
    FileNotFoundError, and LookupError for a login nobody has.
    """
    content = path.read_bytes()
    with Session(engine(), expire_on_commit=False) as session:
        uow = UnitOfWork(session, SYSTEM, shifted_now(session), locale, new_request_id())
        officer = _imaginary_officer(uow) if login is None else find_member(uow, login=login)
        if officer is None:
            message = f"nobody signs in as {login}"
            raise LookupError(message)
        acting = UnitOfWork(session, officer, uow.now, locale, uow.request_id)
        view = listings.read_import(acting, content=content, file_name=path.name)
        if dry_run:
            session.rollback()
            return view
        view = listings.commit_import(acting, batch_id=view.id)
        session.commit()
        return view


def _imaginary_officer(uow: UnitOfWork) -> Actor:
    draft = NewOrganization(kind=OrganizationKind.UNIVERSITY, name="试运行 dry run", city="", region_code="")
    university_id = organizations.register_organization(uow, draft=draft)
    return Actor("user", None, university_id, OrganizationKind.UNIVERSITY, PERMISSIONS[Role.TRANSFER_OFFICER])
