"""Refunds as the desk asks for them: asked, decided, refused in words, seen by the payer; nothing without signing in."""

import pytest
from fastapi.testclient import TestClient

from marketplace.core.ids import new_id
from tests.finance.payments.test_money_over_http import Desk as Caller
from tests.finance.refunds.conftest import Desk

FORM = {"amount_minor": 3_000_000, "debt": "falls", "reason": "企业重复付款，已核实"}


@pytest.fixture(autouse=True)
def _gateway(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finance.refunds.routes.stripe_gateway", lambda: desk.double.gateway)


def test_an_officer_asks_and_the_head_approves(desk: Desk, client: TestClient) -> None:
    officer, head, firm = (
        Caller(client, side) for side in (desk.bill.officer, desk.bill.head, desk.bill.firm)
    )
    payment, invoice = desk.payment.id, desk.bill.invoice.id
    [offered] = officer("GET", f"/invoices/{invoice}/refundable").json()
    assert (offered["method"], offered["way"], offered["until_on"]) == ("card", "provider", None)
    too_much = officer("POST", f"/payments/{payment}/refunds", json=FORM | {"amount_minor": 8_000_001})
    assert (too_much.status_code, too_much.json()["code"]) == (409, "refund.too_high")
    assert "还可退 80,000.00 元" in too_much.json()["detail"]

    asked = officer("POST", f"/payments/{payment}/refunds", json=FORM)
    assert (asked.status_code, asked.json()["state"], asked.json()["moves"]) == (
        201,
        "requested",
        ["withdraw"],
    )
    refund = asked.json()["id"]
    own = officer("POST", f"/refunds/{refund}/approve")
    assert (own.status_code, own.json()["code"]) == (403, "forbidden")
    assert firm("GET", "/refunds").json()["total"] == 0
    assert firm("POST", f"/payments/{payment}/refunds", json=FORM).status_code == 404
    assert head("GET", "/refunds", params={"state": "requested"}).json()["items"][0]["moves"] == [
        "approve",
        "decline",
        "withdraw",
    ]
    approved = head("POST", f"/refunds/{refund}/approve")
    assert (approved.status_code, approved.json()["state"]) == (200, "succeeded")
    assert head("POST", f"/refunds/{refund}/approve").status_code == 409
    [seen] = firm("GET", "/refunds").json()["items"]
    assert (seen["id"], seen["moves"], seen["refused"]) == (refund, [], [])
    [paid] = firm("GET", f"/invoices/{invoice}").json()["payments"]
    assert (paid["applied_minor"], paid["refunded_minor"]) == (5_000_000, 3_000_000)


def test_a_head_may_not_decide_her_own_and_reads_why(desk: Desk, client: TestClient) -> None:
    head = Caller(client, desk.bill.head)
    refund = head("POST", f"/payments/{desk.payment.id}/refunds", json=FORM).json()
    assert [step["move"] for step in refund["refused"]] == ["approve", "decline"]
    refused = head("POST", f"/refunds/{refund['id']}/decline", json={"reason": "自己提出的"})
    assert (refused.status_code, refused.json()["code"]) == (409, "refund.own")
    assert head("GET", f"/refunds/{refund['id']}").json()["state"] == "requested"
    assert desk.kinds() == ["invoice_issued", "payment_captured"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"amount_minor": 0}, "/amount_minor"),
        ({"amount_minor": 1.5}, "/amount_minor"),
        ({"reason": "短"}, "/reason"),
        ({"debt": "vanishes"}, "/debt"),
        ({"secret": 1}, "/secret"),
    ],
)
def test_bad_input_says_where_and_changes_nothing(
    desk: Desk, client: TestClient, change: dict[str, object], pointer: str
) -> None:
    officer = Caller(client, desk.bill.officer)
    refused = officer("POST", f"/payments/{desk.payment.id}/refunds", json=FORM | change)
    assert refused.status_code == 422
    assert [error["pointer"] for error in refused.json()["errors"]] == [pointer]
    assert desk.system.rows("SELECT 1 AS found FROM refund") == []


def test_nobody_gets_anything_without_signing_in(desk: Desk, client: TestClient) -> None:
    stranger = Caller(client, None)
    for method, path in (
        ("GET", "/refunds"),
        ("GET", f"/refunds/{new_id()}"),
        ("GET", f"/invoices/{desk.bill.invoice.id}/refundable"),
        ("POST", f"/payments/{desk.payment.id}/refunds"),
        ("POST", f"/refunds/{new_id()}/approve"),
        ("POST", f"/refunds/{new_id()}/decline"),
        ("POST", f"/refunds/{new_id()}/withdraw"),
    ):
        assert stranger(method, path).status_code == 401, path
