"""The lives of a default, a cover, a claim and a credit record, as data."""

from datetime import date
from typing import NamedTuple

from finance.defaults.errors import TooEarlyToDemand
from finance.defaults.models import DefaultCase
from finance.defaults.schemas import CaseState as S, ClaimState as C, CoverState as V, RecordState as R
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    demand_from: date


def after_reminders(_: DefaultCase, facts: Facts) -> Problem | None:
    """The ladder of reminders comes first; its days are the rulebook's `demand_after_late_days`."""
    return TooEarlyToDemand(earliest=facts.demand_from) if facts.today < facts.demand_from else None


OPEN = (S.REMINDED, S.DEMANDED, S.CURING, S.RESCISSION_OPEN)
"""States of a default that still waits for the money."""

DEFAULT = Machine(
    subject="default_case",
    initial=S.REMINDED,
    final=frozenset({S.RESCINDED, S.CURED, S.WITHDRAWN}),
    states={
        S.REMINDED: Text("催收提醒中", "Being reminded"),
        S.DEMANDED: Text("已发催告函", "Demand sent"),
        S.CURING: Text("催告期内", "Time to pay runs"),
        S.RESCISSION_OPEN: Text("可解除合同", "May be rescinded"),
        S.RESCINDED: Text("合同已解除", "Contract rescinded"),
        S.CURED: Text("已付清", "Paid up"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("demand", (S.REMINDED,), S.DEMANDED, (after_reminders,), Text("发出催告函", "Send a demand")),
        Move("deliver", (S.DEMANDED,), S.CURING, (), Text("登记送达", "Record the delivery")),
        Move("end_cure", (S.CURING,), S.RESCISSION_OPEN, (), Text("催告期届满", "The time to pay ends")),
        Move("rescind", (S.RESCISSION_OPEN,), S.RESCINDED, (), Text("解除合同", "Rescind the contract")),
        Move("cure", OPEN, S.CURED, (), Text("付清欠款", "Pay up")),
        Move("withdraw", OPEN, S.WITHDRAWN, (), Text("撤回处置", "Withdraw")),
    ),
)

COVER = Machine(
    subject="cover",
    initial=V.PROPOSED,
    final=frozenset({V.CONFIRMED, V.DECLINED}),
    states={
        V.PROPOSED: Text("待机构确认", "To be confirmed"),
        V.CONFIRMED: Text("已确认", "Confirmed"),
        V.DECLINED: Text("机构未确认", "Declined"),
    },
    moves=(
        Move("confirm", (V.PROPOSED,), V.CONFIRMED, (), Text("确认承保", "Confirm")),
        Move("decline", (V.PROPOSED,), V.DECLINED, (), Text("不予确认", "Decline")),
    ),
)

CLAIM = Machine(
    subject="cover_claim",
    initial=C.FILED,
    final=frozenset({C.PAID, C.REFUSED, C.DROPPED}),
    states={
        C.FILED: Text("待答复", "To be answered"),
        C.ACCEPTED: Text("同意代偿，待付款", "Accepted, to be paid"),
        C.REFUSED: Text("拒绝代偿", "Refused"),
        C.PAID: Text("已代偿", "Paid by the provider"),
        C.DROPPED: Text("企业已付款，申请终止", "Dropped: the firm paid"),
    },
    moves=(
        Move("accept", (C.FILED,), C.ACCEPTED, (), Text("同意代偿", "Accept")),
        Move("refuse", (C.FILED,), C.REFUSED, (), Text("拒绝代偿", "Refuse")),
        Move("pay", (C.ACCEPTED,), C.PAID, (), Text("代偿到账", "Pay")),
        Move("drop", (C.FILED, C.ACCEPTED), C.DROPPED, (), Text("终止申请", "Drop")),
    ),
)

RECORD = Machine(
    subject="credit_record",
    initial=R.ANNOUNCED,
    final=frozenset({R.RECEIVED, R.WITHDRAWN}),
    states={
        R.ANNOUNCED: Text("已告知企业，异议期内", "Announced, time to object"),
        R.OBJECTED: Text("企业有异议，已暂停", "Objected to, paused"),
        R.ISSUED: Text("已签发，待接收", "Issued, to be received"),
        R.RECEIVED: Text("已推送并取得回执", "Handed over"),
        R.WITHDRAWN: Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("object", (R.ANNOUNCED,), R.OBJECTED, (), Text("提出异议", "Object")),
        Move(
            "dismiss", (R.OBJECTED,), R.ANNOUNCED, (), Text("答复异议，继续计时", "Answer, the clock runs on")
        ),
        Move("issue", (R.ANNOUNCED,), R.ISSUED, (), Text("异议期满，签发", "Issue")),
        Move("receive", (R.ISSUED,), R.RECEIVED, (), Text("接收并出具回执", "Receive")),
        Move(
            "withdraw", (R.ANNOUNCED, R.OBJECTED, R.ISSUED), R.WITHDRAWN, (), Text("撤回信用信息", "Withdraw")
        ),
    ),
)
