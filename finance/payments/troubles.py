"""What goes wrong between a provider and us, counted by day, and told to the administrators when it is more than chance.

An announcement that is refused leaves nothing else behind, and a defect of ours must not hide among repeats. Days and
counts go by the real instant, as the provider's signatures do.
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text

from finance.payments import policy
from finance.payments.schemas import ProviderTrouble, TroubleKind
from marketplace.core.clock import business_date
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import ProviderTroubled

TOLD_AT = {
    TroubleKind.TOLERANCE: 5,  # our clock is wrong, or they come far too late: genuine news are being refused
    TroubleKind.SIGNATURE: 20,  # strangers try now and then; so many are the provider's, signed with a secret we lack
    TroubleKind.MODE: 1,
    TroubleKind.UNREADABLE: 5,
    TroubleKind.KEY_MISUSED: 1,  # a defect of ours
}
"""From which count of a day on administrators are told; strangers alone can send what is too large."""
_COUNT = text("""
INSERT INTO provider_trouble AS t (id, version, created_at, provider, kind, day, count, last_at, detail)
VALUES (:id, 1, :now, :provider, :kind, :day, :count, :now, :detail)
ON CONFLICT (provider, kind, day) DO UPDATE
SET version = t.version + 1, count = t.count + excluded.count, last_at = excluded.last_at, detail = excluded.detail
RETURNING count
""")


def count_trouble(
    uow: UnitOfWork, *, provider: str, kind: TroubleKind, count: int = 1, detail: str = ""
) -> None:
    """Add to the count of today; announces ProviderTroubled once a day, when it reaches what people are told at."""
    facts = {
        "id": new_id(), "now": uow.wall, "provider": provider, "kind": kind.value,
        "day": business_date(uow.wall), "count": count, "detail": detail[:500],
    }  # fmt: skip
    total = int(uow.session.connection().execute(_COUNT, facts).scalar_one())
    told_at = TOLD_AT.get(kind)
    if told_at is not None and total - count < told_at <= total:
        uow.publish(ProviderTroubled(provider=provider, kind=kind.value, count=total))


def count_refusals(uow: UnitOfWork, refused: Sequence[tuple[str, str]]) -> None:
    """Count announcements that were refused together, each with its provider and reason."""
    for (provider, reason), count in sorted(Counter(refused).items()):
        count_trouble(uow, provider=provider, kind=TroubleKind(reason), count=count)


def list_troubles(uow: UnitOfWork) -> list[ProviderTrouble]:
    """Return the troubles of the last 30 days, latest first. Raises `Forbidden`."""
    require(policy.can_see_troubles(uow.actor))
    rows = uow.rows(
        "SELECT provider, kind, day, count, last_at, detail FROM provider_trouble"
        " WHERE day > CAST(:today AS date) - 30 ORDER BY day DESC, kind, provider",
        today=business_date(uow.wall),
    )
    return [
        ProviderTrouble(
            **row, serious=row["count"] >= TOLD_AT.get(TroubleKind(row["kind"]), row["count"] + 1)
        )
        for row in rows
    ]
