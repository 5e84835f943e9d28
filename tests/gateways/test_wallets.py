"""Alipay and WeChat Pay at the stand-in: a page to go to, a code to scan, what a person does there, and what is refused."""

import json
from typing import Any

import pytest
import stripe

from marketplace.core.ids import new_id
from tests.factories.payments import Simulator
from tests.gateways.test_stripe_gateway import a_request

WECHAT = {
    "amount": 100, "currency": "cny", "confirm": True, "allowed_payment_method_types": ["wechat_pay"],
    "payment_method_data": {"type": "wechat_pay"}, "payment_method_options": {"wechat_pay": {"client": "web"}},
}  # fmt: skip
ALIPAY = {
    "amount": 100, "currency": "cny", "confirm": True, "allowed_payment_method_types": ["alipay"],
    "payment_method_data": {"type": "alipay"}, "return_url": "http://127.0.0.1/back?a=1",
}  # fmt: skip


def without(params: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in params.items() if key != name}


@pytest.mark.parametrize(
    ("params", "param"),
    [
        (without(WECHAT, "payment_method_options"), "payment_method_options[wechat_pay][client]"),
        (without(ALIPAY, "return_url"), "return_url"),
        (WECHAT | {"currency": "eur"}, "allowed_payment_method_types"),
        (WECHAT | {"allowed_payment_method_types": ["card"]}, "payment_method_data[type]"),
        (WECHAT | {"payment_method_types": ["wechat_pay"]}, "payment_method_types"),
        (WECHAT | {"payment_method_options": {"wechat_pay": {"client": "web", "qr": "big"}}},
         "payment_method_options[wechat_pay]"),
    ],
)  # fmt: skip
def test_a_wallet_asked_for_wrongly_is_refused_and_leaves_nothing(
    stripe_double: Simulator, params: dict[str, Any], param: str
) -> None:
    number = str(new_id())
    with pytest.raises(stripe.InvalidRequestError) as refused:
        stripe_double.client.v1.payment_intents.create({**params, "metadata": {"n": number}})  # type: ignore[typeddict-item]
    assert refused.value.param == param
    made = [i for i in stripe_double.books().get("payment_intent", []) if i["metadata"].get("n") == number]
    assert made == []


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        ([], "requires_action"), (["pay"], "succeeded"), (["pay_later"], "processing"), (["pay_later", "arrive"], "succeeded"),
        (["pay_later", "fail"], "failed"), (["decline"], "failed"), (["expire"], "failed"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["alipay", "wechat_pay"])
def test_what_the_payer_does_in_the_wallet_leads_to_its_state(
    stripe_double: Simulator, method: str, actions: list[str], state: str
) -> None:
    request = a_request(method=method)
    started = stripe_double.gateway.start(request)
    shown = started.qr if method == "wechat_pay" else started.url
    assert shown == f"{stripe_double.url}/wallet/{started.provider_ref}"
    for action in actions:
        stripe_double.act(started.provider_ref, action)

    seen = stripe_double.gateway.fetch(started.provider_ref)
    assert (seen.state, seen.amount_minor, seen.currency, seen.attempt_id) == (
        state,
        8_000_000,
        "CNY",
        request.attempt_id,
    )
    assert (seen.url, seen.qr) == (started.url, started.qr) if not actions else (None, None)


def test_a_wallet_is_paid_as_a_person_does_it(stripe_double: Simulator) -> None:
    started = stripe_double.gateway.start(a_request(method="alipay", return_url="http://127.0.0.1/back?s=1"))
    path = f"/wallet/{started.provider_ref}"
    page = stripe_double.page("GET", path).text
    for word in ("支付宝（模拟）", "80,000.00", "确认付款", "模拟支付页"):
        assert word in page
    back = stripe_double.page("POST", path, data={"action": "pay"})
    assert back.headers["location"] == (
        f"http://127.0.0.1/back?s=1&payment_intent={started.provider_ref}&redirect_status=succeeded"
    )
    assert stripe_double.page("POST", path, data={"action": "pay"}).status_code == 409
    assert "付款成功" in stripe_double.page("GET", path).text
    assert stripe_double.page("GET", "/wallet/pi_nothing").status_code == 404


def test_a_code_lives_ten_minutes(stripe_double: Simulator) -> None:
    started = stripe_double.gateway.start(a_request(method="wechat_pay"))
    for seconds, state in ((599, "requires_action"), (2, "failed")):
        stripe_double.control("clock", advance_seconds=seconds)
        assert stripe_double.gateway.fetch(started.provider_ref).state == state
    stripe_double.control("clock", advance_seconds=-601)
    assert "已关闭" in stripe_double.page("GET", f"/wallet/{started.provider_ref}").text


def test_what_is_on_its_way_is_not_withdrawn(stripe_double: Simulator) -> None:
    gateway = stripe_double.gateway
    opened, moving, paid = (gateway.start(a_request(method="alipay")).provider_ref for _ in range(3))
    stripe_double.act(moving, "pay_later")
    stripe_double.act(paid, "pay")
    assert [gateway.cancel(ref).state for ref in (opened, moving, paid)] == [
        "canceled",
        "processing",
        "succeeded",
    ]


def test_a_page_takes_what_it_allows_and_nothing_else(stripe_double: Simulator) -> None:
    started = stripe_double.gateway.start(a_request())
    [session] = [s for s in stripe_double.books()["checkout.session"] if s["id"] == started.provider_ref]
    assert session["payment_method_types"] == ["card"]
    stripe_double.act(started.provider_ref, "pay_later")
    stripe_double.act(started.provider_ref, "arrive")
    assert stripe_double.gateway.fetch(started.provider_ref).method == "card"


def test_a_succeeded_intent_tells_of_its_money_and_any_other_does_not(stripe_double: Simulator) -> None:
    request = a_request(method="wechat_pay")
    started = stripe_double.gateway.start(request)
    stripe_double.act(started.provider_ref, "pay")
    told = {
        event["type"]: stripe_double.gateway.told(json.dumps(event).encode())
        for event in stripe_double.events_of(request.attempt_id)
    }
    money = told.pop("payment_intent.succeeded")
    assert money is not None
    assert (money.provider_ref, money.capture_ref, money.amount_minor, money.currency, money.attempt_id) == (
        started.provider_ref, started.provider_ref, 8_000_000, "CNY", request.attempt_id,
    )  # fmt: skip
    assert set(told.values()) == {None}
