"""Who may see and do what with a contract. One rule serves the single row and every list."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, or_
from sqlmodel import col

from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractState
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE: ColumnElement[bool] = or_(
    and_(
        bindparam("reads", type_=Boolean),
        or_(
            col(Contract.firm_id) == bindparam("actor_org", type_=Uuid),
            col(Contract.university_id) == bindparam("actor_org", type_=Uuid),
        ),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause; `scope` fills it. A contract is known to its parties alone."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "reads": actor.may("contract.read"),
        "actor_org": actor.organization_id,
        "sees_all": actor.is_system,
    }


def can_see(actor: Actor, contract: Contract) -> Decision:
    """The same rule for one row."""
    return _party(actor, contract, "contract.read")


def can_sign(actor: Actor, contract: Contract) -> Decision:
    """People of a party who may sign for it; outside the demo that needs a fresh second factor."""
    return _party(actor, contract, "contract.sign")


def can_report(actor: Actor, contract: Contract) -> Decision:
    """Declare income, file statements and return the technology: the licensee."""
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(contract.firm_id):
        return deny("not_the_licensee")
    return ALLOW if actor.may("income.declare") else deny("income.declare")


def can_accept_milestone(actor: Actor, contract: Contract) -> Decision:
    """The university says that a milestone was reached."""
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(contract.university_id):
        return deny("not_the_licensor")
    return ALLOW if actor.may("contract.sign") else deny("contract.sign")


def can_rescind(actor: Actor, contract: Contract) -> Decision:
    """The head of the licensor's office declares the end; the rule behind it is asked by the room of defaults."""
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(contract.university_id):
        return deny("not_the_licensor")
    return ALLOW if actor.may("default.rescind") else deny("default.rescind")


def _party(actor: Actor, contract: Contract, permission: str) -> Decision:
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(contract.firm_id, contract.university_id):
        return deny("not_your_organization")
    return ALLOW if actor.may(permission) else deny(permission)


_MOVES: dict[ContractState, tuple[tuple[str, str, str], ...]] = {
    ContractState.DRAFTED: (("sign", "", "contract.sign"), ("cancel", "", "contract.sign")),
    ContractState.SIGNING: (("sign", "", "contract.sign"), ("cancel", "", "contract.sign")),
    ContractState.IN_USE_FREE: (
        ("declare_first_income", "firm", "income.declare"),
        ("return", "firm", "income.declare"),
        ("accept_milestone", "university", "contract.sign"),
    ),
    ContractState.PAYING: (
        ("declare_first_income", "firm", "income.declare"),
        ("file_statement", "firm", "income.declare"),
        ("accept_milestone", "university", "contract.sign"),
    ),
}


def moves(
    actor: Actor, row: dict[str, Any], *, has_signed: bool, has_royalty: bool, open_milestones: bool
) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again."""
    sides = {
        "": (row["firm_id"], row["university_id"]),
        "firm": (row["firm_id"],),
        "university": (row["university_id"],),
    }
    hidden = {
        "sign": has_signed,
        "declare_first_income": row["first_income_on"] is not None,
        "file_statement": not has_royalty,
        "accept_milestone": not open_milestones,
    }
    return [
        move
        for move, side, permission in _MOVES.get(ContractState(row["state"]), ())
        if actor.belongs_to(*sides[side]) and actor.may(permission) and not hidden.get(move, False)
    ]
