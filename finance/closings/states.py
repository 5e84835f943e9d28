"""The life of a closing, as data. A month that was opened again gets a new closing."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from finance.closings.errors import LaterMonthClosed, OwnClosing
from finance.closings.models import MonthClosing
from finance.closings.schemas import ClosingState as S
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem

SHUT = (S.CLOSED, S.REOPENING)
"""While a closing stands so, nothing is booked into its month."""
LIVE = (S.ASKED, *SHUT)


class Facts(NamedTuple):
    """What the guards look at beside the row: who acts, and the latest month of the book that is shut."""

    actor_id: UUID | None
    latest: date | None


def another_person(row: MonthClosing, facts: Facts) -> Problem | None:
    """Four eyes: whoever asked does not decide."""
    return OwnClosing() if row.asked_by == facts.actor_id else None


def another_reopens(row: MonthClosing, facts: Facts) -> Problem | None:
    """Four eyes again: whoever asked to open the month does not do it."""
    return OwnClosing() if row.reopen_asked_by == facts.actor_id else None


def nothing_later(row: MonthClosing, facts: Facts) -> Problem | None:
    """A month is opened again before no later one that is closed: its opening balances rest on this one."""
    later = facts.latest is not None and facts.latest > row.month
    return LaterMonthClosed(month=f"{facts.latest:%Y-%m}") if later else None


CLOSING = Machine(
    subject="month_closing",
    initial=S.ASKED,
    final=frozenset({S.REOPENED, S.DECLINED, S.WITHDRAWN}),
    states={
        S.ASKED: Text("待复核", "Waiting for a second person"),
        S.CLOSED: Text("已结账", "Closed"),
        S.REOPENING: Text("已结账，申请重新打开", "Closed, asked to be opened again"),
        S.REOPENED: Text("已重新打开", "Opened again"),
        S.DECLINED: Text("未通过", "Declined"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("close", (S.ASKED,), S.CLOSED, (another_person,), Text("复核并结账", "Approve and close")),
        Move("decline", (S.ASKED,), S.DECLINED, (another_person,), Text("不通过", "Decline")),
        Move("withdraw", (S.ASKED,), S.WITHDRAWN, (), Text("撤回", "Withdraw")),
        Move("ask_reopening", (S.CLOSED,), S.REOPENING, (nothing_later,), Text("申请重新打开", "Ask to open again")),
        Move("reopen", (S.REOPENING,), S.REOPENED, (another_reopens, nothing_later), Text("重新打开", "Open again")),
        Move("keep", (S.REOPENING,), S.CLOSED, (), Text("保持结账", "Keep closed")),
    ),
)  # fmt: skip
