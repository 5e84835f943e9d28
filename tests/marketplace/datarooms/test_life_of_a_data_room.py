"""A firm asks for documents, both sign the undertaking, the firm reads, the university sees who read, and ends it."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, TooLarge
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.datarooms import deadlines, policy, queries, service
from marketplace.datarooms.errors import (
    AccessNotActive,
    NothingToRead,
    NoView,
    RoomClosed,
    UndertakingChanged,
)
from marketplace.datarooms.models import DataAccess, DataFile
from marketplace.datarooms.schemas import AccessState, RoomSettings
from marketplace.documents import queries as files, service as documents
from marketplace.documents.errors import FileTypeRefused
from marketplace.identity.permissions import Role
from marketplace.listings import service as listings
from tests.factories.deals import Market, a_market
from tests.factories.identity import a_member
from tests.factories.pdf_text import page_texts
from tests.factories.rooms import (
    PURPOSE,
    a_pdf,
    a_png,
    a_room,
    an_asked_access,
    an_open_access,
    days_later,
)


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def told(market: Market, template: str) -> list[str]:
    rows = market.uow.rows(
        "SELECT u.name FROM notification n JOIN user_account u ON u.id = n.user_id WHERE template = :t ORDER BY 1",
        t=template,
    )
    return [row["name"] for row in rows]


def read(who: UnitOfWork, market: Market, *, action: str = "view", place: int = 0) -> service.Delivery:
    ids = who.session.exec(select(DataFile.id).order_by(col(DataFile.added_at), col(DataFile.id))).all()
    return service.deliver(
        who,
        listing_id=market.listing.id,
        data_file_id=ids[place],
        action="view" if action == "view" else "download",
    )


def test_from_a_question_to_reading(market: Market, drain: Callable[[], int]) -> None:
    a_room(market)
    asked = an_asked_access(market)
    assert (asked.state, asked.moves) == (AccessState.ASKED, ["withdraw"])
    assert asked.reply_due_on == add_workdays(market.uow.today, 3)
    assert queries.get_room(market.firm, listing_id=market.listing.id).files == []
    offered = service.offer_access(market.officer, access_id=asked.id, access_days=14)
    assert (offered.state, offered.access_days, offered.months) == (AccessState.OFFERED, 14, 60)
    shown = offered.content_sha256 or ""
    with pytest.raises(UndertakingChanged):
        service.sign_undertaking(market.firm, access_id=asked.id, content_sha256="0" * 64)
    with pytest.raises(IllegalMove):  # the university signs last
        service.sign_undertaking(market.officer, access_id=asked.id, content_sha256=shown)
    signed = service.sign_undertaking(market.firm, access_id=asked.id, content_sha256=shown)
    assert (signed.state, signed.firm_signed and signed.firm_signed.name) == (AccessState.FIRM_SIGNED, "钱总")
    with pytest.raises(AccessNotActive):
        read(market.firm, market)
    opened = service.sign_undertaking(market.officer, access_id=asked.id, content_sha256=shown)
    assert (opened.state, opened.expires_on) == (
        AccessState.ACTIVE,
        market.uow.today + timedelta(days=14),
    )
    room = queries.get_room(market.firm, listing_id=market.listing.id)
    assert ([file.name for file in room.files], room.can_edit) == (["热泵机组总图.pdf"], False)
    drain()
    assert told(market, "data_access_asked") == ["周主任", "陆明"]
    assert told(market, "undertaking_offered") == ["钱总"]
    assert told(market, "undertaking_signed") == ["周主任", "陆明"]
    assert told(market, "data_access_opened") == ["钱总"]


def test_the_undertaking_is_one_file_with_both_signatures(market: Market) -> None:
    a_room(market)
    access = an_open_access(market)
    assert access.document_id is not None
    for side in (market.firm, market.officer):
        view, pdf = files.read_file(side, file_id=access.document_id)
        assert view.name == f"{access.number}.pdf"
        checked = documents.verify(pdf, signers=["江南大学", "试点高新区企业"])
        assert (checked.valid, [s.person_name for s in checked.signatures]) == (True, ["钱总", "陆明"])
    words = "".join(page_texts(pdf))
    assert "保密期限为 60 个月" in words
    assert PURPOSE in words
    assert "Reading copy in English" in words
    with pytest.raises(NotFound):
        files.read_file(market.outsider, file_id=access.document_id)


def test_the_mark_is_on_every_page_of_what_a_firm_gets(market: Market) -> None:
    a_room(market)
    service.add_file(market.officer, listing_id=market.listing.id, content=a_png(), name="样机照片.png")
    access = an_open_access(market)
    original = read(market.officer, market).data
    assert page_texts(original)[0].startswith("热泵机组总图")
    seen = set()
    for place, pages in ((0, 3), (1, 1)):
        for action in ("view", "download"):
            copy = read(market.firm, market, action=action, place=place)
            texts = page_texts(copy.data)
            assert len(texts) == pages
            for text in texts:
                assert "试点高新区企业" in text
                assert "钱总" in text
                assert copy.number in text
                assert market.firm.today.isoformat() in text
            assert original not in copy.data
            assert copy.media_type == "application/pdf"
            seen.add(copy.number)
    assert len(seen) == 4
    log = queries.list_looks(market.officer, listing_id=market.listing.id, page=1, size=20)
    assert (log.total, {look.number for look in log.items} >= seen) == (5, True)
    own = queries.list_looks(market.firm, listing_id=market.listing.id, page=1, size=20)
    assert {(look.organization_name, look.person_name) for look in own.items} == {("试点高新区企业", "钱总")}
    assert own.total == 4
    assert access.expires_on is not None


def test_the_log_is_append_only(market: Market) -> None:
    a_room(market)
    an_open_access(market)
    read(market.firm, market)
    for change in ("UPDATE data_look SET person_name = '无'", "DELETE FROM data_look"):
        with pytest.raises(IntegrityError, match="append-only"), market.uow.session.begin_nested():
            market.uow.rows(change)


def test_revoked_means_refused_at_once(market: Market, drain: Callable[[], int]) -> None:
    a_room(market)
    access = an_open_access(market)
    read(market.firm, market)
    revoked = service.revoke_access(market.officer, access_id=access.id, reason="图纸版本有误，先收回")
    assert (revoked.state, revoked.end_reason) == (AccessState.REVOKED, "图纸版本有误，先收回")
    with pytest.raises(AccessNotActive):
        read(market.firm, market)
    room = queries.get_room(market.firm, listing_id=market.listing.id)
    assert (room.files, room.can_read) == ([], False)
    assert queries.list_looks(market.officer, listing_id=market.listing.id, page=1, size=9).total == 1
    drain()
    assert told(market, "data_access_revoked") == ["钱总"]
    again = an_asked_access(market)  # the firm may ask again
    assert (again.id != access.id, again.state) == (True, AccessState.ASKED)


def test_access_lasts_through_its_last_day_and_not_longer(market: Market, drain: Callable[[], int]) -> None:
    a_room(market)
    access = an_open_access(market)
    read(days_later(market.firm, 30), market)
    after = days_later(market.firm, 31)
    with pytest.raises(AccessNotActive):  # the calendar decides, whether the clock has run or not
        read(after, market)
    assert service.expire_accesses(days_later(market.uow, 30)) == 0
    assert service.expire_accesses(days_later(market.uow, 31)) == 1
    assert service.expire_accesses(days_later(market.uow, 31)) == 0
    assert queries.get_access(after, access_id=access.id).state == AccessState.EXPIRED
    drain()
    assert told(market, "data_access_expired") == ["周主任", "钱总", "陆明"]


def test_a_closed_room_stops_every_reader(market: Market) -> None:
    a_room(market)
    an_open_access(market)
    closed = RoomSettings(is_open=False, access_days=30)
    service.set_room(market.officer, listing_id=market.listing.id, settings=closed)
    with pytest.raises(RoomClosed):
        read(market.firm, market)
    assert queries.get_room(market.firm, listing_id=market.listing.id).files == []


def test_a_removed_file_is_gone_for_readers(market: Market) -> None:
    room = a_room(market)
    an_open_access(market)
    service.remove_file(market.officer, listing_id=market.listing.id, data_file_id=room.files[0].id)
    for who in (market.firm, market.officer):
        with pytest.raises(NotFound):
            read(who, market)


def test_nobody_signs_for_a_closed_or_empty_room(market: Market) -> None:
    asked = an_asked_access(market)  # asking works whether there is a room or not
    with pytest.raises(NothingToRead):
        service.offer_access(market.officer, access_id=asked.id, access_days=None)
    a_room(market, is_open=False)
    with pytest.raises(NothingToRead):
        service.offer_access(market.officer, access_id=asked.id, access_days=None)
    declined = service.decline_access(market.officer, access_id=asked.id, reason="暂不开放资料")
    assert (declined.state, declined.document_id) == (AccessState.DECLINED, None)


def test_a_withdrawn_listing_ends_every_access(market: Market, drain: Callable[[], int]) -> None:
    a_room(market)
    active = an_open_access(market)
    asked = an_asked_access(market, market.outsider)
    listings.withdraw_listing(market.officer, listing_id=market.listing.id, reason="内部复核")
    drain()
    assert queries.get_access(market.firm, access_id=active.id).state == AccessState.REVOKED
    assert queries.get_access(market.outsider, access_id=asked.id).state == AccessState.DECLINED
    with pytest.raises(AccessNotActive):
        read(market.firm, market)


def test_late_answers_and_signatures_are_told_once(market: Market, drain: Callable[[], int]) -> None:
    a_room(market)
    asked = an_asked_access(market)
    late = days_later(market.uow, 10)
    assert (service.tell_overdue(late), service.tell_overdue(late)) == (1, 0)
    offered = service.offer_access(market.officer, access_id=asked.id, access_days=None)
    shown = offered.content_sha256 or ""
    service.sign_undertaking(market.firm, access_id=asked.id, content_sha256=shown)
    later = days_later(market.uow, 20)
    assert (service.tell_overdue(later), service.tell_overdue(later)) == (1, 0)
    drain()
    assert told(market, "data_access_overdue") == ["周主任", "周主任"]


def test_deadlines(market: Market) -> None:
    a_room(market)
    access = an_open_access(market)
    other = an_asked_access(market, market.outsider)
    far = market.uow.today + timedelta(days=90)
    found = deadlines.list_deadlines(market.officer, until=far)
    assert [(d.kind, d.subject_id, d.responsible_id) for d in found] == [
        ("dataroom.reply", other.listing_id, market.university_id),
        ("dataroom.expiry", access.listing_id, market.firm_id),
    ]
    assert [d.kind for d in deadlines.list_deadlines(market.firm, until=far)] == ["dataroom.expiry"]
    assert deadlines.list_deadlines(market.officer, until=market.uow.today) == []


def test_the_kind_of_a_file_is_told_by_its_content(market: Market) -> None:
    room = {"listing_id": market.listing.id}
    named = service.add_file(market.officer, **room, content=a_pdf(), name="..\\..\\总图\u202ecod.exe")
    assert [(f.name, f.kind) for f in named.files] == [("总图cod.pdf", "pdf")]
    again = service.add_file(market.officer, **room, content=a_pdf(), name="同一份.pdf")
    assert len(again.files) == 1
    for wrong in (b"MZ\x90\x00", b"<html>", b"", b"PK\x03\x04 no archive", b"%PD"):
        with pytest.raises(FileTypeRefused):
            service.add_file(market.officer, **room, content=wrong, name="图纸.pdf")
    with pytest.raises(TooLarge):
        service.add_file(market.officer, **room, content=b"%PDF-" + bytes(31 * 1024 * 1024), name="大.pdf")
    assert len(queries.get_room(market.officer, **room).files) == 1


def test_an_office_file_comes_as_it_is_and_is_noted(market: Market) -> None:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    a_room(market)
    service.add_file(
        market.officer, listing_id=market.listing.id, content=buffer.getvalue(), name="检测.xlsx"
    )
    an_open_access(market)
    with pytest.raises(NoView):
        read(market.firm, market, place=1)
    copy = read(market.firm, market, action="download", place=1)
    assert (copy.data, copy.name) == (buffer.getvalue(), "检测.xlsx")
    [look] = queries.list_looks(market.firm, listing_id=market.listing.id, page=1, size=9).items
    assert (look.action, look.file_name, look.number) == ("download", "检测.xlsx", copy.number)


def test_the_generic_route_of_documents_knows_none_of_the_files(market: Market) -> None:
    a_room(market)
    an_open_access(market)
    [file] = market.uow.session.exec(select(DataFile)).all()
    for who in (market.firm, market.officer, market.head, market.outsider):
        with pytest.raises(NotFound):
            files.read_file(who, file_id=file.file_id)
    assert files.read_file(market.uow, file_id=file.file_id)[0].sha256 == hashlib.sha256(a_pdf()).hexdigest()


def test_no_room_and_not_for_you_are_the_same_answer(market: Market) -> None:
    def refused(listing_id: object) -> list[dict[str, object]]:
        bodies = []
        for attempt in (
            lambda: queries.get_room(market.outsider, listing_id=listing_id),  # type: ignore[arg-type]
            lambda: queries.list_looks(market.outsider, listing_id=listing_id, page=1, size=9),  # type: ignore[arg-type]
            lambda: service.deliver(
                market.outsider,
                listing_id=listing_id,  # type: ignore[arg-type]
                data_file_id=file_id,
                action="view",
            ),
        ):
            with pytest.raises(NotFound) as refusal:
                attempt()
            bodies.append(refusal.value.body("zh-CN", "r"))
        return bodies

    file_id = new_id()
    before = refused(market.listing.id)
    file_id = a_room(market).files[0].id
    an_open_access(market)
    assert refused(market.listing.id) == before == refused(new_id())
    mine = an_asked_access(market, market.outsider)
    assert (mine.state, mine.clauses) == (AccessState.ASKED, [])


def test_what_is_denied_changes_nothing(market: Market, uow: UnitOfWork) -> None:
    room = a_room(market)
    access = an_open_access(market)
    rival = a_member(uow, market.outsider_id, "sme", Role.FIRM_HEAD, "孙总")
    inventor = a_member(uow, market.university_id, "university", Role.INVENTOR, "李教授")
    place = {"listing_id": market.listing.id}
    before = market.uow.rows(
        "SELECT state, version FROM data_access UNION ALL SELECT is_open::text, version FROM data_room"
    )
    for actor in (rival, inventor, Actor("anonymous")):
        who = replace(market.firm, actor=actor)
        for attempt in (
            lambda who: service.set_room(who, **place, settings=RoomSettings(is_open=False, access_days=1)),
            lambda who: service.add_file(who, **place, content=a_png(), name="x.png"),
            lambda who: service.remove_file(who, **place, data_file_id=room.files[0].id),
            lambda who: service.deliver(who, **place, data_file_id=room.files[0].id, action="download"),
            lambda who: service.revoke_access(who, access_id=access.id, reason="没有理由"),
            lambda who: service.sign_undertaking(who, access_id=access.id, content_sha256="0" * 64),
        ):
            with pytest.raises(NotFound):
                attempt(who)
    for attempt in (
        lambda: service.set_room(market.firm, **place, settings=RoomSettings(is_open=False, access_days=1)),
        lambda: service.add_file(market.firm, **place, content=a_png(), name="x.png"),
        lambda: service.remove_file(market.firm, **place, data_file_id=room.files[0].id),
        lambda: service.revoke_access(market.firm, access_id=access.id, reason="没有理由"),
        lambda: service.ask_access(market.officer, **place, purpose=PURPOSE),
    ):
        with pytest.raises(Forbidden):
            attempt()
    after = market.uow.rows(
        "SELECT state, version FROM data_access UNION ALL SELECT is_open::text, version FROM data_room"
    )
    assert after == before
    assert market.uow.rows("SELECT 1 FROM data_look") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(place=st.integers(0, 3), kind=st.sampled_from(["anonymous", "user", "system"]), reads=st.booleans())
def test_row_rule_and_list_filter_agree(market: Market, place: int, kind: str, *, reads: bool) -> None:
    an_asked_access(market)
    an_asked_access(market, market.outsider)
    places = [market.firm_id, market.outsider_id, market.university_id, new_id()]
    actor = {
        "anonymous": Actor("anonymous"),
        "system": SYSTEM,
        "user": Actor("user", new_id(), places[place], "sme", frozenset({"deal.read"} if reads else ())),
    }[kind]
    session = market.uow.session
    rows = session.exec(select(DataAccess)).all()
    assert len(rows) == 2
    seen = {row.id for row in rows if policy.can_see(actor, row)}
    statement = select(col(DataAccess.id)).where(policy.VISIBLE)
    assert set(session.execute(statement, policy.scope(actor)).scalars()) == seen
