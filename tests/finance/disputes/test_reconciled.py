"""The provider's own account of disputes agrees with ours to the fen; its fee is booked once, by its own movement (P26, I11)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from finance.disputes import completer
from finance.reconciliation import queries
from finance.reconciliation.nightly import reconcile_nightly
from finance.reconciliation.schemas import DifferenceKind
from marketplace.core.clock import start_of_day
from tests.factories.payments import Simulator, running_simulator
from tests.finance.disputes.conftest import WHOLE, Court
from workers.checks import INVARIANTS

FEE = WHOLE * 290 // 10_000


@pytest.fixture
def double() -> Iterator[Simulator]:
    """A provider of its own, whose account holds nothing else."""
    with running_simulator() as simulator:
        yield simulator


def night(court: Court, day: int) -> None:
    now = start_of_day(court.system.today + timedelta(days=day)) + timedelta(hours=3)
    reconcile_nightly(replace(court.system, now=now), gateway=court.double.gateway)


def account(court: Court) -> tuple[int, int, int]:
    [one] = queries.list_accounts(court.system)
    return one.ours_minor, one.theirs_minor, one.open_count


@pytest.mark.fault("P26")
@pytest.mark.parametrize(("how", "left"), [("lose", -FEE - 1_500), ("win", WHOLE - FEE - 1_500)])
def test_a_dispute_is_known_to_both_sides_and_its_fee_is_booked_once(
    court: Court, how: str, left: int
) -> None:
    court.double.control("dispute_fee", minor=1_500)
    night(court, 0)
    view = court.opened()
    assert [found for check in INVARIANTS for found in check(court.system.session)] == []
    night(court, 1)
    assert account(court) == (-FEE - 1_500, -FEE - 1_500, 0)
    court.decide(court.ref(view), how)
    court.hear(*court.news(court.ref(view)))
    for day in (2, 3):
        night(court, day)
        assert account(court) == (left, left, 0)
    assert court.balance("processor_fee") == FEE + 1_500
    if how == "win":
        court.double.control("settle")
        night(court, 4)
        assert account(court) == (0, 0, 0)


@pytest.mark.fault("P26")
def test_a_dispute_of_which_nobody_told_is_a_difference_until_it_is_found(court: Court) -> None:
    ref = court.dispute()
    night(court, 0)
    [difference] = queries.list_differences(court.system)
    assert (difference.kind, difference.label) == (DifferenceKind.PROVIDER_ONLY, f"adjustment {ref}")
    completer.find_disputes(court.system, gateway=court.double.gateway)
    night(court, 1)
    assert account(court)[2] == 0
