"""How fast a university answers, in public; by when whom; and who stands where in the queue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marketplace.core.clock import SHANGHAI
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays, workdays_between
from marketplace.deals import deadlines, queries, service
from marketplace.deals.schemas import AcceptOffer, Answer, DealView, NewOffer, ResponseRate
from marketplace.enquiries import service as enquiries
from marketplace.identity.permissions import Role
from tests.factories.deals import Market, a_market, an_application
from tests.factories.identity import a_member
from tests.factories.listings import a_term_sheet
from tests.factories.organizations import a_university, an_sme

CHEAPER = a_term_sheet(deferred_fee_minor=6_000_000)


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    return replace(uow, now=uow.now.astimezone(SHANGHAI).replace(year=day.year, month=day.month, day=day.day))


def rate(uow: UnitOfWork, market: Market) -> ResponseRate:
    return queries.get_response_rate(uow, university_id=market.university_id)


def firms(market: Market, count: int, day: date) -> list[DealView]:
    """New firms that apply on a day after the priority window."""
    found = []
    for i in range(count):
        firm_id = an_sme(market.uow, registered=False, name=f"企业{i}")
        member = a_member(market.uow, firm_id, "sme", Role.FIRM_HEAD)
        found.append(an_application(on(market.acting(member), day), market.listing))
    return found


def answer(market: Market, deal: DealView, workdays: int, start: date) -> None:
    day = add_workdays(start, workdays) if workdays else start
    form = Answer(kind="ask", text="请补充产线参数。")
    service.answer_application(on(market.officer, day), deal_id=deal.id, answer=form)


def test_the_record_counts_first_answers_against_the_clock(market: Market) -> None:
    start = market.uow.today + timedelta(days=40)
    deals = firms(market, 7, start)
    for deal, workdays in zip(deals, (0, 1, 1, 3, 4), strict=False):  # two are never answered
        answer(market, deal, workdays, start)
    today = on(market.uow, start)
    # Answered ones count at once; those that still run are not known yet.
    told = rate(today, market)
    assert (told.count, told.in_time_bps, told.median_workdays) == (5, 8000, 1)
    overdue = rate(on(market.uow, add_workdays(start, 4)), market)
    assert (overdue.count, overdue.in_time_bps, overdue.median_workdays) == (7, 5714, 1)
    assert (
        rate(on(market.uow, start + timedelta(days=366)), market).count is None
    )  # a year later it is history


def test_too_few_answers_tell_nothing_at_all(market: Market) -> None:
    start = market.uow.today + timedelta(days=40)
    for deal in firms(market, 4, start):
        answer(market, deal, 1, start)
    told = rate(on(market.uow, start), market)
    assert (told.count, told.in_time_bps, told.median_workdays, told.least) == (None, None, None, 5)


def test_questions_and_applications_make_one_rate(market: Market) -> None:
    start = market.uow.today + timedelta(days=40)
    for deal in firms(market, 4, start):
        answer(market, deal, 1, start)
    member = a_member(market.uow, an_sme(market.uow, name="提问企业"), "sme", Role.FIRM_HEAD)
    asker = on(market.acting(member), start)
    asked, _ = enquiries.ask(asker, listing_id=market.listing.id, text="膜组件多久更换一次？")
    assert rate(on(market.uow, start), market).count is None  # the question still runs
    late = on(market.officer, add_workdays(start, 6))
    enquiries.answer(late, enquiry_id=asked.id, text="满负荷运行约三年更换一次。")
    told = rate(late, market)
    assert (told.count, told.in_time_bps, told.median_workdays) == (5, 8000, 1)


def test_what_ends_before_its_clock_does_not_count(market: Market) -> None:
    start = market.uow.today + timedelta(days=40)
    deals = firms(market, 6, start)
    for deal in deals[:5]:
        answer(market, deal, 1, start)
    applicant = market.uow.as_system()
    row = queries.lock_visible(applicant, deals[5].id)
    member = a_member(market.uow, row.firm_id, "sme", Role.FIRM_HEAD)
    service.withdraw_application(on(market.acting(member), start), deal_id=row.id, reason="")
    assert rate(on(market.uow, start + timedelta(days=20)), market).count == 5


def test_later_rounds_do_not_change_the_first_answer(market: Market) -> None:
    start = market.uow.today + timedelta(days=40)
    deals = firms(market, 5, start)
    for deal in deals:
        answer(market, deal, 1, start)
    row = queries.lock_visible(market.uow, deals[0].id)
    firm = market.acting(a_member(market.uow, row.firm_id, "sme", Role.FIRM_HEAD))
    service.reply_to_question(on(firm, start + timedelta(days=3)), deal_id=row.id, text="已补充。")
    answer(market, deals[0], 20, start)
    assert rate(on(market.uow, start + timedelta(days=60)), market).median_workdays == 1


def test_who_was_never_asked_has_nothing_to_tell_and_a_firm_no_rate(market: Market) -> None:
    other = a_university(market.uow, "东南大学")
    assert queries.get_response_rate(market.uow, university_id=other).count is None
    with pytest.raises(NotFound):
        queries.get_response_rate(market.uow, university_id=market.firm_id)


@pytest.mark.parametrize("days", [1, 3, 12])
def test_counting_working_days_is_adding_them_backwards(days: int) -> None:
    start = date(2026, 9, 25)  # before the holidays of the National Day, with a make-up day
    assert workdays_between(start, add_workdays(start, days)) == days
    assert workdays_between(start, start) == 0


def test_each_open_turn_is_a_deadline_of_the_side_that_has_it(market: Market) -> None:
    deal = an_application(market.firm, market.listing)
    far = market.uow.today + timedelta(days=60)

    def days(uow: UnitOfWork) -> list[tuple[str, date, str]]:
        return [(d.kind, d.on, d.responsible_name) for d in deadlines.list_deadlines(uow, until=far)]

    reply = ("deal.reply", add_workdays(market.uow.today, 3), "江南大学")
    assert days(market.firm) == days(market.officer) == [reply]
    assert days(market.outsider) == []
    assert deadlines.list_deadlines(market.officer, until=market.uow.today) == []
    overdue = replace(market.officer, now=market.officer.now + timedelta(days=30))
    assert len(deadlines.list_deadlines(overdue, until=overdue.today)) == 1
    form = NewOffer(terms=CHEAPER, message="请考虑。", base_hash=deal.table_hash or "")
    service.propose_offer(market.officer, deal_id=deal.id, offer=form)
    assert days(market.firm) == [("deal.offer", add_workdays(market.uow.today, 10), "试点高新区企业")]
    taken = service.accept_offer(
        market.firm, deal_id=deal.id, form=AcceptOffer(terms_hash=form_hash(market, deal))
    )
    assert taken.notice is not None
    assert days(market.officer) == [("deal.notice", taken.notice.ends_on, "江南大学")]
    service.withdraw_application(market.firm, deal_id=deal.id, reason="")
    assert days(market.officer) == []


def form_hash(market: Market, deal: DealView) -> str:
    return queries.get_deal(market.firm, deal_id=deal.id).table_hash or ""


def test_who_queues_sees_her_place_and_the_day(market: Market) -> None:
    an_application(market.firm, market.listing)
    third_id = an_sme(market.uow, registered=False, name="第三家企业")
    third = market.acting(a_member(market.uow, third_id, "sme", Role.FIRM_HEAD))
    an_application(market.outsider, market.listing)
    last = an_application(replace(third, now=third.now + timedelta(hours=1)), market.listing)
    assert last.queue is not None
    assert market.listing.priority_to is not None
    assert last.queue.model_dump() == {
        "place": 2, "waiting": 2, "priority_ahead": 1, "opens_on": market.listing.priority_to + timedelta(days=1),
    }  # fmt: skip
    assert service.release_queued(replace(market.uow, now=market.uow.now + timedelta(days=30))) == 2
    assert queries.get_deal(third, deal_id=last.id).queue is None
