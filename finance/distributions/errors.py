"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class CostAlreadyTaken(Problem):
    """A cost that a booked split has deducted stays."""

    code = "distribution.cost_taken"
    status = 409
    title = Text(zh="该成本已从收入中扣除", en="This cost was taken out of income")
    detail = Text(
        zh="该成本已在入账的分配中扣除 {taken} 元，不能撤回。未入账的分配可先提出异议，重新计算。",
        en="A booked split has deducted {taken} yuan of it; it cannot be withdrawn. Object to a split that is not booked yet.",
    )
    taken: str
