"""I1: every transaction has at least two legs, is of one currency and sums to 0."""

from typing import Final

from sqlmodel import Session

from workers.checks.violation import Violation, suspects, violations

_OFF: Final = "SELECT txn_id FROM ledger_entry GROUP BY txn_id HAVING count(*) < 2 OR sum(amount_minor) <> 0"
_WITHOUT_LEGS: Final = (
    "SELECT t.id FROM ledger_txn t WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.txn_id = t.id)"
)
_CURRENCIES: Final = "SELECT currency FROM ledger_account UNION SELECT currency FROM ledger_txn"
_MIXED: Final = (
    "SELECT e.txn_id FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id JOIN ledger_txn t ON t.id = e.txn_id"
    " WHERE a.currency <> t.currency"
)


def check(session: Session) -> list[Violation]:
    """Return every transaction whose legs do not sum to 0 in its own currency.

    Each proof is one pass that knows no words; only transactions that fail one are looked at singly.
    """
    found = suspects(session, _OFF, _WITHOUT_LEGS)
    if len(suspects(session, _CURRENCIES)) > 1:
        found |= suspects(session, _MIXED)
    if not found:
        return []
    return violations(
        session,
        "I1",
        "SELECT t.id AS subject, 'legs ' || count(e.txn_id) || ', off by ' || coalesce(sum(e.amount_minor), 0)"
        " || CASE WHEN bool_or(a.currency <> t.currency) THEN ', mixes currencies' ELSE '' END AS detail"
        " FROM unnest(CAST(:found AS bigint[])) AS one(id) JOIN ledger_txn t ON t.id = one.id"
        " LEFT JOIN ledger_entry e ON e.txn_id = t.id LEFT JOIN ledger_account a ON a.id = e.account_id GROUP BY t.id ORDER BY t.id",
        found=list(found),
    )
