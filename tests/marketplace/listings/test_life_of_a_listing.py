"""From draft through approval and 公示 to publication, and every way it is refused."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest

from marketplace.core.actor import ANONYMOUS, Actor
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.listings import queries, service
from marketplace.listings.errors import (
    ListingIncomplete,
    NoticeNeeded,
    NoticeStillRunning,
    OwnSubmission,
    RightLapsed,
)
from marketplace.listings.schemas import ObjectionDraft, PriceMode, RightDraft, RightKind
from marketplace.listings.states import LISTING
from tests.factories.identity import a_member
from tests.factories.listings import a_draft, an_open_listing
from tests.factories.organizations import a_university

OBJECTION = ObjectionDraft(
    name="赵先生", contact="zhao@example.com", text="此价格明显低于同类许可，请说明依据。"
)


class Office(NamedTuple):
    """A transfer office: its university, an officer and the head."""

    university_id: UUID
    officer: UnitOfWork
    head: UnitOfWork


@pytest.fixture
def office(uow: UnitOfWork) -> Office:
    university_id = a_university(uow)

    def who(role: Role) -> Actor:
        return a_member(uow, university_id, "university", role)

    return Office(
        university_id,
        replace(uow, actor=who(Role.TRANSFER_OFFICER)),
        replace(uow, actor=who(Role.TRANSFER_HEAD)),
    )


def test_the_machine_has_no_dead_ends() -> None:
    assert LISTING.faults() == []


def test_a_listing_is_open_the_day_after_its_notice_and_not_before(office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    service.submit_listing(office.officer, listing_id=listing_id)
    service.approve_listing(office.head, listing_id=listing_id)
    today = office.officer.today
    promised = service.get_notice_period(office.officer)
    assert (promised.begins_on, promised.ends_on) == (today + timedelta(days=1), today + timedelta(days=15))

    noticed = service.start_notice(office.officer, listing_id=listing_id)
    assert (noticed.notice_from, noticed.notice_to) == (today + timedelta(days=1), today + timedelta(days=15))

    last_day = replace(office.officer, now=office.officer.now + timedelta(days=15))
    with pytest.raises(NoticeStillRunning) as refusal:
        service.publish_listing(last_day, listing_id=listing_id)
    assert refusal.value.ends_on == today + timedelta(days=15)

    day_after = replace(office.officer, now=office.officer.now + timedelta(days=16))
    opened = service.publish_listing(day_after, listing_id=listing_id)
    assert opened.state == "open"
    assert opened.priority_to == day_after.today + timedelta(days=29)
    moves = [step.move for step in queries.list_history(office.officer, listing_id=listing_id)]
    assert moves == ["begin", "submit", "approve", "start_notice", "publish"]


@pytest.mark.fault("X14")
def test_an_agreed_price_cannot_skip_its_notice(office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    service.submit_listing(office.officer, listing_id=listing_id)
    service.approve_listing(office.head, listing_id=listing_id)
    with pytest.raises(NoticeNeeded):
        service.publish_listing(office.officer, listing_id=listing_id)
    assert queries.get_listing(office.officer, listing_id=listing_id).state == "approved"


def test_a_price_found_on_an_exchange_opens_at_once(uow: UnitOfWork, office: Office) -> None:
    view = an_open_listing(uow, office.officer.actor, office.head.actor, price_mode=PriceMode.LISTED)
    assert (view.state, view.notice_from) == ("open", None)


def test_every_missing_part_is_named(office: Office) -> None:
    draft = a_draft(problem="", terms=None, rights=[RightDraft(kind=RightKind.PATENT)], inventors=[])
    listing_id = service.create_listing(office.officer, draft=draft)
    with pytest.raises(ListingIncomplete) as refusal:
        service.submit_listing(office.officer, listing_id=listing_id)
    assert [error.pointer for error in refusal.value.errors] == [
        "/problem", "/terms", "/inventors", "/rights/0/number", "/rights/0/filed_on",
    ]  # fmt: skip


def test_an_officer_sees_what_is_missing_before_she_submits_and_nobody_else_does(
    uow: UnitOfWork, office: Office
) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft(benefit="", trl=None))
    missing = service.list_missing_parts(office.officer, listing_id=listing_id)
    assert [part.pointer for part in missing] == ["/benefit", "/trl"]
    rival = a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_OFFICER)
    with pytest.raises(NotFound):
        service.list_missing_parts(replace(uow, actor=rival), listing_id=listing_id)


def test_the_notice_board_of_one_university_leaves_out_the_others(uow: UnitOfWork, office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    service.submit_listing(office.officer, listing_id=listing_id)
    service.approve_listing(office.head, listing_id=listing_id)
    service.start_notice(office.officer, listing_id=listing_id)
    own = queries.list_notices(office.officer, own=True, page=1, size=20)
    assert [notice.listing_id for notice in own.items] == [listing_id]
    rival = a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_OFFICER)
    assert queries.list_notices(replace(uow, actor=rival), own=True, page=1, size=20).total == 0
    assert queries.list_notices(replace(uow, actor=rival), page=1, size=20).total == 1


def test_who_submits_may_not_approve(office: Office) -> None:
    listing_id = service.create_listing(office.head, draft=a_draft())
    service.submit_listing(office.head, listing_id=listing_id)
    before = queries.get_listing(office.head, listing_id=listing_id)
    assert before.moves == ["return", "withdraw"]
    (refused,) = before.refused
    assert (refused.move, refused.code) == ("approve", "listing.own_submission")
    assert refused.reason == "提交人和审批人须为不同的人，请由另一位负责人审批。"
    with pytest.raises(OwnSubmission):
        service.approve_listing(office.head, listing_id=listing_id)
    assert queries.get_listing(office.head, listing_id=listing_id) == before


def refused(uow: UnitOfWork, listing_id: UUID) -> dict[str, str]:
    return {each.move: each.code for each in queries.get_listing(uow, listing_id=listing_id).refused}


def test_each_step_is_offered_or_refused_before_the_click_as_the_service_would(office: Office) -> None:
    draft = a_draft(price_mode=PriceMode.AGREEMENT, benefit="")
    listing_id = service.create_listing(office.officer, draft=draft)

    def moves(uow: UnitOfWork) -> list[str]:
        return queries.get_listing(uow, listing_id=listing_id).moves

    assert (moves(office.officer), refused(office.officer, listing_id)) == (
        ["withdraw"],
        {"submit": "listing.incomplete"},
    )
    draft = a_draft(price_mode=PriceMode.AGREEMENT)
    service.revise_listing(office.officer, listing_id=listing_id, version=1, draft=draft)
    assert (moves(office.officer), refused(office.officer, listing_id)) == (["submit", "withdraw"], {})
    service.submit_listing(office.officer, listing_id=listing_id)
    assert refused(office.officer, listing_id) == {"return": "forbidden", "approve": "forbidden"}
    assert moves(office.head) == ["return", "approve", "withdraw"]
    service.approve_listing(office.head, listing_id=listing_id)
    assert moves(office.officer) == ["start_notice", "withdraw"]
    assert refused(office.officer, listing_id) == {"publish_listed": "listing.notice_needed"}
    service.start_notice(office.officer, listing_id=listing_id)
    assert refused(office.officer, listing_id) == {"publish": "listing.notice_still_running"}
    later = replace(office.officer, now=office.officer.now + timedelta(days=17))
    assert moves(later) == ["publish", "withdraw"]
    service.publish_listing(later, listing_id=listing_id)
    for reader in (replace(office.officer, actor=ANONYMOUS), office.officer.as_system()):
        assert (moves(reader), refused(reader, listing_id)) == ([], {})


def test_a_lapsed_patent_cannot_be_offered(office: Office) -> None:
    old = RightDraft(kind=RightKind.PATENT, number="95115608.X", title="旧专利", filed_on=date(1995, 9, 1))
    listing_id = service.create_listing(office.officer, draft=a_draft(rights=[old]))
    with pytest.raises(RightLapsed) as refusal:
        service.submit_listing(office.officer, listing_id=listing_id)
    assert refusal.value.ended_on == date(2015, 8, 31)


def test_an_objection_stops_the_clock_for_as_long_as_it_stands(office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    service.submit_listing(office.officer, listing_id=listing_id)
    service.approve_listing(office.head, listing_id=listing_id)
    first_end = service.start_notice(office.officer, listing_id=listing_id).notice_to
    day_five = replace(office.officer, now=office.officer.now + timedelta(days=5), actor=ANONYMOUS)
    service.raise_objection(day_five, listing_id=listing_id, draft=OBJECTION)

    much_later = replace(office.officer, now=office.officer.now + timedelta(days=40))
    with pytest.raises(IllegalMove):
        service.publish_listing(much_later, listing_id=listing_id)

    day_nine = replace(office.head, now=office.head.now + timedelta(days=9))
    (objection,) = queries.list_objections(day_nine, listing_id=listing_id)
    resumed = service.settle_objection(
        day_nine,
        listing_id=listing_id,
        objection_id=objection.id,
        upheld=False,
        resolution="同类许可费区间已附，维持原价。",
    )
    assert first_end is not None
    assert resumed.notice_to == first_end + timedelta(days=4)


def test_an_upheld_objection_sends_the_listing_back(office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    service.submit_listing(office.officer, listing_id=listing_id)
    service.approve_listing(office.head, listing_id=listing_id)
    service.start_notice(office.officer, listing_id=listing_id)
    service.raise_objection(replace(office.officer, actor=ANONYMOUS), listing_id=listing_id, draft=OBJECTION)
    (objection,) = queries.list_objections(office.head, listing_id=listing_id)
    back = service.settle_objection(
        office.head,
        listing_id=listing_id,
        objection_id=objection.id,
        upheld=True,
        resolution="价格依据不足，重新议价。",
    )
    assert (back.state, back.notice_to) == ("draft", None)


def test_what_is_not_published_does_not_exist_for_others(uow: UnitOfWork, office: Office) -> None:
    rival = a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_HEAD)
    listing_id = service.create_listing(office.officer, draft=a_draft())
    for actor in (ANONYMOUS, rival):
        reader = replace(uow, actor=actor)
        with pytest.raises(NotFound):
            queries.get_listing(reader, listing_id=listing_id)
        with pytest.raises(NotFound):
            service.submit_listing(reader, listing_id=listing_id)
        assert queries.list_by_ids(reader, ids=[listing_id]) == []
    assert queries.get_listing(office.officer, listing_id=listing_id).state == "draft"


def test_a_rival_may_read_but_not_touch_what_is_published(uow: UnitOfWork, office: Office) -> None:
    rival = replace(uow, actor=a_member(uow, a_university(uow, "东南大学"), "university", Role.TRANSFER_HEAD))
    view = an_open_listing(uow, office.officer.actor, office.head.actor)
    with pytest.raises(Forbidden) as refusal:
        service.withdraw_listing(rival, listing_id=view.id, reason="试一试")
    assert refusal.value.reason == "not_your_organization"
    assert queries.get_listing(rival, listing_id=view.id).version == view.version


@pytest.mark.fault("C10")
def test_a_second_editor_is_told_and_overwrites_nothing(office: Office) -> None:
    listing_id = service.create_listing(office.officer, draft=a_draft())
    seen = queries.get_listing(office.officer, listing_id=listing_id)
    saved = service.revise_listing(
        office.head, listing_id=listing_id, version=seen.version, draft=a_draft(title="改过的标题在这里")
    )
    with pytest.raises(StaleVersion) as refusal:
        service.revise_listing(office.officer, listing_id=listing_id, version=seen.version, draft=a_draft())
    assert refusal.value.current == saved.version
    assert queries.get_listing(office.officer, listing_id=listing_id).title == "改过的标题在这里"


def test_open_listings_expire_unless_confirmed(uow: UnitOfWork, office: Office) -> None:
    view = an_open_listing(uow, office.officer.actor, office.head.actor)
    assert view.expires_on is not None
    next_year = replace(uow, now=uow.now + timedelta(days=400))
    assert service.expire_listings(next_year) == 1
    assert service.expire_listings(next_year) == 0
    assert queries.get_listing(uow, listing_id=view.id).state == "expired"
    service.confirm_listing(replace(office.officer, now=next_year.now), listing_id=view.id)
    assert queries.get_listing(uow, listing_id=view.id).state == "open"
