"""The books in words: what a kind of transaction and a kind of document are called."""

from collections.abc import Mapping

from finance.ledger.queries import label_of_kind
from marketplace.core.i18n import Locale, Text

TRANSACTIONS: Mapping[str, Text] = {
    "invoice_issued": Text("开具账单", "Bill issued"),
    "credit_note_issued": Text("开具贷项通知", "Credit note issued"),
    "write_off_booked": Text("坏账核销", "Written off"),
    "payment_captured": Text("在线支付到账", "Online payment captured"),
    "provider_fee_charged": Text("支付机构手续费", "Provider's fee"),
    "provider_settled": Text("支付机构结算入账", "Provider's payout"),
    "bank_line_received": Text("银行到账", "Bank receipt"),
    "bank_line_matched": Text("到账认领", "Receipt matched"),
    "return_promised": Text("确认退回付款方", "Return promised"),
    "return_sent": Text("退回付款方", "Return sent"),
    "cover_paid": Text("担保、保险代偿", "Cover paid"),
    "recourse_repaid": Text("追偿还款", "Recourse repaid"),
    "credit_applied": Text("预收款抵账单", "Credit applied"),
    "income_split": Text("收益分配", "Income split"),
    "payout_held": Text("付款冻结", "Payout held"),
    "payout_posted": Text("付款确认", "Payout confirmed"),
    "payout_voided": Text("付款失败退回", "Payout voided"),
    "payout_returned": Text("付款退汇", "Payout returned"),
    "refund_promised": Text("批准退款", "Refund approved"),
    "refund_posted": Text("退款完成", "Refund sent"),
    "refund_credited": Text("退款减免欠款", "Debt credited with the refund"),
    "debt_reinstated": Text("退款后恢复欠款", "Debt stands again after the refund"),
    "reversal": Text("冲正", "Reversal"),
    "dispute_opened": Text("拒付争议划走款项", "Dispute: money withdrawn"),
    "dispute_won": Text("拒付争议胜诉退回", "Dispute won: money back"),
    "dispute_lost": Text("拒付争议败诉", "Dispute lost"),
    "clawback_kept": Text("抵扣应收追回款", "Claim kept back"),
    "clawback_written_off": Text("追回款由平台承担", "Claim borne by the platform"),
}
DOCUMENTS: Mapping[str, Text] = {
    "invoice": Text("账单", "Bill"),
    "credit_note": Text("贷项通知", "Credit note"),
    "write_off": Text("核销单", "Write-off"),
    "payment": Text("在线付款", "Online payment"),
    "bank_line": Text("银行流水", "Bank line"),
    "bank_match": Text("银行到账认领", "Matched receipt"),
    "bank_return": Text("退回付款方", "Return to payer"),
    "refund": Text("退款", "Refund"),
    "distribution": Text("收益分配单", "Distribution"),
    "payout": Text("付款批次", "Payout batch"),
    "credit_application": Text("预收款抵账单", "Credit applied"),
    "dispute": Text("拒付争议", "Dispute"),
    "dispute_claim": Text("追回款", "Claim against a payee"),
}


def transaction_label(kind: str, locale: Locale) -> str:
    """Return what a kind of transaction is called; one without words is shown as it is."""
    return TRANSACTIONS[kind].in_(locale) if kind in TRANSACTIONS else kind


def account_label(kind: str, locale: Locale) -> str:
    """Return what a kind of account is called; one without words is shown as it is."""
    label = label_of_kind(kind)
    return label.in_(locale) if label else kind
