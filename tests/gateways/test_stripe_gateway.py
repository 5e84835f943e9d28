"""What the port promises, over HTTP against the stand-in, by the official SDK."""

import json
import time
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import stripe

from finance.payments.gateway import EventRefused, GatewayRefused, GatewayUnknown, PaymentRequest
from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from tests.factories.payments import SECRET, Simulator, signed


def a_request(attempt_id: UUID | None = None, **changes: Any) -> PaymentRequest:
    attempt = attempt_id or new_id()
    values: dict[str, Any] = {
        "attempt_id": attempt, "key": f"key-{attempt}", "method": "card", "amount_minor": 8_000_000, "currency": "CNY",
        "title": "热泵烘干许可费 · ZD-2027-000001", "return_url": "http://127.0.0.1/back?s={CHECKOUT_SESSION_ID}",
        "cancel_url": "http://127.0.0.1/no", "locale": "zh-CN", "expires_at": utc_now() + timedelta(hours=23),
    }  # fmt: skip
    return PaymentRequest(**values | changes)


def test_a_payment_is_started_paid_and_told(stripe_double: Simulator) -> None:
    request, gateway = a_request(), stripe_double.gateway
    started = gateway.start(request)
    assert (started.state, started.amount_minor, started.currency) == ("requires_action", 8_000_000, "CNY")
    assert started.url == f"{stripe_double.url}/pay/{started.provider_ref}"

    stripe_double.act(started.provider_ref, "pay")
    paid = gateway.fetch(started.provider_ref)
    assert (paid.state, paid.attempt_id) == ("succeeded", request.attempt_id)
    assert paid.capture_ref
    assert paid.capture_ref.startswith("pi_")


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        (["decline"], "requires_action"),
        (["cancel"], "requires_action"),
        (["decline", "pay"], "succeeded"),
        (["pay_later"], "processing"),
        (["pay_later", "arrive"], "succeeded"),
        (["pay_later", "fail"], "failed"),
        (["expire"], "canceled"),
    ],
)
def test_every_button_leads_to_its_state(stripe_double: Simulator, actions: list[str], state: str) -> None:
    started = stripe_double.gateway.start(a_request())
    for action in actions:
        stripe_double.act(started.provider_ref, action)

    assert stripe_double.gateway.fetch(started.provider_ref).state == state


def test_an_open_attempt_is_withdrawn_and_a_paid_one_stays(stripe_double: Simulator) -> None:
    gateway = stripe_double.gateway
    opened, paid = gateway.start(a_request()), gateway.start(a_request())
    stripe_double.act(paid.provider_ref, "pay")

    assert gateway.cancel(opened.provider_ref).state == "canceled"
    assert gateway.cancel(paid.provider_ref).state == "succeeded"


@pytest.mark.fault("P12")
@pytest.mark.parametrize("fault", ["500", "500-after-work", "429"])
def test_the_sdk_repeats_under_the_same_key_and_there_is_one_session(
    stripe_double: Simulator, fault: str
) -> None:
    request = a_request()
    stripe_double.fault("POST checkout/sessions", fault)
    if fault == "429":
        with pytest.raises(GatewayUnknown):
            stripe_double.gateway.start(request)
    started = stripe_double.gateway.start(request)

    assert sessions_of(stripe_double, request.attempt_id) == [started.provider_ref]


def sessions_of(double: Simulator, attempt_id: UUID) -> list[str]:
    return [
        s["id"] for s in double.books()["checkout.session"] if s["client_reference_id"] == str(attempt_id)
    ]


@pytest.mark.fault("P13")
def test_a_cut_connection_leaves_the_outcome_unknown_and_the_same_key_finds_out(
    stripe_double: Simulator,
) -> None:
    request = a_request()
    stripe_double.fault("POST checkout/sessions", "drop-after-work")
    with pytest.raises(GatewayUnknown):
        stripe_double.gateway.start(request)

    [session_id] = sessions_of(stripe_double, request.attempt_id)
    assert stripe_double.gateway.start(request).provider_ref == session_id
    found = stripe_double.gateway.find(request.attempt_id, utc_now() - timedelta(hours=1))
    assert found is not None
    assert found.provider_ref == session_id
    assert stripe_double.gateway.find(new_id(), utc_now() - timedelta(hours=1)) is None


@pytest.mark.fault("P18")
def test_nobody_listening_is_unknown_and_a_wrong_key_is_refused(stripe_double: Simulator) -> None:
    away = type(stripe_double.gateway)("sk_test_x", SECRET, "http://127.0.0.1:9")
    with pytest.raises(GatewayUnknown):
        away.fetch("cs_1")
    with pytest.raises(GatewayRefused):
        type(stripe_double.gateway)("sk_live_x", SECRET, stripe_double.url).start(a_request())


def test_what_stripe_would_refuse_is_refused(stripe_double: Simulator) -> None:
    create = stripe_double.client.v1.payment_intents.create
    for wrong in ({"payment_method_types": ["card"]}, {"amount": "1x"}, {"nonsense": 1}):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            create({"amount": 100, "currency": "cny"} | wrong)  # type: ignore[arg-type]
        assert refused.value.param == next(iter(wrong))
    with pytest.raises(stripe.InvalidRequestError, match="Missing"):
        create({"amount": 100})  # type: ignore[typeddict-item]


def test_a_key_replays_conflicts_and_is_forgotten_after_a_day(stripe_double: Simulator) -> None:
    create = stripe_double.client.v1.payment_intents.create
    first = create({"amount": 100, "currency": "cny"}, {"idempotency_key": "same-key"})
    again = create({"amount": 100, "currency": "cny"}, {"idempotency_key": "same-key"})
    assert again.id == first.id
    assert again.last_response.headers["Idempotent-Replayed"] == "true"  # type: ignore[attr-defined]
    with pytest.raises(stripe.IdempotencyError):
        create({"amount": 101, "currency": "cny"}, {"idempotency_key": "same-key"})

    stripe_double.control("clock", advance_seconds=86_401)
    try:
        assert create({"amount": 101, "currency": "cny"}, {"idempotency_key": "same-key"}).id != first.id
    finally:
        stripe_double.control("clock", advance_seconds=-86_401)


def test_never_more_is_refunded_than_was_paid(stripe_double: Simulator) -> None:
    client = stripe_double.client.v1
    intent = client.payment_intents.create(
        {"amount": 100, "currency": "cny", "confirm": True, "payment_method": "pm_card_visa"}
    )
    assert client.refunds.create({"payment_intent": intent.id, "amount": 60}).status == "succeeded"

    with pytest.raises(stripe.InvalidRequestError, match="greater than"):
        client.refunds.create({"payment_intent": intent.id, "amount": 41})
    assert client.refunds.create({"payment_intent": intent.id}).amount == 40


def test_the_pay_page_works_as_a_browser_uses_it(stripe_double: Simulator) -> None:
    started = stripe_double.gateway.start(a_request())
    path = f"/pay/{started.provider_ref}"
    page = stripe_double.page("GET", path)
    assert "80,000.00" in page.text
    assert "立即支付" in page.text
    assert "模拟支付页" in page.text

    declined = stripe_double.page("POST", path, data={"action": "decline"})
    assert declined.headers["location"] == f"{path}?declined=true"
    assert "银行拒绝" in stripe_double.page("GET", declined.headers["location"]).text
    back = stripe_double.page("POST", path, data={"action": "pay"})
    assert (back.status_code, back.headers["location"]) == (
        303,
        f"http://127.0.0.1/back?s={started.provider_ref}",
    )
    assert stripe_double.page("POST", path, data={"action": "pay"}).status_code == 409
    assert "已关闭" in stripe_double.page("GET", path).text


GENUINE = {
    "id": "evt_1", "type": "checkout.session.completed",
    "data": {"object": {"id": "cs_1", "metadata": {"attempt_id": "00000000-0000-0000-0000-000000000007"}}},
}  # fmt: skip


def test_a_genuine_event_is_read(stripe_double: Simulator) -> None:
    event = stripe_double.gateway.read_event(*signed(GENUINE))
    assert (event.event_id, event.kind, event.object_ref, event.attempt_id) == (
        "evt_1",
        "checkout.session.completed",
        "cs_1",
        UUID(int=7),
    )


@pytest.mark.fault("P10")
@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"null", b"7", b'"text"', b"{", b"\xff\xfe{}", b"[" * 50_000, b'{"id": 1}', b"x" * 1_100_000,
        json.dumps(GENUINE | {"data": {"object": {"id": 5}}}).encode(), json.dumps(GENUINE | {"id": "x" * 999}).encode(),
        json.dumps(GENUINE | {"data": []}).encode(), b'{"id": NaN, "type": Infinity}', json.dumps(GENUINE | {"id": "a\0b"}).encode(),
    ],
)  # fmt: skip
def test_an_unreadable_body_is_refused_even_with_a_right_signature(
    stripe_double: Simulator, body: bytes
) -> None:
    with pytest.raises(EventRefused):
        stripe_double.gateway.read_event(*signed(body))


@pytest.mark.fault("P07", "P08")
def test_forged_stale_and_foreign_signatures_are_refused(stripe_double: Simulator) -> None:
    body, right = signed(GENUINE)
    _, foreign = signed(GENUINE, secret="whsec_of_somebody_else")
    _, stale = signed(GENUINE, timestamp=int(time.time()) - 301)
    for signature in (
        foreign,
        stale,
        "",
        "t=1,v1=0",
        "nonsense",
        right.replace("v1=", "v0="),
        right[:-1] + "é",
    ):
        with pytest.raises(EventRefused):
            stripe_double.gateway.read_event(body, signature)
    with pytest.raises(EventRefused):
        stripe_double.gateway.read_event(body + b" ", right)
