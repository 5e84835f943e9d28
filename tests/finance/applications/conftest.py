"""A firm, a bank and a fund, each with its person."""

from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

import pytest

from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.organizations.schemas import OrganizationKind
from tests.factories.identity import a_member
from tests.factories.instruments import a_provider, a_published_fund_product, a_published_product
from tests.factories.organizations import a_zone, an_sme


class Market(NamedTuple):
    """Everybody who takes part: units of work of the firm, the loan officer and the fund manager."""

    firm_id: UUID
    firm: UnitOfWork
    bank_id: UUID
    officer: UnitOfWork
    fund_id: UUID
    manager: UnitOfWork
    loan: UUID
    fund: UUID


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    """A registered SME in a pilot zone; a bank with a loan; a fund with an angel product."""
    firm_id = an_sme(uow, zone_id=a_zone(uow))
    bank_id = a_provider(uow)
    fund_id = a_provider(uow, OrganizationKind.FUND, "测试天使基金管理")
    return Market(
        firm_id=firm_id,
        firm=replace(uow, actor=a_member(uow, firm_id, "sme", Role.FIRM_HEAD, "周总")),
        bank_id=bank_id,
        officer=replace(uow, actor=a_member(uow, bank_id, "bank", Role.LOAN_OFFICER, "钱经理")),
        fund_id=fund_id,
        manager=replace(uow, actor=a_member(uow, fund_id, "fund", Role.FUND_MANAGER, "孙总")),
        loan=a_published_product(uow, bank_id),
        fund=a_published_fund_product(uow, fund_id),
    )
