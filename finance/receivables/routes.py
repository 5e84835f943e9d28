"""Endpoints of invoices and schedules."""

from dataclasses import replace
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Query, Response, UploadFile

from finance.receivables import papers, queries, service
from finance.receivables.errors import (
    AdjustmentPending,
    CreditExceedsOpen,
    IssueDayOutOfRange,
    LineUnknown,
    NotATaxInvoiceFile,
    NothingToTax,
    NotUnpaid,
    OwnAdjustment,
    TaxInvoiceAsked,
    TooEarlyToWriteOff,
)
from finance.receivables.schemas import (
    TAX_INVOICE_NUMBER,
    AdjustmentAnswer,
    AdjustmentState,
    AdjustmentView,
    InvoiceBrief,
    InvoiceState,
    InvoiceView,
    IssuedTaxInvoice,
    NewCreditNote,
    NewTaxInvoice,
    NewWriteOff,
    ObligationView,
    TaxInvoiceState,
    TaxInvoiceView,
)
from marketplace.core.i18n import Locale
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, handed_file, problems, shown_pdf
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["invoices"])
PaperLanguage = Annotated[Locale | None, Query(description="the reader's own if left out")]
_WRITES = (SignInRequired, Forbidden, NotFound, InvalidInput)


@router.get("/invoices", responses=problems(SignInRequired), operation_id="list_invoices")
def list_invoices(
    uow: MemberUowDep, *, state: InvoiceState | None = None,
    unpaid: Annotated[bool | None, Query(description="wholly or in part to be paid")] = None,
    overdue: Annotated[bool | None, Query(description="past the last day to pay")] = None,
    contract_id: UUID | None = None, page: PageNumber = 1, size: PageSize = 20,
) -> Page[InvoiceBrief]:  # fmt: skip
    """What one's organization owes or is owed, unpaid first."""
    return queries.list_invoices(
        uow, state=state, unpaid=unpaid, overdue=overdue, contract_id=contract_id, page=page, size=size
    )


@router.get(
    "/invoices/{invoice_id}", responses=problems(SignInRequired, NotFound), operation_id="get_invoice"
)
def get_invoice(invoice_id: UUID, uow: MemberUowDep) -> InvoiceView:
    """A whole invoice: formula and inputs, lines, where to pay and the reference, payments."""
    return queries.get_invoice(uow, invoice_id=invoice_id)


@router.get(
    "/contracts/{contract_id}/obligations",
    responses=problems(SignInRequired),
    operation_id="list_obligations",
)
def list_obligations(contract_id: UUID, uow: MemberUowDep) -> list[ObligationView]:
    """The payment schedule of a contract."""
    return queries.list_obligations(uow, contract_id=contract_id)


@router.get(
    "/invoices/{invoice_id}/paper",
    responses=problems(SignInRequired, NotFound) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
    operation_id="get_invoice_paper",
)
def get_invoice_paper(
    invoice_id: UUID,
    uow: MemberUowDep,
    language: PaperLanguage = None,
) -> Response:
    """The invoice as PDF as it stands today; in English a reading copy."""
    reader = replace(uow, locale=language or uow.locale)
    return shown_pdf(*papers.typeset_invoice(reader, invoice_id=invoice_id))


@router.post(
    "/invoices/{invoice_id}/credit-notes",
    responses=problems(*_WRITES, NotUnpaid, CreditExceedsOpen, LineUnknown, AdjustmentPending),
    operation_id="propose_credit_note",
)
def propose_credit_note(invoice_id: UUID, form: NewCreditNote, uow: MemberUowDep) -> AdjustmentView:
    """Propose to let a part of an invoice go; another person has to approve."""
    return service.propose_credit_note(uow, invoice_id=invoice_id, form=form)


@router.post(
    "/invoices/{invoice_id}/write-offs",
    responses=problems(*_WRITES, NotUnpaid, TooEarlyToWriteOff, AdjustmentPending),
    operation_id="propose_write_off",
)
def propose_write_off(invoice_id: UUID, form: NewWriteOff, uow: MemberUowDep) -> AdjustmentView:
    """Propose to write off what is open on an invoice; another person has to approve."""
    return service.propose_write_off(uow, invoice_id=invoice_id, form=form)


@router.get("/invoice-adjustments", responses=problems(SignInRequired), operation_id="list_adjustments")
def list_adjustments(uow: MemberUowDep, state: AdjustmentState | None = None) -> list[AdjustmentView]:
    """The credit notes and write-offs of one's organization, the newest first."""
    return queries.list_adjustments(uow, state=state)


@router.get(
    "/invoice-adjustments/{adjustment_id}/paper",
    responses=problems(SignInRequired, NotFound) | {200: {"content": {"application/pdf": {}}}},
    response_class=Response,
    operation_id="get_credit_note_paper",
)
def get_credit_note_paper(
    adjustment_id: UUID,
    uow: MemberUowDep,
    language: PaperLanguage = None,
) -> Response:
    """An approved credit note as PDF; in English a reading copy. A write-off has none."""
    reader = replace(uow, locale=language or uow.locale)
    return shown_pdf(*papers.typeset_credit_note(reader, adjustment_id=adjustment_id))


@router.post(
    "/invoice-adjustments/{adjustment_id}/approve",
    responses=problems(*_WRITES, IllegalMove, OwnAdjustment, CreditExceedsOpen, TooEarlyToWriteOff),
    operation_id="approve_adjustment",
)
def approve_adjustment(adjustment_id: UUID, uow: MemberUowDep) -> AdjustmentView:
    """Approve a proposal of somebody else; it is booked and the firm is told."""
    return service.approve_adjustment(uow, adjustment_id=adjustment_id)


@router.post(
    "/invoice-adjustments/{adjustment_id}/refuse",
    responses=problems(*_WRITES, IllegalMove, OwnAdjustment),
    operation_id="refuse_adjustment",
)
def refuse_adjustment(adjustment_id: UUID, form: AdjustmentAnswer, uow: MemberUowDep) -> AdjustmentView:
    """Refuse a proposal of somebody else."""
    return service.refuse_adjustment(uow, adjustment_id=adjustment_id, reason=form.reason)


@router.post(
    "/invoice-adjustments/{adjustment_id}/withdraw",
    responses=problems(*_WRITES, IllegalMove),
    operation_id="withdraw_adjustment",
)
def withdraw_adjustment(adjustment_id: UUID, uow: MemberUowDep) -> AdjustmentView:
    """Take a proposal back."""
    return service.withdraw_adjustment(uow, adjustment_id=adjustment_id)


@router.post(
    "/invoices/{invoice_id}/tax-invoice",
    responses=problems(*_WRITES, IllegalMove, TaxInvoiceAsked, NothingToTax),
    operation_id="ask_tax_invoice",
)
def ask_tax_invoice(invoice_id: UUID, form: NewTaxInvoice, uow: MemberUowDep) -> TaxInvoiceView:
    """Ask for the 发票 of an invoice."""
    return service.ask_tax_invoice(uow, invoice_id=invoice_id, form=form)


@router.get("/tax-invoices", responses=problems(SignInRequired), operation_id="list_tax_invoices")
def list_tax_invoices(uow: MemberUowDep, state: TaxInvoiceState | None = None) -> list[TaxInvoiceView]:
    """The requests for 发票 of one's organization, those to be issued first."""
    return queries.list_tax_invoices(uow, state=state)


@router.get(
    "/tax-invoices/open.csv",
    responses=problems(SignInRequired, Forbidden) | {200: {"content": {"text/csv": {}}}},
    response_class=Response,
    operation_id="export_tax_invoices",
)
def export_tax_invoices(uow: MemberUowDep) -> Response:
    """The open requests as CSV, one line a 发票, for the university's tax software."""
    name = f"tax-invoices-{uow.today.isoformat()}.csv"
    return handed_file(name, queries.export_tax_invoices(uow), "text/csv; charset=utf-8")


@router.post(
    "/tax-invoices/{tax_invoice_id}/issue",
    responses=problems(*_WRITES, IllegalMove, IssueDayOutOfRange, NotATaxInvoiceFile),
    operation_id="issue_tax_invoice",
)
def issue_tax_invoice(
    tax_invoice_id: UUID,
    uow: MemberUowDep,
    number: Annotated[str, Form(pattern=TAX_INVOICE_NUMBER, description="20 digits; 8 on the older ones")],
    issued_on: Annotated[date, Form()],
    file: UploadFile,
) -> TaxInvoiceView:
    """Record the number, day and file of the 发票 that was issued."""
    return service.issue_tax_invoice(
        uow,
        tax_invoice_id=tax_invoice_id,
        form=IssuedTaxInvoice(number=number, issued_on=issued_on),
        file=file.file.read(11 * 1_048_576),
    )


@router.post(
    "/tax-invoices/{tax_invoice_id}/decline",
    responses=problems(*_WRITES, IllegalMove),
    operation_id="decline_tax_invoice",
)
def decline_tax_invoice(tax_invoice_id: UUID, form: AdjustmentAnswer, uow: MemberUowDep) -> TaxInvoiceView:
    """Send a request back with what is wrong in it."""
    return service.decline_tax_invoice(uow, tax_invoice_id=tax_invoice_id, reason=form.reason)
