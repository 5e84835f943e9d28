"""A university's account at the provider: opened, filled in by its owner, found good, and used once a second person agrees."""

from uuid import UUID

from finance.connect import policy, queries
from finance.connect.errors import AccountNotActive, ConnectNotOffered
from finance.connect.models import ConnectedAccount
from finance.connect.schemas import AccountState, ConnectView
from finance.connect.states import ACCOUNT
from finance.payments.gateway import (
    FIRST_LOOK,
    LONGEST_PAUSE,
    AccountRequest,
    GatewayRefused,
    GatewayUnknown,
    ProviderAccount,
    TransferGateway,
)
from finance.payouts import service as payouts
from finance.settings import settings
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.connect import ConnectAccountReady, ConnectAccountRestricted
from marketplace.organizations import queries as organizations


def open_account(uow: UnitOfWork) -> UUID:
    """Decide that the actor's university has an account at the provider; a second call gives the one that is there.

    Raises `Forbidden`, `ConnectNotOffered`.
    """
    require(policy.can_open(uow.actor))
    own, person = uow.actor.organization_id, uow.actor.user_id
    if own is None or person is None:
        raise NotFound(what="organization")
    if why := queries.why_not_offered(uow):
        raise ConnectNotOffered(why=why)
    uow.take_turns("connected_account", own)
    row = queries.lock_account(uow, organization_id=own)
    if row is not None:
        return row.id
    row = ConnectedAccount(
        organization_id=own, provider=queries.WAY, provider_key="", country=settings().connect_country, state=ACCOUNT.initial,
        state_since=uow.now, opened_by=person, asked_at=uow.wall, next_at=uow.now + FIRST_LOOK,
    )  # fmt: skip
    row.provider_key = f"xianyong-account-{row.id}"
    begin(uow, ACCOUNT, row)
    uow.session.add(row)
    uow.audit("connect.opened", "organization", own, account=str(row.id), country=row.country)
    uow.session.flush()
    return row.id


def account_request(uow: UnitOfWork, account_id: UUID) -> AccountRequest:
    """Return what to ask of the provider: the same for every repeat, as its idempotency key demands."""
    row = uow.session.get_one(ConnectedAccount, account_id)
    name = organizations.list_briefs(uow, ids=[row.organization_id])[row.organization_id].name
    return AccountRequest(account_id=row.id, key=row.provider_key, name=name, country=row.country)


def ask_for_account(
    gateway: TransferGateway, request: AccountRequest, *, ref: str | None, repeatable: bool
) -> ProviderAccount | GatewayUnknown | GatewayRefused | None:
    """Ask how an account stands, or for a new one unless it is there already; call it with no transaction open.

    None: it is nowhere, and asking again might open a second one.
    """
    try:
        if ref is not None:
            return gateway.fetch_account(ref)
        found = gateway.find_account(request.account_id)
        return found or (gateway.open_account(request) if repeatable else None)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_account(uow: UnitOfWork, *, row: ConnectedAccount, seen: ProviderAccount) -> None:
    """Bring a locked account to what the provider says; one that is restricted is the university's way no longer.

    Announces ConnectAccountReady the first time it may take transfers, ConnectAccountRestricted when it may no longer.
    """
    row.provider_ref = row.provider_ref or seen.provider_ref
    row.wanted, row.disabled_reason, row.submitted = list(seen.wanted), seen.disabled_reason, seen.submitted
    row.next_at, row.last_error = uow.now + LONGEST_PAUSE, None
    if row.state == AccountState.OPENING:
        advance(uow, ACCOUNT, row, "record")
    if seen.active and row.state != AccountState.ACTIVE:
        advance(uow, ACCOUNT, row, "activate")
        uow.publish(
            ConnectAccountReady(
                account_id=row.id, organization_id=row.organization_id, opened_by=row.opened_by
            )
        )
    elif not seen.active and row.state == AccountState.ACTIVE:
        advance(uow, ACCOUNT, row, "restrict", reason=seen.disabled_reason or "restricted")
        payouts.end_provider_account(uow, organization_id=row.organization_id, way=queries.WAY)
        uow.publish(ConnectAccountRestricted(account_id=row.id, organization_id=row.organization_id))
    uow.session.flush()


def use_account(uow: UnitOfWork) -> ConnectView:
    """Make the account the university's way for what the provider collects, as a second person; paid to after the cooling-off.

    Raises `NotFound`, `Forbidden`, `ConnectNotOffered`, `AccountNotActive`.
    """
    row = queries.get_own_account(uow)
    require(policy.can_use(uow.actor, row.opened_by))
    if why := queries.why_not_offered(uow):
        raise ConnectNotOffered(why=why)
    if row.state != AccountState.ACTIVE or row.provider_ref is None:
        raise AccountNotActive
    name = organizations.list_briefs(uow, ids=[row.organization_id])[row.organization_id].name
    if queries.get_usable_from(uow, row.organization_id) is None:
        payouts.set_provider_account(
            uow, organization_id=row.organization_id, way=queries.WAY, account_ref=row.provider_ref, name=name
        )
        uow.audit("connect.used", "organization", row.organization_id, account=str(row.id))
    return queries.get_connect(uow)


def stop_account(uow: UnitOfWork) -> ConnectView:
    """Let the university be paid by bank again; what is under way to the account stays so. Raises `NotFound`, `Forbidden`."""
    row = queries.get_own_account(uow)
    require(policy.can_stop(uow.actor))
    if payouts.end_provider_account(uow, organization_id=row.organization_id, way=queries.WAY):
        uow.audit("connect.stopped", "organization", row.organization_id, account=str(row.id))
    return queries.get_connect(uow)
