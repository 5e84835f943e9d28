"""THE table of announcements: which event wakes which handlers. Order within a line means nothing.

Whoever is to be told of an event is named in `marketplace/notifications/rules.py`; every event with a rule there is
heard by the room of notifications without a line here. A test demands that every event is heard or in `UNHEARD`.
"""

from finance.applications import handlers as applications
from finance.defaults import handlers as defaults
from finance.disputes import handlers as disputes
from finance.distributions import handlers as distributions
from finance.receivables import handlers as receivables
from finance.reconciliation import handlers as reconciliation
from marketplace.contracts import handlers as contracts
from marketplace.core.outbox import Event
from marketplace.datarooms import handlers as datarooms
from marketplace.deals import handlers as deals
from marketplace.enquiries import handlers as enquiries
from marketplace.events import (
    administration,
    bank,
    contracts as contract_events,
    deals as deal_events,
    distributions as splits,
    instruments,
    listings,
    needs,
    payments,
    payouts,
    receivables as invoices,
)
from marketplace.filings import handlers as filings
from marketplace.notifications import handlers as notifications
from marketplace.notifications.rules import RULES
from search import indexing as search
from workers.relay import Handler, Subscriptions
from workers.waking import on_clock_moved

_REACTIONS: Subscriptions = {
    administration.ClockMoved: (on_clock_moved,),
    listings.ListingChanged: (
        deals.on_listing_changed,
        enquiries.on_listing_changed,
        datarooms.on_listing_changed,
        search.on_listing_changed,
    ),
    listings.ListingPublished: (search.on_listing_changed,),
    deal_events.DealSubmitted: (enquiries.on_application,),
    deal_events.DealQueued: (enquiries.on_application,),
    deal_events.TermsAgreed: (contracts.on_terms_agreed,),
    contract_events.ContractTookEffect: (receivables.on_contract_changed, filings.on_contract_took_effect),
    contract_events.FirstIncomeDeclared: (receivables.on_contract_changed,),
    contract_events.FreePeriodEnded: (receivables.on_contract_changed,),
    contract_events.IncomeReported: (receivables.on_contract_changed,),
    contract_events.MilestoneAccepted: (receivables.on_contract_changed,),
    contract_events.TechnologyReturned: (receivables.on_contract_changed, applications.on_licence_ended),
    contract_events.ContractCompleted: (receivables.on_contract_changed, applications.on_licence_ended),
    contract_events.BuyoutConfirmed: (receivables.on_contract_changed,),
    contract_events.ContractConverted: (receivables.on_contract_changed, applications.on_licence_ended),
    contract_events.ContractInvalidated: (receivables.on_contract_changed, applications.on_licence_ended),
    contract_events.ContractRescinded: (receivables.on_contract_changed, applications.on_licence_ended),
    contract_events.RightEventRecorded: (receivables.on_contract_changed,),
    contract_events.StatementCorrected: (receivables.on_contract_changed,),
    contract_events.ContractAmended: (receivables.on_contract_changed,),
    invoices.InvoicePaid: (defaults.on_invoice_paid,),
    bank.BankStatementImported: (reconciliation.on_statement_imported,),
    bank.BankMoneyUnmatched: (defaults.on_bank_money,),
    invoices.InvoiceCredited: (defaults.on_invoice_credited,),
    payments.PaymentSettled: (distributions.on_payment_settled,),
    splits.DistributionBooked: (disputes.on_distribution_booked,),
    payouts.PayoutReturned: (disputes.on_payout_returned,),
}

SUBSCRIPTIONS: dict[type[Event], tuple[Handler, ...]] = {
    event: (
        *_REACTIONS.get(event, ()),
        *([notifications.on_announcement] if event in {rule.event for rule in RULES} else []),
    )
    for event in {*_REACTIONS, *(rule.event for rule in RULES)}
}

UNHEARD = frozenset(
    {
        administration.ChainHeadKept.name,
        instruments.InstrumentPublished.name,
        instruments.InstrumentWithdrawn.name,
        needs.NeedChanged.name,
        needs.NeedPublished.name,
    }
)
