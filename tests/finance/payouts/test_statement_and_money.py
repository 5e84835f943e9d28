"""An inventor's own statement, and where the money of a university is: every sum by its rows, and as the ledger says."""

import csv
import io

import pytest

from finance.books import queries as books
from finance.payouts import queries, statement
from finance.payouts.schemas import FlowFigure
from marketplace.core.problems import Forbidden
from marketplace.core.uow import UnitOfWork
from tests.factories.pdf_text import text_of
from tests.factories.shared import SharedBill, receive
from tests.finance.payouts.test_payouts import a_paid_share


@pytest.fixture
def shared(uow: UnitOfWork) -> SharedBill:
    """60,000.00 were split, booked and paid out to 李教授; 40,000.00 wait for approval."""
    shared = a_paid_share(uow)
    receive(shared.bill, "40000.00", "S2")
    return shared


def test_she_sees_her_own_shares_paid_and_to_come(shared: SharedBill) -> None:
    own = queries.get_statement(shared.inventor)
    # 60,000.00 − 1,200.00 − 3,000.00 = 55,800.00; 60 % 33,480.00; 70 % 23,436.00; 60 % 14,061.60. The rest: 9,374.40.
    assert [(line.amount_minor, line.state) for line in own.lines] == [
        (937_440, "proposed"),
        (1_406_160, "paid"),
    ]
    assert (own.proposed_minor, own.payable_minor, own.under_way_minor, own.paid_minor) == (
        937_440,
        0,
        0,
        1_406_160,
    )
    assert own.lines[1].arithmetic == "净额 33,480.00 × 奖酬 70% × 本人 60% = 14,061.60"
    assert [(s.year, s.amount_minor, s.paid_minor) for s in own.sums] == [
        (own.lines[0].received_on.year, 2_343_600, 1_406_160)
    ]
    assert [(h.source, h.confirmed) for h in own.hints] == [("财税〔2018〕58号", False)]
    assert own.accounts[0].account is not None
    assert own.accounts[0].account.masked == "6222 **** 3446"
    assert queries.get_statement(shared.inventor, year=1999).lines == []
    assert [line.amount_minor for line in queries.get_statement(shared.manager).lines] == [200_000, 300_000]
    assert queries.get_statement(shared.bill.firm).lines == []
    assert "6222020200112233446" not in own.model_dump_json()


def test_the_statement_can_be_taken_as_pdf_and_csv(shared: SharedBill) -> None:
    own = queries.get_statement(shared.inventor)
    rows = list(csv.reader(io.StringIO(statement.write_csv(shared.inventor, own).decode("utf-8-sig"))))
    assert [row[5] for row in rows] == ["金额（元）", "9,374.40", "14,061.60"]
    text = text_of(statement.write_pdf(shared.inventor, own))
    for expected in ("收益个人对账单", "李教授", "14,061.60", "财税〔2018〕58号"):
        assert expected in text


def test_every_station_is_the_sum_of_its_rows_and_of_the_ledger(shared: SharedBill) -> None:
    flow = queries.get_flow(shared.bill.officer)
    sums = {station.figure.value: station.amount_minor for station in flow.stations}
    assert sums == {
        "contracted": 10_000_000, "due": 10_000_000, "received": 10_000_000, "distributed": 6_000_000, "paid_out": 1_406_160,
    }  # fmt: skip
    for station in flow.stations:
        rows = queries.list_flow_rows(shared.bill.officer, figure=station.figure)
        assert sum(row.amount_minor for row in rows.items) == station.amount_minor
        assert rows.total == station.rows
    booked = {row.kind: row for row in books.get_trial_balance(shared.bill.system).rows}
    assert sums["due"] == booked["receivable"].debit_minor
    assert sums["received"] == booked["undistributed"].credit_minor
    assert sums["distributed"] == booked["undistributed"].debit_minor
    assert flow.platform_minor == booked["platform_fee"].closing_minor
    owed = sum(row.closing_minor for kind, row in booked.items() if kind.startswith("payable_"))
    assert flow.payable_minor == owed
    assert flow.under_way_minor == booked["inflight"].closing_minor == 0
    assert sums["distributed"] == (
        flow.platform_minor + flow.payable_minor + flow.under_way_minor + sums["paid_out"]
    )


def test_the_money_page_is_for_the_universitys_money_people(shared: SharedBill) -> None:
    for reader in (shared.bill.firm, shared.inventor, shared.manager):
        with pytest.raises(Forbidden):
            queries.get_flow(reader)
        with pytest.raises(Forbidden):
            queries.list_flow_rows(reader, figure=FlowFigure.RECEIVED)
    assert {s.amount_minor for s in queries.get_flow(shared.institute_officer).stations} == {0}
