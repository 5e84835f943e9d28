"""What the room `bank` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class BankStatementImported(Event):
    """A statement is in, with all its lines booked."""

    name: ClassVar[str] = "bank.statement.imported"
    statement_id: UUID
    university_id: UUID
    account_no: str
    count: int


class BankMoneyUnmatched(Event):
    """A bank statement shows money that no invoice could be found for."""

    name: ClassVar[str] = "bank.line.unmatched"
    statement_id: UUID
    university_id: UUID
    count: int
    amount_minor: int


class BankMatchAsked(Event):
    """A receipt above the limit was matched by hand: somebody else of the office has to confirm it."""

    name: ClassVar[str] = "bank.match.asked"
    match_id: UUID
    line_id: UUID
    university_id: UUID
    invoice_number: str
    payer_name: str
    amount_minor: int


class BankMatchUndone(Event):
    """A wrong match was taken back: the invoice is open again by what it had settled of it."""

    name: ClassVar[str] = "bank.match.undone"
    match_id: UUID
    line_id: UUID
    university_id: UUID
    firm_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    amount_minor: int
    reason: str


class BankReturnAsked(Event):
    """Somebody asks to send money back to its payer: somebody else of the office has to agree."""

    name: ClassVar[str] = "bank.return.asked"
    return_id: UUID
    university_id: UUID
    payee_name: str
    amount_minor: int
    reason: str
