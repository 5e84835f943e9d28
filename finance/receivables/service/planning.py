"""The schedule of a contract as rows: kept in step until each sum is billed, and told apart from its bill afterwards."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import col, select

from finance.receivables import queries
from finance.receivables.models import Invoice, Obligation
from finance.receivables.schemas import LATE_INTEREST, ContractBilling
from finance.receivables.service.issuing import all_facts_of
from finance.receivables.states import OBLIGATION
from marketplace.core.fsm import advance, begin
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoiceAboveContract
from marketplace.terms import Obligation as Owed, obligations


def plan_obligations(uow: UnitOfWork, *, billing: ContractBilling) -> int:
    """Bring the stored schedule of a contract in step with its terms and what has happened; returns what changed.

    What the terms no longer know, because the contract ended, is canceled. What was billed stays as it is: if the contract
    comes to less since, the bill says so and `InvoiceAboveContract` is announced, once for each lower sum.
    """
    uow.take_turns("obligations", billing.contract_id)
    rows = uow.session.exec(
        select(Obligation).where(col(Obligation.contract_id) == billing.contract_id).with_for_update()
    ).all()
    owed = {each.key: each for each in obligations(billing.sheet, billing.facts) if each.amount_minor}
    known = {row.key for row in rows}
    new = [_begin(uow, billing, each) for key, each in owed.items() if key not in known]
    waiting = [row for row in rows if row.state == "waiting" and _follow(uow, row, owed.get(row.key))]
    billed = [row for row in rows if row.state in ("invoiced", "paid") and _compare(row, owed.get(row.key))]
    uow.session.flush()
    if billed:
        _tell_overbilled(uow, billed)
    return len(new) + len(waiting) + len(billed)


def _dated(owed: Owed) -> dict[str, Any]:
    return {
        "amount_minor": owed.amount_minor,
        "arises_on": owed.arises_on,
        "due_on": owed.due_on,
        "formula": owed.model_dump(mode="json")["formula"],
    }


def _begin(uow: UnitOfWork, billing: ContractBilling, owed: Owed) -> Obligation:
    row = Obligation(
        contract_id=billing.contract_id, contract_number=billing.number, title=billing.title,
        university_id=billing.university_id, firm_id=billing.firm_id, key=owed.key, kind=owed.kind,
        state=OBLIGATION.initial, state_since=uow.now, **_dated(owed),
    )  # fmt: skip
    begin(uow, OBLIGATION, row)
    uow.session.add(row)
    return row


def _follow(uow: UnitOfWork, row: Obligation, owed: Owed | None) -> bool:
    if owed is None:
        advance(uow, OBLIGATION, row, "cancel", reason="no longer owed under the terms")
        return True
    changes = {name: value for name, value in _dated(owed).items() if getattr(row, name) != value}
    for name, value in changes.items():
        setattr(row, name, value)
    return bool(changes)


def _compare(row: Obligation, owed: Owed | None) -> bool:
    """Set what the contract comes to beside the bill if that is less; tells whether it is news."""
    if row.kind == LATE_INTEREST:  # owed by being late, not by the terms
        return False
    amount_minor = owed.amount_minor if owed else 0
    reduced = amount_minor if amount_minor < row.amount_minor else None
    if reduced == row.reduced_to_minor:
        return False
    row.reduced_to_minor = reduced
    return True


def _tell_overbilled(uow: UnitOfWork, rows: Sequence[Obligation]) -> None:
    invoices = uow.session.exec(
        select(Invoice)
        .where(col(Invoice.obligation_id).in_([row.id for row in rows]))
        .order_by(col(Invoice.id))
    ).all()
    overbilled = queries.find_overbilled(uow, invoice_ids=[invoice.id for invoice in invoices])
    above = [invoice for invoice in invoices if invoice.id in overbilled]
    uow.publish(
        *(
            InvoiceAboveContract(**facts, overbilled_minor=overbilled[invoice.id])
            for facts, invoice in zip(all_facts_of(uow, above), above, strict=True)
        )
    )
