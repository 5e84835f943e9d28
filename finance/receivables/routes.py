"""Endpoints of invoices and schedules."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from finance.receivables import queries
from finance.receivables.schemas import InvoiceBrief, InvoiceState, InvoiceView, ObligationView
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(tags=["invoices"])


@router.get("/invoices", responses=problems(SignInRequired), operation_id="list_invoices")
def list_invoices(
    uow: MemberUowDep, *, state: InvoiceState | None = None,
    overdue: Annotated[bool | None, Query(description="past the last day to pay")] = None,
    contract_id: UUID | None = None, page: PageNumber = 1, size: PageSize = 20,
) -> Page[InvoiceBrief]:  # fmt: skip
    """What one's organization owes or is owed, unpaid first."""
    return queries.list_invoices(
        uow, state=state, overdue=overdue, contract_id=contract_id, page=page, size=size
    )


@router.get(
    "/invoices/{invoice_id}", responses=problems(SignInRequired, NotFound), operation_id="get_invoice"
)
def get_invoice(invoice_id: UUID, uow: MemberUowDep) -> InvoiceView:
    """A whole invoice: formula and inputs, lines, where to pay and the reference, payments."""
    return queries.get_invoice(uow, invoice_id=invoice_id)


@router.get(
    "/contracts/{contract_id}/obligations",
    responses=problems(SignInRequired),
    operation_id="list_obligations",
)
def list_obligations(contract_id: UUID, uow: MemberUowDep) -> list[ObligationView]:
    """The payment schedule of a contract."""
    return queries.list_obligations(uow, contract_id=contract_id)
