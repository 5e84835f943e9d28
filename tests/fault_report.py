"""The catalogue of faults and what the last run said of each case: a pytest plugin, and `python -m tests.fault_report`.

A test that proves a case carries `@pytest.mark.fault("P01", …)`. After it, the invariants of the books are asked for:
all of them, or those named by `holds=` where a test books what no room knows of, `()` where it breaks the books on
purpose. `pytest --faults FILE` writes case, tests, outcomes and requests sent; the command renders docs/faults.md.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.testclient import TestClient

from marketplace.core.yaml_file import read_yaml
from workers.checks import INVARIANTS

CATALOGUE = Path(__file__).with_name("faults.yaml")
PAGE = Path(__file__).parents[1] / "docs" / "faults.md"
RESULTS = Path(".faults.json")
_SENDERS = ((httpx.Client, "send"), (requests.Session, "send"), (TestClient, "request"))
_sent = 0


@dataclass
class Case:
    """One fault: what is expected of us, and why it is open if no test proves it yet."""

    id: str
    fault: str
    expected: str
    open: str = ""
    tests: dict[str, str] = field(default_factory=dict)
    """Test → outcome."""
    requests: int = 0


def catalogue() -> dict[str, Case]:
    """Read the cases in their order."""
    rows: dict[str, dict[str, str]] = read_yaml(CATALOGUE)
    return {name: Case(name, **row) for name, row in rows.items()}


# The plugin


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--faults", metavar="FILE", help="write what was found out about the catalogue of faults"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_FOUND] = {}
    for kind, name in _SENDERS:
        _count_calls(kind, name)


_FOUND = pytest.StashKey[dict[str, dict[str, Any]]]()


def _count_calls(kind: type, name: str) -> None:
    real = getattr(kind, name)
    if hasattr(real, "counted"):
        return

    def counted(*args: Any, **kwargs: Any) -> Any:
        global _sent  # noqa: PLW0603 - one counter for whatever the tests of this process send
        _sent += 1
        return real(*args, **kwargs)

    counted.counted = True  # type: ignore[attr-defined]
    setattr(kind, name, counted)


@pytest.fixture(autouse=True)
def _faults_leave_the_books_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test of a fault: every invariant holds on the database that it used, and its requests are counted."""
    marks = list(request.node.iter_markers("fault"))
    if not marks:
        yield
        return
    where = next((name for name in ("committed_engine", "session") if name in request.fixturenames), None)
    store: Engine | Session | None = request.getfixturevalue(where) if where else None
    before = _sent
    yield
    cases = sorted({case for mark in marks for case in mark.args})
    request.node.user_properties.append(("fault", [cases, _sent - before]))
    named = [mark.kwargs["holds"] for mark in marks if "holds" in mark.kwargs]
    if isinstance(store, Session):
        assert _broken(store, named) == []
    elif store is not None:
        with Session(store) as session:
            assert _broken(session, named) == []


def _broken(session: Session, named: list[tuple[str, ...]]) -> list[object]:
    found = [violation for check in INVARIANTS for violation in check(session)]
    return [v for v in found if not named or v.invariant in named[0]]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "teardown" or report.outcome != "passed":
        _reports.append(report)


_reports: list[pytest.TestReport] = []


def pytest_sessionfinish(session: pytest.Session) -> None:
    target = session.config.getoption("--faults")
    if not target or hasattr(session.config, "workerinput"):
        return
    path = Path(target)
    known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    broken = {report.nodeid for report in _reports if report.outcome != "passed"}
    for report in _reports:
        told = dict(report.user_properties).get("fault")
        if told is None:
            continue
        cases, sent = told
        outcome = "failed" if report.nodeid in broken else "passed"
        known[report.nodeid] = {"cases": cases, "requests": sent, "outcome": outcome}
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


# The page


def render(results: dict[str, Any]) -> str:
    """Write the page from the cases and what the tests said."""
    cases = catalogue()
    for test, told in results.items():
        for name in told["cases"]:
            cases[name].tests[test] = told["outcome"]
            cases[name].requests += told["requests"]
    proved = [c for c in cases.values() if c.tests and set(c.tests.values()) == {"passed"}]
    tests = len({test for case in proved for test in case.tests})
    sent = sum(told["requests"] for told in results.values())
    lines = [
        "<!-- Written by `make faults` from its run; do not edit. -->",
        "# Faults",
        "",
        f"{len(cases)} cases; {len(proved)} are proved by {tests:,} tests that sent {sent:,} requests. After each of them the",
        "invariants of the books were asked for and held.",
        "Requests are those of the test's own process: to our API and to the stand-in for the provider.",
        "",
        "| case | what goes wrong | what must be true | last result | tests | requests |",
        "| --- | --- | --- | --- | ---: | ---: |",
    ]
    for case in cases.values():
        failed = sorted(test for test, outcome in case.tests.items() if outcome != "passed")
        untold = f"not automated: {case.open}" if case.open else "not in this run"
        said = f"failed: {', '.join(failed)}" if failed else "passed" if case.tests else untold
        lines.append(
            f"| {case.id} | {case.fault} | {case.expected} | {said} | {len(case.tests)} | {case.requests:,} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Render docs/faults.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.fault_report", description=__doc__)
    parser.add_argument("results", nargs="?", type=Path, default=RESULTS)
    given = parser.parse_args()
    PAGE.write_text(render(json.loads(given.results.read_text(encoding="utf-8"))), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


if __name__ == "__main__":
    main()
