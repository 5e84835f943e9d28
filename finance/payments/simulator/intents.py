"""Payment intents: created, confirmed by a card or a wallet, captured with a fee, declined, canceled, not scanned in time."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from finance.payments.simulator.calls import Call, Refused, amount_of, invalid, move_balance

FEE_BPS = 290  # 2.9 % of a payment, rounded half up: any positive fee will do, as long as it is booked
METHODS = ("card", "alipay", "wechat_pay")
"""What this account has open; of the card and of wallets in yuan."""
WALLETS = {"alipay": 3_600, "wechat_pay": 600}
"""For how many seconds a wallet's page or code can be used."""


def allowed_methods(
    params: Mapping[str, Any], currency: str, otherwise: Sequence[str] = ("card",)
) -> list[str]:
    """Return the methods that a request allows and this account has open; refuses when none is left."""
    asked = params.get("allowed_payment_method_types", otherwise)
    left = [
        method
        for method in asked
        if method in METHODS
        and method not in params.get("excluded_payment_method_types", [])
        and (method not in WALLETS or currency.lower() == "cny")
    ]
    if not left:
        raise invalid(
            "No valid payment method types for this payment.",
            code="payment_intent_invalid_parameter",
            param="allowed_payment_method_types",
        )
    return left


def new_intent(
    call: Call, amount: int, currency: str, metadata: dict[str, Any], methods: list[str], **more: Any
) -> dict[str, Any]:
    """Open a PaymentIntent that waits for a payment method."""
    intent = call.books.put(
        "payment_intent", "pi",
        {"amount": amount, "amount_received": 0, "currency": currency.lower(), "status": "requires_payment_method",
         "metadata": metadata, "latest_charge": None, "last_payment_error": None, "next_action": None,
         "client_secret": "pi_secret_" + secrets.token_hex(8), "payment_method_types": methods, "canceled_at": None,
         "cancellation_reason": None, "payment_method": None} | more,
    )  # fmt: skip
    call.emit("payment_intent.created", intent)
    return intent


def create_intent(call: Call) -> dict[str, Any]:
    """Create a PaymentIntent; `pm_card_visa` with confirm succeeds at once, `pm_card_chargeDeclined` is declined."""
    params = call.params
    methods = allowed_methods(params, params["currency"])
    kind = params.get("payment_method_data", {}).get("type", methods[0])
    if kind not in methods:
        raise invalid(f"The payment method type {kind} is not allowed.", param="payment_method_data[type]")
    intent = new_intent(
        call, amount_of(params), params["currency"], params.get("metadata", {}), [kind] if kind in WALLETS else methods,
        description=params.get("description"), _return_url=params.get("return_url"),
    )  # fmt: skip
    if params.get("confirm") != "true":
        return intent
    return (
        _hand_over(call, intent, kind)
        if kind in WALLETS
        else _charge_with(call, intent, params.get("payment_method", ""))
    )


def _hand_over(call: Call, intent: dict[str, Any], wallet: str) -> dict[str, Any]:
    """Confirm with a wallet: the payer scans a code, or is sent to the wallet's page."""
    page = f"{call.base_url}/wallet/{intent['id']}"
    action: dict[str, Any]
    if wallet == "wechat_pay":
        client = call.params.get("payment_method_options", {}).get("wechat_pay", {}).get("client")
        if client != "web":
            raise invalid(
                "You must provide payment_method_options[wechat_pay][client]: web.",
                code="parameter_missing",
                param="payment_method_options[wechat_pay][client]",
            )
        kind, action = "wechat_pay_display_qr_code", {"data": page, "hosted_instructions_url": page,
            "image_data_url": "", "image_url_png": "", "image_url_svg": ""}  # fmt: skip
    else:
        if not intent["_return_url"]:
            raise invalid(
                "A return_url must be provided.",
                code="payment_intent_missing_return_url",
                param="return_url",
            )
        kind, action = "alipay_handle_redirect", {"url": page, "return_url": intent["_return_url"],
            "native_data": None, "native_url": None}  # fmt: skip
    intent |= {"status": "requires_action", "next_action": {"type": kind, kind: action}}
    intent["_expires_at"] = call.books.now() + WALLETS[wallet]
    return call.books.save(intent)


def open_intent(call: Call) -> dict[str, Any]:
    """Return an intent as it stands now: a code that was not scanned in time has come to nothing."""
    intent = call.get("payment_intent")
    if intent["status"] == "requires_action" and call.books.now() >= intent.get("_expires_at", float("inf")):
        return decline(call, intent)
    return intent


def pay_intent(call: Call, action: str) -> dict[str, Any]:
    """Do what the payer does in her wallet: pay, pay_later, decline, or nothing until it expires; then what becomes of it."""
    intent = open_intent(call)
    late = action in ("arrive", "fail")
    if intent["status"] != ("processing" if late else "requires_action"):
        raise invalid(
            f"This PaymentIntent's status is {intent['status']}", code="payment_intent_unexpected_state"
        )
    if action in ("pay", "arrive"):
        return succeed(call, intent)
    if action == "pay_later":
        intent |= {"status": "processing", "next_action": None}
        call.emit("payment_intent.processing", call.books.save(intent))
        return intent
    return decline(call, intent)


WALLET_ACTIONS = ("pay", "pay_later", "decline", "expire", "arrive", "fail")


def confirm_intent(call: Call) -> dict[str, Any]:
    """Confirm a PaymentIntent with a test payment method."""
    intent = call.get("payment_intent")
    if intent["status"] not in ("requires_payment_method", "requires_confirmation", "requires_action"):
        raise invalid(
            f"This PaymentIntent's status is {intent['status']}", code="payment_intent_unexpected_state"
        )
    return _charge_with(call, intent, call.params.get("payment_method", ""))


def cancel_intent(call: Call) -> dict[str, Any]:
    """Cancel a PaymentIntent that has not succeeded and is not on its way."""
    intent = open_intent(call)
    if intent["status"] in ("succeeded", "canceled", "processing"):
        raise invalid(
            f"This PaymentIntent's status is {intent['status']}", code="payment_intent_unexpected_state"
        )
    return cancel(call, intent, call.params.get("cancellation_reason"))


def cancel(call: Call, intent: dict[str, Any], reason: str | None) -> dict[str, Any]:
    """Close an intent without a payment."""
    intent |= {"status": "canceled", "canceled_at": int(call.books.now()), "next_action": None}
    intent["cancellation_reason"] = reason
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
    wallet = intent["payment_method_types"][0] in WALLETS
    intent |= {"status": "requires_payment_method", "next_action": None}
    intent["last_payment_error"] = (
        {
            "type": "invalid_request_error",
            "code": "payment_intent_payment_attempt_failed",
            "message": "The payment failed.",
        }
        if wallet
        else {"type": "card_error", "code": "card_declined", "message": "Your card was declined."}
    )
    call.emit("payment_intent.payment_failed", call.books.save(intent))
    return intent
