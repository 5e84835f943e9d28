"""Over HTTP: two persons close a month, take it along as a file, and others are told that there is none."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.closings import a_closed_month, month_of
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import Bill, a_bill
from tests.factories.pdf_text import page_texts
from tests.finance.payments.test_money_over_http import Desk


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


def test_a_closed_month_is_read_and_taken_along(bill: Bill, client: TestClient) -> None:
    closed, month = a_closed_month(bill), f"{month_of(bill):%Y-%m}"
    officer = Desk(client, bill.officer)
    assert month in [one["month"] for one in officer("GET", "/closings").json()["items"]]
    [shown] = officer("GET", f"/closings/months/{month}").json()["closings"]
    assert (shown["state"], shown["chain_digest"], shown["moves"]) == (
        "closed",
        closed.chain_digest,
        ["ask_reopening"],
    )
    csv = officer("GET", f"/closings/{closed.id}/file", params={"form": "csv"})
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "月结报告 Closed month"
    assert f"总账链头 Head of the ledger's chain,{closed.chain_seq} {closed.chain_digest}" in lines
    assert "应收许可费 Receivable,借 Dr,0.00,80000.00,0.00,80000.00" in lines
    assert lines[-1] == "本期合计 Moved in all,,,80000.00,80000.00,"
    pdf = officer("GET", f"/closings/{closed.id}/file")
    assert (pdf.headers["content-type"], pdf.headers["cache-control"]) == ("application/pdf", "no-store")
    paper = "".join(page_texts(pdf.content))
    for said in (month, "周主任", "应收许可费", "80,000.00"):
        assert said in paper, said


def test_denied_means_that_nothing_changed(bill: Bill, client: TestClient, uow: UnitOfWork) -> None:
    closed, month = a_closed_month(bill), f"{month_of(bill):%Y-%m}"
    other = a_member(uow, a_university(uow, "外校"), "university", Role.TRANSFER_HEAD, "外人")
    stranger = Desk(client, UnitOfWork(uow.session, other, uow.now))
    firm, nobody, officer = Desk(client, bill.firm), Desk(client, None), Desk(client, bill.officer)
    because = {"reason": "就是要改账"}
    steps = {
        "close": None,
        "withdraw": None,
        "reopen": None,
        "keep": None,
        "decline": because,
        "ask-reopening": because,
    }
    before = uow.rows("SELECT * FROM month_closing")
    for step, body in steps.items():
        path = f"/closings/{closed.id}/{step}"
        assert [who("POST", path, json=body).status_code for who in (stranger, firm, nobody)] == [
            404,
            404,
            401,
        ], path
    for path in ("/closings", f"/closings/months/{month}"):
        assert [who("GET", path).status_code for who in (firm, nobody)] == [403, 401], path
    assert stranger("GET", f"/closings/months/{month}").status_code == 404
    assert stranger("GET", f"/closings/{closed.id}/file").status_code == 404
    assert firm("POST", "/closings", json={"month": month}).status_code == 403
    for wrong in ("2026-13", "2026-1", "soon", "1999-01"):
        answer = officer("POST", "/closings", json={"month": wrong})
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), (
            wrong
        )
        assert officer("GET", f"/closings/months/{wrong}").status_code == 422, wrong
    own = officer("POST", f"/closings/{closed.id}/reopen")
    assert (own.status_code, own.json()["code"]) == (403, "forbidden")
    early = officer("POST", "/closings", json={"month": f"{month_of(bill) - timedelta(days=1):%Y-%m}"})
    assert early.status_code == 404
    assert uow.rows("SELECT * FROM month_closing") == before
