"""What the room hands out. Amounts are minor units; balances are counted on the account's normal side; days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from marketplace.core.values import Shown


class FileFormat(StrEnum):
    """In which form figures are taken along; the value is the file's extension."""

    XLSX = "xlsx"
    CSV = "csv"


class Behind(StrEnum):
    """What transactions are asked for: the thing whose money they moved."""

    CONTRACT = "contract"
    INVOICE = "invoice"
    DISTRIBUTION = "distribution"
    BATCH = "batch"
    LINE = "line"


class AccountName(Shown):
    """An account in words. `name` is null where it is another organization's; `own` is false where others use it as well."""

    key: str
    kind: str
    label: str
    name: str | None
    side: Literal["debit", "credit"]
    currency: str
    own: bool


class AccountBalance(AccountName):
    """What an account holds at the end of a day."""

    balance_minor: int
    lines: int
    last_on: date


class AccountList(Shown):
    """Accounts in the order of their keys; `next` is given back as `after` for what follows."""

    as_of: date
    items: list[AccountBalance]
    next: str | None


class TrialRow(Shown):
    """All accounts of a kind and currency over a period: what they held, what moved, what they hold."""

    kind: str
    label: str
    side: Literal["debit", "credit"]
    currency: str
    accounts: int
    opening_minor: int
    debit_minor: int
    credit_minor: int
    closing_minor: int


class TrialSum(Shown):
    """The proof, by currency: debit and credit balances are equal, and so is what moved."""

    currency: str
    opening_debit_minor: int
    opening_credit_minor: int
    debit_minor: int
    credit_minor: int
    closing_debit_minor: int
    closing_credit_minor: int
    balanced: bool


class TrialBalance(Shown):
    """The trial balance of a book from the first to the last day of a period; without a first day from the beginning."""

    organization: str | None
    from_on: date | None
    to_on: date
    rows: list[TrialRow]
    sums: list[TrialSum]


class Document(Shown):
    """The paper behind a transaction: its number, and where it is."""

    kind: str
    label: str
    number: str
    invoice_id: UUID | None = None
    distribution_id: UUID | None = None
    batch_id: UUID | None = None
    line_id: UUID | None = None
    contract_id: UUID | None = None
    contract_number: str | None = None


class BookLine(Shown):
    """One line of an account; amount and balance on its normal side. `against` names the kinds on the other side."""

    txn_id: int
    kind: str
    label: str
    effective_at: datetime
    debit_minor: int
    credit_minor: int
    balance_minor: int
    against: list[str]
    document: Document | None
    reverses_id: int | None


class AccountStatement(Shown):
    """An account over a period. `next` is given back as `after` for the lines that follow."""

    account: AccountName
    organization: str | None
    from_on: date | None
    to_on: date
    opening_minor: int
    debit_minor: int
    credit_minor: int
    closing_minor: int
    lines: list[BookLine]
    next: int | None


class BookEntry(Shown):
    """One leg of a transaction; one of the two amounts is 0."""

    account: AccountName
    debit_minor: int
    credit_minor: int


class BookTransaction(Shown):
    """One business fact as it was booked, with its document and what took it back."""

    id: int
    kind: str
    label: str
    effective_at: datetime
    created_at: datetime
    document: Document | None
    entries: list[BookEntry]
    reverses_id: int | None
    reversed_by_id: int | None


class TransactionList(Shown):
    """Transactions behind a document or figure, latest first; `next` is given back as `before` for older ones."""

    items: list[BookTransaction]
    next: int | None
