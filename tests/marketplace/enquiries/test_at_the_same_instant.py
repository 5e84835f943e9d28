"""Two people of a firm ask at once, on two connections with real commits: the limit and the one conversation hold."""

from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from marketplace.core.uow import unit_of_work
from marketplace.enquiries import service
from marketplace.enquiries.models import Enquiry, EnquiryMessage
from tests.at_once import at_once
from tests.factories.deals import a_market
from tests.factories.listings import an_open_listing

QUESTION = "冬天进风零下五度，出风温度还够不够？"


def test_one_firm_has_one_conversation_about_a_listing(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
    ask = partial(service.ask, listing_id=market.listing.id, text=QUESTION)
    outcomes = at_once(committed_engine, *[(market.firm.actor, ask)] * 3, now=market.uow.now)
    assert outcomes == ["done"] * 3
    with unit_of_work(on=committed_engine) as uow:
        assert len(uow.session.exec(select(Enquiry)).all()) == 1
        assert len(uow.session.exec(select(EnquiryMessage)).all()) == 1


@pytest.mark.fault("C11")
def test_the_limit_holds_for_questions_of_one_instant(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        officer, head = market.officer.actor, market.head.actor
        ids = [an_open_listing(uow, officer, head, title=f"第{n}项可以询问的成果").id for n in range(7)]
    attempts = [
        (market.firm.actor, partial(service.ask, listing_id=listing_id, text=QUESTION)) for listing_id in ids
    ]
    outcomes = at_once(committed_engine, *attempts, now=market.uow.now)
    assert sorted(outcomes) == ["done"] * 5 + ["enquiry.too_many_open"] * 2


@pytest.mark.fault("W05")
def test_the_clock_tells_once_though_it_ticks_twice(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        service.ask(market.firm, listing_id=market.listing.id, text=QUESTION)
        row = uow.session.exec(select(Enquiry)).one()
        row.reply_due_on = market.uow.today.replace(year=market.uow.today.year - 1)
    at_once(committed_engine, *[(market.officer.actor, service.tell_overdue)] * 3, now=market.uow.now)
    with unit_of_work(on=committed_engine) as uow:
        told = uow.rows("SELECT 1 FROM outbox_event WHERE name = 'enquiries.enquiry.overdue'")
    assert len(told) == 1
