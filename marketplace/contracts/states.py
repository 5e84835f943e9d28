"""The life of a contract, as data."""

from datetime import date, timedelta
from typing import NamedTuple

from marketplace.contracts.errors import FreePeriodOver
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractState as S
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    return_until: date | None = None


def within_free_period(_: Contract, facts: Facts) -> Problem | None:
    """Article 4 of the contract: returned within the agreed months and before the trigger, nothing is owed."""
    if facts.return_until is not None and facts.today >= facts.return_until:
        return FreePeriodOver(ended_on=facts.return_until - timedelta(days=1))
    return None


CONTRACT = Machine(
    subject="contract",
    initial=S.DRAFTED,
    final=frozenset({S.COMPLETED, S.RETURNED, S.TERMINATED, S.RESCINDED}),
    states={
        S.DRAFTED: Text("待签署", "To be signed"),
        S.SIGNING: Text("签署中", "Being signed"),
        S.IN_USE_FREE: Text("免费使用中", "In free use"),
        S.PAYING: Text("付费期", "Paying"),
        S.COMPLETED: Text("已履行完毕", "Completed"),
        S.RETURNED: Text("已退回", "Returned"),
        S.TERMINATED: Text("已终止", "Terminated"),
        S.RESCINDED: Text("已解除", "Rescinded"),
    },
    moves=(
        Move("sign", (S.DRAFTED,), S.SIGNING, (), Text("签署", "Sign")),
        Move("take_effect", (S.SIGNING,), S.IN_USE_FREE, (), Text("生效", "Take effect")),
        Move("end_free_period", (S.IN_USE_FREE,), S.PAYING, (), Text("付费条件成就", "Free period ends")),
        Move("return", (S.IN_USE_FREE,), S.RETURNED, (within_free_period,), Text("退回技术", "Return")),
        Move("complete", (S.IN_USE_FREE, S.PAYING), S.COMPLETED, (), Text("履行完毕", "Complete")),
        Move("cancel", (S.DRAFTED, S.SIGNING), S.TERMINATED, (), Text("取消签约", "Cancel")),
        Move("terminate", (S.IN_USE_FREE, S.PAYING), S.TERMINATED, (), Text("终止合同", "Terminate")),
        Move("rescind", (S.IN_USE_FREE, S.PAYING), S.RESCINDED, (), Text("解除合同", "Rescind")),
    ),
)
