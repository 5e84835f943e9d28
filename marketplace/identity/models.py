"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from marketplace.core.tables import Row, instant


class UserAccount(Row, table=True):
    """A person who can sign in. `password_hash` is argon2id; `totp_secret` is set once the second factor is enrolled.

    `digest_on` is the last Shanghai day whose morning message was considered.
    """

    __tablename__ = "user_account"

    login: str = Field(unique=True)
    name: str
    name_en: str = ""
    password_hash: str
    totp_secret: str | None = None
    totp_last_step: int = 0
    failed_logins: int = 0
    locked_until: datetime | None = instant()
    wants_digest: bool = True
    digest_on: date | None = None
    is_demo: bool = False


class Membership(Row, table=True):
    """A person's role in one organization."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("user_id", "organization_id"),)

    user_id: UUID = Field(foreign_key="user_account.id")
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    role: str
    title: str = ""


class LoginSession(Row, table=True):
    """A signed-in browser. Only the SHA-256 of the token is stored."""

    __tablename__ = "login_session"

    token_hash: str = Field(unique=True)
    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    membership_id: UUID = Field(foreign_key="membership.id")
    last_seen_at: datetime = instant(nullable=False)
    expires_at: datetime = instant(nullable=False)
    ended_at: datetime | None = instant()
    second_factor_at: datetime | None = instant()


class CalendarKey(Row, table=True):
    """The secret in the address of a person's calendar feed for one membership; it opens nothing else. Hashed."""

    __tablename__ = "calendar_key"

    token_hash: str = Field(unique=True)
    membership_id: UUID = Field(foreign_key="membership.id", unique=True)
    locale: str
