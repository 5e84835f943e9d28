"""Whose account an account is, and which transactions are in whose book."""

from typing import Any

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny


def _own(bank_accounts: str) -> str:
    return f"""(CASE
 WHEN :sees_all OR a.owner_id = :org THEN true
 WHEN a.contract_id IS NOT NULL THEN a.contract_id IN (SELECT c.id FROM contract c WHERE c.university_id = :org)
 WHEN a.kind IN ('bank', 'unmatched') THEN split_part(a.key, ':', 2) {bank_accounts}
 WHEN a.kind = 'inflight' THEN split_part(a.key, ':', 2) IN (SELECT CAST(p.id AS text) FROM payout p
      JOIN payout_batch b ON b.id = p.batch_id WHERE b.organization_id = :org)
 WHEN a.kind = 'return_due' THEN split_part(a.key, ':', 2) IN (SELECT CAST(r.id AS text) FROM bank_return r
      WHERE r.organization_id = :org)
 ELSE false END)"""  # noqa: S608 - constants


OWN = _own("IN (SELECT s.account_no FROM bank_statement s WHERE s.organization_id = :org)")
"""Whether an account `a` is the reader's own: hers by name, of a contract that her university runs, or what pays for it.

A bank account is of the organization that imports its statements: the bank's room lets only one do so.
"""
OWN_THEN = _own("= ANY(:bank_accounts)")
"""The same for given bank accounts: what a closed month was counted with."""

VISIBLE = f"""(:sees_all OR t.id IN (SELECT mine.txn_id FROM ledger_account a JOIN ledger_entry mine ON mine.account_id = a.id
 WHERE :reads AND {OWN}))"""  # noqa: S608 - constants
"""The filter over transactions `t`: whole transactions that touch an account of one's own. `scope` fills it."""

NAMED = """(:sees_all OR a.kind NOT LIKE 'payable%' OR a.owner_id = :org
 OR EXISTS (SELECT 1 FROM distribution_share s WHERE s.payee_id = a.owner_id AND s.holder_id = :org))"""
"""Whether an account `a` in one's own transactions is told by name: who another right holder pays is not."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill the filters for an actor."""
    return {
        "sees_all": actor.is_system or actor.may("audit.read"),
        "reads": actor.may("ledger.read"),
        "org": actor.organization_id,
    }


def can_read(actor: Actor) -> Decision:
    """Read the books: the money people of a university its own, auditors of the platform all."""
    return ALLOW if actor.may("ledger.read") or actor.may("audit.read") else deny("ledger.read")
