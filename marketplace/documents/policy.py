"""Who may read which file: the organizations it was shared with."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, exists, false, true
from sqlmodel import col, select

from marketplace.core.actor import Actor
from marketplace.core.policy import Decision, member_or_system
from marketplace.documents.models import FileShare, StoredFile


def can_read(actor: Actor, readers: Collection[UUID]) -> Decision:
    """Members with the permission to read documents, of an organization among the readers."""
    return member_or_system(actor, *readers, may="document.read")


def visible(actor: Actor) -> ColumnElement[bool]:
    """The same rule as a list filter."""
    if actor.is_system:
        return true()
    if actor.organization_id is None or not actor.may("document.read"):
        return false()
    share = select(col(FileShare.id)).where(
        col(FileShare.file_id) == col(StoredFile.id), col(FileShare.organization_id) == actor.organization_id
    )
    return exists(share)
