"""Stripe behind the port: Checkout Sessions in payment mode, by the official SDK at its pinned API version."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import stripe

from finance.payments.gateway import (
    EventRefused,
    GatewayMisused,
    GatewayRefused,
    GatewayUnknown,
    PaymentRequest,
    ProviderEvent,
    ProviderMovement,
    ProviderPayment,
    ProviderRefund,
    ProviderState,
    RefundRequest,
    RefundState,
)
from finance.payments.gateways.patience import PER_SECOND, UNBOUNDED, PatientClient
from finance.settings import settings

if TYPE_CHECKING:
    from stripe.params import BalanceTransactionListParams, EventListParams, RefundCreateParams
    from stripe.params.checkout import SessionCreateParams, SessionListParams

SIMULATOR_URL = "http://127.0.0.1:8412"
"""Where `python -m finance.payments.simulator` listens unless told otherwise."""
TIMEOUT_SECONDS = 5
"""For one call with all its repeats: nobody waits longer for a page."""
TOLERANCE_SECONDS = 300
LARGEST_EVENT_BYTES = 1_048_576
_EXPAND = ["payment_intent.latest_charge"]
_PAID = frozenset({"checkout.session.completed", "checkout.session.async_payment_succeeded"})
_FOR_GOOD = (stripe.InvalidRequestError, stripe.CardError, stripe.AuthenticationError, stripe.PermissionError)


class StripeGateway:
    """Stripe's API, or our stand-in for it: the address decides."""

    name = "stripe"

    def __init__(
        self, key: str, webhook_secret: str, api_url: str = "", asking: PatientClient | None = None
    ) -> None:
        self._live = "_live_" in key
        self._secrets = [secret.strip() for secret in webhook_secret.split(",")]
        self._client = stripe.StripeClient(
            key,
            base_addresses={"api": api_url} if api_url else None,
            max_network_retries=2,
            http_client=asking or PatientClient(TIMEOUT_SECONDS, UNBOUNDED if api_url else PER_SECOND),
        )

    def start(self, request: PaymentRequest) -> ProviderPayment:
        """Open a Checkout Session for an attempt; the same key gives the same session for 24 hours."""
        metadata = {"attempt_id": str(request.attempt_id)}
        locale: Literal["zh", "en"] = "zh" if request.locale.startswith("zh") else "en"
        params: SessionCreateParams = {
            "mode": "payment",
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
        try:
            return _payment(
                self._client.v1.checkout.sessions.create(params, {"idempotency_key": request.key})
            )
        except stripe.StripeError as error:
            raise _outcome(error) from error

    def fetch(self, provider_ref: str) -> ProviderPayment:
        """Return a session with its payment."""
        try:
            return _payment(self._client.v1.checkout.sessions.retrieve(provider_ref, {"expand": _EXPAND}))
        except stripe.StripeError as error:
            raise _outcome(error) from error

    def find(self, attempt_id: UUID, since: datetime) -> ProviderPayment | None:
        """Look through the sessions since an instant for one that carries our attempt's id."""
        params: SessionListParams = {"created": {"gte": int(since.timestamp())}, "limit": 100}
        try:
            for session in self._client.v1.checkout.sessions.list(params).auto_paging_iter():
                if session.client_reference_id == str(attempt_id):
                    return self.fetch(session.id)
        except stripe.StripeError as error:
            raise _outcome(error) from error
        return None

    def movements(self, since: datetime) -> list[ProviderMovement]:
        """Read the balance transactions since an instant with what each is about, oldest first."""
        params: BalanceTransactionListParams = {
            "created": {"gte": int(since.timestamp())},
            "limit": 100,
            "expand": ["data.source"],
        }
        try:
            found = [
                _movement(m) for m in self._client.v1.balance_transactions.list(params).auto_paging_iter()
            ]
        except stripe.StripeError as error:
            raise _outcome(error) from error
        return sorted(found, key=lambda m: (m.happened_at, m.ref))

    def refund(self, request: RefundRequest) -> ProviderRefund:
        """Refund a captured payment, in part or whole; the same key gives the same refund for 24 hours."""
        params: RefundCreateParams = {
            "payment_intent": request.capture_ref,
            "amount": request.amount_minor,
            "metadata": {"refund_id": str(request.refund_id), "attempt_id": str(request.attempt_id)},
        }
        try:
            return _refund(self._client.v1.refunds.create(params, {"idempotency_key": request.key}))
        except stripe.StripeError as error:
            raise _outcome(error) from error

    def fetch_refund(self, provider_ref: str) -> ProviderRefund:
        """Return a refund as it stands."""
        try:
            return _refund(self._client.v1.refunds.retrieve(provider_ref))
        except stripe.StripeError as error:
            raise _outcome(error) from error

    def find_refund(self, capture_ref: str, refund_id: UUID) -> ProviderRefund | None:
        """Look through all refunds of a payment for the one that carries our id."""
        try:
            found = self._client.v1.refunds.list({"payment_intent": capture_ref, "limit": 100})
            for refund in map(_refund, found.auto_paging_iter()):
                if refund.refund_id == refund_id:
                    return refund
        except stripe.StripeError as error:
            raise _outcome(error) from error
        return None

    def cancel(self, provider_ref: str) -> ProviderPayment:
        """Expire an open session; one that is complete or expired already is returned as it stands."""
        try:
            return _payment(self._client.v1.checkout.sessions.expire(provider_ref))
        except stripe.InvalidRequestError:
            return self.fetch(provider_ref)
        except stripe.StripeError as error:
            raise _outcome(error) from error

    def read_event(self, body: bytes, signature: str) -> ProviderEvent:
        """Verify signature and age on the raw bytes, then read the few fields we need; whatever else is refused.

        The SDK's own reader raises five kinds of error for hostile bodies before or after the signature, so the
        bytes are looked at here first.
        """
        if len(body) > LARGEST_EVENT_BYTES:
            raise EventRefused("too_large")
        try:
            text = body.decode("utf-8")
            self._verify(text, signature)
            event = json.loads(text)
            if bool(event.get("livemode")) != self._live:
                raise EventRefused("mode")
            data = event["data"]["object"]
            return ProviderEvent(
                event_id=_text(event["id"]),
                kind=_text(event["type"]),
                object_ref=_text(data["id"]),
                attempt_id=_id_in(data.get("metadata"), "attempt_id"),
                refund_id=_id_in(data.get("metadata"), "refund_id"),
            )
        except stripe.SignatureVerificationError as error:
            raise EventRefused("tolerance" if self._is_old(text, signature) else "signature") from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, IndexError) as error:
            raise EventRefused("unreadable") from error

    def _verify(self, text: str, signature: str) -> None:
        """Accept the signature of any secret that is valid: while one is changed, the provider uses either."""
        for secret in self._secrets[:-1]:
            with suppress(stripe.SignatureVerificationError):
                stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE_SECONDS)
                return
        stripe.WebhookSignature.verify_header(text, signature, self._secrets[-1], TOLERANCE_SECONDS)

    def _is_old(self, text: str, signature: str) -> bool:
        """Say whether a refused signature is genuine and only its age is wrong."""
        for secret in self._secrets:
            with suppress(stripe.SignatureVerificationError):
                return bool(stripe.WebhookSignature.verify_header(text, signature, secret, None))
        return False

    def missed(self, since: datetime) -> list[tuple[ProviderEvent, bytes]]:
        """Read from the list of events those that were not delivered to every endpoint, oldest first.

        The list comes over our own connection; each is read as if it had been sent, for its body is the same.
        """
        params: EventListParams = {
            "created": {"gte": int(since.timestamp())},
            "delivery_success": False,
            "limit": 100,
        }
        found = []
        try:
            for event in self._client.v1.events.list(params).auto_paging_iter():
                sign = stripe.WebhookSignature.generate_signature_header
                text = json.dumps(event.to_dict(), ensure_ascii=False)
                with suppress(EventRefused):
                    body = text.encode()
                    found.append((self.read_event(body, sign(payload=text, secret=self._secrets[-1])), body))
        except stripe.StripeError as error:
            raise _outcome(error) from error
        return found[::-1]

    def told(self, body: bytes) -> ProviderPayment | None:
        """Return the payment of a paid Checkout Session, whose amount and currency its event carries."""
        event = json.loads(body)
        session = event["data"]["object"]
        amount, capture_ref = session.get("amount_total"), session.get("payment_intent")
        if event["type"] not in _PAID or session.get("payment_status") != "paid":
            return None
        if not isinstance(amount, int) or not isinstance(
            capture_ref, str
        ):  # not as documented: who hears it asks
            return None
        return ProviderPayment(
            provider_ref=session["id"],
            state="succeeded",
            amount_minor=amount,
            currency=str(session.get("currency")).upper(),
            attempt_id=_id_in(session.get("metadata"), "attempt_id"),
            capture_ref=capture_ref,
        )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 255 or "\0" in value:
        raise TypeError("not an id")
    return value


def _outcome(error: stripe.StripeError) -> GatewayUnknown | GatewayRefused:
    # 409 means that a request with our key is still running; 429 and 5xx that the provider could not answer.
    refused = isinstance(error, _FOR_GOOD) and error.http_status not in (409, 429)
    misused = isinstance(error, stripe.IdempotencyError) and error.http_status != 409
    return (GatewayRefused if refused else GatewayMisused if misused else GatewayUnknown)(
        f"{type(error).__name__}: {error.code or error.http_status}"
    )


def _id_in(metadata: Any, name: str) -> UUID | None:
    value = metadata.get(name) if isinstance(metadata, dict) else None
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _payment(session: stripe.checkout.Session) -> ProviderPayment:
    intent = session.payment_intent
    capture_ref = intent if isinstance(intent, str) else intent.id if intent else None
    charge = intent.latest_charge if isinstance(intent, stripe.PaymentIntent) else None
    details = charge.payment_method_details if isinstance(charge, stripe.Charge) else None
    return ProviderPayment(
        provider_ref=session.id,
        state=_state(session, intent),
        amount_minor=session.amount_total or 0,
        currency=(session.currency or "").upper(),
        attempt_id=_id_in(session.metadata.to_dict() if session.metadata else None, "attempt_id"),
        url=session.url,
        capture_ref=capture_ref,
        method=details.type if details else None,
    )


_REFUND_STATES: dict[str, RefundState] = {
    "succeeded": "succeeded",
    "failed": "failed",
    "canceled": "failed",
    "pending": "processing",
    "requires_action": "processing",
}


def _refund(refund: stripe.Refund) -> ProviderRefund:
    return ProviderRefund(
        provider_ref=refund.id,
        state=_REFUND_STATES.get(refund.status or "", "processing"),
        amount_minor=refund.amount,
        currency=refund.currency.upper(),
        refund_id=_id_in(refund.metadata.to_dict() if refund.metadata else None, "refund_id"),
        reason=getattr(refund, "failure_reason", None) or "",
    )


def _movement(moved: stripe.BalanceTransaction) -> ProviderMovement:
    source: Any = moved.source
    capture, attempt_id, settled = "", None, False
    if isinstance(source, stripe.Charge):
        intent = source.payment_intent
        capture = intent if isinstance(intent, str) else intent.id if intent else ""
        attempt_id = _id_in(source.metadata.to_dict(), "attempt_id")
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
    )


def _state(session: stripe.checkout.Session, intent: Any) -> ProviderState:
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


@lru_cache(maxsize=1)
def _gateway(key: str, secret: str, url: str) -> StripeGateway:
    return StripeGateway(key, secret, url)


def stripe_gateway() -> StripeGateway:
    """Return the gateway of this process, as the settings say."""
    chosen = settings()
    # without an address, the simulator's key must never leave this machine
    address = chosen.stripe_api_url or (SIMULATOR_URL if chosen.simulated else "")
    return _gateway(chosen.stripe_key, chosen.stripe_webhook_secret, address)
