"""Announcements that never reached us: fetched from the provider's own list, which it keeps for 30 days.

An edge: it commits before the provider is asked. What is fetched goes the way of what was sent: stored once for each
event, then worked on by the clock of its room. It finds what the comparison of money cannot: news without a movement.
"""

from datetime import timedelta

from finance.payments.gateway import Gateway, GatewayRefused, GatewayUnknown
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.inbox import Notice, store_notices
from marketplace.core.uow import UnitOfWork

KEPT = timedelta(days=30)


def fetch_missed(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Store what the provider could not deliver; returns 0: whatever there is, it is fetched at once.

    A provider that does not answer is asked again at the next tick.
    """
    gateway = gateway or stripe_gateway()
    since = uow.wall - KEPT
    uow.session.commit()
    try:
        missed = gateway.missed(since)
    except (GatewayUnknown, GatewayRefused):
        return 0
    if missed:
        news = store_notices(uow, [Notice(gateway.name, event, body) for event, body in missed])
        if news:
            uow.audit("provider_notice.fetched", "provider_notice", None, count=news)
    return 0
