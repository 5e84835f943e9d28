"""信用推送: told first, objected to, issued by the clock, received by the zone; only the firm, never a person."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from finance.defaults import queries, service
from finance.defaults.errors import NoCreditYet
from finance.defaults.schemas import ObjectionAnswer
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from tests.factories.defaults import a_cover, a_late_story, delivered, demanded, unpaid_after_cure
from workers.checks import INVARIANTS

TOLD_ON = date(2027, 4, 20)


def test_a_record_is_issued_only_after_the_firm_was_told_and_could_object(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = demanded(story).id
    with pytest.raises(NoCreditYet):
        service.announce_credit(story.at("officer", date(2027, 3, 17)), case_id=case_id)
    delivered(story)
    service.end_cure_periods(story.at("system", date(2027, 4, 18)))
    with pytest.raises(Forbidden):
        service.announce_credit(story.at("firm", TOLD_ON), case_id=case_id)
    record = service.announce_credit(story.at("officer", TOLD_ON), case_id=case_id)
    assert service.announce_credit(story.at("officer", TOLD_ON), case_id=case_id).id == record.id
    story.react()
    assert (record.state, record.objection_until_on, record.overdue_minor) == (
        "announced",
        date(2027, 5, 5),
        8_000_000,
    )
    # before it is issued the zone knows nothing of it
    assert queries.list_records(story.at("zone", TOLD_ON)) == []
    assert service.issue_records(story.at("system", date(2027, 5, 5))) == 0
    assert service.issue_records(story.at("system", date(2027, 5, 6))) == 1
    assert service.issue_records(story.at("system", date(2027, 5, 6))) == 0
    story.react()

    zone = story.at("zone", date(2027, 5, 7))
    [issued] = queries.list_records(zone)
    view, data = service.export_record(zone, record_id=record.id)
    assert hashlib.sha256(data).hexdigest() == view.content_sha256 == issued.content_sha256
    content = json.loads(data)
    assert (content["overdue_minor"], content["open_minor"], content["default"]["cure_until_on"]) == (
        8_000_000, 8_000_000, "2027-04-17",
    )  # fmt: skip
    for name in ("陆明", "周主任", "钱总", "13800000000", "园区专员"):
        assert name not in data.decode()
    assert issued.file_id is not None
    _, pdf = files.read_file(zone, file_id=issued.file_id)
    checked = documents.verify(pdf)
    assert (checked.valid, [s.organization_name for s in checked.signatures]) == (True, ["江南大学"])
    assert not documents.verify(pdf[:-30] + b"x" * 30).valid

    with pytest.raises(Forbidden):
        service.receive_record(story.at("firm", date(2027, 5, 7)), record_id=record.id)
    received = service.receive_record(zone, record_id=record.id)
    assert (received.state, received.received_on) == ("received", date(2027, 5, 7))
    assert received.receipt_number == f"HZ-20270507-{received.case_number}"
    assert service.receive_record(zone, record_id=record.id).receipt_number == received.receipt_number
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def test_an_objection_stops_the_clock_and_the_answer_gives_the_days_back(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case = unpaid_after_cure(story)
    record = service.announce_credit(story.at("officer", TOLD_ON), case_id=case.id)
    with pytest.raises(Forbidden):
        service.object_to_record(story.at("officer", date(2027, 4, 25)), record_id=record.id, reason="不实")
    objected = service.object_to_record(
        story.at("firm", date(2027, 4, 25)), record_id=record.id, reason="有一笔款已在路上"
    )
    assert (objected.state, objected.objected_on) == ("objected", date(2027, 4, 25))
    assert service.issue_records(story.at("system", date(2027, 6, 1))) == 0
    with pytest.raises(Forbidden):
        service.answer_objection(
            story.at("firm", date(2027, 5, 10)),
            record_id=record.id,
            form=ObjectionAnswer(withdraw=True, answer="撤回"),
        )
    answered = service.answer_objection(
        story.at("officer", date(2027, 5, 10)),
        record_id=record.id,
        form=ObjectionAnswer(withdraw=False, answer="银行流水中没有该笔款项"),
    )
    # ten of the fifteen days were left
    assert (answered.state, answered.objection_until_on) == ("announced", date(2027, 5, 20))
    assert service.issue_records(story.at("system", date(2027, 5, 20))) == 0
    assert service.issue_records(story.at("system", date(2027, 5, 21))) == 1
    with pytest.raises(IllegalMove):
        service.object_to_record(story.at("firm", date(2027, 5, 21)), record_id=record.id, reason="再次异议")


def test_an_objection_that_is_right_drops_the_record(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    record = service.announce_credit(story.at("officer", TOLD_ON), case_id=unpaid_after_cure(story).id)
    service.object_to_record(story.at("firm", date(2027, 4, 22)), record_id=record.id, reason="金额有误")
    dropped = service.answer_objection(
        story.at("officer", date(2027, 4, 23)),
        record_id=record.id,
        form=ObjectionAnswer(withdraw=True, answer="核实无误，予以撤回"),
    )
    assert dropped.state == "withdrawn"
    assert service.issue_records(story.at("system", date(2027, 7, 1))) == 0
    assert queries.list_records(story.at("zone", date(2027, 7, 1))) == []


def test_paying_up_stops_the_record_but_a_cover_that_paid_does_not(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    record = service.announce_credit(story.at("officer", TOLD_ON), case_id=unpaid_after_cure(story).id)
    story.react()
    story.pay(date(2027, 4, 22))
    assert queries.get_record(story.at("firm", date(2027, 4, 22)), record_id=record.id).state == "withdrawn"


def test_what_a_cover_had_to_pay_is_still_told(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    cover = a_cover(story, percent_bps=10_000, cap_minor=8_000_000)
    case_id = demanded(story).id
    delivered(story)
    claim = service.file_claim(story.at("officer", date(2027, 4, 5)), case_id=case_id, cover_id=cover.id)
    service.accept_claim(story.at("insurer", date(2027, 4, 5)), claim_id=claim.id)
    story.transfer(date(2027, 4, 8), 8_000_000, claim.reference)
    assert story.case(day=date(2027, 4, 8)).state == "cured"
    record = service.announce_credit(story.at("officer", date(2027, 4, 9)), case_id=case_id)
    assert service.issue_records(story.at("system", date(2027, 4, 25))) == 1
    _, data = service.export_record(story.at("zone", date(2027, 4, 25)), record_id=record.id)
    content = json.loads(data)
    assert (content["open_minor"], content["paid_by_cover_minor"]) == (0, 8_000_000)


def test_a_zone_sees_its_own_firms_only(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    record = service.announce_credit(story.at("officer", TOLD_ON), case_id=unpaid_after_cure(story).id)
    service.issue_records(story.at("system", date(2027, 5, 6)))
    for who in ("outsider", "insurer"):
        with pytest.raises(NotFound):
            service.export_record(story.at(who, date(2027, 5, 7)), record_id=record.id)
    elsewhere = replace(story.officer_of_zone, organization_id=new_id())
    other = replace(story.at("zone", date(2027, 5, 7)), actor=elsewhere)
    assert queries.list_records(other) == []
