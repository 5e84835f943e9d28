"""The stand-in delivers events signed, again and again, and in the wrong ways it is told to."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
import stripe

from tests.factories.payments import SECRET, Simulator, running_simulator


class Endpoint:
    """A webhook endpoint that remembers what came and answers as told."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.answers: list[int] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                stripe.WebhookSignature.verify_header(body, self.headers["Stripe-Signature"], SECRET, 300)
                endpoint.heard.append(json.loads(body))
                self.send_response(endpoint.answers.pop(0) if endpoint.answers else 202)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Stay silent."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def types(self) -> list[str]:
        return [event["type"] for event in self.heard]


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    endpoint = Endpoint()
    thread = Thread(target=endpoint.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield endpoint
    endpoint.server.shutdown()
    thread.join()
    endpoint.server.server_close()


@pytest.fixture
def double(endpoint: Endpoint) -> Iterator[Simulator]:
    with running_simulator("--webhook-url", endpoint.url, "--webhook-secret", SECRET) as simulator:
        yield simulator


def pay(double: Simulator) -> list[str]:
    double.client.v1.payment_intents.create(
        {"amount": 100, "currency": "cny", "confirm": True, "payment_method": "pm_card_visa"}
    )
    return ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]


def test_events_arrive_signed_in_order_and_once(double: Simulator, endpoint: Endpoint) -> None:
    expected = pay(double)

    assert [d["state"] for d in double.control("deliver")] == ["delivered"] * 3
    assert double.control("deliver") == []
    assert endpoint.types() == expected
    assert {event["api_version"] for event in endpoint.heard} == {stripe.api_version}


def test_what_was_not_taken_comes_again(double: Simulator, endpoint: Endpoint) -> None:
    endpoint.answers = [500, 202, 400]
    expected = pay(double)
    double.control("deliver")
    double.control("deliver")

    assert endpoint.types() == [*expected, expected[0], expected[2]]
    assert len({event["id"] for event in endpoint.heard}) == 3


@pytest.mark.parametrize(
    ("fault", "order"),
    [("duplicate", [0, 1, 1, 2]), ("lose", [0, 2]), ("reorder", [0, 2, 1])],
)
def test_it_misbehaves_as_told(double: Simulator, endpoint: Endpoint, fault: str, order: list[int]) -> None:
    double.fault("webhook charge.succeeded", fault)
    expected = pay(double)
    for _ in range(3):
        double.control("deliver")

    assert endpoint.types() == [expected[i] for i in order]


def test_books_survive_a_restart(tmp_path: Any) -> None:
    data = str(tmp_path / "stripe.sqlite")
    with running_simulator("--data", data) as first:
        intent = first.client.v1.payment_intents.create(
            {"amount": 7, "currency": "cny"}, {"idempotency_key": "kept-key"}
        )
    with running_simulator("--data", data) as second:
        again = second.client.v1.payment_intents.create(
            {"amount": 7, "currency": "cny"}, {"idempotency_key": "kept-key"}
        )
    assert again.id == intent.id


def test_what_was_captured_is_settled_net_of_fees(double: Simulator) -> None:
    pay(double)
    payout = double.control("settle")
    assert (payout["amount"], double.client.v1.balance.retrieve().available[0].amount) == (97, 0)
