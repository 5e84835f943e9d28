"""Reads of the room, one file a subject."""

from finance.receivables.queries.adjustments import (
    LINES,
    adjustment_facts,
    get_adjustment,
    list_adjustments,
    lock_adjustment,
    write_off_from,
)
from finance.receivables.queries.invoices import (
    Bill,
    find_overbilled,
    get_year_figures,
    has_payment,
    list_by_references,
    list_coming,
    list_excess,
    list_invoices,
    list_obligations,
    list_unpaid,
    list_with_payments,
    lock_for_payment,
    lock_for_payments,
    lock_invoice,
    sum_billed,
    sum_excess,
)
from finance.receivables.queries.tax_invoices import (
    export_tax_invoices,
    find_tax_invoice,
    get_tax_invoice,
    list_tax_invoices,
    lock_tax_invoice,
)
from finance.receivables.queries.waiting import list_waiting
from finance.receivables.queries.whole_invoice import get_invoice

__all__ = [
    "LINES",
    "Bill",
    "adjustment_facts",
    "export_tax_invoices",
    "find_overbilled",
    "find_tax_invoice",
    "get_adjustment",
    "get_invoice",
    "get_tax_invoice",
    "get_year_figures",
    "has_payment",
    "list_adjustments",
    "list_by_references",
    "list_coming",
    "list_excess",
    "list_invoices",
    "list_obligations",
    "list_tax_invoices",
    "list_unpaid",
    "list_waiting",
    "list_with_payments",
    "lock_adjustment",
    "lock_for_payment",
    "lock_for_payments",
    "lock_invoice",
    "lock_tax_invoice",
    "sum_billed",
    "sum_excess",
    "write_off_from",
]
