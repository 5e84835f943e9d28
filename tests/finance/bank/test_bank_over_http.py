"""The desk of an accountant through the API: placed, confirmed by a second person, returned, compared, down to the entries."""

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from tests.factories.bank import HEAD, PAYER_ACCOUNT
from tests.factories.payments import Bill, a_bill
from tests.finance.payments.test_money_over_http import Desk
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def upload(desk: Desk, *rows: str, head: str = HEAD) -> dict[str, object]:
    answer = desk("POST", "/bank-statements", files={"file": ("流水.csv", (head + "\n".join(rows)).encode())})
    assert answer.status_code == 200, answer.text
    body: dict[str, object] = answer.json()
    return body


def test_a_large_receipt_from_file_to_second_person_and_back(bill: Bill, client: TestClient) -> None:
    officer, head = Desk(client, bill.officer), Desk(client, bill.head)
    upload(officer, f'2026-10-08,S1,"120,000.00",,{bill.invoice.firm_name},{PAYER_ACCOUNT},许可费')
    [line] = officer("GET", "/bank-lines").json()["items"]
    body = {"invoice_id": str(bill.invoice.id)}
    asked = officer("POST", f"/bank-lines/{line['id']}/match", json=body).json()
    [match] = asked["matches"]
    assert (asked["state"], match["mine"]) == ("asked", True)
    own = officer("POST", f"/bank-matches/{match['id']}/confirm")
    assert (own.status_code, own.json()["code"]) == (403, "bank.second_person")
    assert head("POST", f"/bank-matches/{match['id']}/confirm").json()["state"] == "matched"
    firm = Desk(client, bill.firm)
    [credit] = firm("GET", "/credits").json()
    assert credit["credit_minor"] == 4_000_000
    back = {
        "firm_id": str(bill.invoice.firm_id),
        "amount_minor": 4_000_000,
        "payee_account": PAYER_ACCOUNT,
        "reason": "多付",
    }
    returned = officer("POST", "/bank-returns", json=back).json()
    assert head("POST", f"/bank-returns/{returned['id']}/approve").json()["state"] == "approved"
    stands = officer("POST", f"/bank-matches/{match['id']}/undo", json={"reason": "认错了"})
    assert (stands.status_code, stands.json()["code"]) == (409, "bank_match.stands")
    assert "退款" in stands.json()["detail"]
    detail = officer("GET", f"/bank-lines/{line['id']}").json()
    assert [step["action"] for step in detail["history"]] == [
        "bank_line.match_asked",
        "bank_line.match_confirmed",
    ]


def test_a_difference_is_seen_explained_and_followed_to_its_entries(
    bill: Bill, client: TestClient, drain: Callable[[], int]
) -> None:
    officer = Desk(client, bill.officer)
    upload(
        officer, f"2026-10-08,S1,80000.00,,180000.00,甲,62,{bill.invoice.reference}", "2026-10-08,S2,,8.00,179992.00,银行,,费",
        head="交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要\n",
    )  # fmt: skip
    drain()  # the statement is compared as soon as it is in
    [account] = officer("GET", "/reconciliation/accounts").json()
    assert (account["ours_minor"], account["theirs_minor"], account["open_count"]) == (
        18_000_000,
        17_999_200,
        1,
    )
    path = f"/reconciliation/accounts/{account['key']}"
    [day] = officer("GET", f"{path}/days").json()
    items = officer("GET", f"{path}/days/{day['day']}").json()
    assert [(item["side"], item["amount_minor"], item["invoice_id"]) for item in items] == [
        ("both", 8_000_000, str(bill.invoice.id)), ("theirs", -800, None),
    ]  # fmt: skip
    entries = officer("GET", f"{path}/transactions/{items[0]['txn_id']}").json()["entries"]
    assert sum(entry["amount_minor"] for entry in entries) == 0
    [found] = officer("GET", "/reconciliation/differences").json()
    told = officer(
        "POST", f"/reconciliation/differences/{found['id']}/explain", json={"reason": "银行手续费"}
    ).json()
    assert (told["state"], told["history"][-1]["reason"]) == ("explained", "银行手续费")
    assert officer("POST", "/reconciliation/runs").json()[0]["open_count"] == 0


@pytest.mark.parametrize(
    ("content", "code"), [(b"<!DOCTYPE a><a/>", "statement.not_readable"), (b"", "statement.not_readable")]
)
def test_what_cannot_be_read_is_said_and_changes_nothing(
    bill: Bill, client: TestClient, content: bytes, code: str
) -> None:
    refused = Desk(client, bill.officer)("POST", "/bank-statements", files={"file": ("a.xml", content)})
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert bill.system.rows("SELECT 1 AS found FROM bank_statement") == []
