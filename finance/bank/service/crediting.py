"""What a payer paid beyond its invoices: it settles another one, or goes back."""

from uuid import UUID

from finance.bank import policy, queries
from finance.bank.errors import CreditTooLow
from finance.bank.models import CreditUse
from finance.bank.schemas import CreditView
from finance.ledger import recipes
from finance.payments.service import finish_settlement
from finance.receivables import queries as receivables_queries, service as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork

METHOD = "credit"


def hold_credit(
    uow: UnitOfWork, *, university_id: UUID, firm_id: UUID, amount_minor: int, invoice_id: UUID | None = None,
    return_id: UUID | None = None,
) -> CreditUse:  # fmt: skip
    """Take an amount out of a payer's credit, one at a time; raises `CreditTooLow`. For the room itself."""
    queries.lock_credit(uow, university_id=university_id, firm_id=firm_id)
    left = queries.credit_left(uow, university_id=university_id, firm_id=firm_id)
    if amount_minor > left:
        raise CreditTooLow(left_minor=left)
    use = CreditUse(
        university_id=university_id, firm_id=firm_id, invoice_id=invoice_id, return_id=return_id, amount_minor=amount_minor,
        by_id=uow.actor.user_id,
    )  # fmt: skip
    uow.session.add(use)
    uow.session.flush()
    return use


def use_credit(uow: UnitOfWork, *, invoice_id: UUID, amount_minor: int) -> CreditView:
    """Let a payer's credit with a university settle an invoice of that university, never more than is open.

    Raises `NotFound`, `Forbidden`, `InvoiceAlreadyPaid`, `CreditTooLow`.
    """
    invoice = receivables_queries.get_invoice(uow, invoice_id=invoice_id)
    require(policy.can_use_credit(uow.actor, invoice.firm_id))
    bill = receivables_queries.lock_for_payment(uow, invoice_id)
    open_minor = int(bill.facts["open_minor"])
    if not open_minor:
        raise InvoiceAlreadyPaid(number=invoice.number)
    amount = min(amount_minor, open_minor)
    use = hold_credit(
        uow,
        university_id=invoice.university_id,
        firm_id=invoice.firm_id,
        amount_minor=amount,
        invoice_id=invoice_id,
    )
    applied = receivables.apply_payment(
        uow.as_system(), invoice_id=invoice_id, method=METHOD, source_id=use.id, amount_minor=amount
    )
    recipes.credit_applied(
        uow, application_id=use.id, payer_id=applied.firm_id, invoice_id=invoice_id, contract_id=applied.contract_id,
        amount_minor=applied.applied_minor,
    )  # fmt: skip
    finish_settlement(uow, payment_id=use.id, method=METHOD, applied=applied, amount_minor=amount)
    uow.audit("credit.used", "invoice", invoice_id, amount_minor=amount)
    uow.session.flush()
    return queries.get_credit(uow, university_id=invoice.university_id, firm_id=invoice.firm_id)
