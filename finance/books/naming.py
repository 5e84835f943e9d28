"""The SQL that puts accounts and transactions into words: names of accounts, papers behind transactions.

A key names its thing by id after the colon. Only the rows of one page are put into words.
"""

from typing import Any, Final

from finance.books.policy import NAMED, OWN
from finance.books.schemas import AccountName, Document
from finance.books.words import DOCUMENTS, account_label
from marketplace.core.i18n import Locale

_ID: Final = "CAST(split_part(a.key, ':', 2) AS uuid)"
ACCOUNT: Final = f"""a.key, a.kind, a.side, a.currency, {OWN} AS own, CASE WHEN NOT {NAMED} THEN NULL ELSE coalesce(CASE
 WHEN a.kind = 'receivable' THEN (SELECT i.number || ' ' || i.title FROM invoice i WHERE i.id = {_ID})
 WHEN a.kind IN ('entitlement', 'undistributed') THEN (SELECT c.number FROM contract c WHERE c.id = {_ID})
 WHEN a.kind IN ('credit', 'payable_university', 'recourse', 'recourse_due') THEN
   (SELECT o.name FROM organization o WHERE o.id = a.owner_id)
 WHEN a.kind LIKE 'payable%' THEN (SELECT s.payee_name FROM distribution_share s WHERE s.payee_id = a.owner_id
      ORDER BY s.created_at DESC LIMIT 1)
 WHEN a.kind = 'inflight' THEN (SELECT p.payee_name FROM payout p WHERE p.id = {_ID})
 WHEN a.kind = 'refund_due' THEN (SELECT f.name FROM refund r JOIN organization f ON f.id = r.firm_id WHERE r.id = {_ID})
 WHEN a.kind = 'dispute' THEN (SELECT i.number || ' ' || i.title FROM payment_attempt p JOIN invoice i ON i.id = p.invoice_id
      WHERE p.id = {_ID})
 WHEN a.kind = 'clawback' THEN (SELECT k.payee_name FROM dispute_claim k WHERE k.id = {_ID})
 WHEN a.kind = 'return_due' THEN (SELECT r.payee_name FROM bank_return r WHERE r.id = {_ID})
 END, split_part(a.key, ':', 2)) END AS name"""  # noqa: S608 - constants

_NONE: Final = "NULL::uuid AS distribution_id, NULL::uuid AS batch_id, NULL::uuid AS line_id"
DOCUMENT: Final = f"""LEFT JOIN LATERAL (
 SELECT i.number, i.id AS invoice_id, {_NONE}, i.contract_id, i.contract_number
   FROM invoice i WHERE t.source_type = 'invoice' AND i.id = t.source_id
 UNION ALL SELECT coalesce(j.number, i.number), i.id, {_NONE}, i.contract_id, i.contract_number
   FROM invoice_adjustment j JOIN invoice i ON i.id = j.invoice_id
  WHERE t.source_type IN ('credit_note', 'write_off') AND j.id = t.source_id
 UNION ALL SELECT i.number, i.id, {_NONE}, i.contract_id, i.contract_number
   FROM payment_attempt p JOIN invoice i ON i.id = p.invoice_id WHERE t.source_type = 'payment' AND p.id = t.source_id
 UNION ALL SELECT i.number, i.id, NULL, NULL, m.line_id, i.contract_id, i.contract_number
   FROM bank_match m JOIN invoice i ON i.id = m.invoice_id WHERE t.source_type = 'bank_match' AND m.id = t.source_id
 UNION ALL SELECT i.number, i.id, {_NONE}, i.contract_id, i.contract_number
   FROM credit_use u JOIN invoice i ON i.id = u.invoice_id WHERE t.source_type = 'credit_application' AND u.id = t.source_id
 UNION ALL SELECT to_char(l.booked_on, 'YYYY-MM-DD') || ' ' || l.payer_name, NULL, NULL, NULL, l.id, NULL, NULL
   FROM bank_line l WHERE t.source_type = 'bank_line' AND l.id = t.source_id
 UNION ALL SELECT r.payee_name, NULL, NULL, NULL, r.line_id, NULL, NULL
   FROM bank_return r WHERE t.source_type = 'bank_return' AND r.id = t.source_id
 UNION ALL SELECT i.number, i.id, {_NONE}, i.contract_id, i.contract_number
   FROM refund f JOIN invoice i ON i.id = f.invoice_id WHERE t.source_type = 'refund' AND f.id = t.source_id
 UNION ALL SELECT d.contract_number || '-' || d.position, d.invoice_id, d.id, NULL, NULL, d.contract_id, d.contract_number
   FROM distribution d WHERE t.source_type = 'distribution' AND d.id = t.source_id
 UNION ALL SELECT p.payee_name, NULL, NULL, p.batch_id, NULL, NULL, NULL
   FROM payout p WHERE t.source_type = 'payout' AND p.id = t.source_id
 UNION ALL SELECT i.number, i.id, {_NONE}, i.contract_id, i.contract_number
   FROM dispute q JOIN invoice i ON i.id = q.invoice_id WHERE t.source_type = 'dispute' AND q.id = t.source_id
 UNION ALL SELECT k.payee_name, q.invoice_id, {_NONE}, q.contract_id, NULL
   FROM dispute_claim k JOIN dispute q ON q.id = k.dispute_id WHERE t.source_type = 'dispute_claim' AND k.id = t.source_id
 LIMIT 1) doc ON true"""  # noqa: S608 - constants
PAPER: Final = (
    "t.source_type, doc.number AS document_number, doc.invoice_id, doc.distribution_id, doc.batch_id, doc.line_id,"
    " doc.contract_id, doc.contract_number"
)
_WAYS: Final = (
    "invoice_id",
    "distribution_id",
    "batch_id",
    "line_id",
    "contract_id",
    "contract_number",
)


def account_of(row: dict[str, Any], locale: Locale) -> AccountName:
    """Make an account in words of a row with the columns of `ACCOUNT`."""
    told = {name: row[name] for name in ("key", "kind", "name", "side", "currency", "own")}
    return AccountName(**told, label=account_label(row["kind"], locale))


def document_of(row: dict[str, Any], locale: Locale) -> Document | None:
    """Make the paper of a row with the columns of `PAPER`; None where the fact has no paper of ours."""
    if row["document_number"] is None:
        return None
    kind = row["source_type"]
    return Document(
        kind=kind,
        label=DOCUMENTS[kind].in_(locale) if kind in DOCUMENTS else kind,
        number=row["document_number"],
        **{way: row[way] for way in _WAYS},
    )
