"""Reads of the room."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import segno
from sqlalchemy import text
from sqlmodel import col, select

from finance.payments import policy, ways
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import OnlineWay, ParkedNotice, PaymentState, PaymentView, WaysView
from finance.payments.states import LIVE
from finance.receivables import queries as receivables
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork

refund_days = ways.refund_days

_PAYMENT = """
SELECT p.id, p.invoice_id, i.number AS invoice_number, p.provider, p.state, p.state_since, p.currency, p.amount_minor,
       p.fee_minor, p.method, p.way, p.created_at, p.url, p.qr AS scan, p.link_id, i.firm_id, i.university_id
FROM payment_attempt p JOIN invoice i ON i.id = p.invoice_id WHERE
"""


def get_payment(uow: UnitOfWork, *, payment_id: UUID, link_id: UUID | None = None) -> PaymentView:
    """Return an attempt that the actor may see, or that was begun by a pay link; raises `NotFound`."""
    rows = uow.rows(f"{_PAYMENT} p.id = :id", id=payment_id)
    if not rows or not policy.can_see_payment(uow.actor, rows[0]["firm_id"], rows[0]["university_id"]):
        raise NotFound(what="payment")
    if link_id is not None and rows[0]["link_id"] != link_id:
        raise NotFound(what="payment")
    return _view(uow, rows[0], link_id)


def _view(uow: UnitOfWork, row: dict[str, Any], link_id: UUID | None) -> PaymentView:
    """Show an attempt; its page or code only where it was begun, because it leads back there."""
    waits = row["state"] == PaymentState.REQUIRES_ACTION and row["link_id"] == link_id
    until = row["created_at"] + ways.LIFE[OnlineWay(row["way"])]  # the provider's clock, which no demo moves
    left = max(0, int((until - uow.wall).total_seconds()))
    asked = {"url": row.pop("url"), "scan": row.pop("scan")} if waits else {"url": None, "scan": None}
    shown = {name: row[name] for name in PaymentView.model_fields if name in row} | asked
    return PaymentView(**shown, qr=_code(asked["scan"]), seconds_left=left if waits else None)


def _code(scan: str | None) -> str | None:
    """Draw what a wallet scans as an image that both faces show."""
    if scan is None:
        return None
    image: str = segno.make(scan, error="m", micro=False).svg_data_uri(scale=4, border=4, light="#fff")
    return image


def get_ways(uow: UnitOfWork, *, invoice_id: UUID, link_id: UUID | None = None) -> WaysView:
    """Return the ways to pay a bill that the actor may see, and the attempt that is under way; raises `NotFound`."""
    invoice = receivables.get_invoice(uow, invoice_id=invoice_id)
    live = uow.rows(f"{_PAYMENT} p.invoice_id = :id AND p.state = ANY(:live)", id=invoice_id, live=list(LIVE))
    return WaysView(
        invoice_id=invoice_id, amount_minor=invoice.owed_minor, currency=invoice.currency,
        ways=ways.list_ways(uow, amount_minor=invoice.owed_minor, currency=invoice.currency),
        live=_view(uow, live[0], link_id) if live else None,
    )  # fmt: skip


def lock_attempt(uow: UnitOfWork, attempt_id: UUID) -> PaymentAttempt:
    """Lock an attempt for a change; raises `NotFound`."""
    row = uow.session.exec(
        select(PaymentAttempt)
        .where(col(PaymentAttempt.id) == attempt_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise NotFound(what="payment")
    return row


@dataclass(slots=True)
class Collecting:
    """A locked attempt as far as money that comes in for it needs it; amounts in minor units."""

    id: UUID
    state: str
    state_since: datetime
    invoice_id: UUID
    provider: str
    provider_ref: str | None
    capture_ref: str | None
    amount_minor: int
    currency: str


_COLLECTING = text("""
SELECT id, state, state_since, invoice_id, provider, provider_ref, capture_ref, amount_minor, currency
FROM payment_attempt WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
""")


def lock_collecting(uow: UnitOfWork, attempt_ids: Collection[UUID]) -> list[Collecting]:
    """Lock attempts for which money came in, always in the same order; what is written is written by the service."""
    return [Collecting(**row) for row in uow.rows(_COLLECTING, ids=list(attempt_ids))]


def list_parked_notices(uow: UnitOfWork) -> list[ParkedNotice]:
    """Return the notices that wait for a person, oldest first, at most 200; raises `Forbidden`."""
    require(policy.can_replay(uow.actor))
    rows = uow.rows(
        "SELECT id, provider, event_id, kind, object_ref, attempt_id AS payment_id, received_at, tries, last_error"
        " FROM provider_notice WHERE state = 'parked' ORDER BY received_at, id LIMIT 200"
    )
    return [ParkedNotice(**row) for row in rows]
