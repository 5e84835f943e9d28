"""The lives of an account at the provider and of a transfer to it, as data."""

from finance.connect.schemas import AccountState as A, TransferState as T
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

ACCOUNT = Machine(
    subject="connected_account",
    initial=A.OPENING,
    final=frozenset(),
    states={
        A.OPENING: Text("正在开立", "Being opened"),
        A.ONBOARDING: Text("待补充资料或审核中", "To be filled in, or being checked"),
        A.ACTIVE: Text("已通过，可以收款", "Active"),
        A.RESTRICTED: Text("已被支付机构限制", "Restricted by the provider"),
    },
    moves=(
        Move("record", (A.OPENING,), A.ONBOARDING, (), Text("登记账户", "Record")),
        Move("activate", (A.ONBOARDING, A.RESTRICTED), A.ACTIVE, (), Text("通过审核", "Activate")),
        Move("restrict", (A.ACTIVE,), A.RESTRICTED, (), Text("限制", "Restrict")),
    ),
)

ASKED = (T.SUBMITTED, T.UNKNOWN)
OPEN = (T.WAITING, *ASKED)
"""What has not left yet: the line of the batch is held."""
GONE = (T.SENT, T.REVERSING)

TRANSFER = Machine(
    subject="payout_transfer",
    initial=T.WAITING,
    final=frozenset({T.FAILED, T.REVERSED}),
    states={
        T.WAITING: Text("等待款项结算", "Waits until the money is settled"),
        T.SUBMITTED: Text("已提交支付机构", "With the provider"),
        T.UNKNOWN: Text("确认中", "Being confirmed"),
        T.SENT: Text("已转入账户", "In the account"),
        T.REVERSING: Text("收回中", "Being taken back"),
        T.REVERSED: Text("已收回", "Taken back"),
        T.FAILED: Text("未转付", "Not sent"),
    },
    moves=(
        Move("submit", (T.WAITING,), T.SUBMITTED, (), Text("提交转付", "Submit")),
        Move("run_short", ASKED, T.WAITING, (), Text("余额不足", "Run short")),
        Move("lose_sight", (T.SUBMITTED,), T.UNKNOWN, (), Text("结果未知", "Lose sight")),
        Move("send", OPEN, T.SENT, (), Text("转付成功", "Send")),
        Move("fail", OPEN, T.FAILED, (), Text("转付失败", "Fail")),
        Move("take_back", (T.SENT,), T.REVERSING, (), Text("收回", "Take back")),
        Move("keep", (T.REVERSING,), T.SENT, (), Text("收回失败", "Keep")),
        Move("reverse", GONE, T.REVERSED, (), Text("收回成功", "Reverse")),
    ),
)
