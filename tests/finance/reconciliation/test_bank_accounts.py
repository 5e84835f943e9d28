"""Bank accounts day by day: what only the bank knows, what only the books know, and how a difference ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from finance.bank import service as bank
from finance.distributions import service as distributions
from finance.payouts import service as payouts
from finance.payouts.schemas import NewBatch, PayoutView, Results
from finance.reconciliation import queries, service
from finance.reconciliation.errors import NothingToCompare
from finance.reconciliation.schemas import DifferenceKind, DifferenceState
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled
from tests.factories.payments import Bill, a_bill
from tests.finance.payouts.test_payouts import account, payee
from workers.checks import INVARIANTS

ACCOUNT = "3200123456789999"
KEY = f"bank:{ACCOUNT}"
HEAD = "本方账号,交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要\n"


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def statement(bill: Bill, *rows: str) -> None:
    content = (HEAD + "\n".join(f"{ACCOUNT},{row}" for row in rows)).encode()
    bank.import_statement(bill.officer, content=content, file_name=f"{len(rows)}-{rows[0][:10]}.csv")
    service.compare_bank(bill.system, account_no=ACCOUNT)


def differences(bill: Bill) -> list[tuple[str, str, int, int]]:
    return [
        (d.kind.value, d.state.value, d.ours_minor, d.theirs_minor)
        for d in queries.list_differences(bill.officer)
    ]


def days(bill: Bill) -> list[tuple[int, int, int]]:
    return [(d.day.day, d.ours_minor, d.theirs_minor) for d in queries.list_days(bill.officer, key=KEY)]


def test_books_and_bank_agree_day_by_day_from_the_banks_own_opening(bill: Bill) -> None:
    statement(
        bill,
        f"2026-10-08,S1,80000.00,,180000.00,甲,62,{bill.invoice.reference}",
        "2026-10-09,S2,5.00,,180005.00,乙,63,不明",
    )
    assert days(bill) == [(8, 18_000_000, 18_000_000), (9, 18_000_500, 18_000_500)]
    assert differences(bill) == []
    [account] = queries.list_accounts(bill.officer)
    assert (account.key, account.kind, account.open_count) == (KEY, "bank", 0)
    assert account.name.endswith(f" {ACCOUNT}")


def test_money_sent_that_nobody_booked_is_a_difference_until_it_is_explained(bill: Bill) -> None:
    statement(bill, "2026-10-08,S1,10.00,,110.00,甲,62,x", "2026-10-08,S2,,3.00,107.00,银行,,手续费")
    assert days(bill) == [(8, 11_000, 10_700)]
    [found] = queries.list_differences(bill.officer)
    assert (found.kind, found.state, found.ours_minor, found.theirs_minor) == (
        DifferenceKind.BANK_ONLY,
        DifferenceState.OPEN,
        0,
        -300,
    )
    assert found.age_days == (bill.officer.today - date(2026, 10, 8)).days
    [event] = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = 'reconciliation.difference.found'"
    )
    assert (event["payload"]["count"], event["payload"]["amount_minor"]) == (1, 300)

    assert service.own_difference(bill.head, difference_id=found.id).owner_name == "周主任"
    told = service.explain_difference(bill.officer, difference_id=found.id, reason="银行手续费，由学校承担")
    assert (told.state, told.reason) == (DifferenceState.EXPLAINED, "银行手续费，由学校承担")
    assert [(s.to_state, s.actor_name, s.reason) for s in told.history] == [
        (DifferenceState.OPEN, None, None), (DifferenceState.EXPLAINED, "陆明", "银行手续费，由学校承担"),
    ]  # fmt: skip
    with pytest.raises(IllegalMove):
        service.explain_difference(bill.officer, difference_id=found.id, reason="再说一次")
    assert service.compare_bank(bill.system, account_no=ACCOUNT) == 0
    assert [d.state for d in queries.list_differences(bill.officer)] == [DifferenceState.EXPLAINED]


def paid_out(bill: Bill, today: date) -> PayoutView:
    """The fee arrives, is split and approved, and the school is paid from the account."""
    statement(bill, f"{today},S1,80000.00,,80000.00,甲,62,{bill.invoice.reference}")
    [row] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = :name", name=PaymentSettled.name)
    split = distributions.propose_distribution(
        bill.system, settled=PaymentSettled.model_validate(row["payload"])
    )
    assert split is not None
    distributions.approve_distribution(bill.head, distribution_id=split)
    bill.system.session.connection().execute(
        text("UPDATE organization SET bank_account = :account WHERE id = :id"),
        {"account": ACCOUNT, "id": bill.officer.actor.organization_id},
    )
    school = payee(bill.officer, "所在院系")
    payouts.set_account(bill.officer, draft=account(school, "32990000123", account_name="江南大学食品学院"))
    batch = payouts.request_batch(bill.officer, draft=NewBatch(payees=[school]))
    payouts.approve_batch(bill.head, batch_id=batch.id)
    payouts.record_results(bill.officer, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id]))
    return batch.payouts[0]


def test_a_payout_in_the_books_and_at_the_bank_are_one_movement(bill: Bill) -> None:
    today = bill.officer.today
    payout = paid_out(bill, today)
    assert service.compare_bank(bill.system, account_no=ACCOUNT) == 1
    assert payout.amount_minor == 784_000  # 80,000.00 less 2 % for the platform; 10 % of it
    assert differences(bill) == [("books_only", "open", -784_000, 0)]
    statement(bill, f"{today},S2,,7840.00,72160.00,食品学院,63,收益分配")
    assert differences(bill) == [("books_only", "settled", -784_000, 0)]
    [item] = [i for i in queries.list_items(bill.officer, key=KEY, day=today) if i.kind == "payout_posted"]
    assert (item.side, item.amount_minor) == ("both", -784_000)
    assert item.txn_id is not None
    entries = queries.get_transaction(bill.officer, key=KEY, txn_id=item.txn_id).entries
    assert {e.account for e in entries} == {KEY, f"inflight:{payout.id}"}
    with pytest.raises(NotFound):
        queries.get_transaction(bill.officer, key=KEY, txn_id=1)


def test_a_statement_that_is_missing_in_between_is_named(bill: Bill) -> None:
    statement(bill, "2026-10-08,S1,10.00,,110.00,甲,62,x")
    statement(bill, "2026-10-10,S3,1.00,,131.00,甲,62,z")
    assert differences(bill) == [("statement_gap", "open", 11_000, 13_000)]
    statement(bill, "2026-10-09,S2,20.00,,130.00,甲,62,y")
    assert differences(bill) == [("statement_gap", "settled", 11_000, 13_000)]


def test_what_was_set_aside_is_a_difference_with_its_reason(bill: Bill) -> None:
    statement(bill, "2026-10-08,S1,35.00,,135.00,检测,62,检测费")
    [row] = bill.system.rows("SELECT id FROM bank_line")
    bank.set_aside(bill.officer, line_id=row["id"], reason="学校检测费")
    assert service.compare_bank(bill.system, account_no=ACCOUNT) == 0
    [found] = queries.list_differences(bill.officer)
    assert (found.kind, found.state, found.reason) == (
        DifferenceKind.BANK_ONLY,
        DifferenceState.EXPLAINED,
        "学校检测费",
    )
    assert days(bill) == [(8, 10_000, 13_500)]


def test_an_earlier_statement_that_comes_later_moves_no_day(bill: Bill) -> None:
    statement(bill, "2026-10-09,S2,20.00,,130.00,甲,62,y")
    statement(bill, "2026-10-08,S1,10.00,,110.00,甲,62,x")
    assert days(bill) == [(8, 11_000, 11_000), (9, 13_000, 13_000)]


def test_a_university_compares_now(bill: Bill) -> None:
    with pytest.raises(NothingToCompare):
        service.compare_now(bill.officer)
    statement(bill, "2026-10-08,S1,10.00,,110.00,甲,62,x")
    [account] = service.compare_now(bill.officer)
    assert (account.day, account.ours_minor, account.theirs_minor) == (date(2026, 10, 8), 11_000, 11_000)


def test_others_neither_see_nor_explain(bill: Bill) -> None:
    statement(bill, "2026-10-08,S1,10.00,,110.00,甲,62,x", "2026-10-08,S2,,3.00,107.00,银行,,费")
    [found] = queries.list_differences(bill.officer)
    other = a_bill(bill.system)
    for who in (other.officer, bill.firm):
        for deed in (
            lambda who: service.explain_difference(who, difference_id=found.id, reason="不是"),
            lambda who: service.own_difference(who, difference_id=found.id),
            lambda who: queries.list_days(who, key=KEY),
            lambda who: queries.list_items(who, key=KEY, day=date(2026, 10, 8)),
        ):
            with pytest.raises(NotFound):
                deed(who)
    assert queries.list_differences(other.officer) == []
    with pytest.raises(Forbidden):
        queries.list_differences(bill.firm)
    with pytest.raises(Forbidden):
        service.compare_now(bill.firm)
    reader = replace(bill.officer, actor=replace(bill.officer.actor, permissions=frozenset({"bank.import"})))
    with pytest.raises(Forbidden):
        service.explain_difference(reader, difference_id=found.id, reason="不行")
    assert [d.state for d in queries.list_differences(bill.officer)] == [DifferenceState.OPEN]
