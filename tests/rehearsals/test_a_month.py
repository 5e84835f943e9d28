"""A few days of a small university, as `make month` lives thirty of a large one."""

import pytest
from sqlalchemy import Engine

from tests.courses import a_seed
from tests.month import live
from tests.month_page import page


@pytest.mark.fault("O06")
def test_a_few_days_are_closed_without_a_difference(committed_engine: Engine) -> None:
    facts = {"licences": 20, "days": 5, "seed": a_seed()}
    month = live(committed_engine, **facts)
    assert month.count["bills"] == 20
    assert "| **total** |" in page(month, **facts, seconds=0)
