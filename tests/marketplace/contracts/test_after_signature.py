"""What the parties put to each other after the signature, what silence means, and what follows for sums and states."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marketplace.contracts import deadlines, disputes, queries, service
from marketplace.contracts.after_signature import (
    AccountsRequest,
    BuyoutNotice,
    IncomeClaim,
    MatterAnswer,
    MatterRefusal,
    NewUseReport,
    ProductStage,
    Ruling,
    SettlementAgreement,
    SettlementProposal,
    UseState,
)
from marketplace.contracts.errors import (
    AlreadyInvoiced,
    AnswerFirst,
    FileNotUsable,
    NotAUsePeriod,
    NothingToCorrect,
    NoticeTooShort,
    ProposalChanged,
)
from marketplace.contracts.schemas import ContractView, CorrectedStatement
from marketplace.contracts.states import MATTER
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files
from marketplace.identity.permissions import PERMISSIONS, Role
from marketplace.terms import add_months
from tests.factories.contracts import a_running_contract, billed
from tests.factories.deals import Market, a_market
from tests.factories.identity import a_member
from tests.marketplace.contracts.signed import a_file, asserted, latest, on, paying, told


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


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
    assert not service.is_still_owed(
        market.uow, contract_id=contract.id, key=royalty.key, amount_minor=3_700_000
    )
    assert service.is_still_owed(market.uow, contract_id=contract.id, key=royalty.key, amount_minor=7_400_000)
    assert billed(market.uow, contract, royalty.key) == 7_400_000
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
