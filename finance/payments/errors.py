"""Refusals of the room."""

from typing import Any

from finance.payments.words import CLOSED, LINK_OVER, WAYS
from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan
from marketplace.core.problems import Problem


class KeyRequired(Problem):
    """A request that moves money must be repeatable without harm."""

    code = "idempotency.key_required"
    status = 428
    title = Text(zh="缺少防重复键", en="Idempotency-Key missing")
    detail = Text(
        zh="付款请求须带 Idempotency-Key（8 到 255 个字符），重复提交时才不会重复扣款。",
        en="Send an Idempotency-Key of 8 to 255 characters, so that a repeat never pays twice.",
    )


class KeyReused(Problem):
    """The same key was sent for another request."""

    code = "idempotency.key_reused"
    status = 422
    title = Text(zh="防重复键已被使用", en="Idempotency-Key used before")
    detail = Text(
        zh="这个 Idempotency-Key 已用于另一张账单或另一种付款方式，请换一个新的再试。",
        en="This Idempotency-Key was used for another invoice or way to pay; use a new one.",
    )


class KeyInFlight(Problem):
    """The first request with this key is still running."""

    code = "idempotency.in_flight"
    status = 409
    title = Text(zh="上一次请求仍在处理", en="The first request is still running")
    detail = Text(
        zh="请稍等一两秒后用同一个键重试。", en="Wait a second or two and repeat with the same key."
    )


class PaymentUnderWay(Problem):
    """An earlier attempt may still collect the money."""

    code = "payment.under_way"
    status = 409
    title = Text(zh="已有一笔付款正在处理", en="A payment is under way")
    detail = Text(
        zh="这张账单已有一笔付款在处理或确认中，请等它有结果后再付，以免重复付款。也可以查看该付款的进度。",
        en="A payment for this invoice is being processed or confirmed. Wait for its result so that you do not pay twice.",
    )


class WayClosed(Problem):
    """A way that is closed for this bill; `reason` is a stable code, `limit_minor` its limit in fen."""

    code = "payment.way_closed"
    status = 409
    title = Text(zh="不能用这种方式付款", en="This way to pay is closed")
    detail = Text(
        zh="{way}：{reason}没有发起付款。请换一种方式，或对公转账。",
        en="{way}: {reason} Nothing was started. Choose another way, or send a bank transfer.",
    )
    way: str
    reason: str
    limit_minor: int

    def words(self, locale: Locale) -> dict[str, Any]:
        """Name the way and say the reason in the reader's language."""
        reason = CLOSED[self.reason].in_(locale, limit=yuan(self.limit_minor))
        return {"way": WAYS[self.way].in_(locale), "reason": reason}


class LinkOver(Problem):
    """A pay link that opens nothing any more; `reason` is a stable code."""

    code = "pay_link.over"
    status = 410
    title = Text(zh="付款链接已失效", en="This pay link is over")
    detail = Text(
        zh="{reason}，没有任何付款发生。请向把链接发给您的人要一个新的。",
        en="{reason}; nothing was paid. Ask whoever sent it for a new one.",
    )
    reason: str

    def words(self, locale: Locale) -> dict[str, Any]:
        """Say the reason in the reader's language."""
        return {"reason": LINK_OVER[self.reason].in_(locale)}


class WebhookRefused(Problem):
    """A body that is not a genuine event of the provider."""

    code = "webhook.refused"
    status = 400
    title = Text(zh="通知未被接受", en="Notice refused")
    detail = Text(zh="通知无法核实（{reason}）。", en="The notice could not be verified ({reason}).")
    reason: str
