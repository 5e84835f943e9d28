"""Reads of invoices and schedules. Lists are one statement; every read of an actor goes through `policy.VISIBLE`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from finance.receivables import policy
from finance.receivables.models import Invoice
from finance.receivables.reference import references_in
from finance.receivables.schemas import (
    AppliedPayment,
    ComingSum,
    InvoiceBrief,
    InvoiceState,
    LateInvoice,
    ObligationView,
    YearFigures,
)
from finance.receivables.states import UNPAID
from marketplace.core.fsm import Standing
from marketplace.core.i18n import Locale
from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoiceEvent
from marketplace.terms import Formula, explain

OWED = "greatest(0, least(i.amount_minor - i.credited_minor, o.reduced_to_minor) - i.paid_minor)"
"""What the firm owes on `invoice i`, whose contract may come to less by now (`obligation o`); what was written off is part of it."""
OVERBILLED = f"(i.amount_minor - i.credited_minor - i.paid_minor - {OWED})"
"""What of the open sum its contract no longer comes to."""
TO_PAY = f"(i.state IN ('open', 'partially_paid') AND {OWED} > 0)"
"""Whether somebody waits for money: an invoice that is not settled and on which something is owed."""
BRIEF = f"""
SELECT i.id, i.number, i.reference, i.state, i.contract_id, i.contract_number, i.title, i.kind, i.university_id,
       u.name AS university_name, i.firm_id, f.name AS firm_name, i.currency, i.amount_minor, i.paid_minor,
       i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor AS open_minor, {OWED} AS owed_minor, i.issued_on, i.due_on,
       ({TO_PAY} AND i.due_on < :today) AS overdue, i.due_on - :today AS days_left
"""
FROM = (
    " FROM invoice i JOIN obligation o ON o.id = i.obligation_id"
    " JOIN organization u ON u.id = i.university_id JOIN organization f ON f.id = i.firm_id WHERE "
)


def list_invoices(
    uow: UnitOfWork, *, state: InvoiceState | None = None, unpaid: bool | None = None, overdue: bool | None = None,
    contract_id: UUID | None = None, page: int = 1, size: int = 20,
) -> Page[InvoiceBrief]:  # fmt: skip
    """Return the invoices that the actor's organization owes or is owed: unpaid first, the earliest due day first.

    `unpaid`: those of which something is still to be paid, wholly or in part; what is overbilled is not.
    """
    rows = uow.rows(
        f"{BRIEF}, count(*) OVER () AS total {FROM} {policy.VISIBLE}"
        " AND (CAST(:state AS text) IS NULL OR i.state = :state)"
        " AND (CAST(:contract AS uuid) IS NULL OR i.contract_id = :contract)"
        f" AND (CAST(:unpaid AS boolean) IS NULL OR {TO_PAY} = :unpaid)"
        f" AND (CAST(:overdue AS boolean) IS NULL OR ({TO_PAY} AND i.due_on < :today) = :overdue)"
        " ORDER BY i.state NOT IN ('open', 'partially_paid'), i.due_on, i.id LIMIT :size OFFSET :skip",
        today=uow.today,
        state=state,
        unpaid=unpaid,
        overdue=overdue,
        contract=contract_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    return paged(rows, InvoiceBrief.model_validate, page=page, size=size)


def find_overbilled(uow: UnitOfWork, *, invoice_ids: Collection[UUID]) -> dict[UUID, int]:
    """Return in fen what of open sums their contracts no longer come to; invoices without such a part are left out."""
    rows = uow.rows(
        f"SELECT i.id, {OVERBILLED} AS overbilled FROM invoice i JOIN obligation o ON o.id = i.obligation_id"  # noqa: S608 - constants
        f" WHERE {policy.VISIBLE} AND i.id = ANY(:ids)",
        ids=list(invoice_ids),
        **policy.scope(uow.actor),
    )
    return {row["id"]: row["overbilled"] for row in rows if row["overbilled"]}


def owed_on(uow: UnitOfWork, invoice: Invoice) -> int:
    """Return in fen what is still to be paid on an invoice."""
    [row] = uow.rows(
        f"SELECT {OWED} AS owed FROM invoice i JOIN obligation o ON o.id = i.obligation_id WHERE i.id = :id",  # noqa: S608 - constants
        id=invoice.id,
    )
    return int(row["owed"])


def list_obligations(uow: UnitOfWork, *, contract_id: UUID) -> list[ObligationView]:
    """Return the schedule of a contract, next due day first, awaited ones last; empty for who may not see it."""
    rows = uow.rows(
        "SELECT i.id, i.key, i.kind, i.state, i.amount_minor, i.arises_on, i.due_on, i.formula, v.id AS invoice_id"  # noqa: S608 - constants
        " FROM obligation i LEFT JOIN invoice v ON v.obligation_id = i.id"
        f" WHERE i.contract_id = :contract AND {policy.VISIBLE} ORDER BY i.due_on NULLS LAST, i.key",
        contract=contract_id,
        **policy.scope(uow.actor),
    )
    return [ObligationView(**row, formula_text=_words(row.pop("formula"), uow.locale)) for row in rows]


def list_coming(uow: UnitOfWork, *, until: date) -> list[ComingSum]:
    """Return what is not billed yet but falls due by a day, for both sides of its contract, earliest first."""
    rows = uow.rows(
        "SELECT i.contract_id, i.contract_number, i.title, i.kind, i.amount_minor, i.due_on FROM obligation i"  # noqa: S608 - constants
        f" WHERE {policy.VISIBLE} AND i.state = 'waiting' AND i.due_on <= :until ORDER BY i.due_on, i.contract_number, i.key",
        until=until,
        **policy.scope(uow.actor),
    )
    return [ComingSum(**row) for row in rows]


def sum_billed(uow: UnitOfWork, *, contract_ids: list[UUID]) -> dict[UUID, int]:
    """Return in fen what was billed under some contracts that the actor may see, paid or not, by contract."""
    rows = uow.rows(
        "SELECT i.contract_id, sum(i.amount_minor - i.credited_minor)::bigint AS billed FROM invoice i"  # noqa: S608 - constants
        f" WHERE {policy.VISIBLE} AND i.contract_id = ANY(:ids) GROUP BY i.contract_id",
        ids=contract_ids,
        **policy.scope(uow.actor),
    )
    return {row["contract_id"]: row["billed"] for row in rows}


def get_year_figures(uow: UnitOfWork, *, since: date, until: date, contract_ids: list[UUID]) -> YearFigures:
    """Return the figures of the actor's university from one day to another, both included.

    `contract_ids` are the contracts that took effect between them.
    """
    rows = uow.rows(
        "SELECT"  # noqa: S608 - constants
        " (SELECT coalesce(sum(i.amount_minor), 0)::bigint FROM obligation i"
        f"   WHERE {policy.VISIBLE} AND i.contract_id = ANY(:ids) AND i.state <> 'canceled') AS contracted_minor,"
        " (SELECT coalesce(sum(i.amount_minor - i.credited_minor), 0)::bigint FROM invoice i"
        f"   WHERE {policy.VISIBLE} AND i.due_on BETWEEN :since AND :until) AS due_minor,"
        " (SELECT coalesce(sum(p.applied_minor), 0)::bigint FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id"
        f"   WHERE {policy.VISIBLE} AND p.received_on BETWEEN :since AND :until) AS received_minor",
        since=since,
        until=until,
        ids=contract_ids,
        **policy.scope(uow.actor),
    )
    return YearFigures(**rows[0])


def _words(formula: dict[str, Any], locale: Locale) -> str:
    return explain(Formula.model_validate(formula), locale)


def list_by_references(uow: UnitOfWork, memo: str, *, university_id: UUID) -> list[dict[str, Any]]:
    """Return id and open fen of the invoices of a university whose valid references stand in a free text, in its order."""
    references = references_in(memo)
    return uow.rows(
        "SELECT id, amount_minor - paid_minor - credited_minor AS open_minor FROM invoice"
        " WHERE reference = ANY(:references) AND university_id = :university ORDER BY array_position(:references, reference)",
        references=references,
        university=university_id,
    )


def has_payment(uow: UnitOfWork, *, source_id: UUID) -> bool:
    """Whether what came from one source still settles an invoice: a wrong match may have been taken back."""
    return bool(
        uow.rows("SELECT 1 AS found FROM invoice_payment WHERE source_id = :source LIMIT 1", source=source_id)
    )


def sum_excess(uow: UnitOfWork, *, university_id: UUID, firm_id: UUID) -> int:
    """Return in fen what a firm paid a university beyond what was open on its invoices, used up or not."""
    [row] = uow.rows(
        "SELECT coalesce(sum(p.amount_minor - p.applied_minor - p.refunded_minor), 0)::bigint AS excess FROM invoice_payment p"
        " JOIN invoice i ON i.id = p.invoice_id WHERE i.university_id = :university AND i.firm_id = :firm",
        university=university_id,
        firm=firm_id,
    )
    return int(row["excess"])


def list_excess(uow: UnitOfWork, *, organization_id: UUID | None) -> list[tuple[UUID, UUID]]:
    """Return the pairs of university and firm, one of them the organization given, where more was paid than was owed."""
    rows = uow.rows(
        "SELECT i.university_id, i.firm_id FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id"
        " WHERE p.amount_minor > p.applied_minor + p.refunded_minor AND :org IN (i.university_id, i.firm_id) GROUP BY 1, 2 ORDER BY 1, 2",
        org=organization_id,
    )
    return [(row["university_id"], row["firm_id"]) for row in rows]


def list_unpaid(uow: UnitOfWork, *, university_id: UUID) -> list[dict[str, Any]]:
    """Return id, number, payer's name and open fen of what a university is still owed, oldest due day first.

    What was written off is still owed, so money may be placed on it.
    """
    return uow.rows(
        "SELECT i.id, i.number, i.reference, i.title, i.firm_id, f.name AS firm_name, i.due_on,"
        " i.amount_minor - i.paid_minor - i.credited_minor AS open_minor"
        " FROM invoice i JOIN organization f ON f.id = i.firm_id"
        " WHERE i.university_id = :university AND i.state = ANY(:unpaid) ORDER BY i.due_on, i.id LIMIT 500",
        university=university_id,
        unpaid=[*UNPAID, InvoiceState.WRITTEN_OFF],
    )


def list_with_payments(uow: UnitOfWork, *, ids: list[UUID]) -> list[LateInvoice]:
    """Return some invoices that the actor may see with everything that was paid on them, by last day to pay.

    `open_minor` is what the firm owes: what was written off is still part of it, what its contract no longer comes to is not.
    """
    rows = uow.rows(
        "SELECT i.id, i.number, i.contract_id, i.contract_number, i.title, i.kind, i.university_id, i.firm_id, i.state,"  # noqa: S608 - constants
        f" i.amount_minor, i.credited_minor, {OWED} AS open_minor, i.due_on"
        " FROM invoice i JOIN obligation o ON o.id = i.obligation_id"
        f" WHERE i.id = ANY(:ids) AND {policy.VISIBLE} ORDER BY i.due_on, i.id",
        ids=ids,
        **policy.scope(uow.actor),
    )
    paid: dict[UUID, list[AppliedPayment]] = {}
    for payment in uow.rows(
        "SELECT invoice_id, method, source_id, amount_minor, applied_minor, refunded_minor, disputed_minor, received_on FROM invoice_payment"
        " WHERE invoice_id = ANY(:ids) ORDER BY received_on, created_at",
        ids=[row["id"] for row in rows],
    ):
        paid.setdefault(payment.pop("invoice_id"), []).append(AppliedPayment(**payment))
    return [LateInvoice(**row, payments=paid.get(row["id"], [])) for row in rows]


def lock_invoice(uow: UnitOfWork, invoice_id: UUID) -> Invoice:
    """Lock an invoice for a change; raises `NotFound` for one that the actor may not see."""
    row = uow.session.exec(
        select(Invoice)
        .where(col(Invoice.id) == invoice_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not policy.can_see(uow.actor, row.firm_id, row.university_id):
        raise NotFound(what="invoice")
    return row


@dataclass(frozen=True, slots=True)
class Bill:
    """A locked invoice and what it bills, as far as a payment needs them; amounts in fen."""

    invoice: Standing
    obligation: Standing
    obligation_key: str
    paid_minor: int
    facts: dict[str, Any]
    """What every announcement about the invoice carries."""


_FOR_PAYMENT = text("""
SELECT i.state, i.state_since, i.paid_minor, i.obligation_key, o.id AS obligation_id, o.state AS obligation_state,
       o.state_since AS obligation_since, i.id AS invoice_id, i.number, i.contract_id, i.contract_number, i.title, i.university_id,
       u.name AS university_name, i.firm_id, f.name AS firm_name, i.amount_minor, i.due_on,
       i.amount_minor - i.paid_minor - i.credited_minor - i.written_off_minor AS open_minor
FROM invoice i JOIN obligation o ON o.id = i.obligation_id
JOIN organization u ON u.id = i.university_id JOIN organization f ON f.id = i.firm_id
WHERE i.id = ANY(:ids) ORDER BY i.contract_id, i.id FOR UPDATE OF i, o
""")


def lock_for_payment(uow: UnitOfWork, invoice_id: UUID) -> Bill:
    """Lock an invoice and what it bills; raises `NotFound` for one that the actor may not see."""
    return lock_for_payments(uow, [invoice_id])[invoice_id]


def lock_for_payments(uow: UnitOfWork, invoice_ids: Collection[UUID]) -> dict[UUID, Bill]:
    """Lock invoices and what they bill, contract by contract, so that nobody waits crosswise.

    Raises `NotFound` for one that the actor may not see.
    """
    found = uow.session.connection().execute(_FOR_PAYMENT, {"ids": list(invoice_ids)}).mappings()
    bills = {
        row["invoice_id"]: Bill(
            invoice=Standing(row["invoice_id"], row["state"], row["state_since"]),
            obligation=Standing(row["obligation_id"], row["obligation_state"], row["obligation_since"]),
            obligation_key=row["obligation_key"],
            paid_minor=row["paid_minor"],
            facts={name: row[name] for name in InvoiceEvent.model_fields},
        )
        for row in found
        if policy.can_see(uow.actor, row["firm_id"], row["university_id"])
    }
    if len(bills) < len(invoice_ids):
        raise NotFound(what="invoice")
    return bills
