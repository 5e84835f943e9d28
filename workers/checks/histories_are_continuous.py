"""I7: the history of every thing with states begins once, goes on where it stood, and ends at its present state."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations

TABLES = {
    "obligation": "obligation",
    "invoice": "invoice",
    "payment_attempt": "payment_attempt",
    "bank_match": "bank_match",
    "bank_return": "bank_return",
    "reconciliation_difference": "reconciliation_difference",
    "distribution": "distribution",
    "distribution_cost": "distribution_cost",
    "payout_batch": "payout_batch",
    "payout": "payout",
    "refund": "refund",
    "payment_dispute": "dispute",
    "dispute_claim": "dispute_claim",
    "default_case": "default_case",
    "cover": "cover",
    "cover_claim": "cover_claim",
    "credit_record": "credit_record",
}
"""Machine → table of the rooms of money."""


def check(session: Session) -> list[Violation]:
    """Return every broken step, and every row whose state is not the last one of its history."""
    found = violations(
        session,
        "I7",
        """
        SELECT subject_type || ' ' || subject_id AS subject,
               'step ' || sort_key || ': ' || coalesce(from_state, '-') || ' after ' || coalesce(before, '-') AS detail
          FROM (SELECT *, lag(to_state) OVER w AS before, lag(sort_key, 1, 0) OVER w AS key_before
                  FROM state_change WINDOW w AS (PARTITION BY subject_type, subject_id ORDER BY sort_key)) step
         WHERE from_state IS DISTINCT FROM before OR sort_key <> key_before + 1
        """,
    )
    for machine, table in TABLES.items():
        found += violations(
            session,
            "I7",
            f"SELECT '{machine} ' || t.id AS subject, t.state || ', history says ' || coalesce(c.to_state, '-') AS detail"  # noqa: S608
            f" FROM {table} t LEFT JOIN LATERAL (SELECT to_state FROM state_change WHERE subject_type = '{machine}'"
            " AND subject_id = t.id ORDER BY sort_key DESC LIMIT 1) c ON true WHERE c.to_state IS DISTINCT FROM t.state",
        )
    return found
