"""发票: asked for by the firm that pays, issued by the university with its own tax software, recorded here."""

from uuid import UUID

from finance.receivables import policy, queries
from finance.receivables.errors import IssueDayOutOfRange, NotATaxInvoiceFile, NothingToTax, TaxInvoiceAsked
from finance.receivables.models import TaxInvoice
from finance.receivables.schemas import IssuedTaxInvoice, NewTaxInvoice, TaxInvoiceState, TaxInvoiceView
from finance.receivables.states import TAX_INVOICE
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.events.receivables import (
    TaxInvoiceDeclined,
    TaxInvoiceEvent,
    TaxInvoiceIssued,
    TaxInvoiceRequested,
)
from marketplace.identifiers import uscc_problem

LARGEST_FILE = 10 * 1024 * 1024
_OFD = "application/ofd"


def ask_tax_invoice(uow: UnitOfWork, *, invoice_id: UUID, form: NewTaxInvoice) -> TaxInvoiceView:
    """Ask for the 发票 of an invoice, once; what was sent back may be corrected and asked for again.

    Raises `TaxInvoiceAsked`, `NothingToTax`, `InvalidInput` for a tax number whose check fails, `Forbidden`.
    """
    invoice = queries.lock_invoice(uow, invoice_id)
    require(policy.can_ask_tax(uow.actor, invoice.firm_id))
    if wrong := uscc_problem(form.tax_number):
        raise InvalidInput(errors=(FieldError("/tax_number", wrong.code, wrong.text),))
    if invoice.amount_minor == invoice.credited_minor:
        raise NothingToTax(number=invoice.number)
    known = queries.find_tax_invoice(uow, invoice_id=invoice_id)
    if known is not None and known.state != TaxInvoiceState.DECLINED:
        raise TaxInvoiceAsked(number=invoice.number)
    if known is None:
        row = TaxInvoice(
            invoice_id=invoice_id, university_id=invoice.university_id, firm_id=invoice.firm_id, state=TAX_INVOICE.initial,
            state_since=uow.now, created_at=uow.now, asked_by=uow.actor.user_id, **form.model_dump(),
        )  # fmt: skip
        begin(uow, TAX_INVOICE, row)
        uow.session.add(row)
    else:
        row = queries.lock_tax_invoice(uow, known.id)
        advance(uow, TAX_INVOICE, row, "ask_again")
        for name, value in form.model_dump().items():
            setattr(row, name, value)
        row.asked_by, row.declined_reason = uow.actor.user_id, ""
    uow.session.flush()
    uow.audit("tax_invoice.asked", "invoice", invoice_id, kind=form.kind)
    return _told(uow, row, TaxInvoiceRequested)


def issue_tax_invoice(
    uow: UnitOfWork, *, tax_invoice_id: UUID, form: IssuedTaxInvoice, file: bytes
) -> TaxInvoiceView:
    """Record the 发票 that was issued, with its file for both sides. Raises `IssueDayOutOfRange`, `NotATaxInvoiceFile`."""
    row, view = _lock_answerable(uow, tax_invoice_id)
    if not view.requested_on <= form.issued_on <= uow.today:
        raise IssueDayOutOfRange(earliest=view.requested_on, latest=uow.today)
    media_type = "application/pdf" if file.startswith(b"%PDF-") else _OFD
    if len(file) > LARGEST_FILE or not file.startswith((b"%PDF-", b"PK\x03\x04")):
        raise NotATaxInvoiceFile
    advance(uow, TAX_INVOICE, row, "issue")
    row.issued_number, row.issued_on, row.amount_minor = form.number, form.issued_on, view.amount_minor
    suffix = "pdf" if media_type == "application/pdf" else "ofd"
    row.file_id = documents.store_file(
        uow, data=file, name=f"{form.number}.{suffix}", media_type=media_type, readers=[row.firm_id, row.university_id]
    ).id  # fmt: skip
    row.answered_by = uow.actor.user_id
    uow.session.flush()
    uow.audit("tax_invoice.issued", "invoice", row.invoice_id, number=form.number)
    return _told(uow, row, TaxInvoiceIssued, issued_number=form.number)


def decline_tax_invoice(uow: UnitOfWork, *, tax_invoice_id: UUID, reason: str) -> TaxInvoiceView:
    """Send a request back with what is wrong in it."""
    row, _ = _lock_answerable(uow, tax_invoice_id)
    advance(uow, TAX_INVOICE, row, "decline", reason=reason)
    row.declined_reason, row.answered_by = reason, uow.actor.user_id
    uow.session.flush()
    uow.audit("tax_invoice.declined", "invoice", row.invoice_id)
    return _told(uow, row, TaxInvoiceDeclined, reason=reason)


def _lock_answerable(uow: UnitOfWork, tax_invoice_id: UUID) -> tuple[TaxInvoice, TaxInvoiceView]:
    row = queries.lock_tax_invoice(uow, tax_invoice_id)
    require(policy.can_answer_tax(uow.actor, row))
    return row, queries.get_tax_invoice(uow, tax_invoice_id=tax_invoice_id)


def _told(uow: UnitOfWork, row: TaxInvoice, event: type[TaxInvoiceEvent], **more: str) -> TaxInvoiceView:
    view = queries.get_tax_invoice(uow, tax_invoice_id=row.id)
    [firm] = uow.rows("SELECT name FROM organization WHERE id = :id", id=row.firm_id)
    uow.publish(
        event(
            tax_invoice_id=row.id, invoice_id=row.invoice_id, number=view.invoice_number, title=view.project,
            university_id=row.university_id, university_name=view.university_name, firm_id=row.firm_id, firm_name=firm["name"],
            **more,
        )
    )  # fmt: skip
    uow.session.flush()
    return view
