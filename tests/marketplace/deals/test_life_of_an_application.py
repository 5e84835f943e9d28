"""From a draft through the priority window and the reply clock to agreed terms, and every way it is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from sqlmodel import col, select

from marketplace.core.actor import Actor
from marketplace.core.clock import SHANGHAI, business_date
from marketplace.core.outbox import OutboxEvent
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.deals import queries, service
from marketplace.deals.errors import (
    AlreadyLicensed,
    ContractDrawnUp,
    DealIncomplete,
    ListingNotOpen,
    NotEligible,
    NothingAsked,
    NotYetAccepted,
    TermsChanged,
)
from marketplace.deals.handlers import on_listing_changed
from marketplace.deals.models import Deal, claim_of
from marketplace.deals.schemas import Answer, DealPatch, DealView
from marketplace.deals.states import DEAL
from marketplace.events.listings import ListingChanged
from marketplace.listings import service as listings
from tests.factories.deals import Market, a_draft_application, a_market, accept, agreed_terms, an_application
from tests.factories.listings import a_term_sheet
from tests.factories.organizations import a_zone, an_sme


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def later(uow: UnitOfWork, days: int) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=days))


def announced(uow: UnitOfWork, deal: DealView) -> list[str]:
    statement = (
        select(OutboxEvent.name).where(OutboxEvent.subject == str(deal.id)).order_by(col(OutboxEvent.seq))
    )
    return [name.removeprefix("deals.deal.") for name in uow.session.exec(statement)]


def test_the_machine_has_no_dead_ends() -> None:
    assert DEAL.faults() == []


def test_an_eligible_firm_goes_straight_to_the_university(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    assert (deal.state, deal.priority, deal.queued_until) == ("submitted", True, None)
    assert deal.reply_due_on == add_workdays(market.uow.today, 3)
    assert deal.eligibility is not None
    assert {c.code: c.verdict for c in deal.eligibility.conditions} == {
        "uscc": "pass", "size": "pass", "tech_sme": "pass", "pilot_zone": "pass",
    }  # fmt: skip
    assert deal.terms_hash == market.listing.terms_hash
    assert announced(market.uow, deal) == ["submitted"]
    assert deal.simulation is not None
    assert deal.simulation.total_minor == 19_100_000  # 80,000 + 3.7 % of 3,000,000 yuan


def test_a_firm_outside_the_pilot_zones_queues_until_the_window_has_ended(market: Market) -> None:
    deal = an_application(market.outsider, market.listing)
    assert (deal.state, deal.priority, deal.queued_until) == ("queued", False, market.listing.priority_to)
    assert deal.queued_until == market.uow.today + timedelta(days=29)
    assert service.release_queued(later(market.uow, 29)) == 0  # its last day still belongs to the window
    assert service.release_queued(later(market.uow, 30)) == 1
    assert service.release_queued(later(market.uow, 30)) == 0
    released = queries.get_deal(market.outsider, deal_id=deal.id)
    assert (released.state, released.queued_until) == ("submitted", None)
    assert released.reply_due_on == add_workdays(market.uow.today + timedelta(days=30), 3)
    assert announced(market.uow, deal) == ["queued", "submitted", "queue_released"]


def test_after_the_window_everybody_goes_straight_to_the_university(market: Market) -> None:
    assert an_application(later(market.outsider, 30), market.listing).state == "submitted"


def test_of_one_day_the_eligible_firm_ranks_first(market: Market) -> None:
    # Both apply on the day after the window; the firm without priority was an hour earlier.
    day = later(market.uow, 31).now.astimezone(SHANGHAI).replace(hour=10)
    other = an_application(replace(market.outsider, now=day), market.listing)
    first = an_application(replace(market.firm, now=day + timedelta(hours=1)), market.listing)
    listed = queries.list_deals(replace(market.officer, now=day + timedelta(hours=2)))
    assert [d.id for d in listed.items] == [first.id, other.id]
    assert all(d.my_turn for d in listed.items)


@pytest.mark.fault("T01")
@pytest.mark.parametrize(("hour", "minute", "waits"), [(23, 59, True), (0, 1, False)])
def test_the_window_turns_at_midnight_in_shanghai(
    market: Market, hour: int, minute: int, *, waits: bool
) -> None:
    assert market.listing.priority_to is not None
    day = market.listing.priority_to + timedelta(days=0 if waits else 1)
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)
    deal = an_application(replace(market.outsider, now=at), market.listing)
    assert deal.state == ("queued" if waits else "submitted")


def test_an_expired_registration_is_not_priority_and_says_why(uow: UnitOfWork, market: Market) -> None:
    firm = replace(
        market.outsider.actor,
        organization_id=an_sme(uow, zone_id=a_zone(uow, name="另一试点区"), registered=False),
    )
    deal = an_application(replace(market.firm, actor=firm), market.listing)
    assert (deal.state, deal.priority) == ("queued", False)
    assert deal.eligibility is not None
    failed = [c for c in deal.eligibility.conditions if c.verdict == "fail"]
    assert [c.code for c in failed] == ["tech_sme"]
    assert failed[0].remedy is not None


def test_a_firm_that_is_too_large_is_refused_with_the_reason_and_keeps_its_draft(market: Market) -> None:
    market.uow.session.connection().exec_driver_sql(
        f"UPDATE organization SET staff = 900 WHERE id = '{market.firm_id}'"  # noqa: S608
    )
    draft = a_draft_application(market.firm, market.listing)
    with pytest.raises(NotEligible) as refusal:
        service.submit_application(market.firm, deal_id=draft.id, terms_hash=draft.terms_hash or "")
    assert refusal.value.failed == ("size",)
    assert "900" in refusal.value.reasons
    assert queries.get_deal(market.firm, deal_id=draft.id) == draft


def test_a_second_click_opens_the_first(market: Market) -> None:
    draft, created = service.start_application(market.firm, listing_id=market.listing.id)
    again, second = service.start_application(market.firm, listing_id=market.listing.id)
    assert (created, second, again.id) == (True, False, draft.id)
    first = an_application(market.firm, market.listing)
    repeat = service.submit_application(later(market.firm, 1), deal_id=first.id, terms_hash="0" * 64)
    assert (repeat.id, repeat.submitted_at, repeat.version) == (first.id, first.submitted_at, first.version)
    assert announced(market.uow, first) == ["submitted"]


def test_the_wizard_saves_step_by_step_and_stale_tabs_lose(market: Market) -> None:
    draft, _ = service.start_application(market.firm, listing_id=market.listing.id)
    one = service.revise_draft(
        market.firm, deal_id=draft.id, version=draft.version, patch=DealPatch(purpose="节能改造")
    )
    assert (one.purpose, one.product) == ("节能改造", "")
    with pytest.raises(StaleVersion):
        service.revise_draft(
            market.firm, deal_id=draft.id, version=draft.version, patch=DealPatch(product="x")
        )
    two = service.revise_draft(
        market.firm, deal_id=draft.id, version=one.version, patch=DealPatch(product="烘干线")
    )
    assert (two.purpose, two.product) == ("节能改造", "烘干线")


def test_every_missing_part_is_named(market: Market) -> None:
    draft, _ = service.start_application(market.firm, listing_id=market.listing.id)
    with pytest.raises(DealIncomplete) as refusal:
        service.submit_application(market.firm, deal_id=draft.id, terms_hash=draft.terms_hash or "")
    assert [e.pointer for e in refusal.value.errors] == [
        "/purpose", "/product", "/sales_plan_minor", "/contact_name", "/contact_phone",
    ]  # fmt: skip


@pytest.mark.fault("X15")
def test_other_terms_than_those_shown_are_not_applied_for(market: Market) -> None:
    draft = a_draft_application(market.firm, market.listing)
    with pytest.raises(TermsChanged) as refusal:
        service.submit_application(market.firm, deal_id=draft.id, terms_hash="0" * 64)
    assert refusal.value.current_hash == market.listing.terms_hash
    assert queries.get_deal(market.firm, deal_id=draft.id).state == "draft"


def test_a_submitted_application_is_not_edited(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(IllegalMove):
        service.revise_draft(market.firm, deal_id=deal.id, version=deal.version, patch=DealPatch(purpose="x"))


def test_question_and_reply_restart_the_clock(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    asked = service.answer_application(
        market.officer, deal_id=deal.id, answer=Answer(kind="ask", text="请说明烘干物料和温度。")
    )
    assert (asked.state, asked.reply_due_on) == ("answering", None)
    with pytest.raises(NotYetAccepted):
        service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    replied = service.reply_to_question(later(market.firm, 5), deal_id=deal.id, text="涤纶坯布，120 度。")
    assert (replied.state, replied.reply_due_on) == ("submitted", add_workdays(later(market.uow, 5).today, 3))
    assert [(m.side, m.kind, m.author_name) for m in replied.messages] == [
        ("university", "question", "陆明"), ("firm", "reply", "钱总"),
    ]  # fmt: skip


def test_a_late_reply_is_told_once(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    assert deal.reply_due_on is not None
    on_time = replace(market.uow, now=datetime.combine(deal.reply_due_on, datetime.max.time(), SHANGHAI))
    assert service.tell_overdue(on_time) == 0
    late = replace(on_time, now=on_time.now + timedelta(seconds=1))
    assert business_date(late.now) == deal.reply_due_on + timedelta(days=1)
    assert (service.tell_overdue(late), service.tell_overdue(late)) == (1, 0)
    assert announced(market.uow, deal) == ["submitted", "reply_overdue"]
    assert queries.list_deals(replace(market.officer, now=late.now)).items[0].overdue


def test_accepted_and_confirmed_terms_are_frozen(market: Market) -> None:
    deal = agreed_terms(market)
    assert (deal.state, deal.accepted, deal.terms_hash) == ("terms_agreed", True, market.listing.terms_hash)
    assert announced(market.uow, deal) == ["submitted", "accepted", "terms_agreed"]
    again = service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    assert again.version == deal.version
    with pytest.raises(IllegalMove):
        service.agree_terms(market.firm, deal_id=deal.id, terms_hash="0" * 64)


@pytest.mark.fault("X15")
def test_the_university_accepts_only_what_it_was_shown(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(TermsChanged):
        service.answer_application(
            market.officer, deal_id=deal.id, answer=Answer(kind="accept", terms_hash="0" * 64)
        )
    assert queries.get_deal(market.officer, deal_id=deal.id).state == "submitted"


def test_declined_with_a_reason_the_firm_reads_and_may_apply_again(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(InvalidInput):
        service.answer_application(market.officer, deal_id=deal.id, answer=Answer(kind="decline"))
    declined = service.answer_application(
        market.officer, deal_id=deal.id, answer=Answer(kind="decline", text="应用领域与许可范围不符。")
    )
    assert (declined.state, declined.messages[-1].text) == ("declined", "应用领域与许可范围不符。")
    assert an_application(market.firm, market.listing).id != deal.id


@pytest.mark.fault("X14")
def test_nothing_to_reply_when_accepted(market: Market) -> None:
    deal = accept(market.officer, an_application(market.firm, market.listing))
    assert "agree_terms" in queries.get_deal(market.firm, deal_id=deal.id).moves
    with pytest.raises(NothingAsked):
        service.reply_to_question(market.firm, deal_id=deal.id, text="谢谢")


def test_withdrawn_by_the_firm(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    assert service.withdraw_application(market.firm, deal_id=deal.id, reason="计划有变").state == "withdrawn"
    with pytest.raises(IllegalMove):
        accept(market.officer, deal)


def test_once_the_contract_exists_the_application_stays(market: Market) -> None:
    deal = agreed_terms(market)
    assert service.attach_contract(market.uow, deal_id=deal.id, contract_id=deal.id)
    assert not service.attach_contract(market.uow, deal_id=deal.id, contract_id=deal.id)
    told = queries.get_deal(market.firm, deal_id=deal.id)
    assert (told.moves, [(each.move, each.code) for each in told.refused]) == (
        [],
        [("withdraw", ContractDrawnUp.code)],
    )
    with pytest.raises(ContractDrawnUp):
        service.withdraw_application(market.firm, deal_id=deal.id, reason="")


def test_an_exclusive_licence_closes_the_listing_and_tells_the_others(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=a_term_sheet(licence_type="exclusive"))
    other = an_application(market.outsider, market.listing)
    deal = agreed_terms(market)
    assert deal.state == "terms_agreed"
    lost = queries.get_deal(market.outsider, deal_id=other.id)
    assert lost.state == "declined"
    assert "独占" in lost.messages[-1].text
    with pytest.raises(ListingNotOpen):
        service.start_application(market.outsider, listing_id=market.listing.id)


@pytest.mark.fault("C02")
def test_the_database_refuses_a_second_exclusive_claim(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=a_term_sheet(licence_type="exclusive"))
    rival = accept(market.officer, an_application(later(market.outsider, 30), market.listing))
    mine = accept(market.officer, an_application(later(market.firm, 30), market.listing))
    # The listing is still open, as it is for two firms at the same instant; only the claim of the other is there.
    row = uow.session.exec(select(Deal).where(Deal.id == rival.id)).one()
    row.claim = claim_of("non_exclusive", row.seq or 0)
    uow.session.flush()
    with pytest.raises(AlreadyLicensed):
        service.agree_terms(later(market.firm, 31), deal_id=mine.id, terms_hash=mine.terms_hash or "")
    assert queries.get_deal(market.uow, deal_id=mine.id).state == "answering"


@pytest.mark.fault("C02")
def test_several_firms_may_hold_non_exclusive_licences(market: Market) -> None:
    agreed_terms(market)
    other = accept(market.officer, an_application(later(market.outsider, 30), market.listing))
    agreed = service.agree_terms(
        later(market.outsider, 30), deal_id=other.id, terms_hash=other.terms_hash or ""
    )
    assert agreed.state == "terms_agreed"


def test_a_withdrawn_listing_ends_its_applications(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="权利人决定收回。")
    on_listing_changed(market.uow, ListingChanged(listing_id=market.listing.id))
    assert queries.get_deal(market.firm, deal_id=deal.id).state == "declined"


@pytest.mark.fault("X14")
def test_terms_cannot_be_agreed_on_a_withdrawn_listing(market: Market) -> None:
    deal = accept(market.officer, an_application(market.firm, market.listing))
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="权利人决定收回。")
    told = queries.get_deal(market.firm, deal_id=deal.id)
    assert (told.moves, [(each.move, each.code) for each in told.refused]) == (
        ["withdraw"],
        [("offer_to_university", ListingNotOpen.code), ("agree_terms", ListingNotOpen.code)],
    )
    with pytest.raises(ListingNotOpen):
        service.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    assert queries.get_deal(market.firm, deal_id=deal.id).state == "answering"


ATTEMPTS: list[Callable[[UnitOfWork, DealView], object]] = [
    lambda uow, d: service.revise_draft(uow, deal_id=d.id, version=d.version, patch=DealPatch(purpose="x")),
    lambda uow, d: service.submit_application(uow, deal_id=d.id, terms_hash=d.terms_hash or ""),
    lambda uow, d: accept(uow, d),  # noqa: PLW0108 - one list of equals
    lambda uow, d: service.reply_to_question(uow, deal_id=d.id, text="不应成功"),
    lambda uow, d: service.agree_terms(uow, deal_id=d.id, terms_hash=d.terms_hash or ""),
    lambda uow, d: service.withdraw_application(uow, deal_id=d.id, reason=""),
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_others_do_not_even_learn_that_it_exists(
    market: Market, attempt: Callable[[UnitOfWork, DealView], object]
) -> None:
    deal = an_application(market.firm, market.listing)
    for stranger in (market.outsider, replace(market.uow, actor=Actor("anonymous"))):
        with pytest.raises(NotFound):
            attempt(stranger, deal)
    weak = replace(market.firm.actor, permissions=frozenset({"deal.read"}))
    with pytest.raises(Forbidden):
        attempt(replace(market.firm, actor=weak), deal)
    assert queries.get_deal(market.firm, deal_id=deal.id) == deal


def test_each_side_does_its_own_part(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    with pytest.raises(Forbidden):
        accept(market.firm, deal)
    with pytest.raises(Forbidden):
        service.withdraw_application(market.officer, deal_id=deal.id, reason="")
    with pytest.raises(Forbidden):
        service.start_application(market.officer, listing_id=market.listing.id)
    assert queries.get_deal(market.firm, deal_id=deal.id) == deal


def test_a_draft_is_the_firms_own(market: Market) -> None:
    draft = a_draft_application(market.firm, market.listing)
    with pytest.raises(NotFound):
        queries.get_deal(market.officer, deal_id=draft.id)
    assert queries.list_deals(market.officer).total == 0
    assert service.withdraw_application(market.firm, deal_id=draft.id, reason="").state == "withdrawn"
    with pytest.raises(NotFound):  # withdrawn before it was ever submitted
        queries.get_deal(market.officer, deal_id=draft.id)


def test_the_dates_of_a_deal_are_dates_in_shanghai(market: Market) -> None:
    day = market.firm.today + timedelta(days=200)
    at = datetime.combine(day, time(0, 30), SHANGHAI)
    deal = an_application(replace(market.firm, now=at), market.listing)
    assert deal.reply_due_on == add_workdays(day, 3)
