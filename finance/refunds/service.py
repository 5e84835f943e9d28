"""Writes of the room: a refund is asked for, decided by a second person, set aside, asked of the provider, and ended by its answer."""

import re
from typing import Any
from uuid import UUID

from finance.bank import service as bank
from finance.distributions import service as distributions
from finance.distributions.errors import IncomeDisputed
from finance.ledger import recipes
from finance.payments.gateway import (
    FIRST_LOOK,
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderRefund,
    RefundRequest,
)
from finance.payouts import queries as payouts
from finance.receivables import queries as invoices, service as receivables
from finance.refunds import policy, queries
from finance.refunds.errors import (
    BankWayOnly,
    PayeeAccountNeeded,
    RefundTooHigh,
    RefundUnderWay,
    RefundWindowOver,
    SharesPaidOut,
)
from finance.refunds.models import Refund
from finance.refunds.schemas import DebtAfter, NewRefund, RefundState, RefundView, RefundWay
from finance.refunds.states import APPROVAL, ASKED, REFUND, Facts
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.money import yuan
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.refunds import (
    RefundDeclined,
    RefundFailed,
    RefundGoesByBank,
    RefundRequested,
    RefundSucceeded,
)

_ACCOUNT = re.compile(r"\d{8,32}")


class RefundDiffers(Exception):
    """The provider speaks of another amount than we asked to send back: a person must look."""


def request_refund(uow: UnitOfWork, *, payment_id: UUID, form: NewRefund) -> RefundView:
    """Ask to send back an amount of a payment; a second person decides. Announces RefundRequested.

    Raises `NotFound`, `RefundUnderWay`, `IncomeDisputed`, `RefundTooHigh`, `BankWayOnly`, `RefundWindowOver`, `PayeeAccountNeeded`.
    """
    payment = queries.find_payment(uow, payment_id)
    person = uow.actor.user_id
    if person is None:
        raise LookupError("can_request lets only people pass")
    if queries.is_under_way(uow, payment_id):
        raise RefundUnderWay
    _refuse_amount_and_way(uow, payment, form.amount_minor, form.way)
    account = re.sub(r"[\s-]", "", form.payee_account or payment.payee_account)
    if form.way == RefundWay.BANK and not _ACCOUNT.fullmatch(account):
        raise PayeeAccountNeeded
    row = Refund(
        payment_id=payment_id, invoice_id=payment.invoice_id, contract_id=payment.contract_id, university_id=payment.university_id,
        firm_id=payment.firm_id, amount_minor=form.amount_minor, way=form.way, debt=form.debt, reason=form.reason,
        state=REFUND.initial, state_since=uow.now, created_at=uow.now, requested_by=person, provider=payment.provider,
        capture_ref=payment.capture_ref, provider_key="", payee_account=account if form.way == RefundWay.BANK else "",
    )  # fmt: skip
    row.provider_key = f"xianyong-refund-{row.id}"
    begin(uow, REFUND, row)
    uow.session.add(row)
    uow.audit("refund.requested", "invoice", row.invoice_id, refund=str(row.id), amount_minor=row.amount_minor, reason=row.reason)  # fmt: skip
    uow.session.flush()
    uow.publish(RefundRequested(**_event(uow, row), reason=row.reason))
    return queries.get_refund(uow, refund_id=row.id)


def _refuse_amount_and_way(
    uow: UnitOfWork, payment: queries.Payment, amount_minor: int, way: RefundWay
) -> None:
    if payment.disputed_minor:
        raise IncomeDisputed(amount=yuan(payment.disputed_minor))
    if amount_minor > payment.refundable_minor:
        raise RefundTooHigh(left=yuan(payment.refundable_minor))
    if way == RefundWay.PROVIDER and not payment.provider:
        raise BankWayOnly
    window = payment.window(uow.today, unknown=queries.SHORTEST)
    if way == RefundWay.PROVIDER and window is not None and uow.today > window[2]:
        raise RefundWindowOver(method=window[0], days=window[1], ended_on=window[2])


def approve_refund(uow: UnitOfWork, *, refund_id: UUID) -> bool:
    """Agree as a second person: the money is set aside. Returns whether the provider is to be asked now, with nothing open.

    By bank, it becomes the payer's credit and a return that the bank has to send. Raises `NotFound`, `Forbidden`, `OwnRefund`,
    `IllegalMove`, `IncomeDisputed`, `RefundTooHigh`, `RefundWindowOver`, `IncomeNotCounted`, `SharesPaidOut`, `BalanceTooLow`.
    """
    row = queries.lock_refund(uow, refund_id)
    require(policy.can_decide(uow.actor, row.university_id))
    payment = queries.find_payment(uow, row.payment_id)
    advance(uow, REFUND, row, APPROVAL[row.way], facts=Facts(uow.actor.user_id))
    row.decided_by = uow.actor.user_id
    _refuse_amount_and_way(uow, payment, row.amount_minor, RefundWay(row.way))
    parts = distributions.hold_for_refund(
        uow.as_system(), payment_id=row.payment_id, contract_id=row.contract_id, amount_minor=row.amount_minor
    )
    if paid := payouts.lock_shares(uow, share_ids=[part.share_id for part in parts]):
        raise SharesPaidOut(
            payees="、".join(dict.fromkeys(one.payee_name for one in paid)),
            batches="、".join(dict.fromkeys(one.number for one in paid)),
        )
    row.ledger_txn_id = recipes.refund_promised(
        uow, refund_id=row.id, contract_id=row.contract_id, amount_minor=row.amount_minor,
        shares=[distributions.to_ledger(part) for part in parts],
    )  # fmt: skip
    uow.audit("refund.approved", "invoice", row.invoice_id, refund=str(row.id), amount_minor=row.amount_minor)
    if row.way == RefundWay.PROVIDER:
        row.submitted_at, row.next_at = uow.wall, uow.now + FIRST_LOOK
        uow.session.flush()
        return True
    uow.session.flush()
    _go_by_bank(uow, row, payment)
    return False


def _go_by_bank(uow: UnitOfWork, row: Refund, payment: queries.Payment) -> None:
    recipes.refund_credited(
        uow,
        refund_id=row.id,
        contract_id=row.contract_id,
        payer_id=row.firm_id,
        amount_minor=row.amount_minor,
    )
    _take_back(uow, row)
    row.bank_return_id = bank.return_refund(
        uow, university_id=row.university_id, firm_id=row.firm_id, account_no=payment.bank_account,
        payee_account=row.payee_account, amount_minor=row.amount_minor, reason=row.reason, asked_by=row.requested_by,
    )  # fmt: skip
    uow.publish(RefundGoesByBank(**_event(uow, row)))
    uow.session.flush()


def decline_refund(uow: UnitOfWork, *, refund_id: UUID, reason: str) -> RefundView:
    """Refuse a refund that somebody else asked for, and say why. Raises `NotFound`, `Forbidden`, `OwnRefund`, `IllegalMove`."""
    row = queries.lock_refund(uow, refund_id)
    require(policy.can_decide(uow.actor, row.university_id))
    advance(uow, REFUND, row, "decline", facts=Facts(uow.actor.user_id), reason=reason)
    row.decided_by, row.answer = uow.actor.user_id, reason
    uow.audit("refund.declined", "invoice", row.invoice_id, refund=str(row.id), reason=reason)
    uow.session.flush()
    uow.publish(RefundDeclined(**_event(uow, row), requested_by=row.requested_by, reason=reason))
    return queries.get_refund(uow, refund_id=row.id)


def withdraw_refund(uow: UnitOfWork, *, refund_id: UUID) -> RefundView:
    """Take a refund back before it was decided. Raises `NotFound`, `Forbidden`, `IllegalMove`."""
    row = queries.lock_refund(uow, refund_id)
    require(policy.can_request(uow.actor, row.university_id))
    advance(uow, REFUND, row, "withdraw")
    uow.audit("refund.withdrawn", "invoice", row.invoice_id, refund=str(row.id))
    uow.session.flush()
    return queries.get_refund(uow, refund_id=row.id)


def request_of(uow: UnitOfWork, refund_id: UUID) -> RefundRequest:
    """Return what to ask of the provider: the same for every repeat, as its idempotency key demands."""
    row = uow.session.get_one(Refund, refund_id)
    return RefundRequest(
        refund_id=row.id, attempt_id=row.payment_id, key=row.provider_key, capture_ref=row.capture_ref, amount_minor=row.amount_minor
    )  # fmt: skip


def ask(gateway: Gateway, request: RefundRequest) -> ProviderRefund | GatewayUnknown | GatewayRefused:
    """Ask the provider; call it with no transaction open."""
    try:
        return gateway.refund(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_answer(
    uow: UnitOfWork, *, refund_id: UUID, answer: ProviderRefund | GatewayUnknown | GatewayRefused
) -> None:
    """Record what came of asking: on its way, a refusal, or that the outcome is unknown and will be found out."""
    system = uow.as_system()
    row = queries.lock_refund(system, refund_id)
    if isinstance(answer, ProviderRefund):
        record_refund(system, row=row, seen=answer)
    elif row.state not in ASKED:
        return  # a notice was quicker than the answer
    elif isinstance(answer, GatewayRefused):
        _fail(system, row, str(answer))
    elif row.state == RefundState.SUBMITTED:
        row.last_error = str(answer)
        advance(system, REFUND, row, "lose_sight", reason=str(answer))
    uow.session.flush()


def record_refund(uow: UnitOfWork, *, row: Refund, seen: ProviderRefund) -> None:
    """Bring a locked refund to what the provider says: gone, refused, or still being worked on.

    Late and repeated news change nothing. Raises `RefundDiffers` for another amount, and for a failure after it had gone.
    """
    if seen.amount_minor != row.amount_minor:
        raise RefundDiffers(f"{seen.amount_minor} for {row.amount_minor}")
    if row.state == RefundState.SUCCEEDED and seen.state == "failed":
        raise RefundDiffers(f"failed after it had gone: {seen.reason}")
    row.provider_ref = row.provider_ref or seen.provider_ref
    if row.state not in ASKED:
        return
    if seen.state == "succeeded":
        _succeed(uow, row)
    elif seen.state == "failed":
        _fail(uow, row, seen.reason or "failed")
    elif row.state != RefundState.PROCESSING:
        advance(uow, REFUND, row, "process")
        row.tries, row.next_at = 0, uow.now + FIRST_LOOK
    uow.session.flush()


def _succeed(uow: UnitOfWork, row: Refund) -> None:
    advance(uow, REFUND, row, "succeed")
    row.next_at, row.last_error = None, None
    recipes.refund_posted(
        uow, refund_id=row.id, contract_id=row.contract_id, provider=row.provider, refund_ref=row.provider_ref or "",
        amount_minor=row.amount_minor,
    )  # fmt: skip
    uow.session.flush()
    _take_back(uow, row)
    uow.publish(RefundSucceeded(**_event(uow, row)))


def _fail(uow: UnitOfWork, row: Refund, reason: str) -> None:
    """Give the money back to where it was set aside from."""
    if row.ledger_txn_id is None:
        raise LookupError(f"refund {row.id} was never booked")
    advance(uow, REFUND, row, "fail", reason=reason)
    row.next_at, row.last_error = None, reason
    recipes.reverse(uow, txn_id=row.ledger_txn_id, reason=reason)
    distributions.free_after_refund(uow, payment_id=row.payment_id, contract_id=row.contract_id)
    uow.publish(RefundFailed(**_event(uow, row), requested_by=row.requested_by, reason=reason))


def _take_back(uow: UnitOfWork, row: Refund) -> None:
    """Let what was refunded settle nothing any more: bill, contract, split; then let the debt fall, if that was decided."""
    system, by_bank = uow.as_system(), row.way == RefundWay.BANK
    refund_id, invoice_id, amount = row.id, row.invoice_id, row.amount_minor
    receivables.take_back_payment(
        system, invoice_id=invoice_id, source_id=row.payment_id, amount_minor=amount, to_credit=by_bank, reason=row.reason
    )  # fmt: skip
    contracts.reduce_settlement(
        system, contract_id=row.contract_id, receipt_id=row.payment_id, amount_minor=amount
    )
    recipes.debt_reinstated(
        system, refund_id=refund_id, invoice_id=invoice_id, contract_id=row.contract_id, amount_minor=amount
    )
    distributions.take_out_refund(system, payment_id=row.payment_id, contract_id=row.contract_id)
    if row.debt == DebtAfter.FALLS:
        if row.decided_by is None:
            raise LookupError(f"refund {row.id} was approved by nobody")
        receivables.credit_refunded(
            system, invoice_id=invoice_id, amount_minor=amount, reason=row.reason, proposed_by=row.requested_by,
            decided_by=row.decided_by,
        )  # fmt: skip


def _event(uow: UnitOfWork, row: Refund) -> dict[str, Any]:
    invoice = invoices.get_invoice(uow.as_system(), invoice_id=row.invoice_id)
    return {
        "refund_id": row.id, "invoice_id": invoice.id, "invoice_number": invoice.number, "title": invoice.title,
        "university_id": row.university_id, "firm_id": row.firm_id, "amount_minor": row.amount_minor,
    }  # fmt: skip
