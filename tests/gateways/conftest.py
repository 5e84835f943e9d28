from collections.abc import Iterator

import pytest

from tests.factories.payments import Simulator, running_simulator
from tests.factories.stripe_mock import LEFT_OUT, go


@pytest.fixture(scope="session")
def _stripe() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def stripe_double(_stripe: Simulator) -> Simulator:
    _stripe.mend()
    return _stripe


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not checked."""
    if not go():
        terminalreporter.section("stripe-mock", sep="!", red=True, bold=True)
        terminalreporter.line(LEFT_OUT)
