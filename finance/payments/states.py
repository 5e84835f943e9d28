"""The life of an attempt to pay, as data. `unknown` is a state: only the provider's own answer leaves it."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

_OPEN = ("submitted", "unknown", "requires_action", "processing")
LIVE = ("created", *_OPEN)

ATTEMPT = Machine(
    subject="payment_attempt",
    initial="created",
    final=frozenset({"succeeded", "failed", "canceled"}),
    states={
        "created": Text("已创建", "Created"),
        "submitted": Text("已提交", "Submitted"),
        "unknown": Text("确认中", "Being confirmed"),
        "requires_action": Text("待付款", "Waiting for the payer"),
        "processing": Text("处理中", "Processing"),
        "succeeded": Text("支付成功", "Paid"),
        "failed": Text("支付失败", "Failed"),
        "canceled": Text("已取消", "Canceled"),
    },
    moves=(
        Move("submit", ("created",), "submitted", (), Text("提交", "Submit")),
        Move("lose_sight", ("submitted",), "unknown", (), Text("结果未知", "Lose sight")),
        Move("hand_over", ("submitted", "unknown"), "requires_action", (), Text("等待付款", "Hand over")),
        Move(
            "process", ("submitted", "unknown", "requires_action"), "processing", (), Text("处理", "Process")
        ),
        Move("succeed", _OPEN, "succeeded", (), Text("成功", "Succeed")),
        Move("fail", _OPEN, "failed", (), Text("失败", "Fail")),
        Move("cancel", _OPEN, "canceled", (), Text("取消", "Cancel")),
    ),
)

MOVE_TO = {
    "requires_action": "hand_over",
    "processing": "process",
    "succeeded": "succeed",
    "failed": "fail",
    "canceled": "cancel",
}
"""Which move brings an attempt to what the provider says."""
