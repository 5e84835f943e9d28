"""I1: every transaction has at least two legs, is of one currency and sums to 0."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every transaction whose legs do not sum to 0 in its own currency."""
    return violations(
        session,
        "I1",
        "SELECT t.id AS subject, 'legs ' || count(e.txn_id) || ', off by ' || coalesce(sum(e.amount_minor), 0) AS detail"
        " FROM ledger_txn t LEFT JOIN ledger_entry e ON e.txn_id = t.id LEFT JOIN ledger_account a ON a.id = e.account_id"
        " GROUP BY t.id HAVING count(e.txn_id) < 2 OR sum(e.amount_minor) <> 0 OR bool_or(a.currency <> t.currency) ORDER BY t.id",
    )
