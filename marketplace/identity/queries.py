"""Reads of the room."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from marketplace.core.actor import ANONYMOUS, Actor
from marketplace.core.i18n import Locale
from marketplace.core.problems import SignInRequired
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import PERMISSIONS, SECOND_FACTOR, Role
from marketplace.identity.schemas import DemoAccount, Me, MembershipView
from marketplace.identity.tokens import IDLE_HOURS, SECOND_FACTOR_MINUTES, hash_token

_ACTOR = """
SELECT s.user_id, s.second_factor_at, s.last_seen_at, m.organization_id, m.role, o.kind AS organization_kind
FROM login_session s JOIN membership m ON m.id = s.membership_id JOIN organization o ON o.id = m.organization_id
WHERE s.token_hash = :hash AND s.ended_at IS NULL AND s.expires_at > :now
"""
_MEMBERSHIPS = """
SELECT m.id, m.organization_id, o.name AS organization_name, o.kind AS organization_kind, m.role, m.title
FROM membership m JOIN organization o ON o.id = m.organization_id WHERE m.user_id = :user_id ORDER BY m.created_at, m.id
"""


def find_actor(uow: UnitOfWork, token: str | None) -> Actor:
    """Return who holds a session token; an unknown, ended, expired or idle one is anonymous."""
    if not token:
        return ANONYMOUS
    rows = uow.rows(_ACTOR, hash=hash_token(token), now=uow.wall)
    if not rows or uow.wall - rows[0]["last_seen_at"] > timedelta(hours=IDLE_HOURS):
        return ANONYMOUS
    row = rows[0]
    permissions = PERMISSIONS[Role(row["role"])]
    fresh = row["second_factor_at"] is not None and uow.wall - row["second_factor_at"] < timedelta(
        minutes=SECOND_FACTOR_MINUTES
    )
    if not (fresh or settings().demo):
        permissions -= SECOND_FACTOR
    return Actor("user", row["user_id"], row["organization_id"], row["organization_kind"], permissions)


def find_member(uow: UnitOfWork, *, login: str) -> Actor | None:
    """Return a person as actor of her first organization, for the command line; None for a login nobody has."""
    rows = uow.rows(
        "SELECT u.id AS user_id, m.organization_id, m.role, o.kind FROM user_account u"
        " JOIN membership m ON m.user_id = u.id JOIN organization o ON o.id = m.organization_id"
        " WHERE u.login = :login ORDER BY m.created_at, m.id LIMIT 1",
        login=login,
    )
    if not rows:
        return None
    row = rows[0]
    return Actor("user", row["user_id"], row["organization_id"], row["kind"], PERMISSIONS[Role(row["role"])])


_READER = """
SELECT m.user_id, m.organization_id, m.role, o.kind, k.locale FROM calendar_key k
JOIN membership m ON m.id = k.membership_id JOIN organization o ON o.id = m.organization_id WHERE k.token_hash = :hash
"""


def find_calendar_reader(uow: UnitOfWork, *, token: str) -> tuple[Actor, Locale] | None:
    """Return whose calendar a feed's secret opens, as her role is today, and its language; None for an unknown one."""
    rows = uow.rows(_READER, hash=hash_token(token))
    if not rows:
        return None
    row = rows[0]
    permissions = PERMISSIONS[Role(row["role"])] - SECOND_FACTOR
    actor = Actor("user", row["user_id"], row["organization_id"], row["kind"], permissions)
    return actor, "en" if row["locale"] == "en" else "zh-CN"


def get_calendar_choices(uow: UnitOfWork) -> tuple[bool, bool]:
    """Return whether the actor has a calendar feed for her present organization, and whether she wants the digest."""
    row = uow.rows(
        "SELECT u.wants_digest, EXISTS (SELECT 1 FROM calendar_key k JOIN membership m ON m.id = k.membership_id"
        " WHERE m.user_id = u.id AND m.organization_id = :org) AS subscribed FROM user_account u WHERE u.id = :id",
        id=uow.actor.user_id,
        org=uow.actor.organization_id,
    )[0]
    return row["subscribed"], row["wants_digest"]


def list_memberships(uow: UnitOfWork, *, user_ids: Sequence[UUID]) -> list[Actor]:
    """Return people as actors of each of their organizations, for what the clock does in their place."""
    rows = uow.rows(
        "SELECT m.user_id, m.organization_id, m.role, o.kind FROM membership m"
        " JOIN organization o ON o.id = m.organization_id WHERE m.user_id = ANY(:ids) ORDER BY m.user_id, m.created_at, m.id",
        ids=list(user_ids),
    )
    return [
        Actor("user", row["user_id"], row["organization_id"], row["kind"], PERMISSIONS[Role(row["role"])])
        for row in rows
    ]


def get_me(uow: UnitOfWork) -> Me:
    """Return the signed-in person; raises `SignInRequired`."""
    if uow.actor.user_id is None:
        raise SignInRequired
    user = uow.rows("SELECT login, name, name_en FROM user_account WHERE id = :id", id=uow.actor.user_id)[0]
    memberships = [MembershipView(**row) for row in uow.rows(_MEMBERSHIPS, user_id=uow.actor.user_id)]
    current = next(m for m in memberships if m.organization_id == uow.actor.organization_id)
    return Me(
        user_id=uow.actor.user_id, name=user["name"], name_en=user["name_en"], login=user["login"], current=current, memberships=memberships,
        permissions=sorted(uow.actor.permissions), demo=settings().demo,
    )  # fmt: skip


def list_demo_accounts(uow: UnitOfWork) -> list[DemoAccount]:
    """Return the accounts that the sign-in page offers; empty outside the demo."""
    if not settings().demo:
        return []
    return [
        DemoAccount(**row)
        for row in uow.rows(
            "SELECT u.login, u.name, m.role, o.name AS organization_name FROM user_account u"
            " JOIN membership m ON m.user_id = u.id JOIN organization o ON o.id = m.organization_id"
            " WHERE u.is_demo ORDER BY u.created_at, u.id"
        )
    ]


def list_holders(uow: UnitOfWork, *, permission: str) -> list[UUID]:
    """Return everybody whose role holds a permission, in whatever organization: whom to tell of the platform itself."""
    roles = [role.value for role, held in PERMISSIONS.items() if permission in held]
    rows = uow.rows(
        "SELECT DISTINCT user_id FROM membership WHERE role = ANY(:roles) ORDER BY user_id", roles=roles
    )
    return [row["user_id"] for row in rows]


def list_members(uow: UnitOfWork, *, organization_id: UUID, permission: str) -> list[UUID]:
    """Return the people of an organization whose role holds a permission: whom to notify."""
    roles = [role.value for role, held in PERMISSIONS.items() if permission in held]
    return [
        row["user_id"]
        for row in uow.rows(
            "SELECT user_id FROM membership WHERE organization_id = :org AND role = ANY(:roles) ORDER BY created_at, id",
            org=organization_id,
            roles=roles,
        )
    ]
