"""A refund of income that was split: taken back in proportion, in any number of pieces; never from what was paid on (P26's rule, L05)."""

import random

import pytest

from finance.distributions import queries as splits
from finance.payouts import queries as payouts, service as paying
from finance.payouts.errors import PayeesNotReady
from finance.payouts.schemas import NewBatch, PayeeRef, Results, Returned
from finance.refunds.errors import SharesPaidOut
from finance.refunds.schemas import RefundState
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, Simulator, another_bill
from tests.finance.payouts.test_payouts import account
from tests.finance.refunds.conftest import Desk, paid

WHOLE = 8_000_000


@pytest.fixture
def booked(bill: Bill, double: Simulator) -> Desk:
    desk = paid(bill, double)
    desk.book()
    return desk


def payables(desk: Desk) -> dict[str, int]:
    return {
        row["key"]: row["minor"]
        for row in desk.system.rows(
            "SELECT key, -balance_minor AS minor FROM ledger_account WHERE kind LIKE 'payable_%'"
        )
    } | {"platform_fee": desk.balance("platform_fee")}


@pytest.mark.fault("L05")
@pytest.mark.parametrize("seed", range(6))
def test_any_number_of_pieces_take_back_what_one_refund_would(booked: Desk, seed: int) -> None:
    dice, left = random.Random(seed), WHOLE
    pieces: list[int] = []
    while left and len(pieces) < seed:
        pieces.append(dice.randint(1, max(1, left // 2)))
        left -= pieces[-1]
    given = payables(booked)
    assert sum(given.values()) == WHOLE
    gone = 0
    for piece in [*pieces, left]:
        booked.refund(piece)
        gone += piece
        now = payables(booked)
        assert sum(now.values()) == WHOLE - gone
        for key, whole in given.items():
            exact = whole * (WHOLE - gone) / WHOLE
            # an account may hold several shares, each less than a fen away
            assert abs(now[key] - exact) < 2, key
    assert set(payables(booked).values()) == {0}


def test_what_is_left_of_shares_is_paid_and_counted_with_later_income(booked: Desk) -> None:
    given = payables(booked)
    booked.refund(2_000_000)
    assert {key: round(whole * 0.75) for key, whole in given.items()} == payables(booked)
    [split] = splits.list_distributions(booked.bill.officer).items
    assert (split.amount_minor, split.refunded_minor) == (6_000_000, 2_000_000)
    assert sum(share.amount_minor for share in split.shares) == 6_000_000
    assert all("已随退款退还付款方" in share.arithmetic for share in split.shares)
    owed = payouts.list_payables(booked.bill.officer)
    assert owed.open_minor == 6_000_000 - payables(booked)["platform_fee"]


def a_batch(desk: Desk) -> tuple[UnitOfWork, NewBatch]:
    officer = desk.bill.officer
    owed = payouts.list_payables(officer).payees
    payee: PayeeRef = next(one.payee for one in owed if not one.has_login)
    paying.set_account(officer, draft=account(payee))
    return officer, NewBatch(payees=[payee])


def test_what_was_paid_on_is_not_taken_back_until_it_returned(booked: Desk) -> None:
    officer, draft = a_batch(booked)
    batch = paying.request_batch(officer, draft=draft)
    refund = booked.ask(1_000)
    before = payables(booked)
    for _ in range(2):  # asked for, then approved: the money is somebody else's either way
        with pytest.raises(SharesPaidOut) as refused, booked.system.session.begin_nested():
            booked.approve(refund)
        assert refused.value.params()["batches"] == batch.number
        if batch.state == "requested":
            batch = paying.approve_batch(booked.bill.head, batch_id=batch.id)
            before = payables(booked)
    assert payables(booked) == before
    assert booked.look(refund).state == RefundState.REQUESTED

    paying.record_results(
        officer,
        batch_id=batch.id,
        results=Results(returned=[Returned(payout_id=line.id, reason="约定退回") for line in batch.payouts]),
    )
    assert booked.approve(refund).state == RefundState.SUCCEEDED


def test_shares_of_a_refund_under_way_are_not_paid_out(booked: Desk) -> None:
    officer, draft = a_batch(booked)
    booked.double.fault("POST refunds", "drop", times=5)
    refund = booked.refund(WHOLE)
    assert refund.state == RefundState.UNKNOWN
    assert payouts.list_payables(officer).payees == []
    with pytest.raises(PayeesNotReady):
        paying.request_batch(officer, draft=draft)


def test_later_income_is_split_as_if_the_refunded_part_had_never_come(booked: Desk) -> None:
    given = payables(booked)
    booked.refund(2_000_000)
    paid(another_bill(booked.bill, amount_minor=4_000_000), booked.double).book()

    now = payables(booked)
    assert sum(now.values()) == 10_000_000
    for key, whole in given.items():
        assert abs(now[key] - whole * 10 / 8) < 2, key
