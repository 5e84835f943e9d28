"""The account and its transfers as the desk asks for them: refused in words, done in two persons, nothing without signing in."""

import pytest
from fastapi.testclient import TestClient

from marketplace.core.ids import new_id
from tests.finance.connect.conftest import UNIVERSITY_SHARE, Office
from tests.finance.payments.test_money_over_http import Desk as Caller


@pytest.fixture(autouse=True)
def _gateway(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finance.connect.routes.stripe_connect", lambda: office.gateway)


def test_a_university_opens_its_account_at_the_provider_and_comes_back(
    office: Office, client: TestClient
) -> None:
    officer, head = Caller(client, office.bill.officer), Caller(client, office.bill.head)
    assert officer("GET", "/connect").json()["moves"] == ["fill_in"]
    assert officer("POST", "/connect/look").status_code == 404
    link = officer("POST", "/connect/onboarding")
    assert link.status_code == 200
    page = office.double.page("GET", link.json()["url"])
    assert "company.tax_id" in page.text
    early = head("POST", "/connect/use")
    assert (early.status_code, early.json()["code"]) == (409, "connect.not_active")
    back = office.double.page("POST", link.json()["url"], data={"action": "activate"})
    assert (back.status_code, back.headers["location"].endswith("/app/money?back=connect")) == (303, True)

    looked = officer("POST", "/connect/look").json()
    assert (looked["account"]["state"], looked["moves"], looked["use_refused"] != "") == (
        "active",
        ["look"],
        True,
    )
    assert officer("POST", "/connect/use").status_code == 403
    used = head("POST", "/connect/use").json()
    assert (used["account"]["usable_from"] is not None, used["moves"]) == (True, ["look", "stop"])
    assert head("POST", "/connect/stop").json()["account"]["usable_from"] is None


def test_a_provider_that_does_not_answer_keeps_what_was_begun(office: Office, client: TestClient) -> None:
    officer = Caller(client, office.bill.officer)
    office.double.fault("POST accounts", "500", times=3)
    refused = officer("POST", "/connect/onboarding")
    assert (refused.status_code, refused.json()["code"]) == (409, "connect.unreachable")
    assert officer("GET", "/connect").json()["account"]["state"] == "opening"
    office.double.mend()
    assert officer("POST", "/connect/onboarding").status_code == 200
    assert len(office.double.books()["account"]) == 1


def test_a_transfer_is_seen_and_taken_back(office: Office, client: TestClient) -> None:
    _, batch = office.sent()
    head, firm = Caller(client, office.head), Caller(client, office.bill.firm)
    payout = batch.payouts[0].id
    [seen] = head("GET", "/connect/transfers", params={"batch_id": str(batch.id)}).json()
    assert (seen["state"], seen["amount_minor"], seen["may_take_back"]) == ("sent", UNIVERSITY_SHARE, True)
    assert firm("GET", "/connect/transfers").json() == []
    assert (
        firm("POST", f"/connect/transfers/{payout}/take-back", json={"reason": "不该付出"}).status_code == 404
    )
    short = head("POST", f"/connect/transfers/{payout}/take-back", json={"reason": "短"})
    assert [e["pointer"] for e in short.json()["errors"]] == ["/reason"]
    assert (
        head("POST", f"/connect/transfers/{new_id()}/take-back", json={"reason": "不该付出"}).status_code
        == 404
    )
    back = head("POST", f"/connect/transfers/{payout}/take-back", json={"reason": "不该付出"})
    assert (back.status_code, back.json()["state"]) == (200, "reversed")
    again = head("POST", f"/connect/transfers/{payout}/take-back", json={"reason": "不该付出"})
    assert again.status_code == 409


def test_what_left_the_account_stays_and_the_head_reads_why(office: Office, client: TestClient) -> None:
    ref, batch = office.sent()
    office.double.control(f"accounts/{ref}/pay_out")
    head = Caller(client, office.head)
    refused = head("POST", f"/connect/transfers/{batch.payouts[0].id}/take-back", json={"reason": "不该付出"})
    assert (refused.status_code, refused.json()["code"]) == (409, "connect.take_back_refused")
    assert "余额不足" in refused.json()["detail"]
    assert office.transfer().state == "sent"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/connect"), ("POST", "/connect/onboarding"), ("POST", "/connect/look"), ("POST", "/connect/use"),
        ("POST", "/connect/stop"), ("GET", "/connect/transfers"),
    ],
)  # fmt: skip
def test_nobody_without_signing_in(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, f"/api{path}").status_code in (401, 403)
