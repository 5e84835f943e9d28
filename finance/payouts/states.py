"""The lives of a payout batch and of its lines, as data."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

BATCH = Machine(
    subject="payout_batch",
    initial="requested",
    final=frozenset({"done", "withdrawn"}),
    states={
        "requested": Text("待批准", "To be approved"),
        "held": Text("已批准，待银行结果", "Approved, with the bank"),
        "done": Text("已完成", "Done"),
        "withdrawn": Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("approve", ("requested",), "held", (), Text("批准", "Approve")),
        Move("withdraw", ("requested",), "withdrawn", (), Text("撤回", "Withdraw")),
        Move("finish", ("held",), "done", (), Text("完成", "Finish")),
    ),
)

PAYOUT = Machine(
    subject="payout",
    initial="requested",
    final=frozenset({"returned", "withdrawn"}),
    states={
        "requested": Text("待批准", "To be approved"),
        "held": Text("付款在途", "Under way"),
        "confirmed": Text("已到账", "Paid"),
        "returned": Text("已退回", "Returned"),
        "withdrawn": Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("hold", ("requested",), "held", (), Text("冻结", "Hold")),
        Move("confirm", ("held",), "confirmed", (), Text("确认到账", "Confirm")),
        Move("return", ("held", "confirmed"), "returned", (), Text("登记退回", "Return")),
        Move("withdraw", ("requested",), "withdrawn", (), Text("撤回", "Withdraw")),
    ),
)
