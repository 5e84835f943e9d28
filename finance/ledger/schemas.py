"""What the ledger tells: entries, statements, trial balance. Amounts in minor units."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class EntryView(_Frozen):
    """One leg of a transaction, debit positive."""

    account: str
    account_kind: str
    amount_minor: int
    balance_after_minor: int | None


class TransactionView(_Frozen):
    """One booked business fact with all its legs."""

    id: int
    kind: str
    idem_key: str
    currency: str
    effective_at: datetime
    created_at: datetime
    source_type: str
    source_id: UUID | None
    reverses_id: int | None
    entries: list[EntryView]


class StatementLine(_Frozen):
    """One line of an account's statement; both amounts are counted on the account's normal side."""

    txn_id: int
    kind: str
    effective_at: datetime
    amount_minor: int
    balance_minor: int


class TrialBalanceRow(_Frozen):
    """All accounts of one kind: debits and credits ever booked, and the balance on the normal side."""

    account_kind: str
    currency: str
    side: str
    debit_minor: int
    credit_minor: int
    balance_minor: int
