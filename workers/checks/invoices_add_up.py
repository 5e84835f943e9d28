"""I6: per invoice, the amount is paid plus credited plus open, and the ledger says the same."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every invoice whose payments, state or receivable account differ from what it says."""
    return violations(
        session,
        "I6",
        """
        SELECT i.id AS subject,
               'amount ' || i.amount_minor || ', paid ' || i.paid_minor || ' of ' || coalesce(p.minor, 0) || ', credited '
               || i.credited_minor || ', receivable ' || coalesce(a.balance_minor, 0) || ', ' || i.state AS detail
          FROM invoice i
          LEFT JOIN (SELECT invoice_id, sum(applied_minor) AS minor FROM invoice_payment GROUP BY invoice_id) p ON p.invoice_id = i.id
          LEFT JOIN ledger_account a ON a.key = 'receivable:' || i.id
         WHERE i.paid_minor <> coalesce(p.minor, 0)
            OR a.balance_minor IS DISTINCT FROM i.amount_minor - i.paid_minor - i.credited_minor
            OR (i.state = 'paid') <> (i.amount_minor = i.paid_minor + i.credited_minor)
            OR (i.state = 'open') <> (i.paid_minor = 0 AND i.amount_minor > i.credited_minor)
        UNION ALL
        SELECT id, 'number ' || year_seq || ' of ' || year || ' follows ' || before FROM (
            SELECT id, year, year_seq, lag(year_seq, 1, 0) OVER (PARTITION BY university_id, year ORDER BY year_seq) AS before
              FROM invoice) numbered
         WHERE year_seq <> before + 1
        """,
    )
