"""Two clicks at the same instant: one application, one move."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from finance.applications import service
from finance.applications.errors import AlreadyApplied
from finance.applications.schemas import ApplicationState, MoveDeal, SubmitApplication
from marketplace.core.actor import Actor
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.identity.permissions import Role
from tests.at_once import DONE, at_once
from tests.factories.applications import a_request, an_application
from tests.factories.identity import a_member
from tests.factories.instruments import a_provider, a_published_product
from tests.factories.organizations import a_zone, an_sme


def a_stage(uow: UnitOfWork) -> tuple[Actor, Actor, UUID]:
    """A firm, a loan officer and her product."""
    firm_id, bank_id = an_sme(uow, zone_id=a_zone(uow)), a_provider(uow)
    product_id = a_published_product(uow, bank_id)
    firm = a_member(uow, firm_id, "sme", Role.FIRM_HEAD)
    return firm, a_member(uow, bank_id, "bank", Role.LOAN_OFFICER), product_id


def test_a_double_click_hands_in_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        firm, _, product_id = a_stage(uow)
        request_id = service.open_request(replace(uow, actor=firm), draft=a_request())
    form = SubmitApplication(instrument_id=product_id, consent=True)
    click = (firm, lambda uow: service.submit_application(uow, request_id=request_id, form=form))
    assert sorted(at_once(committed_engine, click, click)) == sorted([DONE, AlreadyApplied.code])
    with Session(committed_engine) as session:
        counts = [
            session.connection().exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()  # noqa: S608
            for name in ("funding_application", "fact_consent", "fact_snapshot")
        ]
    assert counts == [1, 1, 1]


def test_a_double_move_moves_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        firm, officer, product_id = a_stage(uow)
        deal_id = an_application(replace(uow, actor=firm), product_id).application.id
    form = MoveDeal(to=ApplicationState.SCREENING)
    click = (officer, lambda uow: service.move_deal(uow, application_id=deal_id, form=form))
    assert sorted(at_once(committed_engine, click, click)) == [DONE, IllegalMove.code]
