"""Keep the search index of listings equal to the database: each change, a rebuild, and a comparison of the two.

The engine itself knows which generations are live: every change is written to all that exist, so that a rebuild
loses none. Documents carry the version of their row and are always built from the row as it is now; late, repeated
and reordered events do no harm.
"""

import logging
from collections.abc import Iterator, Sequence
from itertools import chain
from uuid import UUID

from marketplace.core.outbox import Event
from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings
from search import engines
from search.documents import listing
from search.port import Document, SearchEngine, SearchUnavailable

log = logging.getLogger("xianyong.search")

BATCH = 2_000
"""Documents at once: each writing ends in a commit, and many small ones cost more than they hold."""
"""Key of the lock that lets one process rebuild or compare at a time."""


def documents(uow: UnitOfWork, ids: list[UUID]) -> Iterator[list[Document]]:
    """Walk through the current documents of listings in batches; those that are not public are tombstones."""
    system = uow.as_system()
    for start in range(0, len(ids), BATCH):
        found = listings.list_found(system, ids=ids[start : start + BATCH])
        yield [listing.build(listing.source_of(row)) for row in found]


def on_listing_changed(uow: UnitOfWork, event: Event) -> None:
    """Write the current document of the listing an event is about to all live generations.

    Raises SearchUnavailable, so that the delivery is tried again.
    """
    engine = engines.engine()
    if live := engine.generations(listing.TYPE):
        for batch in documents(uow, [UUID(event.subject)]):
            engine.write(live, batch)


def make_ready(uow: UnitOfWork) -> None:
    """Have an index that fits this version of the product and equals the database: rebuilt if not, else compared.

    Raises SearchUnavailable. One process at a time; others wait.
    """
    engine = engines.engine()
    uow.take_turns("search_index")
    promoted = engine.promoted(listing.TYPE)
    if promoted and promoted.startswith(f"{listing.TYPE}-{listing.spec().spec_hash}-"):
        compare(uow, engine)
    else:
        rebuild(uow, engine)


def can_search() -> bool:
    """Say whether the engine answers and an index is there; never raises."""
    engine = engines.engine()
    try:
        return engine.health().available and engine.promoted(listing.TYPE) is not None
    except SearchUnavailable:
        return False


def build_missing(uow: UnitOfWork) -> int:
    """Build the index where none answers: the engine was away at the start, or came back empty; for the clock.

    Gives 0, nothing is left to do then. Raises SearchUnavailable.
    """
    if engines.engine().promoted(listing.TYPE) is None:
        make_ready(uow)
    return 0


def rebuild(uow: UnitOfWork, engine: SearchEngine) -> str:
    """Build a new generation from the database, let it answer, delete the others; gives its name."""
    before = engine.generations(listing.TYPE)
    generation = f"{listing.TYPE}-{listing.spec().spec_hash}-{next_number(before)}"
    engine.create(generation, listing.spec())  # from here on changes are written to it too
    ids = list(listings.list_versions(uow))
    # In one go: the embedded engine then has one segment, which answers faster than one a batch.
    engine.write([generation], chain.from_iterable(documents(uow, ids)))
    engine.promote(listing.TYPE, generation)
    for old in before:
        engine.drop(old)
    log.info("rebuilt the search index of %d listings as %s", len(ids), generation)
    return generation


def next_number(generations: Sequence[str]) -> int:
    """Give a number that none of the generations ends in."""
    return 1 + max((int(name.rpartition("-")[2]) for name in generations), default=0)


def list_differences(uow: UnitOfWork, engine: SearchEngine) -> dict[str, tuple[int | None, int | None]]:
    """Return the listings in which index and database differ: the version that is found and the one that is public, or None.

    Empty while no index answers. Raises SearchUnavailable.
    """
    generation = engine.promoted(listing.TYPE)
    if generation is None:
        return {}
    indexed = dict(engine.scan(generation))
    public = {str(id_): version for id_, version in listings.list_versions(uow).items()}
    return {
        id_: (indexed.get(id_), public.get(id_))
        for id_ in {**indexed, **public}
        if indexed.get(id_) != public.get(id_)
    }


def compare(uow: UnitOfWork, engine: SearchEngine) -> int:
    """Write what the promoted generation lacks, holds too old or should not hold; gives how many documents."""
    generation = engine.promoted(listing.TYPE)
    if generation is None:
        return 0
    wrong = list_differences(uow, engine)
    if not wrong:
        return 0
    current = {each.id: each for batch in documents(uow, list(map(UUID, wrong))) for each in batch}
    if any(each.version < (wrong[each.id][0] or 0) for each in current.values()):
        rebuild(uow, engine)  # the database went back, from a backup: engines keep the newer version
        return len(wrong)
    gone = (Document.gone(id_, (wrong[id_][0] or 0) + 1) for id_ in wrong if id_ not in current)
    engine.write([generation], [*current.values(), *gone])
    log.warning("the search index differed from the database in %d listings", len(wrong))
    return len(wrong)


def reconcile(uow: UnitOfWork) -> int:
    """Mend the index if it differs from the database; for the clock, which calls again while it gives more than 0.

    One that is gone altogether is made again.
    """
    build_missing(uow)
    return compare(uow, engines.engine())
