"""A dispute opened, won and lost before its income is split; its notices in any order, repeated and lost (P26)."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from finance.disputes import completer, deadlines, queries
from finance.disputes.schemas import PaymentDisputeState as S
from finance.distributions import queries as splits, service as splitting
from finance.distributions.errors import IncomeDisputed
from finance.payments import inbox, service as payments
from finance.receivables import queries as bills
from finance.refunds import queries as refunds
from finance.refunds.schemas import RefundState
from marketplace.app.worklist.routes import get_worklist
from marketplace.core.problems import NotFound
from tests.factories.payments import Bill, Simulator, a_bill
from tests.finance.disputes.conftest import WHOLE, Court


@pytest.mark.fault("P26")
def test_while_a_dispute_runs_nothing_of_its_payment_moves_and_won_it_all_goes_on(court: Court) -> None:
    split = court.split()
    view = court.opened()

    assert (view.state, view.amount_minor, view.reason, view.withheld) == (S.OPENED, WHOLE, "general", True)
    assert view.due_on == court.system.today + timedelta(days=9)
    assert court.balance(f"dispute:{court.payment.id}") == WHOLE
    assert court.balance("clearing:stripe") == 0
    with pytest.raises(IncomeDisputed) as refused:
        splitting.approve_distribution(court.bill.head, distribution_id=split.id)
    assert refused.value.params() == {"amount": "80,000.00"}
    with pytest.raises(IncomeDisputed):
        court.ask(5)
    held = splits.get_distribution(court.bill.head, distribution_id=split.id)
    assert (held.moves, held.disputed_minor) == ([], WHOLE)
    assert refunds.list_refundable(court.bill.officer, invoice_id=court.bill.invoice.id) == []
    [shown] = bills.get_invoice(court.bill.firm, invoice_id=court.bill.invoice.id).payments
    assert (shown.applied_minor, shown.disputed_minor) == (WHOLE, WHOLE)

    ref = court.ref(view)
    court.decide(ref, "win")
    court.hear(*court.news(ref))
    won = court.of(ref)
    assert (won.state, won.withheld, won.moves) == (S.WON, False, [])
    assert court.balance("clearing:stripe") == WHOLE
    assert court.kinds() == ["invoice_issued", "payment_captured", "dispute_opened", "dispute_won"]
    assert splitting.approve_distribution(court.bill.head, distribution_id=split.id).state == "booked"
    assert court.ask(5).state == RefundState.REQUESTED


@pytest.mark.fault("P26")
def test_lost_before_the_split_the_bill_is_open_again_and_nothing_is_split(court: Court) -> None:
    view = court.ended(how="lose")

    assert (view.state, view.claims) == (S.LOST, [])
    invoice = bills.get_invoice(court.bill.firm, invoice_id=court.bill.invoice.id)
    [payment] = invoice.payments
    assert (invoice.state, invoice.open_minor) == ("open", WHOLE)
    assert (payment.applied_minor, payment.refunded_minor, payment.disputed_minor) == (0, WHOLE, 0)
    assert court.split().state == "withdrawn"
    assert court.kinds() == ["invoice_issued", "payment_captured", "dispute_opened", "dispute_lost"]
    assert court.balance(f"dispute:{court.payment.id}") == 0
    assert court.balance(f"receivable:{court.bill.invoice.id}") == WHOLE
    assert court.system.rows("SELECT 1 AS found FROM contract_settlement") == []


@pytest.mark.fault("P26")
def test_a_part_that_was_lost_is_taken_out_of_what_is_still_to_be_split(court: Court) -> None:
    court.ended(3_000_000, how="lose")

    split = court.split()
    assert (split.state, split.amount_minor, split.refunded_minor) == ("proposed", 5_000_000, 3_000_000)
    assert sum(share.amount_minor for share in split.shares) == 5_000_000
    booked = splitting.approve_distribution(court.bill.head, distribution_id=split.id)
    assert (booked.state, sum(court.payables().values())) == ("booked", 5_000_000)


@pytest.mark.fault("P26")
@pytest.mark.parametrize("how", ["win", "lose"])
@pytest.mark.parametrize("seed", range(4))
def test_notices_in_any_order_and_again_and_again_end_the_same(court: Court, how: str, seed: int) -> None:
    ref = court.dispute()
    dice = random.Random(seed)
    early = dice.sample(court.news(ref), seed % 3)
    court.hear(*early)
    court.decide(ref, how)
    late = court.news(ref) * 3
    dice.shuffle(late)
    for event in late:
        court.hear(event)

    assert court.of(ref).state == {"win": S.WON, "lose": S.LOST}[how]
    assert court.kinds()[2:] == ["dispute_opened", {"win": "dispute_won", "lose": "dispute_lost"}[how]]
    told = court.system.rows(
        "SELECT name FROM outbox_event WHERE name LIKE 'disputes.dispute.%' ORDER BY seq"
    )
    assert [row["name"] for row in told] == [
        "disputes.dispute.opened",
        f"disputes.dispute.{'won' if how == 'win' else 'lost'}",
    ]
    assert court.system.rows(
        "SELECT DISTINCT state FROM provider_notice WHERE kind LIKE 'charge.dispute%'"
    ) == [{"state": "done"}]


@pytest.mark.fault("P26")
@pytest.mark.parametrize("how", ["", "win", "lose"])
def test_a_dispute_of_which_every_notice_was_lost_is_found(court: Court, how: str) -> None:
    ref = court.dispute()
    if how:
        court.decide(ref, how)
    for _ in range(2):
        assert completer.find_disputes(court.system, gateway=court.double.gateway) == 0

    assert court.of(ref).state == {"": S.OPENED, "win": S.WON, "lose": S.LOST}[how]
    assert court.kinds().count("dispute_opened") == 1


def test_a_provider_that_does_not_answer_leaves_notices_for_the_next_look(court: Court) -> None:
    ref = court.dispute()
    court.double.fault("GET disputes/{id}", "500", times=9)
    court.double.fault("GET disputes", "drop", times=9)
    court.hear(court.news(ref)[0])
    assert completer.find_disputes(court.system, gateway=court.double.gateway) == 0
    [notice] = court.system.rows("SELECT state, tries FROM provider_notice WHERE kind LIKE 'charge.dispute%'")
    assert notice == {"state": "received", "tries": 1}

    court.double.mend()
    later = replace(court.system, now=court.system.now + timedelta(minutes=2))
    assert completer.apply_dispute_notices(later, gateway=court.double.gateway) == 1
    assert court.of(ref).state == S.OPENED


def test_a_dispute_heard_before_its_payment_or_its_split_waits_for_both(
    bill: Bill, double: Simulator
) -> None:
    attempt, _ = payments.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-early", provider="stripe"
    )
    payments.record_answer(
        bill.firm, attempt_id=attempt.id, answer=payments.ask(double.gateway, payments.request_of(attempt))
    )
    double.act(attempt.provider_ref or "", "pay")
    seen = double.gateway.fetch(attempt.provider_ref or "")
    attempt.capture_ref = seen.capture_ref
    court = Court(bill, double, attempt)
    ref = court.dispute()
    court.hear(court.news(ref)[0])
    waiting = "SELECT state, last_error FROM provider_notice WHERE kind = 'charge.dispute.created'"
    [notice] = bill.system.rows(waiting)
    assert (notice["state"], notice["last_error"].split()[0]) == ("received", "NotCapturedYet")

    for event in double.events_of(attempt.id):
        court.tell(event)
    while inbox.apply_inbox(bill.system, gateway=double.gateway):
        pass
    for minutes, error in ((2, "IncomeNotCounted"), (9, None)):
        if error is None:
            court.split()
        later = replace(bill.system, now=bill.system.now + timedelta(minutes=minutes))
        completer.apply_dispute_notices(later, gateway=double.gateway)
        [notice] = bill.system.rows(waiting)
        assert (notice["last_error"] or "").split()[:1] == ([error] if error else [])
    assert court.of(ref).state == S.OPENED


def test_what_is_none_of_ours_or_cannot_be_is_left_to_a_person(court: Court) -> None:
    intent = court.double.client.v1.payment_intents.create(
        {"amount": 700, "currency": "cny", "payment_method": "pm_card_visa", "confirm": True}
    )
    [charge] = [c for c in court.double.books()["charge"] if c["payment_intent"] == intent.id]
    strange = court.double.control(f"charges/{charge['id']}/dispute")
    court.hear(court.news(strange["id"])[0])
    [parked] = court.system.rows(
        "SELECT state, last_error FROM provider_notice WHERE object_ref = :ref", ref=strange["id"]
    )
    assert parked["state"] == "parked"
    assert parked["last_error"].startswith("dispute_needs_a_person PaymentUnknown")
    assert court.kinds() == ["invoice_issued", "payment_captured"]


def test_an_inquiry_withholds_nothing_until_it_becomes_a_dispute(court: Court) -> None:
    ref = court.dispute(inquiry=True)
    court.hear(*court.news(ref))
    assert (court.of(ref).state, court.of(ref).withheld) == (S.OPENED, False)
    assert court.balance("clearing:stripe") == WHOLE
    with pytest.raises(IncomeDisputed):
        court.ask(5)

    court.decide(ref, "lose")
    court.hear(*court.news(ref))
    assert (court.of(ref).state, court.of(ref).withheld) == (S.OPENED, True)
    assert court.balance(f"dispute:{court.payment.id}") == WHOLE


def test_an_inquiry_that_is_closed_frees_the_payment_and_books_nothing(court: Court) -> None:
    ref = court.dispute(inquiry=True)
    court.decide(ref, "win")
    court.hear(*court.news(ref))
    assert court.of(ref).state == S.WON
    assert court.kinds() == ["invoice_issued", "payment_captured"]
    assert court.ask(5).state == RefundState.REQUESTED


def test_a_refund_that_waits_for_its_approval_is_not_approved_meanwhile(court: Court) -> None:
    refund = court.ask(1_000)
    court.opened()
    with pytest.raises(IncomeDisputed), court.system.session.begin_nested():
        court.approve(refund)
    assert court.look(refund).state == RefundState.REQUESTED
    assert court.refunds_at_provider(refund) == []


def test_a_dispute_lost_while_a_refund_is_under_way_waits_for_its_end(court: Court) -> None:
    court.double.fault("POST refunds", "drop", times=5)
    refund = court.refund(1_000_000)
    assert refund.state == RefundState.UNKNOWN
    view = court.opened(2_000_000)
    ref = court.ref(view)
    court.decide(ref, "lose")
    court.hear(court.news(ref)[-1])
    assert court.of(ref).state == S.OPENED

    court.double.mend()
    court.complete(now=court.system.now + timedelta(minutes=2))
    assert court.look(refund).state == RefundState.SUCCEEDED
    completer.find_disputes(court.system, gateway=court.double.gateway)
    assert court.of(ref).state == S.LOST
    assert (court.split().amount_minor, court.split().refunded_minor) == (5_000_000, 3_000_000)


def test_the_university_and_the_platform_see_it_and_have_its_day(court: Court) -> None:
    view = court.opened()
    stranger = a_bill(court.system).officer
    assert queries.get_dispute(court.admin, dispute_id=view.id).id == view.id
    for side in (court.bill.firm, stranger):
        assert queries.list_disputes(side).total == 0
        with pytest.raises(NotFound):
            queries.get_dispute(side, dispute_id=view.id)
        assert deadlines.list_deadlines(side, until=view.due_on or side.today) == []
    [day] = deadlines.list_deadlines(court.bill.officer, until=view.due_on or court.system.today)
    assert (day.kind, day.subject_id, day.on, day.amount_minor) == (
        "dispute.answer",
        view.id,
        view.due_on,
        WHOLE,
    )
    todos = [t for t in get_worklist(court.bill.officer).todos if t.kind == "answer_dispute"]
    assert [(t.object_id, t.link, t.due_on) for t in todos] == [
        (view.id, f"/app/disputes?dispute={view.id}", view.due_on)
    ]
