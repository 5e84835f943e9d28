"""I13: what can be found is what is public: the search index holds the committed listings, each at its version."""

from sqlalchemy import text
from sqlmodel import Session

from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
from search import engines, indexing
from workers.checks.violation import Violation
from workers.relay import name_of

_UNDER_WAY = text(
    "SELECT EXISTS (SELECT 1 FROM outbox_event WHERE fanned_at IS NULL AND name LIKE 'listings.%')"
    " OR EXISTS (SELECT 1 FROM outbox_delivery WHERE handler = :handler AND state <> 'done')"
)


def check(session: Session) -> list[Violation]:
    """Return what the index holds that is not public, lacks, or holds in another version, when no change is under way.

    An index that is not there is built by a clock and is no violation; what changes while we look is looked at again.
    """
    uow = UnitOfWork(session, SYSTEM, utc_now())
    engine = engines.engine()
    first = indexing.list_differences(uow, engine)
    if not first or _is_under_way(session):
        return []
    still = indexing.list_differences(uow, engine)
    return [
        Violation("I13", id_, f"found in version {indexed}, public in version {public}")
        for id_, (indexed, public) in sorted(still.items())
        if first.get(id_) == (indexed, public)
    ]


def _is_under_way(session: Session) -> bool:
    handler = name_of(indexing.on_listing_changed)
    return bool(session.connection().execute(_UNDER_WAY, {"handler": handler}).scalar())
