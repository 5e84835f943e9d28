"""Negotiated prices on notice."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.paging import Page, paged
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy
from marketplace.deals.models import Deal
from marketplace.deals.schemas import PriceObjectionView, PublicPriceNotice
from marketplace.terms import TermSheet, price_words


def list_price_notices(uow: UnitOfWork, *, page: int, size: int) -> Page[PublicPriceNotice]:
    """Return the negotiated prices on notice, soonest end first: name and price, never the firm (促进法 §18)."""
    rows = uow.rows(
        """
        SELECT d.id AS deal_id, d.listing_id, l.number, l.title, o.name AS university_name, d.terms,
               d.notice_from AS begins_on, d.notice_to AS ends_on, count(*) OVER () AS total,
               (SELECT count(*) FROM deal_objection x WHERE x.deal_id = d.id AND x.settled_at IS NULL) AS objections_open
        FROM deal d JOIN listing l ON l.id = d.listing_id JOIN organization o ON o.id = d.university_id
        WHERE d.state IN ('price_notice', 'objection') ORDER BY d.notice_to, d.id LIMIT :size OFFSET :skip
        """,
        size=size,
        skip=size * (page - 1),
    )

    def notice(row: dict[str, Any]) -> PublicPriceNotice:
        sheet = TermSheet.model_validate(row.pop("terms"))
        days_left = max(0, (row["ends_on"] - uow.today).days)
        return PublicPriceNotice(**row, price_text=price_words(sheet, uow.locale), days_left=days_left)

    return paged(rows, notice, page=page, size=size)


def get_objections(uow: UnitOfWork, *, deal_id: UUID) -> list[PriceObjectionView]:
    """Return the objections against the price of a deal; for the university alone. Raises `NotFound`, `Forbidden`."""
    statement = select(Deal).where(policy.VISIBLE, col(Deal.id) == deal_id)
    row = uow.session.execute(statement, policy.scope(uow.actor)).scalar_one_or_none()
    if row is None:
        raise NotFound(what="deal")
    require(policy.can_answer(uow.actor, row))
    return [
        PriceObjectionView(**found)
        for found in uow.rows(
            "SELECT id, name, contact, text, raised_at, settled_at, upheld, resolution FROM deal_objection"
            " WHERE deal_id = :id ORDER BY raised_at, id",
            id=deal_id,
        )
    ]
