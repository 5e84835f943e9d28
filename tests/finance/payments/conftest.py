from collections.abc import Iterator

import pytest

from tests.factories.payments import Simulator, running_simulator


@pytest.fixture(scope="session")
def _stripe() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def stripe_double(_stripe: Simulator) -> Simulator:
    _stripe.mend()
    return _stripe
