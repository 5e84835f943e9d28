"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Reason, Shown


class RefundState(StrEnum):
    """Where a refund stands; the table of moves is in `states.py`."""

    REQUESTED = "requested"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    TO_BANK = "to_bank"
    FAILED = "failed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RefundWay(StrEnum):
    """How the money goes back: through the provider that took it, or by bank transfer."""

    PROVIDER = "provider"
    BANK = "bank"


class DebtAfter(StrEnum):
    """What a refund does to the bill: it is owed again, or a credit note lets that part go."""

    STANDS = "stands"
    FALLS = "falls"


class NewRefund(Frozen):
    """What is asked for. `payee_account` is needed for the way by bank when the payer's account is not known from its transfer."""

    amount_minor: Annotated[int, Field(strict=True, ge=1, le=10**12)]
    debt: DebtAfter
    reason: Reason
    way: RefundWay = RefundWay.PROVIDER
    payee_account: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""


class RefundablePayment(Shown):
    """A payment of a bill, and what of it can still be refunded.

    `way` is the way that is open now; `until_on` the last day of the provider's window, null where there is none.
    `payee_account` is the payer's account as its transfer told it.
    """

    payment_id: UUID
    method: str
    received_on: date
    refundable_minor: int
    way: RefundWay
    until_on: date | None
    payee_account: str
    under_way: bool


class RefundView(Shown):
    """One refund, with the steps that the reader can take, and why not."""

    id: UUID
    payment_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    contract_id: UUID
    university_id: UUID
    university_name: str
    firm_name: str
    amount_minor: int
    way: RefundWay
    debt: DebtAfter
    reason: str
    state: RefundState
    state_since: datetime
    requested_by_name: str
    requested_on: date
    decided_by_name: str
    answer: str
    payee_account: str
    last_error: str | None
    moves: list[str]
    refused: list[RefusedMove]
