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
    """The licensor declared the contract rescinded because the fees stayed unpaid; nothing new arises from this day."""

    name: ClassVar[str] = "contracts.contract.rescinded"
    rescinded_on: date
    reason: str
