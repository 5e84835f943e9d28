"""Of a month that waits for a second person, that person hears; of what was decided, whoever asked."""

from collections.abc import Callable

from finance.closings import service
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.notifications import queries
from tests.factories.closings import after_month, month_of, seal, two_administrators
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import a_bill


def heard(uow: UnitOfWork) -> list[str]:
    """The messages about months, oldest first."""
    told = queries.list_own(uow, page=1, size=50).items
    return [note.title for note in reversed(told) if note.link.startswith("/app/closings/")]


def test_of_a_universitys_book_its_own_people_hear(uow: UnitOfWork, drain: Callable[[], int]) -> None:
    bill = a_bill(uow)
    month = month_of(bill)
    name = f"{month:%Y-%m}"
    seal(bill.system)
    officer, head = after_month(bill.officer, month), after_month(bill.head, month)
    stranger = UnitOfWork(
        uow.session, a_member(uow, a_university(uow), "another", Role.TRANSFER_HEAD), uow.now
    )
    asked = service.ask_to_close(officer, month=month)
    drain()
    assert (heard(head), heard(officer)) == ([f"待复核结账：{name}"], [])
    service.decline_closing(head, closing_id=asked.id, reason="到账未认领")
    drain()
    assert heard(officer) == [f"结账未通过：{name}"]
    again = service.ask_to_close(officer, month=month)
    service.close_month(head, closing_id=again.id)
    service.ask_to_reopen(officer, closing_id=again.id, reason="漏记一笔手续费")
    drain()
    service.reopen_month(head, closing_id=again.id)
    drain()
    assert heard(officer)[1:] == [f"已结账：{name}", f"已重新打开：{name}"]
    assert f"待复核：申请重新打开 {name} 的账" in heard(head)
    assert heard(stranger) == []


def test_of_the_books_of_all_the_platforms_people_hear(uow: UnitOfWork, drain: Callable[[], int]) -> None:
    bill = a_bill(uow)
    month = month_of(bill)
    one, two = two_administrators(bill)
    seal(bill.system)
    service.ask_to_close(one, month=month)
    drain()
    assert heard(two) == [f"待复核结账：{month:%Y-%m}"]
    assert heard(bill.head) == []
