"""Over HTTP: money needs two people, refusals say what to do in the reader's language, files are attachments."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from finance.distributions import service as splitting
from marketplace.core.uow import UnitOfWork
from tests.factories.shared import SharedBill, a_shared_bill, receive
from tests.finance.payments.test_money_over_http import Desk
from tests.finance.payouts.test_payouts import CARD, payee
from workers.checks import INVARIANTS


@pytest.fixture
def shared(uow: UnitOfWork) -> Iterator[SharedBill]:
    shared = a_shared_bill(uow)
    view = receive(shared.bill, "100000.00")
    for side in (shared.bill.head, shared.institute_head):
        splitting.approve_distribution(side, distribution_id=view.id)
    yield shared
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def test_from_the_card_to_the_bank(shared: SharedBill, client: TestClient) -> None:
    inventor, officer = Desk(client, shared.inventor), Desk(client, shared.bill.officer)
    head, other = Desk(client, shared.bill.head), Desk(client, shared.institute_head)
    li = payee(shared.bill.officer, "李教授").model_dump(mode="json")
    account = {"payee": li, "account_name": "李教授", "bank_name": "工商银行", "account_no": CARD[:-1] + "7"}
    wrong = inventor("PUT", "/payouts/accounts", json=account)
    assert (wrong.status_code, wrong.headers["content-type"]) == (422, "application/problem+json")
    assert wrong.json()["errors"][0]["pointer"] == "/account_no"
    assert "卡号校验位不对" in wrong.json()["errors"][0]["message"]

    unready = officer("POST", "/payouts", json={"payees": [li]})
    assert (unready.status_code, unready.json()["code"]) == (409, "payout.payees_not_ready")
    kept = inventor("PUT", "/payouts/accounts", json=account | {"account_no": f"{CARD[:4]} {CARD[4:]}"})
    assert kept.json()["masked"] == "6222 **** 3446"
    batch = officer("POST", "/payouts", json={"payees": [li]}).json()
    path = f"/payouts/{batch['id']}"
    assert officer("GET", f"{path}/file").status_code == 409
    assert officer("POST", f"{path}/approve").status_code == 403
    assert other("POST", f"{path}/approve").status_code == 404
    assert head("POST", f"{path}/approve").json()["state"] == "held"

    file = officer("GET", f"{path}/file", params={"form": "csv"})
    assert file.headers["content-disposition"] == f"attachment; filename*=UTF-8''{batch['number']}.csv"
    assert (file.headers["cache-control"], file.headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert CARD in file.text
    assert CARD not in officer("GET", path).text
    results = {"confirmed": [batch["payouts"][0]["id"]], "returned": []}
    assert officer("POST", f"{path}/results", json=results).json()["state"] == "done"
    assert officer("POST", f"{path}/results", json=results).status_code == 409

    own = inventor("GET", "/payouts/statement").json()
    assert own["paid_minor"] == batch["amount_minor"] == 2_343_600
    assert inventor("GET", "/payouts/statement.pdf").content.startswith(b"%PDF")
    assert inventor("GET", "/payouts/statement.csv").headers["content-type"] == "text/csv; charset=utf-8"
    assert [s["figure"] for s in officer("GET", "/money").json()["stations"]][-1] == "paid_out"
    assert officer("GET", "/money/paid_out").json()["items"][0]["batch_id"] == batch["id"]
    assert inventor("GET", "/money").status_code == 403
