"""The life of an application, as data."""

from datetime import date
from typing import NamedTuple

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, Problem
from marketplace.deals.errors import (
    ContractDrawnUp,
    DealIncomplete,
    ListingNotOpen,
    NotEligible,
    NothingAsked,
    NoticeRunning,
    NotYetAccepted,
    OwnersMustAgree,
    OwnOffer,
    SameTerms,
    TermsChanged,
)
from marketplace.deals.models import Deal
from marketplace.deals.schemas import DealState as S
from marketplace.organizations.eligibility import EligibilityDecision


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    listing_number: str = ""
    listing_open: bool = True
    missing: tuple[FieldError, ...] = ()
    eligibility: EligibilityDecision | None = None
    eligibility_words: str = ""
    shown_hash: str = ""
    current_hash: str = ""
    side: str = ""
    offered_by: str = ""
    offered_hash: str = ""
    owner_against: str = ""
    objections_open: int = 0


def complete(_: Deal, facts: Facts) -> Problem | None:
    """A university can answer only what is filled in."""
    return DealIncomplete(errors=facts.missing) if facts.missing else None


def listing_open(_: Deal, facts: Facts) -> Problem | None:
    """Only what is on offer can be applied for and agreed."""
    return None if facts.listing_open else ListingNotOpen(number=facts.listing_number)


def eligible(_: Deal, facts: Facts) -> Problem | None:
    """苏政办发〔2025〕28号: use first, pay later is for technology SMEs; decided on the day of submission."""
    decision = facts.eligibility
    if decision is None or decision.may_apply:
        return None
    failed = tuple(c.code for c in decision.conditions if c.verdict == "fail")
    return NotEligible(as_of=decision.as_of, failed=failed, reasons=facts.eligibility_words)


def same_terms(_: Deal, facts: Facts) -> Problem | None:
    """Nobody agrees to terms that were not shown to him."""
    return None if facts.shown_hash == facts.current_hash else TermsChanged(current_hash=facts.current_hash)


def accepted(deal: Deal, _: Facts) -> Problem | None:
    """The firm confirms after the university, not before."""
    return None if deal.accepted_at else NotYetAccepted()


def asked(deal: Deal, _: Facts) -> Problem | None:
    """A reply needs a question."""
    return NothingAsked() if deal.accepted_at else None


def no_contract(deal: Deal, _: Facts) -> Problem | None:
    """Once the contract is drawn up, it is the contract that is signed or cancelled."""
    return ContractDrawnUp() if deal.contract_id else None


def both_say_yes(deal: Deal, facts: Facts) -> Problem | None:
    """An offer is accepted by the other side; without one the firm confirms what the university accepted."""
    if facts.offered_by:
        return OwnOffer() if facts.offered_by == facts.side else None
    return accepted(deal, facts)


def changes_something(_: Deal, facts: Facts) -> Problem | None:
    """An offer that says what lies on the table is no offer."""
    return SameTerms() if facts.offered_hash and facts.offered_hash == facts.current_hash else None


def owners_agree(_: Deal, facts: Facts) -> Problem | None:
    """专利法 §14: an exclusive or sole licence of a patent held together needs every co-owner."""
    return OwnersMustAgree(owner=facts.owner_against) if facts.owner_against else None


def answered_by_the_other(_: Deal, facts: Facts) -> Problem | None:
    """Only the side that received an offer can refuse it."""
    return OwnOffer() if facts.offered_by == facts.side else None


def notice_ended(deal: Deal, facts: Facts) -> Problem | None:
    """促进科技成果转化法 §18: nothing is agreed while the agreed price is on notice."""
    if facts.objections_open or deal.notice_to is None or facts.today <= deal.notice_to:
        return NoticeRunning(ends_on=deal.notice_to or facts.today)
    return None


_ALIVE = (S.QUEUED, S.SUBMITTED, S.ANSWERING, S.PRICE_NOTICE, S.OBJECTION, S.TERMS_AGREED)
_TALKING = (S.SUBMITTED, S.ANSWERING)
_AGREED = (both_say_yes, listing_open, same_terms, owners_agree)
_ENTRY = (complete, listing_open, same_terms, eligible)

DEAL = Machine(
    subject="deal",
    initial=S.DRAFT,
    final=frozenset({S.CONTRACTED, S.DECLINED, S.WITHDRAWN}),
    states={
        S.DRAFT: Text("草稿", "Draft"),
        S.QUEUED: Text("排队中", "Queued"),
        S.SUBMITTED: Text("待高校答复", "Awaiting the university"),
        S.ANSWERING: Text("待企业回应", "Awaiting the firm"),
        S.PRICE_NOTICE: Text("商定条款公示中", "Agreed price on notice"),
        S.OBJECTION: Text("公示异议处理中", "Objection to the price"),
        S.TERMS_AGREED: Text("条款已商定", "Terms agreed"),
        S.CONTRACTED: Text("已签合同", "Contracted"),
        S.DECLINED: Text("未通过", "Declined"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("submit", (S.DRAFT,), S.SUBMITTED, _ENTRY, Text("提交申请", "Submit")),
        Move("queue", (S.DRAFT,), S.QUEUED, _ENTRY, Text("提交并排队", "Submit and queue")),
        Move("release", (S.QUEUED,), S.SUBMITTED, (listing_open,), Text("进入办理", "Release")),
        Move("ask", (S.SUBMITTED,), S.ANSWERING, (), Text("提问", "Ask")),
        Move("reply", (S.ANSWERING,), S.SUBMITTED, (asked,), Text("答复问题", "Reply")),
        Move("accept", (S.SUBMITTED,), S.ANSWERING, (listing_open, same_terms), Text("接受申请", "Accept")),
        Move(
            "offer_to_firm",
            _TALKING,
            S.ANSWERING,
            (listing_open, same_terms, changes_something, owners_agree),
            Text("向企业提出条款", "Offer terms to the firm"),
        ),
        Move(
            "offer_to_university",
            _TALKING,
            S.SUBMITTED,
            (listing_open, same_terms, changes_something, owners_agree),
            Text("向高校提出条款", "Offer terms to the university"),
        ),
        Move(
            "refuse_firm_offer",
            _TALKING,
            S.ANSWERING,
            (answered_by_the_other, same_terms),
            Text("不接受企业的条款", "Refuse the firm's offer"),
        ),
        Move(
            "refuse_university_offer",
            _TALKING,
            S.SUBMITTED,
            (answered_by_the_other, same_terms),
            Text("不接受高校的条款", "Refuse the university's offer"),
        ),
        Move("agree_terms", _TALKING, S.TERMS_AGREED, _AGREED, Text("确认条款", "Agree terms")),
        Move("begin_notice", _TALKING, S.PRICE_NOTICE, _AGREED, Text("商定并公示", "Agree, then notice")),
        Move("object", (S.PRICE_NOTICE,), S.OBJECTION, (), Text("提出异议", "Object")),
        Move("resume_notice", (S.OBJECTION,), S.PRICE_NOTICE, (), Text("继续公示", "Resume notice")),
        Move("uphold_objection", (S.OBJECTION,), S.SUBMITTED, (), Text("异议成立", "Uphold objection")),
        Move(
            "end_notice", (S.PRICE_NOTICE,), S.TERMS_AGREED, (notice_ended,), Text("公示期满", "Notice ends")
        ),
        Move("sign", (S.TERMS_AGREED,), S.CONTRACTED, (), Text("签订合同", "Sign")),
        Move("decline", _ALIVE, S.DECLINED, (no_contract,), Text("不予许可", "Decline")),
        Move("withdraw", (S.DRAFT, *_ALIVE), S.WITHDRAWN, (no_contract,), Text("撤回申请", "Withdraw")),
    ),
)
