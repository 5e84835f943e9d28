"""Pay links: a bill for whoever holds its address, who needs no account. 链接付款、发给财务.

The address is the link's id with a proof that only the house's secret can make; nothing secret is stored. A link shows
one bill and its ways to pay, until it expires, is withdrawn, or the bill is paid.
"""

import base64
import hashlib
import hmac
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlmodel import col, select

from finance.payments import policy
from finance.payments.errors import LinkOver
from finance.payments.models import PayLink
from finance.payments.schemas import NewPayLink, PayLinkView
from finance.receivables import queries as receivables
from marketplace.core.i18n import Locale
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

PROOF_BYTES: Final = 26  # with the id 42 bytes: an address without padding
ONE_LOOK: Final = timedelta(hours=1)
"""Opening it again within this time is the same look."""


def token_of(link_id: UUID) -> str:
    """Return what the address of a link ends in: the id and its proof."""
    proof = hmac.digest(settings().secret_key.encode(), b"pay-link:" + link_id.bytes, hashlib.sha256)
    return base64.urlsafe_b64encode(link_id.bytes + proof[:PROOF_BYTES]).decode()


def address_of(link_id: UUID, locale: Locale | str = "zh-CN") -> str:
    """Return the address of a link in a language."""
    language = "/en" if locale == "en" else ""
    return f"{settings().address}{language}/bill/{token_of(link_id)}"


def _id_in(token: str) -> UUID:
    try:
        link_id = UUID(bytes=base64.urlsafe_b64decode(token.encode())[:16])
    except ValueError:
        raise NotFound(what="payment link") from None
    if not hmac.compare_digest(token_of(link_id).encode(), token.encode()):
        raise NotFound(what="payment link")
    return link_id


def find_link(uow: UnitOfWork, *, token: str) -> PayLink:
    """Return the link that an address proves, locked. Raises `NotFound` for any other, `LinkOver` once it opens nothing."""
    link = uow.session.exec(
        select(PayLink)
        .where(col(PayLink.id) == _id_in(token))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if link is None:
        raise NotFound(what="payment link")
    if reason := _over(uow, link):
        raise LinkOver(reason=reason)
    return link


def _over(uow: UnitOfWork, link: PayLink) -> str | None:
    if link.withdrawn_at is not None:
        return "withdrawn"
    return "expired" if link.expires_at <= uow.now else None


def note_look(uow: UnitOfWork, link: PayLink) -> None:
    """Note on record that a link was opened; a reload within the hour is the same look."""
    if link.last_opened_at is not None and uow.now - link.last_opened_at < ONE_LOOK:
        return
    link.opened_times, link.last_opened_at = link.opened_times + 1, uow.now
    uow.audit("pay_link.opened", "invoice", link.invoice_id, link=str(link.id), times=link.opened_times)
    uow.session.flush()


def make_link(uow: UnitOfWork, *, invoice_id: UUID, form: NewPayLink) -> PayLinkView:
    """Make a link to a bill for somebody who pays it. Raises `NotFound`, `Forbidden`."""
    invoice = receivables.lock_invoice(uow, invoice_id)
    require(policy.can_pay(uow.actor, invoice.firm_id))
    days = rulebook.value("pay_link_days", uow.today)
    link = PayLink(
        invoice_id=invoice_id, firm_id=invoice.firm_id, made_by=policy.person_of(uow.actor), for_whom=form.for_whom,
        expires_at=uow.now + timedelta(days=days),
    )  # fmt: skip
    uow.session.add(link)
    uow.audit("pay_link.made", "invoice", invoice_id, link=str(link.id), for_whom=form.for_whom)
    uow.session.flush()
    return next(view for view in list_links(uow, invoice_id=invoice_id) if view.id == link.id)


def withdraw_link(uow: UnitOfWork, *, link_id: UUID) -> None:
    """Withdraw a link: its address opens nothing from now on. Raises `NotFound`, `Forbidden`."""
    link = uow.session.exec(select(PayLink).where(col(PayLink.id) == link_id).with_for_update()).one_or_none()
    if link is None or not uow.actor.belongs_to(link.firm_id):
        raise NotFound(what="payment link")
    require(policy.can_pay(uow.actor, link.firm_id))
    if link.withdrawn_at is None:
        link.withdrawn_at = uow.now
        uow.audit("pay_link.withdrawn", "invoice", link.invoice_id, link=str(link.id))
        uow.session.flush()


_LINKS = """
SELECT l.id, l.for_whom, l.created_at, l.expires_at, l.opened_times, l.last_opened_at, p.name AS made_by_name,
       CASE WHEN l.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN l.expires_at <= :now THEN 'expired' ELSE 'open' END AS state
FROM pay_link l JOIN user_account p ON p.id = l.made_by WHERE l.invoice_id = :invoice ORDER BY l.created_at DESC, l.id
"""


def list_links(uow: UnitOfWork, *, invoice_id: UUID) -> list[PayLinkView]:
    """Return the links of a bill, the newest first, for whoever may pay it. Raises `NotFound`, `Forbidden`."""
    invoice = receivables.get_invoice(uow, invoice_id=invoice_id)
    require(policy.can_pay(uow.actor, invoice.firm_id))
    return [
        PayLinkView(**row, url=address_of(row["id"], uow.locale) if row["state"] == "open" else None)
        for row in uow.rows(_LINKS, invoice=invoice_id, now=uow.now)
    ]
