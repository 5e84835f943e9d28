"""Stripe's objects and events in the words of the port. What is read is never trusted to be as documented."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import stripe

from finance.payments.gateway import (
    GatewayMisused,
    GatewayRefused,
    GatewayUnknown,
    ProviderMovement,
    ProviderPayment,
    ProviderRefund,
    ProviderState,
    RefundState,
)

_PAID_SESSION = frozenset({"checkout.session.completed", "checkout.session.async_payment_succeeded"})
_PAID_INTENT = "payment_intent.succeeded"
_FOR_GOOD = (stripe.InvalidRequestError, stripe.CardError, stripe.AuthenticationError, stripe.PermissionError)


def text_of(value: Any) -> str:
    """Return an id or a word of an event; raises `TypeError` for anything else."""
    if not isinstance(value, str) or not 0 < len(value) <= 255 or "\0" in value:
        raise TypeError("not an id")
    return value


def outcome_of(error: stripe.StripeError) -> GatewayUnknown | GatewayRefused:
    """Tell a refusal, after which nothing happened, from an outcome that nobody knows."""
    # 409 means that a request with our key is still running; 429 and 5xx that the provider could not answer.
    refused = isinstance(error, _FOR_GOOD) and error.http_status not in (409, 429)
    misused = isinstance(error, stripe.IdempotencyError) and error.http_status != 409
    return (GatewayRefused if refused else GatewayMisused if misused else GatewayUnknown)(
        f"{type(error).__name__}: {error.code or error.http_status}"
    )


def id_in(metadata: Any, name: str) -> UUID | None:
    """Return the id of ours that an object carries under a name; None for anything that is no id."""
    value = metadata.get(name) if isinstance(metadata, dict) else None
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _ours(metadata: Any) -> UUID | None:
    return id_in(metadata.to_dict() if metadata else None, "attempt_id")


def payment_of(seen: stripe.checkout.Session | stripe.PaymentIntent) -> ProviderPayment:
    """Return how a payment stands: a Checkout Session with the intent behind it, or an intent of its own."""
    return _of_intent(seen) if isinstance(seen, stripe.PaymentIntent) else _of_session(seen)


def _of_session(session: stripe.checkout.Session) -> ProviderPayment:
    intent = session.payment_intent
    capture_ref = intent if isinstance(intent, str) else intent.id if intent else None
    return ProviderPayment(
        provider_ref=session.id,
        state=_session_state(session, intent),
        amount_minor=session.amount_total or 0,
        currency=(session.currency or "").upper(),
        attempt_id=_ours(session.metadata),
        url=session.url,
        capture_ref=capture_ref,
        method=_method(intent.latest_charge if isinstance(intent, stripe.PaymentIntent) else None),
    )


def _session_state(session: stripe.checkout.Session, intent: Any) -> ProviderState:
    if session.payment_status == "paid":
        return "succeeded"
    if session.status == "expired":
        return "canceled"
    if session.status == "open":
        return "requires_action"
    # complete but unpaid: a delayed method is on its way, or has come to nothing
    failed = isinstance(intent, stripe.PaymentIntent) and intent.status in (
        "requires_payment_method",
        "canceled",
    )
    return "failed" if failed else "processing"


_INTENT_STATES: dict[str, ProviderState] = {
    "succeeded": "succeeded",
    "canceled": "canceled",
    "processing": "processing",
    "requires_capture": "processing",
    # Nobody but us can confirm it again, and we do not: the payer declined, or the code was not scanned in time.
    "requires_payment_method": "failed",
}


def _of_intent(intent: stripe.PaymentIntent) -> ProviderPayment:
    url, qr = _next_step(intent.next_action)
    return ProviderPayment(
        provider_ref=intent.id,
        state=_INTENT_STATES.get(intent.status, "requires_action"),
        amount_minor=intent.amount,
        currency=intent.currency.upper(),
        attempt_id=_ours(intent.metadata),
        url=url,
        capture_ref=intent.id,
        method=_method(intent.latest_charge),
        qr=qr,
    )


def _next_step(action: Any) -> tuple[str | None, str | None]:
    """Return the page to open and the text of the code to scan, whichever the payer has to do."""
    if action is None:
        return None, None
    if code := getattr(action, "wechat_pay_display_qr_code", None):
        return None, code.data
    redirect = getattr(action, "alipay_handle_redirect", None) or getattr(action, "redirect_to_url", None)
    return (redirect.url if redirect else None), None


def _method(charge: Any) -> str | None:
    details = charge.payment_method_details if isinstance(charge, stripe.Charge) else None
    return details.type if details else None


def told_in(body: bytes) -> ProviderPayment | None:
    """Return the payment of a paid Checkout Session or a succeeded intent, whose event carries amount and currency."""
    event = json.loads(body)
    seen, kind = event["data"]["object"], event["type"]
    if kind in _PAID_SESSION and seen.get("payment_status") == "paid":
        amount, capture_ref = seen.get("amount_total"), seen.get("payment_intent")
    elif kind == _PAID_INTENT and seen.get("status") == "succeeded":
        amount, capture_ref = seen.get("amount_received"), seen.get("id")
    else:
        return None
    if not isinstance(amount, int) or not isinstance(
        capture_ref, str
    ):  # not as documented: who hears it asks
        return None
    return ProviderPayment(
        provider_ref=seen["id"],
        state="succeeded",
        amount_minor=amount,
        currency=str(seen.get("currency")).upper(),
        attempt_id=id_in(seen.get("metadata"), "attempt_id"),
        capture_ref=capture_ref,
    )


_REFUND_STATES: dict[str, RefundState] = {
    "succeeded": "succeeded",
    "failed": "failed",
    "canceled": "failed",
    "pending": "processing",
    "requires_action": "processing",
}


def refund_of(refund: stripe.Refund) -> ProviderRefund:
    """Return how a refund stands."""
    return ProviderRefund(
        provider_ref=refund.id,
        state=_REFUND_STATES.get(refund.status or "", "processing"),
        amount_minor=refund.amount,
        currency=refund.currency.upper(),
        refund_id=id_in(refund.metadata.to_dict() if refund.metadata else None, "refund_id"),
        reason=getattr(refund, "failure_reason", None) or "",
    )


def movement_of(moved: stripe.BalanceTransaction) -> ProviderMovement:
    """Return a balance transaction with what it is about."""
    source: Any = moved.source
    capture, attempt_id, settled = "", None, False
    if isinstance(source, stripe.Charge):
        intent = source.payment_intent
        capture = intent if isinstance(intent, str) else intent.id if intent else ""
        attempt_id = id_in(source.metadata.to_dict(), "attempt_id")
    elif isinstance(source, stripe.Payout):
        settled = source.status == "paid"
    return ProviderMovement(
        ref=moved.id,
        kind=moved.type,
        source_ref=source if isinstance(source, str) else source.id if source else "",
        capture_ref=capture,
        attempt_id=attempt_id,
        amount_minor=moved.amount,
        fee_minor=moved.fee,
        net_minor=moved.net,
        currency=moved.currency.upper(),
        happened_at=datetime.fromtimestamp(moved.created, UTC),
        settled=settled,
        available_at=datetime.fromtimestamp(moved.available_on, UTC),
    )
