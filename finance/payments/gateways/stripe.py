"""Stripe behind the port, by the official SDK: Checkout Sessions for cards, PaymentIntents for wallets.

Its objects name their kind: `cs_…` is a session, `pi_…` an intent.
"""

import json
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import stripe

from finance.payments.gateway import (
    EventRefused,
    Evidence,
    PaymentRequest,
    ProviderDispute,
    ProviderEvent,
    ProviderMovement,
    ProviderPayment,
    ProviderRefund,
    RefundRequest,
)
from finance.payments.gateways import disputes
from finance.payments.gateways.patience import PER_SECOND, UNBOUNDED, PatientClient
from finance.payments.gateways.stripe_asking import (
    PAGE,
    WITH_CHARGE,
    intent_params,
    intents_since,
    movements_since,
    refund_params,
    session_params,
    sessions_since,
    undelivered_since,
)
from finance.payments.gateways.stripe_reading import (
    id_in,
    movement_of,
    outcome_of,
    payment_of,
    refund_of,
    text_of,
    told_in,
)
from finance.settings import settings

API_VERSION = "2026-10-28.endive"
"""The version we speak; a newer SDK must not change it behind our back."""
SIMULATOR_URL = "http://127.0.0.1:8412"
"""Where `python -m finance.payments.simulator` listens unless told otherwise."""
TIMEOUT_SECONDS = 5
"""For one call with all its repeats: nobody waits longer for a page."""
TOLERANCE_SECONDS = 300
LARGEST_EVENT_BYTES = 1_048_576


def client_for(key: str, api_url: str, asking: PatientClient | None = None) -> stripe.StripeClient:
    """Return the official client, pointed at Stripe or at our stand-in, which asks with patience."""
    return stripe.StripeClient(
        key,
        base_addresses={"api": api_url, "files": api_url} if api_url else None,
        stripe_version=API_VERSION,
        max_network_retries=2,
        http_client=asking or PatientClient(TIMEOUT_SECONDS, UNBOUNDED if api_url else PER_SECOND),
    )


class StripeGateway:
    """Stripe's API, or our stand-in for it: the address decides."""

    name = "stripe"

    def __init__(
        self, key: str, webhook_secret: str, api_url: str = "", asking: PatientClient | None = None
    ) -> None:
        self._live = "_live_" in key
        self._secrets = [secret.strip() for secret in webhook_secret.split(",")]
        self._client = client_for(key, api_url, asking)

    def start(self, request: PaymentRequest) -> ProviderPayment:
        """Open the page or the code of an attempt; the same key gives the same one for 24 hours."""
        options: stripe.RequestOptions = {"idempotency_key": request.key}
        try:
            if request.method == "card":
                return payment_of(self._client.v1.checkout.sessions.create(session_params(request), options))
            return payment_of(self._client.v1.payment_intents.create(intent_params(request), options))
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def fetch(self, provider_ref: str) -> ProviderPayment:
        """Return a session with its payment, or an intent with its charge."""
        try:
            if _is_intent(provider_ref):
                expand = [WITH_CHARGE[0].removeprefix("payment_intent.")]
                return payment_of(self._client.v1.payment_intents.retrieve(provider_ref, {"expand": expand}))
            return payment_of(
                self._client.v1.checkout.sessions.retrieve(provider_ref, {"expand": WITH_CHARGE})
            )
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def find(self, attempt_id: UUID, since: datetime) -> ProviderPayment | None:
        """Look through what was started since an instant for what carries our attempt's id.

        Sessions come first: the intent behind a page carries the id as well, and is not what was started.
        """
        try:
            for session in self._client.v1.checkout.sessions.list(sessions_since(since)).auto_paging_iter():
                if session.client_reference_id == str(attempt_id):
                    return self.fetch(session.id)
            for intent in self._client.v1.payment_intents.list(intents_since(since)).auto_paging_iter():
                if payment_of(intent).attempt_id == attempt_id:
                    return self.fetch(intent.id)
        except stripe.StripeError as error:
            raise outcome_of(error) from error
        return None

    def movements(self, since: datetime) -> list[ProviderMovement]:
        """Read the balance transactions since an instant with what each is about, oldest first."""
        try:
            listed = self._client.v1.balance_transactions.list(movements_since(since))
            found = [movement_of(moved) for moved in listed.auto_paging_iter()]
        except stripe.StripeError as error:
            raise outcome_of(error) from error
        return sorted(found, key=lambda m: (m.happened_at, m.ref))

    def refund(self, request: RefundRequest) -> ProviderRefund:
        """Refund a captured payment, in part or whole; the same key gives the same refund for 24 hours."""
        try:
            return refund_of(
                self._client.v1.refunds.create(refund_params(request), {"idempotency_key": request.key})
            )
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def fetch_refund(self, provider_ref: str) -> ProviderRefund:
        """Return a refund as it stands."""
        try:
            return refund_of(self._client.v1.refunds.retrieve(provider_ref))
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def find_refund(self, capture_ref: str, refund_id: UUID) -> ProviderRefund | None:
        """Look through all refunds of a payment for the one that carries our id."""
        try:
            found = self._client.v1.refunds.list({"payment_intent": capture_ref, "limit": PAGE})
            for refund in map(refund_of, found.auto_paging_iter()):
                if refund.refund_id == refund_id:
                    return refund
        except stripe.StripeError as error:
            raise outcome_of(error) from error
        return None

    def cancel(self, provider_ref: str) -> ProviderPayment:
        """Close an open page or withdraw an intent; what is paid or closed already is returned as it stands."""
        try:
            if _is_intent(provider_ref):
                return payment_of(self._client.v1.payment_intents.cancel(provider_ref))
            return payment_of(self._client.v1.checkout.sessions.expire(provider_ref))
        except stripe.InvalidRequestError:
            return self.fetch(provider_ref)
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def fetch_dispute(self, provider_ref: str) -> ProviderDispute:
        """Return a dispute as it stands."""
        try:
            return disputes.as_told(self._client.v1.disputes.retrieve(provider_ref))
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def list_disputes(self, since: datetime) -> list[ProviderDispute]:
        """Return the disputes since an instant, the latest first."""
        try:
            found = self._client.v1.disputes.list({"created": {"gte": int(since.timestamp())}, "limit": 100})
            return [disputes.as_told(dispute) for dispute in found.auto_paging_iter()]
        except stripe.StripeError as error:
            raise outcome_of(error) from error

    def submit_evidence(self, evidence: Evidence) -> ProviderDispute:
        """Upload the papers and submit them with the text; each step under a key of its own, so a repeat does nothing twice."""
        try:
            return disputes.as_told(disputes.submit(self._client, evidence))
        except stripe.StripeError as error:
            raise outcome_of(error) from error

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
                event_id=text_of(event["id"]),
                kind=text_of(event["type"]),
                object_ref=text_of(data["id"]),
                attempt_id=id_in(data.get("metadata"), "attempt_id"),
                refund_id=id_in(data.get("metadata"), "refund_id"),
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
        found = []
        try:
            for event in self._client.v1.events.list(undelivered_since(since)).auto_paging_iter():
                sign = stripe.WebhookSignature.generate_signature_header
                text = json.dumps(event.to_dict(), ensure_ascii=False)
                with suppress(EventRefused):
                    body = text.encode()
                    found.append((self.read_event(body, sign(payload=text, secret=self._secrets[-1])), body))
        except stripe.StripeError as error:
            raise outcome_of(error) from error
        return found[::-1]

    def told(self, body: bytes) -> ProviderPayment | None:
        """Return the payment that a verified event tells of for good: a paid Checkout Session or a succeeded intent."""
        return told_in(body)


def _is_intent(provider_ref: str) -> bool:
    return provider_ref.startswith("pi_")


@lru_cache(maxsize=1)
def _gateway(key: str, secret: str, url: str) -> StripeGateway:
    return StripeGateway(key, secret, url)


def stripe_gateway() -> StripeGateway:
    """Return the gateway of this process, as the settings say."""
    chosen = settings()
    # without an address, the simulator's key must never leave this machine
    address = chosen.stripe_api_url or (SIMULATOR_URL if chosen.simulated else "")
    return _gateway(chosen.stripe_key, chosen.stripe_webhook_secret, address)
