"""A contract that took effect is handed in where the law wants it: by when, with which papers, with what receipt."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from marketplace.core.actor import Actor
from marketplace.core.problems import Forbidden, IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.filings import deadlines, packs, queries, service
from marketplace.filings.errors import AmountsNeeded, FilingDateOutOfRange, PackIncomplete
from marketplace.filings.models import Filing
from marketplace.filings.schemas import FilingBrief, FilingKind, FilingState, Registration
from marketplace.identity.permissions import Role
from marketplace.terms import add_months, describe, money
from tests.factories.contracts import a_running_contract
from tests.factories.deals import Market, a_market
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.receivables import on

NUMBER = "2026320200000123"


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    """Both sides of a contract that took effect today, with what it has to be filed for."""
    market = a_market(uow)
    contract = a_running_contract(market)
    assert service.open_filings(uow, contract_id=contract.id) == 2
    assert service.open_filings(uow, contract_id=contract.id) == 0
    uow.session.connection().exec_driver_sql(
        "UPDATE organization SET region_code = '320200' WHERE region_code = ''"
    )
    return market


def filings(uow: UnitOfWork) -> dict[FilingKind, FilingBrief]:
    return {item.kind: item for item in queries.list_filings(uow).items}


def told(uow: UnitOfWork) -> list[int]:
    rows = uow.rows("SELECT payload FROM outbox_event WHERE name = 'filings.filing.due' ORDER BY seq")
    return [row["payload"]["days_left"] for row in rows]


def test_a_contract_with_a_patent_is_recorded_within_three_months(market: Market) -> None:
    found = filings(market.officer)
    today = market.uow.today
    assert found[FilingKind.LICENCE_RECORD].due_on == add_months(today, 3)
    assert found[FilingKind.TECHNOLOGY_CONTRACT].due_on == today + timedelta(days=30)
    assert filings(market.firm).keys() == found.keys()
    view = queries.get_filing(market.officer, filing_id=found[FilingKind.LICENCE_RECORD].id)
    assert view.source == "专利法实施细则第十五条"
    assert (view.moves, view.share_used) == (["submit", "waive"], 0)
    assert queries.get_filing(market.firm, filing_id=view.id).moves == []


def test_from_pack_to_receipt_with_both_amounts(market: Market) -> None:
    officer = market.officer
    filing = filings(officer)[FilingKind.TECHNOLOGY_CONTRACT]
    day = filing.opened_on + timedelta(days=5)
    later = on(officer, day)
    service.submit_filing(later, filing_id=filing.id, submitted_on=day)
    service.return_filing(later, filing_id=filing.id, reason="买方地区代码与执照不一致")
    service.submit_filing(later, filing_id=filing.id, submitted_on=day)
    receipt = Registration(number=NUMBER, registered_on=day)
    with pytest.raises(AmountsNeeded):
        service.register_filing(later, filing_id=filing.id, receipt=receipt)
    too_much = receipt.model_copy(update={"total_minor": 100, "technical_minor": 101})
    with pytest.raises(AmountsNeeded):
        service.register_filing(later, filing_id=filing.id, receipt=too_much)
    whole = receipt.model_copy(update={"total_minor": 8_000_000, "technical_minor": 7_500_000})
    view = service.register_filing(later, filing_id=filing.id, receipt=whole)
    assert (view.state, view.number, view.total_minor, view.technical_minor) == (
        FilingState.REGISTERED, NUMBER, 8_000_000, 7_500_000,
    )  # fmt: skip
    with pytest.raises(IllegalMove):
        service.waive_filing(later, filing_id=filing.id, reason="不再需要办理")


def test_days_lie_between_effect_and_today(market: Market) -> None:
    filing = filings(market.officer)[FilingKind.LICENCE_RECORD]
    for day in (filing.opened_on - timedelta(days=1), filing.opened_on + timedelta(days=1)):
        with pytest.raises(FilingDateOutOfRange):
            service.submit_filing(market.officer, filing_id=filing.id, submitted_on=day)
    assert queries.get_filing(market.officer, filing_id=filing.id).state == FilingState.OPEN


def test_a_form_with_a_gap_is_not_handed_in_and_says_who_completes_it(market: Market) -> None:
    filing = filings(market.officer)[FilingKind.TECHNOLOGY_CONTRACT]
    market.uow.session.connection().exec_driver_sql(
        "UPDATE organization SET region_code = '' WHERE kind = 'sme'"
    )
    view = queries.get_filing(market.officer, filing_id=filing.id)
    [gap] = [item for item in view.items if item.status == "missing"]
    assert gap.name == f"{filing.firm_name}：所在地区代码"
    assert "submit" not in view.moves
    with pytest.raises(PackIncomplete):
        service.submit_filing(market.officer, filing_id=filing.id, submitted_on=filing.opened_on)


def test_the_pack_holds_the_filled_form_the_signed_contract_and_the_list(market: Market) -> None:
    filing = filings(market.officer)[FilingKind.TECHNOLOGY_CONTRACT]
    name, data = queries.get_pack(market.officer, filing_id=filing.id)
    assert name == f"技术合同认定登记-{filing.contract_number}.zip"
    archive = zipfile.ZipFile(io.BytesIO(data))
    listed, form, contract = archive.namelist()
    assert archive.read(form).startswith(b"%PDF")
    assert archive.read(contract).startswith(b"%PDF")
    assert "[请自备]" in archive.read(listed).decode()
    assert queries.get_pack(market.officer, filing_id=filing.id)[1] == data


def test_the_form_says_who_what_and_how_much(market: Market) -> None:
    row = market.uow.session.get_one(Filing, filings(market.officer)[FilingKind.TECHNOLOGY_CONTRACT].id)
    facts = queries.pack_facts(market.officer, row)
    rows = dict(line for _, part in packs.form(facts).sections for line in part)
    fixed = money(packs.fixed_minor(facts.content.sheet), "zh-CN")
    assert (rows["合同成交额（固定部分）"], rows["其中技术交易额"], rows["地区代码"]) == (
        fixed,
        fixed,
        "3202",
    )
    assert rows["许可方式"] == "普通实施许可"
    assert rows["支付方式"] == "；".join(describe(facts.content.sheet, "zh-CN"))


def test_reminded_after_60_and_80_days_and_the_day_after_the_last(market: Market) -> None:
    uow, filing = market.uow, filings(market.officer)[FilingKind.LICENCE_RECORD]
    for other in filings(market.officer).values():
        if other.id != filing.id:
            service.waive_filing(market.officer, filing_id=other.id, reason="演示：不办理认定登记")
    whole = (filing.due_on - filing.opened_on).days
    for day in (59, 60, 60, 79, 80, whole, whole + 1, whole + 30):
        service.tell_filing_deadlines(on(uow, filing.opened_on + timedelta(days=day)))
    assert told(uow) == [whole - 60, whole - 80, -1]


def test_after_weeks_of_downtime_one_reminder_tells_the_present_state(market: Market) -> None:
    uow, filing = market.uow, filings(market.officer)[FilingKind.LICENCE_RECORD]
    late = on(uow, filing.opened_on + timedelta(days=85))
    assert service.tell_filing_deadlines(late) == 2
    assert service.tell_filing_deadlines(late) == 0


def test_the_day_stands_in_the_calendar_of_both_sides_until_it_is_done(market: Market) -> None:
    until = market.uow.today + timedelta(days=200)
    for side in (market.officer, market.firm):
        assert [d.kind for d in deadlines.list_deadlines(side, until=until)] == [
            "filing.technology_contract", "filing.licence_record",
        ]  # fmt: skip
    record = filings(market.officer)[FilingKind.LICENCE_RECORD]
    service.submit_filing(market.officer, filing_id=record.id, submitted_on=record.opened_on)
    assert [d.kind for d in deadlines.list_deadlines(market.firm, until=until)] == [
        "filing.technology_contract"
    ]


def test_the_firm_looks_on_and_strangers_know_nothing(
    market: Market, as_: Callable[[Actor], UnitOfWork]
) -> None:
    filing = filings(market.officer)[FilingKind.LICENCE_RECORD]
    with pytest.raises(Forbidden):
        service.waive_filing(market.firm, filing_id=filing.id, reason="不想办理备案")
    stranger = as_(
        a_member(market.uow, a_university(market.uow, "对手大学"), "university", Role.TRANSFER_HEAD)
    )
    for uow in (stranger, replace(market.uow, actor=Actor("anonymous"))):
        with pytest.raises(NotFound):
            queries.get_filing(uow, filing_id=filing.id)
        assert queries.list_filings(uow).total == 0
    assert queries.get_filing(market.officer, filing_id=filing.id).state == FilingState.OPEN
