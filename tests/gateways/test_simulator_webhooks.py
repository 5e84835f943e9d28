"""The stand-in delivers events signed, again and again, and in the wrong ways it is told to."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from tests.factories.endpoint import Endpoint, listening
from tests.factories.payments import SECRET, Simulator, running_simulator


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with listening(Endpoint()) as endpoint:
        yield endpoint


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


@pytest.mark.fault("P19")
def test_what_was_not_taken_comes_again(double: Simulator, endpoint: Endpoint) -> None:
    endpoint.answers = [500, 202, 400]
    expected = pay(double)
    double.control("deliver")
    double.control("deliver")

    assert endpoint.types() == [*expected, expected[0], expected[2]]
    assert len({event["id"] for event in endpoint.heard}) == 3


@pytest.mark.parametrize(
    ("fault", "more", "order"),
    [
        ("duplicate", {}, [0, 1, 1, 2]), ("duplicate", {"copies": 3}, [0, 1, 1, 1, 1, 2]), ("lose", {}, [0, 2]),
        ("reorder", {}, [0, 2, 1]),
    ],
)  # fmt: skip
def test_it_misbehaves_as_told(
    double: Simulator, endpoint: Endpoint, fault: str, more: dict[str, int], order: list[int]
) -> None:
    double.fault("webhook charge.succeeded", fault, **more)
    expected = pay(double)
    for _ in range(3):
        double.control("deliver")

    assert endpoint.types() == [expected[i] for i in order]


@pytest.mark.parametrize("fault", ["forged", "old"])
def test_a_false_announcement_comes_before_the_genuine_one_and_is_sent_once(
    double: Simulator, endpoint: Endpoint, fault: str
) -> None:
    double.fault("webhook charge.succeeded", fault)
    expected = pay(double)
    said = [delivery["answer"] for delivery in double.control("deliver")]

    assert said == ["202", "400", "202", "202"]
    assert endpoint.types() == expected
    assert double.control("deliver") == []


def test_a_list_of_several_pages_is_read_whole(double: Simulator) -> None:
    for _ in range(3):
        pay(double)
    events = double.client.v1.events.list({"limit": 4}).auto_paging_iter()
    assert len(list(events)) == 9


def test_the_clock_stands_still_jumps_and_runs_again(double: Simulator) -> None:
    assert double.control("clock/freeze", at=1_000_000_000)["now"] == 1_000_000_000
    assert double.control("clock", advance_seconds=60)["now"] == 1_000_000_060
    pay(double)
    assert {e["created"] for e in double.books()["event"]} == {1_000_000_060}
    assert abs(double.control("clock/run")["now"] - time.time()) < 60


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
