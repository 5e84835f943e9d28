"""What a payment is split by: the platform's fee, agreed costs, commission and each holder's reward policy on its day."""

from datetime import date
from fractions import Fraction
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import col, select

from finance.distributions.counting import Counted, Payee
from finance.distributions.models import DistributionCost
from finance.distributions.schemas import (
    CommissionRule,
    CostRule,
    CostState,
    HolderRule,
    InventorShare,
    SplitRule,
)
from marketplace.contracts import queries as contracts
from marketplace.contracts.schemas import ContractView, HolderShare
from marketplace.core.money import BPS, allocate, yuan
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals
from marketplace.identity import queries as identity
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingView
from marketplace.organizations import queries as organizations
from marketplace.organizations.errors import NoRewardPolicy
from marketplace.rulebook import queries as rulebook

PLATFORM_ID = uuid5(NAMESPACE_URL, "xianyong:platform")
PLATFORM_NAME = "先用平台服务费"
TEAM = "成果完成团队"
LEGAL_SOURCE = "促进科技成果转化法第四十五条"
OWN_SHARE_SOURCE = "专利法第十四条：共有人就其份额自行处分"


def rule_of_day(uow: UnitOfWork, contract: ContractView, received_on: date) -> SplitRule:
    """Return all that a payment of a contract is split by: reward policies of the day on which it came in."""
    listing = listings.get_listing(uow.as_system(), listing_id=contract.listing_id)
    holders = contracts.list_holder_shares(uow.as_system(), contract_id=contract.id)
    fee = rulebook.get_rule("platform_fee_bps", received_on)
    return SplitRule(
        fee_bps=fee.value,
        fee_source=fee.source,
        costs=_costs(uow, contract.id),
        commission=_commission(uow, contract.deal_id),
        holders=_holders(uow, listing, holders, received_on),
    )


def _costs(uow: UnitOfWork, contract_id: UUID) -> list[CostRule]:
    rows = uow.session.exec(
        select(DistributionCost)
        .where(
            col(DistributionCost.contract_id) == contract_id, col(DistributionCost.state) == CostState.AGREED
        )
        .order_by(col(DistributionCost.agreed_on), col(DistributionCost.id))
    ).all()
    names = organizations.list_briefs(uow, ids=[row.organization_id for row in rows])
    return [
        CostRule.model_validate(
            {
                "id": row.id, "organization_id": row.organization_id, "organization_name": names[row.organization_id].name,
                "kind": row.kind, "amount_minor": row.amount_minor, "source": row.source,
            }
        )
        for row in rows
    ]  # fmt: skip


def _commission(uow: UnitOfWork, deal_id: UUID) -> CommissionRule | None:
    agreed = deals.get_commission(uow.as_system(), deal_id)
    if agreed is None:
        return None
    terms = agreed.terms
    return CommissionRule(
        manager_id=agreed.manager_id, manager_name=agreed.manager_name, payer=terms.payer, rate_bps=terms.rate_bps,
        amount_minor=terms.amount_minor, cap_minor=terms.cap_minor,
        source=f"佣金约定 {agreed.terms_hash[:12]}",
    )  # fmt: skip


def _holders(
    uow: UnitOfWork, listing: ListingView, holders: list[HolderShare], as_of: date
) -> list[HolderRule]:
    """Split by holder: an inventor belongs to the co-owner whose member she is, everybody else to the university."""
    kinds = organizations.list_briefs(uow, ids=[holder.organization_id for holder in holders])
    people = {person.user_id: 0 for person in listing.inventors if person.user_id}
    for position, holder in enumerate(holders[1:], start=1):
        for member in identity.list_members(
            uow, organization_id=holder.organization_id, permission="distribution.read_share"
        ):
            people[member] = position
    found = []
    for position, holder in enumerate(holders):
        own = [
            person
            for person in listing.inventors
            if (people.get(person.user_id, 0) if person.user_id else 0) == position
        ]
        weights = allocate(BPS, [person.share_bps for person in own]) if own else []
        team = [
            InventorShare(
                payee_id=person.user_id or uuid5(listing.id, person.name),
                name=person.name,
                user_id=person.user_id,
                share_bps=bps,
            )
            for person, bps in zip(own, weights, strict=True)
        ]
        lead = position == 0
        if not team:  # nobody is named yet: the inventors' part is kept apart under one name
            apart = listing.id if lead else uuid5(listing.id, str(holder.organization_id))
            team = [InventorShare(payee_id=apart, name=TEAM, share_bps=BPS)]
        unit = (listing.unit or "所在院系") if lead else ""
        found.append(
            _holder(
                uow, holder, team, unit, as_of, university=kinds[holder.organization_id].kind == "university"
            )
        )
    return found


def _holder(
    uow: UnitOfWork, holder: HolderShare, team: list[InventorShare], unit: str, as_of: date, *, university: bool
) -> HolderRule:  # fmt: skip
    tiers: list[tuple[int | None, int]]
    try:
        reward = organizations.get_reward_policy(uow, organization_id=holder.organization_id, as_of=as_of)
        tiers = [(tier.up_to_minor, tier.inventor_bps) for tier in reward.inventor_tiers]
        unit_bps, source = reward.unit_bps, reward.source
    except NoRewardPolicy:
        if university:
            tiers, unit_bps = [(None, rulebook.value("inventor_floor_bps", as_of))], 0
            source = LEGAL_SOURCE
        else:  # a firm that owns a part is no state institution: §45 sets it no floor
            tiers, unit_bps, source, team = [(None, 0)], 0, OWN_SHARE_SOURCE, []
    return HolderRule(
        organization_id=holder.organization_id, name=holder.name, share_bps=holder.share_bps, inventor_tiers=tiers,
        unit_id=uuid5(holder.organization_id, unit) if unit else None, unit_name=unit, unit_bps=unit_bps, source=source,
        inventors=team,
    )  # fmt: skip


def name_payees(rule: SplitRule) -> dict[Payee, tuple[str, UUID | None, str]]:
    """Return the name, the account's person and the source of each payee of a rule."""
    found: dict[Payee, tuple[str, UUID | None, str]] = {}
    for holder in rule.holders:
        key = holder.organization_id
        for person in holder.inventors:
            found[Payee("inventor", person.payee_id, key)] = (person.name, person.user_id, holder.source)
        if holder.unit_id is not None:
            found[Payee("unit", holder.unit_id, key)] = (holder.unit_name, None, holder.source)
        found[Payee("university", key, key)] = (holder.name, None, holder.source)
    for cost in rule.costs:
        found[Payee("cost", cost.id, cost.organization_id)] = (cost.organization_name, None, cost.source)
    if rule.commission is not None:
        payee = Payee("manager", rule.commission.manager_id, rule.holders[0].organization_id)
        found[payee] = (rule.commission.manager_name, rule.commission.manager_id, rule.commission.source)
    found[Payee("platform", PLATFORM_ID, None)] = (PLATFORM_NAME, None, rule.fee_source)
    return found


def figures(payee: Payee, one: Counted, rule: SplitRule) -> dict[str, object]:
    """Return the figures of a payee's arithmetic in a payment: exact sums as decimals of a yuan, rates in bps."""
    exact = one.parts.get(payee)
    found: dict[str, object] = {"exact": decimal(exact) if exact is not None else "0.00"}
    if exact is None:
        return found
    if payee.kind == "platform":
        return found | {"gross": yuan(one.gross_minor), "bps": rule.fee_bps}
    if payee.kind == "cost":
        cost = next(cost for cost in rule.costs if cost.id == payee.id)
        before = one.costs_before.get(cost.id)
        return found | {
            "agreed": yuan(cost.amount_minor),
            "kind": cost.kind,
            "before": decimal(before) if before is not None else "0.00",
        }
    if payee.kind == "manager" and rule.commission is not None:
        terms = rule.commission
        return found | {
            "received": yuan(one.received_minor), "bps": terms.rate_bps, "before": decimal(one.commission_before),
            "fixed": None if terms.amount_minor is None else yuan(terms.amount_minor),
            "cap": None if terms.cap_minor is None else yuan(terms.cap_minor),
        }  # fmt: skip
    return found | _holder_figures(payee, one, rule)


def _holder_figures(payee: Payee, one: Counted, rule: SplitRule) -> dict[str, object]:
    holder = next(holder for holder in rule.holders if holder.organization_id == payee.holder_id)
    base: dict[str, object] = {"net": decimal(one.holders[holder.organization_id])}
    if payee.kind == "inventor":
        own = next(person.share_bps for person in holder.inventors if person.payee_id == payee.id)
        slices = [[yuan(minor), bps] for minor, bps in one.slices[holder.organization_id]]
        return base | {"slices": slices, "own_bps": own}
    if payee.kind == "unit":
        return base | {"bps": holder.unit_bps}
    return base


def decimal(exact: Fraction) -> str:
    """Write an exact sum in fen as yuan, to four decimals where whole fen are not enough: `1,234.5678`."""
    ten_thousandths = round(exact * 100)
    if ten_thousandths % 100 == 0:
        return yuan(ten_thousandths // 100)
    whole, rest = divmod(ten_thousandths, 10_000)
    return f"{whole:,}.{rest:04d}"
