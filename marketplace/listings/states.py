"""The life of a listing, as data."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, Problem
from marketplace.listings.errors import (
    HoldersMustConsent,
    ListingIncomplete,
    NoticeNeeded,
    NoticeStillRunning,
    ObjectionOpen,
    OwnSubmission,
    RightLapsed,
)
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingState as S, PriceMode, RightView


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    actor_id: UUID | None = None
    missing: tuple[FieldError, ...] = ()
    rights: tuple[RightView, ...] = ()
    objections_open: int = 0
    notice_days: int = 0
    holders_waiting: tuple[str, ...] = ()


def complete(_: Listing, facts: Facts) -> Problem | None:
    """Buyers need problem, benefit and terms; 民法典 §845 needs the particulars of each right."""
    return ListingIncomplete(errors=facts.missing) if facts.missing else None


def rights_in_force(_: Listing, facts: Facts) -> Problem | None:
    """专利法 §42, §44: a right that has ended cannot be licensed."""
    for right in facts.rights:
        ended = right.ends_on if right.ends_on and right.ends_on < facts.today else None
        if ended:
            return RightLapsed(number=right.display, ended_on=ended)
    return None


def holders_consent(_: Listing, facts: Facts) -> Problem | None:
    """专利法 §14: an exclusive or sole licence of shared rights needs every co-owner."""
    return HoldersMustConsent(names="、".join(facts.holders_waiting)) if facts.holders_waiting else None


def another_person(listing: Listing, facts: Facts) -> Problem | None:
    """Four eyes inside the university."""
    return OwnSubmission() if facts.actor_id is not None and listing.submitted_by == facts.actor_id else None


def notice_ended(listing: Listing, facts: Facts) -> Problem | None:
    """促进科技成果转化法 §18: no sale while the agreed price is on notice."""
    if facts.objections_open:
        return ObjectionOpen(count=facts.objections_open)
    if listing.notice_to is not None and facts.today <= listing.notice_to:
        return NoticeStillRunning(ends_on=listing.notice_to)
    return None


def needs_no_notice(listing: Listing, facts: Facts) -> Problem | None:
    """A price found on an exchange or by auction needs no notice; an agreed one does (§18)."""
    return NoticeNeeded(days=facts.notice_days) if listing.price_mode == PriceMode.AGREEMENT else None


LISTING = Machine(
    subject="listing",
    initial=S.DRAFT,
    final=frozenset({S.CLOSED, S.WITHDRAWN}),
    states={
        S.DRAFT: Text("草稿", "Draft"),
        S.INTERNAL_APPROVAL: Text("审批中", "In approval"),
        S.APPROVED: Text("已批准", "Approved"),
        S.PRICE_NOTICE: Text("公示中", "On notice"),
        S.OBJECTION: Text("异议处理中", "Objection"),
        S.OPEN: Text("在架", "Open"),
        S.CLOSED: Text("已成交下架", "Closed"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
        S.EXPIRED: Text("待复核", "Expired"),
    },
    moves=(
        Move(
            "submit", (S.DRAFT,), S.INTERNAL_APPROVAL, (complete, rights_in_force), Text("提交审批", "Submit")
        ),
        Move("return", (S.INTERNAL_APPROVAL,), S.DRAFT, (), Text("退回修改", "Return")),
        Move(
            "approve",
            (S.INTERNAL_APPROVAL,),
            S.APPROVED,
            (another_person, rights_in_force),
            Text("批准", "Approve"),
        ),
        Move("start_notice", (S.APPROVED,), S.PRICE_NOTICE, (), Text("开始公示", "Start notice")),
        Move("object", (S.PRICE_NOTICE,), S.OBJECTION, (), Text("提出异议", "Object")),
        Move("resume_notice", (S.OBJECTION,), S.PRICE_NOTICE, (), Text("继续公示", "Resume notice")),
        Move("uphold_objection", (S.OBJECTION,), S.DRAFT, (), Text("异议成立，退回", "Uphold objection")),
        Move(
            "publish",
            (S.PRICE_NOTICE,),
            S.OPEN,
            (notice_ended, rights_in_force, holders_consent),
            Text("发布", "Publish"),
        ),
        Move(
            "publish_listed",
            (S.APPROVED,),
            S.OPEN,
            (needs_no_notice, rights_in_force, holders_consent),
            Text("发布", "Publish"),
        ),
        Move("expire", (S.OPEN,), S.EXPIRED, (), Text("到期待复核", "Expire")),
        Move(
            "confirm",
            (S.EXPIRED,),
            S.OPEN,
            (rights_in_force, holders_consent),
            Text("复核并重新上架", "Confirm"),
        ),
        Move("close", (S.OPEN, S.EXPIRED), S.CLOSED, (), Text("成交下架", "Close")),
        Move(
            "withdraw",
            (S.DRAFT, S.INTERNAL_APPROVAL, S.APPROVED, S.PRICE_NOTICE, S.OBJECTION, S.OPEN, S.EXPIRED),
            S.WITHDRAWN,
            (),
            Text("撤回", "Withdraw"),
        ),
    ),
)

NEW_NOTICE_AFTER = timedelta(
    days=1
)  # a notice starts the day after it is posted, so that every day is a full one
