"""I8: what covers paid stands in the books as their claim against the firm, and a rescinded contract waits for nothing."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return claims whose payments differ from the ledger, interest billed differently, and sums still waiting after the end."""
    return violations(
        session,
        "I8",
        """
        WITH booked AS (
            SELECT a.key, sum(e.amount_minor) FILTER (WHERE t.kind = 'cover_paid') AS paid, sum(e.amount_minor) AS open
              FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_txn t ON t.id = e.txn_id
             WHERE a.kind IN ('recourse', 'recourse_due') GROUP BY a.key
        ), parts AS (
            SELECT c.claim_id, sum(c.applied_minor) AS minor, sum(p.applied_minor) AS settled
              FROM cover_claim_part c LEFT JOIN invoice_payment p ON p.source_id = c.id AND p.invoice_id = c.invoice_id
             GROUP BY c.claim_id
        )
        SELECT k.reference AS subject,
               k.state || ' paid ' || k.paid_minor || ', parts ' || coalesce(parts.minor, 0) || ', settled '
               || coalesce(parts.settled, 0) || ', booked ' || coalesce(firm.paid, 0) || ', open ' || coalesce(firm.open, 0)
               || ' and ' || coalesce(due.open, 0) AS detail
          FROM cover_claim k LEFT JOIN parts ON parts.claim_id = k.id
          LEFT JOIN booked firm ON firm.key = 'recourse:' || k.id LEFT JOIN booked due ON due.key = 'recourse_due:' || k.id
         WHERE k.paid_minor <> coalesce(parts.minor, 0) OR k.paid_minor <> coalesce(parts.settled, 0)
            OR k.paid_minor <> coalesce(firm.paid, 0) OR k.paid_minor <> -coalesce(due.paid, 0)
            OR k.paid_minor - k.repaid_minor <> coalesce(firm.open, 0)
            OR k.paid_minor - k.repaid_minor <> -coalesce(due.open, 0)
        UNION ALL
        SELECT o.contract_number || ' ' || o.key, 'waits for ' || o.arises_on || ' after the end on ' || c.ended_on
          FROM obligation o JOIN contract c ON c.id = o.contract_id
         WHERE c.state = 'rescinded' AND o.state = 'waiting' AND (o.arises_on IS NULL OR o.arises_on >= c.ended_on)
        UNION ALL
        SELECT i.number, 'late interest ' || i.amount_minor || ', counted ' || coalesce(b.amount_minor, 0)
          FROM invoice i LEFT JOIN late_interest_bill b ON b.bill_id = i.id
         WHERE i.kind = 'late_interest' AND b.amount_minor IS DISTINCT FROM i.amount_minor
        """,
    )
