"""The days of the room on which a university has to act: notices that end, objections that wait, results to confirm."""

from datetime import date
from typing import Any

from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.listings.schemas import ListingState

_WORDS: dict[str, tuple[str, Text, Text]] = {
    ListingState.PRICE_NOTICE: (
        "listing.notice",
        Text("公示期满，可以发布", "Notice ends: may be published"),
        Text(
            "公示期满无异议才能发布；不发布，企业看不到这项成果。", "Until it is published no firm sees it."
        ),
    ),
    ListingState.OBJECTION: (
        "listing.objection",
        Text("处理公示异议", "Settle an objection"),
        Text("异议处理完之前，公示一直暂停。", "The notice stands still until it is settled."),
    ),
    ListingState.OPEN: (
        "listing.confirm",
        Text("复核成果信息", "Confirm the listing"),
        Text("逾期未复核，成果自动下架，企业不能再申请。", "Unconfirmed it leaves the market by itself."),
    ),
}


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the days on which the actor's university has to act for its listings; empty for anybody else."""
    if not uow.actor.may("listing.write") or uow.actor.is_system:
        return []
    rows = uow.rows(
        """
        SELECT l.id, l.number, l.title, l.state, l.state_since, l.notice_from, l.notice_to, l.expires_on, l.published_at,
               o.id AS university_id, o.name AS university_name
        FROM listing l JOIN organization o ON o.id = l.university_id
        WHERE l.university_id = :university AND (
          (l.state IN ('price_notice', 'objection') AND l.notice_to <= :until) OR (l.state = 'open' AND l.expires_on <= :until))
        ORDER BY l.id LIMIT 500
        """,
        university=uow.actor.organization_id,
        until=until,
    )
    return [_deadline(row) for row in rows]


def _deadline(row: dict[str, Any]) -> Deadline:
    kind, what, otherwise = _WORDS[row["state"]]
    is_open = row["state"] == ListingState.OPEN
    return Deadline(
        kind=kind,
        what=what,
        on=row["expires_on"] if is_open else row["notice_to"],
        since=business_date(row["published_at"] if is_open else row["state_since"]),
        responsible_id=row["university_id"],
        responsible_name=row["university_name"],
        subject="listing",
        subject_id=row["id"],
        number=row["number"],
        title=row["title"],
        otherwise=otherwise,
    )
