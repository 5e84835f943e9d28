"""What is laid down can be gone on from as if it had been made: in a database of its own too, and never on other ground."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Engine

from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.factories.contracts import a_contract
from tests.factories.deals import a_market
from tests.factories.payments import a_bill

T = TypeVar("T")


def undone(uow: UnitOfWork, act: Callable[[], T]) -> T:
    """Do something in the empty market and take it back."""
    point = uow.session.begin_nested()
    found = act()
    point.rollback()
    return found


def test_a_database_of_its_own_counts_on_from_what_was_laid_down(
    uow: UnitOfWork, committed_engine: Engine
) -> None:
    undone(uow, lambda: a_contract(a_market(uow)))
    undone(uow, lambda: a_bill(uow))  # its contract is laid down: nothing counts while the bill is made
    with unit_of_work(on=committed_engine) as fresh:
        bill = a_bill(fresh)
    with unit_of_work(on=committed_engine) as later:
        later.audit("bill.looked_at", "invoice", bill.invoice.id)
        later.session.flush()
        [last] = later.rows("SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert last == {"action": "bill.looked_at"}


def test_only_on_untouched_ground(uow: UnitOfWork) -> None:
    def contract(*, touched: bool) -> object:
        market = a_market(uow)
        if touched:
            uow.audit("listing.looked_at", "listing", market.listing.id)
        return a_contract(market).id

    first = undone(uow, lambda: contract(touched=False))
    assert undone(uow, lambda: contract(touched=False)) == first
    assert undone(uow, lambda: contract(touched=True)) != first
