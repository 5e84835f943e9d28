"""The clock's replay of the chains: what is new since its last look, and a slice of what is old, in bounded time.

How far a chain was found good is written into the audit trail, which is sealed itself: a mark that is altered, or put in
without a seal, is not believed. `xianyong verify-chain` replays everything at once.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import Session

from marketplace.app.oversight import chain as chains
from marketplace.app.oversight.chain import BEGINNING, CHAINS, Break, Place, Replay
from marketplace.app.oversight.models import ChainHead
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork

MARK: Final = "chain.verified"
NEW: Final = 250_000
"""So many new seals are replayed at a look, a minute or two on a busy machine; what is left comes at the next, an hour later."""
OLD: Final = 50_000
"""So many old ones are replayed again: ten million within nine days of hourly looks."""
STEP: Final = 10_000
"""A mark is written when a look got so far; a small chain is replayed whole every time."""


_LAST: Final = f"""
SELECT a.seq AS item, a.detail, s.seq, s.digest, p.digest AS before, c.content, g.digest AS good FROM audit_entry a
  JOIN chain_seal s ON s.chain = 'audit' AND s.item_id = a.seq LEFT JOIN chain_seal p ON p.chain = 'audit' AND p.seq = s.seq - 1
  JOIN LATERAL (SELECT content FROM ({CHAINS["audit"]}) each WHERE each.id = a.seq) c ON true
  LEFT JOIN chain_seal g ON g.chain = :chain AND g.seq = CAST(a.detail->>'seq' AS bigint)
 WHERE a.action = :mark AND a.detail->>'chain' = :chain ORDER BY a.seq DESC LIMIT 1
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a chain was found good, and how far the second time."""

    good: Place = BEGINNING
    again: Place = BEGINNING


def look(session: Session, chain: str) -> Replay:
    """Replay what came since the mark and a slice of what is before it; writes the next mark, and returns the first break."""
    head = session.get(ChainHead, chain, populate_existing=True)
    if head is None:
        return chains.replay(session, chain)
    mark = _read(session, chain)
    if isinstance(mark, Replay):
        return mark
    expected = chains.expected_heads(session, chain) | {mark.good.seq: mark.good.digest}
    last = min(head.seq, mark.good.seq + NEW)
    found, good = chains.walk(session, chain, mark.good, last, expected)
    if not found.broken and (last == head.seq or found.sealed < last):
        found = chains.look_at_end(session, head, found, expected)
    again = mark.again if mark.again.seq < mark.good.seq else BEGINNING
    old, again = chains.walk(session, chain, again, min(mark.good.seq, again.seq + OLD), expected)
    if old.broken:
        return old
    if found.broken is None and max(good.seq - mark.good.seq, abs(again.seq - mark.again.seq)) >= STEP:
        _write(session, chain, Mark(good, again if old.sealed < mark.good.seq else BEGINNING))
    return found


def _read(session: Session, chain: str) -> Mark | Replay:
    """The last mark that is sealed; a break where its seal or the seal it speaks of is not what it was."""
    rows = (
        session.connection()
        .execute(
            text(_LAST),
            {"mark": MARK, "chain": chain},
        )
        .all()
    )
    if not rows:
        return Mark()
    [row] = rows
    if chains.digest_of(row.before or chains.GENESIS, row.content) != row.digest:
        return Replay("audit", row.seq - 1, row.before, Break.ALTERED, row.seq, row.item)
    good, again = _place(row.detail, ""), _place(row.detail, "again_")
    if row.good != good.digest:
        wrong = Break.KEPT_HEAD_DIFFERS if row.good else Break.SEAL_MISSING
        return Replay(chain, good.seq, good.digest, wrong, good.seq)
    return Mark(good, again)


def _place(detail: dict[str, Any], prefix: str) -> Place:
    complete = detail[f"{prefix}complete"]
    return Place(
        detail[f"{prefix}seq"],
        detail[f"{prefix}digest"],
        datetime.fromisoformat(complete) if complete else None,
    )


def _write(session: Session, chain: str, mark: Mark) -> None:
    told = {
        f"{prefix}{name}": value
        for prefix, place in (("", mark.good), ("again_", mark.again))
        for name, value in (
            ("seq", place.seq), ("digest", place.digest), ("complete", place.complete and place.complete.isoformat()),
        )
    }  # fmt: skip
    UnitOfWork(session, SYSTEM, utc_now()).audit(MARK, "chain", None, chain=chain, **told)
    session.flush()
