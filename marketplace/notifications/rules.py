"""Which announcement tells whom what: the one table of the room.

Recipients are the members of an organization (or of each of several) named by a field of the event whose role holds a
permission, or a person named by a field. Parameters come from the event itself; the rooms put titles and numbers into their events.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from marketplace.core.i18n import Text
from marketplace.core.outbox import Event
from marketplace.events import (
    applications,
    bank,
    contracts,
    datarooms,
    deals,
    defaults,
    distributions,
    enquiries,
    filings,
    listings,
    payments,
    payouts,
    receivables,
    reconciliation,
)


@dataclass(frozen=True, slots=True)
class Template:
    """A message in both languages; `{name}` is filled from the event's fields."""

    title: Text
    body: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: the event, the template, the link, and who is told."""

    event: type[Event]
    template: str
    link: str
    organization: str = ""
    permission: str = ""
    person: str = ""
    words: Callable[[Any], dict[str, Any]] | None = None
    apart: str = ""
    """The field that tells two announcements of one subject apart when one round of a clock makes both."""


TEMPLATES: dict[str, Template] = {
    name: Template(Text(**parts["title"]), Text(**parts["body"]))
    for name, parts in yaml.safe_load(
        Path(__file__).with_name("templates.yaml").read_text(encoding="utf-8")
    ).items()
}

_OFFICE = "/app/inbox/{deal_id}"
_CONTRACT = "/app/contracts/{contract_id}"
_INVOICE = "/app/payments/{invoice_id}"
_SPLIT = "/app/distributions/{distribution_id}"
_COSTS = "/app/distributions/costs"
_PAYABLES = "/app/payouts"
_BATCH = "/app/payouts/{batch_id}"
_FIRM = "/app/applications/{deal_id}"
_ENQUIRY = "/app/enquiries/{enquiry_id}"
_ROOM = "/app/datarooms/{listing_id}"
_FUNDING = "/app/funding/{request_id}"
_DEAL = "/app/pipeline/{application_id}"
_FILING = "/app/filings/{filing_id}"
_CASE = "/app/defaults/{case_id}"
_COVERS = "/app/covers"
_FIRMS, _OFFICES = ("firm_id", "default.answer"), ("university_id", "default.act")
_PROVIDERS, _ZONES = ("provider_id", "cover.answer"), ("zone_id", "credit.read")

RULES: tuple[Rule, ...] = (
    Rule(
        listings.ListingSubmitted,
        "listing_submitted",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.approve",
    ),
    Rule(
        listings.ListingApproved,
        "listing_approved",
        "/app/listings/{listing_id}",
        "university_id",
        person="submitted_by",
    ),
    Rule(
        listings.ListingPublished,
        "listing_published",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.write",
    ),
    Rule(
        listings.ObjectionRaised,
        "objection_raised",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.approve",
    ),
    Rule(deals.DealSubmitted, "deal_submitted", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.DealQueued, "deal_queued", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealAsked, "deal_asked", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealReplied, "deal_replied", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.DealAccepted, "deal_accepted", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealDeclined, "deal_declined", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealWithdrawn, "deal_withdrawn", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.TermsAgreed, "terms_agreed", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.QueueReleased, "deal_released", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.OfferMade, "offer_made", _FIRM, "to_id", "deal.apply"),
    Rule(deals.OfferMade, "offer_made", _FIRM, "to_id", "deal.answer"),
    Rule(deals.OfferRefused, "offer_refused", _FIRM, "to_id", "deal.apply"),
    Rule(deals.OfferRefused, "offer_refused", _FIRM, "to_id", "deal.answer"),
    Rule(deals.PriceNoticeStarted, "price_notice_started", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.PriceNoticeStarted, "price_notice_started", _FIRM, "university_id", "deal.answer"),
    Rule(deals.PriceObjected, "price_objected", _FIRM, "university_id", "listing.approve"),
    Rule(deals.PriceObjectionSettled, "price_objection_settled", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.ManagerInvited, "manager_invited", "/app/engagements", person="manager_id"),
    Rule(deals.CommissionProposed, "commission_proposed", _FIRM, "to_id", "deal.apply"),
    Rule(deals.CommissionProposed, "commission_proposed", _FIRM, "to_id", "deal.answer"),
    Rule(deals.CommissionAgreed, "commission_agreed", "/app/engagements", person="manager_id"),
    Rule(deals.CommissionAgreed, "commission_agreed", _FIRM, "to_id", "deal.apply"),
    Rule(deals.CommissionAgreed, "commission_agreed", _FIRM, "to_id", "deal.answer"),
    Rule(deals.CommissionEnded, "commission_ended", "/app/engagements", person="manager_id"),
    Rule(deals.CommissionEnded, "commission_ended", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.CommissionEnded, "commission_ended", _FIRM, "university_id", "deal.answer"),
    Rule(deals.ReplyOverdue, "reply_overdue", _OFFICE, "university_id", "listing.approve"),
    Rule(enquiries.EnquiryAsked, "enquiry_asked", _ENQUIRY, "university_id", "deal.answer"),
    Rule(enquiries.EnquiryAnswered, "enquiry_answered", _ENQUIRY, "firm_id", "deal.apply"),
    Rule(enquiries.EnquiryClosedByFirm, "enquiry_closed_by_firm", _ENQUIRY, "university_id", "deal.answer"),
    Rule(
        enquiries.EnquiryClosedByUniversity, "enquiry_closed_by_university", _ENQUIRY, "firm_id", "deal.apply"
    ),
    Rule(enquiries.EnquiryOverdue, "enquiry_overdue", _ENQUIRY, "university_id", "listing.approve"),
    Rule(datarooms.DataAccessAsked, "data_access_asked", _ROOM, "university_id", "deal.answer"),
    Rule(datarooms.UndertakingOffered, "undertaking_offered", _ROOM, "firm_id", "contract.sign"),
    Rule(datarooms.UndertakingSigned, "undertaking_signed", _ROOM, "university_id", "contract.sign"),
    Rule(datarooms.DataAccessOpened, "data_access_opened", _ROOM, "firm_id", "deal.apply"),
    Rule(datarooms.DataAccessDeclined, "data_access_declined", _ROOM, "firm_id", "deal.apply"),
    Rule(datarooms.DataAccessWithdrawn, "data_access_withdrawn", _ROOM, "university_id", "deal.answer"),
    Rule(datarooms.DataAccessRevoked, "data_access_revoked", _ROOM, "firm_id", "deal.apply"),
    Rule(datarooms.DataAccessExpired, "data_access_expired", _ROOM, "firm_id", "deal.apply"),
    Rule(datarooms.DataAccessExpired, "data_access_expired", _ROOM, "university_id", "deal.answer"),
    Rule(datarooms.DataAccessOverdue, "data_access_overdue", _ROOM, "university_id", "listing.approve"),
    Rule(applications.ApplicationSubmitted, "funding_submitted", _DEAL, "provider_id", "pipeline.read"),
    Rule(applications.ApplicationAdvanced, "funding_advanced", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationCommitted, "funding_committed", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationPassed, "funding_passed", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationWithdrawn, "funding_withdrawn", _DEAL, "provider_id", "pipeline.read"),
    Rule(listings.ConsentAsked, "consent_asked", "/app/holdings", "organization_id", "contract.sign"),
    Rule(
        listings.HolderConsented,
        "holder_consented",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.write",
    ),
    Rule(contracts.ContractDrafted, "contract_drafted", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractDrafted, "contract_drafted", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractTextRevised, "contract_text_revised", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractTextRevised, "contract_text_revised", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ScanUploaded, "scan_uploaded", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ScanUploaded, "scan_uploaded", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ScanRejected, "scan_rejected", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ScanRejected, "scan_rejected", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.AmendmentProposed, "amendment_proposed", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.AmendmentProposed, "amendment_proposed", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.AmendmentWithdrawn, "amendment_withdrawn", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.AmendmentWithdrawn, "amendment_withdrawn", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractAmended, "contract_amended", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractAmended, "contract_amended", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.PartySigned, "party_signed", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.PartySigned, "party_signed", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractTookEffect, "contract_took_effect", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractTookEffect, "contract_took_effect", _CONTRACT, "university_id", "contract.sign"),
    Rule(filings.FilingOpened, "filing_opened", _FILING, "university_id", "contract.sign"),
    Rule(filings.FilingDue, "filing_due", _FILING, "university_id", "contract.sign"),
    Rule(filings.FilingRegistered, "filing_registered", _FILING, "firm_id", "contract.read"),
    Rule(contracts.FirstIncomeDeclared, "first_income_declared", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.FreePeriodEnded, "free_period_ended", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.FreePeriodEnded, "free_period_ended", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.IncomeReported, "income_reported", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.MilestoneAccepted, "milestone_accepted", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.MilestoneAccepted, "milestone_accepted", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.TechnologyReturned, "technology_returned", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.TechnologyReturned, "technology_returned", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractCancelled, "contract_cancelled", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractCancelled, "contract_cancelled", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractCompleted, "contract_completed", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractCompleted, "contract_completed", _CONTRACT, "university_id", "contract.sign"),
    # Since the signature.
    Rule(contracts.ContractRescinded, "contract_rescinded", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractRescinded, "contract_rescinded", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractConverted, "contract_converted", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractConverted, "contract_converted", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.ContractInvalidated, "contract_invalidated", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.ContractInvalidated, "contract_invalidated", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.BuyoutConfirmed, "buyout_confirmed", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.BuyoutConfirmed, "buyout_confirmed", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.TransferRecorded, "transfer_recorded", _CONTRACT, "firm_id", "contract.sign"),
    Rule(contracts.TransferRecorded, "transfer_recorded", _CONTRACT, "university_id", "contract.sign"),
    Rule(contracts.StatementCorrected, "statement_corrected", _CONTRACT, "university_id", "contract.sign"),
    Rule(
        contracts.UseReportFiled,
        "use_report_filed",
        _CONTRACT,
        "university_id",
        "contract.sign",
        apart="from_on",
    ),
    Rule(contracts.UseReportDue, "use_report_due", _CONTRACT, "firm_id", "contract.sign", apart="from_on"),
    Rule(
        contracts.UseReportDue, "use_report_due", _CONTRACT, "university_id", "contract.sign", apart="from_on"
    ),
    Rule(contracts.UseReportLate, "use_report_late", _CONTRACT, "firm_id", "contract.sign", apart="from_on"),
    Rule(
        contracts.UseReportLate,
        "use_report_late",
        _CONTRACT,
        "university_id",
        "contract.sign",
        apart="from_on",
    ),
    Rule(contracts.ReturnCertificateLate, "return_certificate_late", _CONTRACT, "firm_id", "contract.sign"),
    Rule(
        contracts.ReturnCertificateLate,
        "return_certificate_late",
        _CONTRACT,
        "university_id",
        "contract.sign",
    ),
    Rule(
        contracts.RightEventRecorded,
        "right_event_recorded",
        _CONTRACT,
        "firm_id",
        "contract.sign",
        apart="right",
    ),
    Rule(
        contracts.RightEventRecorded,
        "right_event_recorded",
        _CONTRACT,
        "university_id",
        "contract.sign",
        apart="right",
    ),
    Rule(
        contracts.MatterRaised, "matter_raised", _CONTRACT, "answer_by_id", "contract.sign", apart="matter_id"
    ),
    Rule(
        contracts.MatterAnswered,
        "matter_answered",
        _CONTRACT,
        "raised_by_id",
        "contract.sign",
        apart="matter_id",
    ),
    Rule(
        contracts.MatterAnswered,
        "matter_answered",
        _CONTRACT,
        "answer_by_id",
        "contract.sign",
        apart="matter_id",
    ),
    Rule(
        contracts.SettlementProposed,
        "settlement_proposed",
        _CONTRACT,
        "told_id",
        "contract.sign",
        apart="matter_id",
    ),
    Rule(
        contracts.MatterOverdue,
        "matter_overdue",
        _CONTRACT,
        "raised_by_id",
        "contract.sign",
        apart="matter_id",
    ),
    Rule(
        contracts.MatterOverdue,
        "matter_overdue",
        _CONTRACT,
        "answer_by_id",
        "contract.sign",
        apart="matter_id",
    ),
    Rule(receivables.InvoiceIssued, "invoice_issued", _INVOICE, "firm_id", "invoice.pay"),
    Rule(receivables.InvoiceReminded, "invoice_reminded", _INVOICE, "firm_id", "invoice.pay"),
    Rule(receivables.InvoicePaid, "invoice_paid", _INVOICE, "firm_id", "invoice.pay"),
    Rule(
        receivables.AdjustmentProposed,
        "adjustment_proposed",
        _INVOICE,
        "university_id",
        "invoice.approve",
        apart="adjustment_id",
    ),
    Rule(
        receivables.AdjustmentRefused,
        "adjustment_refused",
        _INVOICE,
        "university_id",
        person="proposed_by",
        apart="adjustment_id",
    ),
    Rule(
        receivables.InvoiceCredited,
        "invoice_credited",
        _INVOICE,
        "firm_id",
        "invoice.pay",
        apart="adjustment_id",
    ),
    Rule(receivables.InvoiceWrittenOff, "invoice_written_off", _INVOICE, "firm_id", "invoice.pay"),
    Rule(receivables.InvoiceWrittenOff, "invoice_written_off", _INVOICE, "university_id", "invoice.manage"),
    Rule(receivables.InvoiceRecovered, "invoice_recovered", _INVOICE, "university_id", "invoice.manage"),
    Rule(
        receivables.TaxInvoiceRequested, "tax_invoice_requested", _INVOICE, "university_id", "invoice.manage"
    ),
    Rule(receivables.TaxInvoiceIssued, "tax_invoice_issued", _INVOICE, "firm_id", "invoice.pay"),
    Rule(receivables.TaxInvoiceDeclined, "tax_invoice_declined", _INVOICE, "firm_id", "invoice.pay"),
    Rule(payments.PaymentSettled, "payment_settled", _INVOICE, "university_id", "bank.match"),
    Rule(payments.PaymentFailed, "payment_failed", _INVOICE, "firm_id", "invoice.pay"),
    Rule(bank.BankMoneyUnmatched, "bank_money_unmatched", "/app/bank", "university_id", "bank.match"),
    Rule(bank.BankMatchAsked, "bank_match_asked", "/app/bank?state=asked", "university_id", "bank.match"),
    Rule(bank.BankMatchUndone, "bank_match_undone", _INVOICE, "firm_id", "invoice.pay"),
    Rule(bank.BankMatchUndone, "bank_match_undone", _INVOICE, "university_id", "bank.match"),
    Rule(bank.BankReturnAsked, "bank_return_asked", "/app/bank", "university_id", "bank.match"),
    Rule(
        reconciliation.DifferencesFound,
        "differences_found",
        "/app/reconciliation",
        "organization_id",
        "bank.match",
    ),
    Rule(
        distributions.DistributionProposed,
        "distribution_proposed",
        _SPLIT,
        "holder_ids",
        "distribution.approve",
    ),
    Rule(distributions.DistributionObjected, "distribution_objected", _SPLIT, "holder_ids", "bank.match"),
    Rule(distributions.DistributionBooked, "distribution_booked", _SPLIT, "holder_ids", "bank.match"),
    Rule(distributions.CostRecorded, "cost_recorded", _COSTS, "organization_id", "distribution.approve"),
    Rule(distributions.ShareBooked, "share_booked", "/app/distributions", "university_id", person="user_id"),
    Rule(payouts.PayeeAccountSet, "payee_account_set", _PAYABLES, "holder_ids", "payout.approve"),
    Rule(payouts.PayeeAccountSet, "payee_account_set", "/app/distributions", person="user_id"),
    Rule(payouts.PayoutRequested, "payout_requested", _BATCH, "organization_id", "payout.approve"),
    Rule(payouts.PayoutApproved, "payout_approved", _BATCH, person="requested_by"),
    Rule(payouts.PayoutConfirmed, "payout_confirmed", "/app/distributions", person="user_id"),
    Rule(payouts.PayoutReturned, "payout_returned", _BATCH, "organization_id", "payout.request"),
    Rule(payouts.PayoutReturned, "payout_returned", "/app/distributions", person="user_id"),
    # Co-owners sign beside the university and share the income: they hear what the university hears.
    *(
        Rule(event, template, _CONTRACT, "holder_ids", "contract.sign", apart=apart)
        for event, template, apart in (
            (contracts.ContractDrafted, "contract_drafted", ""),
            (contracts.ContractTextRevised, "contract_text_revised", ""),
            (contracts.ScanUploaded, "scan_uploaded", ""),
            (contracts.ScanRejected, "scan_rejected", ""),
            (contracts.AmendmentProposed, "amendment_proposed", ""),
            (contracts.AmendmentWithdrawn, "amendment_withdrawn", ""),
            (contracts.ContractAmended, "contract_amended", ""),
            (contracts.PartySigned, "party_signed", ""),
            (contracts.ContractTookEffect, "contract_took_effect", ""),
            (contracts.FirstIncomeDeclared, "first_income_declared", ""),
            (contracts.FreePeriodEnded, "free_period_ended", ""),
            (contracts.IncomeReported, "income_reported", ""),
            (contracts.TechnologyReturned, "technology_returned", ""),
            (contracts.ContractCancelled, "contract_cancelled", ""),
            (contracts.ContractCompleted, "contract_completed", ""),
            (contracts.ContractRescinded, "contract_rescinded", ""),
            (contracts.ContractConverted, "contract_converted", ""),
            (contracts.ContractInvalidated, "contract_invalidated", ""),
            (contracts.BuyoutConfirmed, "buyout_confirmed", ""),
            (contracts.TransferRecorded, "transfer_recorded", ""),
            (contracts.RightEventRecorded, "right_event_recorded", "right"),
        )
    ),
    *(
        Rule(event, template, _CASE, *whom)
        for event, template, whom in (
            (defaults.DefaultOpened, "default_opened", _OFFICES),
            (defaults.DemandSent, "demand_sent", _FIRMS),
            (defaults.DemandDelivered, "demand_delivered", _FIRMS),
            (defaults.DemandDelivered, "demand_delivered", _OFFICES),
            (defaults.CureEnded, "cure_ended", _FIRMS),
            (defaults.CureEnded, "cure_ended", _OFFICES),
            (defaults.DefaultRescinded, "default_rescinded", _FIRMS),
            (defaults.DefaultCured, "default_cured", _FIRMS),
            (defaults.DefaultCured, "default_cured", _OFFICES),
            (defaults.DefaultWithdrawn, "default_withdrawn", _FIRMS),
            (defaults.ClaimFiled, "claim_filed", _PROVIDERS),
            (defaults.ClaimFiled, "claim_filed", _FIRMS),
            (defaults.ClaimAccepted, "claim_accepted", _OFFICES),
            (defaults.ClaimRefused, "claim_refused", _OFFICES),
            (defaults.ClaimPaid, "claim_paid", _FIRMS),
            (defaults.ClaimPaid, "claim_paid", _OFFICES),
            (defaults.ClaimPaid, "claim_paid", _PROVIDERS),
            (defaults.CreditAnnounced, "credit_announced", _FIRMS),
            (defaults.CreditObjected, "credit_objected", _OFFICES),
            (defaults.CreditAnswered, "credit_answered", _FIRMS),
            (defaults.CreditWithdrawn, "credit_withdrawn", _FIRMS),
            (defaults.CreditIssued, "credit_issued", _FIRMS),
        )
    ),
    Rule(defaults.CreditIssued, "credit_issued", "/app/credit-records", *_ZONES),
    Rule(defaults.CreditReceived, "credit_received", _CASE, *_OFFICES),
    Rule(defaults.CoverRegistered, "cover_registered", _COVERS, *_PROVIDERS),
    Rule(defaults.CoverConfirmed, "cover_confirmed", _COVERS, *_FIRMS),
    Rule(defaults.CoverConfirmed, "cover_confirmed", _COVERS, *_OFFICES),
    Rule(defaults.CoverDeclined, "cover_declined", _COVERS, *_FIRMS),
)
