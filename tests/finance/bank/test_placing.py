"""One receipt for many bills, many for one, a second person above the limit, and a wrong match taken back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from finance.bank import queries, service as bank
from finance.bank.errors import LineAlreadyMatched, MatchStands, MoreThanLeft, SecondPersonNeeded
from finance.bank.schemas import LineState, MatchState
from finance.distributions import service as distributions
from finance.ledger import queries as ledger
from finance.receivables import queries as receivables
from marketplace.contracts import queries as contracts
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled
from tests.factories.bank import a_receipt, a_row, a_statement
from tests.factories.ledger import booked_for_source
from tests.factories.payments import Bill, a_bill, another_bill
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def invoice_of(bill: Bill) -> tuple[str, int]:
    view = receivables.get_invoice(bill.system, invoice_id=bill.invoice.id)
    return view.state.value, view.open_minor


def settled(bill: Bill) -> PaymentSettled:
    rows = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq DESC LIMIT 1",
        name=PaymentSettled.name,
    )
    return PaymentSettled.model_validate(rows[0]["payload"])


def test_one_receipt_pays_several_bills_part_by_part(bill: Bill) -> None:
    other = another_bill(bill, amount_minor=3_000_000)
    line = a_receipt(bill, "110000.00")
    suggested = {s.invoice_id: (s.amount_minor, [e.feature for e in s.evidence]) for s in line.suggestions}
    assert suggested == {
        bill.invoice.id: (8_000_000, ["sum_equal", "payer_equal"]), other.invoice.id: (3_000_000, ["sum_equal", "payer_equal"]),
    }  # fmt: skip

    line = bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id, amount_minor=8_000_000)
    assert (line.state, line.left_minor) == (LineState.UNMATCHED, 3_000_000)
    with pytest.raises(MoreThanLeft):
        bank.match_line(bill.officer, line_id=line.id, invoice_id=other.invoice.id, amount_minor=3_000_001)
    line = bank.match_line(bill.officer, line_id=line.id, invoice_id=other.invoice.id)
    assert (line.state, line.left_minor, [m.amount_minor for m in line.matches]) == (
        LineState.MATCHED,
        0,
        [8_000_000, 3_000_000],
    )
    assert (invoice_of(bill), invoice_of(other)) == (("paid", 0), ("paid", 0))
    assert ledger.get_balance(bill.system, f"unmatched:{line.account_no}") == 0


def test_one_transfer_that_names_several_bills_and_their_sum_is_matched_at_once(bill: Bill) -> None:
    other = another_bill(bill, amount_minor=3_000_000)
    memo = f"{bill.invoice.reference} {other.invoice.reference}"
    exact, loose = a_receipt(bill, "110000.00", memo=memo), a_receipt(bill, "10.00", memo=memo)
    assert (exact.state, [m.how for m in exact.matches]) == (LineState.MATCHED, ["reference", "reference"])
    assert (loose.state, loose.left_minor) == (LineState.UNMATCHED, 1_000)


def test_many_receipts_pay_one_bill_and_what_is_over_is_credit(bill: Bill) -> None:
    for yuan in ("30000.00", "49999.99", "0.02"):
        bank.match_line(bill.officer, line_id=a_receipt(bill, yuan).id, invoice_id=bill.invoice.id)
    assert invoice_of(bill) == ("paid", 0)
    assert (
        queries.credit_left(
            bill.system, university_id=bill.invoice.university_id, firm_id=bill.invoice.firm_id
        )
        == 1
    )


@pytest.mark.fault("P29")
def test_above_the_limit_a_second_person_confirms(bill: Bill) -> None:
    line = a_receipt(bill, "100000.01")
    asked = bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id)
    assert (asked.state, invoice_of(bill)) == (LineState.ASKED, ("open", 8_000_000))
    assert bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id).matches == asked.matches
    [match] = asked.matches
    with pytest.raises(SecondPersonNeeded):
        bank.confirm_match(bill.officer, match_id=match.id)
    assert invoice_of(bill) == ("open", 8_000_000)
    [event] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = 'bank.match.asked'")
    assert (event["payload"]["invoice_number"], event["payload"]["amount_minor"]) == (
        bill.invoice.number,
        10_000_001,
    )

    done = bank.confirm_match(bill.head, match_id=match.id)
    assert (done.state, done.matches[0].state, invoice_of(bill)) == (
        LineState.MATCHED,
        MatchState.BOOKED,
        ("paid", 0),
    )
    assert bank.confirm_match(bill.head, match_id=match.id) == done  # twice changes nothing
    assert [step.action for step in done.history] == ["bank_line.match_asked", "bank_line.match_confirmed"]


def test_up_to_the_limit_one_person_is_enough(bill: Bill) -> None:
    line = bank.match_line(bill.officer, line_id=a_receipt(bill, "100000.00").id, invoice_id=bill.invoice.id)
    assert (line.state, invoice_of(bill)) == (LineState.MATCHED, ("paid", 0))


def test_a_declined_match_waits_again(bill: Bill) -> None:
    line = a_receipt(bill, "100000.01")
    [match] = bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id).matches
    line = bank.decline_match(bill.head, match_id=match.id, reason="付款方不符")
    assert (line.state, line.left_minor, line.matches[0].reason) == (
        LineState.UNMATCHED,
        10_000_001,
        "付款方不符",
    )
    with pytest.raises(IllegalMove):
        bank.confirm_match(bill.head, match_id=match.id)
    assert invoice_of(bill) == ("open", 8_000_000)


def test_a_wrong_match_is_taken_back_with_its_reason_and_goes_where_it_belongs(bill: Bill) -> None:
    other = another_bill(bill, amount_minor=8_000_000)
    line = bank.match_line(bill.officer, line_id=a_receipt(bill).id, invoice_id=bill.invoice.id)
    assert distributions.propose_distribution(bill.system, settled=settled(bill)) is not None
    [match] = line.matches

    line = bank.undo_match(bill.officer, match_id=match.id, reason="认错了账单")

    assert (line.state, line.left_minor) == (LineState.UNMATCHED, 8_000_000)
    assert invoice_of(bill) == ("open", 8_000_000)
    owed = {
        o.key: o.settled_minor
        for o in contracts.list_obligations(bill.system, contract_id=bill.invoice.contract_id)
    }
    assert owed["deferred:1"] == 0
    assert bill.system.rows("SELECT state FROM distribution") == [{"state": "withdrawn"}]
    assert [t.kind for t in booked_for_source(bill.system, match.id)] == [
        "bank_line_matched",
        "reversal",
    ]
    [event] = bill.system.rows("SELECT payload FROM outbox_event WHERE name = 'bank.match.undone'")
    assert (event["payload"]["reason"], event["payload"]["firm_id"]) == (
        "认错了账单",
        str(bill.invoice.firm_id),
    )
    with pytest.raises(IllegalMove):
        bank.undo_match(bill.officer, match_id=match.id, reason="再来一次")

    line = bank.match_line(bill.officer, line_id=line.id, invoice_id=other.invoice.id)
    assert (line.state, invoice_of(other)) == (LineState.MATCHED, ("paid", 0))
    again = bank.undo_match(bill.officer, match_id=line.matches[-1].id, reason="还是付给第一张")
    assert (
        bank.match_line(bill.officer, line_id=again.id, invoice_id=bill.invoice.id).state is LineState.MATCHED
    )
    assert invoice_of(bill) == ("paid", 0)


def test_a_part_taken_back_leaves_the_rest_paid(bill: Bill) -> None:
    first = bank.match_line(bill.officer, line_id=a_receipt(bill, "30000.00").id, invoice_id=bill.invoice.id)
    bank.match_line(bill.officer, line_id=a_receipt(bill, "50000.00").id, invoice_id=bill.invoice.id)
    bank.undo_match(bill.officer, match_id=first.matches[0].id, reason="不是这笔")
    assert invoice_of(bill) == ("partially_paid", 3_000_000)


def test_money_taken_back_before_anybody_split_it_is_never_split(bill: Bill) -> None:
    line = bank.match_line(bill.officer, line_id=a_receipt(bill).id, invoice_id=bill.invoice.id)
    told = settled(bill)
    bank.undo_match(bill.officer, match_id=line.matches[0].id, reason="认错了")
    assert distributions.propose_distribution(bill.system, settled=told) is None


def test_what_was_split_and_approved_stands(bill: Bill) -> None:
    line = bank.match_line(bill.officer, line_id=a_receipt(bill).id, invoice_id=bill.invoice.id)
    split = distributions.propose_distribution(bill.system, settled=settled(bill))
    assert split is not None
    distributions.approve_distribution(bill.head, distribution_id=split)
    refused(bill, line.matches[0].id, "split")


def refused(bill: Bill, match_id: object, why: str) -> None:
    """A refused undo leaves nothing behind: its transaction is rolled back as the edge does it."""
    with pytest.raises(MatchStands) as stands, bill.system.session.begin_nested():
        bank.undo_match(bill.officer, match_id=match_id, reason="认错了")  # type: ignore[arg-type]
    assert stands.value.why == why
    bill.system.session.expire_all()


def test_a_surplus_that_was_used_keeps_its_match(bill: Bill) -> None:
    other = another_bill(bill, amount_minor=1_000_000)
    line = bank.match_line(bill.officer, line_id=a_receipt(bill, "90000.00").id, invoice_id=bill.invoice.id)
    bank.use_credit(replace(other.firm), invoice_id=other.invoice.id, amount_minor=1_000_000)
    refused(bill, line.matches[0].id, "credit_used")
    assert invoice_of(bill) == ("paid", 0)


def test_what_is_no_business_of_the_platform_is_set_aside_with_a_reason(bill: Bill) -> None:
    line = a_receipt(bill, "3500.00", memo="检测费", payer="明珏检测（演示）")
    assert ledger.get_balance(bill.system, f"bank:{line.account_no}") == 350_000
    line = bank.set_aside(bill.officer, line_id=line.id, reason="学校检测费，与许可无关")
    assert (line.state, line.history[-1].detail["reason"]) == (LineState.SET_ASIDE, "学校检测费，与许可无关")
    assert ledger.get_balance(bill.system, f"bank:{line.account_no}") == 0
    with pytest.raises(LineAlreadyMatched):
        bank.match_line(bill.officer, line_id=line.id, invoice_id=bill.invoice.id)
    with pytest.raises(LineAlreadyMatched):
        bank.set_aside(bill.officer, line_id=line.id, reason="再来")


def test_somebody_looks_after_a_line(bill: Bill) -> None:
    line = a_receipt(bill, "1.00")
    assert (line.owner_name, bank.own_line(bill.head, line_id=line.id).owner_name) == (None, "周主任")
    assert len(bank.own_line(bill.head, line_id=line.id).history) == 1


def test_money_sent_waits_for_nobody_and_pays_nothing(bill: Bill) -> None:
    view = a_statement(bill, a_row(bill, "12.00", sent=True))
    assert (view.sent, view.unmatched) == (1, 0)
    [row] = bill.system.rows("SELECT id FROM bank_line")
    with pytest.raises(LineAlreadyMatched):
        bank.match_line(bill.officer, line_id=row["id"], invoice_id=bill.invoice.id)
    assert queries.list_bank_lines(bill.officer, state=None, page=1, size=9).total == 0


def test_only_the_owner_of_the_account_may_place_undo_or_set_aside(bill: Bill) -> None:
    line = bank.match_line(bill.officer, line_id=a_receipt(bill, "100000.01").id, invoice_id=bill.invoice.id)
    match, other = line.matches[0].id, a_bill(bill.system)
    before = (
        bill.system.rows("SELECT id, state, placed_minor, owner_id FROM bank_line"),
        bill.system.rows("SELECT id, state FROM bank_match"),
    )
    deeds = (
        lambda who: bank.match_line(who, line_id=line.id, invoice_id=bill.invoice.id),
        lambda who: bank.confirm_match(who, match_id=match), lambda who: bank.decline_match(who, match_id=match, reason="不对"),
        lambda who: bank.undo_match(who, match_id=match, reason="不对"), lambda who: bank.set_aside(who, line_id=line.id, reason="不对"),
        lambda who: bank.own_line(who, line_id=line.id), lambda who: queries.get_line(who, line_id=line.id),
    )  # fmt: skip
    powerless = replace(
        bill.officer, actor=replace(bill.officer.actor, permissions=frozenset({"invoice.read"}))
    )
    for deed in deeds:
        for who in (bill.firm, other.officer):
            with pytest.raises(NotFound):
                deed(who)
        with pytest.raises((Forbidden, NotFound)):
            deed(powerless)
    assert before == (
        bill.system.rows("SELECT id, state, placed_minor, owner_id FROM bank_line"),
        bill.system.rows("SELECT id, state FROM bank_match"),
    )
