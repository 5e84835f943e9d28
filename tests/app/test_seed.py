"""Filling a database: the small demo with everything the stories need, once, wholly or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from finance.defaults import queries as defaults
from finance.receivables import queries as invoices
from marketplace.app.calendar.collecting import AHEAD, collect
from marketplace.app.seed import filling, stories
from marketplace.app.seed.places import Cast
from marketplace.app.seed.reading import texts
from marketplace.contracts import disputes, queries as contracts
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.deals import queries as deals
from marketplace.identifiers import check_id
from workers.checks import INVARIANTS


def counted(uow: UnitOfWork, table: str, by: str = "state") -> dict[str, int]:
    rows = uow.rows(f"SELECT {by} AS key, count(*) AS n FROM {table} GROUP BY 1")  # noqa: S608
    return {row["key"]: row["n"] for row in rows}


def acting(uow: UnitOfWork, login: str) -> UnitOfWork:
    return replace(uow, actor=_cast[login])


_cast: dict[str, Any] = {}


@pytest.fixture
def demo(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> UnitOfWork:
    tell = stories.tell

    def remembering(stage_uow: UnitOfWork, cast: Cast, told: Any) -> None:
        _cast.update(cast.actors)
        tell(stage_uow, cast, told)

    monkeypatch.setattr(filling.stories, "tell", remembering)
    lines: list[str] = []
    assert filling.fill(uow, "small", lines.append)
    assert len(lines) == 6
    return uow


@pytest.mark.parametrize(
    "now",
    [
        datetime(2027, 3, 30, 16, 2, tzinfo=UTC),  # two minutes after midnight in Shanghai, on a 31st
        # two minutes before a new year, years after the first one of the finance products is over
        datetime(2028, 12, 31, 15, 58, tzinfo=UTC),
    ],
)
def test_the_demo_can_be_started_at_any_hour_of_any_day(uow: UnitOfWork, now: datetime) -> None:
    at_that_hour = replace(uow, now=now)
    assert filling.fill(at_that_hour, "small", lambda _: None)
    assert counted(uow, "deal") == {
        "contracted": 5, "terms_agreed": 1, "price_notice": 1, "submitted": 3, "answering": 1, "queued": 1,
    }  # fmt: skip
    assert counted(uow, "contract") == {"in_use_free": 2, "paying": 3, "signing": 1}
    assert counted(uow, "invoice") == {"open": 3, "partially_paid": 1, "paid": 1}
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def test_the_small_demo_has_a_story_for_every_persona(
    demo: UnitOfWork, client: TestClient, drain: Callable[[], int]
) -> None:
    assert sum(counted(demo, "listing").values()) == 43
    assert counted(demo, "organization", "kind") == {
        "zone": 21, "university": 40, "sme": 10, "fund": 11, "bank": 6, "insurer": 2, "guarantor": 3, "department": 2,
    }  # fmt: skip
    assert counted(demo, "need") == {"open": 10}
    assert counted(demo, "instrument") == {"published": 49}
    assert counted(demo, "deal") == {
        "contracted": 5, "terms_agreed": 1, "price_notice": 1, "submitted": 3, "answering": 1, "queued": 1,
    }  # fmt: skip
    assert counted(demo, "contract") == {"in_use_free": 2, "paying": 3, "signing": 1}
    assert counted(demo, "distribution") == {"booked": 1, "proposed": 1}
    assert counted(demo, "invoice") == {"open": 3, "partially_paid": 1, "paid": 1}
    assert counted(demo, "refund") == {"declined": 1}
    assert counted(demo, "filing") == {"open": 2, "registered": 8}
    assert counted(demo, "bank_line") == {"matched": 2, "unmatched": 4}
    assert counted(demo, "reconciliation_difference") == {"open": 1}
    assert counted(demo, "funding_application") == {
        "due_diligence": 1, "new_match": 3, "passed": 1, "screening": 1,
    }  # fmt: skip
    terms_move(demo)
    one_firm_is_late(demo)

    # The dyeing firm: one licence in free use, one bill to pay.
    firm = acting(demo, "firm")
    assert contracts.count_by_state(firm) == {"in_use_free": 1, "paying": 1}
    [bill] = invoices.list_invoices(firm).items
    assert (bill.open_minor, bill.overdue, 0 < bill.days_left <= 15) == (12_000_000, False, True)
    # The officer: applications before the reply clock, a contract to sign, an objection.
    officer = acting(demo, "officer")
    assert deals.count_by_state(officer)["submitted"] == 3
    assert [each.my_turn for each in contracts.list_contracts(officer, state="signing").items] == [True]
    assert counted(demo, "listing")["objection"] == 1
    unread = counted(demo, "notification WHERE read_at IS NULL", "user_id")
    for login in ("firm", "firm2", "officer", "head", "fund", "bank"):
        assert unread[_cast[login].user_id] >= 1
    # The inventor's part of the split is booked to the fen.
    shares = demo.rows("SELECT sum(amount_minor) AS total, bool_or(user_id = :me) AS mine FROM distribution_share",
                       me=_cast["inventor"].user_id)  # fmt: skip
    assert shares == [{"total": 38_000_000, "mine": True}]

    sent = "SELECT (done_at AT TIME ZONE 'Asia/Shanghai')::date - send_on AS late FROM invoice_reminder WHERE state = 'sent'"
    assert {row["late"] for row in demo.rows(sent)} == {0}

    # What the workers meet afterwards is done already: nobody is told twice, nothing is drawn up twice.
    before = (
        counted(demo, "notification", "template"),
        counted(demo, "contract"),
        counted(demo, "obligation"),
    )
    drain()
    after = (
        counted(demo, "notification", "template"),
        counted(demo, "contract"),
        counted(demo, "obligation"),
    )
    assert after == before

    # Filling again leaves everything alone.
    assert not filling.fill(demo, "small", pytest.fail)

    assert [violation for check in INVARIANTS for violation in check(demo.session)] == []
    every_number_holds(demo)
    everybody_can_sign_in(client)


def terms_move(demo: UnitOfWork) -> None:
    """Bargained about with a manager's help, shared by two universities, amended, in dispute and ruled upon."""
    assert counted(demo, "deal_offer") == {"accepted": 1, "superseded": 1}
    assert counted(demo, "deal_commission") == {"agreed": 2}
    assert counted(demo, "listing_holder", "share_bps") == {3000: 1}
    assert counted(demo, "contract_amendment") == {"in_force": 1}
    assert counted(demo, "contract_matter") == {"contested": 1, "settled": 1}
    [dispute] = disputes.list_disputes(acting(demo, "admin"))
    assert dispute.firm_name.startswith("蔗蓝")
    assert [each.state for each in contracts.list_contracts(acting(demo, "officer2")).items] == [
        "in_use_free"
    ]


def one_firm_is_late(demo: UnitOfWork) -> None:
    """Four fifths of 100,000 yuan came from the insurer, a quarter of them it has back; the zone has to take the record."""
    [case] = defaults.list_cases(acting(demo, "officer")).items
    assert (case.state, case.open_minor) == ("rescission_open", 2_000_000)
    assert counted(demo, "cover") == {"confirmed": 1, "proposed": 1}
    [claim] = defaults.list_claims(acting(demo, "insurer"), case_id=case.id)
    assert (claim.state, claim.paid_minor, claim.repaid_minor) == ("paid", 8_000_000, 2_000_000)
    [record] = defaults.list_records(acting(demo, "zone"))
    assert (record.state, record.moves) == ("issued", ["receive"])
    for login, kinds in (("zone", {"credit.receive"}), ("head", {"default.decide"})):
        found = {day.kind for day in collect(acting(demo, login), until=demo.today + AHEAD)}
        assert kinds <= found, found


def everybody_can_sign_in(client: TestClient) -> None:
    for person in texts().people:
        answer = client.post("/api/session", json={"login": person.login, "password": texts().password})
        assert (person.login, answer.status_code) == (person.login, 204)
        assert client.get("/api/me").json()["current"]["role"] == person.role


def every_number_holds(demo: UnitOfWork) -> None:
    year = demo.today.year
    codes = [row["uscc"] for row in demo.rows("SELECT uscc FROM organization WHERE kind <> 'zone'")]
    numbers = [row["number"] for row in demo.rows("SELECT number FROM certificate")]
    patents = [
        row["number"]
        for row in demo.rows("SELECT number FROM listing_right WHERE kind IN ('patent', 'application')")
    ]
    assert {check_id(code, as_of_year=year).kind for code in codes} == {"uscc"}
    checks = [check_id(value, as_of_year=year) for value in (*codes, *numbers, *patents)]
    assert [check.input for check in checks if not check.valid] == []
    entries = (
        "SELECT count(*) AS n FROM organization WHERE kind NOT IN ('zone', 'university') AND NOT is_demo"
    )
    assert demo.rows(entries) == [{"n": 0}]
    assert counted(demo, "listing", "is_demo") == {True: 43}


class Interrupted(Exception):
    """Somebody pulled the plug."""


def test_an_interrupted_filling_leaves_nothing(
    committed_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_the_plug(*_: object) -> None:
        raise Interrupted

    monkeypatch.setattr(filling.stories, "tell", pull_the_plug)
    with pytest.raises(Interrupted), unit_of_work(on=committed_engine) as uow:
        filling.fill(uow, "small", lambda _: None)
    with committed_engine.connect() as connection:
        for table in ("organization", "listing", "need", "user_account"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608
