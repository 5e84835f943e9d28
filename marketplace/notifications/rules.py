"""Which announcement tells whom what: the one table of the room.

Recipients are the members of an organization named by a field of the event whose role holds a permission, or a
person named by a field. Parameters come from the event itself; the rooms put titles and numbers into their events.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from marketplace.core.i18n import Text
from marketplace.core.outbox import Event
from marketplace.events import listings


@dataclass(frozen=True, slots=True)
class Template:
    """A message in both languages; `{name}` is filled from the event's fields."""

    title: Text
    body: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: the event, the template, the link, and who is told."""

    event: type[Event]
    template: str
    link: str
    organization: str = ""
    permission: str = ""
    person: str = ""
    words: Callable[[Any], dict[str, Any]] | None = None


TEMPLATES: dict[str, Template] = {
    "listing_submitted": Template(
        Text("待审批：{title}", "For approval: {title}"),
        Text(
            "成果 {number} 已提交，请核对条款和权利后批准或退回。",
            "{number} was submitted. Check terms and rights, then approve or return it.",
        ),
    ),
    "listing_approved": Template(
        Text("已批准：{title}", "Approved: {title}"),
        Text("成果 {number} 已批准，可以开始公示。", "{number} was approved; its price notice can start."),
    ),
    "listing_published": Template(
        Text("已上架：{title}", "Published: {title}"),
        Text(
            "成果 {number} 已上架，企业现在可以检索和申请。", "{number} is open; firms can find it and apply."
        ),
    ),
    "objection_raised": Template(
        Text("公示收到异议：{title}", "Objection: {title}"),
        Text(
            "成果 {number} 的公示已暂停，请处理异议。",
            "The notice of {number} stands still until the objection is settled.",
        ),
    ),
}

RULES: tuple[Rule, ...] = (
    Rule(
        listings.ListingSubmitted,
        "listing_submitted",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.approve",
    ),
    Rule(
        listings.ListingApproved,
        "listing_approved",
        "/app/listings/{listing_id}",
        "university_id",
        person="submitted_by",
    ),
    Rule(
        listings.ListingPublished,
        "listing_published",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.write",
    ),
    Rule(
        listings.ObjectionRaised,
        "objection_raised",
        "/app/listings/{listing_id}",
        "university_id",
        "listing.approve",
    ),
)
