"""The rule for one product and the filter for lists say the same, for every actor."""

from uuid import UUID

import pytest
from sqlmodel import col, select

from finance.instruments import policy, service
from finance.instruments.models import Instrument
from finance.instruments.schemas import InstrumentKind
from marketplace.core.actor import ANONYMOUS, SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import PERMISSIONS, Role
from tests.factories.instruments import a_product, a_provider


@pytest.fixture
def products(uow: UnitOfWork) -> list[Instrument]:
    providers = [a_provider(uow), a_provider(uow, name="另一家银行")]
    ids: list[UUID] = []
    for provider_id in providers:
        for kind in (InstrumentKind.ANGEL_FUND, InstrumentKind.CONVERSION_LOAN, InstrumentKind.TRIAL_COVER):
            for steps in range(3):
                instrument_id = service.create_instrument(
                    uow, draft=a_product(kind=kind), provider_id=provider_id
                )
                if steps > 0:
                    service.publish_instrument(uow, instrument_id=instrument_id)
                if steps > 1:
                    service.withdraw_instrument(uow, instrument_id=instrument_id, reason="测试下架")
                ids.append(instrument_id)
    return [*uow.session.exec(select(Instrument).where(col(Instrument.id).in_(ids)))]


def test_row_rule_and_list_filter_agree(uow: UnitOfWork, products: list[Instrument]) -> None:
    organizations = {row.provider_id for row in products} | {new_id()}
    actors = [ANONYMOUS, SYSTEM] + [
        Actor("user", new_id(), organization_id, "bank", PERMISSIONS[role])
        for role in Role
        for organization_id in organizations
    ]
    for actor in actors:
        listed = {*uow.session.exec(select(Instrument.id).where(policy.visible(actor)))}
        allowed = {row.id for row in products if policy.can_see(actor, row)}
        assert listed & {row.id for row in products} == allowed, actor
