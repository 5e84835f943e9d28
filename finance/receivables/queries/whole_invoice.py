"""Reads of one invoice with all that belongs to it."""

from typing import Any
from uuid import UUID

from finance.receivables import policy
from finance.receivables.queries.adjustments import list_adjustments, write_off_from
from finance.receivables.queries.invoices import BRIEF, FROM
from finance.receivables.queries.tax_invoices import find_tax_invoice
from finance.receivables.schemas import (
    AdjustmentState,
    AdjustmentView,
    AppliedPayment,
    BankDetails,
    InvoiceLine,
    InvoiceView,
    ReminderView,
    TaxInvoiceState,
    TaxInvoiceView,
)
from finance.receivables.states import UNPAID
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.terms import Formula, explain


def get_invoice(uow: UnitOfWork, *, invoice_id: UUID) -> InvoiceView:
    """Return a whole invoice that the actor may see; raises `NotFound`."""
    rows = uow.rows(
        f"{BRIEF}, i.version, i.obligation_key, i.credited_minor, i.written_off_minor, i.formula, u.bank_name, u.bank_account"
        f" {FROM} {policy.VISIBLE} AND i.id = :id",
        today=uow.today,
        id=invoice_id,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise NotFound(what="invoice")
    row = rows[0]
    formula = Formula.model_validate(row.pop("formula"))
    words = explain(formula, uow.locale)
    bank = BankDetails(
        account_name=row["university_name"], bank_name=row.pop("bank_name"), account_no=row.pop("bank_account"), reference=row["reference"]
    )  # fmt: skip
    payments = uow.rows(
        "SELECT method, source_id, amount_minor, applied_minor, refunded_minor, disputed_minor, received_on FROM invoice_payment"
        " WHERE invoice_id = :id ORDER BY received_on, created_at",
        id=invoice_id,
    )
    reminders = uow.rows(
        "SELECT step_days, send_on, state, CASE state WHEN 'sent' THEN (done_at AT TIME ZONE 'Asia/Shanghai')::date END AS sent_on"
        " FROM invoice_reminder WHERE invoice_id = :id ORDER BY send_on",
        id=invoice_id,
    )
    adjustments = list_adjustments(uow, invoice_id=invoice_id)
    tax_invoice = find_tax_invoice(uow, invoice_id=invoice_id)
    return InvoiceView(
        **row,
        overbilled_minor=row["open_minor"] + row["written_off_minor"] - row["owed_minor"],
        formula_code=formula.code,
        formula_inputs=formula.params,
        formula_text=words,
        lines=[InvoiceLine(text=words, amount_minor=row["amount_minor"])],
        bank=bank,
        payments=[AppliedPayment(**payment) for payment in payments],
        reminders=[ReminderView(**reminder) for reminder in reminders],
        adjustments=adjustments,
        write_off_from=write_off_from(row["due_on"], uow.today),
        tax_invoice=tax_invoice,
        may=_may(uow, row, adjustments, tax_invoice),
    )


def _may(
    uow: UnitOfWork,
    row: dict[str, Any],
    adjustments: list[AdjustmentView],
    tax_invoice: TaxInvoiceView | None,
) -> list[str]:
    """Return what the reader can begin here."""
    pending = any(one.state == AdjustmentState.PROPOSED for one in adjustments)
    steps = []
    if policy.can_propose(uow.actor, row["university_id"]) and row["state"] in UNPAID and not pending:
        steps.append("propose_credit")
        if write_off_from(row["due_on"], uow.today) <= uow.today:
            steps.append("propose_write_off")
    asked = tax_invoice is not None and tax_invoice.state != TaxInvoiceState.DECLINED
    if (
        policy.can_ask_tax(uow.actor, row["firm_id"])
        and not asked
        and row["amount_minor"] > row["credited_minor"]
    ):
        steps.append("ask_tax_invoice")
    return steps
