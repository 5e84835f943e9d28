"""axe on every page of the desk, desktop and phone, for everybody but the transfer officer."""

import re
from pathlib import Path

import pytest

from tests.flows.axe import lines
from tests.flows.steps import Enter
from tests.flows.tour import DESK, OFFICER, look_everywhere

ROUTES = Path(__file__).parents[2] / "frontend" / "src" / "app"


@pytest.mark.timeout(900)  # every page of a person in two languages, two widths, light and dark
@pytest.mark.parametrize("name", sorted(DESK.keys() - {OFFICER}))
def test_the_desk(visitor: Enter, name: str) -> None:
    assert lines(look_everywhere(visitor(name), name)) == []


def test_every_route_of_the_desk_is_looked_at() -> None:
    written = "".join((ROUTES / f"{name}Routes.ts").read_text("utf-8") for name in ("market", "finance"))
    routes = [
        found[1]
        for block in written.split("createRoute({")[1:]
        if "throw redirect" not in block and (found := re.search(r'path: "(/[^"]*)"', block))
    ]
    seen = {
        (stop if isinstance(stop, str) else stop[0]).partition("?")[0]
        for stops in DESK.values()
        for stop in stops
    }
    assert set(routes) - seen == set()
