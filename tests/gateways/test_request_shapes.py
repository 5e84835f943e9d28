"""Every request of our adapter is one that Stripe takes: by the SDK's own types always, by Stripe's own mock where Go is."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import stripe

from finance.payments.gateway import PaymentRequest, RefundRequest
from finance.payments.gateways.stripe import API_VERSION, StripeGateway
from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from tests.factories.payments import SECRET, Simulator
from tests.factories.stripe_mock import NEWER, Wire, go, on_the_wire, running_stripe_mock

PLAIN_KEY = "sk_test_123"  # the mock takes no key with a second underscore
CHECKERS = ["the SDK's types", *(["stripe-mock"] if go() else [])]


@pytest.fixture(scope="session")
def _mock() -> Iterator[str]:
    with running_stripe_mock() as url:
        for operation, name in NEWER.items():
            place = operation.removeprefix("POST ")
            client = stripe.StripeClient(PLAIN_KEY, base_addresses={"api": url}, max_network_retries=0)
            with pytest.raises(stripe.InvalidRequestError):
                client.raw_request("post", place, mode="payment", **{name: ["card"]})
        yield url


@pytest.fixture(params=CHECKERS)
def wire(request: pytest.FixtureRequest, stripe_double: Simulator) -> Iterator[Wire]:
    mocked = request.param == "stripe-mock"
    to = request.getfixturevalue("_mock") if mocked else stripe_double.url
    with on_the_wire(to, NEWER if mocked else None) as wire:
        yield wire


def payment(method: Any) -> PaymentRequest:
    attempt = new_id()
    return PaymentRequest(
        attempt_id=attempt, key=f"key-{attempt}", method=method, amount_minor=8_000_000, currency="CNY", title="许可费",
        return_url="https://example.org/back?payment=1", cancel_url="https://example.org/no", locale="zh-CN",
        expires_at=utc_now() + timedelta(hours=23),
    )  # fmt: skip


def paid_card(gateway: StripeGateway, double: Simulator) -> str:
    """A captured payment at the stand-in; the mock knows every id."""
    opened = gateway.start(payment("card")).provider_ref
    if "_sim_" not in opened:
        return "pi_of_the_mock"
    double.act(opened, "pay")
    return gateway.fetch(opened).capture_ref or ""


def opened(gateway: StripeGateway, method: str) -> str:
    return gateway.start(payment(method)).provider_ref


def refunded(gateway: StripeGateway, double: Simulator) -> str:
    request = RefundRequest(new_id(), new_id(), f"key-{new_id()}", paid_card(gateway, double), 100)
    return gateway.refund(request).provider_ref


Call = Callable[[StripeGateway, Simulator], object]
CALLS: dict[str, tuple[Call, str]] = {
    "a page for a card": (lambda g, _: opened(g, "card"), "POST /v1/checkout/sessions"),
    "a page of Alipay": (lambda g, _: opened(g, "alipay"), "POST /v1/payment_intents"),
    "a code of WeChat Pay": (lambda g, _: opened(g, "wechat_pay"), "POST /v1/payment_intents"),
    "how a page stands": (lambda g, _: g.fetch(opened(g, "card")), "GET /v1/checkout/sessions/{id}"),
    "how an intent stands": (lambda g, _: g.fetch(opened(g, "alipay")), "GET /v1/payment_intents/{id}"),
    "closing a page": (lambda g, _: g.cancel(opened(g, "card")), "POST /v1/checkout/sessions/{id}/expire"),
    "withdrawing an intent": (
        lambda g, _: g.cancel(opened(g, "wechat_pay")), "POST /v1/payment_intents/{id}/cancel",
    ),
    "looking for ours": (lambda g, _: g.find(new_id(), utc_now() - timedelta(hours=1)), "GET /v1/payment_intents"),
    "a refund": (refunded, "POST /v1/refunds"),
    "how a refund stands": (lambda g, d: g.fetch_refund(refunded(g, d)), "GET /v1/refunds/{id}"),
    "looking for a refund": (lambda g, d: g.find_refund(paid_card(g, d), new_id()), "GET /v1/refunds"),
    "our account there": (lambda g, _: g.movements(utc_now() - timedelta(hours=1)), "GET /v1/balance_transactions"),
}  # fmt: skip
"""Everything the port can be asked, and the operation that it ends with."""


def plain(asked: str) -> str:
    """The operation without its id."""
    parts = asked.split("/")
    return "/".join("{id}" if "_" in part and part[:3] in ("cs_", "pi_", "re_") else part for part in parts)


@pytest.mark.timeout(600)  # the first on a machine builds the mock
@pytest.mark.parametrize("name", CALLS)
def test_stripe_takes_it(name: str, wire: Wire, stripe_double: Simulator) -> None:
    call, ends_with = CALLS[name]
    call(StripeGateway(PLAIN_KEY, SECRET, wire.url), stripe_double)

    assert {status for _, status in wire.asked} == {200}, wire.asked
    assert plain(wire.asked[-1][0]) == ends_with
    assert wire.versions == {API_VERSION}


def test_the_version_is_the_sdks_own() -> None:
    assert (
        stripe.api_version == API_VERSION
    )  # or the types that are checked are of another version than what is spoken


@pytest.mark.parametrize(
    ("operation", "wrong"),
    [
        ("checkout/sessions", {"mode": "payment", "success_url": "https://example.org", "colour": "red"}),
        ("payment_intents", {"amount": 100, "currency": "cny", "colour": "red"}),
        ("payment_intents", {"currency": "cny"}),
        ("refunds", {"payment_intent": "pi_1", "amount": "much"}),
    ],
)
def test_what_stripe_does_not_take_is_refused(wire: Wire, operation: str, wrong: dict[str, Any]) -> None:
    client = stripe.StripeClient(PLAIN_KEY, base_addresses={"api": wire.url}, max_network_retries=0)
    with pytest.raises(stripe.InvalidRequestError):
        client.raw_request("post", f"/v1/{operation}", **wrong)
    assert [status for _, status in wire.asked] == [400]


REMOVED = {"payment_method_types": ["card"]}


def test_what_stripe_no_longer_takes_is_refused_by_the_types(stripe_double: Simulator) -> None:
    """Removed on 2026-09-30, which the published mock does not know yet."""
    intents = stripe_double.client.v1.payment_intents
    with pytest.raises(stripe.InvalidRequestError) as refused:
        intents.create({"amount": 100, "currency": "cny", **REMOVED})  # type: ignore[typeddict-item]
    assert refused.value.code == "parameter_unknown"
