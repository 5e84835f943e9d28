"""Money that settles invoices, and what was written off coming back when it arrives after all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlmodel import col, select

from finance.receivables import queries
from finance.receivables.models import InvoicePayment
from finance.receivables.schemas import Applied
from finance.receivables.service.adjusting import reopen_written_off
from finance.receivables.states import INVOICE, OBLIGATION
from marketplace.core.fsm import advance, advance_all
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoicePaid

_PAYMENTS = text("""
INSERT INTO invoice_payment
  (id, version, created_at, invoice_id, method, source_id, amount_minor, applied_minor, refunded_minor, disputed_minor,
   received_on)
SELECT id, 1, :now, invoice_id, method, source_id, amount_minor, applied_minor, 0, 0, :today
FROM jsonb_to_recordset(CAST(:payments AS jsonb)) AS payment(id uuid, invoice_id uuid, method text, source_id uuid,
                                                              amount_minor bigint, applied_minor bigint)
ON CONFLICT (invoice_id, source_id) DO NOTHING RETURNING invoice_id
""")
_SETTLE = text("""
WITH changed AS (
  SELECT * FROM jsonb_to_recordset(CAST(:changed AS jsonb)) AS bill(invoice uuid, invoice_state text, applied_minor bigint,
                                                                    obligation uuid, obligation_state text)
), owed AS (
  UPDATE obligation o SET version = version + 1, state = c.obligation_state, state_since = :now
  FROM changed c WHERE o.id = c.obligation AND o.state <> c.obligation_state)
UPDATE invoice i SET version = version + 1, state = c.invoice_state, state_since = :now, paid_minor = paid_minor + c.applied_minor
FROM changed c WHERE i.id = c.invoice
""")


class Payment(NamedTuple):
    """Money (fen) from one source, a payment attempt or a bank line, that is to settle an invoice."""

    invoice_id: UUID
    method: str
    source_id: UUID
    amount_minor: int


def apply_payment(
    uow: UnitOfWork, *, invoice_id: UUID, method: str, source_id: UUID, amount_minor: int
) -> Applied:
    """Settle an invoice with money from one source, up to what is open; announces InvoicePaid with the last fen.

    The same source twice changes nothing (`repeated`). The caller books in the same transaction.
    """
    return apply_payments(uow, [Payment(invoice_id, method, source_id, amount_minor)])[0]


def apply_payments(uow: UnitOfWork, payments: Sequence[Payment]) -> list[Applied]:
    """Do what `apply_payment` does for payments of as many invoices at once; the answers are in their order."""
    bills = queries.lock_for_payments(uow, [payment.invoice_id for payment in payments])
    if back := [
        p.invoice_id
        for p in payments
        if bills[p.invoice_id].invoice.state == "written_off" and _is_news(uow, p)
    ]:
        reopen_written_off(uow, back)
        bills |= queries.lock_for_payments(uow, back)
    wanted = [
        min(payment.amount_minor, bills[payment.invoice_id].facts["open_minor"]) for payment in payments
    ]
    rows = [
        {"id": new_id(), **payment._asdict(), "applied_minor": applied}
        for payment, applied in zip(payments, wanted, strict=True)
    ]
    added = uow.session.connection().execute(
        _PAYMENTS, {"payments": orjson.dumps(rows).decode(), "now": uow.now, "today": uow.today}
    )
    news = set(added.scalars())
    fresh = {p.invoice_id: a for p, a in zip(payments, wanted, strict=True) if a and p.invoice_id in news}
    _settle(uow, [(bills[invoice_id], applied) for invoice_id, applied in fresh.items()])
    return [
        _applied(
            replace(bills[p.invoice_id], paid_minor=bills[p.invoice_id].paid_minor + fresh.get(p.invoice_id, 0)),
            p.amount_minor, applied, repeated=False,
        )
        if p.invoice_id in news
        else _repeated(uow, bills[p.invoice_id], p)
        for p, applied in zip(payments, wanted, strict=True)
    ]  # fmt: skip


def _is_news(uow: UnitOfWork, payment: Payment) -> bool:
    known = select(InvoicePayment.id).where(
        col(InvoicePayment.invoice_id) == payment.invoice_id,
        col(InvoicePayment.source_id) == payment.source_id,
    )
    return uow.session.exec(known).first() is None


def _settle(uow: UnitOfWork, parts: Sequence[tuple[queries.Bill, int]]) -> None:
    """Move invoices, and what they bill, by the sums (fen, above 0) that settle them."""
    whole = [bill for bill, applied in parts if applied == bill.facts["open_minor"]]
    advance_all(
        uow, INVOICE, [b.invoice for b, applied in parts if applied < b.facts["open_minor"]], "pay_part"
    )
    advance_all(uow, INVOICE, [bill.invoice for bill in whole], "pay_off")
    advance_all(uow, OBLIGATION, [bill.obligation for bill in whole], "settle")
    uow.publish(*(InvoicePaid(**bill.facts | {"open_minor": 0}) for bill in whole))
    write_bills(uow, parts)


def write_bills(uow: UnitOfWork, parts: Sequence[tuple[queries.Bill, int]]) -> None:
    """Write where invoices and what they bill stand now, and what was paid on them besides (fen, below 0 if taken back)."""
    changed = [
        {
            "invoice": bill.invoice.id, "invoice_state": bill.invoice.state, "applied_minor": applied,
            "obligation": bill.obligation.id, "obligation_state": bill.obligation.state,
        }
        for bill, applied in parts
    ]  # fmt: skip
    if changed:
        uow.session.connection().execute(_SETTLE, {"changed": orjson.dumps(changed).decode(), "now": uow.now})


def _repeated(uow: UnitOfWork, bill: queries.Bill, payment: Payment) -> Applied:
    known = uow.session.exec(
        select(InvoicePayment).where(
            col(InvoicePayment.invoice_id) == payment.invoice_id,
            col(InvoicePayment.source_id) == payment.source_id,
        )
    ).one()
    return _applied(bill, known.amount_minor, known.applied_minor, repeated=True)


def withdraw_payment(uow: UnitOfWork, *, invoice_id: UUID, source_id: UUID, reason: str) -> int:
    """Take back what one source settled, because it was matched wrongly; returns the fen that are open again.

    The caller reverses the booking in the same transaction; a source that settled nothing changes nothing.
    """
    bill = queries.lock_for_payment(uow, invoice_id)
    payment = uow.session.exec(
        select(InvoicePayment).where(
            col(InvoicePayment.invoice_id) == invoice_id, col(InvoicePayment.source_id) == source_id
        )
    ).one_or_none()
    if payment is None:
        return 0
    uow.session.delete(payment)
    uow.session.flush()
    if payment.applied_minor:
        if bill.obligation.state == "paid":
            advance(uow, OBLIGATION, bill.obligation, "reopen", reason=reason)
        whole = payment.applied_minor == bill.paid_minor
        advance(uow, INVOICE, bill.invoice, "reopen" if whole else "reopen_part", reason=reason)
        write_bills(uow, [(bill, -payment.applied_minor)])
    uow.audit(
        "invoice.payment_withdrawn",
        "invoice",
        invoice_id,
        source=str(source_id),
        applied_minor=payment.applied_minor,
        reason=reason,
    )
    return payment.applied_minor


def _applied(bill: queries.Bill, amount_minor: int, applied_minor: int, *, repeated: bool) -> Applied:
    facts = bill.facts
    return Applied(
        invoice_id=facts["invoice_id"], invoice_number=facts["number"], contract_id=facts["contract_id"], title=facts["title"],
        university_id=facts["university_id"], firm_id=facts["firm_id"], firm_name=facts["firm_name"],
        obligation_key=bill.obligation_key, applied_minor=applied_minor, excess_minor=amount_minor - applied_minor,
        paid_minor=bill.paid_minor, settled=bill.invoice.state == "paid", repeated=repeated,
    )  # fmt: skip
