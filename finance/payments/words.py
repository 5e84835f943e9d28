"""What the ways to pay are called, and why one is open or closed: told before anybody pays."""

from typing import Final

from marketplace.core.i18n import Text

WAYS: Final = {
    "card": Text("银行卡", "Bank card"),
    "alipay": Text("支付宝", "Alipay"),
    "wechat_pay": Text("微信支付", "WeChat Pay"),
    "bank_transfer": Text("对公转账", "Bank transfer"),
}

HOW: Final = {
    "card": Text(
        "打开支付机构的付款页，填写卡号付款。可原路退款；持卡人可向发卡行提出争议。",
        "Opens the provider's pay page for the card number. Refunded to the card; a card holder can dispute a charge.",
    ),
    "alipay": Text(
        "打开支付宝确认付款。付款后 {days} 天内可原路退回，之后改退到银行账户；付款后不能向支付机构提出争议。",
        "Opens Alipay to confirm. Refunded there for {days} days, to a bank account afterwards; a payment cannot be disputed.",
    ),
    "wechat_pay": Text(
        "本页显示二维码，用微信扫一扫付款。付款后 {days} 天内可原路退回，之后改退到银行账户；付款后不能向支付机构提出争议。",
        "Shows a code here to scan in WeChat. Refunded there for {days} days, to a bank account afterwards;"
        " a payment cannot be disputed.",
    ),
    "bank_transfer": Text(
        "从单位账户转账，附言写付款参考码，到账后自动认领。没有金额上限。",
        "Send it from the firm's account with the reference; it is matched by itself. No limit.",
    ),
}
"""What happens when a way is chosen, how long it can be refunded the way it came, and whether it can be disputed."""

CLOSED: Final = {
    "not_activated": Text("平台的收款账户没有开通。", "The platform's account has not opened it."),
    "currency": Text("只支持人民币账单。", "For bills in yuan only."),
    "too_little": Text("每笔至少 {limit} 元。", "At least {limit} yuan a payment."),
    "too_much": Text(
        "每笔至多 {limit} 元，这张账单超过了。", "At most {limit} yuan a payment, and this bill is more."
    ),
    "nothing_open": Text("这张账单已付清。", "This bill is paid."),
}
"""Why a way is closed for a bill."""

LINK_OVER: Final = {
    "expired": Text("链接已过期", "The link has expired"),
    "withdrawn": Text("链接已被收回", "The link was withdrawn"),
}
