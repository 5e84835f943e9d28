"""An obligation that has come into being becomes an invoice: its number, its history, its reminders, its booking."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm.attributes import set_committed_value

from finance.ledger import recipes
from finance.receivables.models import Invoice, Obligation
from finance.receivables.reference import reference_of
from finance.receivables.service.numbering import next_numbers
from finance.receivables.states import INVOICE, OBLIGATION
from marketplace.core.fsm import advance_all, begin_all
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoiceIssued

LADDER_DAYS = (-15, -3, 0, 3, 10, 30)
"""When the payer is reminded, in days after the last day to pay."""

_REFER = text(
    "UPDATE invoice SET reference = given.reference"
    " FROM unnest(CAST(:ids AS uuid[]), CAST(:references AS text[])) AS given(id, reference) WHERE invoice.id = given.id"
)
_REMIND = text("""
INSERT INTO invoice_reminder (id, version, created_at, invoice_id, step_days, send_on, state)
SELECT uuidv7(), 1, :now, invoice.id, step, invoice.due_on + step, 'waiting'
  FROM unnest(CAST(:ids AS uuid[]), CAST(:due AS date[])) AS invoice(id, due_on)
 CROSS JOIN unnest(CAST(:steps AS int[])) AS step
 WHERE invoice.due_on + step > CAST(:today AS date)
""")


def issue(uow: UnitOfWork, owed: Sequence[Obligation]) -> list[Invoice]:
    """Bill locked obligations, in their order, and announce each; returns the invoices.

    One statement a table for all of them: on the first of a month there are thousands.
    """
    if not owed:
        return []
    invoices = _draw_up(uow, owed)
    begin_all(uow, INVOICE, invoices)
    advance_all(uow, OBLIGATION, owed, "invoice")
    uow.session.add_all(invoices)
    uow.session.flush()
    _refer(uow, invoices)
    reminded = {
        "now": uow.now, "today": uow.today, "steps": list(LADDER_DAYS), "ids": [invoice.id for invoice in invoices],
        "due": [invoice.due_on for invoice in invoices],
    }  # fmt: skip
    uow.session.connection().execute(_REMIND, reminded)
    recipes.invoices_issued(uow, [recipes.Issued(of.id, of.contract_id, of.amount_minor) for of in invoices])
    facts = all_facts_of(uow, invoices)
    uow.publish(
        *(
            InvoiceIssued(**told, reference=of.reference or "")
            for told, of in zip(facts, invoices, strict=True)
        )
    )
    return invoices


def _draw_up(uow: UnitOfWork, owed: Sequence[Obligation]) -> list[Invoice]:
    counted = Counter(of.university_id for of in owed)
    # in one order, or two scans that bill the same universities would wait for each other
    numbers = {
        university_id: iter(next_numbers(uow, university_id, "invoice", count=counted[university_id]))
        for university_id in sorted(counted)
    }
    drawn = []
    for of in owed:
        # a bill that was caught up late gives the payer no less time than one raised on its day
        late = max(timedelta(), uow.today - (of.arises_on or uow.today))
        sequence = next(numbers[of.university_id])
        drawn.append(
            Invoice(
                number=f"ZD-{uow.today.year}-{sequence:06d}", year=uow.today.year, year_seq=sequence, obligation_id=of.id,
                contract_id=of.contract_id, contract_number=of.contract_number, title=of.title,
                university_id=of.university_id, firm_id=of.firm_id, obligation_key=of.key, kind=of.kind,
                state=INVOICE.initial, state_since=uow.now, amount_minor=of.amount_minor, formula=of.formula,
                issued_on=uow.today, due_on=(of.due_on or uow.today) + late,
            )
        )  # fmt: skip
    return drawn


def _refer(uow: UnitOfWork, invoices: Sequence[Invoice]) -> None:
    references = [reference_of(invoice.serial or 0) for invoice in invoices]
    uow.session.connection().execute(
        _REFER, {"ids": [invoice.id for invoice in invoices], "references": references}
    )
    for invoice, reference in zip(invoices, references, strict=True):
        set_committed_value(invoice, "reference", reference)


def facts_of(uow: UnitOfWork, invoice: Invoice) -> dict[str, Any]:
    """Return what every announcement about an invoice carries."""
    return all_facts_of(uow, [invoice])[0]


def all_facts_of(uow: UnitOfWork, invoices: Sequence[Invoice]) -> list[dict[str, Any]]:
    """Return what every announcement about each of some invoices carries, in their order."""
    parties = {party for invoice in invoices for party in (invoice.university_id, invoice.firm_id)}
    names = {
        row["id"]: row["name"]
        for row in uow.rows("SELECT id, name FROM organization WHERE id = ANY(:ids)", ids=list(parties))
    }
    return [
        {
            "invoice_id": of.id, "number": of.number, "contract_id": of.contract_id, "contract_number": of.contract_number,
            "title": of.title, "university_id": of.university_id, "university_name": names[of.university_id],
            "firm_id": of.firm_id, "firm_name": names[of.firm_id], "amount_minor": of.amount_minor,
            "open_minor": of.open_minor, "due_on": of.due_on,
        }
        for of in invoices
    ]  # fmt: skip
