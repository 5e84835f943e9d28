"""I2: a stored balance is the sum of its entries, its version their count, and no version is missing."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every account whose running balance or version differs from its entries."""
    return violations(
        session,
        "I2",
        "SELECT a.key AS subject, 'balance ' || a.balance_minor || ' v' || a.version || ', entries ' || coalesce(sum(e.amount_minor), 0)"
        " || ' in ' || count(e.txn_id) || ' up to v' || coalesce(max(e.version), 0) || ', wrong running balances '"
        " || count(*) FILTER (WHERE e.balance_after_minor <> e.running) AS detail"
        " FROM ledger_account a LEFT JOIN (SELECT txn_id, account_id, amount_minor, version, balance_after_minor,"
        " sum(amount_minor) OVER (PARTITION BY account_id ORDER BY version) AS running FROM ledger_entry) e"
        " ON e.account_id = a.id WHERE NOT a.rollup GROUP BY a.id"
        " HAVING a.balance_minor <> coalesce(sum(e.amount_minor), 0) OR a.version <> count(e.txn_id)"
        " OR a.version <> coalesce(max(e.version), 0) OR count(e.version) <> count(e.txn_id)"
        " OR bool_or(e.balance_after_minor <> e.running) ORDER BY a.key",
    )
