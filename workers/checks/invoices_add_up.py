"""I6: per invoice, the amount is paid plus credited plus written off plus open; ledger and contract say the same."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every invoice whose payments, credit notes, write-off, state or receivable account differ from what it says.

    The contract names the sum of every bill but those for late interest.
    """
    return violations(
        session,
        "I6",
        """
        SELECT i.id AS subject,
               'amount ' || i.amount_minor || ', paid ' || i.paid_minor || ' of ' || coalesce(p.minor, 0) || ', credited '
               || i.credited_minor || ' of ' || coalesce(t.credited, 0) || ', written off ' || i.written_off_minor || ' of '
               || coalesce(t.written_off, 0) || ', receivable ' || coalesce(a.balance_minor, 0) || ', ' || i.state AS detail
          FROM invoice i
          CROSS JOIN LATERAL (SELECT i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor AS open) o
          LEFT JOIN (SELECT invoice_id, sum(applied_minor) AS minor FROM invoice_payment GROUP BY invoice_id) p ON p.invoice_id = i.id
          LEFT JOIN (SELECT invoice_id, sum(amount_minor) FILTER (WHERE kind = 'credit_note') AS credited,
                            sum(amount_minor) FILTER (WHERE kind = 'write_off') AS written_off
                       FROM invoice_adjustment WHERE state = 'approved' GROUP BY invoice_id) t ON t.invoice_id = i.id
          LEFT JOIN ledger_account a ON a.key = 'receivable:' || i.id
         WHERE i.paid_minor <> coalesce(p.minor, 0)
            OR i.credited_minor <> coalesce(t.credited, 0) OR i.written_off_minor <> coalesce(t.written_off, 0)
            OR a.balance_minor IS DISTINCT FROM o.open
            OR i.state <> CASE WHEN i.written_off_minor > 0 AND o.open = 0 THEN 'written_off'
                               WHEN o.open = 0 AND i.paid_minor = 0 THEN 'credited' WHEN o.open = 0 THEN 'paid'
                               WHEN i.paid_minor = 0 THEN 'open' ELSE 'partially_paid' END
        UNION ALL
        SELECT id, series || ' ' || year_seq || ' of ' || year || ' follows ' || before FROM (
            SELECT id, series, year, year_seq,
                   lag(year_seq, 1, 0) OVER (PARTITION BY series, university_id, year ORDER BY year_seq) AS before
              FROM (SELECT id, 'invoice' AS series, university_id, year, year_seq FROM invoice
                    UNION ALL SELECT id, 'credit note', university_id, year, year_seq FROM invoice_adjustment
                     WHERE year_seq IS NOT NULL) given) numbered
         WHERE year_seq <> before + 1
        UNION ALL
        SELECT j.id, j.kind || ' ' || j.state || ' of ' || j.amount_minor || ', booked ' || coalesce(b.minor, 0)
          FROM invoice_adjustment j
          LEFT JOIN (SELECT t.source_id, sum(e.amount_minor) AS minor FROM ledger_txn t
                       JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id
                      WHERE t.source_type IN ('credit_note', 'write_off') AND a.kind = 'entitlement' GROUP BY t.source_id) b
                 ON b.source_id = j.id
         WHERE coalesce(b.minor, 0) <> CASE j.state WHEN 'approved' THEN j.amount_minor ELSE 0 END
        UNION ALL
        SELECT j.id, 'credit note of ' || j.amount_minor || ', let go in the contract ' || coalesce(s.amount_minor, 0)
          FROM invoice_adjustment j LEFT JOIN contract_settlement s ON s.receipt_id = j.id AND s.kind = 'credit'
         WHERE s.amount_minor IS DISTINCT FROM
               CASE WHEN j.kind = 'credit_note' AND j.state = 'approved' THEN j.amount_minor END
        UNION ALL
        SELECT i.id, 'billed ' || i.amount_minor || ', in the contract ' || coalesce(b.amount_minor, 0)
          FROM invoice i LEFT JOIN contract_billed b ON (b.contract_id, b.obligation_key) = (i.contract_id, i.obligation_key)
         WHERE i.kind <> 'late_interest' AND b.amount_minor IS DISTINCT FROM i.amount_minor
        """,
    )
