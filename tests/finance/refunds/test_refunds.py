"""Refunds: four eyes, never more than is left, held before the provider is asked, ended by its answer (P23 to P25, C06, L05)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from finance.bank import queries as bank_queries, service as bank
from finance.distributions import queries as splits, service as splitting
from finance.distributions.errors import IncomeNotCounted, RefundOfIncomeUnderWay
from finance.payments import queries as payments
from finance.payments.schemas import OnlineWay
from finance.receivables import queries as bills
from finance.refunds import completer, queries, service
from finance.refunds.errors import (
    BankWayOnly,
    OwnRefund,
    PayeeAccountNeeded,
    RefundTooHigh,
    RefundUnderWay,
    RefundWindowOver,
)
from finance.refunds.models import Refund
from finance.refunds.schemas import DebtAfter, NewRefund, RefundState, RefundWay
from marketplace.app.worklist.routes import get_worklist
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.events.payments import PaymentSettled
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.payments import Bill, Simulator, a_bill
from tests.finance.refunds.conftest import Desk, paid

WHOLE = 8_000_000


def test_a_whole_refund_reopens_the_bill_and_takes_its_split_away(desk: Desk) -> None:
    refund = desk.refund(WHOLE)

    assert (refund.state, refund.way, refund.decided_by_name) == ("succeeded", "provider", "周主任")
    invoice = bills.get_invoice(desk.bill.firm, invoice_id=desk.bill.invoice.id)
    [payment] = invoice.payments
    assert (invoice.state, invoice.open_minor) == ("open", WHOLE)
    assert (payment.amount_minor, payment.applied_minor, payment.refunded_minor) == (WHOLE, 0, WHOLE)
    assert desk.split().state == "withdrawn"
    assert desk.kinds() == [
        "invoice_issued",
        "payment_captured",
        "refund_promised",
        "refund_posted",
        "debt_reinstated",
    ]
    assert desk.balance("clearing:stripe") == 0
    assert desk.balance(f"refund_due:{refund.id}") == 0
    assert desk.system.rows("SELECT 1 AS found FROM contract_settlement") == []
    [gone] = desk.refunds_at_provider(refund)
    assert (gone["amount"], gone["status"]) == (WHOLE, "succeeded")


def test_a_debt_that_falls_is_credited_by_a_numbered_note(desk: Desk) -> None:
    desk.refund(3_000_000, debt="falls")

    invoice = bills.get_invoice(desk.bill.officer, invoice_id=desk.bill.invoice.id)
    assert (invoice.state, invoice.open_minor, invoice.paid_minor, invoice.credited_minor) == (
        "paid",
        0,
        5_000_000,
        3_000_000,
    )
    [note] = invoice.adjustments
    assert (note.state, note.number, note.proposed_by_name, note.decided_by_name) == (
        "approved",
        f"DX-{desk.system.today.year}-000001",
        "陆明",
        "周主任",
    )
    settled = desk.system.rows("SELECT kind, amount_minor FROM contract_settlement ORDER BY kind")
    assert settled == [
        {"kind": "credit", "amount_minor": 3_000_000},
        {"kind": "payment", "amount_minor": 5_000_000},
    ]
    split = desk.split()
    assert (split.state, split.amount_minor, split.refunded_minor) == ("proposed", 5_000_000, 3_000_000)
    assert sum(share.amount_minor for share in split.shares) == 5_000_000


def test_a_whole_refund_of_a_debt_that_falls_leaves_nothing_owed(desk: Desk) -> None:
    desk.refund(WHOLE, debt="falls")

    invoice = bills.get_invoice(desk.bill.officer, invoice_id=desk.bill.invoice.id)
    assert (invoice.state, invoice.open_minor, invoice.credited_minor) == ("credited", 0, WHOLE)


@pytest.mark.fault("C06")
def test_nobody_decides_her_own_and_the_second_decision_changes_nothing(desk: Desk) -> None:
    refund = desk.ask(WHOLE)
    with pytest.raises(Forbidden):
        service.approve_refund(desk.bill.officer, refund_id=refund.id)
    own = service.withdraw_refund(desk.bill.officer, refund_id=refund.id)
    assert own.state == RefundState.WITHDRAWN

    form = NewRefund(amount_minor=5, debt=DebtAfter.STANDS, reason="企业重复付款")
    by_head = service.request_refund(desk.bill.head, payment_id=desk.payment.id, form=form)
    assert by_head.moves == ["withdraw"]
    assert {step.move for step in by_head.refused} == {"approve", "decline"}
    with pytest.raises(OwnRefund):
        service.approve_refund(desk.bill.head, refund_id=by_head.id)
    assert desk.kinds() == ["invoice_issued", "payment_captured"]

    colleague = replace(
        desk.bill.head,
        actor=a_member(
            desk.system, desk.bill.market.university_id, "university", Role.TRANSFER_HEAD, "吴主任"
        ),
    )
    assert service.approve_refund(colleague, refund_id=by_head.id)
    with pytest.raises(IllegalMove):
        service.approve_refund(colleague, refund_id=by_head.id)
    desk.complete(now=desk.system.now + timedelta(minutes=2))
    assert desk.look(by_head).state == RefundState.SUCCEEDED
    assert len(desk.refunds_at_provider(by_head)) == 1


def test_the_platform_asks_or_decides_and_others_find_nothing(desk: Desk) -> None:
    platform = a_member(desk.system, desk.bill.market.university_id, "department", Role.ADMINISTRATOR, "平台")
    admin = replace(desk.bill.head, actor=replace(platform, organization_id=None))
    refund = desk.ask(700)
    assert queries.get_refund(admin, refund_id=refund.id).moves == ["approve", "decline", "withdraw"]

    with pytest.raises(NotFound):  # what is not approved is the university's own affair
        queries.get_refund(desk.bill.firm, refund_id=refund.id)
    stranger = a_bill(desk.system).officer
    form = NewRefund(amount_minor=1, debt=DebtAfter.STANDS, reason="不是本校的款")
    acts: tuple[Callable[[], object], ...] = (
        lambda: queries.get_refund(stranger, refund_id=refund.id),
        lambda: service.withdraw_refund(stranger, refund_id=refund.id),
        lambda: service.request_refund(stranger, payment_id=desk.payment.id, form=form),
        lambda: service.request_refund(desk.bill.firm, payment_id=desk.payment.id, form=form),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert desk.look(refund).state == RefundState.REQUESTED
    assert queries.list_refundable(desk.bill.firm, invoice_id=desk.bill.invoice.id) == []

    desk.approve(refund)
    assert queries.get_refund(desk.bill.firm, refund_id=refund.id).moves == []


def test_a_refund_waits_on_the_desk_of_whoever_may_decide_it(desk: Desk) -> None:
    refund = desk.ask(700)
    waiting = [
        [(todo.kind, todo.object_id, todo.link) for todo in get_worklist(side).todos if "refund" in todo.kind]
        for side in (desk.bill.officer, desk.bill.head, desk.bill.firm)
    ]
    assert waiting == [[], [("approve_refund", refund.id, f"/app/payments/{refund.invoice_id}")], []]


def test_declined_is_told_with_its_reason(desk: Desk) -> None:
    refund = desk.ask(700)
    declined = service.decline_refund(desk.bill.head, refund_id=refund.id, reason="合同没有约定退款")

    assert (declined.state, declined.answer) == (RefundState.DECLINED, "合同没有约定退款")
    assert desk.kinds() == ["invoice_issued", "payment_captured"]
    assert desk.ask(700).state == RefundState.REQUESTED  # asked anew


@pytest.mark.fault("P23")
def test_never_more_than_still_settles_the_bill_and_one_at_a_time(desk: Desk) -> None:
    with pytest.raises(RefundTooHigh) as refused:
        desk.ask(WHOLE + 1)
    assert refused.value.params() == {"left": "80,000.00"}
    desk.ask(1)
    with pytest.raises(RefundUnderWay):
        desk.ask(1)
    assert desk.system.rows("SELECT count(*) AS n FROM refund") == [{"n": 1}]
    [refundable] = queries.list_refundable(desk.bill.officer, invoice_id=desk.bill.invoice.id)
    assert (refundable.refundable_minor, refundable.under_way, refundable.way, refundable.until_on) == (
        WHOLE,
        True,
        RefundWay.PROVIDER,
        None,
    )


def test_while_a_refund_is_under_way_its_income_is_not_approved(desk: Desk) -> None:
    split = desk.split()
    desk.double.fault("POST refunds", "drop", times=5)
    refund = desk.refund(1_000_000)
    assert refund.state == RefundState.UNKNOWN
    assert splits.get_distribution(desk.bill.head, distribution_id=split.id).moves == []
    with pytest.raises(RefundOfIncomeUnderWay):
        splitting.approve_distribution(desk.bill.head, distribution_id=split.id)

    desk.double.mend()
    desk.complete(now=desk.system.now + timedelta(minutes=2))
    booked = splitting.approve_distribution(desk.bill.head, distribution_id=split.id)
    assert (booked.state, booked.amount_minor) == ("booked", 7_000_000)


def test_before_the_split_is_counted_a_refund_waits(bill: Bill, double: Simulator) -> None:
    desk = paid(bill, double)
    refund = desk.ask(5)
    with pytest.raises(IncomeNotCounted):
        desk.approve(refund)
    desk.system.session.rollback()


@pytest.mark.fault("P24")
@pytest.mark.parametrize("fault", ["drop-after-work", "500-after-work", "drop", "500", "429"])
def test_an_answer_that_was_cut_off_is_found_out_and_the_money_goes_once(desk: Desk, fault: str) -> None:
    desk.double.fault("POST refunds", fault, times=3)
    refund = desk.refund(1_000_000)
    assert refund.state == RefundState.UNKNOWN
    assert desk.balance(f"refund_due:{refund.id}") == 1_000_000

    desk.double.mend()
    desk.complete(now=desk.system.now + timedelta(minutes=2))
    assert desk.look(refund).state == RefundState.SUCCEEDED
    assert len(desk.refunds_at_provider(refund)) == 1
    assert desk.kinds().count("refund_posted") == 1


@pytest.mark.fault("P24")
def test_a_process_that_died_after_the_provider_worked_is_finished_by_its_notice(desk: Desk) -> None:
    refund = desk.ask(1_000_000)
    service.approve_refund(desk.bill.head, refund_id=refund.id)
    request = service.request_of(desk.bill.head, refund.id)
    service.ask(desk.double.gateway, request)  # and nobody records the answer
    assert desk.look(refund).state == RefundState.SUBMITTED

    desk.deliver(refund)
    desk.deliver(refund)
    desk.complete(now=desk.system.now + timedelta(minutes=2))
    assert desk.look(refund).state == RefundState.SUCCEEDED
    assert desk.kinds().count("refund_posted") == 1
    assert len(desk.refunds_at_provider(refund)) == 1


def test_after_a_day_nothing_is_asked_blindly(desk: Desk) -> None:
    desk.double.fault("POST refunds", "drop", times=5)
    refund = desk.refund(1_000_000)
    desk.double.mend()
    row = desk.system.session.get_one(Refund, refund.id)
    row.submitted_at = desk.system.wall - timedelta(hours=25)
    desk.system.session.flush()
    desk.complete(now=desk.system.now + timedelta(minutes=2))

    left = desk.look(refund)
    assert (left.state, left.last_error) == (
        RefundState.UNKNOWN,
        "not found at the provider: a person decides",
    )
    assert desk.refunds_at_provider(refund) == []


@pytest.mark.fault("P25")
@pytest.mark.parametrize("booked", [False, True])
def test_a_wallet_that_fails_later_gives_everything_back(bill: Bill, double: Simulator, booked: bool) -> None:
    desk = paid(bill, double, way=OnlineWay.ALIPAY)
    split = desk.book() if booked else desk.split()
    before = {
        row["key"]: row["balance_minor"]
        for row in desk.system.rows("SELECT key, balance_minor FROM ledger_account")
    }
    refund = desk.refund(1_000_000)
    assert refund.state == RefundState.PROCESSING
    assert payments.get_payment(bill.firm, payment_id=desk.payment.id).method == "alipay"
    [pending] = desk.refunds_at_provider(refund)
    double.control(f"refunds/{pending['id']}/fail")
    desk.deliver(refund)

    failed = desk.look(refund)
    assert (failed.state, failed.last_error) == (RefundState.FAILED, "expired_or_canceled_card")
    after = {
        row["key"]: row["balance_minor"]
        for row in desk.system.rows("SELECT key, balance_minor FROM ledger_account")
    }
    assert after == before | {f"refund_due:{refund.id}": 0}
    assert bills.get_invoice(bill.officer, invoice_id=bill.invoice.id).state == "paid"
    same = splits.get_distribution(desk.system, distribution_id=split.id)
    assert (same.amount_minor, same.refunding_minor) == (WHOLE, 0)
    told = desk.system.rows("SELECT payload FROM outbox_event WHERE name = 'refunds.refund.failed'")
    assert [event["payload"]["reason"] for event in told] == ["expired_or_canceled_card"]
    second = desk.refund(1_000_000)
    assert second.state == RefundState.PROCESSING  # and can be asked for again
    [again] = desk.refunds_at_provider(second)
    double.control(f"refunds/{again['id']}/succeed")
    desk.deliver(second)
    assert desk.look(second).state == RefundState.SUCCEEDED


@pytest.mark.fault("P23")
@pytest.mark.parametrize("days", [90, 91])
def test_a_wallet_has_a_window_beyond_which_the_bank_sends(bill: Bill, double: Simulator, days: int) -> None:
    desk = paid(bill, double, way=OnlineWay.ALIPAY)
    desk.split()
    later = desk.system.now + timedelta(days=days)
    bill = replace(bill, officer=replace(bill.officer, now=later), head=replace(bill.head, now=later))
    desk = Desk(bill, double, desk.payment)
    if days == 90:
        assert desk.ask(500).state == RefundState.REQUESTED
        return
    with pytest.raises(RefundWindowOver) as refused:
        desk.ask(500)
    assert refused.value.params()["days"] == 90
    [offered] = queries.list_refundable(bill.officer, invoice_id=bill.invoice.id)
    assert offered.way == RefundWay.BANK
    with pytest.raises(PayeeAccountNeeded):
        desk.ask(500, way=RefundWay.BANK)

    refund = desk.refund(500, way=RefundWay.BANK, payee_account="6222 0000 1111 2222")
    assert refund.state == RefundState.TO_BANK
    assert desk.refunds_at_provider(refund) == []
    [back] = bank_queries.list_returns(bill.officer)
    assert (back.state, back.amount_minor, back.payee_account) == ("approved", 500, "6222000011112222")
    assert desk.balance(f"return_due:{back.id}") == 500
    assert desk.balance(f"credit:{bill.invoice.firm_id}") == 0


@pytest.mark.fault("P23")
def test_a_wechat_payment_has_180_days(desk: Desk) -> None:
    desk.payment.method = "wechat_pay"
    desk.system.session.flush()
    [offered] = queries.list_refundable(desk.bill.officer, invoice_id=desk.bill.invoice.id)
    assert offered.until_on == desk.system.today + timedelta(days=180)


def test_a_bank_transfer_goes_back_by_bank_and_the_statement_closes_it(bill: Bill) -> None:
    today = bill.system.today
    line = f"日期,流水号,收入,支出,对方户名,对方账号,摘要\n{today},9,80000.00,,甲,62220001,{bill.invoice.reference}"
    bank.import_statement(bill.officer, content=line.encode(), file_name="九.csv")
    [match] = bill.system.rows("SELECT id FROM bank_match")
    [row] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = 'payments.payment.settled'")
    splitting.propose_distribution(bill.system, settled=PaymentSettled.model_validate(row["payload"]))
    form = NewRefund(amount_minor=2_000_000, debt=DebtAfter.FALLS, reason="双方协商退回部分许可费")
    with pytest.raises(BankWayOnly):
        service.request_refund(bill.officer, payment_id=match["id"], form=form)
    by_bank = form.model_copy(update={"way": RefundWay.BANK})
    refund = service.request_refund(bill.officer, payment_id=match["id"], form=by_bank)
    assert refund.payee_account == "62220001"
    assert service.approve_refund(bill.head, refund_id=refund.id) is False

    sent = f"日期,流水号,收入,支出,对方户名,对方账号,摘要\n{today},10,,20000.00,甲,62220001,退款"
    bank.import_statement(bill.officer, content=sent.encode(), file_name="十.csv")
    [back] = bank_queries.list_returns(bill.officer)
    assert (back.state, back.amount_minor) == ("sent", 2_000_000)
    invoice = bills.get_invoice(bill.officer, invoice_id=bill.invoice.id)
    assert (invoice.state, invoice.paid_minor, invoice.credited_minor) == ("paid", 6_000_000, 2_000_000)


def test_a_refund_made_on_the_providers_own_pages_is_left_to_a_person(desk: Desk) -> None:
    event = desk.double.client.v1.refunds.create(
        {"payment_intent": desk.payment.capture_ref or "", "amount": 7}
    )
    for told in desk.double.books()["event"]:
        if told["data"]["object"]["id"] == event.id:
            desk.tell(told)
    completer.apply_refund_notices(desk.system, gateway=desk.double.gateway)
    [parked] = desk.system.rows(
        "SELECT state, last_error, kind FROM provider_notice WHERE kind LIKE 'refund%'"
    )
    assert parked == {"state": "parked", "last_error": "unknown_object", "kind": "refund.created"}
    assert desk.kinds() == ["invoice_issued", "payment_captured"]
