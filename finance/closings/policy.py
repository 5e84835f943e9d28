"""Who closes which book: a university's people its own, the platform's administrators that of all. One rule for row and list."""

from typing import Any

from finance.closings.models import MonthClosing
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE = "(:reads AND m.organization_id IS NOT DISTINCT FROM :book)"
"""The list filter over `month_closing m`; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE`: whoever reads the books of all closes those, others their own."""
    of_all = actor.is_system or actor.may("audit.read")
    return {
        "reads": bool(can_read(actor)),
        "book": None if of_all else actor.organization_id,
    }


def can_read(actor: Actor) -> Decision:
    """Whoever reads the books sees what is closed in them."""
    return ALLOW if actor.may("ledger.read") or actor.may("audit.read") else deny("ledger.read")


def can_ask(actor: Actor) -> Decision:
    """The accountant asks to close a month of her book, or to open one again."""
    return ALLOW if actor.may("month.close") else deny("month.close")


def can_decide(actor: Actor) -> Decision:
    """The head of the office, or the platform's administrator; outside the demo that needs a fresh second factor."""
    return ALLOW if actor.may("month.approve") else deny("month.approve")


def can_see(actor: Actor, row: MonthClosing) -> Decision:
    """The same rule as `VISIBLE` for one row."""
    mine = scope(actor)
    return ALLOW if mine["reads"] and row.organization_id == mine["book"] else deny("not_your_organization")


def step(actor: Actor, move: str) -> Decision | None:
    """The policy by the name of a move."""
    return can_decide(actor) if move in ("close", "decline", "reopen") else can_ask(actor)
