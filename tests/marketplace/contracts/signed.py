"""What tests of signed contracts have in common."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import service
from marketplace.contracts.after_signature import (
    IncomeClaim,
    MatterView,
)
from marketplace.contracts.schemas import ContractView, NewStatement
from marketplace.core.outbox import OutboxEvent
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.factories.contracts import a_running_contract
from tests.factories.deals import Market


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=(day - uow.today).days))


def a_file(uow: UnitOfWork, contract: ContractView, content: bytes = b"%PDF-1.7 x") -> UUID:
    return service.hand_in_file(uow, contract_id=contract.id, data=content, name="发票.pdf").file_id


def told(uow: UnitOfWork, name: str) -> list[dict[str, Any]]:
    statement = select(OutboxEvent.payload).where(OutboxEvent.name == f"contracts.contract.{name}")
    return list(uow.session.exec(statement.order_by(col(OutboxEvent.seq))))


def latest(view: ContractView) -> MatterView:
    assert view.life is not None
    return view.life.matters[-1]


def asserted(market: Market, contract: ContractView, *, after: int = 100) -> tuple[MatterView, date]:
    day = market.uow.today + timedelta(days=after)
    officer = on(market.officer, day + timedelta(days=20))
    claim = IncomeClaim(first_income_on=day, text="发票 0001 可证", file_ids=[a_file(officer, contract)])
    return latest(service.assert_first_income(officer, contract_id=contract.id, claim=claim)), day


def paying(market: Market) -> tuple[ContractView, NewStatement, UnitOfWork]:
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    statement = NewStatement(from_on=start, to_on=add_months(start, 3), base_minor=100_000_000)
    return contract, statement, on(market.firm, add_months(start, 3))
