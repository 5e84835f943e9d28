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
    find_by_reference,
    get_year_figures,
    list_coming,
    list_invoices,
    list_obligations,
    list_unpaid,
    list_with_payments,
    lock_for_payment,
    lock_invoice,
    sum_billed,
)
from finance.receivables.queries.tax_invoices import (
    export_tax_invoices,
    find_tax_invoice,
    get_tax_invoice,
    list_tax_invoices,
    lock_tax_invoice,
)
from finance.receivables.queries.whole_invoice import get_invoice

__all__ = [
    "LINES",
    "Bill",
    "adjustment_facts",
    "export_tax_invoices",
    "find_by_reference",
    "find_tax_invoice",
    "get_adjustment",
    "get_invoice",
    "get_tax_invoice",
    "get_year_figures",
    "list_adjustments",
    "list_coming",
    "list_invoices",
    "list_obligations",
    "list_tax_invoices",
    "list_unpaid",
    "list_with_payments",
    "lock_adjustment",
    "lock_for_payment",
    "lock_invoice",
    "lock_tax_invoice",
    "sum_billed",
    "write_off_from",
]
