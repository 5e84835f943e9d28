"""What ends or changes a licence after the signature: milestones, buy-outs, returns, lost rights, rescission."""

from datetime import date, timedelta
from typing import Any

import pytest

from marketplace.contracts import deadlines, queries, service
from marketplace.contracts.after_signature import (
    BuyoutNotice,
    MatterAnswer,
    MatterRefusal,
    MilestoneClaim,
    ReturnCertificate,
    ReturnedItem,
    RightEventKind,
    RightRecord,
    TransferRecord,
)
from marketplace.contracts.errors import (
    AlreadyRaised,
    NoBuyoutPrice,
    NoCertificateDue,
    NoSuchRight,
)
from marketplace.contracts.rights import legal_nature
from marketplace.contracts.schemas import ContractView, ObligationView
from marketplace.core.ids import new_id
from marketplace.core.problems import IllegalMove, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.deals.models import Deal
from marketplace.documents import queries as files
from marketplace.identifiers import make_patent_no
from marketplace.listings.schemas import RightDraft, RightKind
from marketplace.terms import PRESETS, add_months
from tests.factories.contracts import a_reported_period, a_running_contract, billed, paid
from tests.factories.deals import Market, a_market
from tests.factories.listings import a_term_sheet
from tests.marketplace.contracts.signed import a_file, latest, on, told


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


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
    paid(on(market.uow, day), contract, owed.key)
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


@pytest.mark.parametrize("is_paid", [True, False])
def test_what_was_billed_for_a_period_stands_when_the_right_is_found_to_have_lapsed_in_it(
    uow: UnitOfWork, is_paid: bool
) -> None:
    period = a_reported_period(uow)
    contract, firm, officer = period.contract, period.firm, period.officer
    before = royalty_of(firm, contract)
    minor = (paid if is_paid else billed)(period.uow, contract, before.key)
    lapse = lost(
        officer, contract, 0, kind=RightEventKind.LAPSED, happened_on=period.last - timedelta(days=9)
    )
    service.record_right_event(officer, contract_id=contract.id, record=lapse)
    assert royalty_of(firm, contract) == before.model_copy(update={"settled_minor": minor if is_paid else 0})


def royalty_of(uow: UnitOfWork, contract: ContractView) -> ObligationView:
    [found] = [
        o for o in queries.list_obligations(uow, contract_id=contract.id) if o.kind.endswith("royalty")
    ]
    return found


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
