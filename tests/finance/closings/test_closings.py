"""A month is closed by two persons when nothing stands in the way, and kept; nothing is booked into it any more (L07)."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from finance.bank import service as bank
from finance.books import queries as books
from finance.closings import queries, service
from finance.closings.counting import following
from finance.closings.errors import ClosingUnderWay, LaterMonthClosed, MonthNotReady, OwnClosing
from finance.closings.queries import before
from finance.closings.schemas import ClosingState, ObstacleKind
from finance.ledger.chart import Account, AccountKind
from finance.ledger.errors import MonthClosed
from finance.ledger.recipes import RECIPES
from finance.ledger.recipes.posting import post
from finance.reconciliation import queries as reconciliation, service as comparing
from marketplace.app.worklist.university import of_university
from marketplace.core.clock import start_of_day
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.closings import a_closed_month, after_month, month_of, seal, two_administrators
from tests.factories.payments import Bill, a_bill
from workers.checks import INVARIANTS, closed_months_hold

A, B = Account(AccountKind.RECEIVABLE, "a"), Account(AccountKind.ENTITLEMENT, "b")
ACCOUNT = "3200123456789999"


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def kinds(bill: Bill) -> list[ObstacleKind]:
    month = month_of(bill)
    return [one.kind for one in queries.get_month(after_month(bill.officer, month), month=month).obstacles]


def statement(bill: Bill, *rows: str) -> None:
    head = "本方账号,交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要\n"
    content = (head + "\n".join(f"{ACCOUNT},{row}" for row in rows)).encode()
    bank.import_statement(bill.officer, content=content, file_name=f"{rows[0][:10]}.csv")
    comparing.compare_bank(bill.system, account_no=ACCOUNT)


def test_two_persons_close_and_what_it_came_to_is_kept(bill: Bill) -> None:
    month = month_of(bill)
    officer, head = after_month(bill.officer, month), after_month(bill.head, month)
    seal(bill.system)
    detail = queries.get_month(officer, month=month)
    assert (detail.obstacles, detail.may_ask, detail.closings) == ([], True, [])

    asked = service.ask_to_close(officer, month=month)
    assert (asked.state, asked.moves, [step.code for step in asked.refused]) == (
        ClosingState.ASKED, ["withdraw"], ["forbidden", "forbidden"],
    )  # fmt: skip
    with pytest.raises(ClosingUnderWay):
        service.ask_to_close(head, month=month)
    with pytest.raises(Forbidden):
        service.close_month(officer, closing_id=asked.id)
    assert [
        (todo.kind.value, todo.title) for todo in of_university(head).todos if todo.kind == "close_month"
    ] == [("close_month", f"{month:%Y-%m}")]

    closed = service.close_month(head, closing_id=asked.id)
    trial = books.get_trial_balance(head, from_on=month, to_on=following(month) - timedelta(days=1))
    [chain_head] = head.rows("SELECT seq, digest FROM chain_head WHERE chain = 'ledger'")
    assert (closed.state, closed.rows, closed.transactions) == (ClosingState.CLOSED, trial.rows, 1)
    assert (closed.chain_seq, closed.chain_digest) == (chain_head["seq"], chain_head["digest"])
    assert (closed.asked_by_name, closed.decided_by_name) == ("陆明", "周主任")
    assert [row["action"] for row in head.rows("SELECT action FROM audit_entry WHERE subject_type = 'month_closing' ORDER BY seq")] == [
        "month.closing_asked", "month.closed",
    ]  # fmt: skip
    [present, shown] = queries.list_months(officer).items[:2]
    assert (present.month, present.state) == (f"{following(month):%Y-%m}", None)
    assert (shown.month, shown.state, shown.decided_by_name) == (f"{month:%Y-%m}", "closed", "周主任")


def test_nobody_closes_alone(bill: Bill) -> None:
    month = month_of(bill)
    seal(bill.system)
    head = after_month(bill.head, month)
    asked = service.ask_to_close(head, month=month)
    for step in (
        service.close_month,
        lambda uow, closing_id: service.decline_closing(uow, closing_id=closing_id, reason="不通过"),
    ):
        with pytest.raises(OwnClosing):
            step(head, closing_id=asked.id)
    assert queries.get_closing(head, closing_id=asked.id).state == ClosingState.ASKED
    service.withdraw_closing(after_month(bill.officer, month), closing_id=asked.id)
    with pytest.raises(IllegalMove):
        service.close_month(after_month(bill.head, month), closing_id=asked.id)


def test_what_stands_in_the_way_has_an_owner_and_a_page(bill: Bill) -> None:
    month = month_of(bill)
    assert [one.kind for one in queries.get_month(bill.officer, month=month).obstacles] == [
        ObstacleKind.NOT_OVER,
        ObstacleKind.UNSEALED,
    ]
    statement(bill, f"{month},S1,5.00,,5.00,乙,63,不明", f"{month},S2,,3.00,2.00,银行,,手续费")
    seal(bill.system)
    after = after_month(bill.officer, month)
    found = queries.get_month(after, month=month).obstacles
    page = f"/app/reconciliation?account=bank%3A{ACCOUNT}&day={month}"
    assert [(one.kind, one.what, one.owner, one.on, one.amount_minor, one.link) for one in found] == [
        (
            ObstacleKind.NOT_COMPARED,
            f"账户 {ACCOUNT} 的银行流水未导入到月末",
            "陆明",
            month,
            None,
            "/app/bank",
        ),
        (ObstacleKind.DIFFERENCE, "银行 手续费", "江南大学", month, -300, page),
        (ObstacleKind.UNMATCHED, "乙 不明", "江南大学", month, 500, "/app/bank?state=unmatched"),
    ]
    with pytest.raises(MonthNotReady) as refused:
        service.ask_to_close(after, month=month)
    assert (refused.value.count, refused.value.first) == (3, found[0].what)
    assert queries.get_month(after, month=month).closings == []

    [difference] = reconciliation.list_differences(bill.head)
    comparing.own_difference(bill.head, difference_id=difference.id)
    assert queries.get_month(after, month=month).obstacles[1].owner == "周主任"
    comparing.explain_difference(bill.officer, difference_id=difference.id, reason="银行手续费")
    [line] = bank_lines(bill)
    bank.set_aside(bill.officer, line_id=line, reason="不是许可费")
    statement(bill, f"{following(month)},S3,1.00,,3.00,丙,62,下月")  # reaches beyond the end of the month
    seal(bill.system)
    assert kinds(bill) == []


def bank_lines(bill: Bill) -> list[UUID]:
    return [
        row["id"]
        for row in bill.system.rows("SELECT id FROM bank_line WHERE state = 'unmatched' AND direction = 'in'")
    ]


def test_what_arrives_between_asking_and_closing_stops_it(bill: Bill) -> None:
    month = month_of(bill)
    seal(bill.system)
    asked = service.ask_to_close(after_month(bill.officer, month), month=month)
    statement(bill, f"{month},S1,5.00,,5.00,乙,63,不明")
    head = after_month(bill.head, month)
    with pytest.raises(MonthNotReady), bill.system.session.begin_nested():
        service.close_month(head, closing_id=asked.id)
    assert queries.get_closing(head, closing_id=asked.id).state == ClosingState.ASKED
    declined = service.decline_closing(head, closing_id=asked.id, reason="还有到账未认领")
    assert (declined.state, declined.answer) == (ClosingState.DECLINED, "还有到账未认领")


def test_months_are_closed_in_order_and_opened_from_the_last(bill: Bill) -> None:
    first = month_of(bill)
    second = following(first)
    seal(bill.system)
    with pytest.raises(MonthNotReady):
        service.ask_to_close(after_month(bill.officer, second), month=second)
    [in_the_way] = queries.get_month(after_month(bill.officer, second), month=second).obstacles
    assert (in_the_way.kind, in_the_way.link) == (ObstacleKind.EARLIER_OPEN, f"/app/closings/{first:%Y-%m}")
    one = a_closed_month(bill)
    officer, head = after_month(bill.officer, second), after_month(bill.head, second)
    two = service.close_month(head, closing_id=service.ask_to_close(officer, month=second).id)
    assert (two.transactions, [row.opening_minor for row in two.rows]) == (
        0,
        [row.closing_minor for row in one.rows],
    )
    with pytest.raises(LaterMonthClosed):
        service.ask_to_reopen(officer, closing_id=one.id, reason="要改第一个月")
    for outside in (before(first), following(following(second))):
        with pytest.raises(NotFound):
            service.ask_to_close(officer, month=outside)


@pytest.mark.fault("L07")
def test_nothing_is_booked_into_a_closed_month(bill: Bill) -> None:
    """A clock that runs back, `ledger_post` itself, and SQL past all of it."""
    month = month_of(bill)
    a_closed_month(bill)
    session, late = bill.system.session, bill.system
    before_it = bill.system.rows("SELECT count(*) AS n FROM ledger_txn")
    with pytest.raises(MonthClosed) as refused, session.begin_nested():
        RECIPES["invoice_issued"](late, invoice_id=new_id(), contract_id=new_id(), amount_minor=100)
    assert refused.value.month == f"{month:%Y-%m}"
    by_hand = (
        "SELECT ledger_post('k', 'test', 'CNY', ARRAY['receivable:x', 'entitlement:x'], ARRAY[1, -1]::bigint[], '[]', :at, 'test', NULL)",
        "INSERT INTO ledger_txn (idem_key, kind, currency, source_type, effective_at, created_at, meta) VALUES ('k', 't', 'CNY', '', :at, :at, '{}')",
    )
    last_instant = start_of_day(following(month)) - timedelta(microseconds=1)
    for statement_ in by_hand:
        for at in (start_of_day(month), late.now, last_instant):
            with pytest.raises(DBAPIError, match="closed month"), session.begin_nested():
                session.connection().execute(text(statement_), {"at": at})
    assert bill.system.rows("SELECT count(*) AS n FROM ledger_txn") == before_it
    assert (
        bill.system.rows("SELECT 1 AS n FROM ledger_account WHERE key IN ('receivable:x', 'entitlement:x')")
        == []
    )
    # the first instant of the next month is open
    assert RECIPES["invoice_issued"](
        after_month(late, month), invoice_id=new_id(), contract_id=new_id(), amount_minor=100
    )


def test_a_month_is_opened_again_by_two_persons_with_a_reason(bill: Bill) -> None:
    month = month_of(bill)
    closed = a_closed_month(bill)
    officer, head = after_month(bill.officer, month), after_month(bill.head, month)
    asked = service.ask_to_reopen(head, closing_id=closed.id, reason="漏记一笔到账")
    assert asked.state == ClosingState.REOPENING
    with pytest.raises(MonthClosed), bill.system.session.begin_nested():
        post(bill.system, "test", "k", [(A, 1), (B, -1)], source=("test", None))
    with pytest.raises(OwnClosing):
        service.reopen_month(head, closing_id=closed.id)
    with pytest.raises(Forbidden):
        service.reopen_month(officer, closing_id=closed.id)
    assert service.keep_closed(officer, closing_id=closed.id).state == ClosingState.CLOSED
    service.ask_to_reopen(officer, closing_id=closed.id, reason="漏记一笔到账")
    opened = service.reopen_month(head, closing_id=closed.id)
    assert (opened.state, opened.reopen_reason, opened.reopen_asked_by_name, opened.reopen_decided_by_name) == (
        ClosingState.REOPENED, "漏记一笔到账", "陆明", "周主任",
    )  # fmt: skip
    assert (opened.rows, opened.chain_digest) == (closed.rows, closed.chain_digest)
    [told] = bill.system.rows("SELECT detail FROM audit_entry WHERE action = 'month.reopened'")
    assert told["detail"] == {"month": f"{month:%Y-%m}", "reason": "漏记一笔到账"}
    post(bill.system, "test", "k", [(A, 1), (B, -1)], source=("test", None))
    seal(bill.system)
    again = service.close_month(head, closing_id=service.ask_to_close(officer, month=month).id)
    assert [one.state for one in queries.get_month(head, month=month).closings] == [
        ClosingState.CLOSED,
        ClosingState.REOPENED,
    ]
    assert again.rows == closed.rows  # the test's accounts are nobody's


def test_what_was_kept_is_never_changed(bill: Bill) -> None:
    closed = a_closed_month(bill)
    for statement_ in (
        "UPDATE month_closing SET transactions = 0 WHERE id = :id",
        "UPDATE month_closing SET figures = '[]' WHERE id = :id",
        "UPDATE month_closing SET month = month - interval '1 month' WHERE id = :id",
        "DELETE FROM month_closing WHERE id = :id",
    ):
        with pytest.raises(DBAPIError, match="month_closing"), bill.system.session.begin_nested():
            bill.system.session.connection().execute(text(statement_), {"id": closed.id})


def test_a_statement_imported_later_does_not_change_what_was_closed(uow: UnitOfWork) -> None:
    """Whose a bank account is follows from who imports its statements: a closed month keeps whose it was."""
    bill = a_bill(uow)
    settled = [(Account(AccountKind.BANK, ACCOUNT), 700), (Account(AccountKind.CLEARING, "stripe"), -700)]
    post(bill.system, "test", "settled", settled, source=("test", None))
    closed, month = a_closed_month(bill), month_of(bill)
    assert [row.kind for row in closed.rows] == ["entitlement", "receivable"]
    later = after_month(bill.officer, month)
    content = (
        f"本方账号,交易日期,交易流水号,收入金额,余额,对方户名,摘要\n{ACCOUNT},{month},S1,7.00,7.00,甲,结算"
    )
    bank.import_statement(later, content=content.encode(), file_name="later.csv")
    trial = books.get_trial_balance(later, to_on=following(month) - timedelta(days=1))
    assert "bank" in {row.kind for row in trial.rows}
    assert closed_months_hold.check(uow.session) == []


def test_the_platform_closes_the_books_of_all(bill: Bill, uow: UnitOfWork) -> None:
    month = month_of(bill)
    one, two = two_administrators(bill)
    connection = uow.session.connection()
    connection.execute(
        text(
            "INSERT INTO provider_notice (id, version, created_at, provider, event_id, kind, object_ref, body, received_at, state, tries)"
            " VALUES (uuidv7(), 1, now(), 'stripe', 'evt_1', 'charge.refunded', 'ch_1', '', now(), 'parked', 1)"
        )
    )
    seal(bill.system)
    [parked] = queries.get_month(one, month=month).obstacles
    assert (parked.kind, parked.what, parked.owner, parked.link) == (
        ObstacleKind.PARKED, "支付机构通知待处理：charge.refunded ch_1", "平台管理员", "/app/admin",
    )  # fmt: skip
    assert kinds(bill) == []
    connection.execute(text("UPDATE provider_notice SET state = 'done', attempt_id = uuidv7()"))
    asked = service.ask_to_close(one, month=month)
    assert queries.get_month(after_month(bill.officer, month), month=month).closings == []
    with pytest.raises(NotFound):
        service.close_month(after_month(bill.head, month), closing_id=asked.id)
    closed = service.close_month(two, closing_id=asked.id)
    assert (closed.organization_name, closed.transactions) == (None, 1)
    own = a_closed_month(bill)  # the university closes its own book of the same month
    assert own.rows == closed.rows
