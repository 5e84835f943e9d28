"""The life of a distribution and of an agreed cost, as data."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

DISTRIBUTION = Machine(
    subject="distribution",
    initial="proposed",
    final=frozenset({"booked", "withdrawn"}),
    states={
        "proposed": Text("待审批", "Proposed"),
        "objected": Text("有异议", "Objected to"),
        "approved": Text("已批准", "Approved"),
        "booked": Text("已入账", "Booked"),
        "withdrawn": Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("approve", ("proposed",), "approved", (), Text("批准", "Approve")),
        Move("object", ("proposed",), "objected", (), Text("提出异议", "Object")),
        Move("recount", ("objected",), "proposed", (), Text("重新计算", "Count again")),
        Move("book", ("approved",), "booked", (), Text("入账", "Book")),
        Move("withdraw", ("proposed", "objected"), "withdrawn", (), Text("撤回", "Withdraw")),
    ),
)

COST = Machine(
    subject="distribution_cost",
    initial="proposed",
    final=frozenset({"withdrawn"}),
    states={
        "proposed": Text("待确认", "To be agreed"),
        "agreed": Text("已确认", "Agreed"),
        "withdrawn": Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("agree", ("proposed",), "agreed", (), Text("确认", "Agree")),
        Move("withdraw", ("proposed", "agreed"), "withdrawn", (), Text("撤回", "Withdraw")),
    ),
)
