"""Every deadline in one place: who has to act, since when, what follows; as a page, a feed and a morning message."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from fastapi.testclient import TestClient
from icalendar import Calendar

from marketplace.app.calendar.collecting import collect, link_of
from marketplace.app.calendar.digest import send_digests
from marketplace.app.calendar.feed import as_icalendar
from marketplace.app.calendar.routes import get_calendar
from marketplace.core.actor import Actor
from marketplace.core.uow import UnitOfWork
from marketplace.identity import service as identity
from marketplace.identity.permissions import Role
from marketplace.listings import service as listings
from marketplace.notifications import queries as notifications
from tests.factories.identity import a_member
from tests.factories.listings import a_draft
from tests.factories.organizations import a_university, an_sme
from tests.factories.receivables import an_invoice, on

BILL_DAY = date(2027, 2, 4)


def sides(uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]) -> tuple[UnitOfWork, UnitOfWork]:
    """A firm that owes 80,000 yuan by 2027-02-04, and the university it owes them to."""
    university, firm = a_university(uow), an_sme(uow)
    an_invoice(uow, university_id=university, firm_id=firm)
    return (
        as_(a_member(uow, firm, "sme", Role.FIRM_HEAD)),
        as_(a_member(uow, university, "university", Role.TRANSFER_OFFICER)),
    )


def test_both_sides_see_a_bill_and_whose_turn_it_is(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    firm, university = sides(uow, as_)
    stranger = as_(a_member(uow, an_sme(uow, name="旁观企业"), "sme", Role.FIRM_HEAD))
    day = BILL_DAY + timedelta(days=3)
    [of_firm] = get_calendar(on(firm, day)).items
    [of_university] = get_calendar(on(university, day)).items
    assert (of_firm.kind, of_firm.on, of_firm.since, of_firm.days_left, of_firm.amount_minor) == (
        "invoice.pay", BILL_DAY, date(2027, 1, 5), -3, 8_000_000,
    )  # fmt: skip
    assert (of_firm.mine, of_university.mine) == (True, False)
    assert of_firm.responsible_name == of_university.responsible_name
    assert of_firm.link == f"/app/payments/{of_firm.subject_id}"
    assert get_calendar(on(stranger, day)).items == []


def test_only_what_falls_due_by_the_last_day_is_shown(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    firm, _ = sides(uow, as_)
    today = on(firm, date(2027, 1, 6))
    assert [d.on for d in collect(today, until=BILL_DAY)] == [BILL_DAY]
    assert collect(today, until=BILL_DAY - timedelta(days=1)) == []
    view = get_calendar(today, until=date(2040, 1, 1))
    assert view.until == date(2027, 1, 6) + timedelta(days=400)


def test_a_notice_that_ends_is_the_officers_day_and_nobody_elses(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    university = a_university(uow)
    officer = as_(a_member(uow, university, "university", Role.TRANSFER_OFFICER))
    inventor = as_(a_member(uow, university, "university", Role.INVENTOR))
    head = as_(a_member(uow, university, "university", Role.TRANSFER_HEAD))
    listing_id = listings.create_listing(officer, draft=a_draft())
    listings.submit_listing(officer, listing_id=listing_id)
    listings.approve_listing(head, listing_id=listing_id)
    notice = listings.start_notice(officer, listing_id=listing_id)
    [item] = get_calendar(officer).items
    assert (item.kind, item.on, item.mine) == ("listing.notice", notice.notice_to, True)
    assert get_calendar(inventor).items == []


def test_the_feed_is_opened_by_its_secret_alone_and_closed_at_once(
    client: TestClient, uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    firm, _ = sides(uow, as_)
    token = identity.open_calendar(firm)
    answer = client.get(f"/api/calendar/feed/{token}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [event["uid"].split(".")[0] for event in events] == ["invoice"] * len(events)
    newer = identity.open_calendar(firm)
    assert client.get(f"/api/calendar/feed/{token}.ics").status_code == 404
    assert client.get(f"/api/calendar/feed/{newer}.ics").status_code == 200
    identity.close_calendar(firm)
    assert client.get(f"/api/calendar/feed/{newer}.ics").status_code == 404


def test_the_feed_says_what_is_late_in_the_readers_language(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    firm, _ = sides(uow, as_)
    english = replace(on(firm, BILL_DAY + timedelta(days=1)), locale="en")
    found = collect(english, until=english.today)
    [event] = Calendar.from_ical(as_icalendar(english, found, [link_of(english, d) for d in found])).walk(
        "VEVENT"
    )
    assert event["summary"].startswith("[overdue] Pay a bill · ")
    assert event["dtstart"].dt == BILL_DAY
    assert "Late interest runs" in event["description"]


def test_the_morning_message_comes_once_a_day_after_eight_and_only_if_something_is_due(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    firm, university = sides(uow, as_)
    seven, nine = datetime(2027, 2, 4, 23, tzinfo=UTC), datetime(2027, 2, 5, 1, tzinfo=UTC)  # in Shanghai
    assert send_digests(replace(uow, now=seven)) == 0
    while send_digests(replace(uow, now=nine)):
        pass
    [message] = notifications.list_own(replace(firm, now=nine), page=1, size=5).items
    assert (message.template, message.link) == ("digest", "/app/calendar")
    assert message.title == "今日提醒：1 项待办临近截止，其中 1 项已逾期"
    assert notifications.list_own(replace(university, now=nine), page=1, size=5).items == []
    assert send_digests(replace(uow, now=nine)) == 0


def test_who_does_not_want_the_message_gets_none(uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]) -> None:
    firm, _ = sides(uow, as_)
    identity.choose_digest(firm, wanted=False)
    later = on(uow, BILL_DAY)
    while send_digests(later):
        pass
    assert notifications.list_own(on(firm, BILL_DAY), page=1, size=5).items == []
    assert get_calendar(on(firm, BILL_DAY)).digest is False
