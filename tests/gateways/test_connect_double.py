"""The stand-in refuses what Stripe refuses of accounts, transfers and reversals, and moves the balances as Stripe does."""

from collections.abc import Iterator

import pytest
import stripe

from tests.factories.payments import Simulator, running_simulator


@pytest.fixture(scope="module")
def double() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


def an_account(double: Simulator, *, active: bool = True) -> str:
    made = double.client.v1.accounts.create(
        {"country": "HK", "capabilities": {"transfers": {"requested": True}}}
    )
    if active:
        double.control(f"accounts/{made.id}/activate")
    return made.id


def a_charge(double: Simulator, amount: int) -> str:
    intent = double.client.v1.payment_intents.create(
        {"amount": amount, "currency": "cny", "confirm": True, "payment_method": "pm_card_visa"}
    )
    return str(intent.latest_charge)


def available(double: Simulator, account: str | None = None) -> int:
    options: stripe.RequestOptions = {"stripe_account": account} if account else {}
    return double.client.v1.balance.retrieve({}, options).available[0].amount


def test_an_account_becomes_active_after_it_was_filled_in(double: Simulator) -> None:
    ref = an_account(double, active=False)
    before = double.client.v1.accounts.retrieve(ref)
    assert (before.capabilities and before.capabilities.transfers, before.payouts_enabled) == (
        "inactive",
        False,
    )
    link = double.client.v1.account_links.create(
        {
            "account": ref,
            "type": "account_onboarding",
            "return_url": "http://x/back",
            "refresh_url": "http://x/again",
        }
    )
    assert double.page("POST", link.url, data={"action": "submit"}).headers["location"] == "http://x/back"
    pending = double.client.v1.accounts.retrieve(ref)
    assert pending.capabilities is not None
    assert pending.capabilities.transfers == "pending"
    double.control("clock", advance_seconds=400)
    assert double.page("GET", link.url).headers["location"] == "http://x/again"  # an old link
    active = double.client.v1.accounts.retrieve(ref)
    assert (active.capabilities and active.capabilities.transfers, active.payouts_enabled) == ("active", True)
    told = [e for e in double.books()["event"] if e["type"] == "account.updated"]
    assert {e["account"] for e in told if e["data"]["object"]["id"] == ref} == {ref}


def test_transfers_and_reversals_move_both_balances(double: Simulator) -> None:
    a_charge(double, 10_000)
    ref, before = an_account(double), available(double)
    sent = double.client.v1.transfers.create(
        {
            "amount": 4_000,
            "currency": "cny",
            "destination": ref,
            "metadata": {"payout_id": "x"},
            "transfer_group": "FK-1",
        }
    )
    assert (available(double), available(double, ref)) == (before - 4_000, 4_000)
    assert [t.id for t in double.client.v1.transfers.list({"transfer_group": "FK-1"}).data] == [sent.id]
    double.client.v1.transfers.reversals.create(sent.id, {"amount": 1_500})
    assert (available(double), available(double, ref)) == (before - 2_500, 2_500)
    with pytest.raises(stripe.InvalidRequestError, match="greater than what was not reversed"):
        double.client.v1.transfers.reversals.create(sent.id, {"amount": 2_501})
    paid = double.control(f"accounts/{ref}/pay_out")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        double.client.v1.transfers.reversals.create(sent.id, {})
    assert refused.value.code == "balance_insufficient"
    listed = double.client.v1.payouts.list({}, {"stripe_account": ref}).data
    assert [(p.id, p.status, p.amount) for p in listed] == [(paid["id"], "paid", 2_500)]
    assert paid["id"] not in [p.id for p in double.client.v1.payouts.list().data]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount": 99_999_999}, "balance_insufficient"),
        ({"destination": "acct_none"}, "resource_missing"),
        ({"colour": "red"}, "parameter_unknown"),
    ],
)
def test_a_transfer_that_cannot_be_is_refused(
    double: Simulator, change: dict[str, object], code: str
) -> None:
    params = {"amount": 100, "currency": "cny", "destination": an_account(double)} | change
    with pytest.raises(stripe.InvalidRequestError) as refused:
        double.client.v1.transfers.create(params)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_an_account_without_the_capability_takes_nothing(double: Simulator) -> None:
    a_charge(double, 1_000)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        double.client.v1.transfers.create(
            {"amount": 100, "currency": "cny", "destination": an_account(double, active=False)}
        )
    assert refused.value.code == "insufficient_capabilities_for_transfer"


def test_a_transfer_out_of_one_charge_never_exceeds_it(double: Simulator) -> None:
    charge, ref = a_charge(double, 1_000), an_account(double)
    params: stripe.params.TransferCreateParams = {
        "amount": 700, "currency": "cny", "destination": ref, "source_transaction": charge,
    }  # fmt: skip
    double.client.v1.transfers.create(params)
    with pytest.raises(stripe.InvalidRequestError):
        double.client.v1.transfers.create(params | {"amount": 301})


def test_a_stranger_account_is_forbidden(double: Simulator) -> None:
    with pytest.raises(stripe.PermissionError):
        double.client.v1.balance.retrieve({}, {"stripe_account": "acct_of_others"})
