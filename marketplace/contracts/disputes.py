"""Disputes about first income, for whoever records how they were decided outside."""

from marketplace.contracts import policy
from marketplace.contracts.after_signature import Dispute
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork


def list_disputes(uow: UnitOfWork) -> list[Dispute]:
    """Return the disputes about first income, oldest first, to whoever may record a ruling; raises `Forbidden`."""
    require(policy.can_rule(uow.actor))
    rows = uow.rows(
        """
        SELECT c.id AS contract_id, m.id AS matter_id, c.number, u.name AS university_name, f.name AS firm_name,
            m.answered_on AS since_on, m.day AS asserted_on
        FROM contract_matter m JOIN contract c ON c.id = m.contract_id
        JOIN organization u ON u.id = c.university_id JOIN organization f ON f.id = c.firm_id
        WHERE m.state = 'contested' ORDER BY m.answered_on, m.id
        """
    )
    return [Dispute(**row) for row in rows]
