"""Endpoints of the accountant's ledger."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from finance.books import exporting, queries
from finance.books.errors import TooManyLines
from finance.books.exporting import MEDIA
from finance.books.schemas import (
    AccountList,
    AccountStatement,
    Behind,
    BookTransaction,
    FileFormat,
    TransactionList,
    TrialBalance,
)
from marketplace.core.problems import Forbidden, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import handed_file, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api/books", tags=["books"])
_READS = (SignInRequired, Forbidden, InvalidInput)
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {media: {} for media in MEDIA.values()}}}
FromDay = Annotated[date | None, Query(alias="from")]
ToDay = Annotated[date | None, Query(alias="to")]
TxnId = Annotated[int | None, Query(ge=1, le=2**63 - 1)]


@router.get("/accounts", responses=problems(*_READS), operation_id="list_ledger_accounts")
def list_ledger_accounts(
    uow: MemberUowDep,
    on: date | None = None,
    kind: str | None = None,
    named: Annotated[str | None, Query(max_length=100)] = None,
    after: str | None = None,
    *,
    empty: bool = False,
) -> AccountList:
    """The accounts of one's book and what they held at the end of a day; `empty` brings those at 0 as well."""
    return queries.list_accounts(uow, on=on, kind=kind, named=named, all_of_them=empty, after=after)


@router.get("/trial-balance", responses=problems(*_READS), operation_id="get_trial_balance")
def get_trial_balance(uow: MemberUowDep, from_on: FromDay = None, to_on: ToDay = None) -> TrialBalance:
    """What each kind of account held, moved and holds, and the proof that all sums to zero."""
    return queries.get_trial_balance(uow, from_on=from_on, to_on=to_on)


@router.get(
    "/trial-balance/file",
    responses=problems(*_READS) | _FILE,
    response_class=Response,
    operation_id="get_trial_balance_file",
)
def get_trial_balance_file(
    uow: MemberUowDep, from_on: FromDay = None, to_on: ToDay = None, form: FileFormat = FileFormat.XLSX
) -> Response:
    """The trial balance as a file."""
    found = queries.get_trial_balance(uow, from_on=from_on, to_on=to_on)
    name = f"科目余额表-{found.to_on}.{form.value}"
    return handed_file(name, exporting.write_trial_balance(uow, found, form), MEDIA[form])


@router.get(
    "/accounts/{key}/statement",
    responses=problems(*_READS, NotFound),
    operation_id="get_account_statement",
)
def get_account_statement(
    key: str, uow: MemberUowDep, from_on: FromDay = None, to_on: ToDay = None, after: TxnId = None
) -> AccountStatement:
    """An account over a period, line by line with the balance after each."""
    return queries.get_statement(uow, key=key, from_on=from_on, to_on=to_on, after=after)


@router.get(
    "/accounts/{key}/statement/file",
    responses=problems(*_READS, NotFound, TooManyLines) | _FILE,
    response_class=Response,
    operation_id="get_account_statement_file",
)
def get_account_statement_file(
    key: str,
    uow: MemberUowDep,
    from_on: FromDay = None,
    to_on: ToDay = None,
    form: FileFormat = FileFormat.XLSX,
) -> Response:
    """The whole statement as a file."""
    found = exporting.read_whole_statement(uow, key=key, from_on=from_on, to_on=to_on)
    name = f"明细账-{found.account.label}-{found.account.name or ''}-{found.to_on}.{form.value}"
    return handed_file(name, exporting.write_statement(uow, found, form), MEDIA[form])


@router.get("/transactions", responses=problems(*_READS), operation_id="list_book_transactions")
def list_book_transactions(
    uow: MemberUowDep,
    behind: Behind | None = None,
    id: UUID | None = None,  # noqa: A002 - the name in the address
    on: date | None = None,
    before: TxnId = None,
) -> TransactionList:
    """Everything booked for a contract, bill, split, payout batch or bank line, or on a day; latest first."""
    return queries.list_transactions(uow, behind=behind if id else None, thing_id=id, on=on, before=before)


@router.get(
    "/transactions/{txn_id}", responses=problems(*_READS, NotFound), operation_id="get_book_transaction"
)
def get_book_transaction(
    txn_id: Annotated[int, Path(ge=1, le=2**63 - 1)], uow: MemberUowDep
) -> BookTransaction:
    """One transaction with all its entries, its document and what took it back."""
    return queries.get_transaction(uow, txn_id=txn_id)
