"""I9: what a payee is owed is her shares less what was sent, kept back and refunded; a payout is the sum of its shares.

Each share is paid once at most, and what goes through a provider stands as its transfer does.
"""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return payables that differ from shares less payouts, payouts that differ from their shares or from the ledger."""
    return violations(
        session,
        "I9",
        """
        WITH owed AS (
            SELECT CASE s.payee_kind WHEN 'cost' THEN 'payable_university:' || s.holder_id
                        ELSE 'payable_' || s.payee_kind || ':' || s.payee_id END AS key,
                   sum(s.amount_minor - s.refunded_minor - s.kept_minor) AS minor
              FROM distribution_share s JOIN distribution d ON d.id = s.distribution_id AND d.state = 'booked'
             WHERE s.payee_kind <> 'platform' GROUP BY 1
        ), sent AS (
            SELECT 'payable_' || payee_kind || ':' || payee_id AS key, sum(amount_minor) AS minor
              FROM payout WHERE state IN ('held', 'confirmed') GROUP BY 1
        ), refunding AS (
            SELECT a.key, sum(e.amount_minor) AS minor FROM refund r JOIN ledger_entry e ON e.txn_id = r.ledger_txn_id
              JOIN ledger_account a ON a.id = e.account_id
             WHERE r.state IN ('submitted', 'unknown', 'processing') AND a.kind LIKE 'payable_%' GROUP BY a.key
        ), booked AS (
            SELECT key, -balance_minor AS minor FROM ledger_account WHERE kind LIKE 'payable_%'
        )
        SELECT key AS subject, 'owed ' || coalesce(owed.minor, 0) || ', sent ' || coalesce(sent.minor, 0) || ', for refunds '
               || coalesce(refunding.minor, 0) || ', in the ledger '
               || coalesce(booked.minor, 0) AS detail
          FROM owed FULL JOIN sent USING (key) FULL JOIN booked USING (key) LEFT JOIN refunding USING (key)
         WHERE coalesce(owed.minor, 0) - coalesce(sent.minor, 0) - coalesce(refunding.minor, 0) <> coalesce(booked.minor, 0)
        UNION ALL
        SELECT 'payout ' || p.id, p.state || ' ' || p.amount_minor || ', shares ' || coalesce(x.minor, 0) || ', still its '
               || coalesce(x.active, 0) || ', in flight ' || coalesce(-a.balance_minor, 0)
          FROM payout p LEFT JOIN ledger_account a ON a.key = 'inflight:' || p.id
          LEFT JOIN (SELECT i.payout_id, sum(s.amount_minor - s.refunded_minor - s.kept_minor) AS minor,
                       count(*) FILTER (WHERE i.active) AS active, count(*) AS items
                       FROM payout_item i JOIN distribution_share s ON s.id = i.share_id GROUP BY i.payout_id) x ON x.payout_id = p.id
         WHERE (p.state NOT IN ('returned', 'withdrawn') AND p.amount_minor IS DISTINCT FROM x.minor)
            OR coalesce(-a.balance_minor, 0) <> CASE p.state WHEN 'held' THEN p.amount_minor ELSE 0 END
            OR x.active <> CASE WHEN p.state IN ('returned', 'withdrawn') THEN 0 ELSE x.items END
        UNION ALL
        SELECT 'transfer of ' || p.id, coalesce(t.state, 'none') || ' ' || coalesce(t.amount_minor, 0) || ' of a payout that is '
               || p.state || ' ' || p.amount_minor
          FROM payout p JOIN payee_account w ON w.id = p.account_id AND w.way <> 'bank' LEFT JOIN payout_transfer t ON t.payout_id = p.id
         WHERE t.amount_minor <> p.amount_minor OR (t.id IS NULL AND p.state IN ('confirmed', 'returned'))
            OR (t.id IS NOT NULL AND p.state <> CASE WHEN t.state IN ('waiting', 'submitted', 'unknown') THEN 'held'
                                                     WHEN t.state IN ('sent', 'reversing') THEN 'confirmed' ELSE 'returned' END)
        UNION ALL
        SELECT 'split ' || d.id, d.state || ' with an approval that is ' || a.state
          FROM distribution d JOIN distribution_approval a ON a.distribution_id = d.id
         WHERE d.state = 'booked' AND a.state <> 'approved'
        """,
    )
