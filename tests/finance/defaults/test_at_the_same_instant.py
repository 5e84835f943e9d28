"""Two people act on one default at once, on two connections with real commits: one order or the other, never both."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from finance.bank import service as bank
from finance.defaults import queries, service
from finance.defaults.schemas import CaseState, NewDemand
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import at_once, in_turns
from tests.factories.defaults import (
    FIRST_DAY_LATE,
    Story,
    a_cover,
    a_late_story,
    a_story,
    delivered,
    demanded,
)
from tests.factories.receivables import on
from workers.checks import INVARIANTS

DEMAND_ON, CLAIM_ON = date(2027, 3, 16), date(2027, 4, 5)


def committed(engine: Engine, prepare: Callable[[UnitOfWork], Story]) -> Story:
    with unit_of_work(on=engine) as uow:
        return prepare(uow)


def claimable(uow: UnitOfWork) -> Story:
    story = a_late_story(uow)
    a_cover(story)
    demanded(story)
    delivered(story)
    return story


def settled(story: Story, engine: Engine) -> Story:
    """Let everything follow, and look at the result with the checks that run every night."""
    with unit_of_work(on=engine) as uow:
        after = replace(story, uow=uow)
        after.react()
        assert [found for check in INVARIANTS for found in check(uow.session)] == []
    return after


def test_of_two_persons_who_claim_one_cover_one_is_told_that_it_is_under_way(
    committed_engine: Engine,
) -> None:
    story = committed(committed_engine, claimable)
    with unit_of_work(on=committed_engine) as uow:
        mine = replace(story, uow=uow)
        case_id = mine.case().id
        [cover] = queries.list_covers(mine.at("officer", CLAIM_ON))

    def claim(uow: UnitOfWork) -> object:
        return service.file_claim(on(uow, CLAIM_ON), case_id=case_id, cover_id=cover.id)

    market = story.market
    outcomes = at_once(
        committed_engine, (market.officer.actor, claim), (market.head.actor, claim), now=market.uow.now
    )
    assert sorted(outcomes) == ["cover.claim_under_way", "done"]
    settled(story, committed_engine)
    with unit_of_work(on=committed_engine) as uow:
        rows = uow.rows("SELECT state, asked_minor FROM cover_claim")
        assert rows == [{"state": "filed", "asked_minor": 5_000_000}]


def test_a_demand_sent_while_the_payment_is_booked_ends_cured_or_is_refused(
    committed_engine: Engine,
) -> None:
    story = committed(committed_engine, a_late_story)
    with unit_of_work(on=committed_engine) as uow:
        mine = replace(story, uow=uow)
        case_id, bill = mine.case().id, mine.invoice()
    head = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要\n"
    line = f"{DEMAND_ON},S1,{bill.open_minor / 100:.2f},,某公司,6222,{bill.reference}"

    def demand(uow: UnitOfWork) -> object:
        return service.send_demand(on(uow, DEMAND_ON), case_id=case_id, form=NewDemand())

    def book(uow: UnitOfWork) -> object:
        return bank.import_statement(on(uow, DEMAND_ON), content=(head + line).encode(), file_name="流水.csv")

    market = story.market
    outcomes = at_once(
        committed_engine, (market.officer.actor, demand), (market.head.actor, book), now=market.uow.now
    )
    assert outcomes[1] == "done"
    assert outcomes[0] in ("done", "default.nothing_open")
    settled(story, committed_engine)
    with unit_of_work(on=committed_engine) as uow:
        case = replace(story, uow=uow).case("officer", DEMAND_ON)
        assert case.state == CaseState.CURED
        assert (case.demanded_on == DEMAND_ON) == (outcomes[0] == "done")
        paid = uow.rows("SELECT state FROM invoice WHERE id = :id", id=bill.id)
        assert paid == [{"state": "paid"}]


def test_of_acceptance_and_refusal_of_a_claim_one_counts(committed_engine: Engine) -> None:
    def filed(uow: UnitOfWork) -> Story:
        story = claimable(uow)
        [cover] = queries.list_covers(story.at("officer", CLAIM_ON))
        service.file_claim(story.at("officer", CLAIM_ON), case_id=story.case().id, cover_id=cover.id)
        return story

    story = committed(committed_engine, filed)
    with unit_of_work(on=committed_engine) as uow:
        [row] = uow.rows("SELECT id FROM cover_claim")

    outcomes = at_once(
        committed_engine,
        (story.provider, lambda uow: service.accept_claim(on(uow, CLAIM_ON), claim_id=row["id"])),
        (
            story.provider,
            lambda uow: service.refuse_claim(on(uow, CLAIM_ON), claim_id=row["id"], reason="保单已退保"),
        ),
        now=story.market.uow.now,
    )
    assert sorted(outcomes) == ["done", "illegal_move"]
    with unit_of_work(on=committed_engine) as uow:
        [state] = uow.rows("SELECT state FROM cover_claim")
        assert state["state"] == ("accepted" if outcomes[0] == "done" else "refused")


def test_of_two_scans_for_late_fees_the_second_sees_the_case_of_the_first(committed_engine: Engine) -> None:
    story = committed(committed_engine, a_story)

    def scan(uow: UnitOfWork) -> int:
        return service.open_cases(on(uow, FIRST_DAY_LATE))

    assert in_turns(committed_engine, story.at("system", FIRST_DAY_LATE).actor, scan) == (1, 0)
    settled(story, committed_engine)
