"""The life of a distribution, as data."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

DISTRIBUTION = Machine(
    subject="distribution",
    initial="proposed",
    final=frozenset({"booked", "withdrawn"}),
    states={
        "proposed": Text("待审批", "Proposed"),
        "approved": Text("已批准", "Approved"),
        "booked": Text("已入账", "Booked"),
        "withdrawn": Text("已撤回", "Withdrawn"),
    },
    moves=(
        Move("approve", ("proposed",), "approved", (), Text("批准", "Approve")),
        Move("book", ("approved",), "booked", (), Text("入账", "Book")),
        Move("withdraw", ("proposed",), "withdrawn", (), Text("撤回", "Withdraw")),
    ),
)
