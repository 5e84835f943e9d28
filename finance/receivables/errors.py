"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class InvoiceAlreadyPaid(Problem):
    """There is nothing left to pay on an invoice."""

    code = "invoice.already_paid"
    status = 409
    title = Text(zh="账单已付清", en="Already paid")
    detail = Text(
        zh="账单 {number} 已付清，无需再次付款。",
        en="Invoice {number} is paid; there is nothing left to pay.",
    )
    number: str
