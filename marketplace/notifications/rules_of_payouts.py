"""Who hears of money that goes out: batches, their lines, accounts of payees and of universities at the provider."""

from marketplace.events import connect, payouts
from marketplace.notifications.templates import Rule

_PAYABLES = "/app/payouts"
_BATCH = "/app/payouts/{batch_id}"
_MONEY = "/app/money"

PAYOUTS: tuple[Rule, ...] = (
    Rule(payouts.PayeeAccountSet, "payee_account_set", _PAYABLES, "holder_ids", "payout.approve"),
    Rule(payouts.PayeeAccountSet, "payee_account_set", "/app/distributions", person="user_id"),
    Rule(payouts.PayoutRequested, "payout_requested", _BATCH, "organization_id", "payout.approve"),
    Rule(payouts.PayoutApproved, "payout_approved", _BATCH, person="requested_by"),
    Rule(payouts.PayoutConfirmed, "payout_confirmed", "/app/distributions", person="user_id"),
    Rule(payouts.PayoutReturned, "payout_returned", _BATCH, "organization_id", "payout.request"),
    Rule(payouts.PayoutReturned, "payout_returned", "/app/distributions", person="user_id"),
    Rule(payouts.PayoutStopped, "payout_stopped", _BATCH, "organization_id", "payout.request"),
    Rule(connect.ConnectAccountReady, "connect_account_ready", _MONEY, "organization_id", "payout.approve"),
    Rule(
        connect.ConnectAccountRestricted,
        "connect_account_restricted",
        _MONEY,
        "organization_id",
        "payout.request",
    ),
    Rule(connect.OnwardPayoutFailed, "onward_payout_failed", _MONEY, "organization_id", "payout.request"),
)
