"""Who may see and do what with defaults, covers, claims and credit records. One rule serves the row and every list."""

from typing import Any

from finance.defaults.models import Cover, CoverClaim, CreditRecord, DefaultCase
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system

CASE_VISIBLE = """(:sees_all OR (:reads AND (c.firm_id = :org OR c.university_id = :org OR EXISTS (
 SELECT 1 FROM cover v WHERE v.contract_id = c.contract_id AND v.provider_id = :org AND v.state = 'confirmed'))))"""
"""The list filter over `default_case c`: the two sides, and whoever stands behind a confirmed cover; `scope` fills it."""

COVER_VISIBLE = "(:sees_all OR (:reads AND :org IN (v.firm_id, v.university_id, v.provider_id)))"
"""The list filter over `cover v`."""

CLAIM_VISIBLE = "(:sees_all OR (:reads AND :org IN (k.firm_id, k.university_id, k.provider_id)))"
"""The list filter over `cover_claim k`."""

RECORD_VISIBLE = """(:sees_all OR (:reads AND :org IN (r.firm_id, r.university_id))
 OR (:takes AND r.zone_id = :org AND r.state IN ('issued', 'received')))"""
"""The list filter over `credit_record r`: the two sides always, the firm's zone once the record was issued."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill the filters for an actor."""
    return {"sees_all": actor.is_system, "reads": actor.may("default.read"), "org": actor.organization_id}


def record_scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `RECORD_VISIBLE`."""
    return scope(actor) | {"takes": actor.may("credit.read")}


def can_act(actor: Actor, row: DefaultCase | CreditRecord) -> Decision:
    """Demand, record delivery, withdraw, claim, announce: the licensor's office."""
    return member_or_system(actor, row.university_id, may="default.act", stranger="not_the_licensor")


def can_rescind(actor: Actor, row: DefaultCase) -> Decision:
    """Declare the contract rescinded: the head of the licensor's office."""
    return member_or_system(actor, row.university_id, may="default.rescind", stranger="not_the_licensor")


def can_answer(actor: Actor, row: DefaultCase | CreditRecord) -> Decision:
    """Acknowledge a demand and object to a credit record: the firm."""
    return member_or_system(actor, row.firm_id, may="default.answer", stranger="not_the_licensee")


def can_register(actor: Actor) -> Decision:
    """Firms and providers register covers; whose contract it is, is asked afterwards."""
    return ALLOW if actor.may("cover.register") else deny("cover.register")


def can_answer_cover(actor: Actor, row: Cover | CoverClaim) -> Decision:
    """Confirm a cover, answer a claim, note a repayment: the insurer or guarantor itself."""
    return member_or_system(actor, row.provider_id, may="cover.answer", stranger="not_the_provider")


def can_attach(actor: Actor, row: Cover) -> Decision:
    """Add the policy's file: the firm or the provider."""
    if actor.belongs_to(row.firm_id, row.provider_id) and actor.may("cover.register"):
        return ALLOW
    return deny("cover.register")


def can_place(actor: Actor, row: CoverClaim) -> Decision:
    """Say which receipt paid a claim: who places receipts on the licensor's account, or the reference on it."""
    return member_or_system(actor, row.university_id, may="bank.match", stranger="not_the_licensor")


def can_receive(actor: Actor, row: CreditRecord) -> Decision:
    """Take a credit record over: an officer of the firm's zone."""
    return member_or_system(actor, row.zone_id, may="credit.read", stranger="not_your_zone")


def case_step(actor: Actor, row: DefaultCase, move: str) -> Decision | None:
    """The policy by the name of a move; None for what the clock or a payment does."""
    if move in ("demand", "withdraw"):
        return can_act(actor, row)
    if move == "deliver":
        decision = can_act(actor, row)
        return decision or can_answer(actor, row)
    return can_rescind(actor, row) if move == "rescind" else None
