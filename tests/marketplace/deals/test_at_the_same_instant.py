"""Two people act on one deal or one listing at once, on two connections with real commits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from marketplace.core.actor import SYSTEM
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.deals import service
from marketplace.deals.models import Deal, DealOffer
from marketplace.deals.schemas import AcceptOffer, DealView, NewOffer, PriceObjection
from marketplace.terms import TermSheet
from tests.at_once import at_once
from tests.factories.deals import Market, a_market, an_application
from tests.factories.listings import a_term_sheet

Work = Callable[[UnitOfWork], object]
EXCLUSIVE = a_term_sheet(licence_type="exclusive", deferred_fee_minor=20_000_000)
CHEAPER = a_term_sheet(deferred_fee_minor=6_000_000)


def moved(market: Market, days: int) -> Market:
    people = ("uow", "officer", "firm", "outsider", "head")
    after = market.uow.now + timedelta(days=days)
    return replace(market, **{name: replace(getattr(market, name), now=after) for name in people})


def offered(by: UnitOfWork, deal: DealView, sheet: TermSheet) -> DealView:
    form = NewOffer(terms=sheet, message="按此条款许可。", base_hash=deal.table_hash or "")
    return service.propose_offer(by, deal_id=deal.id, offer=form)


def accepting(deal: DealView) -> Work:
    form = AcceptOffer(terms_hash=deal.table_hash or "")
    return lambda uow: service.accept_offer(uow, deal_id=deal.id, form=form)


@pytest.mark.fault("C01")
def test_of_two_firms_that_accept_an_exclusive_offer_exactly_one_wins(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = moved(a_market(uow), 31)  # the window is over, both are with the university
        deals = [
            offered(market.officer, an_application(firm, market.listing), EXCLUSIVE)
            for firm in (market.firm, market.outsider)
        ]
    outcomes = at_once(
        committed_engine,
        (market.firm.actor, accepting(deals[0])),
        (market.outsider.actor, accepting(deals[1])),
        now=market.uow.now,
    )
    assert sorted(outcomes) == ["deal.already_licensed", "done"]
    with unit_of_work(on=committed_engine) as uow:
        assert sorted(uow.session.exec(select(Deal.state))) == ["answering", "price_notice"]
        assert sorted(uow.session.exec(select(DealOffer.state))) == ["accepted", "open"]


NORTH = a_term_sheet(
    licence_type="exclusive", deferred_fee_minor=20_000_000, territory="华北", field_of_use="粮食烘干"
)
SOUTH = a_term_sheet(
    licence_type="sole", deferred_fee_minor=20_000_000, territory="华南", field_of_use="茶叶烘干"
)


@pytest.mark.fault("C02")
@pytest.mark.parametrize(
    "sheets", [(EXCLUSIVE, CHEAPER), (CHEAPER, EXCLUSIVE), (NORTH, SOUTH), (NORTH, CHEAPER)]
)
def test_licences_that_cannot_stand_beside_each_other_accepted_at_once_are_one(
    committed_engine: Engine, sheets: tuple[TermSheet, TermSheet]
) -> None:
    """Territory and field are words: whoever has either for himself has the result for himself."""
    with unit_of_work(on=committed_engine) as uow:
        market = moved(a_market(uow), 31)
        deals = [
            offered(market.officer, an_application(firm, market.listing), sheet)
            for firm, sheet in zip((market.firm, market.outsider), sheets, strict=True)
        ]
    outcomes = at_once(
        committed_engine,
        (market.firm.actor, accepting(deals[0])),
        (market.outsider.actor, accepting(deals[1])),
        now=market.uow.now,
    )
    assert sorted(outcomes) == ["deal.already_licensed", "done"]
    with unit_of_work(on=committed_engine) as uow:
        rows = uow.rows("SELECT id, state, claim IS NOT NULL AS claims FROM deal ORDER BY seq")
    winner = outcomes.index("done")
    assert [row["state"] for row in rows] == [
        "price_notice" if place == winner else "answering" for place in range(2)
    ]
    assert [row["claims"] for row in rows] == [place == winner for place in range(2)]


@pytest.mark.fault("C02")
def test_two_licences_that_exclude_nobody_are_both_accepted_at_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = moved(a_market(uow), 31)
        deals = [
            offered(market.officer, an_application(firm, market.listing), CHEAPER)
            for firm in (market.firm, market.outsider)
        ]
    outcomes = at_once(
        committed_engine,
        (market.firm.actor, accepting(deals[0])),
        (market.outsider.actor, accepting(deals[1])),
        now=market.uow.now,
    )
    assert outcomes == ["done", "done"]


@pytest.mark.fault("C03")
def test_an_offer_accepted_and_replaced_at_once_is_one_or_the_other(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        deal = offered(market.firm, an_application(market.firm, market.listing), CHEAPER)
    again = NewOffer(terms=EXCLUSIVE, message="改为独占许可。", base_hash=deal.table_hash or "")
    outcomes = at_once(
        committed_engine,
        (market.officer.actor, accepting(deal)),
        (market.firm.actor, lambda uow: service.propose_offer(uow, deal_id=deal.id, offer=again)),
        now=market.uow.now,
    )
    assert outcomes in (["done", "illegal_move"], ["deal.terms_changed", "done"])
    with unit_of_work(on=committed_engine) as uow:
        states = list(uow.session.exec(select(DealOffer.state).order_by(col(DealOffer.position))))
        (row,) = uow.session.exec(select(Deal))
    if outcomes[0] == "done":
        assert (states, row.state, row.terms_hash) == (["accepted"], "price_notice", deal.table_hash)
    else:
        assert (states, row.state) == (["superseded", "open"], "submitted")


def test_an_objection_and_the_end_of_the_notice_never_both_hold(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        deal = offered(market.firm, an_application(market.firm, market.listing), CHEAPER)
        accepting(deal)(market.officer)
    draft = PriceObjection(name="王五", contact="13900000000", text="这一价格低于同类成果的成交价格。")
    # One of them on the last day, the clock on the day after.
    last, after = moved(market, 15), moved(market, 16)

    def objecting(uow: UnitOfWork) -> None:
        service.raise_objection(replace(uow, now=last.uow.now), deal_id=deal.id, draft=draft)

    def ticking(uow: UnitOfWork) -> None:
        service.end_notices(replace(uow, now=after.uow.now))

    outcomes = at_once(
        committed_engine, (SYSTEM, objecting), (SYSTEM, ticking), (SYSTEM, ticking), now=market.uow.now
    )
    assert outcomes[1:] == ["done", "done"]
    with unit_of_work(on=committed_engine) as uow:
        state = uow.session.exec(select(Deal.state)).one()
    assert (outcomes[0], state) in (("done", "objection"), ("not_found", "terms_agreed"))
