"""What the room `contracts` announces. Every announcement after the signature may change what is owed."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class ContractEvent(Event):
    """The fields every announcement about a contract carries."""

    contract_id: UUID
    number: str
    title: str
    deal_id: UUID
    listing_id: UUID
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    holder_ids: tuple[UUID, ...] = ()
    """The co-owners beside the university; they sign and share the income (专利法 §14)."""


class ContractDrafted(ContractEvent):
    """A contract was drawn up from agreed terms and waits for signatures."""

    name: ClassVar[str] = "contracts.contract.drafted"
    content_sha256: str


class PartySigned(ContractEvent):
    """One party has signed; others still have to."""

    name: ClassVar[str] = "contracts.contract.party_signed"
    organization_id: UUID
    organization_name: str


class ContractTookEffect(ContractEvent):
    """All parties have signed: the licence runs from this day (T0)."""

    name: ClassVar[str] = "contracts.contract.took_effect"
    effective_on: date
    terms_hash: str


class FirstIncomeDeclared(ContractEvent):
    """The licensee has declared the day of its first income from the technology."""

    name: ClassVar[str] = "contracts.contract.first_income_declared"
    first_income_on: date


class FreePeriodEnded(ContractEvent):
    """The trigger was reached on this day: fees arise from it."""

    name: ClassVar[str] = "contracts.contract.free_period_ended"
    trigger_on: date


class IncomeReported(ContractEvent):
    """The licensee has filed a statement for the period [from_on, to_on)."""

    name: ClassVar[str] = "contracts.contract.income_reported"
    from_on: date
    to_on: date


class MilestoneAccepted(ContractEvent):
    """The licensor accepts that a milestone was reached."""

    name: ClassVar[str] = "contracts.contract.milestone_accepted"
    key: str
    milestone: str
    reached_on: date


class TechnologyReturned(ContractEvent):
    """The licensee returned the technology within the free period and owes nothing that was deferred."""

    name: ClassVar[str] = "contracts.contract.returned"
    ended_on: date
    reason: str


class ContractCancelled(ContractEvent):
    """A party gave up the contract before everybody had signed."""

    name: ClassVar[str] = "contracts.contract.cancelled"
    reason: str


class ContractCompleted(ContractEvent):
    """The licence has ended and everything owed was paid."""

    name: ClassVar[str] = "contracts.contract.completed"
    ended_on: date


class ContractRescinded(ContractEvent):
    """A party rescinded the contract for the other's default (民法典 §563): sums after this day are not owed."""

    name: ClassVar[str] = "contracts.contract.rescinded"
    ended_on: date
    reason: str
    law: str


class ContractConverted(ContractEvent):
    """The technology was bought out and paid for, or later fees were turned into equity: the licence is over."""

    name: ClassVar[str] = "contracts.contract.converted"
    how: str
    converted_on: date
    record_by_on: date


class ContractInvalidated(ContractEvent):
    """No licensed right is left (专利法 §47): nothing comes into being from this day, what was paid stays."""

    name: ClassVar[str] = "contracts.contract.invalidated"
    invalidated_on: date


class BuyoutConfirmed(ContractEvent):
    """The licensor confirms the buy-out: its price is owed, later fees are not."""

    name: ClassVar[str] = "contracts.contract.buyout_confirmed"
    bought_out_on: date
    amount_minor: int


class TransferRecorded(ContractEvent):
    """The transfer that follows a buy-out or conversion was recorded."""

    name: ClassVar[str] = "contracts.contract.transfer_recorded"
    recorded_on: date
    transfer_number: str


class StatementCorrected(ContractEvent):
    """The licensee replaced a statement that was not billed yet."""

    name: ClassVar[str] = "contracts.contract.statement_corrected"
    from_on: date
    to_on: date
    correction: str


class UseReportFiled(ContractEvent):
    """The licensee reported how it used the technology in [from_on, to_on)."""

    name: ClassVar[str] = "contracts.contract.use_report_filed"
    from_on: date
    to_on: date


class UseReportDue(ContractEvent):
    """A period of use is over and its report can be filed until `due_on`."""

    name: ClassVar[str] = "contracts.contract.use_report_due"
    from_on: date
    to_on: date
    due_on: date


class UseReportLate(ContractEvent):
    """The last day to report on use has passed without a report."""

    name: ClassVar[str] = "contracts.contract.use_report_late"
    from_on: date
    to_on: date
    due_on: date


class ReturnCertificateLate(ContractEvent):
    """The technology was returned, and the last day to say what became of its materials has passed."""

    name: ClassVar[str] = "contracts.contract.return_certificate_late"
    due_on: date


class RightEventRecorded(ContractEvent):
    """A licensed right was published, granted, invalidated or has lapsed; the words come in both languages."""

    name: ClassVar[str] = "contracts.contract.right_event_recorded"
    position: int
    kind: str
    right: str
    happened_on: date
    what_zh: str
    what_en: str
    then_zh: str
    then_en: str


class MatterEvent(ContractEvent):
    """The fields every announcement about a matter between the parties carries."""

    matter_id: UUID
    kind: str
    what_zh: str
    what_en: str
    raised_by_id: UUID
    raised_by_name: str
    answer_by_id: UUID
    answer_by_name: str
    answer_by_on: date


class MatterRaised(MatterEvent):
    """One party put something to the other, which has to answer by a day."""

    name: ClassVar[str] = "contracts.contract.matter_raised"
    text: str
    silence_zh: str
    silence_en: str


class MatterAnswered(MatterEvent):
    """A matter was accepted, sent back, contested, settled or withdrawn; `silent`: nobody answered by its day."""

    name: ClassVar[str] = "contracts.contract.matter_answered"
    outcome: str
    outcome_zh: str
    outcome_en: str
    answer: str
    silent: bool


class SettlementProposed(MatterEvent):
    """One side proposes how a dispute could end."""

    name: ClassVar[str] = "contracts.contract.settlement_proposed"
    proposed_by_name: str
    told_id: UUID
    proposal_zh: str
    proposal_en: str


class MatterOverdue(MatterEvent):
    """The day to answer has passed; both sides are told what that means."""

    name: ClassVar[str] = "contracts.contract.matter_overdue"
    then_zh: str
    then_en: str


class ContractTextRevised(ContractEvent):
    """A party changed the special clauses before anybody had signed; everybody reads the text again."""

    name: ClassVar[str] = "contracts.contract.text_revised"
    organization_name: str
    content_sha256: str


class ScanUploaded(ContractEvent):
    """A party handed in a scan of the text it signed on paper; the other side has to confirm it."""

    name: ClassVar[str] = "contracts.contract.scan_uploaded"
    organization_id: UUID
    organization_name: str


class ScanRejected(ContractEvent):
    """A scan does not show the agreed text; its party hands in another or signs electronically."""

    name: ClassVar[str] = "contracts.contract.scan_rejected"
    organization_name: str
    reason: str


class AmendmentProposed(ContractEvent):
    """A party proposes new terms for a running contract; all have to sign."""

    name: ClassVar[str] = "contracts.contract.amendment_proposed"
    amendment: int
    organization_name: str
    from_on: date


class AmendmentWithdrawn(ContractEvent):
    """An amendment was given up before all had signed; the terms stay as they are."""

    name: ClassVar[str] = "contracts.contract.amendment_withdrawn"
    amendment: int
    organization_name: str
    reason: str


class ContractAmended(ContractEvent):
    """All parties have signed new terms: they govern what arises from this day on."""

    name: ClassVar[str] = "contracts.contract.amended"
    amendment: int
    from_on: date
    before_hash: str
    terms_hash: str
