"""Refunds: of a card at once; of a wallet pending first, then gone or failed, as the provider's books will say."""

from typing import Any

from finance.payments.simulator.calls import Call, amount_of, invalid, move_balance

PENDING_SECONDS = 60
"""How long a wallet's refund stays pending unless somebody says otherwise."""


def create_refund(call: Call) -> dict[str, Any]:
    """Refund a captured payment, wholly or in part, never more than is left of it."""
    params = call.params
    intent_id = params.get("payment_intent")
    charge_id = call.get("payment_intent", intent_id)["latest_charge"] if intent_id else params.get("charge")
    if not charge_id:
        raise invalid(
            "There is no captured charge to refund.", code="charge_not_captured", param="payment_intent"
        )
    charge = call.get("charge", charge_id)
    left = charge["amount"] - charge["amount_refunded"]
    amount = amount_of(params) if "amount" in params else left
    if amount > left or not left:
        raise invalid(
            f"Refund amount ({amount}) is greater than the unrefunded amount ({left}).",
            code="amount_too_large",
            param="amount",
        )
    refund = call.books.put(
        "refund", "re",
        {"amount": amount, "currency": charge["currency"], "charge": charge_id, "payment_intent": charge["payment_intent"],
         "status": "pending", "reason": params.get("reason"), "metadata": params.get("metadata", {}), "balance_transaction": None,
         "failure_reason": None, "_settles_at": call.books.now() + PENDING_SECONDS},
    )  # fmt: skip
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    call.books.save(charge)
    if charge["payment_method_details"]["type"] == "card":
        _go(call, refund)
    call.emit("refund.created", refund)
    call.emit("charge.refunded", charge)
    return refund


def show_refund(call: Call) -> dict[str, Any]:
    """Return a refund as it stands now: one that was pending long enough has gone."""
    refund = call.get("refund")
    return end_refund(call, "succeed") if _is_due(call, refund) else refund


def end_refund(call: Call, action: str) -> dict[str, Any]:
    """Let a pending refund go, or fail."""
    refund = call.get("refund")
    if refund["status"] != "pending":
        raise invalid(f"This refund is {refund['status']}.")
    if action == "succeed":
        call.emit("refund.updated", _go(call, refund))
        return refund
    charge = call.get("charge", refund["charge"])
    call.books.save(
        charge | {"amount_refunded": charge["amount_refunded"] - refund["amount"], "refunded": False}
    )
    refund |= {"status": "failed", "failure_reason": "expired_or_canceled_card"}
    call.emit("refund.failed", call.books.save(refund))
    return refund


def _is_due(call: Call, refund: dict[str, Any]) -> bool:
    return bool(refund["status"] == "pending" and call.books.now() >= refund["_settles_at"])


def _go(call: Call, refund: dict[str, Any]) -> dict[str, Any]:
    refund["status"] = "succeeded"
    moved = move_balance(call, "refund", refund["id"], amount=-refund["amount"])
    refund["balance_transaction"] = moved["id"]
    return call.books.save(refund)
