"""What the administrators' page of checks shows."""

from datetime import date, datetime
from typing import Any

from marketplace.app.oversight import chain
from marketplace.core.policy import ALLOW, Decision, deny, require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Shown


class InvariantView(Shown):
    """A promise: since when every look found nothing, and the last look. `found` is null before the first one."""

    name: str
    green_since_at: datetime | None
    due_at: datetime
    ran_at: datetime | None
    took_ms: int | None
    rows_seen: int | None
    found: int | None


class Finding(Shown):
    """One thing that is wrong. `account` or `txn_id` lead to the books where it is about them."""

    subject: str
    detail: str
    account: str | None
    txn_id: int | None


class RunView(Shown):
    """One look of the past."""

    ran_at: datetime
    took_ms: int
    rows_seen: int
    found: int


class InvariantDetail(Shown):
    """A promise with its latest looks and what the last one found."""

    invariant: InvariantView
    runs: list[RunView]
    findings: list[Finding]


class HeadView(Shown):
    """The end of a chain now."""

    chain: str
    seq: int
    digest: str
    sealed_at: datetime | None
    unsealed: int


class DayHead(Shown):
    """The head of a chain as a day ended."""

    chain: str
    day: date
    seq: int
    digest: str


class ChainsView(Shown):
    """Both chains, and the heads of past days, latest first."""

    heads: list[HeadView]
    days: list[DayHead]


_STATES = """SELECT i.name, i.green_since_at, i.due_at, r.id AS run_id, r.ran_at, r.took_ms, r.rows_seen, r.found FROM invariant_state i
 LEFT JOIN LATERAL (SELECT * FROM check_run c WHERE c.invariant = i.name ORDER BY c.ran_at DESC LIMIT 1) r ON true"""


def _may_read(uow: UnitOfWork) -> Decision:
    return ALLOW if uow.actor.may("health.read") else deny("health.read")


def list_invariants(uow: UnitOfWork) -> list[InvariantView]:
    """Return every promise with its last look, in order of their numbers. Raises `Forbidden`."""
    require(_may_read(uow))
    return [_invariant(row) for row in uow.rows(f"{_STATES} ORDER BY CAST(substr(i.name, 2) AS int)")]


def _invariant(row: dict[str, Any]) -> InvariantView:
    return InvariantView(**{name: row[name] for name in InvariantView.model_fields})


def get_invariant(uow: UnitOfWork, *, name: str) -> InvariantDetail:
    """Return a promise with its last 30 looks and what the last one found. Raises `Forbidden` and `NotFound`."""
    require(_may_read(uow))
    rows = uow.rows(f"{_STATES} WHERE i.name = :name", name=name)
    if not rows:
        raise NotFound(what="check")
    runs = uow.rows(
        "SELECT ran_at, took_ms, rows_seen, found FROM check_run WHERE invariant = :name ORDER BY ran_at DESC LIMIT 30",
        name=name,
    )
    findings = uow.rows(
        "SELECT f.subject, f.detail, a.key AS account, t.id AS txn_id FROM check_finding f"
        " LEFT JOIN ledger_account a ON a.key = f.subject LEFT JOIN ledger_txn t ON CAST(t.id AS text) = f.subject AND :name = 'I1'"
        " WHERE f.run_id = :run ORDER BY f.position",
        name=name,
        run=rows[0]["run_id"],
    )
    return InvariantDetail(
        invariant=_invariant(rows[0]),
        runs=[RunView(**run) for run in runs],
        findings=[Finding(**one) for one in findings],
    )


def look_now(uow: UnitOfWork) -> list[InvariantView]:
    """Have every promise looked at within a minute. Raises `Forbidden`."""
    require(_may_read(uow))
    uow.rows("UPDATE invariant_state SET due_at = :now WHERE due_at > :now RETURNING name", now=uow.wall)
    uow.audit("checks.asked", "invariant", None)
    return list_invariants(uow)


def get_chains(uow: UnitOfWork) -> ChainsView:
    """Return the heads of both chains, now and by day. Raises `Forbidden`."""
    require(_may_read(uow))
    waiting = uow.rows(
        "SELECT (SELECT count(*) FROM ledger_txn) AS ledger, (SELECT count(*) FROM audit_entry) AS audit"
    )[0]
    heads = uow.rows("SELECT chain, seq, digest, sealed_at FROM chain_head ORDER BY chain DESC")
    return ChainsView(
        heads=[HeadView(**head, unsealed=waiting[head["chain"]] - head["seq"]) for head in heads],
        days=[
            DayHead(chain=one.chain, day=one.day, seq=one.seq, digest=one.digest)
            for name in chain.CHAINS
            for one in chain.list_days(uow, name)
        ],
    )


def write_heads(uow: UnitOfWork) -> str:
    """Return every head as a JSON object a line, to be kept elsewhere and given to `xianyong verify-chain --heads`."""
    found = get_chains(uow)
    now = [
        DayHead(chain=head.chain, day=uow.today, seq=head.seq, digest=head.digest)
        for head in found.heads
        if head.seq
    ]
    return "".join(f"{one.model_dump_json()}\n" for one in [*now, *found.days])
