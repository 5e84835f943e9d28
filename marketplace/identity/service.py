"""Signing in and out, and acting for an organization."""

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import lru_cache
from uuid import UUID

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, delete, or_, select, update

from marketplace.core.actor import Actor
from marketplace.core.due import all_due
from marketplace.core.ids import new_id
from marketplace.core.problems import SignInRequired
from marketplace.core.uow import UnitOfWork
from marketplace.identity.errors import SecondFactorRequired, TooManyAttempts, WrongCredentials
from marketplace.identity.models import CalendarKey, LoginSession, Membership, UserAccount
from marketplace.identity.permissions import Role
from marketplace.identity.queries import list_memberships
from marketplace.identity.tokens import SESSION_HOURS, hash_token

FREE_FAILURES = 5
TOUCH_MINUTES = 5
LOCK_SECONDS = 30

_hasher = PasswordHasher(
    time_cost=2, memory_cost=19 * 1024, parallelism=1
)  # ASVS 5.0 11.4.2: argon2id, 19 MiB, t=2


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _hasher.hash(secrets.token_hex(16))


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password."""
    return _hasher.hash(password)


def register_user(
    uow: UnitOfWork, *, login: str, name: str, password_hash: str, name_en: str = "", is_demo: bool = False
) -> UUID:
    """Create a person; raises a uniqueness error when the login is taken."""
    user = UserAccount(login=login, name=name, name_en=name_en, password_hash=password_hash, is_demo=is_demo)
    uow.session.add(user)
    uow.session.flush()
    return user.id


def add_member(uow: UnitOfWork, *, user_id: UUID, organization_id: UUID, role: Role, title: str = "") -> UUID:
    """Give a person a role in an organization."""
    membership = Membership(user_id=user_id, organization_id=organization_id, role=role.value, title=title)
    uow.session.add(membership)
    uow.session.flush()
    return membership.id


def sign_in(uow: UnitOfWork, *, login: str, password: str) -> str | WrongCredentials | TooManyAttempts:
    """Check the password and open a session; returns the token, or the refusal.

    A refusal is returned, not raised, because the count of failures must be committed with it.
    Unknown logins cost the same time as wrong passwords.
    """
    user = uow.session.exec(
        select(UserAccount).where(UserAccount.login == login.strip()).with_for_update()
    ).one_or_none()
    if user is not None and user.locked_until is not None and user.locked_until > uow.wall:
        return TooManyAttempts(wait_seconds=int((user.locked_until - uow.wall).total_seconds()) + 1)
    try:
        _hasher.verify(user.password_hash if user else _nobody(), password)
    except VerifyMismatchError:
        if user is not None:
            user.failed_logins += 1
            if user.failed_logins % FREE_FAILURES == 0:
                user.locked_until = uow.wall + timedelta(
                    seconds=LOCK_SECONDS * (user.failed_logins // FREE_FAILURES)
                )
        return WrongCredentials()
    if user is None:
        return WrongCredentials()
    user.failed_logins, user.locked_until = 0, None
    membership = uow.session.exec(
        select(Membership)
        .where(Membership.user_id == user.id)
        .order_by(col(Membership.created_at), col(Membership.id))
    ).first()
    if membership is None:
        return WrongCredentials()
    token = secrets.token_urlsafe(32)
    uow.session.add(
        LoginSession(
            token_hash=hash_token(token), user_id=user.id, membership_id=membership.id, last_seen_at=uow.wall,
            expires_at=uow.wall + timedelta(hours=SESSION_HOURS),
        )
    )  # fmt: skip
    uow.audit("identity.signed_in", "user_account", user.id)
    return token


def touch_session(uow: UnitOfWork, *, token: str) -> None:
    """Note that a session is in use, at most once every five minutes, so that it does not end as idle."""
    uow.session.connection().execute(
        update(LoginSession)
        .where(
            col(LoginSession.token_hash) == hash_token(token),
            col(LoginSession.last_seen_at) < uow.wall - timedelta(minutes=TOUCH_MINUTES),
        )
        .values(last_seen_at=uow.wall)
    )


def sign_out(uow: UnitOfWork, *, token: str) -> None:
    """End a session; an unknown token is no error."""
    session = uow.session.exec(
        select(LoginSession).where(LoginSession.token_hash == hash_token(token))
    ).one_or_none()
    if session is not None:
        session.ended_at = uow.wall


def switch_organization(uow: UnitOfWork, *, token: str, membership_id: UUID) -> None:
    """Act for another of one's own organizations from now on; raises `SignInRequired`."""
    session = uow.session.exec(
        select(LoginSession).where(LoginSession.token_hash == hash_token(token))
    ).one_or_none()
    membership = uow.session.get(Membership, membership_id)
    if session is None or membership is None or membership.user_id != session.user_id:
        raise SignInRequired
    session.membership_id = membership.id


def confirm_second_factor(uow: UnitOfWork, *, token: str, code: str) -> None:
    """Accept a TOTP code once within its step (±1); raises `SecondFactorRequired`."""
    session = uow.session.exec(
        select(LoginSession).where(LoginSession.token_hash == hash_token(token))
    ).one_or_none()
    if session is None:
        raise SignInRequired
    user = uow.session.get(UserAccount, session.user_id, with_for_update=True)
    if user is None or user.totp_secret is None:
        raise SecondFactorRequired
    totp = pyotp.TOTP(user.totp_secret)
    here = totp.timecode(uow.wall)
    for step in (here - 1, here, here + 1):
        if step > user.totp_last_step and secrets.compare_digest(totp.generate_otp(step), code):
            user.totp_last_step = step
            session.second_factor_at = uow.wall
            return
    raise SecondFactorRequired


def open_calendar(uow: UnitOfWork) -> str:
    """Give the actor a new secret for the calendar feed of her present organization; the one before it ends. Returns it."""
    token = secrets.token_urlsafe(32)
    membership = _membership_of(uow)
    statement = insert(CalendarKey).values(
        id=new_id(), version=1, created_at=uow.now, token_hash=hash_token(token), membership_id=membership, locale=uow.locale
    )  # fmt: skip
    uow.session.connection().execute(
        statement.on_conflict_do_update(
            index_elements=["membership_id"],
            set_={"token_hash": statement.excluded.token_hash, "locale": uow.locale},
        )
    )
    uow.audit("identity.calendar_opened", "membership", membership)
    return token


def close_calendar(uow: UnitOfWork) -> None:
    """End the actor's calendar feed for her present organization; without one nothing happens."""
    membership = _membership_of(uow)
    uow.session.connection().execute(delete(CalendarKey).where(col(CalendarKey.membership_id) == membership))
    uow.audit("identity.calendar_closed", "membership", membership)


def _membership_of(uow: UnitOfWork) -> UUID:
    return uow.session.exec(
        select(Membership.id).where(
            Membership.user_id == uow.actor.user_id, Membership.organization_id == uow.actor.organization_id
        )
    ).one()


def choose_digest(uow: UnitOfWork, *, wanted: bool) -> None:
    """Note whether the actor wants to be written to in the morning."""
    uow.session.connection().execute(
        update(UserAccount).where(col(UserAccount.id) == uow.actor.user_id).values(wants_digest=wanted)
    )


def write_digests(uow: UnitOfWork, write: Callable[[Actor], object], *, limit: int) -> int:
    """Claim people whose message of today is due, and have it written to each as an actor of each of her organizations.

    At most `limit` people; returns how many. What is claimed is written once a day.
    """
    due = (
        select(UserAccount)
        .where(
            col(UserAccount.wants_digest),
            or_(col(UserAccount.digest_on).is_(None), col(UserAccount.digest_on) < uow.today),
        )
        .order_by(col(UserAccount.id))
    )

    def write_all(people: Sequence[UserAccount]) -> int:
        for person in people:
            person.digest_on = uow.today
        uow.session.flush()
        for actor in list_memberships(uow, user_ids=[person.id for person in people]):
            write(actor)
        return len(people)

    return all_due(uow, "send_digests", due, write_all, limit=limit)
