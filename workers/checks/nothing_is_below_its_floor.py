"""I14: no account stands below its floor, and nobody is billed less than nothing."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return accounts below their floor, counted from their entries, and bills of which more is settled than they came to."""
    return violations(
        session,
        "I14",
        """
        SELECT a.key AS subject, 'floor ' || a.floor_minor || ', holds ' || booked.minor AS detail
          FROM ledger_account a CROSS JOIN LATERAL (
               SELECT coalesce(sum(CASE a.side WHEN 'debit' THEN e.amount_minor ELSE -e.amount_minor END), 0) AS minor
                 FROM ledger_entry e WHERE e.account_id = a.id) booked
         WHERE NOT a.rollup AND booked.minor < a.floor_minor
        UNION ALL
        SELECT i.number, 'of ' || i.amount_minor || ' open ' || i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor
          FROM invoice i
         WHERE i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor < 0
            OR least(i.paid_minor, i.credited_minor, i.written_off_minor) < 0
        """,
    )
