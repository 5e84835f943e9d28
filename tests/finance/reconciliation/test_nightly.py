"""The nightly look at the provider: lost payments are found, payouts and fees booked, the rest is named (P19, P20, P31, P33)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from finance.bank import service as bank
from finance.ledger import queries as ledger
from finance.payments import inbox, service as payments
from finance.payments.models import PaymentAttempt
from finance.reconciliation import queries, service
from finance.reconciliation.nightly import reconcile_nightly
from finance.reconciliation.schemas import DifferenceKind, DifferenceState
from finance.settings import settings
from marketplace.core.clock import start_of_day
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.ledger import booked_for_source
from tests.factories.payments import Bill, Simulator, a_bill, another_bill, signed
from workers.checks import INVARIANTS, clearing_and_bank_agree

KEY = "clearing:stripe"


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def at(uow: UnitOfWork, hour: int, day: int = 0) -> UnitOfWork:
    """The system at an hour of today (or days later), Shanghai."""
    now: datetime = start_of_day(uow.today + timedelta(days=day)) + timedelta(hours=hour)
    return replace(uow, now=now)


def paid(bill: Bill, double: Simulator, *, heard: bool) -> PaymentAttempt:
    """The firm pays on the provider's page; the announcement arrives, or is lost."""
    attempt, _ = payments.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key=f"key-{bill.invoice.number}", provider="stripe"
    )
    payments.record_answer(
        bill.firm, attempt_id=attempt.id, answer=payments.ask(double.gateway, payments.request_of(attempt))
    )
    double.act(attempt.provider_ref or "", "pay")
    if heard:
        for event in double.events_of(attempt.id):
            body, signature = signed(event)
            inbox.store_notices(bill.system, [inbox.read_notice(double.gateway, body, signature)])
        while inbox.apply_inbox(bill.system, gateway=double.gateway):
            pass
    return attempt


def night(bill: Bill, double: Simulator, *, day: int = 0) -> int:
    return reconcile_nightly(at(bill.system, 3, day), gateway=double.gateway)


def clearing(bill: Bill) -> int:
    return ledger.get_balance(bill.system, KEY)


def test_what_both_sides_know_needs_nobody(bill: Bill, stripe_double: Simulator) -> None:
    paid(bill, stripe_double, heard=True)
    assert (night(bill, stripe_double), night(bill, stripe_double)) == (1, 0)  # once a day
    [account] = queries.list_accounts(bill.system)
    assert (account.key, account.ours_minor, account.theirs_minor, account.open_count) == (
        KEY,
        7_768_000,
        7_768_000,
        0,
    )


@pytest.mark.fault("P33")
def test_an_announcement_that_was_lost_is_found_and_booked_once(bill: Bill, stripe_double: Simulator) -> None:
    attempt = paid(bill, stripe_double, heard=False)
    assert clearing(bill) == 0
    night(bill, stripe_double)
    assert (attempt.state, clearing(bill)) == ("succeeded", 7_768_000)
    night(bill, stripe_double, day=1)
    for event in stripe_double.events_of(attempt.id):  # and comes after all
        body, signature = signed(event)
        inbox.store_notices(bill.system, [inbox.read_notice(stripe_double.gateway, body, signature)])
    inbox.apply_inbox(bill.system, gateway=stripe_double.gateway)
    assert [t.kind for t in booked_for_source(bill.system, attempt.id)] == ["payment_captured"]
    assert queries.list_differences(bill.system) == []


def test_a_payout_settles_the_clearing_account_once(bill: Bill, stripe_double: Simulator) -> None:
    paid(bill, stripe_double, heard=True)
    payout = stripe_double.control("settle")
    night(bill, stripe_double)
    night(bill, stripe_double, day=1)
    assert (clearing(bill), ledger.get_balance(bill.system, f"bank:{settings().settlement_account}")) == (
        0,
        7_768_000,
    )
    rows = bill.system.rows("SELECT meta FROM ledger_txn WHERE kind = 'provider_settled'")
    assert [row["meta"]["payout_ref"] for row in rows] == [payout["id"]]
    items = queries.list_items(bill.system, key=KEY, day=queries.list_days(bill.system, key=KEY)[-1].day)
    assert sorted((item.side, item.kind, item.amount_minor) for item in items) == [
        ("both", "payment_captured", 7_768_000), ("both", "provider_settled", -7_768_000),
    ]  # fmt: skip


def test_the_payout_on_a_bank_statement_is_no_new_money(bill: Bill, stripe_double: Simulator) -> None:
    paid(bill, stripe_double, heard=True)
    payout = stripe_double.control("settle")
    night(bill, stripe_double)
    account = settings().settlement_account
    content = f"本方账号,交易日期,收入金额,摘要\n{account},{bill.officer.today},77680.00,STRIPE {payout['id']}".encode()
    bank.import_statement(bill.officer, content=content, file_name="清算.csv")
    assert ledger.get_balance(bill.system, f"bank:{account}") == 7_768_000
    assert service.compare_bank(bill.system, account_no=account) == 0


def test_captured_money_that_is_still_pending_is_not_paid_out(bill: Bill, stripe_double: Simulator) -> None:
    stripe_double.control("lag", seconds=172_800)
    paid(bill, stripe_double, heard=True)
    stripe_double.control("lag", seconds=0)
    paid(another_bill(bill, amount_minor=10_000), stripe_double, heard=True)
    payout = stripe_double.control("settle")
    assert payout["amount"] == 9_710
    carried = stripe_double.client.v1.balance_transactions.list({"payout": payout["id"]}).data
    assert [(m.type, m.net) for m in carried] == [("payout", -9_710), ("charge", 9_710)]
    assert stripe_double.client.v1.balance.retrieve().pending[0].amount == 7_768_000


@pytest.mark.fault("P31")
def test_a_fee_that_differs_is_put_right_once(bill: Bill, stripe_double: Simulator) -> None:
    paid(bill, stripe_double, heard=True)
    [moved] = stripe_double.books()["balance_transaction"]
    stripe_double.control(f"fees/{moved['id']}", fee=moved["fee"] + 300)
    night(bill, stripe_double)
    night(bill, stripe_double, day=1)
    assert (clearing(bill), ledger.get_balance(bill.system, "processor_fee")) == (7_767_700, 232_300)
    assert [
        row["kind"] for row in bill.system.rows("SELECT kind FROM ledger_txn WHERE kind LIKE 'provider%'")
    ] == ["provider_fee_charged"]
    assert queries.list_differences(bill.system) == []


def test_money_that_is_not_ours_is_named_with_an_owner_and_explained(
    bill: Bill, stripe_double: Simulator
) -> None:
    stripe_double.client.v1.payment_intents.create(
        {"amount": 5_000, "currency": "cny", "confirm": True, "payment_method": "pm_card_visa"}
    )
    night(bill, stripe_double)
    [found] = queries.list_differences(bill.system)
    assert (found.kind, found.state, found.ours_minor, found.theirs_minor) == (
        DifferenceKind.PROVIDER_ONLY,
        DifferenceState.OPEN,
        0,
        4_855,
    )
    admin = replace(
        bill.system, actor=a_member(bill.system, bill.market.university_id, "department", Role.ADMINISTRATOR)
    )
    assert [view.key for view in queries.list_accounts(admin)] == [KEY]
    with pytest.raises(NotFound):
        service.explain_difference(bill.head, difference_id=found.id, reason="不是我的")
    assert queries.list_differences(bill.head) == []
    told = service.explain_difference(admin, difference_id=found.id, reason="测试付款，已在支付机构退回")
    assert told.state is DifferenceState.EXPLAINED


def test_a_provider_that_is_away_is_asked_again_ten_minutes_later(
    bill: Bill, stripe_double: Simulator
) -> None:
    paid(bill, stripe_double, heard=False)
    stripe_double.fault("GET balance_transactions", "500", times=9)
    assert night(bill, stripe_double) == 0
    [run] = bill.system.rows("SELECT tries, done_at, last_error FROM reconciliation_run")
    assert (run["tries"], run["done_at"]) == (1, None)
    stripe_double.mend()
    assert night(bill, stripe_double) == 0  # not before its time
    later = replace(at(bill.system, 3), now=at(bill.system, 3).now + timedelta(minutes=10))
    assert reconcile_nightly(later, gateway=stripe_double.gateway) == 1
    assert clearing(bill) == 7_768_000


def test_nothing_runs_before_two_in_the_morning(bill: Bill, stripe_double: Simulator) -> None:
    assert reconcile_nightly(at(bill.system, 1), gateway=stripe_double.gateway) == 0
    assert bill.system.rows("SELECT 1 AS found FROM reconciliation_run") == []


def test_an_administrator_asks_for_another_look(bill: Bill, stripe_double: Simulator) -> None:
    night(bill, stripe_double)
    paid(bill, stripe_double, heard=False)
    admin = replace(
        at(bill.system, 4),
        actor=a_member(bill.system, bill.market.university_id, "department", Role.ADMINISTRATOR),
    )
    service.compare_now(admin)
    assert reconcile_nightly(at(bill.system, 4), gateway=stripe_double.gateway) == 1
    assert clearing(bill) == 7_768_000


def test_i11_names_money_that_nobody_knows_of(bill: Bill, stripe_double: Simulator) -> None:
    paid(bill, stripe_double, heard=True)
    night(bill, stripe_double)
    connection = bill.system.session.connection()
    point = connection.begin_nested()
    connection.exec_driver_sql("UPDATE provider_movement SET net_minor = net_minor + 1")
    assert [v.invariant for v in clearing_and_bank_agree.check(bill.system.session)] == ["I11"]
    point.rollback()
