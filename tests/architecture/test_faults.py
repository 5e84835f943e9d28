"""Each fault of the catalogue is proved by a test, or is open with a reason; the page tells the same."""

import re
from pathlib import Path

from tests.fault_report import PAGE, catalogue

TESTS = Path(__file__).parents[1]
MARK = re.compile(r"^@pytest\.mark\.fault\(([^()]*)", re.MULTILINE)
CASE = re.compile(r'"([A-Z]\d\d)"')


def marked() -> set[str]:
    return {
        case
        for path in TESTS.rglob("test_*.py")
        for cases in MARK.findall(path.read_text(encoding="utf-8"))
        for case in CASE.findall(cases)
    }


def test_each_case_is_proved_or_open_with_a_reason() -> None:
    cases = catalogue()
    still_open = {name for name, case in cases.items() if case.open}
    assert marked() - cases.keys() == set(), "a test proves a case that is not in the catalogue"
    assert cases.keys() - marked() - still_open == set(), "neither proved nor open"
    assert marked() & still_open == set(), "proved, so no longer open"


def test_the_page_tells_of_each_case_what_the_catalogue_says() -> None:
    told = PAGE.read_text(encoding="utf-8")
    missing = [
        case.id
        for case in catalogue().values()
        if f"| {case.id} | {case.fault} | {case.expected} |" not in told
    ]
    assert missing == [], "run `make faults`"
