"""Contracts for tests."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from marketplace.contracts import queries, service
from marketplace.contracts.schemas import ContractView, NewStatement
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.documents.schemas import ContractData, PartyData, RightData
from marketplace.identifiers import make_patent_no, make_uscc
from marketplace.listings.schemas import RightDraft, RightKind
from marketplace.terms import PRESETS, TermSheet, add_months, obligations, report_periods, terms_hash
from tests.factories.deals import Market, a_market, agreed_terms
from tests.factories.laid_down import laid_down
from tests.factories.receivables import on


def contract_data(preset: str = "beijing", **changes: Any) -> ContractData:
    """A licence of one patent and some know-how between a university and a firm, with rare characters."""
    sheet: TermSheet = changes.pop("sheet", None) or PRESETS[preset][1]()
    values: dict[str, Any] = {
        "number": "HT-2026-000123",
        "project_name": "大型钢结构焊接变形在线预测与补偿方法",
        "listing_number": "XY-2026-000042",
        "made_on": date(2026, 11, 23),
        "parties": (
            PartyData(
                organization_id=new_id(),
                role="licensor",
                name="江苏科技大学（演示）",
                uscc=make_uscc("12", "321100", 4242),
                address="江苏省镇江市长晖路 666 号",
                bank_name="演示银行镇江分行",
                bank_account="6228480000000000000",
            ),
            PartyData(
                organization_id=new_id(),
                role="licensee",
                name="昆山恒锐精密结构件有限公司（演示）",
                uscc=make_uscc("91", "320583", 777),
                address="江苏省昆山市玉山镇元丰路 1 号",
                contact="㛃喆玥堃",
            ),
        ),
        "rights": (
            RightData(
                kind="patent",
                title="一种大型钢结构焊接变形的在线预测方法",
                number=make_patent_no(2021, 1, 5432),
                owner="江苏科技大学（演示）",
                filed_on=date(2021, 3, 4),
                granted_on=date(2023, 5, 6),
                ends_on=date(2041, 3, 3),
            ),
            RightData(kind="know_how", title="焊接热源标定参数与工艺窗口", owner="江苏科技大学（演示）"),
        ),
        "sheet": sheet,
        "terms_hash": terms_hash(sheet),
        "sales_minor": (0, 2_000_000_00, 5_000_000_00),
    }
    return ContractData(**values | changes)


@laid_down
def a_contract(market: Market) -> ContractView:
    """A contract drawn up from terms that both sides agreed to; nobody has signed."""
    deal = agreed_terms(market)
    contract_id = service.draft_contract(market.uow, deal_id=deal.id)
    assert contract_id is not None
    return queries.get_contract(market.uow, contract_id=contract_id)


def sign(uow: UnitOfWork, contract: ContractView) -> ContractView:
    """One side signs what it was shown."""
    return service.sign_contract(uow, contract_id=contract.id, content_sha256=contract.content_sha256)


@laid_down
def a_running_contract(market: Market) -> ContractView:
    """A contract that both sides signed today."""
    contract = a_contract(market)
    sign(market.firm, contract)
    return sign(market.officer, contract)


def billed(uow: UnitOfWork, contract: ContractView, key: str) -> int:
    """Tell a contract that a sum of its schedule was billed, as the room that bills does; returns it in fen."""
    sheet, facts = contract.terms, queries.get_facts(uow.as_system(), contract_id=contract.id)
    [owed] = [each for each in obligations(sheet, facts) if each.key == key]
    bill = service.Billed(
        contract.id, key, owed.kind, owed.amount_minor, owed.arises_on or uow.today, owed.due_on or uow.today,
        owed.formula.model_dump(mode="json"),
    )  # fmt: skip
    service.note_billed(uow, [bill])
    return owed.amount_minor


def paid(uow: UnitOfWork, contract: ContractView, key: str) -> int:
    """A sum of a contract that was billed and paid today; returns it in fen."""
    amount_minor = billed(uow, contract, key)
    service.settle_obligation(
        uow,
        contract_id=contract.id,
        key=key,
        amount_minor=amount_minor,
        receipt_id=new_id(),
        settled_on=uow.today,
    )
    return amount_minor


@dataclass(frozen=True)
class Reported:
    """The first period of a licence of one patent: its last day, and who acts on the day its income was reported."""

    contract: ContractView
    last: date
    firm: UnitOfWork
    officer: UnitOfWork
    head: UnitOfWork
    uow: UnitOfWork


def a_reported_period(uow: UnitOfWork, *, base_minor: int = 500_000_000) -> Reported:
    """A licence whose only patent runs on for years; the free period is over, and five days ago a period of fees ended."""
    year = uow.today.year - 8
    patent = RightDraft(
        kind=RightKind.PATENT, number=make_patent_no(year, 1, 77), title="方法", filed_on=date(year, 3, 1),
        granted_on=date(year + 2, 3, 1),
    )  # fmt: skip
    market = a_market(uow, rights=[patent])
    contract = a_running_contract(market)
    start = add_months(market.uow.today, 12)
    service.end_free_periods(on(market.uow, start))
    view = queries.get_contract(market.firm, contract_id=contract.id)
    (first, last), *_ = report_periods(view.terms, start, view.ends_on or date.max)
    sides = (market.firm, market.officer, market.head, market.uow)
    firm, officer, head, system = (on(side, last + timedelta(days=5)) for side in sides)
    statement = NewStatement(from_on=first, to_on=last, base_minor=base_minor)
    service.file_statement(firm, contract_id=contract.id, statement=statement)
    return Reported(contract, last, firm, officer, head, system)
