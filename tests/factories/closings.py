"""Months that are over, and two people who close them."""

from dataclasses import replace
from datetime import date, timedelta

from finance.closings import service
from finance.closings.counting import following
from finance.closings.schemas import ClosingView
from marketplace.app.oversight import chain
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import Bill


def month_of(bill: Bill) -> date:
    """The month in which the bill was raised."""
    return bill.system.today.replace(day=1)


def after_month(uow: UnitOfWork, month: date) -> UnitOfWork:
    """The same person two days after a month has ended."""
    return replace(uow, now=start_of_day(following(month)) + timedelta(days=2))


def seal(uow: UnitOfWork) -> None:
    """The clock of the seals has caught up."""
    while chain.seal(replace(uow, wall=utc_now() + timedelta(seconds=9))):
        pass


def two_administrators(bill: Bill) -> tuple[UnitOfWork, UnitOfWork]:
    """Two people of the platform, who close the books of all, two days after the month of the bill has ended."""
    system = bill.system
    platform = a_university(system, "平台")
    one, two = (
        replace(system, actor=a_member(system, platform, "department", Role.ADMINISTRATOR, name))
        for name in ("甲管理员", "乙管理员")
    )
    return after_month(one, month_of(bill)), after_month(two, month_of(bill))


def a_closed_month(bill: Bill) -> ClosingView:
    """The officer asks to close the month of the bill, the head does it."""
    month = month_of(bill)
    seal(bill.system)
    asked = service.ask_to_close(after_month(bill.officer, month), month=month)
    return service.close_month(after_month(bill.head, month), closing_id=asked.id)
