"""What a bank answers to a batch, as a file: each line confirmed or returned, once; what does not fit changes nothing."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import openpyxl
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from finance.distributions import service as splitting
from finance.ledger import queries as ledger
from finance.payouts import queries, service
from finance.payouts.errors import ResultFileNotReadable, ResultRowsWrong
from finance.payouts.files import FileFormat, reference_of
from finance.payouts.results import read_results
from finance.payouts.schemas import BatchView, ImportedResults, NewBatch, PayoutView, Results, Returned
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, TooLarge
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.identity.permissions import Role
from tests.at_once import DONE, at_once
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.shared import SharedBill, a_shared_bill, receive
from tests.finance.payments.test_money_over_http import Desk
from tests.finance.payouts.test_payouts import a_batch, balance, ready, shared  # noqa: F401 - a fixture
from workers.checks import INVARIANTS

HEAD = ("顺序号", "收款账号名称", "金额", "自定义序号", "处理状态", "失败原因")
Row = tuple[PayoutView, str, str]


def answer(*rows: Row, head: Sequence[str] = HEAD) -> bytes:
    """Write a bank's answer: one line a payment with its state and reason, and a footer."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["批量支付结果查询"])
    writer.writerow(head)
    for number, (line, said, why) in enumerate(rows, start=1):
        yuan = f"{line.amount_minor // 100:,}.{line.amount_minor % 100:02d}"
        writer.writerow([number, line.payee_name, yuan, reference_of(line.id), said, why])
    writer.writerow(["合计", len(rows)])
    return buffer.getvalue().encode("gb18030")


@pytest.fixture
def held(shared: SharedBill) -> BatchView:  # noqa: F811
    batch = a_batch(shared)
    return service.approve_batch(shared.bill.head, batch_id=batch.id)


def bring(side: UnitOfWork, batch: BatchView, content: bytes) -> ImportedResults:
    return service.import_results(side, batch_id=batch.id, content=content, file_name="结果.csv")


def test_each_line_is_paid_or_comes_back_and_the_same_file_changes_nothing(
    shared: SharedBill,  # noqa: F811
    held: BatchView,
) -> None:
    officer = shared.bill.officer
    li, school = held.payouts
    file = answer((li, "交易成功", ""), (school, "退汇", "户名与账号不符"))

    done = bring(officer, held, file)
    assert (done.confirmed, done.returned, done.pending, done.repeated) == (1, 1, 0, False)
    assert (done.batch.state, [(p.state, p.reason) for p in done.batch.payouts]) == (
        "done", [("confirmed", ""), ("returned", "户名与账号不符")],
    )  # fmt: skip
    assert balance(shared, f"inflight:{li.id}") == balance(shared, f"inflight:{school.id}") == 0
    assert [p.open_minor for p in queries.list_payables(officer).payees if p.name == "所在院系"] == [558_000]

    again = bring(officer, held, file)
    assert (again.confirmed, again.returned, again.repeated) == (0, 0, True)
    kept = [
        (f.file_name, f.lines, f.confirmed, f.returned, f.imported_by_name) for f in again.batch.result_files
    ]
    assert kept == [("结果.csv", 2, 1, 1, "陆明")]

    # What 李教授's bank sends back later is recorded by hand; the old file does not pay her a second time.
    back = Results(returned=[Returned(payout_id=li.id, reason="账户已销户")])
    service.record_results(officer, batch_id=held.id, results=back)
    assert bring(officer, held, file).repeated
    with pytest.raises(ResultRowsWrong) as refused:
        bring(officer, held, answer((li, "成功", "")))
    assert [e.pointer for e in refused.value.errors] == ["/rows/3/处理状态"]
    assert balance(shared, f"payable_inventor:{shared.inventor.actor.user_id}") == 2_343_600


def test_what_is_under_way_waits_for_the_next_file(shared: SharedBill, held: BatchView) -> None:  # noqa: F811
    officer = shared.bill.officer
    li, school = held.payouts
    first = bring(officer, held, answer((li, "处理中", ""), (school, "成功", "")))
    assert (first.confirmed, first.pending, first.batch.state) == (1, 1, "held")
    second = bring(officer, held, answer((li, "失败", ""), (school, "成功", "")))
    assert (second.confirmed, second.returned, second.batch.state) == (0, 1, "done")
    assert [(p.state, p.reason) for p in second.batch.payouts] == [("returned", "失败"), ("confirmed", "")]
    assert [(f.confirmed, f.returned) for f in second.batch.result_files] in (
        [(0, 1), (1, 0)],
        [(1, 0), (0, 1)],
    )


def test_the_file_that_went_out_comes_back_with_two_more_columns(shared: SharedBill, held: BatchView) -> None:  # noqa: F811
    officer = shared.bill.officer
    _, content = queries.get_file(officer, batch_id=held.id, kind=FileFormat.XLSX)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for row, (state, why) in enumerate(
        [("处理状态", "失败原因"), ("成功", ""), ("失败", "账户不存在")], start=1
    ):
        sheet.cell(row, 20, state)
        sheet.cell(row, 21, why)
    buffer = io.BytesIO()
    book.save(buffer)
    done = bring(officer, held, buffer.getvalue())
    assert (done.confirmed, done.returned, done.batch.payouts[1].reason) == (1, 1, "账户不存在")


def test_rows_that_do_not_fit_are_named_and_nothing_is_recorded(shared: SharedBill, held: BatchView) -> None:  # noqa: F811
    officer = shared.bill.officer
    li, school = held.payouts
    stranger = li.model_copy(update={"id": UUID(int=7)})
    dearer = school.model_copy(update={"amount_minor": 558_001})
    with pytest.raises(ResultRowsWrong) as refused:
        bring(
            officer,
            held,
            answer((li, "成功", ""), (stranger, "成功", ""), (li, "失败", ""), (dearer, "成功", "")),
        )
    assert [(e.pointer, e.code) for e in refused.value.errors] == [
        ("/rows/4/自定义序号", "payout_result.reference"),
        ("/rows/5/自定义序号", "payout_result.twice"),
        ("/rows/6/金额", "payout_result.amount"),
    ]
    assert (
        refused.value.errors[0].body("en")["message"]
        == "Row 4, “自定义序号”: “000000000007” is no payment of this batch."
    )
    with pytest.raises(ResultRowsWrong) as unclear:
        bring(officer, held, answer((li, "大概成功", "")))
    assert [e.pointer for e in unclear.value.errors] == ["/rows/3/处理状态"]
    for content in (b"", b"\x00\x01", b"PK\x03\x04broken", "姓名,金额\n李教授,1".encode(), answer()):
        with pytest.raises(ResultFileNotReadable):
            bring(officer, held, content)
    with pytest.raises(TooLarge):
        bring(officer, held, b"x" * (5 * 1_048_576 + 1))

    after = queries.get_batch(officer, batch_id=held.id)
    assert ([p.state for p in after.payouts], after.result_files) == (["held", "held"], [])
    assert balance(shared, f"inflight:{li.id}") == 2_343_600


def test_only_who_prepares_the_batch_imports_and_only_after_the_approval(
    uow: UnitOfWork,
    shared: SharedBill,  # noqa: F811
) -> None:
    service.choose_runner(shared.bill.head, run_by="platform")
    platform = replace(
        uow, actor=a_member(uow, a_university(uow, "平台"), "department", Role.ADMINISTRATOR, "管理员")
    )
    owner = shared.bill.officer.actor.organization_id
    [entrusted] = queries.list_entrusted(platform)
    assert (entrusted.organization_id, entrusted.run_by, entrusted.may_request) == (owner, "platform", True)
    for other in (shared.bill.head, shared.bill.officer, shared.institute_head):
        with pytest.raises(Forbidden):
            queries.list_entrusted(other)
    batch = service.request_batch(platform, draft=NewBatch(payees=ready(shared), organization_id=owner))
    file = answer((batch.payouts[0], "成功", ""))
    with pytest.raises(IllegalMove):
        bring(platform, batch, file)
    service.approve_batch(shared.bill.head, batch_id=batch.id)
    with pytest.raises(Forbidden):
        bring(shared.bill.officer, batch, file)
    for stranger in (shared.institute_officer, shared.bill.firm, shared.inventor):
        with pytest.raises(NotFound):
            bring(stranger, batch, file)
    assert [p.state for p in queries.get_batch(platform, batch_id=batch.id).payouts] == ["held", "held"]
    assert bring(platform, batch, file).confirmed == 1


def test_over_http_rows_are_named_in_the_readers_language(
    shared: SharedBill,  # noqa: F811
    held: BatchView,
    client: TestClient,
) -> None:
    officer, path = Desk(client, shared.bill.officer), f"/payouts/{held.id}/result-files"
    li, school = held.payouts
    wrong = {"file": ("r.csv", answer((li, "也许", "")), "text/csv")}
    refused = officer("POST", path, files=wrong, headers={"Accept-Language": "en"})
    assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    assert refused.json()["code"] == "payout.result_rows_wrong"
    assert (
        refused.json()["errors"][0]["message"]
        == "Row 3, “处理状态”: “也许” is not understood; write 成功, 失败 or 处理中."
    )
    assert (
        officer("POST", path, files={"file": ("r.csv", b"", "text/csv")}).json()["code"]
        == "payout.result_not_readable"
    )
    assert Desk(client, shared.institute_officer)("POST", path, files=wrong).status_code == 404

    right = {"file": ("r.csv", answer((li, "成功", ""), (school, "成功", "")), "text/csv")}
    assert officer("POST", path, files=right).json()["batch"]["state"] == "done"
    assert officer("POST", path, files=right).json()["repeated"] is True


def test_the_same_file_twice_at_once_is_booked_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        shared = a_shared_bill(uow)
        split = receive(shared.bill, "100000.00")
        for side in (shared.bill.head, shared.institute_head):
            splitting.approve_distribution(side, distribution_id=split.id)
        batch = service.approve_batch(shared.bill.head, batch_id=a_batch(shared).id)
    file = answer(*[(line, "成功", "") for line in batch.payouts])
    officer = shared.bill.officer.actor

    assert at_once(committed_engine, *[(officer, lambda uow: bring(uow, batch, file))] * 3) == [DONE] * 3
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        after = queries.get_batch(uow, batch_id=batch.id)
        assert ([p.state for p in after.payouts], len(after.result_files)) == (["confirmed", "confirmed"], 1)
    with unit_of_work(on=committed_engine) as uow:
        posted = uow.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'payout_posted'")
        assert posted == [{"n": 2}]
        assert [ledger.get_balance(uow, f"inflight:{line.id}") for line in batch.payouts] == [0, 0]
        assert [found for check in INVARIANTS for found in check(uow.session)] == []


def test_every_layout_says_where_the_reference_and_the_state_stand() -> None:
    for head in ("自定义序号,指令状态", "EndToEndId,Status", "客户流水号,交易结果,退汇原因"):
        table = read_results(f"{head}\n{'0' * 20}00000000000a,成功".encode())
        assert [(row.reference, row.said) for row in table.rows] == [("00000000000a", "paid")]
