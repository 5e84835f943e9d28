"""A dispute lost after its income was split, and after it was paid out: no payee goes below zero, who owes what is written down (P26)."""

import pytest
from sqlalchemy import text

from finance.disputes import queries, service
from finance.disputes.errors import OwnClaim
from finance.disputes.schemas import DisputeClaimView, PayeeClaimState, PaymentDisputeState
from finance.distributions import queries as splits
from finance.payouts import queries as payouts, service as paying
from finance.payouts.errors import PayeesNotReady
from finance.payouts.schemas import NewBatch, PayeeRef, Results, Returned
from finance.receivables import queries as bills, service as receivables
from finance.receivables.schemas import NewCreditNote
from finance.refunds.errors import SharesPaidOut
from marketplace.app.worklist.routes import get_worklist
from marketplace.core.outbox import Event
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import DistributionBooked
from marketplace.events.payouts import PayoutReturned
from tests.factories.payments import a_bill
from tests.finance.disputes.conftest import WHOLE, Court
from workers.checks import INVARIANTS
from workers.subscriptions import SUBSCRIPTIONS

REASON = "收款人已离职，无法从后续付款抵扣"


@pytest.fixture
def booked(court: Court) -> Court:
    court.book()
    return court


def announce(uow: UnitOfWork, event: type[Event]) -> None:
    """The latest announcement of a kind reaches the rooms that hear it."""
    [row] = uow.rows(
        "SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq DESC LIMIT 1", name=event.name
    )
    for handler in SUBSCRIPTIONS[event]:
        handler(uow, event.model_validate(row["payload"]))


@pytest.mark.fault("P26")
def test_lost_after_the_split_every_payee_gives_back_in_proportion(booked: Court) -> None:
    given = booked.payables()
    assert sum(given.values()) == WHOLE
    view = booked.ended(2_000_000, how="lose")

    assert (view.state, view.claims) == (PaymentDisputeState.LOST, [])
    assert booked.payables() == {key: round(whole * 0.75) for key, whole in given.items()}
    [split] = splits.list_distributions(booked.bill.officer).items
    assert (split.amount_minor, split.refunded_minor) == (6_000_000, 2_000_000)
    assert booked.balance(f"undistributed:{booked.bill.invoice.contract_id}") == 0
    invoice = bills.get_invoice(booked.bill.officer, invoice_id=booked.bill.invoice.id)
    assert (invoice.state, invoice.open_minor) == ("partially_paid", 2_000_000)


@pytest.mark.fault("P26")
def test_a_refund_and_a_lost_dispute_take_back_what_one_sum_would(booked: Court) -> None:
    given = booked.payables()
    booked.refund(1_234_567)
    booked.ended(2_345_678, how="lose")
    booked.refund(WHOLE - 1_234_567 - 2_345_678)
    assert set(booked.payables().values()) == {0}
    assert sum(given.values()) == WHOLE


@pytest.mark.fault("P26")
def test_while_it_runs_nothing_is_paid_out_and_a_batch_that_waited_is_withdrawn(booked: Court) -> None:
    payee = booked.payee()
    waiting = booked.pay(payee, until="requested")
    booked.opened()

    stopped = payouts.get_batch(booked.bill.officer, batch_id=waiting.id)
    assert stopped.state == "withdrawn"
    with pytest.raises(IllegalMove):
        paying.approve_batch(booked.bill.head, batch_id=waiting.id)
    with pytest.raises(PayeesNotReady):
        paying.request_batch(booked.bill.officer, draft=NewBatch(payees=[payee]))
    [told] = booked.system.rows("SELECT payload FROM outbox_event WHERE name = 'payouts.batch.stopped'")
    assert (told["payload"]["number"], told["payload"]["reason"]) == (
        waiting.number,
        "付款方的发卡行提出拒付争议",
    )


def owed_back(court: Court, payee: PayeeRef, until: str = "confirmed") -> tuple[int, DisputeClaimView]:
    """Somebody was paid her share before the dispute was lost."""
    batch = court.pay(payee, until=until)
    view = court.ended(how="lose")
    [claim] = view.claims
    return batch.amount_minor, claim


@pytest.mark.fault("P26")
@pytest.mark.parametrize("until", ["held", "confirmed"])
def test_lost_after_the_payout_who_was_paid_owes_it_back_and_nobody_is_below_zero(
    booked: Court, until: str
) -> None:
    payee = booked.payee()
    paid_minor, claim = owed_back(booked, payee, until)

    assert (claim.payee_kind, claim.amount_minor, claim.kept_minor, claim.left_minor) == (
        payee.kind,
        paid_minor,
        0,
        paid_minor,
    )
    assert (claim.state, claim.moves) == (PayeeClaimState.OPEN, ["ask"])
    assert set(booked.payables().values()) == {0}
    assert booked.balance(f"clawback:{claim.id}") == paid_minor
    assert booked.balance(f"dispute:{booked.payment.id}") == 0
    invoice = bills.get_invoice(booked.bill.officer, invoice_id=booked.bill.invoice.id)
    assert (invoice.state, invoice.open_minor) == ("open", WHOLE)
    [todo] = [t for t in get_worklist(booked.bill.officer).todos if t.kind == "get_back"]
    assert (todo.object_id, todo.party, todo.amount_minor) == (claim.id, claim.payee_name, paid_minor)
    [told] = booked.system.rows("SELECT payload FROM outbox_event WHERE name = 'disputes.claim.raised'")
    assert (told["payload"]["payee_name"], told["payload"]["amount_minor"]) == (claim.payee_name, paid_minor)


@pytest.mark.fault("P26")
def test_what_is_owed_back_is_kept_from_the_next_shares_and_only_the_rest_is_paid(booked: Court) -> None:
    payee = booked.payee()
    paid_minor, claim = owed_back(booked, payee)
    later = booked.another(2_000_000)
    later.book()
    first = sum(p.open_minor for p in payouts.list_payables(booked.bill.officer).payees if p.payee == payee)
    assert 0 < first < paid_minor
    announce(booked.system, DistributionBooked)
    assert queries.get_claim(booked.bill.officer, claim_id=claim.id).kept_minor == first
    assert payee not in [p.payee for p in payouts.list_payables(booked.bill.officer).payees]

    for _ in range(2):  # the same announcement again keeps nothing more
        announce(booked.system, DistributionBooked)
    assert queries.get_claim(booked.bill.officer, claim_id=claim.id).left_minor == paid_minor - first
    more = booked.another(12_000_000)
    more.book()
    [before] = [p.open_minor for p in payouts.list_payables(booked.bill.officer).payees if p.payee == payee]
    announce(booked.system, DistributionBooked)
    settled = queries.get_claim(booked.bill.officer, claim_id=claim.id)
    assert (settled.state, settled.kept_minor, settled.left_minor) == (PayeeClaimState.SETTLED, paid_minor, 0)
    assert booked.balance(f"clawback:{claim.id}") == 0
    batch = booked.pay(payee)
    assert batch.amount_minor == before - (paid_minor - first)
    assert booked.balance(f"payable_{payee.kind}:{payee.id}") == 0


@pytest.mark.fault("P26")
def test_open_shares_of_the_same_payee_are_kept_back_at_once(booked: Court) -> None:
    payee = booked.payee()
    booked.pay(payee)
    booked.another(12_000_000).book()
    [before] = [p.open_minor for p in payouts.list_payables(booked.bill.officer).payees if p.payee == payee]
    [claim] = booked.ended(how="lose").claims
    assert (claim.state, claim.kept_minor) == (PayeeClaimState.SETTLED, claim.amount_minor)
    assert booked.balance(f"payable_{payee.kind}:{payee.id}") == before - claim.amount_minor


@pytest.mark.fault("P26")
def test_a_payout_that_comes_back_settles_the_claim(booked: Court) -> None:
    payee = booked.payee()
    batch = booked.pay(payee)
    [claim] = booked.ended(how="lose").claims
    returned = [Returned(payout_id=line.id, reason="账户已注销") for line in batch.payouts]
    paying.record_results(booked.bill.officer, batch_id=batch.id, results=Results(returned=returned))
    announce(booked.system, PayoutReturned)
    assert queries.get_claim(booked.bill.officer, claim_id=claim.id).state == PayeeClaimState.SETTLED
    assert booked.balance(f"payable_{payee.kind}:{payee.id}") == 0


def test_a_share_that_was_kept_back_counts_as_paid_when_a_refund_wants_it(booked: Court) -> None:
    payee = booked.payee()
    owed_back(booked, payee)
    later = booked.another(2_000_000)
    later.book()
    announce(booked.system, DistributionBooked)
    refund = later.ask(1_000_000)
    with pytest.raises(SharesPaidOut), booked.system.session.begin_nested():
        later.approve(refund)
    assert later.refunds_at_provider(refund) == []


@pytest.mark.fault("P26", "C06")
def test_a_claim_is_given_up_by_two_people_and_the_platform_bears_it(booked: Court) -> None:
    fee = booked.balance("platform_fee")
    paid_minor, claim = owed_back(booked, booked.payee())
    stranger = a_bill(booked.system).officer
    with pytest.raises(NotFound):
        service.ask_write_off(stranger, claim_id=claim.id, reason=REASON)
    asked = service.ask_write_off(booked.bill.officer, claim_id=claim.id, reason=REASON)
    assert (asked.state, asked.reason, asked.moves) == (PayeeClaimState.ASKED, REASON, [])
    for side in (booked.bill.officer, booked.bill.head):  # it is the platform's money
        with pytest.raises(Forbidden):
            service.approve_write_off(side, claim_id=claim.id)

    admin = booked.admin
    declined = service.decline_write_off(admin, claim_id=claim.id, reason="请先联系收款人")
    assert (declined.state, declined.reason) == (PayeeClaimState.OPEN, "请先联系收款人")
    service.ask_write_off(admin, claim_id=claim.id, reason=REASON)
    with pytest.raises(OwnClaim):
        service.approve_write_off(admin, claim_id=claim.id)
    assert booked.balance(f"clawback:{claim.id}") == paid_minor
    done = service.approve_write_off(booked.admin, claim_id=claim.id)
    assert (done.state, done.left_minor, done.amount_minor) == (PayeeClaimState.WRITTEN_OFF, 0, paid_minor)
    assert booked.balance(f"clawback:{claim.id}") == 0
    assert booked.balance("platform_fee") == 0 - paid_minor
    assert fee > 0
    with pytest.raises(IllegalMove):
        service.approve_write_off(booked.admin, claim_id=claim.id)


def test_the_debt_stands_and_two_people_may_let_it_fall(booked: Court) -> None:
    booked.ended(2_000_000, how="lose")
    receivables.propose_credit_note(
        booked.bill.officer,
        invoice_id=booked.bill.invoice.id,
        form=NewCreditNote(amount_minor=2_000_000, reason="双方协商不再收取"),
    )
    [note] = bills.get_invoice(booked.bill.head, invoice_id=booked.bill.invoice.id).adjustments
    receivables.approve_adjustment(booked.bill.head, adjustment_id=note.id)
    invoice = bills.get_invoice(booked.bill.officer, invoice_id=booked.bill.invoice.id)
    assert (invoice.state, invoice.open_minor, invoice.credited_minor) == ("paid", 0, 2_000_000)


TAMPERING = {
    "the bill no longer says that it is disputed": ("I5", "UPDATE invoice_payment SET disputed_minor = 0"),
    "the split is free": ("I5", "UPDATE distribution SET disputed_minor = 0"),
    "the dispute is of more": ("I5", "UPDATE dispute SET amount_minor = amount_minor + 1"),
    "the dispute is won without a booking": ("I5", "UPDATE dispute SET state = 'won'"),
    "nobody withheld anything": ("I5", "UPDATE dispute SET opened_txn_id = NULL"),
    "its history is another": ("I7", "UPDATE dispute SET state = 'evidence_sent'"),
}
OWED = {
    "a claim is smaller": ("I5", "UPDATE dispute_claim SET amount_minor = amount_minor - 1"),
    "a claim is gone": ("I5", "UPDATE dispute_claim SET state = 'settled'"),
    "a share was never claimed": ("I5", "UPDATE distribution_share SET claimed_minor = 0"),
    "a share was kept back": (
        "I9",
        "UPDATE distribution_share SET kept_minor = claimed_minor",
    ),
    "the lost dispute was booked elsewhere": ("I5", "UPDATE dispute SET lost_txn_id = opened_txn_id"),
}


def named(court: Court, statement: str) -> set[str]:
    """The invariants that name what somebody does to the database behind our back."""
    with court.system.session.begin_nested() as tampered:
        court.system.session.connection().execute(text(statement))
        found = {one.invariant for check in INVARIANTS for one in check(court.system.session)}
        tampered.rollback()
    return found


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_with_a_running_dispute_is_named(court: Court, what: str) -> None:
    court.opened()
    invariant, statement = TAMPERING[what]
    assert invariant in named(court, statement)


def test_tampering_with_what_is_owed_back_is_named(booked: Court) -> None:
    owed_back(booked, booked.payee())
    for what, (invariant, statement) in OWED.items():
        assert invariant in named(booked, statement), what
