"""A row that a clock cannot finish is undone alone and put aside; what comes after it goes on."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from finance.receivables import service as receivables
from finance.receivables.models import Obligation
from finance.receivables.service import billing, issuing
from marketplace.core import due
from marketplace.core.uow import UnitOfWork
from tests.architecture.test_sizes import DISTRICTS, ROOT, sources
from tests.factories.closings import two_administrators
from tests.factories.payments import Bill, a_bill, another_sum
from tests.finance.payments.test_money_over_http import Desk
from workers.checks import INVARIANTS
from workers.schedule import CLOCKS

POISON = 700
JOB = "raise_due_invoices"


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    uow.session.flush()
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


_fails: set[int] = set()


@pytest.fixture
def poisoned(bill: Bill, monkeypatch: pytest.MonkeyPatch) -> Bill:
    """Three sums are due; the first one cannot be billed as long as its amount is among those that fail."""
    draw = issuing._draw_up

    def raises(uow: UnitOfWork, owed: Sequence[Obligation]) -> list[Any]:
        drawn = draw(uow, owed)  # numbers are taken before it fails
        if _fails & {one.amount_minor for one in owed}:
            raise ValueError("cannot be billed")
        return drawn

    monkeypatch.setattr(issuing, "_draw_up", raises)
    for amount in (POISON, 800, 900):
        another_sum(bill, amount_minor=amount)
    _fails.add(POISON)
    return bill


def waiting(uow: UnitOfWork) -> list[int]:
    return [
        row["amount_minor"]
        for row in uow.rows("SELECT amount_minor FROM obligation WHERE state = 'waiting' ORDER BY 1")
    ]


def setbacks(uow: UnitOfWork) -> list[dict[str, Any]]:
    return uow.rows("SELECT job, tries, until_at, reason FROM setback ORDER BY job, row_id")


def later(uow: UnitOfWork, **passed: int) -> UnitOfWork:
    return replace(uow, wall=uow.wall + timedelta(**passed))


def test_the_others_are_billed_without_a_gap_and_the_one_is_tried_again_with_growing_pauses(
    poisoned: Bill,
) -> None:
    now = poisoned.system
    assert receivables.raise_due_invoices(now) == 3, "two billed, one put aside: all were dealt with"
    assert waiting(now) == [POISON]
    numbers = [row["number"] for row in now.rows("SELECT number FROM invoice ORDER BY number")]
    first = int(numbers[0].rpartition("-")[2])
    assert [int(number.rpartition("-")[2]) for number in numbers] == [first, first + 1, first + 2]
    pauses = []
    for tries in range(1, 12):
        [seen] = setbacks(now)
        assert (seen["job"], seen["tries"], seen["reason"]) == (JOB, tries, "ValueError: cannot be billed")
        pauses.append(round((seen["until_at"] - now.wall).total_seconds() / 60))
        assert receivables.raise_due_invoices(replace(now, wall=seen["until_at"] - timedelta(seconds=1))) == 0
        now = replace(now, wall=seen["until_at"])
        assert receivables.raise_due_invoices(now) == 1
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]

    _fails.clear()
    assert receivables.raise_due_invoices(later(now, hours=6)) == 1
    assert (waiting(now), setbacks(now)) == ([], [])


def test_a_connection_that_is_lost_is_nobodys_fault(poisoned: Bill, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: Any) -> None:
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    monkeypatch.setattr(issuing, "_draw_up", lost)
    with pytest.raises(OperationalError):
        receivables.raise_due_invoices(poisoned.system)
    assert setbacks(poisoned.system) == []


def test_what_is_left_to_somebody_else_hides_nothing_behind_it(
    poisoned: Bill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(billing, "_stands", lambda _, owed: owed.amount_minor == 900)
    looks = [receivables.raise_due_invoices(poisoned.system, limit=1) for _ in range(2)]
    assert (looks, waiting(poisoned.system)) == ([1, 0], [POISON, 800])
    assert setbacks(poisoned.system) == []


def test_administrators_see_what_is_put_aside_and_have_it_tried_again(
    poisoned: Bill, client: TestClient
) -> None:
    receivables.raise_due_invoices(poisoned.system)
    admin = Desk(client, two_administrators(poisoned)[0])
    for other, status in ((Desk(client, poisoned.officer), 403), (Desk(client, None), 401)):
        assert other("GET", "/admin/setbacks").status_code == status
    [shown] = admin("GET", "/admin/setbacks").json()["items"]
    assert (shown["job"], shown["tries"], shown["reason"]) == (JOB, 1, "ValueError: cannot be billed")
    path = f"/admin/setbacks/{JOB}/{shown['row_id']}/try"
    before = setbacks(poisoned.system)
    assert Desk(client, poisoned.officer)("POST", path).status_code == 403
    assert setbacks(poisoned.system) == before
    unknown = admin("POST", f"/admin/setbacks/{JOB}/{UUID(int=1)}/try")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")

    _fails.clear()
    assert admin("POST", path).status_code == 204
    assert receivables.raise_due_invoices(later(poisoned.system, seconds=30)) == 1
    assert admin("GET", "/admin/setbacks").json()["items"] == []


def test_what_was_not_tried_again_after_its_pause_is_not_shown_as_put_aside(poisoned: Bill) -> None:
    receivables.raise_due_invoices(poisoned.system)
    shown = [
        due.list_setbacks(later(poisoned.system, minutes=minutes), page=1, size=20).total
        for minutes in (1, 60, 62)
    ]
    assert shown == [1, 1, 0]


def claims_alone(path: Path) -> bool:
    """Say whether each claim in a file takes one row, whose tries its room counts itself."""
    code = path.read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    claims = [ast.unparse(call) for call in calls if ast.unparse(call.func).endswith(".with_for_update")]
    return all(".limit(1)" in claim for claim in claims if "skip_locked" in claim)


def test_whoever_claims_several_rows_does_it_where_one_of_them_holds_up_nobody() -> None:
    several = [
        str(path.relative_to(ROOT))
        for path in sources(*DISTRICTS)
        if not claims_alone(path) and path.name != "nightly.py"  # one look a day of one account
    ]
    assert several == ["marketplace/core/due.py"]


def test_what_is_put_aside_is_named_by_its_clock_and_has_words_in_both_languages() -> None:
    claiming = r'(?:each_due|all_due|tell_overdue)\(\s*uow, "(\w+)"|^    job = "(\w+)"'
    jobs = {
        "".join(found)
        for path in sources(*DISTRICTS)
        for found in re.findall(claiming, path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert jobs <= set(CLOCKS)
    for language in ("zh-CN", "en"):
        words = json.loads(
            (ROOT / "frontend" / "locales" / language / "admin.json").read_text(encoding="utf-8")
        )
        assert jobs == set(words["setbacks"]["jobs"])
