"""Schedules and invoices for tests: a university that is owed and a firm that owes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from finance.receivables import queries, service
from finance.receivables.schemas import ContractBilling, InvoiceView
from marketplace.contracts.models import Contract
from marketplace.core.clock import start_of_day
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.terms import AfterMonths, ContractFacts, TermSheet
from tests.factories.listings import a_term_sheet
from tests.factories.organizations import a_university, an_sme


def on(uow: UnitOfWork, day: date) -> UnitOfWork:
    """The same transaction on another day, at noon in Shanghai; today it is as late as it is."""
    return uow if day == uow.today else replace(uow, now=start_of_day(day) + timedelta(hours=12))


def a_sheet(**changes: Any) -> TermSheet:
    """Twelve months free, then 80,000 yuan within 30 days; no royalty."""
    values = {"deferral_trigger": AfterMonths(after_months=12), "royalty": None, "payment_days": 30}
    return a_term_sheet(**values | changes)


def a_billing(
    uow: UnitOfWork, *, effective_on: date | None = date(2026, 1, 5), **changes: Any
) -> ContractBilling:
    """A contract that took effect on 2026-01-05: 80,000 yuan arise on 2027-01-05 and are due on 2027-02-04."""
    university_id = changes.pop("university_id", None) or a_university(uow)
    firm_id = changes.pop("firm_id", None) or an_sme(uow)
    contract_id = changes.pop("contract_id", None) or _a_bare_contract(uow, university_id, firm_id)
    values: dict[str, Any] = {
        "contract_id": contract_id, "number": "HT-2026-000001", "title": "多级热泵闭式烘干技术",
        "university_id": university_id, "firm_id": firm_id, "sheet": changes.pop("sheet", None) or a_sheet(),
        "facts": ContractFacts(effective_on=effective_on),
    }  # fmt: skip
    return ContractBilling(**values | changes)


def _a_bare_contract(uow: UnitOfWork, university_id: UUID, firm_id: UUID) -> UUID:
    """The row of a contract alone, ended, without the deal, listing and text behind it: to be named by what is owed."""
    row = Contract(
        number=f"HT-2026-{new_id().hex}", deal_id=new_id(), listing_id=new_id(), university_id=university_id, firm_id=firm_id,
        state="terminated", state_since=uow.now, project_name="多级热泵闭式烘干技术", terms={}, terms_hash="", content={},
        content_sha256="", file_id=new_id(), effective_on=date(2026, 1, 5),
    )  # fmt: skip
    uow.session.connection().execute(text("SET LOCAL session_replication_role = replica"))
    uow.session.add(row)
    uow.session.flush()
    uow.session.connection().execute(text("SET LOCAL session_replication_role = origin"))
    return row.id


def an_invoice(
    uow: UnitOfWork, *, today: date = date(2027, 1, 5), amount_minor: int = 8_000_000, **changes: Any
) -> InvoiceView:
    """The invoice of such a contract, issued on the day on which the sum arises."""
    billing = a_billing(uow, sheet=a_sheet(deferred_fee_minor=amount_minor), **changes)
    return invoice_of(uow, billing, today=today)


def invoice_of(uow: UnitOfWork, billing: ContractBilling, *, today: date = date(2027, 1, 5)) -> InvoiceView:
    """Plan and bill a contract, and return its latest invoice."""
    later = on(uow, today)
    service.plan_obligations(later, billing=billing)
    service.raise_due_invoices(later)
    ids: list[UUID] = [
        row["id"]
        for row in uow.rows(
            "SELECT id FROM invoice WHERE contract_id = :id ORDER BY serial DESC", id=billing.contract_id
        )
    ]
    return queries.get_invoice(later, invoice_id=ids[0])
