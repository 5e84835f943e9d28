"""What the parties put to each other after the signature, what silence means, and what follows for sums and states."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from marketplace.contracts import deadlines, disputes, queries, service
from marketplace.contracts.after_signature import (
    AccountsRequest,
    BuyoutNotice,
    IncomeClaim,
    MatterAnswer,
    MatterRefusal,
    MatterView,
    MilestoneClaim,
    NewUseReport,
    ProductStage,
    ReturnCertificate,
    ReturnedItem,
    RightEventKind,
    RightRecord,
    Ruling,
    SettlementAgreement,
    SettlementProposal,
    TransferRecord,
    UseState,
)
from marketplace.contracts.errors import (
    AlreadyInvoiced,
    AlreadyRaised,
    AnswerFirst,
    FileNotUsable,
    NoBuyoutPrice,
    NoCertificateDue,
    NoSuchRight,
    NotAUsePeriod,
    NothingToCorrect,
    NoticeTooShort,
    ProposalChanged,
)
from marketplace.contracts.rights import legal_nature
from marketplace.contracts.schemas import ContractView, CorrectedStatement, NewStatement
from marketplace.contracts.states import MATTER
from marketplace.core.ids import new_id
from marketplace.core.outbox import OutboxEvent
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals.models import Deal
from marketplace.documents import queries as files
from marketplace.identifiers import make_patent_no
from marketplace.identity.permissions import PERMISSIONS, Role
from marketplace.listings.schemas import RightDraft, RightKind
from marketplace.terms import PRESETS, add_months
from tests.factories.contracts import a_running_contract
from tests.factories.deals import Market, a_market
from tests.factories.identity import a_member
from tests.factories.listings import a_term_sheet


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    return replace(uow, now=uow.now + timedelta(days=(day - uow.today).days))


def a_file(uow: UnitOfWork, contract: ContractView, content: bytes = b"%PDF-1.7 x") -> UUID:
    return service.hand_in_file(uow, contract_id=contract.id, data=content, name="发票.pdf").file_id


def told(uow: UnitOfWork, name: str) -> list[dict[str, Any]]:
    statement = select(OutboxEvent.payload).where(OutboxEvent.name == f"contracts.contract.{name}")
    return list(uow.session.exec(statement.order_by(col(OutboxEvent.seq))))


def latest(view: ContractView) -> MatterView:
    assert view.life is not None
    return view.life.matters[-1]


def asserted(market: Market, contract: ContractView, *, after: int = 100) -> tuple[MatterView, date]:
    day = market.uow.today + timedelta(days=after)
    officer = on(market.officer, day + timedelta(days=20))
    claim = IncomeClaim(first_income_on=day, text="发票 0001 可证", file_ids=[a_file(officer, contract)])
    return latest(service.assert_first_income(officer, contract_id=contract.id, claim=claim)), day


def test_the_machine_of_matters_has_no_dead_ends() -> None:
    assert MATTER.faults() == []


def test_reports_on_use_are_due_every_three_months_and_late_is_told_to_both(market: Market) -> None:
    contract = a_running_contract(market)
    start = market.uow.today
    end = add_months(start, 3)
    due = end - timedelta(days=1) + timedelta(days=15)
    report = NewUseReport(
        from_on=start, to_on=end, usage=UseState.TRIAL, stage=ProductStage.SAMPLE, outlook="下季度小批量"
    )
    with pytest.raises(NotAUsePeriod):  # not over yet
        service.file_use_report(market.firm, contract_id=contract.id, report=report)
    assert service.tell_reports(on(market.uow, end - timedelta(days=1))) == 0
    assert service.tell_reports(on(market.uow, end)) == 1
    assert told(market.uow, "use_report_due")[0]["due_on"] == due.isoformat()
    assert service.tell_reports(on(market.uow, due)) == 0
    assert service.tell_reports(on(market.uow, due + timedelta(days=1))) == 1
    assert len(told(market.uow, "use_report_late")) == 1
    filed = service.file_use_report(
        on(market.firm, due + timedelta(days=3)), contract_id=contract.id, report=report
    )
    assert filed.life is not None
    first = filed.life.use_reports[0]
    assert (first.from_on, first.due_on, first.late, first.usage) == (start, due, True, "trial")
    again = service.file_use_report(
        on(market.firm, due + timedelta(days=3)), contract_id=contract.id, report=report
    )
    assert len(again.life.use_reports) == len(filed.life.use_reports) if again.life else False
    with pytest.raises(Forbidden):
        service.file_use_report(on(market.officer, end), contract_id=contract.id, report=report)


def test_silence_accepts_an_asserted_first_income_and_only_after_its_days(market: Market) -> None:
    contract = a_running_contract(market)
    matter, day = asserted(market, contract)
    by = day + timedelta(days=30)
    assert (matter.answer_by_on, matter.day, matter.moves) == (by, day, ["withdraw"])
    assert str(by) in matter.explanation
    assert service.answer_silence(on(market.uow, by)) == 0
    assert queries.get_contract(market.firm, contract_id=contract.id).first_income_on is None
    assert service.answer_silence(on(market.uow, by + timedelta(days=1))) == 1
    view = queries.get_contract(on(market.firm, by + timedelta(days=1)), contract_id=contract.id)
    assert (view.state, view.first_income_on, view.obligations[0].arises_on) == ("paying", day, day)
    assert "没有提出异议" in latest(view).explanation
    assert view.life is not None
    assert "晚于" in view.life.first_income_text
    assert told(market.uow, "matter_answered")[0]["silent"] is True


def test_a_contested_first_income_moves_nothing_until_both_agree(market: Market) -> None:
    contract = a_running_contract(market)
    matter, day = asserted(market, contract)
    firm, officer = on(market.firm, day + timedelta(days=25)), on(market.officer, day + timedelta(days=26))
    at = {"contract_id": contract.id, "matter_id": matter.id}
    with pytest.raises(AnswerFirst):
        service.declare_first_income(firm, contract_id=contract.id, first_income_on=day + timedelta(days=1))
    refusal = MatterRefusal(
        reason="该发票属于其他产品。", file_ids=[a_file(firm, contract, b"%PDF-1.7 other")]
    )
    contested = latest(service.refuse_matter(firm, **at, refusal=refusal))
    assert (contested.state, [f.part for f in contested.files]) == ("contested", ["claim", "answer"])
    assert service.answer_silence(on(market.uow, day + timedelta(days=90))) == 0
    with pytest.raises(ProposalChanged):
        service.agree_settlement(firm, **at, agreement=SettlementAgreement(on=day))
    other = day + timedelta(days=7)
    proposal = SettlementProposal(on=other, text="以首张本产品发票为准。")
    service.propose_settlement(firm, **at, proposal=proposal)
    with pytest.raises(ProposalChanged):  # one's own
        service.agree_settlement(firm, **at, agreement=SettlementAgreement(on=other))
    with pytest.raises(ProposalChanged):  # another day than proposed
        service.agree_settlement(officer, **at, agreement=SettlementAgreement(on=day))
    assert queries.get_contract(firm, contract_id=contract.id).first_income_on is None
    settled = service.agree_settlement(officer, **at, agreement=SettlementAgreement(on=other))
    assert (settled.state, settled.first_income_on, latest(settled).state) == ("paying", other, "settled")


def test_an_administrator_records_a_ruling(market: Market) -> None:
    contract = a_running_contract(market)
    matter, day = asserted(market, contract)
    firm = on(market.firm, day + timedelta(days=25))
    at = {"contract_id": contract.id, "matter_id": matter.id}
    service.refuse_matter(firm, **at, refusal=MatterRefusal(reason="该发票属于其他产品。"))
    ruling = Ruling(on=None, document_number="(2027)苏01民初1号", text="证据不足，不予认定。")
    with pytest.raises(Forbidden):
        service.record_ruling(firm, **at, ruling=ruling)
    admin = on(
        market.acting(a_member(market.uow, market.university_id, "department", Role.ADMINISTRATOR)),
        firm.today,
    )
    assert [d.number for d in disputes.list_disputes(admin)] == [contract.number]
    service.record_ruling(admin, **at, ruling=ruling)
    view = queries.get_contract(firm, contract_id=contract.id)
    assert (view.state, view.first_income_on, latest(view).state) == ("in_use_free", None, "settled")
    assert disputes.list_disputes(admin) == []


def test_files_are_the_senders_alone_until_they_are_attached(market: Market) -> None:
    contract = a_running_contract(market)
    mine = a_file(market.officer, contract)
    with pytest.raises(NotFound):
        files.get_file(market.firm, file_id=mine)
    claim = IncomeClaim(first_income_on=market.uow.today, text="发票为证", file_ids=[mine])
    service.assert_first_income(market.officer, contract_id=contract.id, claim=claim)
    assert files.get_file(market.firm, file_id=mine).name == "发票.pdf"
    with pytest.raises(NotFound):
        files.get_file(market.outsider, file_id=mine)
    with pytest.raises(FileNotUsable):
        service.hand_in_file(market.firm, contract_id=contract.id, data=b"<html>", name="a.pdf")
    with pytest.raises(NotFound):
        service.hand_in_file(market.outsider, contract_id=contract.id, data=b"%PDF-", name="a.pdf")
    other = MatterAnswer(file_ids=[new_id()])
    with pytest.raises(InvalidInput):
        service.accept_matter(
            market.firm, contract_id=contract.id, matter_id=latest(queries.get_contract(market.firm, contract_id=contract.id)).id,
            answer=other,
        )  # fmt: skip


def paying(market: Market) -> tuple[ContractView, NewStatement, UnitOfWork]:
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    statement = NewStatement(from_on=start, to_on=add_months(start, 3), base_minor=100_000_000)
    return contract, statement, on(market.firm, add_months(start, 3))


def test_a_statement_is_corrected_until_it_is_billed(market: Market) -> None:
    contract, statement, firm = paying(market)
    wrong = CorrectedStatement(**statement.model_dump() | {"base_minor": 5}, correction="漏报一家客户。")
    with pytest.raises(NothingToCorrect):
        service.correct_statement(firm, contract_id=contract.id, statement=wrong)
    service.file_statement(
        firm, contract_id=contract.id, statement=statement, file_ids=[a_file(firm, contract)]
    )
    right = wrong.model_copy(update={"base_minor": 200_000_000})
    view = service.correct_statement(firm, contract_id=contract.id, statement=right)
    assert view.life is not None
    assert [(s.revision, s.base_minor, s.superseded_at is None) for s in view.life.statements] == [
        (1, 100_000_000, False),
        (2, 200_000_000, True),
    ]
    royalty = next(o for o in view.obligations if o.kind == "royalty")
    assert royalty.amount_minor == 7_400_000  # 2,000,000 yuan × 3.7 %
    assert not service.note_billed(
        market.uow, contract_id=contract.id, key=royalty.key, amount_minor=3_700_000
    )
    assert service.note_billed(market.uow, contract_id=contract.id, key=royalty.key, amount_minor=7_400_000)
    with pytest.raises(AlreadyInvoiced):
        service.correct_statement(
            firm, contract_id=contract.id, statement=right.model_copy(update={"base_minor": 1})
        )
    assert queries.get_contract(firm, contract_id=contract.id).obligations == view.obligations


def test_accounts_are_asked_for_with_notice_and_shown_not_refused(market: Market) -> None:
    contract, _, firm = paying(market)
    officer = on(market.officer, firm.today)
    soon = AccountsRequest(accounts_on=firm.today + timedelta(days=9), text="核对第一报告期")
    with pytest.raises(NoticeTooShort):
        service.ask_for_accounts(officer, contract_id=contract.id, request=soon)
    request = soon.model_copy(update={"accounts_on": firm.today + timedelta(days=10)})
    matter = latest(service.ask_for_accounts(officer, contract_id=contract.id, request=request))
    at = {"contract_id": contract.id, "matter_id": matter.id}
    with pytest.raises(Forbidden):
        service.refuse_matter(firm, **at, refusal=MatterRefusal(reason="不方便提供。"))
    with pytest.raises(InvalidInput):
        service.accept_matter(firm, **at, answer=MatterAnswer())
    shown = service.accept_matter(firm, **at, answer=MatterAnswer(file_ids=[a_file(firm, contract)]))
    assert latest(shown).state == "accepted"


def test_a_claimed_milestone_waits_for_the_licensor_and_silence_escalates(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=PRESETS["shaanxi_conditional"][1]())
    contract = a_running_contract(market)
    day = market.uow.today + timedelta(days=190)
    firm, officer = on(market.firm, day), on(market.officer, day)
    claim = MilestoneClaim(
        key="mass_production", reached_on=day, text="检验报告 2027-06", file_ids=[a_file(firm, contract)]
    )
    matter = latest(service.claim_milestone(firm, contract_id=contract.id, claim=claim))
    with pytest.raises(AlreadyRaised):
        service.claim_milestone(firm, contract_id=contract.id, claim=claim)
    late = day + timedelta(days=16)
    assert service.answer_silence(on(market.uow, late)) == 1
    assert service.answer_silence(on(market.uow, late)) == 0  # told once
    view = queries.get_contract(on(market.officer, late), contract_id=contract.id)
    assert (view.state, latest(view).state, latest(view).overdue) == ("in_use_free", "open", True)
    at = {"contract_id": contract.id, "matter_id": matter.id}
    service.refuse_matter(officer, **at, refusal=MatterRefusal(reason="缺少批量检验记录。"))
    again = latest(service.claim_milestone(firm, contract_id=contract.id, claim=claim))
    done = service.accept_matter(officer, contract_id=contract.id, matter_id=again.id, answer=MatterAnswer())
    assert (done.state, done.obligations[0].arises_on) == ("paying", day)
    with pytest.raises(IllegalMove):
        service.withdraw_matter(firm, contract_id=contract.id, matter_id=again.id)


def test_a_buyout_is_owed_when_confirmed_and_converts_when_paid(uow: UnitOfWork) -> None:
    market = a_market(uow, terms=a_term_sheet(buyout_price_minor=30_000_000))
    contract = a_running_contract(market)
    day = market.uow.today + timedelta(days=60)
    firm, officer = on(market.firm, day), on(market.officer, day + timedelta(days=2))
    matter = latest(service.declare_buyout(firm, contract_id=contract.id, notice=BuyoutNotice()))
    confirmed = service.accept_matter(
        officer, contract_id=contract.id, matter_id=matter.id, answer=MatterAnswer()
    )
    assert [(o.key, o.amount_minor, o.arises_on) for o in confirmed.obligations] == [
        ("buyout", 30_000_000, officer.today)
    ]
    with pytest.raises(NoBuyoutPrice):
        service.declare_buyout(firm, contract_id=contract.id, notice=BuyoutNotice())
    system = on(market.uow, officer.today)

    def pay(amount: int) -> str:
        service.settle_obligation(
            system, contract_id=contract.id, key="buyout", amount_minor=amount, receipt_id=new_id(),
            settled_on=system.today,
        )  # fmt: skip
        return queries.get_contract(market.firm, contract_id=contract.id).state

    assert [pay(10_000_000), pay(20_000_000)] == ["in_use_free", "converted"]
    until = add_months(officer.today, 3)
    due = [d for d in deadlines.list_deadlines(firm, until=until) if d.kind == "contract.transfer_recording"]
    assert [d.on for d in due] == [until]
    record = TransferRecord(recorded_on=officer.today, number="ZR-2027-000001")
    done = service.record_transfer(officer, contract_id=contract.id, record=record)
    assert done.life is not None
    assert (done.life.transfer_due_on, done.life.transfer_number) == (None, "ZR-2027-000001")
    assert deadlines.list_deadlines(firm, until=until) == []


def test_without_a_price_nothing_can_be_bought(market: Market) -> None:
    contract = a_running_contract(market)
    if contract.terms.buyout_price_minor is None:
        with pytest.raises(NoBuyoutPrice):
            service.declare_buyout(market.firm, contract_id=contract.id, notice=BuyoutNotice())


def test_a_return_is_complete_with_the_confirmed_certificate(market: Market) -> None:
    contract = a_running_contract(market)
    certificate = ReturnCertificate(
        items=[ReturnedItem(name="工艺图纸 12 份", how="returned", on=market.uow.today)],
        text="副本均已销毁。",
    )
    with pytest.raises(NoCertificateDue):
        service.file_certificate(market.firm, contract_id=contract.id, certificate=certificate)
    returned = service.return_technology(market.firm, contract_id=contract.id, reason="试用后工艺不匹配。")
    due = market.uow.today + timedelta(days=30)
    assert returned.life is not None
    assert returned.life.certificate_due_on == due
    assert service.tell_reports(on(market.uow, due)) == 0
    assert service.tell_reports(on(market.uow, due + timedelta(days=1))) == 1
    assert told(market.uow, "return_certificate_late")[0]["due_on"] == due.isoformat()
    filed = service.file_certificate(market.firm, contract_id=contract.id, certificate=certificate)
    matter = latest(filed)
    (pdf,) = matter.files
    assert (pdf.part, pdf.name) == ("certificate", f"{contract.number}-资料清退证明.pdf")
    assert files.read_file(market.officer, file_id=pdf.file_id)[1].startswith(b"%PDF-")
    at = {"contract_id": contract.id, "matter_id": matter.id}
    back = service.refuse_matter(market.officer, **at, refusal=MatterRefusal(reason="缺少样机。"))
    assert back.life is not None
    assert back.life.certificate_due_on == due
    again = latest(service.file_certificate(market.firm, contract_id=contract.id, certificate=certificate))
    done = service.accept_matter(
        market.officer, contract_id=contract.id, matter_id=again.id, answer=MatterAnswer()
    )
    assert done.life is not None
    assert (done.state, done.life.certificate_due_on, latest(done).state) == ("returned", None, "accepted")
    with pytest.raises(NoCertificateDue):
        service.file_certificate(market.firm, contract_id=contract.id, certificate=certificate)


def lost(uow: UnitOfWork, contract: ContractView, position: int, **changes: Any) -> RightRecord:
    values: dict[str, Any] = {
        "position": position, "kind": RightEventKind.INVALIDATED, "happened_on": uow.today,
        "document_number": "第 560001 号", "file_ids": [a_file(uow, contract)],
    }  # fmt: skip
    return RightRecord(**values | changes)


def test_some_rights_gone_the_licence_goes_on_all_gone_it_ends(uow: UnitOfWork) -> None:
    patents = [
        RightDraft(
            kind=RightKind.PATENT, number=make_patent_no(year, 1, 77), title=f"方法{year}", filed_on=date(year, 3, 1),
            granted_on=date(year + 2, 3, 1),
        )
        for year in (2010, 2022)
    ]  # fmt: skip
    market = a_market(uow, rights=patents)
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    day = start + timedelta(days=40)
    officer, firm = on(market.officer, day), on(market.firm, day)
    (owed, *_) = queries.list_obligations(firm, contract_id=contract.id)
    service.settle_obligation(
        on(market.uow, day), contract_id=contract.id, key=owed.key, amount_minor=owed.amount_minor,
        receipt_id=new_id(), settled_on=day,
    )  # fmt: skip
    with pytest.raises(InvalidInput):
        service.record_right_event(
            officer, contract_id=contract.id, record=lost(officer, contract, 1, file_ids=[])
        )
    going_on = service.record_right_event(officer, contract_id=contract.id, record=lost(officer, contract, 1))
    assert (going_on.state, going_on.ends_on) == (
        "paying",
        date(2030, 3, 1),
    )  # 民法典 §865: not past the patent left
    with pytest.raises(NoSuchRight):
        service.record_right_event(officer, contract_id=contract.id, record=lost(officer, contract, 1))
    reported = latest(
        service.record_right_event(
            firm, contract_id=contract.id, record=lost(firm, contract, 0, happened_on=start)
        )
    )
    assert (
        queries.get_contract(firm, contract_id=contract.id).state == "paying"
    )  # the licensor has to confirm
    ended = service.accept_matter(
        officer, contract_id=contract.id, matter_id=reported.id, answer=MatterAnswer()
    )
    assert (ended.state, ended.ended_on) == ("invalidated", start)
    assert [(o.key, o.settled_minor) for o in ended.obligations] == [(owed.key, owed.amount_minor)]
    assert market.uow.session.get_one(Deal, contract.deal_id).claim is None
    assert len(told(market.uow, "invalidated")) == 1


def test_the_nature_of_a_licence_follows_publication_and_grant(uow: UnitOfWork) -> None:
    application = RightDraft(
        kind=RightKind.APPLICATION,
        number=make_patent_no(2025, 1, 77),
        title="控制方法",
        filed_on=date(2025, 3, 1),
    )
    market = a_market(uow, rights=[application])
    contract = a_running_contract(market)

    def nature(view: ContractView) -> str:
        assert view.life is not None
        return view.life.rights[0].nature

    assert nature(queries.get_contract(market.firm, contract_id=contract.id)) == "know_how"
    later = on(market.officer, market.uow.today + timedelta(days=200))
    seen = []
    for kind, ago in ((RightEventKind.PUBLISHED, 90), (RightEventKind.GRANTED, 5)):
        record = RightRecord(
            position=0, kind=kind, happened_on=later.today - timedelta(days=ago), document_number="CN1"
        )
        seen.append(nature(service.record_right_event(later, contract_id=contract.id, record=record)))
    assert seen == ["by_analogy", "patent_licence"]
    assert "参照专利实施许可" in told(market.uow, "right_event_recorded")[0]["then_zh"]
    days = {"published": date(2026, 9, 1), "granted": date(2027, 9, 1)}
    assert [legal_nature("application", days, day)[0] for day in (date(2026, 8, 31), date(2027, 8, 31), date(2027, 9, 1))] == [
        "know_how", "by_analogy", "patent_licence",
    ]  # fmt: skip
    with pytest.raises(NoSuchRight):  # granted once
        service.record_right_event(later, contract_id=contract.id, record=record)


def test_a_rescinded_contract_keeps_what_came_into_being(market: Market) -> None:
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    late = on(market.head, start + timedelta(days=90))
    ended = service.rescind_contract(late, contract_id=contract.id, reason="催告后三十日仍未付款。")
    assert (ended.state, ended.ended_on, ended.moves) == ("rescinded", late.today, [])
    assert [o.key for o in ended.obligations] == ["deferred:1"]
    assert market.uow.session.get_one(Deal, contract.deal_id).claim is None
    assert "解释第十五条" in told(market.uow, "rescinded")[0]["law"]
    with pytest.raises(IllegalMove):
        service.rescind_contract(late, contract_id=contract.id, reason="催告后三十日仍未付款。")


def test_deadlines_name_who_has_to_act_and_what_follows(market: Market) -> None:
    contract = a_running_contract(market)
    today = market.uow.today
    until = add_months(today, 70)
    mine = deadlines.list_deadlines(market.firm, until=until)
    assert {d.kind for d in mine} == {
        "contract.use_report",
        "contract.free_period_end",
        "contract.licence_end",
    }
    assert min(d.on for d in mine) == add_months(today, 3) + timedelta(days=14)
    matter, _ = asserted(market, contract, after=1)
    (answer,) = [
        d for d in deadlines.list_deadlines(market.officer, until=matter.answer_by_on) if "answer" in d.kind
    ]
    assert (answer.responsible_id, answer.on, answer.since) == (
        market.firm_id,
        matter.answer_by_on,
        matter.raised_on,
    )
    assert deadlines.list_deadlines(market.outsider, until=until) == []


@pytest.mark.parametrize(
    "attempt",
    [
        lambda uow, c: service.declare_buyout(uow, contract_id=c.id, notice=BuyoutNotice()),
        lambda uow, c: service.rescind_contract(uow, contract_id=c.id, reason="不应成功。"),
        lambda uow, c: service.hand_in_file(uow, contract_id=c.id, data=b"%PDF-", name="a.pdf"),
        lambda uow, c: service.withdraw_matter(uow, contract_id=c.id, matter_id=new_id()),
    ],
)
def test_strangers_do_not_learn_that_it_exists(
    market: Market, attempt: Callable[[UnitOfWork, ContractView], object]
) -> None:
    contract = a_running_contract(market)
    before = queries.get_contract(market.uow, contract_id=contract.id)
    with pytest.raises(NotFound):
        attempt(market.outsider, contract)
    assert queries.get_contract(market.uow, contract_id=contract.id) == before
    assert "contract.rule" not in PERMISSIONS[Role.TRANSFER_HEAD]
