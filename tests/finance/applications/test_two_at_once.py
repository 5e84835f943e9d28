"""Two clicks at the same instant: one application, one move."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from finance.applications import service
from finance.applications.errors import AlreadyApplied
from finance.applications.schemas import ApplicationState, MoveDeal, SubmitApplication
from marketplace.core.actor import Actor
from marketplace.core.problems import IllegalMove, Problem
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.identity.permissions import Role
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


def at_once(engine: Engine, actor: Actor, act: Callable[[UnitOfWork], object]) -> list[type[Problem] | None]:
    """Do the same thing twice at the same instant, each in a transaction of its own."""
    barrier = Barrier(2)

    def once(_: int) -> type[Problem] | None:
        try:
            with unit_of_work(actor=actor, on=engine) as uow:
                barrier.wait(timeout=60)
                act(uow)
        except Problem as problem:
            return type(problem)
        return None

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(once, range(2)), key=str)


def test_a_double_click_hands_in_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        firm, _, product_id = a_stage(uow)
        request_id = service.open_request(replace(uow, actor=firm), draft=a_request())
    form = SubmitApplication(instrument_id=product_id, consent=True)
    outcome = at_once(
        committed_engine, firm, lambda uow: service.submit_application(uow, request_id=request_id, form=form)
    )
    assert outcome == [AlreadyApplied, None]
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
    outcome = at_once(
        committed_engine, officer, lambda uow: service.move_deal(uow, application_id=deal_id, form=form)
    )
    assert outcome == [IllegalMove, None]
