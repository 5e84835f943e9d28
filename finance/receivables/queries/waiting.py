"""What of bills waits for the reader beside their payment, in one statement: the first look at her desk."""

from finance.receivables import policy
from finance.receivables.schemas import WaitingOnBill
from marketplace.core.uow import UnitOfWork

_WAITING = f"""
SELECT 'decide_adjustment' AS step, a.id, a.invoice_id, i.number, i.title, f.name AS party, a.amount_minor, a.created_at AS since
  FROM invoice_adjustment a JOIN invoice i ON i.id = a.invoice_id JOIN organization f ON f.id = a.firm_id
 WHERE {policy.ADJUSTMENT_VISIBLE} AND a.state = 'proposed' AND :decides AND a.proposed_by IS DISTINCT FROM :me
UNION ALL
SELECT CASE t.state WHEN 'requested' THEN 'issue_tax_invoice' ELSE 'ask_tax_again' END, t.id, t.invoice_id, i.number, i.title,
       CASE t.state WHEN 'requested' THEN f.name ELSE u.name END, coalesce(t.amount_minor, i.amount_minor - i.credited_minor),
       t.state_since
  FROM tax_invoice t JOIN invoice i ON i.id = t.invoice_id JOIN organization f ON f.id = t.firm_id
  JOIN organization u ON u.id = t.university_id
 WHERE {policy.TAX_VISIBLE} AND (t.state = 'requested' AND :manages AND t.university_id = :org
       OR t.state = 'declined' AND :pays AND t.firm_id = :org)
 ORDER BY since, id LIMIT 200
"""  # noqa: S608 - constants


def list_waiting(uow: UnitOfWork) -> list[WaitingOnBill]:
    """Return proposals of others that the actor may decide, 发票 that she may issue, and requests sent back to her firm."""
    may = uow.actor.may
    rows = uow.rows(
        _WAITING,
        decides=may("invoice.approve"),
        manages=may("invoice.manage"),
        pays=may("invoice.pay"),
        me=uow.actor.user_id,
        **policy.scope(uow.actor),
    )
    return [WaitingOnBill(**row) for row in rows]
