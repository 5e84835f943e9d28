"""Endpoints of bank statements, receipts, returns and credits."""

from uuid import UUID

from fastapi import APIRouter, UploadFile

from finance.bank import queries, service
from finance.bank.errors import (
    CreditTooLow,
    LineAlreadyMatched,
    MatchStands,
    MoreThanLeft,
    SecondPersonNeeded,
    StatementDoesNotAddUp,
    StatementInOtherFormat,
    StatementNotReadable,
    StatementOfOtherAccount,
    StatementRowsWrong,
)
from finance.bank.schemas import (
    BankLineDetail,
    BankLineView,
    CreditView,
    LineState,
    MatchLine,
    ReturnCredit,
    ReturnLine,
    ReturnState,
    ReturnView,
    StatementView,
    UseCredit,
    WithReason,
)
from finance.ledger.errors import BalanceTooLow
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, SignInRequired, TooLarge
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["bank"])


@router.post(
    "/bank-statements",
    responses=problems(
        SignInRequired,
        Forbidden,
        StatementNotReadable,
        StatementRowsWrong,
        StatementDoesNotAddUp,
        StatementOfOtherAccount,
        StatementInOtherFormat,
        TooLarge,
    ),
    operation_id="import_bank_statement",
)
def import_bank_statement(file: UploadFile, uow: MemberUowDep) -> StatementView:
    """Import the statement of one's university's account (Excel, CSV or CAMT.053); the same file twice changes nothing."""
    content = file.file.read(11 * 1_048_576)
    return service.import_statement(uow, content=content, file_name=file.filename or "statement")


@router.get(
    "/bank-statements", responses=problems(SignInRequired, Forbidden), operation_id="list_bank_statements"
)
def list_bank_statements(uow: MemberUowDep) -> list[StatementView]:
    """The statements that were imported, the last one first."""
    return queries.list_statements(uow)


@router.get("/bank-lines", responses=problems(SignInRequired, Forbidden), operation_id="list_bank_lines")
def list_bank_lines(
    uow: MemberUowDep, state: LineState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[BankLineView]:
    """Receipts on one's university's account; unmatched ones carry suggestions with reasons."""
    return queries.list_bank_lines(uow, state=state, page=page, size=size)


@router.get(
    "/bank-lines/{line_id}", responses=problems(SignInRequired, NotFound), operation_id="get_bank_line"
)
def get_bank_line(line_id: UUID, uow: MemberUowDep) -> BankLineDetail:
    """One line of a statement with everything that happened to it."""
    return queries.get_line(uow, line_id=line_id)


@router.post(
    "/bank-lines/{line_id}/match",
    responses=problems(SignInRequired, Forbidden, NotFound, LineAlreadyMatched, MoreThanLeft),
    operation_id="match_bank_line",
)
def match_bank_line(line_id: UUID, match: MatchLine, uow: MemberUowDep) -> BankLineDetail:
    """Say which invoice a receipt, or a part of it, pays."""
    return service.match_line(
        uow, line_id=line_id, invoice_id=match.invoice_id, amount_minor=match.amount_minor
    )


@router.post(
    "/bank-lines/{line_id}/own",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="own_bank_line",
)
def own_bank_line(line_id: UUID, uow: MemberUowDep) -> BankLineDetail:
    """Take charge of an open line."""
    return service.own_line(uow, line_id=line_id)


@router.post(
    "/bank-lines/{line_id}/set-aside",
    responses=problems(SignInRequired, Forbidden, NotFound, LineAlreadyMatched),
    operation_id="set_bank_line_aside",
)
def set_bank_line_aside(line_id: UUID, form: WithReason, uow: MemberUowDep) -> BankLineDetail:
    """Say that a line is no business of the platform, and why."""
    return service.set_aside(uow, line_id=line_id, reason=form.reason)


@router.post(
    "/bank-lines/{line_id}/return",
    responses=problems(SignInRequired, Forbidden, NotFound, LineAlreadyMatched),
    operation_id="return_bank_line",
)
def return_bank_line(line_id: UUID, form: ReturnLine, uow: MemberUowDep) -> ReturnView:
    """Ask to send what is left of a receipt back to its payer."""
    return service.ask_line_return(uow, line_id=line_id, reason=form.reason)


@router.post(
    "/bank-matches/{match_id}/confirm",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove, SecondPersonNeeded),
    operation_id="confirm_bank_match",
)
def confirm_bank_match(match_id: UUID, uow: MemberUowDep) -> BankLineDetail:
    """Confirm as a second person."""
    return service.confirm_match(uow, match_id=match_id)


@router.post(
    "/bank-matches/{match_id}/decline",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove),
    operation_id="decline_bank_match",
)
def decline_bank_match(match_id: UUID, form: WithReason, uow: MemberUowDep) -> BankLineDetail:
    """Refuse a match that waits for a second person."""
    return service.decline_match(uow, match_id=match_id, reason=form.reason)


@router.post(
    "/bank-matches/{match_id}/undo",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove, MatchStands),
    operation_id="undo_bank_match",
)
def undo_bank_match(match_id: UUID, form: WithReason, uow: MemberUowDep) -> BankLineDetail:
    """Take a wrong match back."""
    return service.undo_match(uow, match_id=match_id, reason=form.reason)


@router.get("/bank-returns", responses=problems(SignInRequired, Forbidden), operation_id="list_bank_returns")
def list_bank_returns(uow: MemberUowDep, state: ReturnState | None = None) -> list[ReturnView]:
    """What goes back to payers."""
    return queries.list_returns(uow, state=state)


@router.post(
    "/bank-returns",
    responses=problems(SignInRequired, Forbidden, NotFound, CreditTooLow),
    operation_id="return_credit",
)
def return_credit(form: ReturnCredit, uow: MemberUowDep) -> ReturnView:
    """Ask to send a payer's credit back."""
    return service.ask_credit_return(uow, form=form)


@router.post(
    "/bank-returns/{return_id}/approve",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove, SecondPersonNeeded, BalanceTooLow),
    operation_id="approve_bank_return",
)
def approve_bank_return(return_id: UUID, uow: MemberUowDep) -> ReturnView:
    """Agree as a second person that money goes back."""
    return service.approve_return(uow, return_id=return_id)


@router.post(
    "/bank-returns/{return_id}/decline",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove),
    operation_id="decline_bank_return",
)
def decline_bank_return(return_id: UUID, form: WithReason, uow: MemberUowDep) -> ReturnView:
    """Refuse that money goes back."""
    return service.decline_return(uow, return_id=return_id, reason=form.reason)


@router.get("/credits", responses=problems(SignInRequired), operation_id="list_credits")
def list_credits(uow: MemberUowDep) -> list[CreditView]:
    """What was paid beyond the invoices and not used yet, for both sides."""
    return queries.list_credits(uow)


@router.post(
    "/invoices/{invoice_id}/credit",
    responses=problems(SignInRequired, Forbidden, NotFound, InvoiceAlreadyPaid, CreditTooLow),
    operation_id="use_credit",
)
def use_credit(invoice_id: UUID, form: UseCredit, uow: MemberUowDep) -> CreditView:
    """Settle one's invoice out of one's credit."""
    return service.use_credit(uow, invoice_id=invoice_id, amount_minor=form.amount_minor)
