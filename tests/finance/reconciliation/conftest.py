from collections.abc import Iterator

import pytest

from tests.factories.payments import Simulator, running_simulator


@pytest.fixture
def stripe_double() -> Iterator[Simulator]:
    """A provider that nobody else has paid: its whole account is compared."""
    with running_simulator() as simulator:
        yield simulator
