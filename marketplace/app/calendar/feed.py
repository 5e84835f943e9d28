"""Deadlines as an iCalendar file (RFC 5545), for the calendar program a person already uses."""

from collections.abc import Sequence
from datetime import timedelta

from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Locale, Text
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork

_NAME = Text("先用 · 截止日", "Xianyong · deadlines")
_LATE = Text("【逾期】", "[overdue] ")
_WHO = Text("责任方：{name}", "To act: {name}")


def as_icalendar(uow: UnitOfWork, deadlines: Sequence[Deadline], links: Sequence[str]) -> bytes:
    """Return deadlines as whole-day events with an alarm the day before; the same state gives the same bytes."""
    from icalendar import Alarm, Calendar, Event

    locale: Locale = uow.locale
    calendar = Calendar()
    for name, value in (
        ("prodid", "-//Xianyong//Deadlines//ZH"), ("version", "2.0"), ("method", "PUBLISH"),
        ("x-wr-calname", _NAME.in_(locale)), ("x-wr-timezone", "Asia/Shanghai"),
    ):  # fmt: skip
        calendar.add(name, value)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for deadline, link in zip(deadlines, links, strict=True):
        url = f"{settings().address}{link}"
        what = deadline.what.in_(locale)
        event = Event()
        event.add("uid", f"{deadline.kind}.{deadline.subject_id}.{deadline.on.isoformat()}@xianyong")
        event.add("dtstamp", uow.now)
        event.add("dtstart", deadline.on)
        event.add("dtend", deadline.on + timedelta(days=1))
        late = _LATE.in_(locale) if deadline.on < uow.today else ""
        event.add("summary", f"{late}{what} · {deadline.title}")
        who = _WHO.in_(locale, name=deadline.responsible_name)
        event.add("description", f"{deadline.number}\n{who}\n{deadline.otherwise.in_(locale)}\n{url}")
        event.add("url", url)
        event.add("categories", [deadline.kind])
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", what)
        alarm.add("trigger", timedelta(hours=-15))  # nine in the morning of the day before
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
