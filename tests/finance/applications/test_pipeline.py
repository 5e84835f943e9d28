"""From the firm's hand into the provider's pipeline, and to a decision that people make."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from finance.applications import pipeline, policy, queries, service
from finance.applications.errors import (
    AlreadyApplied,
    ConsentNeeded,
    DueDatePast,
    ExplainExclusion,
    NotAColleague,
    OwnerNeeded,
    ReasonNeeded,
)
from finance.applications.models import FundingApplication
from finance.applications.schemas import ApplicationState as S, MoveDeal, PipelineFilter, SubmitApplication
from finance.applications.states import APPLICATION
from finance.instruments import queries as instrument_queries, service as instruments
from marketplace.core.actor import ANONYMOUS, SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import PERMISSIONS, Role
from tests.factories.applications import a_request, an_application
from tests.factories.identity import a_member
from tests.factories.instruments import WAN, a_product, a_provider
from tests.finance.applications.conftest import Market

TABLES = (
    "funding_request", "funding_application", "fact_snapshot", "fact_consent", "fact_look", "application_note",
    "state_change", "outbox_event", "audit_entry",
)  # fmt: skip


def counted(uow: UnitOfWork) -> dict[str, int]:
    uow.session.flush()
    return {name: uow.rows(text(f"SELECT count(*) AS n FROM {name}"))[0]["n"] for name in TABLES}  # noqa: S608


def events(uow: UnitOfWork) -> list[str]:
    uow.session.flush()
    rows = uow.rows("SELECT name FROM outbox_event WHERE name LIKE 'applications.%' ORDER BY seq")
    return [row["name"].removeprefix("applications.application.") for row in rows]


def test_the_machine_has_no_dead_ends() -> None:
    assert APPLICATION.faults() == []


def test_a_provider_sees_the_deal_with_the_firms_own_reasons(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    assert handed.application.status == "eligible"
    (brief,) = pipeline.list_deals(market.officer, narrow=PipelineFilter()).items
    assert brief.id == handed.application.id
    assert (brief.firm_name, brief.trl, brief.fields, brief.days_in_state) == (
        "演示精机有限公司",
        7,
        ("节能环保",),
        0,
    )

    deal = service.read_deal(market.officer, application_id=brief.id)
    seen_by_firm = queries.get_matches(market.firm, request_id=handed.request_id)
    own = next(one for one in seen_by_firm.eligible if one.instrument.id == market.loan)
    assert deal.match == own.match
    assert own.application_id == deal.id
    assert pipeline.list_deals(market.manager, narrow=PipelineFilter()).items == []


def test_the_snapshot_keeps_what_the_decision_was_made_on(uow: UnitOfWork, market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    before = pipeline.get_deal(market.officer, application_id=handed.application.id)
    version = queries.get_request(market.firm, request_id=handed.request_id).version
    service.revise_request(
        market.firm, request_id=handed.request_id, version=version, draft=a_request(amount_minor=100 * WAN)
    )
    seen = instrument_queries.get_instrument(uow, instrument_id=market.loan).row_version
    instruments.revise_instrument(uow, instrument_id=market.loan, version=seen, draft=a_product(gates=()))
    instruments.publish_instrument(uow, instrument_id=market.loan)
    later = replace(market.officer, now=market.officer.now + timedelta(days=900))
    after = pipeline.get_deal(later, application_id=handed.application.id)
    assert after.match == before.match
    assert after.facts == before.facts
    assert after.instrument.version == 1
    with pytest.raises(DBAPIError, match="append-only"), uow.session.begin_nested():
        uow.session.execute(text("UPDATE fact_snapshot SET body = '{}'"))


def test_a_deal_goes_down_the_pipeline_to_a_commitment(market: Market) -> None:
    deal_id = an_application(market.firm, market.fund).application.id
    service.move_deal(market.manager, application_id=deal_id, form=MoveDeal(to=S.SCREENING))
    in_a_week = market.manager.today + timedelta(days=7)
    deal = service.move_deal(
        market.manager,
        application_id=deal_id,
        form=MoveDeal(to=S.DUE_DILIGENCE, owner_id=market.manager.actor.user_id, due_on=in_a_week),
    )
    assert (deal.owner_name, deal.due_on) == ("孙总", in_a_week)
    later = replace(market.manager, now=market.manager.now + timedelta(days=6))
    assert pipeline.get_deal(later, application_id=deal_id).days_in_state == 6
    service.move_deal(later, application_id=deal_id, form=MoveDeal(to=S.COMMITTEE))
    decided = service.move_deal(later, application_id=deal_id, form=MoveDeal(to=S.COMMITTED))
    assert decided.moves == ()
    assert [(step.move, step.actor_name) for step in decided.history] == [
        ("begin", "周总"),
        ("screen", "孙总"),
        ("start_due_diligence", "孙总"),
        ("propose", "孙总"),
        ("commit", "孙总"),
    ]
    assert events(market.firm) == ["submitted", "advanced", "advanced", "advanced", "committed"]


def test_passing_needs_a_reason_that_the_firm_reads(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    before = counted(market.firm)
    with pytest.raises(ReasonNeeded):
        service.move_deal(market.officer, application_id=handed.application.id, form=MoveDeal(to=S.PASSED))
    market.firm.session.expire_all()
    assert counted(market.firm) == before
    form = MoveDeal(to=S.PASSED, reason="今年额度已经用完")
    service.move_deal(market.officer, application_id=handed.application.id, form=form)
    told = queries.get_application(market.firm, application_id=handed.application.id)
    assert (told.state, told.reason) == ("passed", "今年额度已经用完")
    # passed is no life sentence: the same product may be asked again
    service.submit_application(
        market.firm, request_id=handed.request_id, form=SubmitApplication(instrument_id=market.loan)
    )


def test_due_diligence_needs_a_colleague_and_a_day_to_come(market: Market) -> None:
    deal_id = an_application(market.firm, market.loan).application.id
    today, officer = market.officer.today, market.officer.actor.user_id
    for form, refusal in (
        (MoveDeal(to=S.DUE_DILIGENCE), OwnerNeeded),
        (MoveDeal(to=S.DUE_DILIGENCE, owner_id=officer), OwnerNeeded),
        (MoveDeal(to=S.DUE_DILIGENCE, due_on=today), OwnerNeeded),
        (MoveDeal(to=S.DUE_DILIGENCE, owner_id=officer, due_on=today - timedelta(days=1)), DueDatePast),
        (MoveDeal(to=S.DUE_DILIGENCE, owner_id=market.firm.actor.user_id, due_on=today), NotAColleague),
        (MoveDeal(to=S.DUE_DILIGENCE, owner_id=market.manager.actor.user_id, due_on=today), NotAColleague),
    ):
        with pytest.raises(refusal):
            service.move_deal(market.officer, application_id=deal_id, form=form)
    assert pipeline.get_deal(market.officer, application_id=deal_id).state == "new_match"
    form = MoveDeal(to=S.DUE_DILIGENCE, owner_id=officer, due_on=today)
    assert service.move_deal(market.officer, application_id=deal_id, form=form).state == "due_diligence"


def test_a_double_click_moves_once_and_steps_are_not_skipped(market: Market) -> None:
    deal_id = an_application(market.firm, market.loan).application.id
    service.move_deal(market.officer, application_id=deal_id, form=MoveDeal(to=S.SCREENING))
    for to in (S.SCREENING, S.COMMITTEE, S.COMMITTED, S.NEW_MATCH, S.WITHDRAWN):
        with pytest.raises(IllegalMove):
            service.move_deal(market.officer, application_id=deal_id, form=MoveDeal(to=to))
    assert pipeline.get_deal(market.officer, application_id=deal_id).state == "screening"


def test_facts_need_consent_and_consent_can_be_taken_back(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    before = counted(market.firm)
    with pytest.raises(ConsentNeeded) as refusal:
        service.submit_application(
            market.firm, request_id=request_id, form=SubmitApplication(instrument_id=market.loan)
        )
    assert refusal.value.provider == "测试银行"
    assert counted(market.firm) == before

    form = SubmitApplication(instrument_id=market.loan, consent=True)
    application = service.submit_application(market.firm, request_id=request_id, form=form)
    assert service.read_deal(market.officer, application_id=application.id).facts != ()
    service.withdraw_consent(market.firm, request_id=request_id, provider_id=market.bank_id)
    blind = service.read_deal(market.officer, application_id=application.id)
    assert (blind.facts, blind.match, blind.trl, blind.fields) == ((), None, None, ())
    assert (
        queries.get_application(market.firm, application_id=application.id).consent_withdrawn_at
        == market.firm.now
    )
    with pytest.raises(NotFound):
        service.withdraw_consent(market.firm, request_id=request_id, provider_id=market.bank_id)


def test_taking_an_application_back_ends_the_right_to_read(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    other = an_application(market.firm, market.fund)
    taken_back = service.withdraw_application(market.firm, application_id=handed.application.id)
    assert taken_back.consent_withdrawn_at == market.firm.now
    assert pipeline.get_deal(market.officer, application_id=handed.application.id).facts == ()
    assert pipeline.get_deal(market.manager, application_id=other.application.id).facts != ()


def test_the_firm_sees_who_read_her_facts_once_a_day(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    for days in (0, 0, 1):
        reader = replace(market.officer, now=market.officer.now + timedelta(days=days))
        service.read_deal(reader, application_id=handed.application.id)
    looks = queries.list_looks(market.firm, request_id=handed.request_id)
    assert [(look.provider_name, look.reader_name) for look in looks] == [("测试银行", "钱经理")] * 2
    assert queries.get_application(market.firm, application_id=handed.application.id).looks == 2
    with pytest.raises(NotFound):
        queries.list_looks(market.officer, request_id=handed.request_id)


def test_one_request_is_with_a_product_once(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    form = SubmitApplication(instrument_id=market.loan, consent=True)
    with pytest.raises(AlreadyApplied) as refusal:
        service.submit_application(market.firm, request_id=handed.request_id, form=form)
    assert refusal.value.number == handed.application.number
    service.withdraw_application(market.firm, application_id=handed.application.id)
    assert (
        service.submit_application(market.firm, request_id=handed.request_id, form=form).state == "new_match"
    )


def test_an_excluded_firm_may_still_ask_but_says_why(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request(amount_minor=900 * WAN))
    form = SubmitApplication(instrument_id=market.loan, consent=True)
    before = counted(market.firm)
    with pytest.raises(ExplainExclusion) as refusal:
        service.submit_application(market.firm, request_id=request_id, form=form)
    assert refusal.value.gates == "申请金额在 50 万元至 500 万元之间"
    assert counted(market.firm) == before


def test_with_a_message_people_decide(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request(amount_minor=900 * WAN))
    form = SubmitApplication(instrument_id=market.loan, consent=True, message="可先做一期 500 万元。")
    application = service.submit_application(market.firm, request_id=request_id, form=form)
    assert (application.status, application.state) == ("excluded", "new_match")


def test_notes_are_the_providers_own(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    deal = service.add_note(market.officer, application_id=handed.application.id, text="老板很实在。")
    assert [(note.author_name, note.text) for note in deal.notes] == [("钱经理", "老板很实在。")]
    told = queries.get_request(market.firm, request_id=handed.request_id)
    assert "老板很实在" not in told.model_dump_json()
    for stranger in (market.firm, market.manager):
        with pytest.raises((Forbidden, NotFound)):
            service.add_note(stranger, application_id=handed.application.id, text="不该写得进去")
    assert len(pipeline.get_deal(market.officer, application_id=handed.application.id).notes) == 1


def test_closing_a_request_takes_everything_back(market: Market) -> None:
    handed = an_application(market.firm, market.loan)
    second = service.submit_application(
        market.firm,
        request_id=handed.request_id,
        form=SubmitApplication(instrument_id=market.fund, consent=True),
    )
    closed = service.close_request(market.firm, request_id=handed.request_id)
    assert closed.state == "closed"
    assert {(one.id, one.state) for one in closed.applications} == {
        (handed.application.id, S.WITHDRAWN),
        (second.id, S.WITHDRAWN),
    }
    with pytest.raises(IllegalMove):
        service.move_deal(market.officer, application_id=handed.application.id, form=MoveDeal(to=S.SCREENING))


def test_the_inbox_is_narrowed_ordered_and_counted(market: Market) -> None:
    small = an_application(market.firm, market.loan, amount_minor=60 * WAN, title="小额中试").application
    big = an_application(market.firm, market.loan, amount_minor=400 * WAN, title="大额中试").application
    odd = an_application(
        market.firm, market.loan, purpose="equipment", title="购买检测设备", facts=()
    ).application
    service.move_deal(market.officer, application_id=big.id, form=MoveDeal(to=S.SCREENING))

    def ids(**narrow: object) -> list[UUID]:
        return [
            item.id for item in pipeline.list_deals(market.officer, narrow=PipelineFilter(**narrow)).items
        ]

    assert ids(sort="amount")[0] == big.id
    assert ids(state=S.SCREENING) == [big.id]
    assert set(ids(q="中试")) == {small.id, big.id}
    assert ids(q=odd.number) == [odd.id]
    assert ids(q="100%") == []
    assert ids(score_min=1000) == []
    first = pipeline.list_deals(market.officer, narrow=PipelineFilter(size=2))
    second = pipeline.list_deals(market.officer, narrow=PipelineFilter(size=2, page=2))
    assert (first.total, len(first.items), len(second.items)) == (3, 2, 1)
    assert {item.id for item in (*first.items, *second.items)} == {small.id, big.id, odd.id}
    counts = pipeline.count_deals(market.officer)
    assert counts == {
        "new_match": 2, "screening": 1, "due_diligence": 0, "committee": 0, "committed": 0, "passed": 0, "withdrawn": 0,
    }  # fmt: skip
    assert set(pipeline.count_deals(market.manager).values()) == {0}


def test_what_fits_stands_before_what_a_condition_bars_whatever_their_scores(market: Market) -> None:
    deals = [an_application(market.firm, market.loan, title=f"中试线 {n}").application.id for n in range(4)]
    stands = (("excluded", 990), ("possible", 800), ("eligible", 500), ("eligible", 700))
    for deal_id, (status, score) in zip(deals, stands, strict=True):
        row = market.officer.session.get_one(FundingApplication, deal_id)
        row.status, row.score = status, score
    found = pipeline.list_deals(market.officer, narrow=PipelineFilter()).items
    assert [(item.status, item.score) for item in found] == [
        ("eligible", 700), ("eligible", 500), ("possible", 800), ("excluded", 990),
    ]  # fmt: skip


def test_others_neither_see_nor_move_a_deal(uow: UnitOfWork, market: Market) -> None:
    deal_id = an_application(market.firm, market.loan).application.id
    other = a_provider(uow, name="另一家银行")
    rival = replace(uow, actor=a_member(uow, other, "bank", Role.LOAN_OFFICER))
    before = counted(uow)
    for stranger in (rival, market.manager, replace(uow, actor=ANONYMOUS)):
        with pytest.raises(NotFound):
            service.read_deal(stranger, application_id=deal_id)
        with pytest.raises(NotFound):
            service.move_deal(stranger, application_id=deal_id, form=MoveDeal(to=S.SCREENING))
        with pytest.raises(NotFound):
            service.withdraw_application(stranger, application_id=deal_id)
        with pytest.raises(NotFound):
            queries.get_application(stranger, application_id=deal_id)
    with pytest.raises(Forbidden):
        service.move_deal(market.firm, application_id=deal_id, form=MoveDeal(to=S.COMMITTED))
    with pytest.raises(Forbidden):
        service.withdraw_application(market.officer, application_id=deal_id)
    with pytest.raises(NotFound):
        service.read_deal(market.firm, application_id=deal_id)
    uow.session.expire_all()
    assert counted(uow) == before
    assert pipeline.get_deal(market.officer, application_id=deal_id).state == "new_match"


def test_row_rules_and_list_filters_agree(uow: UnitOfWork, market: Market) -> None:
    rows = [
        uow.session.get_one(FundingApplication, an_application(market.firm, product).application.id)
        for product in (market.loan, market.fund)
    ]
    organizations = [market.firm_id, market.bank_id, market.fund_id, new_id()]
    actors = [ANONYMOUS, SYSTEM] + [
        Actor("user", new_id(), organization, "any", PERMISSIONS[role])
        for role in Role
        for organization in organizations
    ]
    for actor in actors:
        listed = {*uow.session.exec(select(col(FundingApplication.id)).where(policy.visible_deals(actor)))}
        assert listed == {row.id for row in rows if policy.can_see_deal(actor, row)}
        either = {
            *uow.session.exec(select(col(FundingApplication.id)).where(policy.visible_applications(actor)))
        }
        assert either == {
            row.id for row in rows if policy.can_see_deal(actor, row) or policy.can_withdraw(actor, row)
        }


def test_both_sides_are_told(market: Market, drain: Callable[[], int]) -> None:
    handed = an_application(market.firm, market.fund)
    form = MoveDeal(to=S.PASSED, reason="阶段不符，半年后再看")
    service.move_deal(market.manager, application_id=handed.application.id, form=form)
    drain()
    told = market.firm.rows("SELECT user_id, template, link FROM notification ORDER BY template")
    assert [(row["user_id"], row["template"], row["link"]) for row in told] == [
        (market.firm.actor.user_id, "funding_passed", f"/app/funding/{handed.request_id}"),
        (market.manager.actor.user_id, "funding_submitted", f"/app/pipeline/{handed.application.id}"),
    ]
