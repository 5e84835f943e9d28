"""Over HTTP: an organization reads its own book, others are told that there is none; files are attachments."""

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import Bill, a_bill
from tests.finance.payments.test_money_over_http import Desk


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


def test_the_officer_reads_from_balance_to_document(bill: Bill, client: TestClient) -> None:
    officer = Desk(client, bill.officer)
    trial = officer("GET", "/books/trial-balance").json()
    assert [(row["kind"], row["closing_minor"]) for row in trial["rows"]] == [
        ("entitlement", 8_000_000), ("receivable", 8_000_000),
    ]  # fmt: skip
    assert trial["sums"][0]["balanced"] is True
    [account] = officer("GET", "/books/accounts", params={"kind": "receivable"}).json()["items"]
    path = f"/books/accounts/{account['key']}/statement"
    [line] = officer("GET", path).json()["lines"]
    assert line["document"]["invoice_id"] == str(bill.invoice.id)
    booked = officer("GET", f"/books/transactions/{line['txn_id']}").json()
    assert [(leg["debit_minor"], leg["credit_minor"]) for leg in booked["entries"]] == [
        (8_000_000, 0),
        (0, 8_000_000),
    ]
    listed = officer(
        "GET", "/books/transactions", params={"behind": "invoice", "id": str(bill.invoice.id)}
    ).json()
    assert [one["id"] for one in listed["items"]] == [booked["id"]]
    for address, kind in ((f"{path}/file", "xlsx"), ("/books/trial-balance/file", "csv")):
        file = officer("GET", address, params={"form": kind, "from": "2026-01-01"})
        assert file.status_code == 200
        assert file.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        assert file.headers["content-disposition"].endswith(f".{kind}")
        assert (file.headers["cache-control"], file.headers["x-content-type-options"]) == (
            "no-store",
            "nosniff",
        )


def test_others_find_nothing_and_mistakes_are_told(bill: Bill, client: TestClient, uow: UnitOfWork) -> None:
    other = a_member(uow, a_university(uow, "外校"), "university", Role.TRANSFER_OFFICER, "外人")
    [txn] = uow.rows("SELECT id FROM ledger_txn")
    stranger = Desk(client, UnitOfWork(uow.session, other, uow.now))
    key = f"/books/accounts/receivable:{bill.invoice.id}/statement"
    for path in (key, f"{key}/file", f"/books/transactions/{txn['id']}", "/books/accounts/no:such/statement"):
        answer = stranger("GET", path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json"), path
    for path in ("/books/accounts", "/books/trial-balance", "/books/transactions", key):
        assert Desk(client, bill.firm)("GET", path).status_code == 403, path
        assert Desk(client, None)("GET", path).status_code == 401, path
    officer = Desk(client, bill.officer)
    for path, wrong in (
        (key, {"from": "soon"}),
        ("/books/transactions", {"before": "-1"}),
        ("/books/transactions", {"behind": "x"}),
    ):
        answer = officer("GET", path, params=wrong)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), path
