"""I4: each payment that succeeded was booked once with its amount, and nothing was booked for one that did not."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every attempt or matched bank line whose bookings differ from what it says, and bookings without one."""
    return violations(
        session,
        "I4",
        """
        WITH booked AS (
            SELECT t.source_id, count(*) AS times, sum(received.minor) AS minor
              FROM ledger_txn t CROSS JOIN LATERAL (
                   SELECT -sum(e.amount_minor) AS minor FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
                    WHERE e.txn_id = t.id AND a.kind IN ('receivable', 'credit')) received
             WHERE t.kind IN ('payment_captured', 'bank_line_matched', 'cover_paid')
               AND NOT EXISTS (SELECT 1 FROM ledger_txn r WHERE r.reverses_id = t.id)
             GROUP BY t.source_id
        ), came AS (
            SELECT id, amount_minor FROM payment_attempt WHERE state = 'succeeded'
            UNION ALL SELECT id, amount_minor FROM bank_match WHERE state = 'booked'
            UNION ALL SELECT id, amount_minor FROM bank_line WHERE how = 'cover'
        )
        SELECT coalesce(came.id, booked.source_id) AS subject,
               'received ' || coalesce(came.amount_minor, 0) || ', booked ' || coalesce(booked.minor, 0)
               || ' in ' || coalesce(booked.times, 0) AS detail
          FROM came FULL JOIN booked ON booked.source_id = came.id
         WHERE booked.times IS DISTINCT FROM 1 OR booked.minor IS DISTINCT FROM came.amount_minor
        """,
    )
