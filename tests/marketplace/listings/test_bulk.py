"""A loaded listing is what the services would have made of it step by step, and is refused where they refuse."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from marketplace.core import fsm
from marketplace.core.problems import IllegalMove, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_patent_no
from marketplace.identity.permissions import Role
from marketplace.listings import queries, service
from marketplace.listings.errors import ListingIncomplete, NoticeStillRunning, OwnSubmission, RightLapsed
from marketplace.listings.schemas import RightDraft, RightKind
from marketplace.listings.service import PastListing, PastMove
from marketplace.listings.states import LISTING
from tests.factories.identity import a_member
from tests.factories.listings import a_draft
from tests.factories.organizations import a_university

INVENTED = {"id", "listing_id", "seq", "number", "created_at"}


def rows_of(uow: UnitOfWork, table: str, listing_id: UUID, key: str = "listing_id") -> list[dict[str, Any]]:
    found = uow.rows(f"SELECT * FROM {table} WHERE {key} = :id ORDER BY 1, 2", id=listing_id)  # noqa: S608
    return [{name: value for name, value in row.items() if name not in INVENTED} for row in found]


def test_loading_leaves_what_the_machine_would_have_left(uow: UnitOfWork) -> None:
    university_id = a_university(uow)
    officer, head = (
        a_member(uow, university_id, "university", role)
        for role in (Role.TRANSFER_OFFICER, Role.TRANSFER_HEAD)
    )
    days = {"submit": 1, "approve": 2, "start_notice": 3, "publish": 19}
    draft = a_draft()
    begun = uow.now - timedelta(days=60)

    def on(day: int, actor: Any) -> UnitOfWork:
        return replace(uow, actor=actor, now=begun + timedelta(days=day))

    walked = service.create_listing(on(0, officer), draft=draft)
    service.submit_listing(on(1, officer), listing_id=walked)
    service.approve_listing(on(2, head), listing_id=walked)
    service.start_notice(on(3, officer), listing_id=walked)
    service.publish_listing(on(19, officer), listing_id=walked)
    moves = [
        PastMove(name, begun + timedelta(days=day), (head if name == "approve" else officer).user_id)
        for name, day in days.items()
    ]
    outbox = uow.rows("SELECT count(*) AS n FROM outbox_event")[0]["n"]
    past = PastListing(draft, university_id, begun, officer.user_id, moves)
    [loaded] = service.load_listings(uow, past=[past])

    assert uow.rows("SELECT count(*) AS n FROM outbox_event")[0]["n"] == outbox
    for table in ("listing_right", "listing_inventor"):
        assert rows_of(uow, table, loaded) == rows_of(uow, table, walked)
    [one], [other] = rows_of(uow, "listing", loaded, "id"), rows_of(uow, "listing", walked, "id")
    assert one == other
    assert fsm.history(uow, LISTING, loaded) == fsm.history(uow, LISTING, walked)
    latest = "SELECT sort_key FROM state_change WHERE subject_id = :id ORDER BY sort_key DESC LIMIT 1"
    assert uow.rows(text(latest), id=loaded) == [{"sort_key": 5}]
    assert service.withdraw_listing(uow, listing_id=loaded, reason="重新定价") is None
    assert queries.get_listing(uow, listing_id=loaded).state == "withdrawn"


@pytest.mark.parametrize(
    ("changes", "steps", "refusal"),
    [
        ({"benefit": ""}, [("submit", 1)], ListingIncomplete),
        ({}, [("publish", 1)], IllegalMove),
        ({}, [("submit", 2), ("approve", 1)], IllegalMove),
        ({}, [("submit", 1), ("approve", 2), ("start_notice", 3), ("publish", 18)], NoticeStillRunning),
        ({"rights": [RightDraft(kind=RightKind.PATENT, number="ZL202210000001.1")]}, [], InvalidInput),
    ],
    ids=["incomplete", "skipped", "back in time", "notice running", "wrong check digit"],
)
def test_loading_refuses_what_the_services_refuse(
    uow: UnitOfWork, changes: dict[str, Any], steps: list[tuple[str, int]], refusal: type[Exception]
) -> None:
    begun = uow.now - timedelta(days=60)
    moves = [PastMove(name, begun + timedelta(days=day)) for name, day in steps]
    past = PastListing(a_draft(**changes), a_university(uow), begun, moves=moves)
    with pytest.raises(refusal):
        service.load_listings(uow, past=[past])


def test_a_lapsed_right_and_a_self_approval_are_refused(uow: UnitOfWork) -> None:
    university_id, begun = a_university(uow), uow.now - timedelta(days=60)
    officer = a_member(uow, university_id, "university", Role.TRANSFER_OFFICER)
    old = RightDraft(
        kind=RightKind.PATENT, number=make_patent_no(2001, 1, 8723), title="老专利", filed_on=date(2001, 6, 1), granted_on=date(2004, 1, 7)
    )  # fmt: skip
    submit = PastMove("submit", begun, officer.user_id)
    with pytest.raises(RightLapsed):
        service.load_listings(
            uow, past=[PastListing(a_draft(rights=[old]), university_id, begun, moves=[submit])]
        )
    approve = PastMove("approve", begun, officer.user_id)
    with pytest.raises(OwnSubmission):
        service.load_listings(
            uow, past=[PastListing(a_draft(), university_id, begun, moves=[submit, approve])]
        )
