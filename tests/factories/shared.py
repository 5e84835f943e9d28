"""A right of two universities whose income comes in, for tests of shares and payouts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from finance.bank import service as bank
from finance.distributions import queries, service
from finance.distributions.schemas import DistributionView
from marketplace.contracts import queries as contracts
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.deals.schemas import AcceptCommission, CommissionTerms, InviteManager
from marketplace.events.payments import PaymentSettled
from marketplace.identity.permissions import Role
from marketplace.listings import holdings, queries as listings, service as listing_service
from marketplace.listings.schemas import HolderDraft, InventorDraft, PriceMode
from marketplace.organizations import queries as organizations, service as organization_service
from marketplace.organizations.schemas import NewRewardPolicy, RewardTier
from tests.factories.deals import Market
from tests.factories.identity import a_member
from tests.factories.laid_down import laid_down
from tests.factories.listings import a_draft
from tests.factories.organizations import a_university, a_zone, an_sme
from tests.factories.payments import Bill, a_bill

COMMISSION = CommissionTerms(kind="share", payer="university", rate_bps=500)


@dataclass(frozen=True)
class SharedBill:
    """An invoice of 100,000.00 for a right of which the university holds 60 % and an institute 40 %.

    The university gives 70 % to its inventors (李教授 60, 陈博士 40), 10 % to the school; the institute 60 % to 许研究员.
    """

    bill: Bill
    institute_id: UUID
    institute_officer: UnitOfWork
    institute_head: UnitOfWork
    inventor: UnitOfWork
    institute_inventor: UnitOfWork
    manager: UnitOfWork
    contract_id: UUID


def receive(bill: Bill, yuan: str, serial: str = "S1") -> DistributionView:
    """Money comes in by bank, and the announcement reaches the room twice."""
    content = (
        f"日期,流水号,收入,对方户名,摘要\n2027-01-08,{serial},{yuan},甲,{bill.invoice.reference}".encode()
    )
    bank.import_statement(bill.officer, content=content, file_name=f"{serial}.csv")
    rows = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq DESC LIMIT 1",
        name=PaymentSettled.name,
    )
    settled = PaymentSettled.model_validate(rows[0]["payload"])
    distribution_id = service.propose_distribution(bill.system, settled=settled)
    assert distribution_id is not None
    assert service.propose_distribution(bill.system, settled=settled) == distribution_id
    return queries.get_distribution(bill.system, distribution_id=distribution_id)


@laid_down
def a_shared_bill(uow: UnitOfWork, *, commission: CommissionTerms | None = COMMISSION) -> SharedBill:
    """Take a listing of two holders through consent to a contract that owes 100,000.00."""
    university, institute = a_university(uow), a_university(uow, "无锡产研院")
    organization_service.adopt_reward_policy(
        uow,
        draft=NewRewardPolicy(
            organization_id=institute, effective_from=date(2021, 1, 1), inventor_tiers=[RewardTier(inventor_bps=6000)],
            unit_bps=0, source="产研院办法〔2021〕3号",
        ),
    )  # fmt: skip
    officer = a_member(uow, university, "university", Role.TRANSFER_OFFICER, "陆明")
    head = a_member(uow, university, "university", Role.TRANSFER_HEAD, "周主任")
    inventor = a_member(uow, university, "university", Role.INVENTOR, "李教授")
    other = a_member(uow, institute, "university", Role.INVENTOR, "许研究员")
    other_head = a_member(uow, institute, "university", Role.TRANSFER_HEAD, "许院长")
    other_officer = a_member(uow, institute, "university", Role.TRANSFER_OFFICER, "小吴")
    manager = a_member(uow, university, "university", Role.TECHNOLOGY_MANAGER, "赵经理")
    by_officer, by_head = replace(uow, actor=officer), replace(uow, actor=head)
    listing_id = listing_service.create_listing(
        by_officer,
        draft=a_draft(
            price_mode=PriceMode.LISTED,
            inventors=[
                InventorDraft(name="李教授", share_bps=4_200, user_id=inventor.user_id),
                InventorDraft(name="陈博士", share_bps=2_800),
                InventorDraft(name="许研究员", share_bps=3_000, user_id=other.user_id),
            ],
        ),
    )
    view = organizations.find_view(uow, organization_id=institute)
    assert view is not None
    listing_service.set_holders(
        by_officer, listing_id=listing_id, holders=[HolderDraft(uscc=view.uscc or "", share_bps=4_000)]
    )
    listing_service.submit_listing(by_officer, listing_id=listing_id)
    listing_service.approve_listing(by_head, listing_id=listing_id)
    consenting = replace(uow, actor=other_head)
    held = holdings.get_holding(consenting, listing_id=listing_id)
    listing_service.consent_to_listing(consenting, listing_id=listing_id, terms_hash=held.terms_hash or "")
    listing_service.publish_listing(by_officer, listing_id=listing_id)
    listing = listings.get_listing(uow, listing_id=listing_id)
    firm_id = an_sme(uow, zone_id=a_zone(uow), name="试点高新区企业")
    firm = a_member(uow, firm_id, "sme", Role.FIRM_HEAD, "钱总")
    now = (listing.published_at or uow.now) + timedelta(minutes=1)
    market = Market(
        uow=replace(uow, now=now), university_id=university, officer=replace(by_officer, now=now), head=replace(by_head, now=now),
        firm_id=firm_id, firm=replace(uow, actor=firm, now=now), outsider_id=firm_id, outsider=replace(uow, actor=firm, now=now),
        listing=listing,
    )  # fmt: skip
    bill = a_bill(uow, amount_minor=10_000_000, market=market)
    contract = contracts.get_contract(bill.system, contract_id=bill.invoice.contract_id)
    by_manager = replace(uow, actor=manager)
    if commission is not None:
        _agree(market, by_manager, contract.deal_id, commission)
    return SharedBill(
        bill, institute, replace(uow, actor=other_officer), consenting, replace(uow, actor=inventor),
        replace(uow, actor=other), by_manager, contract.id,
    )  # fmt: skip


def _agree(market: Market, manager: UnitOfWork, deal_id: UUID, terms: CommissionTerms) -> None:
    assert manager.actor.user_id is not None
    view = deals.invite_manager(
        market.officer, deal_id=deal_id, form=InviteManager(manager_id=manager.actor.user_id, terms=terms)
    )
    assert view.commission is not None
    form = AcceptCommission(terms_hash=view.commission.terms_hash)
    deals.accept_commission(manager, deal_id=deal_id, form=form)
    if terms.payer == "firm":
        deals.accept_commission(market.firm, deal_id=deal_id, form=form)
