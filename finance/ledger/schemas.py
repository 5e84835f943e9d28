"""What the ledger tells: entries and transactions. Amounts in minor units."""

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
