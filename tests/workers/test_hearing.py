"""One tick hears what a provider told all rooms."""

import pytest
from sqlalchemy.exc import DataError

from finance.payments import inbox
from finance.payments.gateway import ProviderEvent
from marketplace.core.uow import UnitOfWork
from workers import hearing

STRANGE = ("payment_intent.succeeded", "refund.updated")
"""News of things that nobody here knows."""


def told(uow: UnitOfWork) -> None:
    events = [ProviderEvent(f"evt_{kind}", kind, f"of_{kind}", None, None) for kind in STRANGE]
    assert inbox.store_notices(uow, [inbox.Notice("stripe", event, b"{}") for event in events]) == 2
    uow.session.commit()


def states(uow: UnitOfWork) -> list[str]:
    return [row["state"] for row in uow.rows("SELECT state FROM provider_notice ORDER BY kind")]


def test_one_tick_hears_the_news_of_all_rooms(uow: UnitOfWork) -> None:
    told(uow)
    assert hearing.apply_notices(uow) == 2
    assert states(uow) == ["parked", "parked"]
    assert hearing.apply_notices(uow) == 0


def test_a_room_that_fails_holds_up_no_other_and_is_heard_of(
    uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(uow: UnitOfWork) -> int:
        return len(uow.rows("SELECT 1 / 0"))

    told(uow)
    monkeypatch.setattr(hearing, "ROOMS", (broken, *hearing.ROOMS, broken))
    with pytest.raises(ExceptionGroup) as failed:
        hearing.apply_notices(uow)
    assert [type(one) for one in failed.value.exceptions] == [DataError, DataError]
    assert states(uow) == ["parked", "parked"]
