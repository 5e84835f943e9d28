"""What is asked of Stripe: the shape of every request, typed by the SDK at its pinned API version.

Since 2026-09-30 a request no longer says `payment_method_types`; it says which methods it allows, and we allow one.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from finance.payments.gateway import PaymentRequest, RefundRequest

if TYPE_CHECKING:
    from stripe.params import (
        BalanceTransactionListParams,
        EventListParams,
        PaymentIntentCreateParams,
        PaymentIntentListParams,
        RefundCreateParams,
    )
    from stripe.params.checkout import SessionCreateParams, SessionListParams

PAGE = 100
WITH_CHARGE = ["payment_intent.latest_charge"]


def session_params(request: PaymentRequest) -> "SessionCreateParams":
    """A Checkout Session: the provider's page, for a card."""
    metadata = {"attempt_id": str(request.attempt_id)}
    locale: Literal["zh", "en"] = "zh" if request.locale.startswith("zh") else "en"
    return {
        "mode": "payment",
        "allowed_payment_method_types": [request.method],
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": request.currency.lower(),
                    "unit_amount": request.amount_minor,
                    "product_data": {"name": request.title},
                },
            }
        ],
        "client_reference_id": str(request.attempt_id),
        "metadata": metadata,
        "payment_intent_data": {"metadata": metadata},
        "success_url": request.return_url,
        "cancel_url": request.cancel_url,
        "expires_at": int(request.expires_at.timestamp()),
        "locale": locale,
    }


def intent_params(request: PaymentRequest) -> "PaymentIntentCreateParams":
    """A PaymentIntent, confirmed at once: a wallet's own page or code."""
    params: PaymentIntentCreateParams = {
        "amount": request.amount_minor,
        "currency": request.currency.lower(),
        "allowed_payment_method_types": [request.method],
        "payment_method_data": {"type": request.method},
        "confirm": True,
        "description": request.title,
        "metadata": {"attempt_id": str(request.attempt_id)},
    }
    if request.method == "wechat_pay":
        params["payment_method_options"] = {"wechat_pay": {"client": "web"}}
    else:
        params["return_url"] = request.return_url
    return params


def refund_params(request: RefundRequest) -> "RefundCreateParams":
    """A refund of a captured payment, in part or whole."""
    return {
        "payment_intent": request.capture_ref,
        "amount": request.amount_minor,
        "metadata": {"refund_id": str(request.refund_id), "attempt_id": str(request.attempt_id)},
    }


def sessions_since(since: datetime) -> "SessionListParams":
    """All Checkout Sessions that were opened since an instant."""
    return {"created": {"gte": int(since.timestamp())}, "limit": PAGE}


def intents_since(since: datetime) -> "PaymentIntentListParams":
    """All PaymentIntents that were made since an instant."""
    return {"created": {"gte": int(since.timestamp())}, "limit": PAGE}


def movements_since(since: datetime) -> "BalanceTransactionListParams":
    """All balance transactions since an instant, each with what it is about."""
    return {"created": {"gte": int(since.timestamp())}, "limit": PAGE, "expand": ["data.source"]}


def undelivered_since(since: datetime) -> "EventListParams":
    """All events since an instant that did not reach every endpoint."""
    return {"created": {"gte": int(since.timestamp())}, "delivery_success": False, "limit": PAGE}
