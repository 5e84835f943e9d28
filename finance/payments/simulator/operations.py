"""The table of operations, and the small ones: balance, payouts, events, webhook endpoints, lists."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stripe.params import (
    AccountCreateParams,
    AccountLinkCreateParams,
    AccountListParams,
    BalanceTransactionListParams,
    DisputeCloseParams,
    DisputeListParams,
    DisputeUpdateParams,
    EventListParams,
    FileCreateParams,
    PaymentIntentCancelParams,
    PaymentIntentConfirmParams,
    PaymentIntentCreateParams,
    PaymentIntentListParams,
    PayoutListParams,
    RefundCreateParams,
    RefundListParams,
    TransferCreateParams,
    TransferListParams,
    TransferReversalCreateParams,
    WebhookEndpointCreateParams,
    WebhookEndpointListParams,
)  # fmt: skip
from stripe.params.checkout import SessionCreateParams, SessionExpireParams, SessionListParams

from finance.payments.simulator.accounts import create_account, create_link, show_account
from finance.payments.simulator.books import Books
from finance.payments.simulator.calls import API_VERSION, Call, funds, invalid
from finance.payments.simulator.checkout import create_session, expire_session, open_session
from finance.payments.simulator.disputes import close_dispute, create_file, update_dispute
from finance.payments.simulator.intents import cancel_intent, confirm_intent, create_intent, open_intent
from finance.payments.simulator.refunds import create_refund, show_refund
from finance.payments.simulator.transfers import create_transfer, reverse_transfer

Operation = Callable[[Call], dict[str, Any]]


def show_movement(row: dict[str, Any], now: float) -> dict[str, Any]:
    """Return a balance transaction as it stands now: pending until its day, then available."""
    return row | {"status": "available" if row["available_on"] <= now else "pending"}


def show_transaction(call: Call) -> dict[str, Any]:
    """Return one balance transaction."""
    return show_movement(call.get("balance_transaction"), call.books.now())


def list_transactions(call: Call) -> dict[str, Any]:
    """List balance transactions, newest first; `payout` asks for those that a payout carried, itself included."""
    now = call.books.now()
    shown = [
        show_movement(row, now)
        for row in call.all("balance_transaction")
        if "payout" not in call.params or call.params["payout"] in (row.get("_payout"), row["source"])
    ]
    return _page(
        call,
        [
            row
            for row in shown
            if all(row[f] == call.params[f] for f in ("type", "source") if f in call.params)
        ],
    )


def correct_fee(call: Call, fee: int) -> dict[str, Any]:
    """Let the provider take another fee than it told with the payment."""
    moved = call.get("balance_transaction")
    return call.books.save(moved | {"fee": fee, "net": moved["amount"] - fee})


def show_balance(call: Call) -> dict[str, Any]:
    """Return the balance."""
    ready, pending = ([{"amount": amount, "currency": "cny"}] for amount in funds(call))
    return {"object": "balance", "livemode": False, "available": ready, "pending": pending}


def create_endpoint(call: Call) -> dict[str, Any]:
    """Register a webhook endpoint and return its secret once."""
    params = call.params
    secret = "whsec_" + secrets.token_hex(16)
    return call.books.put(
        "webhook_endpoint", "we",
        {"url": params["url"], "enabled_events": params["enabled_events"], "status": "enabled", "secret": secret,
         "api_version": str(API_VERSION), "metadata": params.get("metadata", {})},
    )  # fmt: skip


def _shown(kind: str) -> Operation:
    return lambda call: call.get(kind)


def _list(kind: str, *filters: str) -> Operation:
    def page(call: Call) -> dict[str, Any]:
        rows = [
            row
            for row in call.all(kind)
            if all(row.get(f) == call.params[f] for f in filters if f in call.params)
        ]
        return _page(call, rows)

    return page


def list_events(call: Call) -> dict[str, Any]:
    """List events; `delivery_success` false: those that some endpoint has not taken, or not yet."""
    wanted = call.params.get("delivery_success")
    untaken = {
        row["event"] for row in call.books.rows("SELECT event FROM delivery WHERE state <> 'delivered'")
    }
    rows = [
        row
        for row in call.books.all("event")
        if call.params.get("type") in (None, row["type"])
        and (wanted is None or (wanted == "true") is (row["id"] not in untaken))
    ]
    return _page(call, rows)


def _page(call: Call, rows: list[dict[str, Any]]) -> dict[str, Any]:
    ids = [row["id"] for row in rows]
    if after := call.params.get("starting_after"):
        rows = rows[ids.index(after) + 1 :] if after in ids else []
    if before := call.params.get("ending_before"):
        rows = rows[: ids.index(before)] if before in ids else []
    created = call.params.get("created", {})
    rows = (
        [row for row in rows if row["created"] >= int(created.get("gte", 0))]
        if isinstance(created, dict)
        else rows
    )
    limit = int(call.params.get("limit", 10))
    return {"object": "list", "has_more": len(rows) > limit, "data": rows[:limit]}


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation: the SDK's type of its parameters and what it does. None: it takes only `expand`."""

    params: Any
    run: Operation


OPERATIONS: Mapping[str, Entry] = {
    "POST payment_intents": Entry(PaymentIntentCreateParams, create_intent),
    "GET payment_intents": Entry(PaymentIntentListParams, _list("payment_intent")),
    "GET payment_intents/{id}": Entry(None, open_intent),
    "POST payment_intents/{id}/confirm": Entry(PaymentIntentConfirmParams, confirm_intent),
    "POST payment_intents/{id}/cancel": Entry(PaymentIntentCancelParams, cancel_intent),
    "POST checkout/sessions": Entry(SessionCreateParams, create_session),
    "GET checkout/sessions": Entry(SessionListParams, _list("checkout.session", "payment_intent")),
    "GET checkout/sessions/{id}": Entry(None, open_session),
    "POST checkout/sessions/{id}/expire": Entry(SessionExpireParams, expire_session),
    "GET charges/{id}": Entry(None, _shown("charge")),
    "POST refunds": Entry(RefundCreateParams, create_refund),
    "GET refunds": Entry(RefundListParams, _list("refund", "payment_intent", "charge")),
    "GET refunds/{id}": Entry(None, show_refund),
    "GET balance": Entry(None, show_balance),
    "GET balance_transactions": Entry(BalanceTransactionListParams, list_transactions),
    "GET balance_transactions/{id}": Entry(None, show_transaction),
    "GET payouts": Entry(PayoutListParams, _list("payout", "status")),
    "GET payouts/{id}": Entry(None, _shown("payout")),
    "GET events": Entry(EventListParams, list_events),
    "GET events/{id}": Entry(None, _shown("event")),
    "POST webhook_endpoints": Entry(WebhookEndpointCreateParams, create_endpoint),
    "GET webhook_endpoints": Entry(WebhookEndpointListParams, _list("webhook_endpoint")),
    "GET disputes": Entry(DisputeListParams, _list("dispute", "charge", "payment_intent")),
    "GET disputes/{id}": Entry(None, _shown("dispute")),
    "POST disputes/{id}": Entry(DisputeUpdateParams, update_dispute),
    "POST disputes/{id}/close": Entry(DisputeCloseParams, close_dispute),
    "POST files": Entry(FileCreateParams, create_file),
    "POST accounts": Entry(AccountCreateParams, create_account),
    "GET accounts": Entry(AccountListParams, _list("account")),
    "GET accounts/{id}": Entry(None, show_account),
    "POST account_links": Entry(AccountLinkCreateParams, create_link),
    "POST transfers": Entry(TransferCreateParams, create_transfer),
    "GET transfers": Entry(TransferListParams, _list("transfer", "destination", "transfer_group")),
    "GET transfers/{id}": Entry(None, _shown("transfer")),
    "POST transfers/{id}/reversals": Entry(TransferReversalCreateParams, reverse_transfer),
}
EXPANDABLE = {
    "latest_charge": "charge",
    "balance_transaction": "balance_transaction",
    "payment_intent": "payment_intent",
    "source": "*",
}


def expand(books: Books, body: dict[str, Any], paths: list[str]) -> dict[str, Any]:
    """Replace ids along paths such as `payment_intent.latest_charge.balance_transaction` by their objects."""
    for path in paths:
        if path.startswith("data.") and body.get("object") == "list":
            body["data"] = [expand(books, row, [path.removeprefix("data.")]) for row in body["data"]]
            continue
        node: Any = body
        for part in path.split("."):
            if not isinstance(node, dict) or part not in EXPANDABLE or part not in node:
                raise invalid(f"This property cannot be expanded ({part}).", param="expand")
            if isinstance(node[part], str):
                node[part] = books.find(EXPANDABLE[part], node[part])
            node = node[part]
            if node is None:
                break
    return body
