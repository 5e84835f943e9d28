"""From agreed terms through signatures and free use to payment, and every way in which it is refused."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from marketplace.contracts import queries, service
from marketplace.contracts.errors import (
    ContentChanged,
    DateOutOfRange,
    FirstIncomeKnown,
    FreePeriodOver,
    NoSuchMilestone,
    NotAReportPeriod,
)
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractView, NewMilestone, NewStatement
from marketplace.contracts.states import CONTRACT
from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.outbox import OutboxEvent
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import ContractData
from marketplace.identifiers import make_patent_no
from marketplace.listings.schemas import RightDraft, RightKind
from marketplace.terms import PRESETS, add_months
from tests.factories.contracts import a_contract, a_running_contract, sign
from tests.factories.deals import Market, a_market, agreed_terms


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def later(uow: UnitOfWork, days: int) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=days))


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    return later(uow, (day - uow.today).days)


def announced(uow: UnitOfWork, subject: object) -> list[str]:
    statement = (
        select(OutboxEvent.name).where(OutboxEvent.subject == str(subject)).order_by(col(OutboxEvent.seq))
    )
    return [name.removeprefix("contracts.contract.") for name in uow.session.exec(statement)]


def current_pdf(market: Market, contract: ContractView) -> bytes:
    return files.read_file(market.uow, file_id=contract.documents[-1].file_id)[1]


def test_the_machine_has_no_dead_ends() -> None:
    assert CONTRACT.faults() == []


def test_agreed_terms_become_a_numbered_text_with_a_hash(market: Market) -> None:
    contract = a_contract(market)
    assert contract.number == f"HT-{market.uow.today.year}-000001"
    assert (contract.state, contract.effective_on) == ("drafted", None)
    assert [p.role for p in contract.parties] == ["licensor", "licensee"]
    assert hashlib.sha256(current_pdf(market, contract)).hexdigest() == contract.content_sha256
    row = market.uow.session.exec(select(Contract).where(Contract.id == contract.id)).one()
    again = documents.typeset_contract(ContractData.model_validate(row.content))
    assert hashlib.sha256(again).hexdigest() == contract.content_sha256  # a dispute can be typeset again
    assert deals.get_deal(market.firm, deal_id=contract.deal_id).contract_id == contract.id


def test_a_second_order_to_draw_up_adds_nothing(market: Market) -> None:
    contract = a_contract(market)
    assert service.draft_contract(market.uow, deal_id=contract.deal_id) is None
    assert queries.list_contracts(market.firm).total == 1


def test_numbers_of_a_year_have_no_gaps(market: Market) -> None:
    deal = agreed_terms(market)
    savepoint = market.uow.session.begin_nested()
    service.draft_contract(market.uow, deal_id=deal.id)
    savepoint.rollback()
    contract_id = service.draft_contract(market.uow, deal_id=deal.id)
    assert contract_id is not None
    assert queries.get_contract(market.uow, contract_id=contract_id).number.endswith("-000001")


def test_it_takes_effect_with_the_last_signature(market: Market) -> None:
    contract = a_contract(market)
    half = sign(market.firm, contract)
    assert (half.state, half.effective_on) == ("signing", None)
    assert [bool(p.signed_at) for p in half.parties] == [False, True]
    done = sign(market.officer, contract)
    today = market.uow.today
    assert (done.state, done.effective_on) == ("in_use_free", today)
    assert done.free_until_on == add_months(today, 12)
    assert done.ends_on == add_months(today, 60)
    assert done.record_by_on == add_months(today, 3)
    assert [d.kind for d in done.documents] == ["unsigned", "signed", "signed"]
    assert [p.signer_name for p in done.parties] == ["陆明", "钱总"]
    assert deals.get_deal(market.firm, deal_id=contract.deal_id).state == "contracted"
    assert announced(market.uow, contract.id) == ["drafted", "party_signed", "took_effect"]


def test_a_licence_never_outlives_its_last_patent(uow: UnitOfWork) -> None:
    # 民法典 §865. A utility model filed on 1 March 2020 lapses ten years later (专利法 §42): the 60 months are cut short.
    right = RightDraft(
        kind=RightKind.PATENT, number=make_patent_no(2020, 2, 77), title="烘干装置", filed_on=date(2020, 3, 1)
    )
    contract = a_running_contract(a_market(uow, rights=[right]))
    assert contract.ends_on == date(2030, 3, 1)
    secret = RightDraft(kind=RightKind.KNOW_HOW, title="工艺窗口")
    with_secret = a_running_contract(a_market(uow, rights=[right, secret]))
    assert with_secret.effective_on is not None
    assert with_secret.ends_on == add_months(with_secret.effective_on, 60)


def test_the_signed_file_can_be_checked_by_anybody(market: Market) -> None:
    contract = a_running_contract(market)
    pdf = current_pdf(market, contract)
    stranger = replace(market.uow, actor=Actor("anonymous"))
    found = service.verify_file(stranger, pdf=pdf)
    assert (found.valid, found.reason, found.number) == (True, "", contract.number)
    assert {s.organization_name for s in found.signatures} == {"江南大学", "试点高新区企业"}
    assert service.verify_file(stranger, pdf=pdf + b" ").reason == "trailing_bytes"
    half = files.read_file(market.uow, file_id=contract.documents[1].file_id)[1]
    assert service.verify_file(stranger, pdf=half).reason == "hash_differs"
    assert pdf.startswith(half)


@pytest.mark.fault("C04")
def test_a_second_click_signs_nothing_more(market: Market) -> None:
    contract = a_contract(market)
    first = sign(market.firm, contract)
    again = sign(market.firm, contract)
    assert again.documents == first.documents
    assert announced(market.uow, contract.id).count("party_signed") == 1


@pytest.mark.fault("C05")
def test_another_text_than_the_one_shown_is_not_signed(market: Market) -> None:
    contract = a_contract(market)
    with pytest.raises(ContentChanged) as refusal:
        service.sign_contract(market.firm, contract_id=contract.id, content_sha256="0" * 64)
    assert refusal.value.current == contract.content_sha256
    assert queries.get_contract(market.firm, contract_id=contract.id) == replace_turn(contract)


def replace_turn(contract: ContractView) -> ContractView:
    """The same contract as the firm sees it: it is the firm's turn, and it may sign or cancel."""
    return contract.model_copy(update={"my_turn": True, "moves": ["sign", "cancel"]})


def test_cancelled_before_all_have_signed(market: Market) -> None:
    contract = a_contract(market)
    sign(market.officer, contract)
    gone = service.cancel_contract(market.firm, contract_id=contract.id, reason="项目暂缓，暂不签约。")
    assert gone.state == "terminated"
    assert deals.get_deal(market.firm, deal_id=contract.deal_id).state == "declined"
    with pytest.raises(IllegalMove):
        sign(market.firm, contract)
    # The firm may apply again: nothing of the old application stands in its way.
    assert agreed_terms(market).id != contract.deal_id


@pytest.mark.fault("T01")
def test_free_use_ends_on_its_day_and_not_before(market: Market) -> None:
    contract = a_running_contract(market)
    day = add_months(market.uow.today, 12)
    assert service.end_free_periods(on(market.uow, day - timedelta(days=1))) == 0
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "in_use_free"
    assert service.end_free_periods(on(market.uow, day)) == 1
    assert service.end_free_periods(on(market.uow, day)) == 0
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "paying"
    owed = queries.list_obligations(market.firm, contract_id=contract.id)
    assert [(o.key, o.amount_minor, o.arises_on, o.due_on) for o in owed] == [
        ("deferred:1", 8_000_000, day, day + timedelta(days=30))
    ]


def test_days_of_downtime_are_caught_up(market: Market) -> None:
    contract = a_running_contract(market)
    assert service.end_free_periods(on(market.uow, add_months(market.uow.today, 14))) == 1
    (owed,) = queries.list_obligations(market.firm, contract_id=contract.id)
    assert owed.arises_on == add_months(market.uow.today, 12)  # dated by the terms, not by the late scan


def test_first_income_ends_free_use_at_once(market: Market) -> None:
    contract = a_running_contract(market)
    day, firm = market.uow.today + timedelta(days=100), later(market.firm, 103)
    declared = service.declare_first_income(firm, contract_id=contract.id, first_income_on=day)
    assert (declared.state, declared.first_income_on, declared.free_until_on) == ("paying", day, day)
    assert declared.obligations[0].arises_on == day
    again = service.declare_first_income(firm, contract_id=contract.id, first_income_on=day)
    assert again == declared
    assert announced(market.uow, contract.id)[-2:] == ["first_income_declared", "free_period_ended"]
    with pytest.raises(FirstIncomeKnown):
        service.declare_first_income(firm, contract_id=contract.id, first_income_on=day + timedelta(days=1))


@pytest.mark.fault("T04")
@pytest.mark.parametrize("offset", [-1, 11])
def test_first_income_lies_within_the_contract_and_not_in_the_future(market: Market, offset: int) -> None:
    contract = a_running_contract(market)
    with pytest.raises(DateOutOfRange):
        service.declare_first_income(
            later(market.firm, 10),
            contract_id=contract.id,
            first_income_on=market.uow.today + timedelta(days=offset),
        )
    assert queries.get_contract(market.uow, contract_id=contract.id).first_income_on is None


def test_statements_follow_the_reporting_periods(market: Market) -> None:
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    first = NewStatement(from_on=start, to_on=add_months(start, 3), base_minor=100_000_000)
    with pytest.raises(NotAReportPeriod):  # not over yet
        service.file_statement(on(market.firm, start), contract_id=contract.id, statement=first)
    firm = on(market.firm, add_months(start, 3))
    wrong = NewStatement(from_on=start, to_on=add_months(start, 2), base_minor=1)
    with pytest.raises(NotAReportPeriod) as refusal:
        service.file_statement(firm, contract_id=contract.id, statement=wrong)
    assert str(start) in refusal.value.periods
    filed = service.file_statement(firm, contract_id=contract.id, statement=first)
    royalty = next(o for o in filed.obligations if o.kind == "royalty")
    assert royalty.amount_minor == 3_700_000  # 1,000,000 yuan × 3.7 %
    assert service.file_statement(firm, contract_id=contract.id, statement=first) == filed
    with pytest.raises(NotAReportPeriod):
        service.file_statement(
            firm, contract_id=contract.id, statement=first.model_copy(update={"base_minor": 5})
        )


def test_milestones_are_accepted_by_the_university(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=PRESETS["shaanxi_conditional"][1]())
    contract = a_running_contract(market)
    officer, day = later(market.officer, 200), market.uow.today + timedelta(days=190)
    milestone = NewMilestone(key="mass_production", reached_on=day, evidence="检验报告 2027-06")
    with pytest.raises(Forbidden):
        service.accept_milestone(later(market.firm, 200), contract_id=contract.id, milestone=milestone)
    with pytest.raises(NoSuchMilestone):
        service.accept_milestone(
            officer, contract_id=contract.id, milestone=milestone.model_copy(update={"key": "other"})
        )
    reached = service.accept_milestone(officer, contract_id=contract.id, milestone=milestone)
    assert (reached.state, reached.obligations[0].arises_on) == ("paying", day)
    with pytest.raises(NoSuchMilestone):
        service.accept_milestone(officer, contract_id=contract.id, milestone=milestone)


def test_returned_in_the_free_period_nothing_is_owed(market: Market) -> None:
    contract = a_running_contract(market)
    firm = later(market.firm, 90)
    returned = service.return_technology(firm, contract_id=contract.id, reason="试用后工艺不匹配。")
    assert (returned.state, returned.obligations, returned.ended_on) == ("returned", [], firm.today)
    assert service.end_free_periods(on(market.uow, add_months(market.uow.today, 12))) == 0


def test_after_the_free_months_it_cannot_be_returned(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=PRESETS["shaanxi_income_share"][1]())
    contract = a_running_contract(market)
    firm = on(market.firm, add_months(market.uow.today, 12))
    told = queries.get_contract(firm, contract_id=contract.id)
    assert "declare_first_income" in told.moves
    assert "return" not in told.moves
    assert [(each.move, each.code) for each in told.refused] == [("return", FreePeriodOver.code)]
    with pytest.raises(FreePeriodOver):
        service.return_technology(firm, contract_id=contract.id, reason="试用后工艺不匹配。")
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "in_use_free"


def test_money_is_counted_once_and_completes_an_ended_contract(market: Market) -> None:
    contract = a_running_contract(market)
    service.end_free_periods(on(market.uow, add_months(market.uow.today, 12)))
    end = on(market.uow, add_months(market.uow.today, 60))
    assert service.end_terms(end) == 1
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "paying"
    receipt = new_id()

    def settle(amount: int, receipt_id: Any) -> bool:
        return service.settle_obligation(
            end,
            contract_id=contract.id,
            key="deferred:1",
            amount_minor=amount,
            receipt_id=receipt_id,
            settled_on=end.today,
        )

    assert settle(5_000_000, receipt)
    assert not settle(5_000_000, receipt)
    assert queries.list_obligations(market.uow, contract_id=contract.id)[0].settled_minor == 5_000_000
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "paying"
    assert settle(3_000_000, new_id())
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "completed"


def test_the_timeline_says_what_was_and_what_comes(market: Market) -> None:
    contract = a_running_contract(market)
    today = market.uow.today
    lines = [(e.on, e.kind, e.done) for e in contract.timeline]
    assert lines == [
        (today, "state.drafted", True),
        (today, "signature", True),
        (today, "signature", True),
        (today, "state.in_use_free", True),
        (add_months(today, 3), "record_by", False),
        (add_months(today, 3) + timedelta(days=14), "use_report_due", False),
        (add_months(today, 12), "trigger", False),
        (add_months(today, 12) + timedelta(days=30), "owed.deferred_fee", False),
        (add_months(today, 60), "ends", False),
    ]
    english = queries.get_contract(replace(market.firm, locale="en"), contract_id=contract.id)
    assert "Licence fee due" in [e.title for e in english.timeline]


@pytest.mark.parametrize(
    "attempt",
    [
        sign,
        lambda uow, c: service.cancel_contract(uow, contract_id=c.id, reason="不应成功"),
        lambda uow, c: service.declare_first_income(uow, contract_id=c.id, first_income_on=uow.today),
        lambda uow, c: service.return_technology(uow, contract_id=c.id, reason="不应成功"),
    ],
)
def test_others_do_not_even_learn_that_it_exists(
    market: Market, attempt: Callable[[UnitOfWork, ContractView], object]
) -> None:
    contract = a_contract(market)
    before = queries.get_contract(market.uow, contract_id=contract.id)
    for stranger in (market.outsider, replace(market.uow, actor=Actor("anonymous"))):
        with pytest.raises(NotFound):
            attempt(stranger, contract)
    weak = replace(market.firm.actor, permissions=frozenset({"contract.read"}))
    with pytest.raises(Forbidden):
        attempt(replace(market.firm, actor=weak), contract)
    assert queries.get_contract(market.uow, contract_id=contract.id) == before


def test_the_university_cannot_declare_income_for_the_firm(market: Market) -> None:
    contract = a_running_contract(market)
    with pytest.raises(Forbidden):
        service.declare_first_income(
            market.officer, contract_id=contract.id, first_income_on=market.uow.today
        )
    assert queries.get_contract(market.uow, contract_id=contract.id).state == "in_use_free"
