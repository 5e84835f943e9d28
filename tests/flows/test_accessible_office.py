"""axe on every page of the transfer officer, who has as many as all others together: another process can look at them."""

import pytest

from tests.flows.axe import lines
from tests.flows.steps import Enter
from tests.flows.tour import OFFICER, look_everywhere


@pytest.mark.timeout(900)  # as for everybody else
def test_the_desk_of_the_officer(visitor: Enter) -> None:
    assert lines(look_everywhere(visitor(OFFICER), OFFICER)) == []
