"""Refusals of the room."""

from datetime import date

from marketplace.core.i18n import Text
from marketplace.core.problems import Problem


class OwnRefund(Problem):
    """Four eyes."""

    code = "refund.own"
    status = 409
    title = Text(zh="须由另一人审批", en="A second person decides")
    detail = Text(
        zh="这笔退款是您提出的，请由部门负责人或平台管理员中的另一人审批。",
        en="You asked for this refund. Another person, the head of the office or the administrator, decides it.",
    )


class RefundTooHigh(Problem):
    """Never more goes back than still settles the bill."""

    code = "refund.too_high"
    status = 409
    title = Text(zh="超过可退金额", en="More than can be refunded")
    detail = Text(
        zh="这笔付款还可退 {left} 元，未提出退款。多付的部分是付款方的预收款，请在“银行流水”页退回。",
        en="{left} yuan of this payment can be refunded; nothing was asked. What was paid in excess is the payer's credit: "
        "return it on the bank page.",
    )
    left: str


class RefundUnderWay(Problem):
    """One refund of a payment at a time, so that nobody counts the same money twice."""

    code = "refund.under_way"
    status = 409
    title = Text(zh="这笔付款已有退款在办理", en="A refund of this payment is under way")
    detail = Text(
        zh="请等在办的退款有结果后再提出；尚未批准的可以先撤回。",
        en="Wait for its result before you ask for another; one that is not approved yet can be withdrawn.",
    )


class RefundWindowOver(Problem):
    """A wallet refunds for some days only; after that the money goes back by bank."""

    code = "refund.window_over"
    status = 409
    title = Text(zh="已超过原路退款期限", en="Too late for the way it came")
    detail = Text(
        zh="{method} 付款只能在 {days} 天内原路退款，已于 {ended_on} 截止。请改选“银行转账退款”，并填写付款方的银行账号。",
        en="Payments by {method} are refunded the way they came for {days} days, until {ended_on}. "
        "Choose the way by bank and give the payer's account.",
    )
    method: str
    days: int
    ended_on: date


class BankWayOnly(Problem):
    """A bank transfer has no provider that could send it back."""

    code = "refund.bank_only"
    status = 409
    title = Text(zh="对公转账只能由银行退回", en="A transfer goes back by bank")
    detail = Text(
        zh="这笔款项是银行转账收到的，请选择“银行转账退款”。",
        en="This money came by bank transfer; choose the way by bank.",
    )


class PayeeAccountNeeded(Problem):
    """The bank must be told where to."""

    code = "refund.account_needed"
    status = 422
    title = Text(zh="缺少付款方银行账号", en="The payer's account is missing")
    detail = Text(
        zh="请填写付款方的银行账号（8 到 32 位数字），款项将退到该账户。",
        en="Give the payer's bank account, 8 to 32 digits; the money goes back to it.",
    )


class SharesPaidOut(Problem):
    """What was paid on to people does not come back by itself, and nobody is driven below 0."""

    code = "refund.shares_paid_out"
    status = 409
    title = Text(zh="部分款项已付给收款人", en="Parts of it were paid on")
    detail = Text(
        zh="该笔收入中 {payees} 的份额已在付款批次 {batches} 中，不能从中扣回，未批准退款。"
        "待批准的批次请先撤回；已付出的请先与收款人约定退回，在付款批次中登记“退回”后再批准。",
        en="The shares of {payees} are in payouts {batches} and cannot be taken back; the refund was not approved. Withdraw a batch "
        "that waits; for one that was paid, agree with the payee that it comes back and record it there as returned, then approve.",
    )
    payees: str
    batches: str
