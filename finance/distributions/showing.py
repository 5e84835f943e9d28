"""A split as one of its right holders sees it: every step with its rule and arithmetic, other holders by their sum only."""

from itertools import chain
from typing import Any
from uuid import UUID

from finance.distributions import policy
from finance.distributions.schemas import (
    ApprovalView,
    DistributionView,
    MoneyStep,
    ShareView,
    SplitRule,
)
from finance.distributions.words import COSTS, PAYEES, arithmetic, percent
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

_BEFORE_HOLDERS = ("platform", "cost", "manager")


def show(uow: UnitOfWork, row: dict[str, Any]) -> DistributionView:
    """Return the view of a row with its shares and approvals, cut down to what the reader's organization may see."""
    row.pop("total")
    rule = SplitRule.model_validate(row.pop("rule"))
    shares, approvals = row.pop("shares"), row.pop("approvals") or []
    sums = _of_holders(shares, [approval["organization_id"] for approval in approvals])
    seen = [
        ApprovalView(**approval, amount_minor=sums[approval["organization_id"]]) for approval in approvals
    ]
    own = uow.actor.organization_id
    all_seen = uow.actor.is_system or len(seen) < 2
    return DistributionView(
        **row,
        steps=_steps(uow, row["amount_minor"], shares, seen, rule),
        shares=[_share(uow, share) for share in shares]
        if all_seen
        else _own_shares(uow, shares, seen, rule, own),
        approvals=seen,
        moves=_moves(uow, row, seen, [share["user_id"] for share in shares]),
    )


def _of_holders(shares: list[dict[str, Any]], holders: list[str]) -> dict[str, int]:
    return {
        holder: sum(
            share["amount_minor"]
            for share in shares
            if share["holder_id"] == holder and share["payee_kind"] not in _BEFORE_HOLDERS
        )
        for holder in holders
    }


def _share(uow: UnitOfWork, share: dict[str, Any]) -> ShareView:
    why = share["why"] or {}
    return ShareView(
        id=share["id"], payee_kind=share["payee_kind"], payee_name=share["payee_name"], holder_id=share["holder_id"],
        amount_minor=share["amount_minor"], source=str(why.get("source", "")),
        arithmetic=_told(share, uow),
    )  # fmt: skip


def _told(share: dict[str, Any], uow: UnitOfWork) -> str:
    kind, why = share["payee_kind"], share["why"] or {}
    return arithmetic(kind, why, share["amount_minor"], uow.locale, refunded_minor=share["refunded_minor"])


def _own_shares(
    uow: UnitOfWork,
    shares: list[dict[str, Any]],
    approvals: list[ApprovalView],
    rule: SplitRule,
    own: UUID | None,
) -> list[ShareView]:
    mine = [
        _share(uow, share)
        for share in shares
        if share["payee_kind"] in _BEFORE_HOLDERS or share["holder_id"] == str(own)
    ]
    first = {share["holder_id"]: share["id"] for share in reversed(shares) if share["holder_id"]}
    others = [
        ShareView(
            id=first[str(approval.organization_id)], payee_kind="holder", payee_name=approval.name,
            holder_id=approval.organization_id, amount_minor=approval.amount_minor, source=_source(rule, approval),
            arithmetic=_holding(approval, uow),
        )
        for approval in approvals
        if approval.organization_id != own
    ]  # fmt: skip
    before = [share for share in mine if share.payee_kind in _BEFORE_HOLDERS]
    return [*(share for share in mine if share not in before), *others, *before]


def _source(rule: SplitRule, approval: ApprovalView) -> str:
    return next(h.source for h in rule.holders if h.organization_id == approval.organization_id)


def _holding(approval: ApprovalView, uow: UnitOfWork) -> str:
    return Text("合同约定份额 {rate}", "{rate} by the contract").in_(
        uow.locale, rate=percent(approval.share_bps)
    )


def _steps(
    uow: UnitOfWork,
    gross_minor: int,
    shares: list[dict[str, Any]],
    approvals: list[ApprovalView],
    rule: SplitRule,
) -> list[MoneyStep]:
    """Return the way of the money: what leaves at each step and what is left after it; the last step leaves nothing."""
    locale = uow.locale
    left = gross_minor
    steps = [
        MoneyStep(kind="gross", name="", amount_minor=gross_minor, left_minor=left, source="", arithmetic="")
    ]
    ordered = chain.from_iterable(
        (share for share in shares if share["payee_kind"] == kind) for kind in _BEFORE_HOLDERS
    )
    for share in ordered:
        left -= share["amount_minor"]
        kind, why = share["payee_kind"], share["why"] or {}
        name = COSTS[why["kind"]].in_(locale) if "kind" in why else PAYEES[kind].in_(locale)
        named = {"manager": share["payee_name"], "cost": f"{name} · {share['payee_name']}"}.get(kind, name)
        steps.append(
            MoneyStep(
                kind=kind, name=named, amount_minor=share["amount_minor"], left_minor=left, source=str(why.get("source", "")),
                arithmetic=_told(share, uow),
            )
        )  # fmt: skip
    outside = rule.commission
    if outside is not None and outside.payer == "firm":
        paid = Text(
            "由企业另行支付，不从收入中扣除", "paid by the firm apart, nothing comes out of the income"
        )
        steps.append(
            MoneyStep(
                kind="manager", name=outside.manager_name, amount_minor=0, left_minor=left, source=outside.source,
                arithmetic=paid.in_(locale),
            )
        )  # fmt: skip
    for approval in approvals:
        left -= approval.amount_minor
        steps.append(
            MoneyStep(
                kind="holder", name=approval.name, amount_minor=approval.amount_minor, left_minor=left,
                source=_source(rule, approval), arithmetic=_holding(approval, uow),
            )
        )  # fmt: skip
    return steps


def _moves(
    uow: UnitOfWork, row: dict[str, Any], approvals: list[ApprovalView], paid: list[str | None]
) -> list[Any]:
    if row["refunding_minor"] or row["disputed_minor"]:
        return []  # what is to be split is known when the refund or the dispute is over
    if row["state"] == "objected":
        return ["recount"] if policy.can_recount(uow.actor, row["university_id"]) else []
    own = next((a for a in approvals if uow.actor.belongs_to(a.organization_id)), None)
    if row["state"] != "proposed" or own is None or own.state != "waiting":
        return []
    people = [UUID(user) for user in paid if user]
    may = policy.can_approve(uow.actor, own.organization_id) and policy.is_not_paid(uow.actor, people)
    return ["approve", "object"] if may else []
