"""Payment intents: created, confirmed, captured with a fee, declined, canceled."""

import secrets
from typing import Any

from finance.payments.simulator.calls import Call, Refused, amount_of, invalid, move_balance

FEE_BPS = 290  # 2.9 % of a payment, rounded half up: any positive fee will do, as long as it is booked


def new_intent(
    call: Call, amount: int, currency: str, metadata: dict[str, Any], method: str
) -> dict[str, Any]:
    """Open a PaymentIntent that waits for a payment method."""
    intent = call.books.put(
        "payment_intent", "pi",
        {"amount": amount, "amount_received": 0, "currency": currency.lower(), "status": "requires_payment_method",
         "metadata": metadata, "latest_charge": None, "last_payment_error": None, "next_action": None,
         "client_secret": "pi_secret_" + secrets.token_hex(8), "payment_method_types": [method], "canceled_at": None,
         "cancellation_reason": None, "payment_method": None},
    )  # fmt: skip
    call.emit("payment_intent.created", intent)
    return intent


def create_intent(call: Call) -> dict[str, Any]:
    """Create a PaymentIntent; `pm_card_visa` with confirm succeeds at once, `pm_card_chargeDeclined` is declined."""
    params = call.params
    intent = new_intent(call, amount_of(params), params["currency"], params.get("metadata", {}), "card")
    if params.get("confirm") == "true":
        return _charge_with(call, intent, params.get("payment_method", ""))
    return intent


def confirm_intent(call: Call) -> dict[str, Any]:
    """Confirm a PaymentIntent with a test payment method."""
    intent = call.get("payment_intent")
    if intent["status"] not in ("requires_payment_method", "requires_confirmation", "requires_action"):
        raise invalid(
            f"This PaymentIntent's status is {intent['status']}", code="payment_intent_unexpected_state"
        )
    return _charge_with(call, intent, call.params.get("payment_method", ""))


def cancel_intent(call: Call) -> dict[str, Any]:
    """Cancel a PaymentIntent that has not succeeded."""
    intent = call.get("payment_intent")
    if intent["status"] in ("succeeded", "canceled"):
        raise invalid(
            f"This PaymentIntent's status is {intent['status']}", code="payment_intent_unexpected_state"
        )
    intent |= {"status": "canceled", "canceled_at": int(call.books.now())}
    intent["cancellation_reason"] = call.params.get("cancellation_reason")
    call.emit("payment_intent.canceled", call.books.save(intent))
    return intent


def _charge_with(call: Call, intent: dict[str, Any], method: str) -> dict[str, Any]:
    if not method:
        raise invalid("You must provide a payment method.", code="parameter_missing", param="payment_method")
    if method.endswith("Declined"):
        decline(call, intent)
        raise Refused(402, "card_error", "Your card was declined.", code="card_declined")
    return succeed(call, intent)


def succeed(call: Call, intent: dict[str, Any]) -> dict[str, Any]:
    """Capture a PaymentIntent: charge, balance transaction with the fee, events."""
    fee = (intent["amount"] * FEE_BPS + 5_000) // 10_000
    charge = call.books.put(
        "charge", "ch",
        {"amount": intent["amount"], "amount_refunded": 0, "currency": intent["currency"], "status": "succeeded", "paid": True,
         "captured": True, "refunded": False, "payment_intent": intent["id"], "metadata": intent["metadata"],
         "balance_transaction": None, "payment_method_details": {"type": intent["payment_method_types"][0]}},
    )  # fmt: skip
    charge["balance_transaction"] = move_balance(
        call, "charge", charge["id"], amount=intent["amount"], fee=fee, currency=intent["currency"]
    )["id"]
    call.books.save(charge)
    intent |= {
        "status": "succeeded",
        "amount_received": intent["amount"],
        "latest_charge": charge["id"],
        "next_action": None,
    }
    call.books.save(intent)
    call.emit("charge.succeeded", charge)
    call.emit("payment_intent.succeeded", intent)
    return intent


def decline(call: Call, intent: dict[str, Any]) -> dict[str, Any]:
    """Note a declined try: the payer may try again."""
    intent |= {"status": "requires_payment_method"}
    intent["last_payment_error"] = {
        "type": "card_error",
        "code": "card_declined",
        "message": "Your card was declined.",
    }
    call.emit("payment_intent.payment_failed", call.books.save(intent))
    return intent
