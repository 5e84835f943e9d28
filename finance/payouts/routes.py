"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter, Response, UploadFile

from finance.ledger.errors import BalanceTooLow
from finance.payouts import queries, service, statement
from finance.payouts.errors import (
    AccountChangedSince,
    PayeesNotReady,
    PayoutsRunElsewhere,
    ResultFileNotReadable,
    ResultRowsWrong,
)
from finance.payouts.files import MEDIA, FileFormat
from finance.payouts.schemas import (
    AccountView,
    Arrangement,
    BatchBrief,
    BatchState,
    BatchView,
    FlowFigure,
    FlowRow,
    ImportedResults,
    MoneyFlow,
    NewAccount,
    NewBatch,
    Payables,
    Results,
    Statement,
)
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired, TooLarge
from marketplace.core.web import PageNumber, PageSize, handed_file, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["payouts"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/payouts/payables", responses=problems(SignInRequired, NotFound), operation_id="list_payables")
def list_payables(uow: MemberUowDep, organization_id: UUID | None = None) -> Payables:
    """What one's organization owes to whom, and who can be paid now."""
    return queries.list_payables(uow, organization_id=organization_id)


@router.get(
    "/payouts/entrusted", responses=problems(SignInRequired, Forbidden), operation_id="list_entrusted"
)
def list_entrusted(uow: MemberUowDep) -> list[Payables]:
    """What right holders owe that chose the platform to prepare their payouts."""
    return queries.list_entrusted(uow)


@router.put(
    "/payouts/arrangement",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    operation_id="choose_payout_runner",
)
def choose_payout_runner(form: Arrangement, uow: MemberUowDep) -> Payables:
    """Choose whether one's own office or the platform prepares the payouts."""
    return service.choose_runner(uow, run_by=form.run_by)


@router.put(
    "/payouts/accounts",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    operation_id="set_payee_account",
)
def set_payee_account(form: NewAccount, uow: MemberUowDep) -> AccountView:
    """Set the bank account that a payee is paid to."""
    return service.set_account(uow, draft=form)


@router.get("/payouts/statement", responses=problems(SignInRequired), operation_id="get_statement")
def get_statement(uow: MemberUowDep, year: int | None = None, contract_id: UUID | None = None) -> Statement:
    """Everything that one was credited as inventor or technology manager, with its arithmetic."""
    return queries.get_statement(uow, year=year, contract_id=contract_id)


@router.get(
    "/payouts/statement.csv",
    responses=problems(SignInRequired) | {200: {"content": {"text/csv": {}}}},
    response_class=Response,
    operation_id="get_statement_csv",
)
def get_statement_csv(uow: MemberUowDep, year: int | None = None) -> Response:
    """One's own statement as CSV."""
    content = statement.write_csv(uow, queries.get_statement(uow, year=year))
    return handed_file(f"statement-{year or uow.today.isoformat()}.csv", content, MEDIA[FileFormat.CSV])


@router.get(
    "/payouts/statement.pdf",
    responses=problems(SignInRequired) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
    operation_id="get_statement_pdf",
)
def get_statement_pdf(uow: MemberUowDep, year: int | None = None) -> Response:
    """One's own statement as PDF."""
    content = statement.write_pdf(uow, queries.get_statement(uow, year=year))
    return handed_file(f"statement-{year or uow.today.isoformat()}.pdf", content, "application/pdf")


@router.get("/payouts", responses=problems(SignInRequired), operation_id="list_payouts")
def list_payouts(
    uow: MemberUowDep, state: BatchState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[BatchBrief]:
    """Batches of payouts, those that wait for somebody first."""
    return queries.list_batches(uow, state=state, page=page, size=size)


@router.post(
    "/payouts",
    responses=problems(*_WRITES, InvalidInput, PayeesNotReady, PayoutsRunElsewhere),
    status_code=201,
    operation_id="request_payout",
)
def request_payout(form: NewBatch, uow: MemberUowDep) -> BatchView:
    """Put what is owed to some payees into a batch that a second person has to approve."""
    return service.request_batch(uow, draft=form)


@router.get("/payouts/{batch_id}", responses=problems(SignInRequired, NotFound), operation_id="get_payout")
def get_payout(batch_id: UUID, uow: MemberUowDep) -> BatchView:
    """A batch with its lines."""
    return queries.get_batch(uow, batch_id=batch_id)


@router.post(
    "/payouts/{batch_id}/approve",
    responses=problems(*_WRITES, AccountChangedSince, BalanceTooLow),
    operation_id="approve_payout",
)
def approve_payout(batch_id: UUID, uow: MemberUowDep) -> BatchView:
    """Approve a batch that somebody else requested, and set its money aside."""
    return service.approve_batch(uow, batch_id=batch_id)


@router.post("/payouts/{batch_id}/withdraw", responses=problems(*_WRITES), operation_id="withdraw_payout")
def withdraw_payout(batch_id: UUID, uow: MemberUowDep) -> BatchView:
    """Take back a batch that nobody approved."""
    return service.withdraw_batch(uow, batch_id=batch_id)


@router.get(
    "/payouts/{batch_id}/file",
    responses=problems(*_WRITES) | {200: {"content": {media: {} for media in MEDIA.values()}}},
    response_class=Response,
    operation_id="get_payout_file",
)
def get_payout_file(batch_id: UUID, uow: MemberUowDep, form: FileFormat = FileFormat.XLSX) -> Response:
    """The file for the bank: batch transfer as XLSX or CSV, or ISO 20022 pain.001."""
    name, content = queries.get_file(uow, batch_id=batch_id, kind=form)
    return handed_file(name, content, MEDIA[form])


@router.post(
    "/payouts/{batch_id}/results", responses=problems(*_WRITES, InvalidInput), operation_id="record_payout"
)
def record_payout(batch_id: UUID, form: Results, uow: MemberUowDep) -> BatchView:
    """Record which lines the bank paid and which came back."""
    return service.record_results(uow, batch_id=batch_id, results=form)


@router.post(
    "/payouts/{batch_id}/result-files",
    responses=problems(*_WRITES, TooLarge, ResultFileNotReadable, ResultRowsWrong),
    operation_id="import_payout_results",
)
def import_payout_results(batch_id: UUID, file: UploadFile, uow: MemberUowDep) -> ImportedResults:
    """Record what the bank's file (Excel or CSV) says of each line; the same file twice changes nothing."""
    content = file.file.read(6 * 1_048_576)
    return service.import_results(
        uow, batch_id=batch_id, content=content, file_name=file.filename or "results"
    )


@router.get("/money", responses=problems(SignInRequired, Forbidden), operation_id="get_money_flow")
def get_money_flow(uow: MemberUowDep) -> MoneyFlow:
    """Where the money of one's university's contracts is."""
    return queries.get_flow(uow)


@router.get("/money/{figure}", responses=problems(SignInRequired, Forbidden), operation_id="list_money_rows")
def list_money_rows(
    figure: FlowFigure, uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20
) -> Page[FlowRow]:
    """The rows that a figure of the money page is the sum of."""
    return queries.list_flow_rows(uow, figure=figure, page=page, size=size)
