"""Which ways are open for a bill: what the provider's account may take (a setting), within dated rules."""

from datetime import date, timedelta
from typing import Final

from finance.payments.schemas import OnlineWay, WayView
from finance.payments.words import CLOSED, HOW, WAYS
from finance.settings import settings
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

CURRENCY: Final = "CNY"
MOST: Final = {
    OnlineWay.CARD: "way_card_most_minor",
    OnlineWay.ALIPAY: "way_alipay_most_minor",
    OnlineWay.WECHAT_PAY: "way_wechat_pay_most_minor",
}
"""The rule that says how much a way takes at once; the least is the same for all of them."""
REFUNDED: Final[dict[str, str]] = {
    OnlineWay.ALIPAY: "refund_window_alipay_days",
    OnlineWay.WECHAT_PAY: "refund_window_wechat_pay_days",
}
"""The rule that says for how many days a way is refunded the way it came; a card has none."""
LIFE: Final = {
    OnlineWay.CARD: timedelta(hours=23),  # Stripe lets a Checkout Session live for 24 hours at most
    OnlineWay.ALIPAY: timedelta(hours=1),
    OnlineWay.WECHAT_PAY: timedelta(minutes=10),
}
"""How long a page or a code is offered; what was not paid by then is withdrawn at the provider."""


def refund_days(method: str, day: date) -> int | None:
    """Return for how many days a method is refunded the way it came, by the rule of a day; None where no end is set."""
    return rulebook.value(REFUNDED[method], day) if method in REFUNDED else None


def closed_because(
    uow: UnitOfWork, way: OnlineWay, *, amount_minor: int, currency: str
) -> tuple[str, int] | None:
    """Return why a way is closed for an amount (fen), a key of `CLOSED` with its limit in fen; None when it is open."""
    least, most = (rulebook.value(code, uow.today) for code in ("way_least_minor", MOST[way]))
    checks = (
        ("nothing_open", 0, amount_minor <= 0),
        ("not_activated", 0, way not in settings().open_ways),
        ("currency", 0, currency != CURRENCY),
        ("too_little", least, amount_minor < least),
        ("too_much", most, amount_minor > most),
    )
    return next(((reason, limit) for reason, limit, closed in checks if closed), None)


def list_ways(uow: UnitOfWork, *, amount_minor: int, currency: str) -> list[WayView]:
    """Return every way to pay an amount (fen), open or not, with what to know beforehand; a transfer is always open."""
    shown = [_online(uow, way, amount_minor, currency) for way in OnlineWay]
    name, how = WAYS["bank_transfer"].in_(uow.locale), HOW["bank_transfer"].in_(uow.locale)
    transfer = WayView(way="bank_transfer", name=name, open=True, why=how, reason=None, refund_days=None)
    return [*shown, transfer]


def _online(uow: UnitOfWork, way: OnlineWay, amount_minor: int, currency: str) -> WayView:
    closed = closed_because(uow, way, amount_minor=amount_minor, currency=currency)
    days = refund_days(way, uow.today)
    why = (
        CLOSED[closed[0]].in_(uow.locale, limit=yuan(closed[1]))
        if closed
        else HOW[way].in_(uow.locale, days=days)
    )
    return WayView(
        way=way, name=WAYS[way].in_(uow.locale), open=closed is None, why=why,
        reason=closed[0] if closed else None, refund_days=days,
    )  # fmt: skip
