"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from finance.distributions.errors import IncomeDisputed, IncomeNotCounted
from finance.ledger.errors import BalanceTooLow
from finance.payments.gateways.stripe import stripe_gateway
from finance.refunds import queries, service
from finance.refunds.errors import (
    BankWayOnly,
    OwnRefund,
    PayeeAccountNeeded,
    RefundTooHigh,
    RefundUnderWay,
    RefundWindowOver,
    SharesPaidOut,
)
from finance.refunds.looking import look_at_method
from finance.refunds.schemas import NewRefund, RefundablePayment, RefundState, RefundView
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["refunds"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/refunds", responses=problems(SignInRequired), operation_id="list_refunds")
def list_refunds(
    uow: MemberUowDep,
    state: RefundState | None = None,
    invoice_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[RefundView]:
    """Refunds that one's organization gives or gets, those that wait for a decision first."""
    return queries.list_refunds(uow, state=state, invoice_id=invoice_id, page=page, size=size)


@router.get(
    "/invoices/{invoice_id}/refundable", responses=problems(SignInRequired), operation_id="list_refundable"
)
def list_refundable(invoice_id: UUID, uow: MemberUowDep) -> list[RefundablePayment]:
    """What was paid on a bill and can be refunded, for those who may ask for it."""
    return queries.list_refundable(uow, invoice_id=invoice_id)


@router.get("/refunds/{refund_id}", responses=problems(SignInRequired, NotFound), operation_id="get_refund")
def get_refund(refund_id: UUID, uow: MemberUowDep) -> RefundView:
    """One refund."""
    return queries.get_refund(uow, refund_id=refund_id)


@router.post(
    "/payments/{payment_id}/refunds",
    responses=problems(
        *_WRITES,
        InvalidInput,
        RefundUnderWay,
        IncomeDisputed,
        RefundTooHigh,
        RefundWindowOver,
        BankWayOnly,
        PayeeAccountNeeded,
    ),
    status_code=201,
    operation_id="request_refund",
)
def request_refund(payment_id: UUID, form: NewRefund, uow: MemberUowDep) -> RefundView:
    """Ask to send back what a payment settled, wholly or in part; a second person decides."""
    look_at_method(uow, payment_id, stripe_gateway())
    return service.request_refund(uow, payment_id=payment_id, form=form)


@router.post(
    "/refunds/{refund_id}/approve",
    responses=problems(
        *_WRITES,
        OwnRefund,
        IncomeDisputed,
        RefundTooHigh,
        RefundWindowOver,
        IncomeNotCounted,
        SharesPaidOut,
        BalanceTooLow,
    ),
    operation_id="approve_refund",
)
def approve_refund(refund_id: UUID, uow: MemberUowDep) -> RefundView:
    """Approve a refund that somebody else asked for; the provider is asked at once. `unknown`: being confirmed, look again."""
    if service.approve_refund(uow, refund_id=refund_id):
        request = service.request_of(uow, refund_id)
        uow.session.commit()  # the decision is on record before anybody is asked, and no transaction is open meanwhile
        service.record_answer(uow, refund_id=refund_id, answer=service.ask(stripe_gateway(), request))
    return queries.get_refund(uow, refund_id=refund_id)


@router.post(
    "/refunds/{refund_id}/decline",
    responses=problems(*_WRITES, InvalidInput, OwnRefund),
    operation_id="decline_refund",
)
def decline_refund(refund_id: UUID, form: Because, uow: MemberUowDep) -> RefundView:
    """Do not approve a refund, and say why."""
    return service.decline_refund(uow, refund_id=refund_id, reason=form.reason)


@router.post("/refunds/{refund_id}/withdraw", responses=problems(*_WRITES), operation_id="withdraw_refund")
def withdraw_refund(refund_id: UUID, uow: MemberUowDep) -> RefundView:
    """Take a refund back before it was decided."""
    return service.withdraw_refund(uow, refund_id=refund_id)
