"""THE table of clocks: how often, in which queue, which service call.

A ticking job does one bounded piece of work in one transaction and says how much it found; the task repeats it while
there is more. Two beats at once are harmless: rows are claimed with SKIP LOCKED. What is due is decided by the
`now` of the unit of work, so that days of downtime are caught up in order.
"""

from collections.abc import Callable
from dataclasses import dataclass

from finance.connect import completer as connect
from finance.defaults import service as defaults
from finance.disputes import completer as disputes
from finance.payments import completer, missed
from finance.receivables import service as receivables
from finance.reconciliation import nightly
from finance.refunds import completer as refunds
from marketplace.app.calendar import digest
from marketplace.app.oversight import chain
from marketplace.contracts import service as contracts
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import service as datarooms
from marketplace.deals import service as deals
from marketplace.enquiries import service as enquiries
from marketplace.filings import service as filings
from marketplace.listings import service as listings
from marketplace.needs import service as needs
from search import indexing as search
from workers import checking, hearing


@dataclass(frozen=True, slots=True)
class Clock:
    """One ticking job: every `seconds`, in `queue`, call `work`, again while it returns more than 0."""

    seconds: float
    queue: str
    work: Callable[[UnitOfWork], int]


CLOCKS: dict[str, Clock] = {
    "build_missing_search": Clock(30, "default", search.build_missing),
    "reconcile_search": Clock(3600, "default", search.reconcile),
    "run_checks": Clock(60, "default", checking.run_due_check),
    "seal_chains": Clock(10, "default", chain.seal),
    "expire_listings": Clock(300, "default", listings.expire_listings),
    "expire_needs": Clock(300, "default", needs.expire_needs),
    "release_queued_deals": Clock(60, "default", deals.release_queued),
    "tell_overdue_replies": Clock(300, "default", deals.tell_overdue),
    "tell_overdue_enquiries": Clock(300, "default", enquiries.tell_overdue),
    "tell_overdue_data_accesses": Clock(300, "default", datarooms.tell_overdue),
    "expire_data_accesses": Clock(300, "default", datarooms.expire_accesses),
    "end_price_notices": Clock(60, "default", deals.end_notices),
    "end_free_periods": Clock(60, "default", contracts.end_free_periods),
    "end_contract_terms": Clock(300, "default", contracts.end_terms),
    "tell_filing_deadlines": Clock(300, "default", filings.tell_filing_deadlines),
    "tell_contract_reports": Clock(300, "default", contracts.tell_reports),
    "answer_contract_silence": Clock(300, "default", contracts.answer_silence),
    "raise_due_invoices": Clock(5, "money", receivables.raise_due_invoices),
    "send_due_reminders": Clock(60, "money", receivables.send_due_reminders),
    "send_digests": Clock(300, "default", digest.send_digests),
    "open_default_cases": Clock(300, "money", defaults.open_cases),
    "end_cure_periods": Clock(300, "money", defaults.end_cure_periods),
    "issue_credit_records": Clock(300, "money", defaults.issue_records),
    "apply_notices": Clock(2, "money", hearing.apply_notices),
    "complete_payments": Clock(30, "money", completer.complete_attempts),
    "fetch_missed_notices": Clock(3600, "money", missed.fetch_missed),
    "complete_refunds": Clock(30, "money", refunds.complete_refunds),
    "complete_disputes": Clock(30, "money", disputes.complete_disputes),
    "find_disputes": Clock(3600, "money", disputes.find_disputes),
    "complete_connect_accounts": Clock(60, "money", connect.complete_accounts),
    "complete_transfers": Clock(10, "money", connect.complete_transfers),
    "reconcile_nightly": Clock(60, "money", nightly.reconcile_nightly),
}
