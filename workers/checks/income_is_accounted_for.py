"""I5: per contract, what was paid is undistributed or split; what was split is what the payees were credited."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every contract whose applied payments differ from undistributed plus split, or whose mirror is broken."""
    return violations(
        session,
        "I5",
        """
        WITH moved AS (
            SELECT a.contract_id,
                   sum(-e.amount_minor) FILTER (WHERE a.kind = 'undistributed') AS undistributed,
                   sum(-e.amount_minor) FILTER (WHERE a.kind = 'entitlement') AS entitlement,
                   sum(e.amount_minor) FILTER (WHERE a.kind = 'receivable') AS receivable
              FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
             WHERE a.contract_id IS NOT NULL GROUP BY a.contract_id
        ), applied AS (
            SELECT i.contract_id, sum(p.applied_minor) AS minor
              FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id GROUP BY i.contract_id
        ), split AS (
            SELECT contract_id, sum(amount_minor) AS minor FROM distribution WHERE state = 'booked' GROUP BY contract_id
        )
        SELECT m.contract_id AS subject,
               'paid ' || coalesce(applied.minor, 0) || ', undistributed ' || coalesce(m.undistributed, 0) || ', split '
               || coalesce(split.minor, 0) || '; entitled ' || coalesce(m.entitlement, 0) || ', receivable '
               || coalesce(m.receivable, 0) AS detail
          FROM moved m LEFT JOIN applied USING (contract_id) LEFT JOIN split USING (contract_id)
         WHERE coalesce(applied.minor, 0) <> coalesce(m.undistributed, 0) + coalesce(split.minor, 0)
            OR coalesce(m.entitlement, 0) <> coalesce(m.receivable, 0)
        """,
    ) + violations(
        session,
        "I5",
        """
        SELECT d.id AS subject, 'amount ' || d.amount_minor || ', shares ' || coalesce(sum(s.amount_minor), 0) AS detail
          FROM distribution d LEFT JOIN distribution_share s ON s.distribution_id = d.id
         GROUP BY d.id HAVING d.amount_minor <> coalesce(sum(s.amount_minor), 0)
        UNION ALL
        SELECT d.id, 'booked ' || d.amount_minor || ', in the ledger ' || coalesce(sum(-e.amount_minor), 0)
          FROM distribution d
          LEFT JOIN ledger_txn t ON t.source_id = d.id AND t.kind = 'income_split'
          LEFT JOIN ledger_entry e ON e.txn_id = t.id AND e.amount_minor < 0
         WHERE d.state = 'booked' GROUP BY d.id HAVING d.amount_minor IS DISTINCT FROM sum(-e.amount_minor)
        """,
    )
