"""Stripe Connect behind the port: accounts of universities, separate transfers to them, and what they pay on to their banks."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import stripe

from finance.payments.gateway import (
    AccountRequest,
    GatewayRefused,
    GatewayShort,
    OnwardPayout,
    OnwardState,
    ProviderAccount,
    ProviderTransfer,
    TransferRequest,
)
from finance.payments.gateways.stripe import SIMULATOR_URL, client_for
from finance.payments.gateways.stripe_reading import id_in, outcome_of
from finance.settings import settings

if TYPE_CHECKING:
    from stripe.params import AccountCreateParams, TransferCreateParams

T = TypeVar("T")
_SHORT = "balance_insufficient"
_ONWARD: dict[str, OnwardState] = {"paid": "paid", "failed": "failed", "canceled": "failed"}


class StripeConnect:
    """Stripe Connect, or our stand-in for it: the address decides."""

    name = "stripe"

    def __init__(self, key: str, api_url: str = "") -> None:
        self._v1 = client_for(key, api_url).v1

    def open_account(self, request: AccountRequest) -> ProviderAccount:
        """Open an account with a page of the provider for its owner; the same key gives the same account for 24 hours."""
        params: AccountCreateParams = {
            "country": request.country,
            "business_profile": {"name": request.name},
            "business_type": "non_profit",
            "controller": {
                "fees": {"payer": "application"},
                "losses": {"payments": "application"},
                "requirement_collection": "stripe",
                "stripe_dashboard": {"type": "express"},
            },
            "capabilities": {"transfers": {"requested": True}},
            "metadata": {"account_id": str(request.account_id)},
        }
        return _asked(lambda: _account(self._v1.accounts.create(params, {"idempotency_key": request.key})))

    def find_account(self, account_id: UUID) -> ProviderAccount | None:
        """Look through all connected accounts for the one that carries our id."""

        def look() -> ProviderAccount | None:
            found = self._v1.accounts.list({"limit": 100}).auto_paging_iter()
            return next((one for one in map(_account, found) if one.account_id == account_id), None)

        return _asked(look)

    def fetch_account(self, account_ref: str) -> ProviderAccount:
        """Return an account with what is still wanted."""
        return _asked(lambda: _account(self._v1.accounts.retrieve(account_ref)))

    def link(self, account_ref: str, *, back_url: str) -> str:
        """Make an Account Link; one that is too old leads back to us as well."""
        return _asked(
            lambda: self._v1.account_links.create(
                {"account": account_ref, "type": "account_onboarding", "return_url": back_url, "refresh_url": back_url}
            ).url
        )  # fmt: skip

    def transfer(self, request: TransferRequest) -> ProviderTransfer:
        """Send an amount of the available balance; the same key gives the same transfer for 24 hours."""
        params: TransferCreateParams = {
            "amount": request.amount_minor,
            "currency": request.currency.lower(),
            "destination": request.account_ref,
            "transfer_group": request.group,
            "metadata": {"payout_id": str(request.payout_id)},
        }
        return _asked(lambda: _transfer(self._v1.transfers.create(params, {"idempotency_key": request.key})))

    def fetch_transfer(self, transfer_ref: str) -> ProviderTransfer:
        """Return a transfer with what was taken back of it."""
        return _asked(lambda: _transfer(self._v1.transfers.retrieve(transfer_ref)))

    def find_transfer(self, request: TransferRequest) -> ProviderTransfer | None:
        """Look through the transfers of a batch to an account for the one that carries our id."""

        def look() -> ProviderTransfer | None:
            found = self._v1.transfers.list(
                {"destination": request.account_ref, "transfer_group": request.group, "limit": 100}
            ).auto_paging_iter()
            return next((one for one in map(_transfer, found) if one.payout_id == request.payout_id), None)

        return _asked(look)

    def reverse(self, transfer_ref: str, *, key: str) -> ProviderTransfer:
        """Take back all that is left of a transfer; the account must still hold it."""

        def ask() -> ProviderTransfer:
            self._v1.transfers.reversals.create(transfer_ref, {}, {"idempotency_key": key})
            return _transfer(self._v1.transfers.retrieve(transfer_ref))

        return _asked(ask)

    def fetch_onward(self, account_ref: str, payout_ref: str) -> OnwardPayout:
        """Return an account's payout with the transfers that it carries."""
        inside: Any = {"stripe_account": account_ref}
        return _asked(lambda: self._onward(account_ref, self._v1.payouts.retrieve(payout_ref, {}, inside)))

    def list_onward(self, account_ref: str, since: datetime) -> list[OnwardPayout]:
        """Read the payouts of an account since an instant, oldest first."""
        inside: Any = {"stripe_account": account_ref}

        def look() -> list[OnwardPayout]:
            found = self._v1.payouts.list({"created": {"gte": int(since.timestamp())}, "limit": 100}, inside)
            return [self._onward(account_ref, one) for one in [*found.auto_paging_iter()][::-1]]

        return _asked(look)

    def _onward(self, account_ref: str, payout: stripe.Payout) -> OnwardPayout:
        carried = self._v1.balance_transactions.list(
            {"payout": payout.id, "limit": 100, "expand": ["data.source"]}, {"stripe_account": account_ref}
        )
        transfers, earlier = [], []
        for moved in carried.auto_paging_iter():
            source: Any = moved.source
            if moved.type == "payment" and source is not None:
                transfers.append(_ref(source.source_transfer))
            elif moved.type == "payout_failure" and source is not None:
                earlier.append(_ref(source))
        return OnwardPayout(
            provider_ref=payout.id,
            account_ref=account_ref,
            state=_ONWARD.get(payout.status, "in_transit"),
            reason=payout.failure_code or "",
            transfer_refs=tuple(transfers),
            earlier_refs=tuple(earlier),
            arrives_at=datetime.fromtimestamp(payout.arrival_date, UTC),
        )

    def account_of(self, body: bytes) -> str:
        """Return the connected account of an event that was verified before."""
        account = json.loads(body).get("account")
        return account if isinstance(account, str) else ""


def _asked(call: Callable[[], T]) -> T:
    try:
        return call()
    except stripe.StripeError as error:
        outcome = outcome_of(error)
        if isinstance(outcome, GatewayRefused) and error.code == _SHORT:
            outcome = GatewayShort(str(outcome))
        raise outcome from error


def _ref(thing: Any) -> str:
    return thing if isinstance(thing, str) else str(thing.id)


def _account(account: stripe.Account) -> ProviderAccount:
    capabilities, requirements = account.capabilities, account.requirements
    return ProviderAccount(
        provider_ref=account.id,
        account_id=id_in(account.metadata.to_dict() if account.metadata else None, "account_id"),
        active=bool(capabilities and capabilities.transfers == "active" and account.payouts_enabled),
        submitted=bool(account.details_submitted),
        wanted=tuple((requirements and requirements.currently_due) or ()),
        disabled_reason=(requirements and requirements.disabled_reason) or "",
    )


def _transfer(transfer: stripe.Transfer) -> ProviderTransfer:
    reversals = transfer.reversals.data if transfer.reversals else []
    return ProviderTransfer(
        provider_ref=transfer.id,
        account_ref=_ref(transfer.destination) if transfer.destination else "",
        payout_id=id_in(transfer.metadata.to_dict(), "payout_id"),
        amount_minor=transfer.amount,
        currency=transfer.currency.upper(),
        reversed_minor=transfer.amount_reversed,
        reversal_ref=reversals[0].id if reversals else "",
    )


@lru_cache(maxsize=1)
def _connect(key: str, url: str) -> StripeConnect:
    return StripeConnect(key, url)


def stripe_connect() -> StripeConnect:
    """Return the gateway of this process, as the settings say."""
    chosen = settings()
    # without an address, the simulator's key must never leave this machine
    return _connect(chosen.stripe_key, chosen.stripe_api_url or (SIMULATOR_URL if chosen.simulated else ""))
