"""Reads of the room."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from finance.payments import queries as payments
from finance.refunds import policy
from finance.refunds.models import Refund
from finance.refunds.schemas import RefundablePayment, RefundState, RefundView, RefundWay
from finance.refunds.states import LIVE, REFUND, Facts
from finance.settings import settings
from marketplace.core.clock import business_date
from marketplace.core.fsm import refusals, refused_moves
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

SHORTEST: Final = "alipay"
"""What a payment is taken for when its refund is asked for and the provider does not say how it was paid."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment of a bill as far as a refund needs it; `refundable_minor` is what still settles the bill, in fen."""

    payment_id: UUID
    method: str
    received_on: date
    refundable_minor: int
    disputed_minor: int
    invoice_id: UUID
    contract_id: UUID
    university_id: UUID
    firm_id: UUID
    provider: str
    capture_ref: str
    provider_ref: str
    paid_by: str | None
    payee_account: str
    bank_account: str

    def window(self, today: date, *, unknown: str = "") -> tuple[str, int, date] | None:
        """Return method, days and last day of the provider's window; None where there is none.

        A payment of which the method is not known yet is taken for `unknown`.
        """
        method = self.paid_by or unknown
        days = payments.refund_days(method, today) if self.provider else None
        if days is None:
            return None
        return method, days, self.received_on + timedelta(days=days)

    def way(self, today: date) -> RefundWay:
        """Return the way that is open on a day."""
        window = self.window(today)
        open_now = self.provider and (window is None or today <= window[2])
        return RefundWay.PROVIDER if open_now else RefundWay.BANK


_PAYMENTS = """
SELECT p.source_id AS payment_id, p.method, p.received_on, p.applied_minor AS refundable_minor,
       p.disputed_minor, p.invoice_id, i.contract_id,
       i.university_id, i.firm_id, coalesce(a.provider, '') AS provider, coalesce(a.capture_ref, '') AS capture_ref,
       coalesce(a.provider_ref, '') AS provider_ref, a.method AS paid_by, coalesce(l.payer_account, '') AS payee_account,
       coalesce(l.account_no, :settlement) AS bank_account
  FROM invoice_payment p JOIN invoice i ON i.id = p.invoice_id
  LEFT JOIN payment_attempt a ON a.id = p.source_id
  LEFT JOIN bank_match m ON m.id = p.source_id LEFT JOIN bank_line l ON l.id = m.line_id
 WHERE (a.id IS NOT NULL OR m.id IS NOT NULL) AND
"""


def find_payment(uow: UnitOfWork, payment_id: UUID) -> Payment:
    """Lock what a payment settles and return it; raises `NotFound` for one whose refund the actor may not ask for."""
    rows = uow.rows(
        f"{_PAYMENTS} p.source_id = :id FOR UPDATE OF p", id=payment_id, settlement=settings().settlement_account
    )  # fmt: skip
    if not rows or not policy.can_request(uow.actor, rows[0]["university_id"]):
        raise NotFound(what="payment")
    return Payment(**rows[0])


def list_refundable(uow: UnitOfWork, *, invoice_id: UUID) -> list[RefundablePayment]:
    """Return the payments of a bill of which something can be refunded, for those who may ask for it; empty for others."""
    rows = uow.rows(
        f"{_PAYMENTS} p.invoice_id = :invoice AND p.applied_minor > 0 AND p.disputed_minor = 0 ORDER BY p.received_on, p.created_at",
        invoice=invoice_id,
        settlement=settings().settlement_account,
    )
    found = [Payment(**row) for row in rows if policy.can_request(uow.actor, row["university_id"])]
    return [_refundable(uow, payment) for payment in found]


def _refundable(uow: UnitOfWork, of: Payment) -> RefundablePayment:
    window = of.window(uow.today)
    return RefundablePayment(
        payment_id=of.payment_id, method=of.paid_by or of.method, received_on=of.received_on,
        refundable_minor=of.refundable_minor, way=of.way(uow.today), until_on=window[2] if window else None,
        payee_account=of.payee_account, under_way=is_under_way(uow, of.payment_id),
    )  # fmt: skip


def is_under_way(uow: UnitOfWork, payment_id: UUID) -> bool:
    """Whether a refund of a payment is not over yet."""
    return bool(
        uow.rows(
            "SELECT 1 AS found FROM refund WHERE payment_id = :id AND state = ANY(:live)",
            id=payment_id,
            live=list(LIVE),
        )
    )


_VIEW = """
SELECT r.*, i.number AS invoice_number, i.title, u.name AS university_name, f.name AS firm_name,
       a.name AS requested_by_name, coalesce(d.name, '') AS decided_by_name, count(*) OVER () AS total
  FROM refund r JOIN invoice i ON i.id = r.invoice_id JOIN organization u ON u.id = r.university_id
  JOIN organization f ON f.id = r.firm_id JOIN user_account a ON a.id = r.requested_by
  LEFT JOIN user_account d ON d.id = r.decided_by WHERE
"""


def list_refunds(
    uow: UnitOfWork, *, state: RefundState | None = None, invoice_id: UUID | None = None, page: int = 1, size: int = 20
) -> Page[RefundView]:  # fmt: skip
    """Return the refunds that the actor may see, those that wait for a decision first, then the latest."""
    rows = uow.rows(
        f"{_VIEW} {policy.VISIBLE} AND (CAST(:state AS text) IS NULL OR r.state = :state)"
        " AND (CAST(:invoice AS uuid) IS NULL OR r.invoice_id = :invoice)"
        " ORDER BY r.state <> 'requested', r.created_at DESC, r.id LIMIT :size OFFSET :skip",
        state=state,
        invoice=invoice_id,
        size=size,
        skip=size * (page - 1),
        **policy.scope(uow.actor),
    )
    total = rows[0]["total"] if rows else 0
    return Page(items=[_view(uow, row) for row in rows], total=total, page=page, size=size)


def get_refund(uow: UnitOfWork, *, refund_id: UUID) -> RefundView:
    """Return one that the actor may see; raises `NotFound`."""
    rows = uow.rows(f"{_VIEW} {policy.VISIBLE} AND r.id = :id", id=refund_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="refund")
    return _view(uow, rows[0])


def _view(uow: UnitOfWork, row: dict[str, Any]) -> RefundView:
    refund = Refund.model_construct(**{name: row[name] for name in Refund.model_fields})
    found = refusals(
        REFUND, refund, facts=Facts(uow.actor.user_id), allowed=lambda move: policy.step(uow.actor, refund, move)
    )  # fmt: skip
    told = {"approve" if move in ("submit", "hand_to_bank") else move: why for move, why in found.items()}
    return RefundView.model_validate(
        {name: row[name] for name in RefundView.model_fields if name in row}
        | {
            "requested_on": business_date(row["created_at"]),
            "moves": [move for move, why in told.items() if why is None],
            "refused": refused_moves(uow, told),
        }
    )


def lock_refund(uow: UnitOfWork, refund_id: UUID) -> Refund:
    """Lock a refund for a change; raises `NotFound` for one that the actor may not see."""
    if not uow.rows(
        f"SELECT 1 AS found FROM refund r WHERE r.id = :id AND {policy.VISIBLE}",  # noqa: S608 - constants
        id=refund_id,
        **policy.scope(uow.actor),
    ):
        raise NotFound(what="refund")
    return uow.session.exec(
        select(Refund)
        .where(col(Refund.id) == refund_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
