"""Bill to split through the API, as the desk, the provider and a stranger call it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from finance import settings as finance_settings
from finance.payments import inbox
from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity.entry import SESSION_COOKIE
from marketplace.identity.models import LoginSession, Membership
from marketplace.identity.tokens import hash_token
from tests.factories.payments import KEY, SECRET, Bill, Simulator, a_bill, signed


class Desk:
    """A browser in which one person is signed in, or nobody."""

    def __init__(self, client: TestClient, of: UnitOfWork | None) -> None:
        self.client, self.token = client, f"token-{new_id()}" if of else None
        if of is not None:
            member = of.session.exec(
                select(Membership).where(col(Membership.user_id) == of.actor.user_id)
            ).one()
            of.session.add(
                LoginSession(
                    token_hash=hash_token(self.token or ""), user_id=member.user_id, membership_id=member.id,
                    last_seen_at=of.now, expires_at=of.now + timedelta(hours=1),
                )
            )  # fmt: skip
            of.session.flush()

    def __call__(self, method: str, path: str, **rest: Any) -> Any:
        self.client.cookies.clear()
        if self.token:
            self.client.cookies.set(SESSION_COOKIE, self.token)
        return self.client.request(method, f"/api{path}", **rest)


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


@pytest.fixture(autouse=True)
def _pay_at(stripe_double: Simulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_API_URL", stripe_double.url)
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_KEY", KEY)
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_WEBHOOK_SECRET", SECRET)
    finance_settings.settings.cache_clear()
    yield
    monkeypatch.undo()
    finance_settings.settings.cache_clear()


def hook(client: TestClient, body: bytes, signature: str) -> Any:
    client.cookies.clear()
    return client.post("/api/webhooks/stripe", content=body, headers={"Stripe-Signature": signature})


def test_from_bill_to_split(
    bill: Bill, client: TestClient, stripe_double: Simulator, drain: Callable[[], int]
) -> None:
    firm, officer, head = (Desk(client, side) for side in (bill.firm, bill.officer, bill.head))
    [row] = firm("GET", "/invoices").json()["items"]
    assert (row["id"], row["open_minor"], row["overdue"]) == (str(bill.invoice.id), 8_000_000, False)
    whole = firm("GET", f"/invoices/{row['id']}").json()
    assert (whole["formula_code"], whole["bank"]["reference"], whole["payments"]) == (
        "fee.deferred",
        row["reference"],
        [],
    )

    begun = firm("POST", f"/invoices/{row['id']}/checkout", headers={"Idempotency-Key": "click-0001"})
    assert (begun.status_code, begun.json()["state"]) == (200, "requires_action")
    again = firm("POST", f"/invoices/{row['id']}/checkout", headers={"Idempotency-Key": "click-0001"})
    assert again.json() | {"seconds_left": 0} == begun.json() | {"seconds_left": 0}
    stripe_double.act(begun.json()["url"].rsplit("/", 1)[1], "pay")
    for event in stripe_double.events_of(begun.json()["id"]) * 2:
        assert hook(client, *signed(event)).status_code == 202
    while inbox.apply_inbox(replace(bill.system, now=utc_now())):
        pass
    drain()

    assert firm("GET", f"/payments/{begun.json()['id']}").json()["state"] == "succeeded"
    assert firm("GET", f"/invoices/{row['id']}").json()["state"] == "paid"
    [split] = officer("GET", "/distributions", params={"state": "proposed"}).json()["items"]
    assert sum(share["amount_minor"] for share in split["shares"]) == 8_000_000
    assert officer("POST", f"/distributions/{split['id']}/approve").status_code == 403
    assert head("POST", f"/distributions/{split['id']}/approve").json()["state"] == "booked"
    assert head("POST", f"/distributions/{split['id']}/approve").status_code == 409
    booked = officer(
        "GET", "/books/transactions", params={"behind": "contract", "id": row["contract_id"]}
    ).json()
    assert [t["kind"] for t in booked["items"]] == ["income_split", "payment_captured", "invoice_issued"]
    drain()


@pytest.mark.fault("C07")
def test_paying_needs_a_key(bill: Bill, client: TestClient) -> None:
    for headers in ({}, {"Idempotency-Key": "short"}, {"Idempotency-Key": "x" * 256}):
        refused = Desk(client, bill.firm)("POST", f"/invoices/{bill.invoice.id}/checkout", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (428, "idempotency.key_required")
    assert bill.system.rows("SELECT count(*) AS n FROM payment_attempt") == [{"n": 0}]


@pytest.mark.fault("P18")
def test_a_provider_that_is_away_leaves_the_payment_unknown_and_the_page_says_so(
    bill: Bill, client: TestClient, stripe_double: Simulator
) -> None:
    stripe_double.fault("POST checkout/sessions", "drop")
    begun = Desk(client, bill.firm)(
        "POST", f"/invoices/{bill.invoice.id}/checkout", headers={"Idempotency-Key": "click-0001"}
    )

    assert (begun.status_code, begun.json()["state"], begun.json()["url"]) == (200, "unknown", None)


@pytest.mark.fault("P10")
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 60_000,
        b"{" * 60_000,
        b'{"id":1e999}',
        b"x" * 1_100_000,
        b'{"a":1,"a":2}',
    ],
)
def test_hostile_bodies_are_refused_signed_or_not(uow: UnitOfWork, client: TestClient, body: bytes) -> None:
    for signature in (signed(body)[1], "t=1,v1=00", "", "ü=1"):
        answer = client.post(
            "/api/webhooks/stripe", content=body, headers={b"Stripe-Signature": signature.encode("latin-1")}
        )
        assert (answer.status_code, answer.json()["code"]) == (400, "webhook.refused")
    assert uow.rows("SELECT count(*) AS n FROM provider_notice") == [{"n": 0}]


def test_a_statement_is_uploaded_twice_and_a_line_matched(bill: Bill, client: TestClient) -> None:
    officer = Desk(client, bill.officer)
    file = {
        "file": (
            "流水.csv",
            f"日期,流水号,收入,对方户名,摘要\n2027-01-08,9,80000,{bill.invoice.firm_name},货款".encode("gbk"),
        )
    }
    assert officer("POST", "/bank-statements", files=file).json()["unmatched"] == 1
    assert officer("POST", "/bank-statements", files=file).json()["repeated"] is True

    [line] = officer("GET", "/bank-lines", params={"state": "unmatched"}).json()["items"]
    match = {"invoice_id": line["suggestions"][0]["invoice_id"]}
    assert officer("POST", f"/bank-lines/{line['id']}/match", json=match).json()["state"] == "matched"
    assert officer("GET", "/bank-lines", params={"state": "unmatched"}).json()["total"] == 0


def test_a_wrong_statement_names_row_and_column(bill: Bill, client: TestClient) -> None:
    file = {"file": ("流水.csv", "日期,收入,对方户名,摘要\n2027-01-08,1.234,甲,x".encode())}
    refused = Desk(client, bill.officer)("POST", "/bank-statements", files=file)

    [wrong] = refused.json()["errors"]
    assert (refused.status_code, wrong["pointer"]) == (422, "/rows/2/收入")
    assert wrong["message"] == "第 2 行“收入”：金额须是不超过两位小数的数。"


MEMBERS_ONLY = """
GET /invoices, GET /invoices/{id}, POST /invoices/{id}/checkout, GET /payments/{id}, POST /bank-statements, GET /bank-lines,
POST /bank-lines/{id}/match, GET /bank-lines/{id}, POST /bank-matches/{id}/undo, POST /bank-returns/{id}/approve, GET /credits,
GET /reconciliation/accounts, POST /reconciliation/runs, GET /reconciliation/differences, GET /distributions, GET /distributions/{id},
POST /distributions/{id}/approve, POST /distributions/{id}/object, POST /distributions/{id}/recount, GET /distributions/costs,
GET /books/accounts, GET /books/transactions, GET /payment-notices, POST /payment-notices/{id}/replay, GET /payouts/statement, GET /payouts/payables,
GET /payouts, GET /payouts/{id}, POST /payouts/{id}/approve, GET /payouts/{id}/file, GET /money, GET /money/received,
GET /payouts/statement.pdf, GET /contracts/{id}/obligations
"""


def test_nobody_gets_anything_without_signing_in(client: TestClient) -> None:
    for endpoint in MEMBERS_ONLY.replace("\n", " ").split(", "):
        method, path = endpoint.strip().split(" ")
        answer = Desk(client, None)(
            method, path.format(id=new_id()), headers={"Idempotency-Key": "click-0001"}
        )
        assert (endpoint, answer.status_code) == (endpoint, 401)


def test_another_organization_finds_nothing(bill: Bill, client: TestClient) -> None:
    stranger = Desk(client, a_bill(bill.system).firm)
    for method, path in (
        ("GET", f"/invoices/{bill.invoice.id}"),
        ("POST", f"/invoices/{bill.invoice.id}/checkout"),
    ):
        assert stranger(method, path, headers={"Idempotency-Key": "click-0001"}).status_code == 404
    assert stranger("GET", f"/contracts/{bill.invoice.contract_id}/obligations").json() == []
    assert stranger("GET", "/invoices").json()["total"] == 1
