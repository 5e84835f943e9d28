"""A default from its first day late to its end, with every day and every fen worked out by hand.

80,000 yuan, due on 2027-03-04, 5 bps a day: each day late costs 8,000,000 × 5 / 10,000 = 4,000 fen = 40 yuan.
"""

from datetime import date

import pytest

from finance.defaults import deadlines, queries, service
from finance.defaults.errors import CureTooShort, DayOutOfRange, TooEarlyToDemand
from finance.defaults.schemas import CaseWithdrawal, DeliveryRecord, NewDemand
from finance.receivables import queries as receivables
from marketplace.contracts import queries as contracts
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files
from tests.factories.defaults import (
    DUE_ON,
    FIRST_DAY_LATE,
    a_late_story,
    a_story,
    delivered,
    demanded,
    unpaid_after_cure,
)
from workers.checks import INVARIANTS


def sound(uow: UnitOfWork) -> None:
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


@pytest.mark.fault("T01")
def test_the_case_opens_on_the_first_day_late_and_not_before(uow: UnitOfWork) -> None:
    story = a_story(uow)
    assert (story.invoice().due_on, story.invoice().open_minor) == (DUE_ON, 8_000_000)
    assert service.open_cases(story.at("system", DUE_ON)) == 0
    assert service.open_cases(story.at("system", FIRST_DAY_LATE)) == 1
    assert service.open_cases(story.at("system", FIRST_DAY_LATE)) == 0
    case = story.case("firm")
    assert (case.state, case.opened_on, case.days_late, case.open_minor) == (
        "reminded",
        FIRST_DAY_LATE,
        1,
        8_000_000,
    )
    # the first day late is shown with what it cost
    assert [(one.days_late, one.interest_minor, one.interest_billed_minor) for one in case.sums] == [
        (1, 4_000, 0)
    ]
    assert (case.next.what, case.next.on, case.next.responsible_name) == (
        "发出催告函",
        date(2027, 3, 14),
        "江南大学",
    )
    sound(uow)


def test_reminders_come_before_the_demand_and_the_law_sets_the_shortest_time(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = story.case().id
    with pytest.raises(TooEarlyToDemand) as early, uow.session.begin_nested():
        service.send_demand(story.at("officer", date(2027, 3, 13)), case_id=case_id, form=NewDemand())
    assert early.value.earliest == date(2027, 3, 14)
    with pytest.raises(CureTooShort) as short, uow.session.begin_nested():
        service.send_demand(
            story.at("officer", date(2027, 3, 14)), case_id=case_id, form=NewDemand(cure_days=29)
        )
    assert short.value.days == 30
    uow.session.expire_all()
    assert story.case("officer", date(2027, 3, 14)).moves == ["demand", "withdraw", "take"]
    view = demanded(story, date(2027, 3, 14), cure_days=45)
    assert (view.state, view.cure_days, view.owner_name) == ("demanded", 45, "陆明")


def test_a_demand_names_sums_articles_and_days(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    view = demanded(story)
    assert (view.state, view.demanded_on, view.cure_days) == ("demanded", date(2027, 3, 16), 30)
    assert [one.demanded_minor for one in view.sums] == [8_000_000]
    assert view.demand_file_id is not None
    for who in ("officer", "firm"):
        _, pdf = files.read_file(story.at(who, date(2027, 3, 16)), file_id=view.demand_file_id)
        assert pdf.startswith(b"%PDF-")
    with pytest.raises(NotFound):
        files.read_file(story.at("outsider", date(2027, 3, 16)), file_id=view.demand_file_id)


def test_the_time_to_pay_runs_from_delivery_and_ends_with_the_thirtieth_day(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = demanded(story).id
    for day in (date(2027, 3, 15), date(2027, 3, 19)):
        form = DeliveryRecord(delivered_on=day, how="courier", proof="EMS 1")
        with pytest.raises(DayOutOfRange), uow.session.begin_nested():
            service.record_delivery(story.at("officer", date(2027, 3, 18)), case_id=case_id, form=form)
        uow.session.expire_all()
    view = delivered(story)
    assert (view.state, view.cure_until_on) == ("curing", date(2027, 4, 17))
    assert (view.next.on, view.next.responsible_name) == (date(2027, 4, 17), "试点高新区企业")
    assert service.end_cure_periods(story.at("system", date(2027, 4, 17))) == 0
    assert story.case().state == "curing"
    assert service.end_cure_periods(story.at("system", date(2027, 4, 18))) == 1
    assert story.case().state == "rescission_open"


def test_the_firm_acknowledges_the_demand_itself(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = demanded(story).id
    with pytest.raises(Forbidden), uow.session.begin_nested():
        service.acknowledge_demand(story.at("officer", date(2027, 3, 17)), case_id=case_id)
    view = service.acknowledge_demand(story.at("firm", date(2027, 3, 17)), case_id=case_id)
    assert (view.delivered_on, view.delivered_how, view.cure_until_on) == (
        date(2027, 3, 17), "platform", date(2027, 4, 16),
    )  # fmt: skip


def test_rescission_ends_the_contract_and_nothing_arises_any_more(uow: UnitOfWork) -> None:
    story = a_late_story(uow, instalments={"count": 2, "every_months": 12})
    assert story.invoice().amount_minor == 4_000_000
    view = unpaid_after_cure(story)
    assert view.state == "rescission_open"
    day = date(2027, 4, 20)
    with pytest.raises(Forbidden), uow.session.begin_nested():
        service.rescind(story.at("officer", day), case_id=view.id, reason="多次催收未付")
    uow.session.expire_all()
    done = service.rescind(story.at("head", day), case_id=view.id, reason="多次催收未付")
    story.react()
    assert (done.state, done.rescinded_on, done.ended_on) == ("rescinded", day, day)
    contract = contracts.get_contract(story.at("firm", day), contract_id=story.contract_id)
    assert (contract.state, contract.ended_on) == ("rescinded", day)
    # the second instalment, which would have arisen in 2028, is gone; the first stays owed
    states = {
        row.key: row.state
        for row in receivables.list_obligations(story.at("system", day), contract_id=story.contract_id)
    }
    interest = story.invoice(day, "late_interest")
    assert states.pop(f"late_interest:{story.invoice().number}:1") == "invoiced"
    assert states == {"deferred:1": "invoiced", "deferred:2": "canceled"}
    # 47 days late (2027-03-05 to 04-20) × 40,000 yuan × 5 bps = 2,000 fen a day = 940 yuan
    assert interest.amount_minor == 47 * 2_000
    assert story.uow.rows("SELECT claim FROM deal WHERE id = :id", id=contract.deal_id) == [{"claim": None}]
    with pytest.raises(IllegalMove), uow.session.begin_nested():
        service.rescind(story.at("head", day), case_id=view.id, reason="再次解除")
    assert service.open_cases(story.at("system", date(2027, 6, 1))) == 0
    sound(uow)


def test_paying_in_the_middle_of_the_time_cures_and_bills_the_interest(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    demanded(story)
    delivered(story)
    story.pay(date(2027, 4, 1), 3_000_000)
    assert story.case(day=date(2027, 4, 1)).state == "curing"
    story.pay(date(2027, 4, 10))
    case = story.case("firm", date(2027, 4, 12))
    assert (case.state, case.ended_on, case.open_minor) == ("cured", date(2027, 4, 10), 0)
    assert "对公转账 50,000.00 元，2027-04-10 入账" in case.end_reason
    # 30,000 yuan for 28 days and 50,000 yuan for 37 days at 5 bps: 42,000 + 92,500 fen
    bill = story.invoice(date(2027, 4, 10), "late_interest")
    assert (bill.amount_minor, bill.issued_on, bill.due_on) == (
        42_000 + 92_500,
        date(2027, 4, 10),
        date(2027, 5, 10),
    )
    assert service.end_cure_periods(story.at("system", date(2027, 5, 1))) == 0
    # late interest bears no interest and opens no case, however late it is
    assert service.open_cases(story.at("system", date(2027, 8, 1))) == 0
    sound(uow)


def test_a_statement_that_is_read_late_makes_nobody_late(uow: UnitOfWork) -> None:
    story = a_story(uow)
    story.pay(DUE_ON, read_on=date(2027, 3, 9))
    assert [bill.kind for bill in story.invoices()] == ["deferred_fee"]


def test_one_day_late_without_a_case_costs_one_day(uow: UnitOfWork) -> None:
    story = a_story(uow)
    story.pay(FIRST_DAY_LATE)
    assert story.invoice(FIRST_DAY_LATE, "late_interest").amount_minor == 4_000
    before = len(story.invoices())
    service.settle_invoice(story.at("system", date(2027, 3, 20)), invoice_id=story.invoice().id)
    assert len(story.invoices()) == before


def test_letting_a_case_rest_brings_it_back_after_its_grace(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = story.case().id
    form = CaseWithdrawal(reason="企业已签还款计划", grace_until_on=date(2027, 3, 31))
    day = date(2027, 3, 10)
    late = form.model_copy(update={"grace_until_on": date(2028, 3, 10)})
    with pytest.raises(DayOutOfRange), uow.session.begin_nested():
        service.withdraw_case(story.at("officer", day), case_id=case_id, form=late)
    uow.session.expire_all()
    assert service.withdraw_case(story.at("officer", day), case_id=case_id, form=form).state == "withdrawn"
    assert service.open_cases(story.at("system", date(2027, 3, 31))) == 0
    assert service.open_cases(story.at("system", date(2027, 4, 1))) == 1
    again = story.case()
    assert (again.id != case_id, again.state, again.opened_on) == (True, "reminded", FIRST_DAY_LATE)


def test_days_of_downtime_are_caught_up_in_order(uow: UnitOfWork) -> None:
    story = a_story(uow)
    # the workers slept from before the first day late until May: the case is dated by the facts, not by the clock
    late = story.at("system", date(2027, 5, 3))
    assert service.open_cases(late) == 1
    assert story.case().opened_on == FIRST_DAY_LATE
    demanded(story, date(2027, 5, 4))
    delivered(story, date(2027, 5, 5))
    # asleep again over the last day, while money of the last day comes in: it is cured, and never could be rescinded
    story.pay(date(2027, 6, 4), read_on=date(2027, 6, 9))
    assert service.end_cure_periods(story.at("system", date(2027, 6, 9))) == 0
    case = story.case(day=date(2027, 6, 9))
    assert case.state == "cured"
    # 92 days (2027-03-05 to 06-04), not the 97 until it was read
    assert story.invoice(date(2027, 6, 9), "late_interest").amount_minor == 92 * 4_000


def test_who_may_know_of_a_case(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    case_id = story.case().id
    for who in ("outsider", "insurer", "zone"):
        with pytest.raises(NotFound):
            queries.get_case(story.at(who, FIRST_DAY_LATE), case_id=case_id)
        assert queries.list_cases(story.at(who, FIRST_DAY_LATE)).items == []
        assert sum(step.cases for step in queries.list_ageing(story.at(who, FIRST_DAY_LATE))) == 0
        with pytest.raises(NotFound):
            service.send_demand(story.at(who, date(2027, 3, 20)), case_id=case_id, form=NewDemand())
    with pytest.raises(Forbidden), uow.session.begin_nested():
        service.send_demand(story.at("firm", date(2027, 3, 20)), case_id=case_id, form=NewDemand())
    ageing = {
        step.bucket: step.open_minor for step in queries.list_ageing(story.at("officer", date(2027, 4, 10)))
    }
    assert ageing == {"to_30": 0, "to_60": 8_000_000, "to_90": 0, "over_90": 0}


def test_deadlines_name_the_side_whose_turn_it_is(uow: UnitOfWork) -> None:
    story = a_late_story(uow)
    officer = story.at("officer", FIRST_DAY_LATE)
    [first] = deadlines.list_deadlines(officer, until=date(2027, 3, 14))
    assert (first.kind, first.on, first.since, first.responsible_id) == (
        "default.demand", date(2027, 3, 14), FIRST_DAY_LATE, story.market.university_id,
    )  # fmt: skip
    assert deadlines.list_deadlines(officer, until=date(2027, 3, 13)) == []
    demanded(story)
    delivered(story)
    [pay] = deadlines.list_deadlines(story.at("firm", date(2027, 3, 20)), until=date(2027, 5, 1))
    assert (pay.kind, pay.on, pay.since, pay.responsible_id, pay.amount_minor) == (
        "default.pay", date(2027, 4, 17), date(2027, 3, 18), story.market.firm_id, 8_000_000,
    )  # fmt: skip
    assert deadlines.list_deadlines(story.at("outsider", date(2027, 3, 20)), until=date(2029, 1, 1)) == []
