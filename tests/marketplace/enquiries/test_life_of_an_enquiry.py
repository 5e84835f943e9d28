"""A firm asks, the university answers, and the public learns how it answers."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import text
from sqlmodel import col, select

from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays, workdays_between
from marketplace.deals import queries as answers
from marketplace.enquiries import deadlines, policy, queries, service
from marketplace.enquiries.errors import ListingNotAsked, TooManyEnquiries
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.schemas import EnquiryState, EnquiryView
from marketplace.listings import service as listings
from tests.factories.deals import Market, a_market, an_application
from tests.factories.listings import an_open_listing
from tests.factories.rooms import days_later

QUESTION = "冬天进风零下五度，出风温度还够不够烘三十吨布？"
ANSWER = "够，我们在盐城的一条线上测过一个冬天，数据可以看。"


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def ask(market: Market, firm: UnitOfWork | None = None) -> EnquiryView:
    return service.ask(firm or market.firm, listing_id=market.listing.id, text=QUESTION)[0]


def told(market: Market, template: str) -> list[str]:
    rows = market.uow.rows(
        "SELECT u.name FROM notification n JOIN user_account u ON u.id = n.user_id WHERE template = :t ORDER BY 1",
        t=template,
    )
    return [row["name"] for row in rows]


def test_a_question_is_answered_asked_further_and_closed(market: Market, drain: Callable[[], int]) -> None:
    asked = ask(market)
    due = add_workdays(market.uow.today, 3)
    assert (asked.state, asked.reply_due_on, asked.moves) == (EnquiryState.WAITING, due, ["close"])
    assert [(line.side, line.text, line.due_on) for line in asked.lines] == [("firm", QUESTION, due)]
    theirs = queries.get_enquiry(market.officer, enquiry_id=asked.id)
    assert (theirs.my_turn, theirs.moves, theirs.can_apply) == (True, ["answer", "close"], False)
    answered = service.answer(market.officer, enquiry_id=asked.id, text=ANSWER)
    assert (answered.state, answered.reply_due_on) == (EnquiryState.ANSWERED, None)
    tomorrow = days_later(market.firm, 1)
    again = service.follow_up(tomorrow, enquiry_id=asked.id, text="那夏天呢？会不会过热？")
    assert (again.state, again.reply_due_on) == (EnquiryState.WAITING, add_workdays(tomorrow.today, 3))
    closed = service.close(tomorrow, enquiry_id=asked.id, reason="已经电话问清楚了")
    assert (closed.state, closed.moves, closed.can_apply) == (EnquiryState.CLOSED, [], True)
    with pytest.raises(IllegalMove):
        service.answer(market.officer, enquiry_id=asked.id, text=ANSWER)
    drain()
    assert told(market, "enquiry_asked") == ["周主任", "周主任", "陆明", "陆明"]
    assert told(market, "enquiry_answered") == ["钱总"]
    assert told(market, "enquiry_closed_by_firm") == ["周主任", "陆明"]


def test_a_second_question_opens_the_conversation_that_is_there(market: Market) -> None:
    first = ask(market)
    again, created = service.ask(market.firm, listing_id=market.listing.id, text="另一个问题，另一个说法。")
    assert (again.id, created, len(again.lines)) == (first.id, False, 1)


def test_only_what_is_on_offer_is_asked_about(market: Market) -> None:
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="内部复核")
    with pytest.raises(NotFound):  # a withdrawn listing does not exist for firms
        ask(market)
    assert market.uow.rows("SELECT 1 FROM enquiry") == []


def test_an_expired_listing_takes_no_questions(market: Market) -> None:
    later = days_later(market.uow, 400)
    assert listings.expire_listings(later) == 1
    with pytest.raises(ListingNotAsked):
        ask(market, days_later(market.firm, 400))
    assert market.uow.rows("SELECT 1 FROM enquiry") == []


def test_a_firm_may_not_flood_a_university(market: Market, uow: UnitOfWork) -> None:
    officer, head = market.officer.actor, market.head.actor
    others = [an_open_listing(uow, officer, head, title=f"第{n}项可以询问的成果") for n in range(5)]
    firm = days_later(market.firm, 0)
    first = ask(market, firm)
    for listing in others[:4]:
        service.ask(firm, listing_id=listing.id, text=QUESTION)
    with pytest.raises(TooManyEnquiries) as refusal:
        service.ask(firm, listing_id=others[4].id, text=QUESTION)
    assert refusal.value.limit == 5
    # Another firm is not held back, and an answer makes room; the follow-up then finds the place taken.
    service.ask(market.outsider, listing_id=others[4].id, text=QUESTION)
    service.answer(market.officer, enquiry_id=first.id, text=ANSWER)
    service.ask(firm, listing_id=others[4].id, text=QUESTION)
    with pytest.raises(TooManyEnquiries):
        service.follow_up(firm, enquiry_id=first.id, text="还有一个问题想问清楚。")


def test_a_late_answer_is_told_to_the_head_once(market: Market, drain: Callable[[], int]) -> None:
    asked = ask(market)
    assert asked.reply_due_on is not None
    on_last_day = days_later(market.uow, (asked.reply_due_on - market.uow.today).days)
    assert service.tell_overdue(on_last_day) == 0
    late = days_later(on_last_day, 1)
    assert service.tell_overdue(late) == 1
    assert service.tell_overdue(late) == 0
    drain()
    assert told(market, "enquiry_overdue") == ["周主任"]
    assert queries.get_enquiry(late, enquiry_id=asked.id).overdue


def test_an_application_ends_the_enquiry_and_leads_on(market: Market, drain: Callable[[], int]) -> None:
    asked = ask(market)
    other = ask(market, market.outsider)
    deal = an_application(market.firm, market.listing)
    drain()
    view = queries.get_enquiry(market.firm, enquiry_id=asked.id)
    assert (view.state, view.deal_id, view.can_apply) == (EnquiryState.APPLIED, deal.id, False)
    assert queries.get_enquiry(market.outsider, enquiry_id=other.id).state == EnquiryState.WAITING


def test_a_withdrawn_listing_closes_its_enquiries(market: Market, drain: Callable[[], int]) -> None:
    asked = ask(market)
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="内部复核")
    drain()
    view = queries.get_enquiry(market.firm, enquiry_id=asked.id)
    assert (view.state, view.close_reason) == (EnquiryState.CLOSED, "该成果已撤回，询问随之关闭。")
    assert told(market, "enquiry_closed_by_university") == ["钱总"]


def questions(market: Market, *taken: int | None) -> None:
    """Ask one question after the other about one listing; each is answered after so many days, or closed late."""
    for days in taken:
        asked = ask(market)
        later = days if days is not None else 30
        if days is None:
            service.close(days_later(market.firm, later), enquiry_id=asked.id, reason="")
        else:
            service.answer(days_later(market.officer, later), enquiry_id=asked.id, text=ANSWER)
            service.close(days_later(market.firm, later), enquiry_id=asked.id, reason="")


def test_the_response_rate_counts_exactly(market: Market) -> None:
    questions(market, 0, 0, 1, 20)
    then = days_later(market.uow, 60)
    few = answers.get_response_rate(then, university_id=market.university_id)
    assert (few.count, few.in_time_bps, few.median_workdays) == (None, None, None)
    questions(market, None)  # closed by the firm long after the clock ran out: late
    rate = answers.get_response_rate(then, university_id=market.university_id)
    start = market.uow.today
    in_time = sum(start + timedelta(days=d) <= add_workdays(start, 3) for d in (0, 0, 1, 20))
    workdays = sorted(workdays_between(start, start + timedelta(days=d)) for d in (0, 0, 1, 20))
    assert in_time == 3
    assert (rate.count, rate.in_time_bps) == (5, 6000)
    assert rate.median_workdays == (workdays[1] + workdays[2]) / 2
    assert (rate.reply_workdays, rate.least, rate.months) == (3, 5, 12)


def test_what_is_within_its_clock_or_dropped_in_time_does_not_count(market: Market) -> None:
    questions(market, 0, 0, 0, 0, 0)
    asked = ask(market)
    assert answers.get_response_rate(market.uow, university_id=market.university_id).count == 5
    service.close(market.firm, enquiry_id=asked.id, reason="")
    later = days_later(market.uow, 60)
    assert answers.get_response_rate(later, university_id=market.university_id).count == 5
    year_on = days_later(market.uow, 366)
    assert answers.get_response_rate(year_on, university_id=market.university_id).count is None


def test_a_university_that_closes_without_an_answer_is_late(market: Market) -> None:
    questions(market, 0, 0, 0, 0)
    asked = ask(market)
    service.close(market.officer, enquiry_id=asked.id, reason="不便答复")
    later = days_later(market.uow, 60)
    rate = answers.get_response_rate(later, university_id=market.university_id)
    assert (rate.count, rate.in_time_bps) == (5, 8000)


def test_a_firm_has_no_response_rate(market: Market) -> None:
    with pytest.raises(NotFound):
        answers.get_response_rate(market.uow, university_id=market.firm_id)


def test_deadlines_are_told_to_both_sides_and_to_nobody_else(market: Market) -> None:
    asked = ask(market)
    due = asked.reply_due_on or date.max
    for side in (market.officer, market.firm):
        [deadline] = deadlines.list_deadlines(side, until=due)
        assert (deadline.kind, deadline.on, deadline.since) == ("enquiry.reply", due, market.uow.today)
        assert (deadline.responsible_id, deadline.subject_id) == (market.university_id, asked.id)
    assert deadlines.list_deadlines(market.officer, until=due - timedelta(days=1)) == []
    assert deadlines.list_deadlines(market.outsider, until=due) == []


def test_nobody_else_sees_or_moves_an_enquiry(market: Market) -> None:
    asked = ask(market)
    for stranger in (market.outsider, market.acting(Actor("anonymous"))):
        for attempt in (
            lambda who: queries.get_enquiry(who, enquiry_id=asked.id),
            lambda who: service.answer(who, enquiry_id=asked.id, text=ANSWER),
            lambda who: service.follow_up(who, enquiry_id=asked.id, text=QUESTION),
            lambda who: service.close(who, enquiry_id=asked.id, reason=""),
        ):
            with pytest.raises(NotFound):
                attempt(stranger)
        assert queries.list_enquiries(stranger).total == 0
    with pytest.raises(Forbidden):
        service.answer(market.firm, enquiry_id=asked.id, text=ANSWER)
    with pytest.raises(Forbidden):
        ask(market, market.officer)
    assert queries.get_enquiry(market.firm, enquiry_id=asked.id) == asked


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    place=st.integers(0, 3),
    kind=st.sampled_from(["anonymous", "user", "system"]),
    reads=st.booleans(),
)
def test_row_rule_and_list_filter_agree(market: Market, place: int, kind: str, *, reads: bool) -> None:
    ask(market)
    ask(market, market.outsider)
    places = [market.firm_id, market.outsider_id, market.university_id, new_id()]
    permissions = frozenset({"deal.read"} if reads else ())
    actor = {
        "anonymous": Actor("anonymous"),
        "system": SYSTEM,
        "user": Actor("user", new_id(), places[place], "sme", permissions),
    }[kind]
    session = market.uow.session
    rows = session.exec(select(Enquiry)).all()
    assert len(rows) == 2
    seen = {row.id for row in rows if policy.can_see(actor, row)}
    statement = select(col(Enquiry.id)).where(policy.VISIBLE)
    assert set(session.execute(statement, policy.scope(actor)).scalars()) == seen


def test_the_public_rate_reads_no_firm(market: Market) -> None:
    questions(market, 0, 0, 0, 0, 0)
    public = answers.get_response_rate(
        market.acting(Actor("anonymous")), university_id=market.university_id
    ).model_dump_json()
    firm = market.uow.session.connection().execute(
        text("SELECT name, id::text FROM organization WHERE id = :id"), {"id": market.firm_id}
    )
    assert not any(word in public for word in firm.one())
