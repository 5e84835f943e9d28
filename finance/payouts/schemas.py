"""What the room hands out and takes. Amounts are fen; account numbers are shown masked."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen, Shown

PaidKind = Literal["inventor", "unit", "university", "manager"]
RunBy = Literal["university", "platform"]
Way = Literal["bank", "stripe"]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=200)]


class BatchState(StrEnum):
    """Where a payout batch stands; the table of moves is in `states.py`."""

    REQUESTED = "requested"
    HELD = "held"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class PayoutState(StrEnum):
    """Where one line of a batch stands."""

    REQUESTED = "requested"
    HELD = "held"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class PayeeRef(Frozen):
    """A payee as the books know it, in one of the ways in which it is paid: by bank, or through a provider."""

    kind: PaidKind
    id: UUID
    way: Way = "bank"


class NewAccount(Frozen):
    """The bank account of a payee. `bank_code` is the twelve digits of the payment system (联行号), where known."""

    payee: PayeeRef
    account_name: Short
    bank_name: Short
    bank_code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=12)] = ""
    account_no: Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=40)]


class AccountView(Shown):
    """A payee's account without its number; before `usable_from` nothing is paid to it."""

    way: Way
    account_name: str
    bank_name: str
    bank_code: str
    masked: str
    usable_from: date
    set_at: datetime
    set_by_name: str


class PayableView(Shown):
    """What a right holder owes a payee and has not sent yet, by the way it goes, and whether it can be paid now."""

    payee: PayeeRef
    name: str
    has_login: bool
    open_minor: int
    shares: int
    account: AccountView | None
    ready: bool
    reason: str


class Payables(Shown):
    """What a right holder owes: the sum, by payee; who runs its payouts; whether the reader may."""

    organization_id: UUID
    organization_name: str
    run_by: RunBy
    may_request: bool
    may_choose: bool
    open_minor: int
    payees: list[PayableView]


class Arrangement(Frozen):
    """Who prepares the payouts of a right holder; its own head approves them either way."""

    run_by: RunBy


class NewBatch(Frozen):
    """Whom to pay all that is open now; `organization_id` when the platform prepares it for a right holder."""

    payees: Annotated[list[PayeeRef], Field(min_length=1, max_length=500)]
    organization_id: UUID | None = None


class PayoutView(Shown):
    """One line of a batch: payee, account as it stood, sum and what the bank said."""

    id: UUID
    payee_kind: PaidKind
    payee_name: str
    way: Way
    account_name: str
    bank_name: str
    masked: str
    amount_minor: int
    shares: int
    state: PayoutState
    state_since: datetime
    reason: str


class BatchBrief(Shown):
    """A batch without its lines; `ways`: how they go; `may_approve`: it waits for the reader."""

    id: UUID
    number: str
    organization_id: UUID
    organization_name: str
    run_by: RunBy
    state: BatchState
    state_since: datetime
    amount_minor: int
    lines: int
    ways: list[Way]
    requested_by_name: str
    approved_by_name: str | None
    may_approve: bool


class ResultFileView(Shown):
    """A bank's answer that was imported: how many of its lines were news, and of what kind."""

    id: UUID
    file_name: str
    lines: int
    confirmed: int
    returned: int
    imported_by_name: str | None
    imported_at: datetime


class BatchView(BatchBrief):
    """A batch with its lines, the bank's answers and the steps open to the reader."""

    from_account: str
    payouts: list[PayoutView]
    result_files: list[ResultFileView]
    moves: list[Literal["approve", "withdraw", "file", "record"]]


class Returned(Frozen):
    """A line that the bank did not pay, or that came back, and why."""

    payout_id: UUID
    reason: Reason


class Results(Frozen):
    """What the bank said of the lines of a batch."""

    confirmed: list[UUID] = Field(default_factory=list, max_length=500)
    returned: list[Returned] = Field(default_factory=list, max_length=500)


class PaidShare(Shown):
    """A share that is in a payout: whose it is, and the number of the batch."""

    payee_name: str
    number: str


class ImportedResults(Shown):
    """What a bank's file changed: lines paid, come back, still under way; `repeated`: it was imported before."""

    confirmed: int
    returned: int
    pending: int
    repeated: bool
    batch: BatchView


class StatementLine(Shown):
    """One share of a person: from which payment, how it was counted, and whether it was paid out."""

    id: UUID
    payee_kind: Literal["inventor", "manager"]
    title: str
    contract_id: UUID
    contract_number: str
    university_name: str
    received_on: date
    amount_minor: int
    source: str
    arithmetic: str
    state: Literal["proposed", "payable", "under_way", "paid"]
    since_on: date


class StatementSum(Shown):
    """A person's shares of one contract in one year of receipt."""

    year: int
    contract_number: str
    title: str
    amount_minor: int
    paid_minor: int


class TaxHint(Shown):
    """How such income is usually taxed: a suggestion with its source, never advice; `confirmed` false: to be checked."""

    title: str
    text: str
    source: str
    confirmed: bool


class Statement(Shown):
    """Everything that a person was credited: sums by state, by contract and year, each share, hints on tax."""

    name: str
    as_of: date
    proposed_minor: int
    payable_minor: int
    under_way_minor: int
    paid_minor: int
    years: list[int]
    sums: list[StatementSum]
    lines: list[StatementLine]
    hints: list[TaxHint]
    accounts: list[PayableView]


class FlowFigure(StrEnum):
    """The stations of the money of a university's contracts."""

    CONTRACTED = "contracted"
    DUE = "due"
    RECEIVED = "received"
    DISTRIBUTED = "distributed"
    PAID_OUT = "paid_out"


class FlowStation(Shown):
    """A station and its sum; what is not at the next one yet waits here or has gone to the platform."""

    figure: FlowFigure
    amount_minor: int
    rows: int


class MoneyFlow(Shown):
    """From what was contracted to what was paid out, and what of the distributed sum went where."""

    stations: list[FlowStation]
    platform_minor: int
    payable_minor: int
    under_way_minor: int


class FlowRow(Shown):
    """One row behind a station, with the ids of what it belongs to."""

    id: UUID
    on: date | None
    number: str
    title: str
    contract_id: UUID
    contract_number: str
    invoice_id: UUID | None
    distribution_id: UUID | None
    batch_id: UUID | None
    amount_minor: int
