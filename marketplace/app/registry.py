"""Imports the tables of every room, so that each process and every migration knows all of them."""

import finance.applications.models
import finance.bank.models
import finance.defaults.models
import finance.distributions.models
import finance.instruments.models
import finance.ledger.models
import finance.payments.models
import finance.payouts.models
import finance.receivables.models
import finance.reconciliation.models
import marketplace.app.oversight.models
import marketplace.contracts.models
import marketplace.core.audit
import marketplace.core.fsm
import marketplace.core.outbox
import marketplace.core.uow
import marketplace.datarooms.models
import marketplace.deals.models
import marketplace.documents.models
import marketplace.enquiries.models
import marketplace.filings.models
import marketplace.identity.models
import marketplace.listings.models
import marketplace.needs.models
import marketplace.notifications.models
import marketplace.organizations.models
