"""Who may see and do what with a contract. One rule serves the single row and every list."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, exists, or_
from sqlmodel import col, select

from marketplace.contracts.models import Contract, ContractParty
from marketplace.contracts.schemas import ContractState
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system

VISIBLE: ColumnElement[bool] = or_(
    and_(
        bindparam("reads", type_=Boolean),
        or_(
            col(Contract.firm_id) == bindparam("actor_org", type_=Uuid),
            col(Contract.university_id) == bindparam("actor_org", type_=Uuid),
            exists(
                select(col(ContractParty.id)).where(
                    col(ContractParty.contract_id) == col(Contract.id),
                    col(ContractParty.organization_id) == bindparam("actor_org", type_=Uuid),
                )
            ),
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


def can_see(actor: Actor, contract: Contract, parties: Collection[UUID] = ()) -> Decision:
    """The same rule for one row; `parties` are the organizations that sign beside university and firm: co-owners."""
    return _party(actor, contract, "contract.read", parties)


def can_sign(actor: Actor, contract: Contract, parties: Collection[UUID] = ()) -> Decision:
    """People of a party who may sign for it; outside the demo that needs a fresh second factor."""
    return _party(actor, contract, "contract.sign", parties)


def can_report(actor: Actor, contract: Contract) -> Decision:
    """Declare income, file statements and return the technology: the licensee."""
    return member_or_system(actor, contract.firm_id, may="income.declare", stranger="not_the_licensee")


def can_accept_milestone(actor: Actor, contract: Contract) -> Decision:
    """The university says that a milestone was reached."""
    return member_or_system(actor, contract.university_id, may="contract.sign", stranger="not_the_licensor")


def can_rescind(actor: Actor, contract: Contract) -> Decision:
    """The head of the licensor's office declares the end; the rule behind it is asked by the room of defaults."""
    return member_or_system(actor, contract.university_id, may="default.rescind", stranger="not_the_licensor")


def can_license(actor: Actor, contract: Contract) -> Decision:
    """Assert first income and ask for accounts: the licensor."""
    return can_accept_milestone(actor, contract)


def can_take_part(actor: Actor, contract: Contract) -> Decision:
    """What either side may do: record a conversion, a right's loss or a transfer, settle a dispute, hand in files."""
    return can_report(actor, contract) if actor.belongs_to(contract.firm_id) else can_license(actor, contract)


def can_answer(actor: Actor, contract: Contract, side_id: UUID) -> Decision:
    """Answer a matter, or withdraw it: the side whose turn or matter it is."""
    if not actor.is_system and not actor.belongs_to(side_id):
        return deny("not_the_other_side")
    return can_take_part(actor, contract)


def can_refuse(kind: str) -> Decision:
    """The accounts behind a royalty are a right of the licensor (民法典 §846): they are shown, not refused."""
    return deny("accounts_are_owed") if kind == "accounts" else ALLOW


def can_rule(actor: Actor) -> Decision:
    """Record how a dispute was decided outside: the platform's administrator."""
    return ALLOW if actor.is_system or actor.may("contract.rule") else deny("contract.rule")


def _party(actor: Actor, contract: Contract, permission: str, parties: Collection[UUID] = ()) -> Decision:
    return member_or_system(actor, contract.firm_id, contract.university_id, *parties, may=permission)


_RUNNING_MOVES = (
    ("declare_first_income", "firm", "income.declare"),
    ("file_use_report", "firm", "income.declare"),
    ("claim_milestone", "firm", "income.declare"),
    ("buy_out", "firm", "income.declare"),
    ("accept_milestone", "university", "contract.sign"),
    ("assert_first_income", "university", "contract.sign"),
    ("record_conversion", "firm", "income.declare"),
    ("record_conversion", "university", "contract.sign"),
    ("record_right", "firm", "income.declare"),
    ("record_right", "university", "contract.sign"),
)
_STATEMENTS = (("file_statement", "firm", "income.declare"), ("correct_statement", "firm", "income.declare"))
_MOVES: dict[ContractState, tuple[tuple[str, str, str], ...]] = {
    ContractState.DRAFTED: (("sign", "", "contract.sign"), ("cancel", "", "contract.sign")),
    ContractState.SIGNING: (("sign", "", "contract.sign"), ("cancel", "", "contract.sign")),
    ContractState.IN_USE_FREE: (*_RUNNING_MOVES, ("return", "firm", "income.declare")),
    ContractState.PAYING: (
        *_STATEMENTS,
        *_RUNNING_MOVES,
        ("ask_for_accounts", "university", "contract.sign"),
    ),
    ContractState.RETURNED: (("file_certificate", "firm", "income.declare"),),
    ContractState.CONVERTED: (
        *_STATEMENTS,
        ("record_transfer", "firm", "income.declare"),
        ("record_transfer", "university", "contract.sign"),
    ),
    ContractState.INVALIDATED: _STATEMENTS,
    ContractState.RESCINDED: _STATEMENTS,
}


def moves(
    actor: Actor,
    row: dict[str, Any],
    *,
    has_signed: bool,
    possible: dict[str, bool],
    parties: Collection[UUID] = (),
) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again.

    `possible` says of some steps whether there is anything to do; a step it does not name is decided by the state alone.
    """
    sides = {
        "": (row["firm_id"], row["university_id"], *parties),
        "firm": (row["firm_id"],),
        "university": (row["university_id"],),
    }
    hidden = {"sign": has_signed, "declare_first_income": row["first_income_on"] is not None}
    hidden |= {move: not open_now for move, open_now in possible.items()}
    return [
        move
        for move, side, permission in _MOVES.get(ContractState(row["state"]), ())
        if actor.belongs_to(*sides[side]) and actor.may(permission) and not hidden.get(move, False)
    ]


def matter_moves(actor: Actor, contract: dict[str, Any], matter: dict[str, Any]) -> list[str]:
    """Return what the reader may do with a matter now, for buttons; the service decides again."""
    side = "income.declare" if actor.belongs_to(contract["firm_id"]) else "contract.sign"
    if not actor.belongs_to(contract["firm_id"], contract["university_id"]) or not actor.may(side):
        return []
    raised = actor.belongs_to(UUID(matter["raised_by_id"]))
    if matter["state"] == "open":
        if raised:
            return ["withdraw"]
        return ["accept", "refuse"] if can_refuse(matter["kind"]) else ["accept"]
    if matter["state"] != "contested":
        return []
    offered = matter["has_proposal"] and not actor.belongs_to(UUID(matter["proposed_by_id"]))
    return [*(["agree"] if offered else []), "propose", *(["withdraw"] if raised else [])]
