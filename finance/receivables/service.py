"""Writes of the room: the schedule of a contract, invoices, reminders, payments applied to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.ledger import recipes
from finance.receivables import queries
from finance.receivables.models import Invoice, InvoiceCounter, InvoicePayment, InvoiceReminder, Obligation
from finance.receivables.reference import reference_of
from finance.receivables.schemas import LATE_INTEREST, Applied, ContractBilling
from finance.receivables.states import INVOICE, OBLIGATION
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, advance_all, begin
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoiceIssued, InvoicePaid, InvoiceReminded
from marketplace.terms import Formula, obligations

_FROM_STATEMENTS = ("royalty", "minimum_royalty")
LADDER_DAYS = (-15, -3, 0, 3, 10, 30)
"""When the payer is reminded, in days after the last day to pay."""


_PAYMENTS = text("""
INSERT INTO invoice_payment (id, version, created_at, invoice_id, method, source_id, amount_minor, applied_minor, received_on)
SELECT id, 1, :now, invoice_id, method, source_id, amount_minor, applied_minor, :today
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


def plan_obligations(uow: UnitOfWork, *, billing: ContractBilling) -> int:
    """Bring the stored schedule of a contract in step with its terms and what has happened; returns what changed.

    What was invoiced stays as it is. What the terms no longer know, because the contract ended, is canceled.
    """
    uow.session.connection().execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:contract, 7))"),
        {"contract": str(billing.contract_id)},
    )
    rows = {
        row.key: row
        for row in uow.session.exec(
            select(Obligation).where(col(Obligation.contract_id) == billing.contract_id).with_for_update()
        )
    }
    changed = 0
    owed = {
        obligation.key: obligation
        for obligation in obligations(billing.sheet, billing.facts)
        if obligation.amount_minor
    }
    for key, obligation in owed.items():
        row = rows.get(key)
        facts = obligation.model_dump(mode="json")["formula"]
        dated = {
            "amount_minor": obligation.amount_minor,
            "arises_on": obligation.arises_on,
            "due_on": obligation.due_on,
            "formula": facts,
        }
        if row is None:
            row = Obligation(
                contract_id=billing.contract_id, contract_number=billing.number, title=billing.title,
                university_id=billing.university_id, firm_id=billing.firm_id, key=key, kind=obligation.kind,
                state=OBLIGATION.initial, state_since=uow.now, **dated,
            )  # fmt: skip
            begin(uow, OBLIGATION, row)
            uow.session.add(row)
            changed += 1
        elif row.state == "waiting" and any(getattr(row, name) != value for name, value in dated.items()):
            for name, value in dated.items():
                setattr(row, name, value)
            changed += 1
    for key, row in rows.items():
        if key not in owed and row.state == "waiting":
            advance(uow, OBLIGATION, row, "cancel", reason="no longer owed under the terms")
            changed += 1
    uow.session.flush()
    return changed


def raise_due_invoices(uow: UnitOfWork, *, limit: int = 100) -> int:
    """Bill every obligation that has come into being by today, at most `limit`; returns how many, announces each.

    Rows are claimed with SKIP LOCKED and change state in the same transaction, so that any number of scans at
    once, or a scan after days of downtime, bills each obligation once.
    """
    due = uow.session.exec(
        select(Obligation)
        .where(col(Obligation.state) == "waiting", col(Obligation.arises_on) <= uow.today)
        .order_by(col(Obligation.arises_on), col(Obligation.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    billed = [obligation for obligation in due if _stands(uow, obligation)]
    for obligation in billed:
        _invoice(uow, obligation)
    return len(billed)


def _stands(uow: UnitOfWork, obligation: Obligation) -> bool:
    """Ask the contract whether a running fee is still what the statements come to, and freeze them with the bill.

    A statement may have been corrected a moment ago, with its announcement still on the way: the sum then waits.
    """
    return obligation.kind not in _FROM_STATEMENTS or contracts.note_billed(
        uow, contract_id=obligation.contract_id, key=obligation.key, amount_minor=obligation.amount_minor
    )


def bill_late_interest(
    uow: UnitOfWork, *, invoice_id: UUID, key: str, amount_minor: int, due_on: date, formula: Formula
) -> UUID:
    """Bill the late interest (fen, above 0) on an invoice as a sum of its own (民法典 §873); returns the new invoice.

    `key` names it within the contract: a second call with it bills nothing and returns the first bill.
    """
    late = queries.lock_invoice(uow, invoice_id)
    known = uow.rows(
        "SELECT v.id FROM obligation o JOIN invoice v ON v.obligation_id = o.id WHERE o.contract_id = :contract AND o.key = :key",
        contract=late.contract_id,
        key=key,
    )
    if known:
        first: UUID = known[0]["id"]
        return first
    obligation = Obligation(
        contract_id=late.contract_id, contract_number=late.contract_number, title=late.title, university_id=late.university_id,
        firm_id=late.firm_id, key=key, kind=LATE_INTEREST, state=OBLIGATION.initial, state_since=uow.now,
        amount_minor=amount_minor, arises_on=uow.today, due_on=due_on, formula=formula.model_dump(mode="json"),
    )  # fmt: skip
    begin(uow, OBLIGATION, obligation)
    uow.session.add(obligation)
    uow.session.flush()
    return _invoice(uow, obligation)


def _invoice(uow: UnitOfWork, obligation: Obligation) -> UUID:
    # a bill that was caught up late gives the payer no less time than one raised on its day
    late = max(timedelta(), uow.today - (obligation.arises_on or uow.today))
    due_on = (obligation.due_on or uow.today) + late
    sequence = _next_number(uow, obligation.university_id, uow.today.year)
    invoice = Invoice(
        number=f"ZD-{uow.today.year}-{sequence:06d}", year=uow.today.year, year_seq=sequence, obligation_id=obligation.id,
        contract_id=obligation.contract_id, contract_number=obligation.contract_number, title=obligation.title,
        university_id=obligation.university_id, firm_id=obligation.firm_id, obligation_key=obligation.key, kind=obligation.kind,
        state=INVOICE.initial, state_since=uow.now, amount_minor=obligation.amount_minor, formula=obligation.formula,
        issued_on=uow.today, due_on=due_on,
    )  # fmt: skip
    begin(uow, INVOICE, invoice)
    advance(uow, OBLIGATION, obligation, "invoice")
    uow.session.add(invoice)
    uow.session.flush()
    invoice.reference = reference_of(invoice.serial or 0)
    uow.session.add_all(
        InvoiceReminder(invoice_id=invoice.id, step_days=step, send_on=due_on + timedelta(days=step))
        for step in LADDER_DAYS
        if due_on + timedelta(days=step) > uow.today
    )
    recipes.invoice_issued(
        uow, invoice_id=invoice.id, contract_id=invoice.contract_id, amount_minor=invoice.amount_minor
    )
    uow.publish(InvoiceIssued(**_facts(uow, invoice), reference=invoice.reference))
    uow.session.flush()
    return invoice.id


def _next_number(uow: UnitOfWork, university_id: UUID, year: int) -> int:
    """Give the next number of a university's year; the row lock makes the numbers gapless, a rollback gives it back."""
    statement = (
        insert(InvoiceCounter)
        .values(id=new_id(), version=1, created_at=uow.now, university_id=university_id, year=year, last=1)
        .on_conflict_do_update(
            index_elements=["university_id", "year"], set_={"last": col(InvoiceCounter.last) + 1}
        )
        .returning(col(InvoiceCounter.last))
    )
    return int(uow.session.connection().execute(statement).scalar_one())


def send_due_reminders(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce every rung of the ladder reached by today, once each; those of paid invoices are passed over."""
    due = uow.session.exec(
        select(InvoiceReminder)
        .where(col(InvoiceReminder.state) == "waiting", col(InvoiceReminder.send_on) <= uow.today)
        .order_by(col(InvoiceReminder.send_on), col(InvoiceReminder.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for reminder in due:
        invoice = uow.session.get_one(Invoice, reminder.invoice_id)
        paid = invoice.state == "paid"
        reminder.state, reminder.done_at = "passed" if paid else "sent", uow.now
        if not paid:
            uow.publish(InvoiceReminded(**_facts(uow, invoice), step_days=reminder.step_days))
    uow.session.flush()
    return len(due)


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


def _settle(uow: UnitOfWork, parts: Sequence[tuple[queries.Bill, int]]) -> None:
    """Move invoices, and what they bill, by the sums (fen, above 0) that settle them."""
    whole = [bill for bill, applied in parts if applied == bill.facts["open_minor"]]
    advance_all(
        uow, INVOICE, [b.invoice for b, applied in parts if applied < b.facts["open_minor"]], "pay_part"
    )
    advance_all(uow, INVOICE, [bill.invoice for bill in whole], "pay_off")
    advance_all(uow, OBLIGATION, [bill.obligation for bill in whole], "settle")
    uow.publish(*(InvoicePaid(**bill.facts | {"open_minor": 0}) for bill in whole))
    _write(uow, parts)


def _write(uow: UnitOfWork, parts: Sequence[tuple[queries.Bill, int]]) -> None:
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
        _write(uow, [(bill, -payment.applied_minor)])
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


def _facts(uow: UnitOfWork, invoice: Invoice) -> dict[str, Any]:
    names = {
        row["id"]: row["name"]
        for row in uow.rows(
            "SELECT id, name FROM organization WHERE id = ANY(:ids)",
            ids=[invoice.university_id, invoice.firm_id],
        )
    }
    return {
        "invoice_id": invoice.id, "number": invoice.number, "contract_id": invoice.contract_id,
        "contract_number": invoice.contract_number, "title": invoice.title, "university_id": invoice.university_id,
        "university_name": names[invoice.university_id], "firm_id": invoice.firm_id, "firm_name": names[invoice.firm_id],
        "amount_minor": invoice.amount_minor, "open_minor": invoice.amount_minor - invoice.paid_minor - invoice.credited_minor,
        "due_on": invoice.due_on,
    }  # fmt: skip
