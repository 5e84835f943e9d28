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
    NotYetAccepted,
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


_ALIVE = (S.QUEUED, S.SUBMITTED, S.ANSWERING, S.TERMS_AGREED)
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
            "agree_terms",
            (S.ANSWERING,),
            S.TERMS_AGREED,
            (accepted, listing_open, same_terms),
            Text("确认条款", "Agree terms"),
        ),
        Move("sign", (S.TERMS_AGREED,), S.CONTRACTED, (), Text("签订合同", "Sign")),
        Move("decline", _ALIVE, S.DECLINED, (no_contract,), Text("不予许可", "Decline")),
        Move("withdraw", (S.DRAFT, *_ALIVE), S.WITHDRAWN, (no_contract,), Text("撤回申请", "Withdraw")),
    ),
)
