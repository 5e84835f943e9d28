"""The rule for one row and the filter of lists are the same rule."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import Connection, event
from sqlmodel import col, select

from marketplace.contracts import policy as contract_policy, queries as contract_queries
from marketplace.contracts.models import Contract
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy, queries
from marketplace.deals.models import Deal
from tests.factories.contracts import a_running_contract
from tests.factories.deals import Market, a_draft_application, a_market, an_application

READS = ["deal.read", "contract.read", "deal.apply", "contract.sign"]


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    found = a_market(uow)
    a_running_contract(found)
    a_draft_application(found.outsider, found.listing)
    an_application(found.firm, found.listing)
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    place=st.integers(0, 3),
    kind=st.sampled_from(["anonymous", "user", "system"]),
    permissions=st.frozensets(st.sampled_from(READS)),
)
def test_row_rule_and_list_filter_agree(
    market: Market, place: int, kind: str, permissions: frozenset[str]
) -> None:
    session = market.uow.session
    places = [market.firm_id, market.outsider_id, market.university_id, new_id()]
    actor = {
        "anonymous": Actor("anonymous"),
        "system": SYSTEM,
        "user": Actor("user", new_id(), places[place], "sme", permissions),
    }[kind]
    deals = session.exec(select(Deal)).all()
    assert len(deals) == 3
    seen = {row.id for row in deals if policy.can_see(actor, row)}
    assert (
        set(session.execute(select(col(Deal.id)).where(policy.VISIBLE), policy.scope(actor)).scalars())
        == seen
    )
    contracts = session.exec(select(Contract)).all()
    known = {row.id for row in contracts if contract_policy.can_see(actor, row)}
    assert (
        set(
            session.execute(
                select(col(Contract.id)).where(contract_policy.VISIBLE), contract_policy.scope(actor)
            ).scalars()
        )
        == known
    )


def test_a_list_is_one_statement_however_long_it_is(market: Market, connection: Connection) -> None:
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert queries.list_deals(market.officer).total == 2
    assert contract_queries.list_contracts(market.officer).total == 1
    assert len(statements) == 2
