"""Finds out what became of accounts and transfers that nobody finished, and hears the provider's notices about them.

An edge: it commits between asking and recording. A transfer is looked for by our id before it is asked again, so that it goes
once whatever was cut off where; once the provider may have forgotten our key, a person decides.
"""

from datetime import timedelta

from sqlmodel import SQLModel, col, select

from finance.connect import queries, service
from finance.connect.models import ConnectedAccount, PayoutTransfer
from finance.connect.schemas import TransferState
from finance.connect.states import ASKED
from finance.payments import inbox
from finance.payments.gateway import (
    KEY_LIFE,
    GatewayRefused,
    GatewayUnknown,
    ProviderAccount,
    ProviderTransfer,
    TransferGateway,
    TransferRequest,
    next_look,
)
from finance.payments.gateways.stripe_connect import stripe_connect
from marketplace.core.uow import UnitOfWork

FOLLOWED = timedelta(days=60)
"""How long we look for the payout that carries a transfer to its bank; a notice is heard whenever it comes."""


def complete_accounts(uow: UnitOfWork, *, gateway: TransferGateway | None = None) -> int:
    """Look after the account that has waited longest; returns 0 when none is due."""
    gateway = gateway or stripe_connect()
    row = _due(uow, ConnectedAccount, gateway)
    if not isinstance(row, ConnectedAccount):
        return 0
    look_at_account(uow, row, gateway)
    return 1


def look_at_account(uow: UnitOfWork, row: ConnectedAccount, gateway: TransferGateway) -> str:
    """Ask how a locked account stands, opening it if it never was, and record it; returns why that was not possible."""
    row.tries += 1
    row.next_at = next_look(uow.now, row.tries)
    request, ref, own = service.account_request(uow, row.id), row.provider_ref, row.organization_id
    repeatable = uow.wall - row.asked_at < KEY_LIFE
    uow.session.flush()
    uow.session.commit()

    answer = service.ask_for_account(gateway, request, ref=ref, repeatable=repeatable)
    system = uow.as_system()
    fresh = queries.lock_account(system, organization_id=own)
    if fresh is None:
        raise LookupError(own)
    error = ""
    if isinstance(answer, ProviderAccount):
        fresh.tries = 0
        service.record_account(system, row=fresh, seen=answer)
    elif answer is None:
        fresh.next_at, error = None, "unresolved"
        uow.audit("connect.unresolved", "connected_account", fresh.id)
    else:
        error = str(answer)
    fresh.last_error = error or None
    uow.session.flush()
    uow.session.commit()
    return error


def complete_transfers(uow: UnitOfWork, *, gateway: TransferGateway | None = None) -> int:
    """Prepare the lines of approved batches and look after the transfer that has waited longest; returns 0 when nothing is due."""
    gateway = gateway or stripe_connect()
    prepared = service.prepare_transfers(uow, provider=gateway.name)
    uow.session.commit()
    row = _due(uow, PayoutTransfer, gateway)
    if not isinstance(row, PayoutTransfer):
        return prepared
    row.tries += 1
    row.next_at = next_look(uow.now, row.tries)
    uow.session.flush()
    if row.state == TransferState.WAITING:
        _send(uow, row, gateway)
    elif row.state in ASKED:
        _find_out(uow, row, gateway)
    elif row.state == TransferState.REVERSING:
        _find_out_reversal(uow, row, gateway)
    else:
        _follow(uow, row, gateway)
    uow.session.commit()
    return 1


def _due(
    uow: UnitOfWork, table: type[ConnectedAccount] | type[PayoutTransfer], gateway: TransferGateway
) -> SQLModel | None:
    return uow.session.exec(
        select(table)
        .where(col(table.next_at) <= uow.now, col(table.provider) == gateway.name)
        .order_by(col(table.next_at), col(table.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()


def _send(uow: UnitOfWork, row: PayoutTransfer, gateway: TransferGateway) -> None:
    if not service.funds_are_there(uow, row):
        row.last_error = "settling"
        return
    request = service.submit_transfer(uow, row=row)
    uow.session.commit()  # the decision is on record before anybody is asked, and no transaction is open meanwhile
    answer = service.ask_for_transfer(gateway, request)
    _record(uow, request, answer)


def _find_out(uow: UnitOfWork, row: PayoutTransfer, gateway: TransferGateway) -> None:
    request = service.request_of(row)
    repeatable = row.asked_at is not None and uow.wall - row.asked_at < KEY_LIFE
    uow.session.commit()
    try:
        found = gateway.find_transfer(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        _note(uow, request, str(outcome))
        return
    if found is None and not repeatable:
        row = queries.lock_transfer(uow, request.payout_id)
        row.next_at, row.last_error = None, "unresolved"
        uow.audit("transfer.unresolved", "payout_transfer", row.id)
        return
    _record(uow, request, found or service.ask_for_transfer(gateway, request))


def _record(
    uow: UnitOfWork, request: TransferRequest, answer: ProviderTransfer | GatewayUnknown | GatewayRefused
) -> None:
    try:
        service.record_transfer_answer(uow, payout_id=request.payout_id, answer=answer)
    except service.TransferDiffers as differs:
        uow.session.rollback()
        row = queries.lock_transfer(uow, request.payout_id)
        row.next_at, row.last_error = None, f"differs: {differs}"
        uow.audit("transfer.differs", "payout_transfer", row.id, difference=str(differs))


def _note(uow: UnitOfWork, request: TransferRequest, error: str) -> None:
    queries.lock_transfer(uow, request.payout_id).last_error = error  # asked again later


def _find_out_reversal(uow: UnitOfWork, row: PayoutTransfer, gateway: TransferGateway) -> None:
    request, ref, round_no = service.request_of(row), row.provider_ref or "", row.round
    repeatable = row.asked_at is not None and uow.wall - row.asked_at < KEY_LIFE
    uow.session.commit()
    try:
        seen = gateway.fetch_transfer(ref)
    except (GatewayUnknown, GatewayRefused) as outcome:
        _note(uow, request, str(outcome))
        return
    answer: ProviderTransfer | GatewayUnknown | GatewayRefused = seen
    if not seen.reversed_minor:
        answer = (
            service.ask_to_reverse(gateway, ref, request.payout_id, round_no)
            if repeatable
            else GatewayRefused("unresolved")
        )
    service.record_reversal(uow, payout_id=request.payout_id, answer=answer)


def _follow(uow: UnitOfWork, row: PayoutTransfer, gateway: TransferGateway) -> None:
    """Look for the account's payout that carries a transfer to the university's bank, if its announcement was lost."""
    if row.asked_at is None or uow.wall - row.asked_at > FOLLOWED:
        row.next_at = None
        return
    account_ref, since = row.account_ref, row.asked_at - timedelta(hours=1)
    uow.session.commit()
    try:
        found = gateway.list_onward(account_ref, since)
    except (GatewayUnknown, GatewayRefused):
        return
    for seen in found:
        service.record_onward(uow, provider=gateway.name, seen=seen)


def apply_connect_notices(uow: UnitOfWork, *, gateway: TransferGateway | None = None) -> int:
    """Work on the provider's notices about accounts, transfers and what accounts paid on; returns how many.

    The provider is asked how each stands now, so order, age and repetition do not matter. One of which nothing is known here
    is parked for a person; a payout of our own balance is the nightly look's affair.
    """
    gateway = gateway or stripe_connect()
    claimed = inbox.claim_notices(uow, provider=gateway.name, kinds=inbox.CONNECT_NEWS)
    uow.session.commit()
    for notice in claimed:
        try:
            known = _hear(uow, gateway, notice)
            inbox.close_notice(uow, notice, None if known else "unknown_object", park=not known)
        except (GatewayUnknown, GatewayRefused) as outcome:
            inbox.close_notice(uow, notice, str(outcome))
        except service.TransferDiffers as differs:
            uow.session.rollback()
            inbox.close_notice(uow, notice, f"transfer_differs {differs}", park=True)
        uow.session.commit()
    return len(claimed)


def _hear(uow: UnitOfWork, gateway: TransferGateway, notice: inbox.Claimed) -> bool:
    """Record what a notice is about; False for something that is not ours."""
    if notice.kind == "account.updated":
        return _hear_account(uow, gateway.fetch_account(notice.object_ref))
    if notice.kind.startswith("transfer."):
        transfer = gateway.fetch_transfer(notice.object_ref)
        rows = uow.rows("SELECT payout_id FROM payout_transfer WHERE payout_id = :id", id=transfer.payout_id)
        if rows:
            row = queries.lock_transfer(uow, rows[0]["payout_id"])
            service.record_transfer(uow, row=row, seen=transfer)
        return bool(rows)
    account = gateway.account_of(notice.body)
    if not account:
        return True
    service.record_onward(uow, provider=gateway.name, seen=gateway.fetch_onward(account, notice.object_ref))
    return bool(uow.rows("SELECT 1 AS one FROM connected_account WHERE provider_ref = :ref", ref=account))


def _hear_account(uow: UnitOfWork, seen: ProviderAccount) -> bool:
    rows = uow.rows(
        "SELECT organization_id FROM connected_account WHERE id = :id OR provider_ref = :ref",
        id=seen.account_id,
        ref=seen.provider_ref,
    )
    row = queries.lock_account(uow, organization_id=rows[0]["organization_id"]) if rows else None
    if row is not None:
        service.record_account(uow, row=row, seen=seen)
    return row is not None
