"""I10: ledger and audit trail are what was sealed, from the first row to the last."""

from sqlmodel import Session

from marketplace.app.oversight.chain import CHAINS
from marketplace.app.oversight.watching import look
from workers.checks.violation import Violation


def check(session: Session) -> list[Violation]:
    """Return the first break of each chain in what is new and in a slice of what is old; heads of past days are compared as well."""
    return [
        Violation(
            "I10", f"{found.chain} {found.item_id or ''}".strip(), f"{found.broken} at seal {found.seq}"
        )
        for found in (look(session, chain) for chain in CHAINS)
        if found.broken is not None
    ]
