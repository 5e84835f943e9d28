"""I15: a closed month is still what was kept of it: trial balance, number of transactions, and a chain that covers them."""

from sqlmodel import Session

from finance.closings import queries as closings
from workers.checks.violation import Violation, violations


def check(session: Session) -> list[Violation]:
    """Return closed months whose entries say otherwise, and those whose kept head is not that of the chain."""
    found = []
    for closing, now in closings.recount(session):
        subject = f"{closing.month:%Y-%m} {closing.organization_id or 'all'}"
        if closing.transactions != now.transactions:
            detail = f"kept {closing.transactions} transactions, booked {now.transactions}"
            found.append(Violation("I15", subject, detail))
        kept = {(row["currency"], row["kind"]): row for row in closing.figures or []}
        counted = {(row["currency"], row["kind"]): row for row in now.rows}
        found += [
            Violation("I15", subject, f"{kind}: kept {kept.get(kind)}, counted {counted.get(kind)}")
            for kind in sorted(kept | counted)
            if kept.get(kind) != counted.get(kind)
        ]
    return found + violations(
        session,
        "I15",
        "SELECT to_char(m.month, 'YYYY-MM') AS subject, 'head ' || m.chain_seq || ' was kept as ' || m.chain_digest || ', is '"
        " || coalesce(s.digest, 'nowhere') AS detail FROM month_closing m"
        " LEFT JOIN chain_seal s ON s.chain = 'ledger' AND s.seq = m.chain_seq"
        " WHERE m.state IN ('closed', 'reopening') AND s.digest IS DISTINCT FROM m.chain_digest",
    )
