"""Refusals of the ledger."""

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class BalanceTooLow(Problem):
    """A posting would take more out of an account than is in it."""

    code = "ledger.balance_too_low"
    status = 409
    title = Text(zh="余额不足", en="Not enough in the account")
    detail = Text(
        zh="账户余额不足以完成这笔记账，未作任何更改。请刷新余额后重试。",
        en="The account holds less than this booking takes out; nothing was changed. Refresh the balance and try again.",
    )


class AlreadyReversed(Problem):
    """A transaction can be reversed once."""

    code = "ledger.already_reversed"
    status = 409
    title = Text(zh="该笔记账已冲正", en="Already reversed")
    detail = Text(
        zh="第 {txn_id} 号记账已被冲正过，不能再次冲正。", en="Transaction {txn_id} was reversed before."
    )
    txn_id: int


class MonthClosed(Problem):
    """A posting would take effect in a month whose books are closed: a clock runs back, or somebody asks for it."""

    code = "ledger.month_closed"
    status = 409
    title = Text(zh="该月账簿已结账", en="The books of this month are closed")
    detail = Text(
        zh="{month} 已经结账，不能再记入该月，未作任何更改。请稍后重试；若仍出现，请管理员核对系统时钟，或由两人重新打开该月。",
        en="The books of {month} are closed and nothing more is booked into it; nothing was changed. Try again shortly; if it stays "
        "so, have the administrator look at the system's clock, or two persons open the month again.",
    )
    month: str


class LedgerError(RuntimeError):
    """The caller asked for an impossible posting: off balance, other legs under a used key, mixed currencies."""
