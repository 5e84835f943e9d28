"""What the room calls things where it writes papers of its own: the bill and the list of 发票 to issue."""

from marketplace.core.i18n import Text

CHARGES = {
    "entry_fee": Text("入门费", "Entry fee"),
    "deferred_fee": Text("许可费", "Licence fee"),
    "milestone_fee": Text("里程碑款", "Milestone fee"),
    "royalty": Text("提成", "Royalty"),
    "minimum_royalty": Text("最低提成补足", "Minimum royalty"),
    "buyout": Text("买断价款", "Buy-out price"),
    "late_interest": Text("逾期违约金", "Late interest"),
}
"""The kinds of what is billed."""

METHODS = {
    "stripe": Text("在线支付", "Paid online"),
    "bank_transfer": Text("对公转账", "Bank transfer"),
    "bank": Text("对公转账", "Bank transfer"),
    "cover": Text("保险或担保代偿", "Paid by a cover"),
    "credit": Text("余额抵扣", "From credit"),
}
"""The ways by which money comes."""
