"""Credit notes, write-offs and 发票 through the API: two persons, refusals in the reader's language that change nothing."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, a_bill
from tests.finance.payments.test_money_over_http import Desk
from tests.finance.receivables.test_adjustments import EVIDENCE, of_room
from tests.finance.receivables.test_tax_invoices import PDF, USCC
from workers.checks import INVARIANTS

CREDIT = {"amount_minor": 3_000_000, "reason": "里程碑部分未达标，双方同意减免"}
WRITE_OFF = {"reason": "无可供执行的财产", "evidence": EVIDENCE}
TAX = {"kind": "ordinary", "title": "演示精机有限公司", "tax_number": USCC, "email": "cw@example.cn"}


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    uow.session.flush()
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def refused(bill: Bill, answer: Any, status: int, code: str, before: list[str]) -> dict[str, Any]:
    """The answer is a problem of this code, and nothing that the room keeps has changed."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["code"] == code
    assert of_room(bill.system) == before
    body: dict[str, Any] = answer.json()
    return body


def test_a_credit_note_takes_two_persons(bill: Bill, client: TestClient) -> None:
    officer, head, firm = (Desk(client, side) for side in (bill.officer, bill.head, bill.firm))
    path = f"/invoices/{bill.invoice.id}"
    before = of_room(bill.system)
    refused(bill, firm("POST", f"{path}/credit-notes", json=CREDIT), 403, "forbidden", before)
    refused(
        bill, Desk(client, None)("POST", f"{path}/credit-notes", json=CREDIT), 401, "sign_in_required", before
    )
    small = officer("POST", f"{path}/credit-notes", json=CREDIT | {"amount_minor": 0, "reason": "短"})
    assert [e["pointer"] for e in refused(bill, small, 422, "invalid_input", before)["errors"]] == [
        "/amount_minor",
        "/reason",
    ]
    much = {"amount_minor": bill.invoice.open_minor + 1, "reason": CREDIT["reason"]}
    over = officer("POST", f"{path}/credit-notes", json=much, headers={"Accept-Language": "en"})
    assert "yuan" in refused(bill, over, 409, "invoice.credit_exceeds_open", before)["detail"]

    made = officer("POST", f"{path}/credit-notes", json=CREDIT)
    assert (made.status_code, made.json()["state"], made.json()["moves"]) == (200, "proposed", ["withdraw"])
    one = f"/invoice-adjustments/{made.json()['id']}"
    waiting = of_room(bill.system)
    refused(bill, officer("POST", f"{one}/approve"), 403, "forbidden", waiting)
    refused(bill, firm("POST", f"{one}/approve"), 404, "not_found", waiting)
    refused(bill, firm("POST", f"{one}/withdraw"), 404, "not_found", waiting)
    refused(
        bill, officer("POST", f"{path}/credit-notes", json=CREDIT), 409, "invoice.adjustment_pending", waiting
    )
    assert firm("GET", path).json()["adjustments"] == []

    done = head("POST", f"{one}/approve").json()
    assert (done["state"], done["number"][:3], done["decided_by_name"]) == ("approved", "DX-", "周主任")
    seen = firm("GET", path).json()
    assert (seen["credited_minor"], seen["open_minor"]) == (3_000_000, bill.invoice.open_minor - 3_000_000)
    refused(bill, head("POST", f"{one}/approve"), 409, "illegal_move", of_room(bill.system))


def test_whoever_proposed_does_not_decide_and_a_proposal_is_refused_with_a_reason(
    bill: Bill, client: TestClient
) -> None:
    head, officer = Desk(client, bill.head), Desk(client, bill.officer)
    path = f"/invoices/{bill.invoice.id}/credit-notes"
    own = f"/invoice-adjustments/{head('POST', path, json=CREDIT).json()['id']}"
    waiting = of_room(bill.system)
    refused(bill, head("POST", f"{own}/approve"), 409, "invoice.own_adjustment", waiting)
    refused(
        bill,
        head("POST", f"{own}/refuse", json={"reason": "不同意这样做"}),
        409,
        "invoice.own_adjustment",
        waiting,
    )
    assert officer("POST", f"{own}/withdraw").json()["state"] == "withdrawn"

    other = f"/invoice-adjustments/{officer('POST', path, json=CREDIT).json()['id']}"
    refused(
        bill, head("POST", f"{other}/refuse", json={"reason": ""}), 422, "invalid_input", of_room(bill.system)
    )
    gone = head("POST", f"{other}/refuse", json={"reason": "合同没有这样的约定"}).json()
    assert (gone["state"], gone["answer"]) == ("refused", "合同没有这样的约定")
    assert officer("GET", f"/invoices/{bill.invoice.id}").json()["open_minor"] == bill.invoice.open_minor


def test_a_write_off_comes_late_with_evidence_and_keeps_the_claim(bill: Bill, client: TestClient) -> None:
    officer, head, firm = (Desk(client, side) for side in (bill.officer, bill.head, bill.firm))
    path = f"/invoices/{bill.invoice.id}"
    before = of_room(bill.system)
    refused(
        bill,
        officer("POST", f"{path}/write-offs", json=WRITE_OFF),
        409,
        "invoice.too_early_to_write_off",
        before,
    )
    refused(
        bill,
        officer("POST", f"{path}/write-offs", json={"reason": "没有财产", "evidence": "无"}),
        422,
        "invalid_input",
        before,
    )

    long_ago = bill.officer.today - timedelta(days=400)
    bill.system.session.connection().execute(
        text("UPDATE invoice SET due_on = :on, issued_on = :on WHERE id = :id"),
        {"on": long_ago, "id": bill.invoice.id},
    )
    before = of_room(bill.system)
    refused(bill, firm("POST", f"{path}/write-offs", json=WRITE_OFF), 403, "forbidden", before)
    one = officer("POST", f"{path}/write-offs", json=WRITE_OFF).json()
    waiting = of_room(bill.system)
    refused(bill, officer("POST", f"/invoice-adjustments/{one['id']}/approve"), 403, "forbidden", waiting)
    assert head("POST", f"/invoice-adjustments/{one['id']}/approve").json()["state"] == "approved"
    seen = firm("GET", path).json()
    assert (seen["state"], seen["open_minor"], seen["written_off_minor"]) == (
        "written_off",
        0,
        bill.invoice.open_minor,
    )
    assert [row["state"] for row in firm("GET", "/invoices", params={"unpaid": True}).json()["items"]] == []
    after = of_room(bill.system)
    refused(bill, officer("POST", f"{path}/credit-notes", json=CREDIT), 409, "invoice.not_unpaid", after)


def test_a_tax_invoice_is_asked_for_sent_back_and_issued(bill: Bill, client: TestClient) -> None:
    officer, firm = Desk(client, bill.officer), Desk(client, bill.firm)
    path = f"/invoices/{bill.invoice.id}/tax-invoice"
    before = of_room(bill.system)
    refused(bill, officer("POST", path, json=TAX), 403, "forbidden", before)
    wrong = firm(
        "POST",
        path,
        json=TAX | {"tax_number": "91320200", "email": "nobody"},
        headers={"Accept-Language": "en"},
    )
    assert [e["pointer"] for e in refused(bill, wrong, 422, "invalid_input", before)["errors"]] == [
        "/tax_number",
        "/email",
    ]

    asked = firm("POST", path, json=TAX).json()
    assert (asked["state"], asked["amount_minor"], asked["may_answer"]) == (
        "requested",
        bill.invoice.amount_minor,
        False,
    )
    one, waiting = f"/tax-invoices/{asked['id']}", of_room(bill.system)
    refused(bill, firm("POST", path, json=TAX), 409, "tax_invoice.asked", waiting)
    refused(bill, firm("POST", f"{one}/decline", json={"reason": "抬头有误"}), 403, "forbidden", waiting)
    assert firm("GET", "/tax-invoices/open.csv").status_code == 403
    assert "演示精机有限公司" in officer("GET", "/tax-invoices/open.csv").text

    assert (
        officer("POST", f"{one}/decline", json={"reason": "抬头与合同不一致"}).json()["state"] == "declined"
    )
    assert firm("POST", path, json=TAX | {"title": "演示精机（无锡）有限公司"}).json()["state"] == "requested"
    number = {"number": "26322000000012345678", "issued_on": bill.officer.today.isoformat()}
    waiting = of_room(bill.system)

    def issue(desk: Desk, form: dict[str, str], content: bytes = PDF) -> Any:
        return desk("POST", f"{one}/issue", data=form, files={"file": ("fp.pdf", content, "application/pdf")})

    refused(bill, issue(firm, number), 403, "forbidden", waiting)
    refused(bill, issue(officer, number | {"number": "12"}), 422, "invalid_input", waiting)
    refused(bill, issue(officer, number, b"GIF89a"), 422, "tax_invoice.file", waiting)
    later = (bill.officer.today + timedelta(days=1)).isoformat()
    refused(bill, issue(officer, number | {"issued_on": later}), 422, "tax_invoice.issue_day", waiting)
    done = issue(officer, number).json()
    assert (done["state"], done["issued_number"]) == ("issued", number["number"])
    refused(bill, issue(officer, number), 409, "illegal_move", of_room(bill.system))
    assert (
        firm("GET", f"/invoices/{bill.invoice.id}").json()["tax_invoice"]["issued_number"] == number["number"]
    )
    assert firm("GET", f"/documents/{done['file_id']}/content").content == PDF


def test_the_paper_and_the_lists_are_for_the_two_sides_only(bill: Bill, client: TestClient) -> None:
    stranger, firm = Desk(client, None), Desk(client, bill.firm)
    path = f"/invoices/{bill.invoice.id}/paper"
    assert stranger("GET", path).status_code == 401
    paper = firm("GET", path, params={"language": "en"})
    assert (paper.headers["content-type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert [row["number"] for row in firm("GET", "/invoices", params={"unpaid": True}).json()["items"]] == [
        bill.invoice.number
    ]
    assert firm("GET", "/invoices", params={"unpaid": False}).json()["total"] == 0
    assert firm("GET", "/invoice-adjustments").json() == []
