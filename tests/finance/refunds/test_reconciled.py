"""The provider's own account of refunds agrees with ours to the fen, and one that it made alone is a difference."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from finance.reconciliation import queries
from finance.reconciliation.nightly import reconcile_nightly
from finance.reconciliation.schemas import DifferenceKind
from marketplace.core.clock import start_of_day
from tests.factories.payments import Simulator, running_simulator
from tests.finance.refunds.conftest import Desk


@pytest.fixture
def double() -> Iterator[Simulator]:
    """A provider of its own, whose account holds nothing else."""
    with running_simulator() as simulator:
        yield simulator


def night(desk: Desk, day: int = 0) -> None:
    now: datetime = start_of_day(desk.system.today + timedelta(days=day)) + timedelta(hours=3)
    reconcile_nightly(replace(desk.system, now=now), gateway=desk.double.gateway)


def test_a_refund_is_known_to_both_sides(desk: Desk) -> None:
    desk.refund(2_500_000)
    night(desk)
    [account] = queries.list_accounts(desk.system)
    assert (account.ours_minor, account.theirs_minor, account.open_count) == (5_268_000, 5_268_000, 0)


def test_a_refund_made_elsewhere_is_a_difference(desk: Desk) -> None:
    made = desk.double.client.v1.refunds.create(
        {"payment_intent": desk.payment.capture_ref or "", "amount": 700}
    )
    night(desk)
    [difference] = queries.list_differences(desk.system)
    assert (difference.kind, difference.label) == (DifferenceKind.PROVIDER_ONLY, f"refund {made.id}")
