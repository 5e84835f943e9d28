"""Writes of the room: propose the split of what came in, approve and book it."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import text
from sqlmodel import col, select

from finance.distributions import policy, queries
from finance.distributions.models import Distribution, DistributionShare
from finance.distributions.schemas import DistributionView, PayeeKind
from finance.distributions.shares import SCALE, Rule, Tier, entitlements, split_to_entitlements
from finance.distributions.states import DISTRIBUTION
from finance.ledger import recipes
from finance.receivables import queries as receivables
from finance.settings import settings
from marketplace.contracts import queries as contracts
from marketplace.contracts.schemas import ContractView
from marketplace.core.fsm import advance, begin
from marketplace.core.money import BPS
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import DistributionBooked, DistributionProposed, ShareBooked
from marketplace.events.payments import PaymentSettled
from marketplace.listings import queries as listings
from marketplace.organizations import queries as organizations
from marketplace.organizations.errors import NoRewardPolicy

LEGAL_FLOOR_BPS = (
    5_000  # 促进科技成果转化法 §45: where nothing was agreed, and at least, half of the net income
)
LEGAL_SOURCE = "促进科技成果转化法第四十五条"


@dataclass(frozen=True, slots=True)
class Payee:
    """Somebody who is entitled to a part."""

    kind: PayeeKind
    id: UUID
    name: str
    user_id: UUID | None = None


def propose_distribution(uow: UnitOfWork, *, settled: PaymentSettled) -> UUID | None:
    """Split what a payment settled, by the rule in force on the day it came in; announces DistributionProposed.

    Returns None when nothing was settled. The same payment twice gives the split that is already there.
    """
    if not settled.applied_minor:
        return None
    _one_at_a_time(uow, settled.contract_id)
    known = uow.session.exec(
        select(Distribution.id).where(col(Distribution.payment_id) == settled.payment_id)
    ).one_or_none()
    if known is not None:
        return known
    if not receivables.has_payment(uow, source_id=settled.payment_id):
        return None  # taken back before anybody came to split it
    contract = contracts.get_contract(uow.as_system(), contract_id=settled.contract_id)
    payees, rule, source = _entitled(uow, contract, settled)
    parts = _split(uow, contract.id, settled.applied_minor, payees, rule)
    row = Distribution(
        payment_id=settled.payment_id, invoice_id=settled.invoice_id, contract_id=contract.id, contract_number=contract.number,
        title=settled.title, university_id=settled.university_id, state=DISTRIBUTION.initial, state_since=uow.now,
        amount_minor=settled.applied_minor,
        rule={"source": source, "fee_bps": rule.fee_bps, "unit_bps": rule.unit_bps, "inventor_tiers": [list(t) for t in rule.tiers]},
    )  # fmt: skip
    begin(uow, DISTRIBUTION, row)
    uow.session.add(row)
    uow.session.flush()
    uow.session.add_all(
        DistributionShare(
            distribution_id=row.id, position=position, payee_kind=payee.kind, payee_id=payee.id, payee_name=payee.name,
            user_id=payee.user_id, amount_minor=amount,
        )
        for position, (payee, amount) in enumerate(zip(payees, parts, strict=True), start=1)
    )  # fmt: skip
    uow.publish(
        DistributionProposed(
            distribution_id=row.id, university_id=row.university_id, contract_id=row.contract_id,
            contract_number=row.contract_number, title=row.title, amount_minor=row.amount_minor,
        )
    )  # fmt: skip
    uow.session.flush()
    return row.id


def _one_at_a_time(uow: UnitOfWork, contract_id: UUID) -> None:
    uow.session.connection().execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:contract, 11))"), {"contract": str(contract_id)}
    )


def withdraw_distribution(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> bool:
    """Withdraw the split of a payment that was matched wrongly; False, and nothing changed, once it is approved.

    Until the transaction ends, no split of the contract is proposed.
    """
    _one_at_a_time(uow, contract_id)
    row = uow.session.exec(
        select(Distribution).where(col(Distribution.payment_id) == payment_id).with_for_update()
    ).one_or_none()
    if row is None or row.state == "withdrawn":
        return True
    if row.state != "proposed":
        return False
    advance(uow, DISTRIBUTION, row, "withdraw")
    uow.session.flush()
    return True


def _entitled(
    uow: UnitOfWork, contract: ContractView, settled: PaymentSettled
) -> tuple[list[Payee], Rule, str]:
    listing = listings.get_listing(uow.as_system(), listing_id=contract.listing_id)
    try:
        reward = organizations.get_reward_policy(
            uow, organization_id=contract.university_id, as_of=settled.received_on
        )
        tiers = tuple(Tier(tier.up_to_minor, tier.inventor_bps) for tier in reward.inventor_tiers)
        unit_bps, source = reward.unit_bps, reward.source
    except NoRewardPolicy:
        tiers, unit_bps, source = (Tier(None, LEGAL_FLOOR_BPS),), 0, LEGAL_SOURCE
    inventors = [
        Payee(
            "inventor", person.user_id or uuid5(contract.listing_id, person.name), person.name, person.user_id
        )
        for person in listing.inventors
    ]
    shares = tuple(person.share_bps for person in listing.inventors)
    if not inventors:  # the team is not named yet: its part is kept apart under one name
        inventors, shares = [Payee("inventor", contract.listing_id, "成果完成团队")], (BPS,)
    unit = listing.unit or "所在院系"
    others = [
        Payee("unit", uuid5(contract.university_id, unit), unit),
        Payee("university", contract.university_id, contract.university_name),
        Payee("platform", uuid5(NAMESPACE_URL, "xianyong:platform"), "先用平台服务费"),
    ]
    return [*inventors, *others], Rule(settings().platform_fee_bps, tiers, unit_bps, shares), source


def _split(
    uow: UnitOfWork, contract_id: UUID, amount_minor: int, payees: list[Payee], rule: Rule
) -> list[int]:
    earlier = {
        (row["payee_kind"], row["payee_id"]): int(row["minor"])
        for row in uow.rows(
            "SELECT s.payee_kind, s.payee_id, sum(s.amount_minor) AS minor FROM distribution_share s"
            " JOIN distribution d ON d.id = s.distribution_id WHERE d.contract_id = :contract AND d.state <> 'withdrawn' GROUP BY 1, 2",
            contract=contract_id,
        )
    }
    total = amount_minor + sum(earlier.values())
    given = [earlier.get((payee.kind, payee.id), 0) for payee in payees]
    return split_to_entitlements(amount_minor, entitlements(rule, total), given, scale=SCALE)


def approve_distribution(uow: UnitOfWork, *, distribution_id: UUID) -> DistributionView:
    """Approve a split and book it; announces DistributionBooked and, to each inventor, ShareBooked.

    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    row = queries.lock_distribution(uow, distribution_id)
    require(policy.can_approve(uow.actor, row.university_id))
    advance(uow, DISTRIBUTION, row, "approve")
    uow.session.flush()
    shares = uow.session.exec(
        select(DistributionShare)
        .where(col(DistributionShare.distribution_id) == row.id)
        .order_by(col(DistributionShare.position))
    ).all()
    row.approved_by = uow.actor.user_id
    row.ledger_txn_id = recipes.income_split(
        uow, distribution_id=row.id, contract_id=row.contract_id,
        shares=[recipes.Share(_kind(share.payee_kind), share.payee_id, share.amount_minor) for share in shares],
    )  # fmt: skip
    advance(uow, DISTRIBUTION, row, "book")
    uow.audit("distribution.approved", "distribution", row.id, amount_minor=row.amount_minor)
    _announce(uow, row, list(shares))
    uow.session.flush()
    return queries.get_distribution(uow, distribution_id=row.id)


def _kind(value: str) -> PayeeKind:
    kinds: dict[str, PayeeKind] = {
        "inventor": "inventor",
        "unit": "unit",
        "university": "university",
        "platform": "platform",
    }
    return kinds[value]


def _announce(uow: UnitOfWork, row: Distribution, shares: list[DistributionShare]) -> None:
    uow.publish(
        DistributionBooked(
            distribution_id=row.id, university_id=row.university_id, contract_id=row.contract_id,
            contract_number=row.contract_number, title=row.title, amount_minor=row.amount_minor,
        )
    )  # fmt: skip
    for share in shares:
        if share.payee_kind == "inventor" and share.amount_minor:
            uow.publish(
                ShareBooked(
                    share_id=share.id, distribution_id=row.id, university_id=row.university_id, user_id=share.user_id,
                    payee_name=share.payee_name, title=row.title, amount_minor=share.amount_minor,
                )
            )  # fmt: skip
