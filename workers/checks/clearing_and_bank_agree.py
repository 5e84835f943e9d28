"""I11: our clearing and bank accounts hold what provider and banks say, but for what is named as a difference or on its way."""

from sqlmodel import Session

from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return bank accounts whose entries differ from their lines, statements that do not add up, and differences nobody knows of."""
    return [*_lines(session), *_statements(session), *_movements(session)]


def _lines(session: Session) -> list[Violation]:
    """Every receipt is in the bank account once unless it was set aside; what was returned left it; placed is what is placed."""
    return violations(
        session,
        "I11",
        """
        WITH booked AS (
            SELECT t.source_id, a.key, sum(e.amount_minor) AS minor
              FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id
             WHERE a.kind = 'bank' AND t.source_type IN ('bank_line', 'bank_return') GROUP BY t.source_id, a.key
        ), shown AS (
            SELECT coalesce(r.id, l.id) AS source_id, 'bank:' || l.account_no AS key,
                   CASE WHEN l.state = 'set_aside' OR l.how = 'settlement' THEN 0
                        WHEN l.direction = 'in' THEN l.amount_minor WHEN r.id IS NOT NULL THEN -l.amount_minor ELSE 0 END AS minor
              FROM bank_line l LEFT JOIN bank_return r ON r.out_line_id = l.id
        )
        SELECT coalesce(booked.key, shown.key) || ' ' || coalesce(booked.source_id, shown.source_id) AS subject,
               'at the bank ' || coalesce(shown.minor, 0) || ', booked ' || coalesce(booked.minor, 0) AS detail
          FROM booked FULL JOIN shown ON shown.source_id = booked.source_id AND shown.key = booked.key
         WHERE coalesce(booked.minor, 0) <> coalesce(shown.minor, 0)
        UNION ALL
        SELECT 'unmatched:' || l.account_no, 'nobody placed ' || sum(l.waiting) || ', booked ' || coalesce(max(-a.balance_minor), 0)
          FROM (SELECT account_no, amount_minor - placed_minor
                       + coalesce((SELECT sum(m.amount_minor) FROM bank_match m WHERE m.line_id = l.id AND m.state = 'asked'), 0)
                       + coalesce((SELECT sum(r.amount_minor) FROM bank_return r WHERE r.line_id = l.id AND r.state = 'asked'), 0) AS waiting
                  FROM bank_line l WHERE l.direction = 'in') l
          LEFT JOIN ledger_account a ON a.key = 'unmatched:' || l.account_no
         GROUP BY l.account_no HAVING sum(l.waiting) <> coalesce(max(-a.balance_minor), 0)
        """,
    )


def _statements(session: Session) -> list[Violation]:
    """A statement's opening balance and the lines of its days are its closing balance."""
    return violations(
        session,
        "I11",
        """
        SELECT s.file_name AS subject,
               'opening ' || s.opening_minor || ' and lines ' || coalesce(moved.minor, 0) || ', closing ' || s.closing_minor AS detail
          FROM bank_statement s CROSS JOIN LATERAL (
               SELECT sum(CASE l.direction WHEN 'in' THEN l.amount_minor ELSE -l.amount_minor END) AS minor
                 FROM bank_line l WHERE l.account_no = s.account_no AND l.booked_on BETWEEN s.from_on AND s.to_on) moved
         WHERE s.opening_minor + coalesce(moved.minor, 0) <> s.closing_minor
           -- a later or wider statement of the same days tells more lines than this one had
           AND NOT EXISTS (SELECT 1 FROM bank_statement o WHERE o.account_no = s.account_no AND o.id <> s.id
                              AND o.from_on <= s.to_on AND o.to_on >= s.from_on)
        """,
    )


def _movements(session: Session) -> list[Violation]:
    """What the provider told of is in the clearing account, but for differences that are kept with an owner and a history."""
    return violations(
        session,
        "I11",
        """
        WITH told AS (
            SELECT provider, sum(net_minor) AS minor FROM provider_movement GROUP BY provider
        ), booked AS (
            SELECT split_part(a.key, ':', 2) AS provider, coalesce(sum(e.amount_minor), 0) AS minor
              FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id WHERE a.kind = 'clearing' GROUP BY a.key
        ), named AS (
            SELECT split_part(account_key, ':', 2) AS provider, sum(ours_minor - theirs_minor) AS minor
              FROM reconciliation_difference WHERE account_key LIKE 'clearing:%' AND kind <> 'books_only' AND state <> 'settled'
             GROUP BY account_key
        ), coming AS (
            SELECT provider, sum(minor) AS minor FROM (
                SELECT p.provider, p.amount_minor AS minor FROM payment_attempt p
                 WHERE p.state = 'succeeded' AND NOT EXISTS (SELECT 1 FROM provider_movement m
                       WHERE m.provider = p.provider AND m.capture_ref = p.capture_ref)
                UNION ALL
                SELECT split_part(a.key, ':', 2), e.amount_minor FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id
                  JOIN ledger_account a ON a.id = e.account_id AND a.kind = 'clearing'
                 WHERE t.kind IN ('payout_posted', 'payout_returned', 'refund_posted', 'dispute_opened', 'dispute_won')
                   AND NOT EXISTS (SELECT 1 FROM provider_movement m
                       WHERE m.provider = split_part(a.key, ':', 2) AND sign(m.net_minor) = sign(e.amount_minor)
                         AND m.source_ref IN (t.meta->>'transfer_ref', t.meta->>'refund_ref', t.meta->>'dispute_ref'))
            ) untold GROUP BY provider
        )
        SELECT 'clearing:' || told.provider AS subject,
               'provider ' || told.minor || ', booked ' || coalesce(booked.minor, 0) || ', on the way ' || coalesce(coming.minor, 0)
               || ', named as differences ' || coalesce(named.minor, 0) AS detail
          FROM told LEFT JOIN booked USING (provider) LEFT JOIN named USING (provider) LEFT JOIN coming USING (provider)
         WHERE coalesce(booked.minor, 0) - told.minor <> coalesce(named.minor, 0) + coalesce(coming.minor, 0)
        """,
    )
