"""A technology manager: invited, paid by agreement, following the deal, with proof of what she did."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from marketplace.core.problems import Forbidden, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Because
from marketplace.deals import queries, service
from marketplace.deals.errors import CommissionChanged, CommissionTaken, NoSuchManager
from marketplace.deals.schemas import (
    AcceptCommission,
    CommissionTerms,
    DealView,
    InviteManager,
    NewContribution,
)
from marketplace.identity.permissions import Role
from tests.factories.deals import Market, a_market, an_application
from tests.factories.identity import a_member

SHARE = CommissionTerms(kind="share", payer="university", rate_bps=500, cap_minor=1_000_000)
BY_FIRM = CommissionTerms(kind="fixed", payer="firm", amount_minor=300_000)


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


@pytest.fixture
def manager(market: Market) -> UnitOfWork:
    return market.acting(
        a_member(market.uow, market.university_id, "university", Role.TECHNOLOGY_MANAGER, "方经理")
    )


def invite(side: UnitOfWork, deal: DealView, manager: UnitOfWork, terms: CommissionTerms = SHARE) -> DealView:
    assert manager.actor.user_id is not None
    form = InviteManager(manager_id=manager.actor.user_id, terms=terms, message="请协助谈判。")
    return service.invite_manager(side, deal_id=deal.id, form=form)


def accept(side: UnitOfWork, deal: DealView, terms_hash: str) -> Any:
    return service.accept_commission(side, deal_id=deal.id, form=AcceptCommission(terms_hash=terms_hash))


def test_the_payer_asks_and_the_manager_accepts(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager)
    assert deal.commission is not None
    proposed = deal.commission
    assert (proposed.state, proposed.moves) == ("proposed", ["end_commission"])
    assert proposed.payer_accepted_at is not None
    assert queries.get_commission(market.officer, deal.id) is None
    # She knows what is offered, not what was applied for.
    mine = queries.list_engagements(manager)
    assert [(e.number, e.terms, e.moves) for e in mine] == [
        (deal.number, SHARE, ["accept_commission", "end_commission"])
    ]
    with pytest.raises(NotFound):
        queries.get_deal(manager, deal_id=deal.id)
    agreed = accept(manager, deal, proposed.terms_hash)
    assert (agreed.state, agreed.moves) == ("agreed", ["record_contribution", "end_commission"])
    again = accept(manager, deal, proposed.terms_hash)
    assert again.manager_accepted_at == agreed.manager_accepted_at
    seen = queries.get_deal(manager, deal_id=deal.id)
    assert (seen.id, seen.moves) == (deal.id, [])
    assert queries.list_deals(manager).total == 1
    found = queries.get_commission(market.firm, deal.id)
    assert found is not None
    assert (found.terms_hash, found.manager_name) == (proposed.terms_hash, "方经理")


def test_a_payer_who_did_not_ask_must_agree_as_well(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager, BY_FIRM)
    assert deal.commission is not None
    terms_hash = deal.commission.terms_hash
    assert accept(manager, deal, terms_hash).state == "proposed"
    with pytest.raises(Forbidden):
        accept(market.officer, deal, terms_hash)  # it does not pay
    assert accept(market.firm, deal, terms_hash).state == "agreed"


def test_a_stale_commission_is_refused(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager)
    assert deal.commission is not None
    with pytest.raises(CommissionChanged):
        accept(manager, deal, "0" * 64)
    with pytest.raises(CommissionTaken):
        invite(market.firm, deal, manager, BY_FIRM)
    service.end_commission(market.officer, deal_id=deal.id, form=Because(reason="改由他人协助。"))
    with pytest.raises(NotFound):  # she is not asked any more
        accept(manager, deal, deal.commission.terms_hash)
    assert invite(market.firm, deal, manager, BY_FIRM).commission is not None


def test_once_agreed_the_manager_alone_gives_it_up(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager)
    assert deal.commission is not None
    accept(manager, deal, deal.commission.terms_hash)
    form = Because(reason="本人离岗。")
    for side in (market.officer, market.firm):
        with pytest.raises(Forbidden):
            service.end_commission(side, deal_id=deal.id, form=form)
    assert service.end_commission(manager, deal_id=deal.id, form=form).state == "ended"
    with pytest.raises(NotFound):
        queries.get_deal(manager, deal_id=deal.id)
    assert queries.get_commission(market.officer, deal.id) is None


def test_only_managers_of_the_two_sides_can_be_invited(market: Market, manager: UnitOfWork) -> None:
    deal = an_application(market.firm, market.listing)
    elsewhere = market.acting(a_member(market.uow, market.outsider_id, "sme", Role.TECHNOLOGY_MANAGER))
    assert [c.user_id for c in queries.list_candidates(market.firm, deal_id=deal.id)] == [
        manager.actor.user_id
    ]
    for person in (elsewhere, market.officer):
        with pytest.raises(NoSuchManager):
            invite(market.officer, deal, person)
    with pytest.raises(NotFound):
        invite(elsewhere, deal, elsewhere)


def test_contributions_are_the_manager_s_word_with_a_day(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager)
    assert deal.commission is not None
    form = NewContribution(kind="visit", text="陪同企业考察中试线。", worked_on=market.uow.today)
    with pytest.raises(NotFound):
        service.record_contribution(manager, deal_id=deal.id, form=form)
    accept(manager, deal, deal.commission.terms_hash)
    with pytest.raises(Forbidden):
        service.record_contribution(market.officer, deal_id=deal.id, form=form)
    tomorrow = form.model_copy(update={"worked_on": market.uow.today + timedelta(days=1)})
    with pytest.raises(InvalidInput):
        service.record_contribution(manager, deal_id=deal.id, form=tomorrow)
    seen = service.record_contribution(manager, deal_id=deal.id, form=form)
    assert [(c.kind, c.author_name) for c in seen.contributions] == [("visit", "方经理")]
    assert queries.list_engagements(manager)[0].contributions == 1
    assert len(queries.get_deal(market.firm, deal_id=deal.id).contributions) == 1


def test_another_manager_of_the_same_university_sees_nothing(market: Market, manager: UnitOfWork) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(NotFound):
        queries.get_deal(manager, deal_id=deal.id)
    assert queries.list_deals(manager).total == 0


@pytest.mark.parametrize(
    ("terms", "received", "owed"),
    [
        (SHARE, 0, 0),
        (SHARE, 10_000_000, 500_000),
        (SHARE, 100_000_000, 1_000_000),  # capped
        (BY_FIRM, 1, 300_000),
    ],
)
def test_what_is_owed_follows_from_what_came_in(terms: CommissionTerms, received: int, owed: int) -> None:
    assert terms.owed_minor(received) == owed


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "share"},
        {"kind": "share", "rate_bps": 500, "amount_minor": 5},
        {"kind": "fixed", "rate_bps": 500},
        {"kind": "fixed", "amount_minor": 5, "cap_minor": 4},
    ],
)
def test_a_commission_is_a_share_or_a_sum(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        CommissionTerms.model_validate({"payer": "firm", **fields})


def test_an_invitation_ends_with_the_application(market: Market, manager: UnitOfWork) -> None:
    deal = invite(market.officer, an_application(market.firm, market.listing), manager)
    later = replace(market.firm, now=market.firm.now + timedelta(days=1))
    service.withdraw_application(later, deal_id=deal.id, reason="另有安排。")
    assert [e.state for e in queries.list_engagements(manager)] == ["refused"]
