"""A share goes to the university's account once it is settled, once whatever is cut off where, and is followed to its bank."""

from dataclasses import replace
from datetime import timedelta

import pytest

from finance.connect import completer, queries, service
from finance.connect.errors import TransferPaidOn
from finance.payouts import queries as payouts, service as paying
from finance.payouts.files import FileFormat
from finance.payouts.schemas import Results
from finance.reconciliation import queries as reconciliation
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from tests.finance.connect.conftest import UNIVERSITY_SHARE, Office


def test_a_share_goes_to_the_account_and_on_to_the_bank(office: Office) -> None:
    ref, batch = office.sent()
    assert (batch.ways, batch.payouts[0].way, batch.moves) == (["stripe"], "stripe", [])
    [seen] = office.at_provider()
    assert (seen["amount"], seen["destination"], seen["transfer_group"]) == (
        UNIVERSITY_SHARE,
        ref,
        batch.number,
    )
    assert seen["metadata"] == {"payout_id": str(batch.payouts[0].id)}
    assert office.line_state(batch) == ("done", "confirmed")
    assert office.payable() == 0
    assert office.desk.balance(f"inflight:{batch.payouts[0].id}") == 0

    office.hear()
    assert office.transfer().onward_state is None
    office.double.control(f"accounts/{ref}/pay_out")
    office.hear()
    office.hear()
    assert (office.transfer().state, office.transfer().onward_state, office.transfer().may_take_back) == (
        "sent",
        "paid",
        False,
    )
    with pytest.raises(TransferPaidOn):
        service.take_back(office.head, payout_id=batch.payouts[0].id, reason="付错了批次")


def test_clearing_reconciles_to_zero_with_transfers_and_what_was_taken_back(office: Office) -> None:
    ref, batch = office.sent()
    payout = batch.payouts[0].id
    transfer_ref = service.take_back(office.head, payout_id=payout, reason="金额有误，重新发放")
    assert transfer_ref is not None
    round_no = queries.lock_transfer(office.head, payout).round
    answer = service.ask_to_reverse(office.gateway, transfer_ref, payout, round_no)
    assert service.record_reversal(office.system, payout_id=payout, answer=answer) == ""

    assert (office.transfer().state, office.line_state(batch)) == ("reversed", ("done", "returned"))
    assert office.payable() == UNIVERSITY_SHARE
    again = office.approve()
    office.work()
    assert office.line_state(again) == ("done", "confirmed")
    office.days += 1
    office.settle()
    [account] = reconciliation.list_accounts(office.system)
    assert (account.ours_minor, account.theirs_minor, account.open_count) == (6_200_000, 6_200_000, 0)
    kinds = [
        m["kind"] for m in office.system.rows("SELECT kind FROM provider_movement ORDER BY happened_at, ref")
    ]
    assert sorted(kinds) == ["charge", "transfer", "transfer", "transfer_refund"]
    assert ref


def test_nothing_is_sent_before_the_provider_says_that_it_is_settled(office: Office) -> None:
    ref = office.open()
    office.change(ref, "activate")
    office.use()
    batch = office.approve()
    office.work()
    assert (office.transfer().state, office.transfer().reason) == ("waiting", "所收款项尚未结算")
    assert office.line_state(batch) == ("held", "held")
    assert office.at_provider() == []
    office.settle()
    office.work(minutes=90)
    assert office.transfer().state == "sent"


def test_a_balance_that_is_too_small_waits_until_there_is_enough(office: Office) -> None:
    office.ready()
    office.double.control("settle")  # the platform's own balance went to its bank
    batch = office.approve()
    office.work()
    assert (office.transfer().state, office.transfer().reason) == ("waiting", "余额不足")
    assert office.line_state(batch) == ("held", "held")

    office.double.client.v1.payment_intents.create(
        {"amount": 5_000_000, "currency": "cny", "confirm": True, "payment_method": "pm_card_visa"}
    )
    office.work(minutes=90)
    assert office.transfer().state == "sent"
    assert len(office.at_provider()) == 1
    _forget_foreign_charge(office)


def _forget_foreign_charge(office: Office) -> None:
    """The provider was never read again in this test: the invariants compare what it told of."""
    assert office.system.rows("SELECT 1 AS one FROM provider_movement WHERE kind = 'payout'") == []


def test_an_account_without_the_capability_is_refused_and_the_share_owed_again(office: Office) -> None:
    ref = office.ready()
    batch = office.approve()
    office.double.control(f"accounts/{ref}/restrict")  # and the notice is lost
    office.work()
    assert (office.transfer().state, office.transfer().reason) == ("failed", "收款账户被支付机构停用")
    assert office.line_state(batch) == ("done", "returned")
    assert office.payable() == UNIVERSITY_SHARE
    assert office.at_provider() == []
    [line] = payouts.get_batch(office.officer, batch_id=batch.id).payouts
    assert line.reason == "收款账户被支付机构停用"


@pytest.mark.parametrize("fault", ["500-after-work", "drop-after-work", "500", "drop"])
def test_an_answer_that_was_cut_off_sends_the_money_once(office: Office, fault: str) -> None:
    office.ready()
    batch = office.approve()
    office.double.fault("POST transfers", fault, times=3)
    office.work()
    assert office.transfer().state == "unknown"
    assert office.line_state(batch) == ("held", "held")
    office.double.mend()
    office.work(minutes=5)
    assert office.transfer().state == "sent"
    assert len(office.at_provider()) == 1
    assert office.line_state(batch) == ("done", "confirmed")


@pytest.mark.parametrize("worked", [True, False])
def test_once_the_key_is_forgotten_it_is_found_by_our_id_or_a_person_decides(
    office: Office, *, worked: bool
) -> None:
    office.ready()
    office.approve()
    office.double.fault("POST transfers", "drop-after-work" if worked else "drop", times=3)
    office.work()
    assert office.transfer().state == "unknown"
    office.double.mend()
    later = replace(office.at(office.bill.system, minutes=90), wall=office.system.wall + timedelta(days=2))
    completer.complete_transfers(later, gateway=office.gateway)
    assert office.transfer().state == ("sent" if worked else "unknown")
    assert len(office.at_provider()) == int(worked)
    due = office.system.rows("SELECT next_at, last_error FROM payout_transfer")
    if not worked:
        assert due == [{"next_at": None, "last_error": "unresolved"}]


def test_a_notice_is_quicker_than_the_answer_and_comes_twice(office: Office) -> None:
    office.ready()
    batch = office.approve()
    office.double.fault("POST transfers", "drop-after-work", times=3)
    office.work()
    office.hear()
    assert office.transfer().state == "sent"
    office.hear()
    answer = office.gateway.find_transfer(
        service.request_of(queries.lock_transfer(office.system, batch.payouts[0].id))
    )
    assert answer is not None
    service.record_transfer_answer(office.system, payout_id=batch.payouts[0].id, answer=answer)
    posted = office.system.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'payout_posted'")
    assert posted == [{"n": 1}]


def test_a_failed_payout_to_the_bank_is_told_once_and_carried_by_the_next(office: Office) -> None:
    ref, _ = office.sent()
    office.double.control(f"accounts/{ref}/fail_payout")
    office.hear()
    office.hear()
    failed = office.transfer()
    assert (failed.onward_state, failed.onward_reason, failed.may_take_back) == (
        "failed",
        "银行账户已销户",
        False,
    )
    [told] = office.system.rows("SELECT payload FROM outbox_event WHERE name = 'connect.payout.failed'")
    assert (told["payload"]["amount_minor"], told["payload"]["reason"]) == (
        UNIVERSITY_SHARE,
        "银行账户已销户",
    )
    assert (
        office.double.client.v1.balance.retrieve({}, {"stripe_account": ref}).available[0].amount
        == UNIVERSITY_SHARE
    )

    office.double.control(f"accounts/{ref}/pay_out")
    office.work(minutes=90)  # its notice is lost
    assert office.transfer().onward_state == "paid"
    office.hear()  # late news of the first one change nothing
    assert office.transfer().onward_state == "paid"


def test_what_the_account_no_longer_holds_is_not_taken_back(office: Office) -> None:
    ref, batch = office.sent()
    payout = batch.payouts[0].id
    office.double.control(f"accounts/{ref}/pay_out")  # and the notice is lost
    transfer_ref = service.take_back(office.head, payout_id=payout, reason="金额有误，重新发放")
    assert transfer_ref is not None
    answer = service.ask_to_reverse(office.gateway, transfer_ref, payout, 2)
    assert service.record_reversal(office.system, payout_id=payout, answer=answer) == "余额不足"
    assert (office.transfer().state, office.line_state(batch)) == ("sent", ("done", "confirmed"))
    assert office.payable() == 0


@pytest.mark.parametrize("fault", ["500-after-work", "drop"])
def test_taking_back_that_was_cut_off_is_finished_by_the_clock(office: Office, fault: str) -> None:
    _, batch = office.sent()
    payout = batch.payouts[0].id
    office.double.fault("POST transfers/{id}/reversals", fault, times=3)
    transfer_ref = service.take_back(office.head, payout_id=payout, reason="金额有误，重新发放")
    assert transfer_ref is not None
    answer = service.ask_to_reverse(office.gateway, transfer_ref, payout, 2)
    service.record_reversal(office.system, payout_id=payout, answer=answer)
    assert office.transfer().state == "reversing"
    office.double.mend()
    office.work(minutes=5)
    assert (office.transfer().state, office.line_state(batch)) == ("reversed", ("done", "returned"))
    assert [t["amount_reversed"] for t in office.at_provider()] == [UNIVERSITY_SHARE]


def test_a_line_that_waits_can_be_given_up(office: Office) -> None:
    ref = office.open()
    office.change(ref, "activate")
    office.use()
    batch = office.approve()
    office.work()
    assert service.take_back(office.head, payout_id=batch.payouts[0].id, reason="改由银行付款") is None
    assert (office.transfer().state, office.transfer().reason) == ("failed", "改由银行付款")
    assert office.payable() == UNIVERSITY_SHARE
    with pytest.raises(IllegalMove):
        service.take_back(office.head, payout_id=batch.payouts[0].id, reason="改由银行付款")


def test_what_was_taken_back_on_the_providers_pages_is_heard_and_a_part_waits_for_a_person(
    office: Office,
) -> None:
    _, batch = office.sent()
    [seen] = office.at_provider()
    office.double.client.v1.transfers.reversals.create(seen["id"], {"amount": 100})
    office.hear()
    assert office.transfer().state == "sent"
    parked = office.system.rows("SELECT last_error FROM provider_notice WHERE state = 'parked'")
    assert len(parked) == 2  # what was told of the transfer before is asked about as well
    office.double.client.v1.transfers.reversals.create(seen["id"], {})
    office.system.session.connection().exec_driver_sql(
        "UPDATE provider_notice SET state = 'received', next_at = now() - interval '9 days' WHERE state = 'parked'"
    )
    office.hear()
    assert (office.transfer().state, office.line_state(batch)) == ("reversed", ("done", "returned"))


def test_only_the_provider_says_what_became_of_a_transfer(office: Office) -> None:
    office.ready()
    batch = office.approve()
    payout = batch.payouts[0].id
    with pytest.raises(NotFound):
        paying.record_results(office.officer, batch_id=batch.id, results=Results(confirmed=[payout]))
    with pytest.raises(IllegalMove):
        payouts.get_file(office.officer, batch_id=batch.id, kind=FileFormat.CSV)
    office.work()
    with pytest.raises(Forbidden):
        service.take_back(office.officer, payout_id=payout, reason="我想收回来")
    with pytest.raises(NotFound):
        service.take_back(office.bill.firm, payout_id=payout, reason="我想收回来")
    assert queries.list_transfers(office.bill.firm) == []
    assert (office.transfer().state, office.line_state(batch)) == ("sent", ("done", "confirmed"))
