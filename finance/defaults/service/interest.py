"""Billing what lateness has cost."""

from datetime import date, timedelta
from uuid import UUID

from finance.defaults.models import LateInterestBill
from finance.defaults.queries import sums
from finance.receivables import queries as receivables_queries, service as receivables
from finance.receivables.schemas import LATE_INTEREST
from marketplace.core.uow import UnitOfWork
from marketplace.terms import Formula


def bill_interest(uow: UnitOfWork, *, invoice_id: UUID, bps_per_day: int, payment_days: int) -> int:
    """Bill the late interest on an invoice up to today, less what was billed before; returns the fen billed now.

    Late interest bears none itself. Called again on the same day it bills nothing: the invoice's row is the lock.
    """
    system = uow.as_system()
    receivables_queries.lock_invoice(system, invoice_id)
    [late] = receivables_queries.list_with_payments(system, ids=[invoice_id])
    if late.kind == LATE_INTEREST:
        return 0
    total = sums.interest_of(system, [late], bps_per_day=bps_per_day, until=uow.today)[invoice_id]
    billed = sums.billed_by_invoice(system, [invoice_id]).get(invoice_id, 0)
    if total <= billed:
        return 0
    position = 1 + int(
        uow.rows("SELECT count(*) AS n FROM late_interest_bill WHERE invoice_id = :id", id=invoice_id)[0]["n"]
    )
    until = _last_day(
        uow, late.due_on, sums.paid_days(system, [late])[invoice_id], open_minor=late.open_minor
    )
    bill_id = receivables.bill_late_interest(
        system,
        invoice_id=invoice_id,
        key=f"{LATE_INTEREST}:{late.number}:{position}",
        amount_minor=total - billed,
        due_on=uow.today + timedelta(days=payment_days),
        formula=Formula(
            code="late.interest",
            params={
                "invoice": late.number, "since": (late.due_on + timedelta(days=1)).isoformat(), "until": until.isoformat(),
                "rate_bps": bps_per_day, "billed_minor": billed,
            },
        ),
    )  # fmt: skip
    uow.session.add(
        LateInterestBill(
            invoice_id=invoice_id,
            position=position,
            until_on=until,
            amount_minor=total - billed,
            bill_id=bill_id,
        )
    )
    uow.session.flush()
    return total - billed


def _last_day(uow: UnitOfWork, due_on: date, days: dict[UUID, date], *, open_minor: int) -> date:
    """Return the last day that bore interest: today, or the day of the last late payment of what is paid off."""
    late = [day for day in days.values() if day > due_on]
    return uow.today if open_minor or not late else max(late)
