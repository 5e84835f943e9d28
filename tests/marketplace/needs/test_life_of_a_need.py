"""A firm's need from draft to its end, and every way it is refused."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from marketplace.core.actor import ANONYMOUS, Actor
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.needs import policy, queries, service
from marketplace.needs.errors import DeadlinePassed, NeedIncomplete
from marketplace.needs.models import Need
from marketplace.needs.schemas import NeedState
from marketplace.needs.states import NEED
from tests.factories.identity import a_member
from tests.factories.needs import a_need_draft
from tests.factories.organizations import a_university, an_sme


@pytest.fixture
def firm(uow: UnitOfWork) -> UnitOfWork:
    return replace(uow, actor=a_member(uow, an_sme(uow), "sme", Role.FIRM_HEAD))


@pytest.fixture
def rival(uow: UnitOfWork) -> UnitOfWork:
    firm_id = an_sme(uow, name="演示对手有限公司")
    return replace(uow, actor=a_member(uow, firm_id, "sme", Role.FIRM_HEAD))


def published(firm: UnitOfWork) -> UUID:
    need_id = service.create_need(firm, draft=a_need_draft())
    service.publish_need(firm, need_id=need_id)
    return need_id


def test_the_machine_has_no_dead_ends() -> None:
    assert NEED.faults() == []


def test_a_draft_is_the_firms_own_and_an_open_need_is_everybodys(firm: UnitOfWork, rival: UnitOfWork) -> None:
    visitor = replace(firm, actor=ANONYMOUS)
    need_id = service.create_need(firm, draft=a_need_draft())
    for reader in (visitor, rival):
        with pytest.raises(NotFound):
            queries.get_need(reader, need_id=need_id)
    assert queries.list_open(visitor).total == 0
    assert [need.id for need in queries.list_own(firm).items] == [need_id]

    view = service.publish_need(firm, need_id=need_id)
    assert (view.state, view.number[:3], view.published_at) == (NeedState.OPEN, "XQ-", firm.now)
    assert queries.get_need(visitor, need_id=need_id) == view
    assert [need.id for need in queries.list_open(visitor, field="节能环保").items] == [need_id]
    assert queries.list_open(visitor, field="6G").items == []
    assert [need.id for need in queries.list_by_ids(visitor, ids=[need_id])] == [need_id]


def test_an_incomplete_need_names_every_missing_part(firm: UnitOfWork) -> None:
    need_id = service.create_need(
        firm, draft=a_need_draft(problem="", target="", industry=None, deadline_on=None)
    )
    with pytest.raises(NeedIncomplete) as refusal:
        service.publish_need(firm, need_id=need_id)
    pointers = [error.pointer for error in refusal.value.errors]
    assert pointers == ["/problem", "/target", "/industry", "/deadline_on"]
    assert queries.get_need(firm, need_id=need_id).state == NeedState.DRAFT


def test_a_need_whose_deadline_passed_is_not_published(firm: UnitOfWork) -> None:
    yesterday = firm.today - timedelta(days=1)
    need_id = service.create_need(firm, draft=a_need_draft(deadline_on=yesterday))
    with pytest.raises(DeadlinePassed) as refusal:
        service.publish_need(firm, need_id=need_id)
    assert refusal.value.deadline_on == yesterday


def test_others_may_not_write(firm: UnitOfWork, rival: UnitOfWork, uow: UnitOfWork) -> None:
    need_id = published(firm)
    before = queries.get_need(firm, need_id=need_id)
    with pytest.raises(Forbidden) as refusal:
        service.close_need(rival, need_id=need_id, outcome="不再需要")
    assert refusal.value.reason == "not_your_organization"
    with pytest.raises(Forbidden):
        service.revise_need(rival, need_id=need_id, version=before.version, draft=a_need_draft())
    officer = a_member(uow, a_university(uow), "university", Role.TRANSFER_OFFICER)
    with pytest.raises(Forbidden) as refusal:
        service.create_need(replace(uow, actor=officer), draft=a_need_draft())
    assert refusal.value.reason == "not_a_firm"
    assert queries.get_need(firm, need_id=need_id) == before


def test_an_open_need_is_edited_but_stays_complete(firm: UnitOfWork) -> None:
    need_id = published(firm)
    version = queries.get_need(firm, need_id=need_id).version
    edited = service.revise_need(
        firm, need_id=need_id, version=version, draft=a_need_draft(budget_minor=90_000_000)
    )
    assert (edited.budget_minor, edited.version) == (90_000_000, version + 1)
    with pytest.raises(StaleVersion):
        service.revise_need(firm, need_id=need_id, version=version, draft=a_need_draft())
    with pytest.raises(NeedIncomplete):
        service.revise_need(firm, need_id=need_id, version=version + 1, draft=a_need_draft(target=""))


def test_a_closed_need_says_how_it_ended_and_stays_so(firm: UnitOfWork) -> None:
    need_id = published(firm)
    closed = service.close_need(firm, need_id=need_id, outcome="已与学校签约试用")
    assert (closed.state, closed.outcome) == (NeedState.CLOSED, "已与学校签约试用")
    with pytest.raises(IllegalMove):
        service.revise_need(firm, need_id=need_id, version=closed.version, draft=a_need_draft())
    assert queries.list_open(firm).items == []


def test_the_last_day_counts_and_the_next_one_ends_it(firm: UnitOfWork) -> None:
    need_id = service.create_need(firm, draft=a_need_draft(deadline_on=firm.today))
    service.publish_need(firm, need_id=need_id)
    system = firm.as_system()
    assert service.expire_needs(system) == 0
    assert service.expire_needs(replace(system, now=system.now + timedelta(days=1))) == 1
    assert queries.get_need(firm, need_id=need_id).state == NeedState.EXPIRED


@pytest.mark.parametrize("state", list(NeedState))
def test_the_rule_for_one_row_agrees_with_the_list(
    firm: UnitOfWork, rival: UnitOfWork, state: NeedState
) -> None:
    need_id = service.create_need(firm, draft=a_need_draft())
    row = firm.session.get_one(Need, need_id)
    row.state = state
    firm.session.flush()
    actors: list[Actor] = [ANONYMOUS, firm.actor, rival.actor, firm.as_system().actor]
    for actor in actors:
        listed = queries.list_by_ids(replace(firm, actor=actor), ids=[need_id]) != []
        assert listed == bool(policy.can_see(actor, row))
