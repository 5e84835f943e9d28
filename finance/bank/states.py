"""The lives of a match and of a return, as data. A receipt's own state follows from them."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

MATCH = Machine(
    subject="bank_match",
    initial="asked",
    final=frozenset({"declined", "undone"}),
    states={
        "asked": Text("待复核", "Waiting for a second person"),
        "booked": Text("已认领", "Matched"),
        "declined": Text("未通过复核", "Declined"),
        "undone": Text("已撤销", "Undone"),
    },
    moves=(
        Move("book", ("asked",), "booked", (), Text("确认认领", "Confirm")),
        Move("decline", ("asked",), "declined", (), Text("不予确认", "Decline")),
        Move("undo", ("booked",), "undone", (), Text("撤销认领", "Undo")),
    ),
)

RETURN = Machine(
    subject="bank_return",
    initial="asked",
    final=frozenset({"declined", "sent"}),
    states={
        "asked": Text("待复核", "Waiting for a second person"),
        "approved": Text("待银行退出", "Waiting for the bank"),
        "declined": Text("未通过复核", "Declined"),
        "sent": Text("已退回", "Returned"),
    },
    moves=(
        Move("approve", ("asked",), "approved", (), Text("同意退款", "Approve")),
        Move("decline", ("asked", "approved"), "declined", (), Text("不予退款", "Decline")),
        Move("send", ("approved",), "sent", (), Text("银行已退出", "Sent by the bank")),
    ),
)
