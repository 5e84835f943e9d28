"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class ListingNotAsked(Problem):
    """Only what is on offer can be asked about."""

    code = "enquiry.listing_not_open"
    status = 409
    title = Text(zh="该成果目前不接受询问", en="The listing takes no questions")
    detail = Text(
        zh="成果 {number} 已下架、成交或正在复核，问题没有发出。可以查看相近成果。",
        en="{number} is withdrawn, taken or being checked; the question was not sent. Look for similar results.",
    )
    number: str


class TooManyEnquiries(Problem):
    """A firm has as many unanswered enquiries at a university as the rulebook lets it have."""

    code = "enquiry.too_many_open"
    status = 409
    title = Text(zh="待答复的询问已达上限", en="Too many enquiries are waiting")
    detail = Text(
        zh="贵单位在这所高校已有 {limit} 条询问等待答复，问题没有发出。请等对方答复，或先关闭一条。",
        en="Your firm has {limit} enquiries waiting at this university; nothing was sent. Wait for an answer, or close one.",
    )
    limit: int
