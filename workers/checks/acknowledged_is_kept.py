"""I3: what was acknowledged exists, once: every settlement told to a contract and announced has its one payment row."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return money that one room knows of and another does not: invoice, contract and announcement must agree."""
    return violations(
        session,
        "I3",
        """
        WITH told AS (
            SELECT receipt_id AS id, sum(amount_minor) AS minor FROM contract_settlement WHERE kind = 'payment' GROUP BY receipt_id
        ), applied AS (
            SELECT source_id AS id, sum(applied_minor) AS minor FROM invoice_payment WHERE applied_minor > 0 GROUP BY source_id
        ), announced AS (
            SELECT CAST(subject AS uuid) AS id, count(*) AS times FROM outbox_event
             WHERE name = 'payments.payment.settled' GROUP BY subject
        )
        SELECT CAST(coalesce(applied.id, told.id) AS text) AS subject,
               'applied ' || coalesce(applied.minor, 0) || ', told to the contract ' || coalesce(told.minor, 0)
               || ', announced ' || coalesce(announced.times, 0) AS detail
          FROM applied FULL JOIN told USING (id) LEFT JOIN announced ON announced.id = coalesce(applied.id, told.id)
         WHERE applied.minor IS DISTINCT FROM told.minor OR announced.times IS DISTINCT FROM 1
        UNION ALL
        SELECT provider || ' ' || event_id, 'done without an attempt' FROM provider_notice n
         WHERE state = 'done' AND attempt_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payment_attempt p WHERE p.provider_ref = n.object_ref)
           AND NOT EXISTS (SELECT 1 FROM dispute q WHERE q.provider_ref = n.object_ref)
           AND NOT EXISTS (SELECT 1 FROM connected_account c WHERE c.provider_ref = n.object_ref)
           AND NOT EXISTS (SELECT 1 FROM payout_transfer t WHERE t.provider_ref = n.object_ref) AND kind NOT LIKE 'payout.%'
        """,
    )
