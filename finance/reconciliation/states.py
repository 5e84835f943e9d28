"""The life of a difference, as data. None is final: what was explained may turn out to be booked, what was settled may come back."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

DIFFERENCE = Machine(
    subject="reconciliation_difference",
    initial="open",
    final=frozenset(),
    states={
        "open": Text("待查明", "Open"),
        "explained": Text("已说明", "Explained"),
        "settled": Text("已平", "Settled"),
    },
    moves=(
        Move("explain", ("open",), "explained", (), Text("说明原因", "Explain")),
        Move("settle", ("open", "explained"), "settled", (), Text("账已记平", "Settle")),
        Move("reopen", ("settled", "explained"), "open", (), Text("重新打开", "Reopen")),
    ),
)
