"""I2: a stored balance is the sum of its entries, its version their count, and no version is missing."""

from typing import Final

from sqlmodel import Session

from workers.checks.violation import Violation, suspects, violations

_STEPS: Final = """
SELECT e.account_id FROM ledger_entry e
  LEFT JOIN ledger_entry p ON p.account_id = e.account_id AND p.version = e.version - 1
 WHERE e.version IS NOT NULL AND ((e.version > 1 AND p.version IS NULL)
    OR e.balance_after_minor IS DISTINCT FROM coalesce(p.balance_after_minor, 0) + e.amount_minor)
"""
_SUMS: Final = """
SELECT a.id FROM ledger_account a LEFT JOIN (
       SELECT account_id, sum(amount_minor) AS minor, count(*) AS entries, count(version) AS numbered, max(version) AS last
         FROM ledger_entry GROUP BY account_id) e ON e.account_id = a.id
 WHERE NOT a.rollup AND (a.balance_minor <> coalesce(e.minor, 0) OR a.version <> coalesce(e.entries, 0)
    OR a.version <> coalesce(e.last, 0) OR e.numbered <> e.entries)
"""


def check(session: Session) -> list[Violation]:
    """Return every account whose running balance or version differs from its entries.

    Two passes: each entry follows from the one before it, and the last one is what the account says. Neither sorts the
    entries, so both run in parallel; only accounts that fail one are counted singly and put into words.
    """
    found = suspects(session, _STEPS, _SUMS)
    if not found:
        return []
    return violations(
        session,
        "I2",
        "SELECT a.key AS subject, 'balance ' || a.balance_minor || ' v' || a.version || ', entries ' || coalesce(sum(e.amount_minor), 0)"
        " || ' in ' || count(e.txn_id) || ' up to v' || coalesce(max(e.version), 0) || ', wrong running balances '"
        " || count(*) FILTER (WHERE e.balance_after_minor <> e.running) AS detail FROM ledger_account a"
        " LEFT JOIN (SELECT txn_id, account_id, amount_minor, version, balance_after_minor,"
        " sum(amount_minor) OVER (PARTITION BY account_id ORDER BY version) AS running FROM ledger_entry"
        " WHERE account_id = ANY(:found)) e ON e.account_id = a.id WHERE a.id = ANY(:found) GROUP BY a.id ORDER BY a.key",
        found=list(found),
    )
