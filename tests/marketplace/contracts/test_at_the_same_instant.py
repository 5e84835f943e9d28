"""Two people act at once, on two connections with real commits: one order or the other, never both."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from marketplace.contracts import queries, service
from marketplace.contracts.models import Contract
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.deals import service as deals
from marketplace.deals.models import Deal
from marketplace.documents import queries as files, service as documents
from marketplace.listings import service as listings
from tests.at_once import at_once
from tests.factories.contracts import a_contract
from tests.factories.deals import a_market, accept, an_application
from tests.factories.listings import a_term_sheet
from tests.factories.organizations import an_sme

Work = Callable[[UnitOfWork], object]


@pytest.mark.fault("C01")
def test_of_two_firms_that_agree_to_an_exclusive_licence_exactly_one_wins(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow, terms=a_term_sheet(licence_type="exclusive"))
        after = market.uow.now.replace(
            year=market.uow.now.year + 1
        )  # the window is over, both are with the university
        market = replace(
            market,
            **{
                name: replace(getattr(market, name), now=after)
                for name in ("uow", "officer", "firm", "outsider")
            },
        )
        accepted = [
            accept(market.officer, an_application(firm, market.listing))
            for firm in (market.firm, market.outsider)
        ]

    def agree(place: int) -> Work:
        deal = accepted[place]
        return lambda uow: deals.agree_terms(uow, deal_id=deal.id, terms_hash=deal.terms_hash or "")

    outcomes = at_once(
        committed_engine, (market.firm.actor, agree(0)), (market.outsider.actor, agree(1)), now=market.uow.now
    )
    assert outcomes.count("done") == 1
    assert set(outcomes) - {"done"} <= {"deal.already_licensed", "deal.listing_not_open", "illegal_move"}
    with unit_of_work(on=committed_engine) as uow:
        states = sorted(uow.session.exec(select(Deal.state)))
    assert states == ["declined", "terms_agreed"]


@pytest.mark.fault("C04")
def test_both_sides_sign_at_once_and_no_signature_is_lost(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        contract = a_contract(market)

    def sign(uow: UnitOfWork) -> None:
        service.sign_contract(uow, contract_id=contract.id, content_sha256=contract.content_sha256)

    people = (market.firm.actor, market.officer.actor, market.firm.actor)  # and one of them twice
    assert at_once(committed_engine, *((person, sign) for person in people), now=market.uow.now) == [
        "done",
        "done",
        "done",
    ]
    with unit_of_work(on=committed_engine) as uow:
        view = queries.get_contract(uow, contract_id=contract.id)
        _, pdf = files.read_file(uow, file_id=view.documents[-1].file_id)
    assert (view.state, len(view.documents)) == ("in_use_free", 3)
    assert documents.verify(pdf, signers=[p.name for p in view.parties]).valid


@pytest.mark.fault("C03")
def test_a_listing_withdrawn_while_the_firm_agrees_is_one_or_the_other(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        deal = accept(market.officer, an_application(market.firm, market.listing))
    outcomes = at_once(
        committed_engine,
        (
            market.firm.actor,
            lambda uow: deals.agree_terms(uow, deal_id=deal.id, terms_hash=deal.terms_hash or ""),
        ),
        (
            market.officer.actor,
            lambda uow: listings.withdraw_listing(
                uow, listing_id=market.listing.id, reason="权利人决定收回。"
            ),
        ),
        now=market.uow.now,
    )
    assert outcomes in (["done", "done"], ["deal.listing_not_open", "done"])
    with unit_of_work(on=committed_engine) as uow:
        state = uow.session.exec(select(Deal.state).where(Deal.id == deal.id)).one()
    assert state == ("terms_agreed" if outcomes[0] == "done" else "answering")


def test_a_double_click_makes_one_application(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)

    def start(uow: UnitOfWork) -> None:
        deals.start_application(uow, listing_id=market.listing.id)

    assert at_once(committed_engine, *[(market.firm.actor, start)] * 4, now=market.uow.now) == ["done"] * 4
    with unit_of_work(on=committed_engine) as uow:
        assert len(uow.session.exec(select(Deal)).all()) == 1


def test_contracts_drawn_up_at_once_are_numbered_without_a_gap(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        firms = [
            replace(market.firm.actor, organization_id=an_sme(uow, registered=False, name=f"企业{i}"))
            for i in range(3)
        ]
        after = market.uow.now.replace(year=market.uow.now.year + 1)
        agreed = []
        for firm in firms:
            by_firm = replace(market.firm, actor=firm, now=after)
            deal = accept(replace(market.officer, now=after), an_application(by_firm, market.listing))
            agreed.append(deals.agree_terms(by_firm, deal_id=deal.id, terms_hash=deal.terms_hash or "").id)

    def draw_up(place: int) -> Work:
        return lambda uow: service.draft_contract(uow, deal_id=agreed[place])

    actors = [(market.uow.actor, draw_up(place)) for place in (0, 1, 2, 0)]  # and one of them twice
    assert at_once(committed_engine, *actors, now=market.uow.now) == ["done"] * 4
    with unit_of_work(on=committed_engine) as uow:
        numbers = uow.session.exec(select(Contract.number).order_by(col(Contract.number))).all()
    year = market.uow.today.year
    assert list(numbers) == [f"HT-{year}-{n:06d}" for n in (1, 2, 3)]
