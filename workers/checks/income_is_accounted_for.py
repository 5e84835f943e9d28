"""I5: per contract, what was paid and did not go back is undistributed, split, or set aside for a refund; each part as its rows say."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return every contract whose applied payments differ from undistributed plus split, or whose mirror is broken."""
    return (
        violations(
            session,
            "I5",
            """
        WITH moved AS (
            SELECT a.contract_id,
                   sum(-e.amount_minor) FILTER (WHERE a.kind = 'undistributed') AS undistributed,
                   sum(-e.amount_minor) FILTER (WHERE a.kind = 'refund_due') AS refund_due,
                   sum(-e.amount_minor) FILTER (WHERE a.kind = 'entitlement') AS entitlement,
                   sum(e.amount_minor) FILTER (WHERE a.kind = 'receivable') AS receivable
              FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
             WHERE a.contract_id IS NOT NULL GROUP BY a.contract_id
        ), applied AS (
            SELECT i.contract_id, sum(p.applied_minor) AS minor
              FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id GROUP BY i.contract_id
        ), split AS (
            SELECT contract_id, sum(amount_minor - refunded_minor - refunding_minor) AS minor
              FROM distribution WHERE state = 'booked' GROUP BY contract_id
        )
        SELECT m.contract_id AS subject,
               'paid ' || coalesce(applied.minor, 0) || ', undistributed ' || coalesce(m.undistributed, 0) || ', split '
               || coalesce(split.minor, 0) || ', to be refunded '
               || coalesce(m.refund_due, 0) || '; entitled ' || coalesce(m.entitlement, 0) || ', receivable '
               || coalesce(m.receivable, 0) AS detail
          FROM moved m LEFT JOIN applied USING (contract_id) LEFT JOIN split USING (contract_id)
         WHERE coalesce(applied.minor, 0) <> coalesce(m.undistributed, 0) + coalesce(split.minor, 0) + coalesce(m.refund_due, 0)
            OR coalesce(m.entitlement, 0) <> coalesce(m.receivable, 0)
        """,
        )
        + violations(
            session,
            "I5",
            """
        SELECT d.id AS subject, 'amount ' || d.amount_minor || ' less ' || d.refunded_minor || ' refunded, shares '
               || coalesce(sum(s.amount_minor - s.refunded_minor - s.claimed_minor), 0) AS detail
          FROM distribution d LEFT JOIN distribution_share s ON s.distribution_id = d.id
         WHERE d.state <> 'withdrawn' OR d.refunded_minor = 0
         GROUP BY d.id HAVING d.amount_minor - d.refunded_minor <> coalesce(sum(s.amount_minor - s.refunded_minor - s.claimed_minor), 0)
        UNION ALL
        SELECT d.id, 'booked ' || s.minor || ', in the ledger ' || coalesce(sum(-e.amount_minor), 0)
          FROM distribution d
          CROSS JOIN LATERAL (SELECT sum(amount_minor) AS minor FROM distribution_share WHERE distribution_id = d.id) s
          LEFT JOIN ledger_txn t ON t.source_id = d.id AND t.kind = 'income_split'
          LEFT JOIN ledger_entry e ON e.txn_id = t.id AND e.amount_minor < 0
         WHERE d.state = 'booked' GROUP BY d.id, s.minor HAVING s.minor IS DISTINCT FROM sum(-e.amount_minor)
        """,
        )
        + _refunds(session)
        + _disputes(session)
    )


def _refunds(session: Session) -> list[Violation]:
    """Each refund: set aside while it is under way, gone once, taken out of its payment and its split."""
    return violations(
        session,
        "I5",
        """
        WITH refunds AS (
            SELECT payment_id,
                   sum(amount_minor) FILTER (WHERE state IN ('submitted', 'unknown', 'processing')) AS going,
                   sum(split_minor) FILTER (WHERE state IN ('succeeded', 'to_bank')) AS gone,
                   sum(amount_minor) FILTER (WHERE state = 'succeeded') AS sent
              FROM (SELECT payment_id, amount_minor, amount_minor AS split_minor, state FROM refund
                    UNION ALL SELECT q.payment_id, q.amount_minor, coalesce(owed.minor, 0), 'succeeded' FROM dispute q
                      LEFT JOIN LATERAL (SELECT e.amount_minor AS minor FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
                            WHERE e.txn_id = q.lost_txn_id AND a.kind = 'receivable') owed ON true
                     WHERE q.state = 'lost') back GROUP BY payment_id
        )
        SELECT 'refund ' || r.id AS subject, r.state || ' ' || r.amount_minor || ', set aside ' || coalesce(-a.balance_minor, 0)
               || ', gone ' || gone.times || ' times' AS detail
          FROM refund r LEFT JOIN ledger_account a ON a.key = 'refund_due:' || r.id
          CROSS JOIN LATERAL (SELECT count(*) AS times FROM ledger_txn t
                               WHERE t.source_id = r.id AND t.kind IN ('refund_posted', 'refund_credited')) gone
         WHERE coalesce(-a.balance_minor, 0)
               <> CASE WHEN r.state IN ('submitted', 'unknown', 'processing') THEN r.amount_minor ELSE 0 END
            OR gone.times <> CASE WHEN r.state IN ('succeeded', 'to_bank') THEN 1 ELSE 0 END
        UNION ALL
        SELECT 'payment ' || p.source_id, 'refunded ' || p.refunded_minor || ' of ' || coalesce(x.sent, 0)
          FROM invoice_payment p LEFT JOIN refunds x ON x.payment_id = p.source_id
         WHERE p.refunded_minor <> coalesce(x.sent, 0)
        UNION ALL
        SELECT 'split ' || d.id, 'refunded ' || d.refunded_minor || ' of ' || coalesce(x.gone, 0) || ', under way '
               || d.refunding_minor || ' of ' || coalesce(x.going, 0)
          FROM distribution d LEFT JOIN refunds x ON x.payment_id = d.payment_id
         WHERE d.refunded_minor <> coalesce(x.gone, 0) OR d.refunding_minor <> coalesce(x.going, 0)
        """,
    )


def _disputes(session: Session) -> list[Violation]:
    """Each dispute: withheld while it runs, given back or gone once; what payees owe back of it is what is in the books."""
    return violations(
        session,
        "I5",
        """
        WITH running AS (
            SELECT payment_id, sum(amount_minor) AS minor,
                   coalesce(sum(amount_minor) FILTER (WHERE opened_txn_id IS NOT NULL), 0) AS withheld
              FROM dispute WHERE state IN ('opened', 'sending', 'evidence_sent') GROUP BY payment_id
        )
        SELECT 'disputed payment ' || p.source_id AS subject, 'disputed ' || p.disputed_minor || ', running ' || coalesce(r.minor, 0) AS detail
          FROM invoice_payment p LEFT JOIN running r ON r.payment_id = p.source_id WHERE p.disputed_minor <> coalesce(r.minor, 0)
        UNION ALL
        SELECT 'disputed split ' || d.id, 'held ' || d.disputed_minor || ', running ' || coalesce(r.minor, 0)
          FROM distribution d LEFT JOIN running r ON r.payment_id = d.payment_id
         WHERE (d.disputed_minor > 0) <> (r.payment_id IS NOT NULL AND d.amount_minor > d.refunded_minor)
            OR d.disputed_minor > coalesce(r.minor, 0)
        UNION ALL
        SELECT coalesce(a.key, 'dispute:' || r.payment_id), 'withheld ' || coalesce(r.withheld, 0) || ', booked ' || coalesce(a.balance_minor, 0)
          FROM (SELECT * FROM ledger_account WHERE kind = 'dispute') a FULL JOIN running r ON a.key = 'dispute:' || r.payment_id
         WHERE coalesce(a.balance_minor, 0) <> coalesce(r.withheld, 0)
        UNION ALL
        SELECT 'dispute ' || q.id, q.state || ', ended in the books ' || ended.times || ' times'
          FROM dispute q CROSS JOIN LATERAL (SELECT count(*) AS times FROM ledger_txn t
               WHERE t.source_id = q.id AND t.kind = CASE q.state WHEN 'lost' THEN 'dispute_lost' ELSE 'dispute_won' END) ended
         WHERE ended.times <> CASE WHEN q.opened_txn_id IS NOT NULL AND q.state IN ('won', 'lost') THEN 1 ELSE 0 END
        UNION ALL
        SELECT 'claim ' || k.id, k.state || ' ' || k.amount_minor || ' less ' || k.kept_minor || ', in the books ' || coalesce(a.balance_minor, 0)
          FROM dispute_claim k LEFT JOIN ledger_account a ON a.key = 'clawback:' || k.id
         WHERE coalesce(a.balance_minor, 0) <> CASE WHEN k.state IN ('open', 'asked') THEN k.amount_minor - k.kept_minor ELSE 0 END
        UNION ALL
        SELECT 'claims', 'claimed of shares ' || s.claimed || ' and of payees ' || k.claimed || ', kept of shares ' || s.kept || ' and for claims '
               || k.kept
          FROM (SELECT coalesce(sum(claimed_minor), 0) AS claimed, coalesce(sum(kept_minor), 0) AS kept FROM distribution_share) s,
               (SELECT coalesce(sum(amount_minor), 0) AS claimed, coalesce(sum(kept_minor), 0) AS kept FROM dispute_claim) k
         WHERE s.claimed <> k.claimed OR s.kept <> k.kept
        """,
    )
