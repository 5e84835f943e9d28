"""The life of an enquiry, as data."""

from typing import NamedTuple

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem
from marketplace.enquiries.errors import ListingNotAsked, TooManyEnquiries
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.schemas import EnquiryState as S


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    listing_number: str = ""
    listing_open: bool = True
    waiting: int = 0
    limit: int = 0


def listing_open(_: Enquiry, facts: Facts) -> Problem | None:
    """Only what is on offer can be asked about."""
    return None if facts.listing_open else ListingNotAsked(number=facts.listing_number)


def within_limit(_: Enquiry, facts: Facts) -> Problem | None:
    """A firm may not flood a university."""
    return TooManyEnquiries(limit=facts.limit) if facts.waiting >= facts.limit else None


_OPEN = (S.WAITING, S.ANSWERED)

ENQUIRY = Machine(
    subject="enquiry",
    initial=S.WAITING,
    final=frozenset({S.CLOSED, S.APPLIED}),
    states={
        S.WAITING: Text("待高校答复", "Awaiting the university"),
        S.ANSWERED: Text("已答复", "Answered"),
        S.CLOSED: Text("已关闭", "Closed"),
        S.APPLIED: Text("已转为申请", "Became an application"),
    },
    moves=(
        Move("answer", (S.WAITING,), S.ANSWERED, (), Text("答复", "Answer")),
        Move(
            "follow_up", (S.ANSWERED,), S.WAITING, (listing_open, within_limit), Text("追问", "Ask further")
        ),
        Move("close", _OPEN, S.CLOSED, (), Text("关闭", "Close")),
        Move("apply", _OPEN, S.APPLIED, (), Text("转为申请", "Become an application")),
    ),
)
