"""The life of a refund, as data. Once asked of the provider, only its own answer ends it."""

from typing import NamedTuple
from uuid import UUID

from finance.refunds.errors import OwnRefund
from finance.refunds.models import Refund
from finance.refunds.schemas import RefundState as S
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem

LIVE = (S.REQUESTED, S.SUBMITTED, S.UNKNOWN, S.PROCESSING)
ASKED = (S.SUBMITTED, S.UNKNOWN, S.PROCESSING)


class Facts(NamedTuple):
    """What the guards look at beside the row."""

    actor_id: UUID | None


def another_person(row: Refund, facts: Facts) -> Problem | None:
    """Four eyes: whoever asked does not decide."""
    return OwnRefund() if row.requested_by == facts.actor_id else None


REFUND = Machine(
    subject="refund",
    initial=S.REQUESTED,
    final=frozenset({S.SUCCEEDED, S.TO_BANK, S.FAILED, S.DECLINED, S.WITHDRAWN}),
    states={
        S.REQUESTED: Text("待批准", "To be approved"),
        S.SUBMITTED: Text("已批准，已提交支付机构", "Approved, with the provider"),
        S.UNKNOWN: Text("确认中", "Being confirmed"),
        S.PROCESSING: Text("支付机构处理中", "The provider is working on it"),
        S.SUCCEEDED: Text("已退款", "Refunded"),
        S.TO_BANK: Text("已批准，转银行退回", "Approved, goes back by bank"),
        S.FAILED: Text("退款失败，资金已恢复", "Failed, the money is back"),
        S.DECLINED: Text("未批准", "Declined"),
        S.WITHDRAWN: Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("submit", (S.REQUESTED,), S.SUBMITTED, (another_person,), Text("批准退款", "Approve")),
        Move("hand_to_bank", (S.REQUESTED,), S.TO_BANK, (another_person,), Text("批准退款", "Approve")),
        Move("decline", (S.REQUESTED,), S.DECLINED, (another_person,), Text("不批准", "Decline")),
        Move("withdraw", (S.REQUESTED,), S.WITHDRAWN, (), Text("撤回", "Withdraw")),
        Move("lose_sight", (S.SUBMITTED,), S.UNKNOWN, (), Text("结果未知", "Lose sight")),
        Move("process", (S.SUBMITTED, S.UNKNOWN), S.PROCESSING, (), Text("处理", "Process")),
        Move("succeed", ASKED, S.SUCCEEDED, (), Text("退款成功", "Succeed")),
        Move("fail", ASKED, S.FAILED, (), Text("退款失败", "Fail")),
    ),
)

APPROVAL = {"provider": "submit", "bank": "hand_to_bank"}
"""The move that approves a refund, by its way."""
