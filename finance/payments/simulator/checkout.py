"""Checkout Sessions in payment mode: opened, paid at once or later, declined, canceled, expired."""

from typing import Any

from finance.payments.simulator.calls import Call, amount_of, invalid
from finance.payments.simulator.intents import METHODS, allowed_methods, cancel, decline, new_intent, succeed

DAY = 86_400


def create_session(call: Call) -> dict[str, Any]:
    """Create a Checkout Session in payment mode with a local pay page."""
    params = call.params
    if params.get("mode") != "payment":
        raise invalid("The simulator knows mode=payment only.", param="mode")
    if not params.get("line_items"):
        raise invalid(
            "You must provide line_items in payment mode.", code="parameter_missing", param="line_items"
        )
    titles: list[str] = []
    total, currency = 0, ""
    for item in params["line_items"]:
        price = item.get("price_data") or {}
        if "unit_amount" not in price or "product_data" not in price:
            raise invalid("line_items need price_data with unit_amount and product_data.", param="line_items")
        total += amount_of(price, "unit_amount") * int(item.get("quantity", 1))
        currency, titles = price["currency"].lower(), [*titles, price["product_data"]["name"]]
    expires = int(params.get("expires_at", call.books.now() + DAY))
    if not call.books.now() + 1_700 <= expires <= call.books.now() + DAY + 60:
        raise invalid(
            "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.", param="expires_at"
        )
    methods = allowed_methods(params, currency, otherwise=METHODS)
    if "wechat_pay" in params.get("allowed_payment_method_types", []):
        raise invalid(
            "The simulator shows WeChat Pay by PaymentIntents only.", param="allowed_payment_method_types"
        )
    session = call.books.put(
        "checkout.session", "cs",
        {"mode": "payment", "status": "open", "payment_status": "unpaid", "amount_total": total, "currency": currency,
         "client_reference_id": params.get("client_reference_id"), "metadata": params.get("metadata", {}),
         "success_url": params.get("success_url"), "cancel_url": params.get("cancel_url"), "expires_at": expires,
         "payment_intent": None, "payment_method_types": methods, "locale": params.get("locale"), "_titles": titles,
         "_intent_metadata": params.get("payment_intent_data", {}).get("metadata", {})},
    )  # fmt: skip
    session["url"] = f"{call.base_url}/pay/{session['id']}"
    return call.books.save(session)


def open_session(call: Call) -> dict[str, Any]:
    """Return a session that can still be paid; lets it expire first if its time has come."""
    session = call.get("checkout.session")
    if session["status"] == "open" and call.books.now() >= session["expires_at"]:
        session = expire_session(call)
    return session


def expire_session(call: Call) -> dict[str, Any]:
    """Close an open session without a payment."""
    session = call.get("checkout.session")
    if session["status"] != "open":
        raise invalid(
            f"Only Checkout Sessions with a status of `open` can be expired, not {session['status']}."
        )
    if session["payment_intent"]:
        cancel(call, call.get("payment_intent", session["payment_intent"]), "automatic")
    session |= {"status": "expired", "url": None}
    call.emit("checkout.session.expired", call.books.save(session))
    return session


def pay_session(call: Call, action: str) -> dict[str, Any]:
    """Do what the payer's button on the pay page says: pay, pay_later, decline, arrive, fail, cancel."""
    session = open_session(call)
    late = action in ("arrive", "fail")
    if session["status"] != ("complete" if late else "open") or (
        late and session["payment_status"] == "paid"
    ):
        raise invalid(f"This session is {session['status']}.")
    if action == "cancel":
        return session
    if session["payment_intent"]:
        intent = call.get("payment_intent", session["payment_intent"])
    else:
        delayed = action == "pay_later" and "alipay" in session["payment_method_types"]
        method = "alipay" if delayed else session["payment_method_types"][0]
        intent = new_intent(
            call, session["amount_total"], session["currency"], session["_intent_metadata"], [method]
        )
        session["payment_intent"] = intent["id"]
    return _PAY[action](call, session, intent)


def _paid(call: Call, session: dict[str, Any], intent: dict[str, Any]) -> dict[str, Any]:
    late = session["status"] == "complete"
    succeed(call, intent)
    session |= {"status": "complete", "payment_status": "paid", "url": None}
    call.emit(
        "checkout.session.async_payment_succeeded" if late else "checkout.session.completed",
        call.books.save(session),
    )
    return session


def _pending(call: Call, session: dict[str, Any], intent: dict[str, Any]) -> dict[str, Any]:
    intent |= {"status": "processing"}
    call.emit("payment_intent.processing", call.books.save(intent))
    session |= {"status": "complete", "url": None}
    call.emit("checkout.session.completed", call.books.save(session))
    return session


def _declined(call: Call, session: dict[str, Any], intent: dict[str, Any]) -> dict[str, Any]:
    decline(call, intent)
    if session["status"] == "complete":
        call.emit("checkout.session.async_payment_failed", session)
    return call.books.save(session)


_PAY = {"pay": _paid, "arrive": _paid, "pay_later": _pending, "decline": _declined, "fail": _declined}
PAY_ACTIONS = (*_PAY, "cancel")
