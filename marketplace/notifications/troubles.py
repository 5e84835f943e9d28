"""What went wrong with a payment provider, in words: the announcement carries a code."""

from typing import Any

from marketplace.core.i18n import Text
from marketplace.events.payments import ProviderTroubled

_TROUBLES = {
    "tolerance": Text(
        "到达时已超过 5 分钟的有效期，请检查服务器时钟", "notices too old on arrival: look at the clock"
    ),
    "signature": Text(
        "签名无法核实，请检查通知密钥", "notices not signed as agreed: look at the webhook's secret"
    ),
    "mode": Text("通知来自另一种环境（测试或正式）", "notices of the other mode, test or live"),
    "unreadable": Text("通知内容无法读取", "notices that cannot be read"),
    "key_misused": Text(
        "同一防重复键带有不同内容，是程序缺陷", "a key sent with other contents: a defect of ours"
    ),
}


def trouble(event: ProviderTroubled) -> dict[str, Any]:
    """Return the fields of a message about it."""
    why = _TROUBLES[event.kind]
    return event.model_dump(mode="json") | {"why_zh": why.zh, "why_en": why.en}
