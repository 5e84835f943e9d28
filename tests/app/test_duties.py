"""Days that are somebody's to keep stand on her desk from the day their time begins until they are kept, and on no other's."""

from datetime import date, timedelta

from finance.defaults import service as defaults
from marketplace.app.worklist.routes import get_worklist
from marketplace.app.worklist.views import Todo
from marketplace.contracts import service as contracts
from marketplace.contracts.after_signature import NewUseReport, ProductStage, UseState
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import service as datarooms
from marketplace.enquiries import service as enquiries
from marketplace.filings import queries as filings_read
from marketplace.terms import add_months
from tests.factories.contracts import a_running_contract
from tests.factories.deals import a_market
from tests.factories.defaults import (
    FIRST_DAY_LATE,
    Story,
    a_cover,
    a_late_story,
    delivered,
    demanded,
    unpaid_after_cure,
)
from tests.factories.receivables import on
from tests.factories.rooms import a_room, an_asked_access

TOLD_ON = date(2027, 4, 20)


def desk(uow: UnitOfWork) -> list[Todo]:
    return get_worklist(uow).todos


def kinds(uow: UnitOfWork) -> list[str]:
    return [todo.kind.value for todo in desk(uow)]


def pursued(story: Story, who: str, day: date) -> list[tuple[str, date | None]]:
    return [(t.what, t.due_on) for t in desk(story.at(who, day)) if t.kind == "pursue_default"]


def test_a_question_and_a_request_for_documents_wait_for_the_office(uow: UnitOfWork) -> None:
    market = a_market(uow)
    asked, _ = enquiries.ask(
        market.firm, listing_id=market.listing.id, text="冬天进风零下五度，出水温度还够吗？"
    )
    [todo] = desk(market.officer)
    assert (todo.kind, todo.object_id, todo.title, todo.link, todo.due_on) == (
        "answer_enquiry", asked.id, market.listing.title, f"/app/enquiries/{asked.id}", asked.reply_due_on,
    )  # fmt: skip
    assert todo.what == "答复 试点高新区企业 的询问"
    assert asked.reply_due_on is not None
    assert desk(on(market.officer, asked.reply_due_on + timedelta(days=1)))[0].overdue
    assert kinds(market.firm) == kinds(market.outsider) == []
    enquiries.answer(market.officer, enquiry_id=asked.id, text="够，双级压缩时出水 62 度。")
    assert kinds(market.officer) == []

    a_room(market)
    access = an_asked_access(market)
    assert (kinds(market.officer), kinds(market.firm)) == (["answer_request"], [])
    offered = datarooms.offer_access(market.officer, access_id=access.id, access_days=None)
    assert kinds(market.officer) == []
    shown = offered.content_sha256 or ""
    datarooms.sign_undertaking(market.firm, access_id=access.id, content_sha256=shown)
    assert kinds(market.officer) == ["countersign"]
    datarooms.sign_undertaking(market.officer, access_id=access.id, content_sha256=shown)
    assert kinds(market.officer) == []


def test_a_report_on_use_waits_from_the_end_of_its_period_one_for_each_contract(uow: UnitOfWork) -> None:
    market = a_market(uow)
    contract = a_running_contract(market)
    over = add_months(market.uow.today, 3)
    assert kinds(on(market.firm, over - timedelta(days=1))) == []
    [todo] = desk(on(market.firm, over))
    assert (todo.kind, todo.object_id, todo.overdue) == ("report_use", contract.id, False)
    half_a_year = on(market.firm, add_months(market.uow.today, 6))
    [todo] = desk(half_a_year)
    assert (todo.overdue, todo.what) == (True, f"提交 {market.uow.today} 至 {over} 的使用情况报告")
    assert "report_use" not in kinds(on(market.officer, half_a_year.today))
    report = NewUseReport(
        from_on=market.uow.today,
        to_on=over,
        usage=UseState.TRIAL,
        stage=ProductStage.SAMPLE,
        outlook="一条线在用。",
    )
    contracts.file_use_report(half_a_year, contract_id=contract.id, report=report)
    [todo] = desk(half_a_year)
    assert (todo.overdue, todo.what) == (False, f"提交 {over} 至 {half_a_year.today} 的使用情况报告")


def test_each_step_of_a_default_waits_for_whose_turn_it_is(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    [(demand, _)] = pursued(story, "officer", FIRST_DAY_LATE)
    assert demand == "发出催告函"
    assert pursued(story, "firm", FIRST_DAY_LATE) == []
    assert "pay_invoice" in kinds(story.at("firm", FIRST_DAY_LATE))
    demanded(story)
    [(delivery, _)] = pursued(story, "officer", date(2027, 3, 17))
    assert delivery == "登记催告函送达"
    delivered(story)
    assert pursued(story, "officer", date(2027, 3, 19)) == []


def test_only_the_head_is_asked_whether_to_rescind(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    unpaid_after_cure(story)
    day = date(2027, 4, 19)
    [(decide, _)] = pursued(story, "head", day)
    assert decide == "决定是否解除合同"
    assert pursued(story, "officer", day) == []


def test_a_cover_waits_for_its_provider_and_a_record_for_the_firm_and_then_its_zone(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    cover = a_cover(story)
    assert kinds(story.at("insurer", date(2026, 3, 2))) == (
        [] if cover.state == "confirmed" else ["confirm_cover"]
    )
    unpaid_after_cure(story)
    record = defaults.announce_credit(story.at("officer", TOLD_ON), case_id=story.case().id)
    assert "answer_record" in kinds(story.at("firm", TOLD_ON))
    assert kinds(story.at("zone", TOLD_ON)) == []
    issued_on = date(2027, 5, 6)
    defaults.issue_records(story.at("system", issued_on))
    [todo] = desk(story.at("zone", issued_on))
    assert (todo.kind, todo.object_id, todo.link) == ("answer_record", record.id, "/app/credit-records")
    defaults.receive_record(story.at("zone", issued_on), record_id=record.id)
    assert kinds(story.at("zone", issued_on)) == []


def test_what_must_be_filed_waits_for_the_office(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    day = FIRST_DAY_LATE
    open_filings = [
        one for one in filings_read.list_filings(story.at("officer", day)).items if one.state == "open"
    ]
    found = {t.object_id for t in desk(story.at("officer", day)) if t.kind == "hand_in_filing"}
    assert found == {one.id for one in open_filings} != set()
    assert "hand_in_filing" not in kinds(story.at("firm", day))
