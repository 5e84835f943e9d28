"""What the provider and we refuse each other is counted by day, and administrators hear of it when it is no chance."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from finance.payments import service
from finance.payments.schemas import TroubleKind
from finance.payments.troubles import TOLD_AT, list_troubles
from marketplace.core.actor import Actor
from marketplace.core.problems import Forbidden
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.payments import Bill, Simulator, a_bill, signed
from tests.finance.payments.test_faults_of_the_provider import complete, sessions_of
from tests.finance.payments.test_money_over_http import (
    Desk,
    _pay_at,  # noqa: F401 - a fixture that acts by itself
)

EVENT = {
    "id": "evt_1", "type": "checkout.session.completed", "livemode": False,
    "data": {"object": {"id": "cs_1", "metadata": {}}},
}  # fmt: skip


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


@pytest.fixture
def administrator(bill: Bill, as_: Callable[[Actor], UnitOfWork]) -> UnitOfWork:
    return as_(a_member(bill.system, bill.market.university_id, "department", Role.ADMINISTRATOR))


def counted(uow: UnitOfWork) -> dict[TroubleKind, tuple[int, bool]]:
    return {one.kind: (one.count, one.serious) for one in list_troubles(uow)}


def told(uow: UnitOfWork) -> list[dict[str, Any]]:
    return uow.rows(
        "SELECT user_id, params ->> 'kind' AS kind, CAST(params ->> 'count' AS int) AS count FROM notification"
        " WHERE template = 'provider_troubled' ORDER BY kind"
    )


def send(client: TestClient, body: bytes, signature: str) -> int:
    answer = client.post("/api/webhooks/stripe", content=body, headers={"Stripe-Signature": signature})
    return answer.status_code


@pytest.mark.fault("P07", "P09", "P10")
def test_refused_announcements_are_counted_by_reason_and_too_many_are_told_once(
    client: TestClient, administrator: UnitOfWork, drain: Callable[[], int]
) -> None:
    late = signed(EVENT, timestamp=int(time.time()) - 600)
    for _ in range(TOLD_AT[TroubleKind.TOLERANCE] - 1):
        assert send(client, *late) == 400
    assert send(client, *signed(EVENT, "whsec_of_a_stranger")) == 400
    assert send(client, *signed(b"[]")) == 400
    assert send(client, b"x" * 1_100_000, "") == 400
    few = {
        TroubleKind.TOLERANCE: (4, False), TroubleKind.SIGNATURE: (1, False),
        TroubleKind.UNREADABLE: (1, False), TroubleKind.TOO_LARGE: (1, False),
    }  # fmt: skip
    assert counted(administrator) == few
    drain()
    assert told(administrator) == []

    for _ in range(3):
        assert send(client, *late) == 400
    assert send(client, *signed(EVENT | {"livemode": True})) == 400
    assert send(client, *signed(EVENT)) == 202
    drain()
    assert counted(administrator) == few | {
        TroubleKind.TOLERANCE: (7, True),
        TroubleKind.MODE: (1, True),
    }
    user_id = administrator.actor.user_id
    assert told(administrator) == [
        {"user_id": user_id, "kind": "mode", "count": 1},
        {"user_id": user_id, "kind": "tolerance", "count": 5},
    ]


def test_the_count_is_the_administrators_alone(
    bill: Bill, client: TestClient, administrator: UnitOfWork
) -> None:
    send(client, b"{}", "")
    [one] = Desk(client, administrator)("GET", "/payment-troubles").json()
    assert (one["kind"], one["count"], one["serious"]) == ("signature", 1, False)
    for of, status in ((bill.head, 403), (bill.firm, 403), (None, 401)):
        assert Desk(client, of)("GET", "/payment-troubles").status_code == status
    with pytest.raises(Forbidden):
        list_troubles(bill.officer)


@pytest.mark.fault("P16")
def test_a_key_sent_with_other_contents_is_told_and_what_it_did_first_is_found(
    bill: Bill, stripe_double: Simulator, administrator: UnitOfWork, drain: Callable[[], int]
) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    service.ask(stripe_double.gateway, service.request_of(attempt))
    attempt.title += "!"
    complete(bill, stripe_double, minutes=2)
    [session] = sessions_of(stripe_double, bill)
    assert (attempt.state, attempt.provider_ref) == ("requires_action", session["id"])
    [trouble] = list_troubles(administrator)
    assert (trouble.kind, trouble.count, trouble.serious) == (TroubleKind.KEY_MISUSED, 1, True)
    assert str(attempt.id) in trouble.detail
    drain()
    assert told(administrator) == [
        {"user_id": administrator.actor.user_id, "kind": "key_misused", "count": 1}
    ]


@pytest.mark.fault("P16", "P11")
def test_a_key_sent_with_another_amount_waits_for_a_person(
    bill: Bill, stripe_double: Simulator, administrator: UnitOfWork
) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    service.ask(stripe_double.gateway, service.request_of(attempt))
    attempt.amount_minor -= 1
    complete(bill, stripe_double, minutes=2)
    assert (attempt.state, attempt.next_at) == ("submitted", None)
    assert attempt.last_error == "amount_differs CNY 8000000 for CNY 7999999"
    assert len(sessions_of(stripe_double, bill)) == 1
    assert counted(administrator) == {TroubleKind.KEY_MISUSED: (1, True)}
