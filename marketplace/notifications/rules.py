"""Which announcement tells whom what: the one table of the room.

Recipients are the members of an organization named by a field of the event whose role holds a permission, or a
person named by a field. Parameters come from the event itself; the rooms put titles and numbers into their events.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from marketplace.core.i18n import Text
from marketplace.core.outbox import Event
from marketplace.events import applications, deals, listings


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
    "deal_submitted": Template(
        Text("新申请：{firm_name} 申请 {title}", "New application: {firm_name} for {title}"),
        Text("申请 {number} 请在 {reply_due_on} 前答复。", "Answer application {number} by {reply_due_on}."),
    ),
    "deal_queued": Template(
        Text("已排队：{title}", "Queued: {title}"),
        Text(
            "优先期到 {queued_until} 结束，之后自动进入办理，届时通知您。",
            "The priority window ends on {queued_until}; your turn comes then, and we tell you.",
        ),
    ),
    "deal_asked": Template(
        Text("{university_name} 有一个问题：{title}", "{university_name} asks: {title}"),
        Text("{text}", "{text}"),
    ),
    "deal_replied": Template(
        Text("{firm_name} 已回复：{title}", "{firm_name} replied: {title}"),
        Text("请在 {reply_due_on} 前答复。", "Answer by {reply_due_on}."),
    ),
    "deal_accepted": Template(
        Text("申请已通过：{title}", "Accepted: {title}"),
        Text(
            "{university_name} 同意许可，请核对并确认条款。",
            "{university_name} agrees; check the terms and confirm them.",
        ),
    ),
    "deal_declined": Template(
        Text("申请未通过：{title}", "Declined: {title}"),
        Text("{university_name} 的说明：{reason}", "{university_name} says: {reason}"),
    ),
    "deal_withdrawn": Template(
        Text("申请已撤回：{title}", "Withdrawn: {title}"),
        Text(
            "{firm_name} 撤回了申请 {number}：{reason}", "{firm_name} withdrew application {number}: {reason}"
        ),
    ),
    "terms_agreed": Template(
        Text("条款已确认：{title}", "Terms agreed: {title}"),
        Text(
            "双方已就申请 {number} 的条款达成一致，合同生成后即可签署。",
            "Both sides agree on {number}; the contract can be signed once it is drawn up.",
        ),
    ),
    "reply_overdue": Template(
        Text("逾期未答复：{title}", "No answer in time: {title}"),
        Text(
            "申请 {number} 应在 {reply_due_on} 前答复，请尽快处理。",
            "Application {number} was to be answered by {reply_due_on}; please act.",
        ),
    ),
    "funding_submitted": Template(
        Text("新的融资申请：{title}", "New application: {title}"),
        Text(
            "{firm_name} 申请“{instrument_name}”（{number}），请查看匹配理由。",
            "{firm_name} asks for {instrument_name} ({number}); see how it matches.",
        ),
    ),
    "funding_advanced": Template(
        Text("融资申请有进展：{title}", "Your application moves on: {title}"),
        Text(
            "“{instrument_name}”的申请 {number} 进入了新的阶段。",
            "{number} for {instrument_name} reached another stage.",
        ),
    ),
    "funding_committed": Template(
        Text("融资获批：{title}", "Approved: {title}"),
        Text(
            "“{instrument_name}”的申请 {number} 已获批准，机构会与您联系。",
            "{number} for {instrument_name} was approved; the provider will contact you.",
        ),
    ),
    "funding_passed": Template(
        Text("融资申请未通过：{title}", "Not this time: {title}"),
        Text(
            "“{instrument_name}”的申请 {number} 未通过。原因：{reason}",
            "{number} for {instrument_name} was passed. Reason: {reason}",
        ),
    ),
    "funding_withdrawn": Template(
        Text("企业撤回申请：{title}", "Withdrawn: {title}"),
        Text(
            "{firm_name} 撤回了对“{instrument_name}”的申请 {number}。",
            "{firm_name} took back {number} for {instrument_name}.",
        ),
    ),
}

_OFFICE = "/app/inbox/{deal_id}"
_FIRM = "/app/applications/{deal_id}"
_FUNDING = "/app/funding/{request_id}"
_DEAL = "/app/pipeline/{application_id}"

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
    Rule(deals.DealSubmitted, "deal_submitted", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.DealQueued, "deal_queued", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealAsked, "deal_asked", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealReplied, "deal_replied", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.DealAccepted, "deal_accepted", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealDeclined, "deal_declined", _FIRM, "firm_id", "deal.apply"),
    Rule(deals.DealWithdrawn, "deal_withdrawn", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.TermsAgreed, "terms_agreed", _OFFICE, "university_id", "deal.answer"),
    Rule(deals.ReplyOverdue, "reply_overdue", _OFFICE, "university_id", "listing.approve"),
    Rule(applications.ApplicationSubmitted, "funding_submitted", _DEAL, "provider_id", "pipeline.read"),
    Rule(applications.ApplicationAdvanced, "funding_advanced", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationCommitted, "funding_committed", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationPassed, "funding_passed", _FUNDING, "firm_id", "funding.request"),
    Rule(applications.ApplicationWithdrawn, "funding_withdrawn", _DEAL, "provider_id", "pipeline.read"),
)
