"""Disputes as the desk sees them: answered, refused in words, closed to others; claims given up by two."""

import pytest
from fastapi.testclient import TestClient

from marketplace.core.ids import new_id
from tests.finance.disputes.conftest import Court
from tests.finance.payments.test_money_over_http import Desk as Caller

FORM = {"text": "许可已交付并使用十二个月，有合同与账单为证", "contract": False}


@pytest.fixture(autouse=True)
def _gateway(court: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finance.disputes.routes.stripe_gateway", lambda: court.double.gateway)


def test_an_officer_answers_a_dispute(court: Court, client: TestClient) -> None:
    officer, firm = Caller(client, court.bill.officer), Caller(client, court.bill.firm)
    view = court.opened()
    path = f"/payment-disputes/{view.id}"
    assert firm("GET", path).status_code == 404
    assert firm("POST", f"{path}/evidence", json=FORM).status_code == 404
    short = officer("POST", f"{path}/evidence", json=FORM | {"text": "太短"})
    assert (short.status_code, short.json()["code"]) == (422, "invalid_input")
    assert officer("GET", path).json()["state"] == "opened"

    sent = officer("POST", f"{path}/evidence", json=FORM)
    assert (sent.status_code, sent.json()["state"]) == (200, "evidence_sent")
    assert [file["part"] for file in sent.json()["evidence_files"]] == ["bill"]
    again = officer("POST", f"{path}/evidence", json=FORM)
    assert (again.status_code, again.json()["code"]) == (409, "illegal_move")
    [listed] = officer("GET", "/payment-disputes", params={"state": "evidence_sent"}).json()["items"]
    assert listed["id"] == str(view.id)


def test_claims_over_http(court: Court, client: TestClient) -> None:
    court.book()
    court.pay(court.payee())
    [claim] = court.ended(how="lose").claims
    officer, admin, firm = (
        Caller(client, side) for side in (court.bill.officer, court.admin, court.bill.firm)
    )
    path = f"/dispute-claims/{claim.id}"
    assert firm("GET", "/dispute-claims").json() == []
    assert firm("POST", f"{path}/write-off", json={"reason": "不该由我"}).status_code == 404
    asked = officer("POST", f"{path}/write-off", json={"reason": "收款人已离职"})
    assert (asked.status_code, asked.json()["state"]) == (200, "asked")
    own = officer("POST", f"{path}/approve")
    assert (own.status_code, own.json()["code"]) == (403, "forbidden")
    assert admin("POST", f"{path}/decline", json={"reason": "请先联系"}).json()["state"] == "open"
    officer("POST", f"{path}/write-off", json={"reason": "已联系不上"})
    assert admin("POST", f"{path}/approve").json()["state"] == "written_off"


def test_nothing_without_signing_in(client: TestClient) -> None:
    stranger = Caller(client, None)
    for method, path in (
        ("GET", "/payment-disputes"),
        ("GET", f"/payment-disputes/{new_id()}"),
        ("POST", f"/payment-disputes/{new_id()}/evidence"),
        ("GET", "/dispute-claims"),
        ("POST", f"/dispute-claims/{new_id()}/approve"),
    ):
        assert stranger(method, path).status_code == 401, path
