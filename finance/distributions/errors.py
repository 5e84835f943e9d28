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


class RefundOfIncomeUnderWay(Problem):
    """What a refund may take back is not split or approved meanwhile."""

    code = "distribution.refund_under_way"
    status = 409
    title = Text(zh="该笔款项正在退款", en="A refund of this income is under way")
    detail = Text(
        zh="该笔到账有 {amount} 元正在退款，退款有结果后将按剩余金额重新计算分配，请届时再办理。",
        en="{amount} yuan of this receipt are being refunded. The split is counted again once the refund has gone or failed.",
    )
    amount: str


class IncomeNotCounted(Problem):
    """The split of a payment is being prepared: it is known in a moment from whom a refund takes back what."""

    code = "distribution.not_counted"
    status = 409
    title = Text(zh="该笔到账的分配尚未生成", en="The split of this receipt is not there yet")
    detail = Text(
        zh="该笔到账刚入账，分配方案正在生成。请一分钟后再试；如仍如此，请联系平台管理员。",
        en="This receipt has just come in and its split is being prepared. Try again in a minute, or ask the administrator.",
    )


class IncomeDisputed(Problem):
    """What a payer's bank may take back is not split, paid out or refunded meanwhile."""

    code = "distribution.disputed"
    status = 409
    title = Text(zh="该笔款项有拒付争议", en="This payment is disputed")
    detail = Text(
        zh="付款方的发卡行正在审理该笔付款的拒付争议（{amount} 元），结果出来前不能分配、付款或退款。请在“拒付与争议”页提交证据。",
        en="The payer's bank looks at a dispute of {amount} yuan of this payment. Until it decides, nothing of it is split, paid out or "
        "refunded. Send evidence on the page of disputes.",
    )
    amount: str
