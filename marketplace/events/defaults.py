"""What the room `defaults` announces. Amounts in fen, days in Shanghai; only organizations are named, never persons."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DefaultEvent(Event):
    """The fields every announcement about a default carries; `open_minor` is what is unpaid in it."""

    case_id: UUID
    number: str
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    open_minor: int


class DefaultOpened(DefaultEvent):
    """An invoice is past its last day: the first day late has come."""

    name: ClassVar[str] = "defaults.case.opened"
    opened_on: date


class DemandSent(DefaultEvent):
    """The licensor demands payment; the time to pay begins with delivery."""

    name: ClassVar[str] = "defaults.case.demanded"
    cure_days: int


class DemandDelivered(DefaultEvent):
    """The demand has reached the firm: the last day to pay is known."""

    name: ClassVar[str] = "defaults.case.delivered"
    cure_until_on: date


class CureEnded(DefaultEvent):
    """The time to pay is over and sums are open: the licensor may rescind (技术合同解释 §15)."""

    name: ClassVar[str] = "defaults.case.cure_ended"
    cure_until_on: date


class DefaultRescinded(DefaultEvent):
    """The licensor has declared the contract rescinded."""

    name: ClassVar[str] = "defaults.case.rescinded"
    rescinded_on: date


class DefaultCured(DefaultEvent):
    """Everything that was late is paid."""

    name: ClassVar[str] = "defaults.case.cured"
    cured_on: date


class DefaultWithdrawn(DefaultEvent):
    """The licensor lets the case rest until a day."""

    name: ClassVar[str] = "defaults.case.withdrawn"
    reason: str
    grace_until_on: date


class CoverEvent(Event):
    """The fields every announcement about a cover carries."""

    cover_id: UUID
    policy_number: str
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    firm_id: UUID
    firm_name: str
    provider_id: UUID
    provider_name: str


class CoverRegistered(CoverEvent):
    """A firm registered a policy or guarantee; its provider is asked to confirm it."""

    name: ClassVar[str] = "defaults.cover.registered"


class CoverConfirmed(CoverEvent):
    """The provider stands by the cover."""

    name: ClassVar[str] = "defaults.cover.confirmed"


class CoverDeclined(CoverEvent):
    """The provider does not stand by the cover."""

    name: ClassVar[str] = "defaults.cover.declined"
    reason: str


class ClaimEvent(Event):
    """The fields every announcement about a claim carries; `asked_minor` is what the provider is to pay."""

    claim_id: UUID
    reference: str
    case_id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    provider_id: UUID
    provider_name: str
    asked_minor: int


class ClaimFiled(ClaimEvent):
    """The licensor asks an insurer or guarantor to pay for the firm."""

    name: ClassVar[str] = "defaults.claim.filed"
    answer_by_on: date


class ClaimAccepted(ClaimEvent):
    """The provider will pay."""

    name: ClassVar[str] = "defaults.claim.accepted"
    pay_by_on: date


class ClaimRefused(ClaimEvent):
    """The provider does not pay, and says why."""

    name: ClassVar[str] = "defaults.claim.refused"
    reason: str


class ClaimPaid(ClaimEvent):
    """The provider has paid for the firm: its claim against the firm arises."""

    name: ClassVar[str] = "defaults.claim.paid"
    paid_minor: int


class CreditEvent(Event):
    """The fields every announcement about a credit record carries."""

    record_id: UUID
    case_id: UUID
    number: str
    contract_number: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    zone_id: UUID


class CreditAnnounced(CreditEvent):
    """The firm is told that its default will be handed to its zone, and until when it can object."""

    name: ClassVar[str] = "defaults.credit.announced"
    objection_until_on: date


class CreditObjected(CreditEvent):
    """The firm objects: nothing is handed over meanwhile."""

    name: ClassVar[str] = "defaults.credit.objected"
    reason: str


class CreditAnswered(CreditEvent):
    """The licensor answered an objection; the clock runs on to a new day."""

    name: ClassVar[str] = "defaults.credit.answered"
    answer: str
    objection_until_on: date


class CreditWithdrawn(CreditEvent):
    """The record will not be handed over."""

    name: ClassVar[str] = "defaults.credit.withdrawn"
    reason: str


class CreditIssued(CreditEvent):
    """Nobody objected in time: the record was signed and waits for the zone."""

    name: ClassVar[str] = "defaults.credit.issued"


class CreditReceived(CreditEvent):
    """The zone took the record over and gave its receipt."""

    name: ClassVar[str] = "defaults.credit.received"
    receipt_number: str
