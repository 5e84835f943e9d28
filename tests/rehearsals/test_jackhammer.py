"""Ten seconds of what `make jackhammer` does for five minutes."""

import pytest
from sqlalchemy import Engine

from tests.courses import a_seed
from tests.jackhammer import run


@pytest.mark.fault("C09", "W01", "D02")
def test_killed_at_random_nothing_is_lost_and_nothing_booked_twice(committed_engine: Engine) -> None:
    url = committed_engine.url.render_as_string(hide_password=False)
    ran = run(url, seconds=10, processes=8, seed=a_seed(), pause=0.5)
    assert ran.count["processes killed"] > 0
    assert ran.count["ledger transactions"] > 0
