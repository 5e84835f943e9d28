"""Counting a split, and counting all open splits of a contract again: shares, and the question to each right holder."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from finance.distributions import ruling
from finance.distributions.counting import Payee, count_payments
from finance.distributions.models import Distribution, DistributionApproval, DistributionShare
from finance.distributions.schemas import SplitRule
from finance.distributions.shares import split_to_entitlements
from finance.distributions.states import DISTRIBUTION
from marketplace.contracts import queries as contracts
from marketplace.core.fsm import advance
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import DistributionProposed


def one_at_a_time(uow: UnitOfWork, contract_id: UUID) -> None:
    """Let one transaction at a time count the payments of a contract."""
    uow.take_turns("distribution", contract_id)


def split(uow: UnitOfWork, row: Distribution, rule: SplitRule) -> None:
    """Count all payments of the contract, and give of this one what each payee is entitled to and was not given yet."""
    payments = uow.session.exec(
        select(Distribution)
        .where(col(Distribution.contract_id) == row.contract_id, col(Distribution.state) != "withdrawn")
        .order_by(col(Distribution.position))
    ).all()
    rules = [rule if p.id == row.id else SplitRule.model_validate(p.rule) for p in payments]
    counted, entitled = count_payments(
        ((p.amount_minor - p.refunded_minor, r) for p, r in zip(payments, rules, strict=True)),
        platform_id=ruling.PLATFORM_ID,
    )
    one = counted[[p.id for p in payments].index(row.id)]
    given = _given(uow, row)
    payees = [*one.parts, *(payee for payee in entitled if payee not in one.parts)]
    parts = split_to_entitlements(
        row.amount_minor - row.refunded_minor,
        [entitled[payee] for payee in payees],
        [given.get(payee, 0) for payee in payees],
    )
    names = {payee: name for r in [*rules, rule] for payee, name in ruling.name_payees(r).items()}
    told = [
        (payee, amount)
        for payee, amount in zip(payees, parts, strict=True)
        if amount or (payee in one.parts and payee.kind != "cost")
    ]
    for position, (payee, amount) in enumerate(told, start=1):
        name, user_id, source = names[payee]
        uow.session.add(
            DistributionShare(
                distribution_id=row.id, position=position, payee_kind=payee.kind, payee_id=payee.id, payee_name=name,
                user_id=user_id, holder_id=payee.holder_id, amount_minor=amount,
                why=ruling.figures(payee, one, rule) | {"source": source},
            )
        )  # fmt: skip
    uow.session.flush()


def _given(uow: UnitOfWork, row: Distribution) -> dict[Payee, int]:
    """Return what each payee was given of the other payments of the contract, by splits booked or on their way."""
    return {
        Payee(found["payee_kind"], found["payee_id"], found["holder_id"]): int(found["minor"])
        for found in uow.rows(
            "SELECT s.payee_kind, s.payee_id, s.holder_id, sum(s.amount_minor - s.refunded_minor - s.claimed_minor) AS minor"
            " FROM distribution_share s"
            " JOIN distribution d ON d.id = s.distribution_id WHERE d.contract_id = :contract AND d.id <> :own"
            " AND d.state <> 'withdrawn' GROUP BY 1, 2, 3",
            contract=row.contract_id,
            own=row.id,
        )
    }


def ask(uow: UnitOfWork, row: Distribution, rule: SplitRule) -> None:
    """Ask each right holder for its yes; announces DistributionProposed."""
    uow.session.add_all(
        DistributionApproval(
            distribution_id=row.id, organization_id=holder.organization_id, position=position, share_bps=holder.share_bps
        )
        for position, holder in enumerate(rule.holders, start=1)
    )  # fmt: skip
    uow.session.flush()
    uow.publish(DistributionProposed(**event_fields(row, rule)))


def event_fields(row: Distribution, rule: SplitRule) -> dict[str, Any]:
    """Return what every announcement about a split carries."""
    return {
        "distribution_id": row.id, "university_id": row.university_id, "contract_id": row.contract_id,
        "contract_number": row.contract_number, "title": row.title, "amount_minor": row.amount_minor - row.refunded_minor,
        "holder_ids": tuple(holder.organization_id for holder in rule.holders),
    }  # fmt: skip


def recount_open(uow: UnitOfWork, contract_id: UUID) -> None:
    """Count every split of a contract that is not booked again, with what holds now, and ask its holders anew.

    The caller has taken `one_at_a_time`.
    """
    contract = contracts.get_contract(uow.as_system(), contract_id=contract_id)
    uow.session.flush()
    rows = uow.session.exec(
        select(Distribution)
        .where(
            col(Distribution.contract_id) == contract_id,
            col(Distribution.state).in_(("proposed", "objected")),
        )
        .order_by(col(Distribution.position))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    rules = [ruling.rule_of_day(uow, contract, row.received_on) for row in rows]
    for row, rule in zip(rows, rules, strict=True):
        if row.state == "objected":
            advance(uow, DISTRIBUTION, row, "recount")
        row.rule = rule.model_dump(mode="json")
    uow.session.flush()
    for row, rule in zip(rows, rules, strict=True):
        for table in (DistributionShare, DistributionApproval):
            uow.session.connection().execute(delete(table).where(col(table.distribution_id) == row.id))
        split(uow, row, rule)
        ask(uow, row, rule)
    uow.session.expire_all()
