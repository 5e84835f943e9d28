"""Ten minutes in which the provider refuses whatever it is asked, while 500 payments are due."""

import pytest

from marketplace.core.uow import UnitOfWork
from tests.factories.payments import running_simulator
from tests.finance.payments.test_patience import MovedClock, weather


@pytest.mark.fault("P17")
def test_five_hundred_payments_come_through_a_storm(uow: UnitOfWork) -> None:
    clock = MovedClock()
    with running_simulator() as double:
        weather(uow, double, clock, payments=500)
    assert clock.now >= 590
