"""A provider is about to promise money on a licence that ends: refused, or promised before and told at once."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import Engine

from finance.applications import handlers, service
from finance.applications.errors import LicenceEnded
from finance.applications.schemas import ApplicationState, MoveDeal
from marketplace.contracts import service as contracts
from marketplace.core.actor import SYSTEM
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.events.contracts import TechnologyReturned
from marketplace.identity.permissions import Role
from tests.at_once import DONE, at_once
from tests.factories.applications import an_application
from tests.factories.contracts import a_running_contract
from tests.factories.deals import a_market
from tests.factories.identity import a_member
from tests.factories.instruments import a_provider, a_published_product


class Stage:
    """A firm with a running licence; a bank whose committee is to decide on her application."""

    def __init__(self, uow: UnitOfWork) -> None:
        market = a_market(uow)
        contract = a_running_contract(market)
        self.contract_id = contract.id
        bank_id = a_provider(uow)
        product = a_published_product(uow, bank_id)
        self.now = market.uow.now
        self.firm = replace(market.firm)
        self.officer = replace(
            uow, actor=a_member(uow, bank_id, "bank", Role.LOAN_OFFICER, "钱经理"), now=self.now
        )
        self.application_id: UUID = an_application(
            self.firm, product, listing_id=market.listing.id
        ).application.id
        owner = {"owner_id": self.officer.actor.user_id, "due_on": self.officer.today}
        self.move(self.officer, ApplicationState.DUE_DILIGENCE, **owner)
        self.move(self.officer, ApplicationState.COMMITTEE)

    def move(self, uow: UnitOfWork, to: ApplicationState, **more: object) -> None:
        service.move_deal(uow, application_id=self.application_id, form=MoveDeal(to=to, **more))  # type: ignore[arg-type]

    def commit(self, uow: UnitOfWork) -> None:
        self.move(uow, ApplicationState.COMMITTED)

    def give_back(self, uow: UnitOfWork) -> None:
        contracts.return_technology(uow, contract_id=self.contract_id, reason="不再使用。")


def told(uow: UnitOfWork) -> list[bool]:
    return [
        row["committed"]
        for row in uow.rows(
            "SELECT CAST(payload ->> 'committed' AS boolean) AS committed FROM outbox_event"
            " WHERE name = 'applications.application.licence_ended'"
        )
    ]


def hear(uow: UnitOfWork) -> None:
    """Let the room hear that the technology was returned."""
    [row] = uow.rows("SELECT payload FROM outbox_event WHERE name = :name", name=TechnologyReturned.name)
    handlers.on_licence_ended(uow, TechnologyReturned.model_validate(row["payload"]))
    uow.session.flush()


@pytest.mark.fault("C12")
def test_nobody_promises_money_on_a_licence_that_has_ended(uow: UnitOfWork) -> None:
    stage = Stage(uow)
    stage.give_back(stage.firm)
    with pytest.raises(LicenceEnded):
        stage.commit(stage.officer)
    [row] = uow.rows("SELECT state FROM funding_application")
    assert row["state"] == "committee"
    hear(uow)
    assert told(uow) == [False]


@pytest.mark.fault("C12")
def test_money_promised_before_the_licence_ends_is_looked_at_again(uow: UnitOfWork) -> None:
    stage = Stage(uow)
    stage.commit(stage.officer)
    stage.give_back(stage.firm)
    hear(uow)
    assert told(uow) == [True]


@pytest.mark.fault("C12")
@pytest.mark.parametrize("first", [0, 1])
def test_a_promise_and_the_end_at_the_same_instant_know_of_each_other(
    committed_engine: Engine, first: int
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        stage = Stage(uow)
    promise, end = (stage.officer.actor, stage.commit), (stage.firm.actor, stage.give_back)
    deeds = (promise, end) if first == 0 else (end, promise)
    outcomes = dict(zip(deeds, at_once(committed_engine, *deeds, now=stage.now), strict=True))
    assert outcomes[end] == DONE
    assert outcomes[promise] in (DONE, LicenceEnded.code)
    with unit_of_work(actor=SYSTEM, on=committed_engine) as uow:
        hear(uow)
        assert told(uow) == [outcomes[promise] == DONE]
