"""What of bills waits for the reader beside their payment, in one statement: the first look at her desk."""

from finance.receivables import policy
from finance.receivables.queries.invoices import OVERBILLED
from finance.receivables.schemas import WaitingOnBill
from marketplace.core.uow import UnitOfWork

_WAITING = f"""
SELECT 'credit_overbilled' AS step, i.id, i.id AS invoice_id, i.number, i.title, f.name AS party, {OVERBILLED} AS amount_minor,
       i.state_since AS since
  FROM invoice i JOIN obligation o ON o.id = i.obligation_id JOIN organization f ON f.id = i.firm_id
 WHERE {policy.VISIBLE} AND :manages AND i.university_id = :org AND i.state IN ('open', 'partially_paid')
   AND {OVERBILLED} > 0 AND NOT EXISTS (
       SELECT FROM invoice_adjustment a WHERE a.invoice_id = i.id AND a.state IN ('proposed', 'refused'))
UNION ALL
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
    """Return what is the actor's next: bills above their contract, proposals to decide, 发票 to issue, requests sent back.

    A bill above its contract waits no longer once a credit note was proposed, or refused by the head.
    """
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
