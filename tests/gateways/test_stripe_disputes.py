"""Disputes at the stand-in, by the official SDK and by our gateway: what Stripe would refuse is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import stripe

from finance.payments.gateway import Evidence, EvidenceFile, GatewayRefused
from marketplace.core.clock import utc_now
from tests.factories.payments import Simulator, running_simulator


@pytest.fixture
def double() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


def charge_of(double: Simulator, amount: int = 1_000) -> str:
    intent = double.client.v1.payment_intents.create(
        {"amount": amount, "currency": "cny", "payment_method": "pm_card_visa", "confirm": True}
    )
    return str(intent.latest_charge)


def kinds(double: Simulator) -> list[str]:
    return [e["type"] for e in double.books()["event"] if e["type"].startswith("charge.dispute")]


def moved(double: Simulator) -> list[tuple[int, int, int]]:
    return [
        (m["amount"], m["fee"], m["net"])
        for m in double.books()["balance_transaction"]
        if m["type"] == "adjustment"
    ]


def test_opened_answered_and_won(double: Simulator) -> None:
    double.control("dispute_fee", minor=15)
    ref = double.control(f"charges/{charge_of(double)}/dispute", reason="fraudulent")["id"]
    gateway = double.gateway
    seen = gateway.fetch_dispute(ref)
    assert (seen.state, seen.amount_minor, seen.currency, seen.reason, seen.withdrawn, seen.reinstated) == (
        "needs_response", 1_000, "CNY", "fraudulent", True, False,
    )  # fmt: skip
    assert seen.due_by is not None
    assert timedelta(days=8) < seen.due_by - utc_now() < timedelta(days=10)
    assert gateway.list_disputes(utc_now() - timedelta(days=1)) == [seen]
    assert gateway.list_disputes(datetime(2200, 1, 1, tzinfo=UTC)) == []

    files = (
        EvidenceFile("contract", "合同.pdf", b"%PDF-1.7 a"),
        EvidenceFile("bill", "b.pdf", b"%PDF-1.7 bb"),
    )
    evidence = Evidence(ref, "key-1", "许可", "某公司", "已交付", files)
    assert gateway.submit_evidence(evidence).state == "under_review"
    assert gateway.submit_evidence(evidence).state == "under_review"  # the same key again
    told = double.books()["dispute"][0]
    assert told["evidence_details"]["submission_count"] == 1
    sizes = {file["id"]: file["size"] for file in double.books()["file"]}
    assert [sizes[told["evidence"][part]] for part in ("customer_signature", "receipt")] == [10, 11]
    with pytest.raises(GatewayRefused):
        gateway.submit_evidence(Evidence(ref, "key-2", "许可", "某公司", "又一次", ()))

    double.control(f"disputes/{ref}/win")
    assert gateway.fetch_dispute(ref).reinstated
    assert moved(double) == [(-1_000, 15, -1_015), (1_000, 0, 1_000)]
    assert kinds(double) == [
        "charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.updated", "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
    ]  # fmt: skip


def test_accepted_is_lost_and_its_money_is_not_settled(double: Simulator) -> None:
    ref = double.control(f"charges/{charge_of(double)}/dispute", amount=400)["id"]
    charge_of(double, 50_000)
    assert double.client.v1.disputes.close(ref).status == "lost"
    assert double.control("settle")["amount"] == 1_000 - 29 - 400 - 10_000 + 50_000 - 1_450
    assert kinds(double)[-1] == "charge.dispute.closed"


def test_an_inquiry_takes_nothing_until_it_becomes_a_dispute(double: Simulator) -> None:
    ref = double.control(f"charges/{charge_of(double)}/dispute", inquiry=True)["id"]
    assert (double.gateway.fetch_dispute(ref).state, moved(double)) == ("needs_response", [])
    double.control(f"disputes/{ref}/lose")
    assert (double.gateway.fetch_dispute(ref).state, len(moved(double))) == ("needs_response", 1)


def test_what_stripe_would_refuse_is_refused(double: Simulator) -> None:
    charge = charge_of(double)
    ref = double.control(f"charges/{charge}/dispute", days=0)["id"]
    disputes = double.client.v1.disputes
    with pytest.raises(stripe.InvalidRequestError, match="unknown parameter"):
        disputes.update(ref, {"proof": "x"})  # type: ignore[typeddict-unknown-key]
    with pytest.raises(stripe.InvalidRequestError, match="unknown parameter"):
        disputes.update(ref, {"evidence": {"proof": "x"}})  # type: ignore[typeddict-unknown-key]
    with pytest.raises(stripe.InvalidRequestError, match="not taken any more"):  # past its day
        disputes.update(ref, {"evidence": {"uncategorized_text": "x"}})
    with pytest.raises(stripe.InvalidRequestError, match="No such dispute"):
        disputes.retrieve("du_other")
    for body in ({}, {"amount": 0}, {"amount": 1_001}):
        refused = double.page("POST", f"/_control/charges/{charge}/dispute", json=body)
        assert refused.status_code == 400
    assert len(double.books()["dispute"]) == 1
    late = double.control(f"charges/{charge_of(double)}/dispute")["id"]
    with pytest.raises(stripe.InvalidRequestError, match="No such file"):
        disputes.update(late, {"evidence": {"receipt": "file_other"}})
    double.control(f"disputes/{late}/lose")
    assert double.page("POST", f"/_control/disputes/{late}/win").status_code == 400


def test_a_wallet_has_no_disputes(double: Simulator) -> None:
    session = double.client.v1.checkout.sessions.create(
        {
            "mode": "payment", "success_url": "http://127.0.0.1/", "line_items": [
                {"quantity": 1, "price_data": {"currency": "cny", "unit_amount": 700, "product_data": {"name": "许可"}}}
            ],
        }
    )  # fmt: skip
    for action in ("pay_later", "arrive"):
        double.act(session.id, action)
    charge = double.books()["charge"][-1]["id"]
    refused = double.page("POST", f"/_control/charges/{charge}/dispute", json={})
    assert refused.status_code == 400
    assert "Payments by alipay cannot be disputed" in refused.json()["detail"]
    assert "dispute" not in double.books()
