"""Co-owners hear of their contracts, splits and accounts as the university does; payees of their money."""

import pytest

from finance.distributions import service as splitting
from finance.payouts import service
from finance.payouts.schemas import NewBatch, Results
from marketplace.contracts import queries as contracts
from marketplace.core.uow import UnitOfWork
from marketplace.notifications import handlers
from tests.factories.contracts import sign
from tests.factories.shared import SharedBill, a_shared_bill, receive
from tests.finance.payouts.test_payouts import account, payee
from workers.subscriptions import SUBSCRIPTIONS


@pytest.fixture
def shared(uow: UnitOfWork) -> SharedBill:
    return a_shared_bill(uow)


def tell_all(uow: UnitOfWork) -> None:
    """Hand everything announced so far to the room of notifications."""
    by_name = {event.name: event for event in SUBSCRIPTIONS}
    for row in uow.rows("SELECT name, payload FROM outbox_event ORDER BY seq"):
        if row["name"] in by_name:
            handlers.on_announcement(uow, by_name[row["name"]].model_validate(row["payload"]))


def told(uow: UnitOfWork, reader: UnitOfWork) -> set[str]:
    rows = uow.rows("SELECT template FROM notification WHERE user_id = :id", id=reader.actor.user_id)
    return {row["template"] for row in rows}


def test_a_co_owner_hears_of_the_contract_and_its_part(shared: SharedBill) -> None:
    system = shared.bill.system
    contract = contracts.get_contract(system, contract_id=shared.contract_id)
    sign(shared.bill.firm, contract)
    view = receive(shared.bill, "100000.00")
    tell_all(system)

    assert {"contract_drafted", "party_signed", "distribution_proposed"} <= told(
        system, shared.institute_head
    )
    assert "distribution_proposed" in told(system, shared.bill.head)
    assert "distribution_proposed" not in told(system, shared.institute_officer)
    splitting.object_to_distribution(shared.institute_head, distribution_id=view.id, reason="份额与协议不符")
    tell_all(system)
    assert "distribution_objected" in told(system, shared.bill.officer)


def test_payees_and_payers_hear_of_accounts_and_payouts(shared: SharedBill) -> None:
    view = receive(shared.bill, "100000.00")
    for side in (shared.bill.head, shared.institute_head):
        splitting.approve_distribution(side, distribution_id=view.id)
    li = payee(shared.bill.officer, "李教授")
    service.set_account(shared.inventor, draft=account(li))
    batch = service.request_batch(shared.bill.officer, draft=NewBatch(payees=[li]))
    service.approve_batch(shared.bill.head, batch_id=batch.id)
    service.record_results(
        shared.bill.officer, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id])
    )
    tell_all(shared.bill.system)

    system = shared.bill.system
    assert told(system, shared.inventor) == {"share_booked", "payee_account_set", "payout_confirmed"}
    assert {"payout_requested", "payee_account_set"} <= told(system, shared.bill.head)
    assert "payout_approved" in told(system, shared.bill.officer)
    assert told(system, shared.manager) >= {"share_booked"}
    assert "payee_account_set" not in told(system, shared.institute_head)
