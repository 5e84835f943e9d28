"""The hash chains over ledger and audit trail: sealed in the background, replayed from the first row.

Each seal is the SHA-256 of the seal before it and of the row's content, so that a row that is changed, removed or put in
between breaks the chain from there on. Whoever rewrites the whole chain, or cuts off its end, still differs from a head
that was kept outside the database.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import Session

from marketplace.app.oversight.models import ChainDay, ChainHead, ChainSeal
from marketplace.core.clock import business_date
from marketplace.core.uow import UnitOfWork
from marketplace.events.administration import ChainHeadKept

GENESIS: Final = "0" * 64
BATCH: Final = 1_000
"""So many rows are sealed at a time; fewer mean that nothing was left, by which a replay knows what came too late."""
PAGE: Final = 5_000
SETTLED: Final = timedelta(seconds=2)
"""So old a row must be: a commit that is slow by less than this is sealed in the order of its number."""
LATE: Final = timedelta(hours=1)
"""No honest transaction is open so long. A row that says it is older and was not there when its time was sealed was put in later."""

_AT = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
_LEDGER = f"""SELECT t.id, t.created_at AS at, CAST(jsonb_build_array(t.id, t.idem_key, t.kind, t.currency, t.source_type, t.source_id,
  {_AT.format("t.effective_at")}, {_AT.format("t.created_at")}, t.reverses_id, t.meta,
  (SELECT jsonb_agg(jsonb_build_array(a.key, a.kind, a.side, a.currency, e.amount_minor, e.balance_after_minor, e.version)
          ORDER BY e.account_id) FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id WHERE e.txn_id = t.id)) AS text) AS content
  FROM ledger_txn t"""  # noqa: S608 - constants
_AUDIT = f"""SELECT u.seq AS id, u.recorded_at AS at, CAST(jsonb_build_array(u.seq, {_AT.format("u.at")}, {_AT.format("u.recorded_at")},
  u.actor_kind, u.actor_id, u.organization_id, u.request_id, u.action, u.subject_type, u.subject_id, u.detail) AS text) AS content
  FROM audit_entry u"""  # noqa: S608 - constants
CHAINS: Final = {"ledger": _LEDGER, "audit": _AUDIT}
_UNSEALED = "NOT EXISTS (SELECT 1 FROM chain_seal s WHERE s.chain = :chain AND s.item_id = i.id)"


class Break(StrEnum):
    """What is wrong where a chain breaks."""

    ALTERED = "altered"
    DELETED = "deleted"
    INSERTED = "inserted"
    SEAL_MISSING = "seal_missing"
    HEAD_WRONG = "head_wrong"
    KEPT_HEAD_DIFFERS = "kept_head_differs"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain as somebody kept it: after `seq` seals the digest was this."""

    chain: str
    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay found: how far the chain holds, and the first break. `item_id` names the row in question."""

    chain: str
    sealed: int
    digest: str
    broken: Break | None = None
    seq: int | None = None
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a replay can begin: after `seq` seals, which end in `digest`; `complete` is when all that was there was sealed last."""

    seq: int
    digest: str
    complete: datetime | None = None


BEGINNING: Final = Place(0, GENESIS)


def seal(uow: UnitOfWork) -> int:
    """Seal what was booked and written down since; returns how many rows, so that the clock goes on while there are more."""
    return sum(_seal(uow, chain) for chain in CHAINS)


def _seal(uow: UnitOfWork, chain: str) -> int:
    connection = uow.session.connection()
    connection.execute(
        text(
            "INSERT INTO chain_head (chain, seq, digest, low_id) VALUES (:chain, 0, :genesis, 0) ON CONFLICT DO NOTHING"
        ),
        {"chain": chain, "genesis": GENESIS},
    )
    heads = uow.rows("SELECT * FROM chain_head WHERE chain = :chain FOR UPDATE SKIP LOCKED", chain=chain)
    if not heads:
        return 0  # somebody else seals
    [head] = heads
    _keep_day(uow, head)
    items = uow.rows(
        f"SELECT i.id, i.content FROM ({CHAINS[chain]}) i WHERE i.id > :low AND i.at < :before AND {_UNSEALED}"  # noqa: S608
        " ORDER BY i.id LIMIT :batch",
        chain=chain,
        low=head["low_id"],
        before=uow.wall - SETTLED,
        batch=BATCH,
    )
    seals, seq, digest = [], head["seq"], head["digest"]
    for item in items:
        seq, digest = seq + 1, digest_of(digest, item["content"])
        seals.append(
            {"chain": chain, "seq": seq, "item_id": item["id"], "digest": digest, "sealed_at": uow.wall}
        )
    if seals:
        connection.execute(ChainSeal.__table__.insert(), seals)  # type: ignore[attr-defined]
    low = head["low_id"] if len(items) == BATCH else _low(uow, chain, head["low_id"])
    if seals or low != head["low_id"]:
        connection.execute(
            text(
                "UPDATE chain_head SET seq = :seq, digest = :digest, sealed_at = :at, low_id = :low WHERE chain = :chain"
            ),
            {
                "chain": chain,
                "seq": seq,
                "digest": digest,
                "at": uow.wall if seals else head["sealed_at"],
                "low": low,
            },
        )
    return len(items)


def digest_of(before: str, content: str) -> str:
    """Return the seal of a row: the SHA-256 of the seal before it and of its content."""
    return sha256(bytes.fromhex(before) + content.encode()).hexdigest()


def _low(uow: UnitOfWork, chain: str, low: int) -> int:
    """The number up to which nothing honest can still come; all of it is sealed."""
    [row] = uow.rows(
        f"SELECT max(i.id) AS id FROM ({CHAINS[chain]}) i WHERE i.id > :low AND i.at < :before",  # noqa: S608 - constants
        low=low,
        before=uow.wall - LATE,
    )
    return row["id"] or low


def _keep_day(uow: UnitOfWork, head: dict[str, Any]) -> None:
    """Until something is sealed on a new day, the head is the one with which the day before ended: keep and announce it."""
    day = business_date(uow.wall) - timedelta(days=1)
    if (
        not head["sealed_at"]
        or business_date(head["sealed_at"]) > day
        or list_days(uow, head["chain"], since=day)
    ):
        return
    uow.session.add(
        ChainDay(chain=head["chain"], day=day, seq=head["seq"], digest=head["digest"], kept_at=uow.wall)
    )
    uow.publish(ChainHeadKept(chain=head["chain"], day=day, seq=head["seq"], digest=head["digest"]))


def replay(session: Session, chain: str, kept: Iterable[Head] = ()) -> Replay:
    """Count a chain again from its first seal and say where it breaks first; `kept` are heads from outside the database.

    The heads of past days that the database keeps are compared as well. Rows that are not sealed yet are no break.
    """
    head = session.get(ChainHead, chain, populate_existing=True)
    if head is None:
        cut = next((one for one in kept if one.chain == chain and one.seq), None)
        return Replay(chain, 0, GENESIS, Break.CUT_OFF, cut.seq) if cut else Replay(chain, 0, GENESIS)
    expected = expected_heads(session, chain, kept)
    found, _ = walk(session, chain, BEGINNING, head.seq, expected)
    return found if found.broken else look_at_end(session, head, found, expected)


def walk(
    session: Session, chain: str, start: Place, last: int, expected: Mapping[int, str] | None = None
) -> tuple[Replay, Place]:
    """Count a chain again from a place up to seal `last`; returns what was found, and the last place to go on from."""
    seq, digest, complete = start.seq, start.digest, start.complete
    reached, batch, size = start, None, 0  # the batch under way
    for row in _seals(session, chain, start.seq, last):
        if row.sealed_at != batch:
            complete, batch, size = (batch if batch and size < BATCH else complete), row.sealed_at, 0
            reached = Place(seq, digest, complete)
        size += 1
        broken = _break_at(row, seq, digest, complete)
        if broken is None and expected is not None and row.digest != expected.get(row.seq, row.digest):
            broken = Break.KEPT_HEAD_DIFFERS
        if broken is not None:
            return Replay(chain, seq, digest, broken, row.seq, row.item_id), reached
        seq, digest = row.seq, row.digest
    return Replay(chain, seq, digest), reached


def look_at_end(session: Session, head: ChainHead, found: Replay, expected: Mapping[int, str]) -> Replay:
    """Say whether a chain that was counted to its end ends where it should, and whether anything was slipped past it."""
    chain, seq, digest = found.chain, found.sealed, found.digest
    if (head.seq, head.digest) != (seq, digest):
        return Replay(chain, seq, digest, Break.HEAD_WRONG, head.seq)
    if (beyond := max(expected, default=0)) > seq:
        return Replay(chain, seq, digest, Break.CUT_OFF, beyond)
    if (item := _never_sealed(session, head)) is not None:
        return Replay(chain, seq, digest, Break.INSERTED, None, item)
    return found


def _break_at(row: Any, seq: int, digest: str, complete: datetime | None) -> Break | None:
    if row.seq != seq + 1:
        return Break.SEAL_MISSING
    if row.content is None:
        return Break.DELETED
    if row.digest != digest_of(digest, row.content):
        return Break.ALTERED
    return Break.INSERTED if complete is not None and row.at + LATE < complete else None


def expected_heads(session: Session, chain: str, kept: Iterable[Head] = ()) -> dict[int, str]:
    """Return the digests that heads kept by day, here or outside, say a chain had after so many seals."""
    days = session.connection().execute(
        text("SELECT seq, digest FROM chain_day WHERE chain = :chain"), {"chain": chain}
    )
    return {row.seq: row.digest for row in days} | {
        one.seq: one.digest for one in kept if one.chain == chain and one.seq
    }


def _seals(session: Session, chain: str, after: int, last: int) -> Iterator[Any]:
    """Every seal after one up to another with the content of its row, in their order, so many at a time."""
    page = text(
        f"SELECT s.seq, s.item_id, s.digest, s.sealed_at, i.at, i.content FROM chain_seal s"  # noqa: S608 - constants
        f" LEFT JOIN LATERAL (SELECT * FROM ({CHAINS[chain]}) each WHERE each.id = s.item_id) i ON true"
        " WHERE s.chain = :chain AND s.seq > :after AND s.seq <= :last ORDER BY s.seq LIMIT :page"
    )
    while (
        rows := session.connection()
        .execute(page, {"chain": chain, "after": after, "last": last, "page": PAGE})
        .all()
    ):
        yield from rows
        after = rows[-1].seq


def _never_sealed(session: Session, head: ChainHead) -> int | None:
    found = session.connection().execute(
        text(
            f"SELECT min(i.id) FROM ({CHAINS[head.chain]}) i WHERE i.id <= :low AND {_UNSEALED}"  # noqa: S608 - constants
        ),
        {"chain": head.chain, "low": head.low_id},
    )
    item: int | None = found.scalar()
    return item


def list_days(uow: UnitOfWork, chain: str, *, since: date | None = None) -> list[ChainDay]:
    """Return the heads of past days, latest first, at most a year of them."""
    rows = uow.rows(
        "SELECT * FROM chain_day WHERE chain = :chain AND (CAST(:since AS date) IS NULL OR day >= :since)"
        " ORDER BY day DESC LIMIT 366",
        chain=chain,
        since=since,
    )
    return [ChainDay(**row) for row in rows]
