"""The lives of a request and of an application, as data."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from finance.applications.errors import DueDatePast, OwnerNeeded, ReasonNeeded
from finance.applications.models import FundingApplication
from finance.applications.schemas import ApplicationState as S, RequestState as R
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    reason: str | None = None
    owner_id: UUID | None = None
    due_on: date | None = None


def reason_given(_: FundingApplication, facts: Facts) -> Problem | None:
    """The firm may learn why: a pass without a reason teaches nobody."""
    return None if facts.reason else ReasonNeeded()


def somebody_owns_it(_: FundingApplication, facts: Facts) -> Problem | None:
    """Due diligence without a person and a date does not happen."""
    if facts.owner_id is None or facts.due_on is None:
        return OwnerNeeded()
    return DueDatePast(due_on=facts.due_on) if facts.due_on < facts.today else None


REQUEST = Machine(
    subject="funding_request",
    initial=R.OPEN,
    final=frozenset({R.CLOSED}),
    states={R.OPEN: Text("进行中", "Open"), R.CLOSED: Text("已结束", "Closed")},
    moves=(Move("close", (R.OPEN,), R.CLOSED, (), Text("结束", "Close")),),
)

_OPEN = (S.NEW_MATCH, S.SCREENING, S.DUE_DILIGENCE, S.COMMITTEE)

APPLICATION = Machine(
    subject="funding_application",
    initial=S.NEW_MATCH,
    final=frozenset({S.COMMITTED, S.PASSED, S.WITHDRAWN}),
    states={
        S.NEW_MATCH: Text("新匹配", "New match"),
        S.SCREENING: Text("初筛", "Screening"),
        S.DUE_DILIGENCE: Text("尽调", "Due diligence"),
        S.COMMITTEE: Text("投决", "Committee"),
        S.COMMITTED: Text("已批准", "Committed"),
        S.PASSED: Text("已放弃", "Passed"),
        S.WITHDRAWN: Text("企业撤回", "Withdrawn by the firm"),
    },
    moves=(
        Move("screen", (S.NEW_MATCH,), S.SCREENING, (), Text("进入初筛", "Screen")),
        Move(
            "start_due_diligence",
            (S.NEW_MATCH, S.SCREENING),
            S.DUE_DILIGENCE,
            (somebody_owns_it,),
            Text("开始尽调", "Start due diligence"),
        ),
        Move(
            "look_again",
            (S.DUE_DILIGENCE, S.COMMITTEE),
            S.SCREENING,
            (),
            Text("退回初筛", "Back to screening"),
        ),
        Move("propose", (S.DUE_DILIGENCE,), S.COMMITTEE, (), Text("提交投决", "To committee")),
        Move("commit", (S.COMMITTEE,), S.COMMITTED, (), Text("批准", "Commit")),
        Move("pass", _OPEN, S.PASSED, (reason_given,), Text("放弃", "Pass")),
        Move("withdraw", _OPEN, S.WITHDRAWN, (), Text("撤回申请", "Withdraw")),
    ),
)

BY_FIRM = frozenset({"withdraw"})
"""Moves that only the firm makes; all others are the provider's."""
