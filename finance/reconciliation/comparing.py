"""What each side of an account moved, one row a movement, and which belong together. Reads only; knows no actor.

A movement that both sides know counts on the other side's day: money is not different because we read a statement late.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from marketplace.core.clock import business_date
from marketplace.core.uow import UnitOfWork

NEAR_DAYS = 15
"""How far apart a payment that we booked and the bank's line may lie to be taken for the same, when no number tells."""


@dataclass(slots=True)
class Item:
    """One movement: what it changed on our side and on theirs; a side that does not know it is None."""

    day: date
    label: str
    kind: str
    ours_minor: int | None = None
    theirs_minor: int | None = None
    txn_id: int | None = None
    line_id: UUID | None = None
    ref: str = ""
    reason: str = ""

    @property
    def differs(self) -> bool:
        """Whether the two sides change differently by it."""
        return (self.ours_minor or 0) != (self.theirs_minor or 0)


@dataclass(frozen=True, slots=True)
class Account:
    """An account that is compared, with the balance before its first movement and the last day that the other side told of."""

    key: str
    organization_id: UUID | None
    opening_minor: int
    covered_to: date


_ENTRIES = """
SELECT t.id, t.kind, t.source_id, t.effective_at, t.meta, e.amount_minor FROM ledger_account a
  JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_txn t ON t.id = e.txn_id
 WHERE a.key = :key
   AND t.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_txn r WHERE r.reverses_id = t.id) ORDER BY t.id
"""
_LINES = """
SELECT l.id, l.booked_on, l.direction, l.amount_minor, l.payer_name, l.memo, l.state, l.how, r.id AS return_id,
       (SELECT a.detail->>'reason' FROM audit_entry a WHERE a.subject_type = 'bank_line' AND a.subject_id = l.id
           AND a.action = 'bank_line.set_aside' ORDER BY a.seq DESC LIMIT 1) AS reason
  FROM bank_line l LEFT JOIN bank_return r ON r.out_line_id = l.id WHERE l.account_no = :account ORDER BY l.booked_on, l.id
"""


def bank_account(uow: UnitOfWork, account_no: str) -> Account | None:
    """Return a bank account of which statements were imported; None if there are none."""
    rows = uow.rows(
        "SELECT organization_id, from_on, to_on, opening_minor FROM bank_statement WHERE account_no = :account AND to_on IS NOT NULL"
        " ORDER BY from_on, imported_at",
        account=account_no,
    )
    if not rows:
        return None
    # before the first statement that tells balances, the lines of earlier ones count as well
    first = next((row for row in rows if row["opening_minor"] is not None), None)
    opening = first["opening_minor"] if first else 0
    if first:
        [earlier] = uow.rows(
            "SELECT coalesce(sum(CASE direction WHEN 'in' THEN amount_minor ELSE -amount_minor END), 0)::bigint AS minor"
            " FROM bank_line WHERE account_no = :account AND booked_on < :first",
            account=account_no,
            first=first["from_on"],
        )
        opening -= earlier["minor"]
    return Account(
        f"bank:{account_no}", rows[0]["organization_id"], opening, max(row["to_on"] for row in rows)
    )


def bank_items(uow: UnitOfWork, account_no: str) -> list[Item]:
    """Return every movement of a bank account, paired where both sides know it."""
    entries = uow.rows(_ENTRIES, key=f"bank:{account_no}")
    by_source = {entry["source_id"]: entry for entry in entries if entry["source_id"]}
    payouts = [entry for entry in entries if entry["kind"] == "provider_settled"]
    used: set[int] = set()
    items, alone = [], []
    for line in uow.rows(_LINES, account=account_no):
        signed = line["amount_minor"] if line["direction"] == "in" else -line["amount_minor"]
        item = Item(
            line["booked_on"], f"{line['payer_name']} {line['memo']}".strip()[:200], "bank_line", theirs_minor=signed,
            line_id=line["id"], reason=line["reason"] or "",
        )  # fmt: skip
        entry = by_source.get(line["return_id"] or line["id"])
        if line["how"] == "settlement":
            entry = next((p for p in payouts if p["meta"].get("payout_ref", "-") in line["memo"]), None)
        if entry is not None and entry["id"] not in used:
            _pair(item, entry)
            used.add(entry["id"])
        elif line["state"] != "set_aside":
            alone.append(item)
        items.append(item)
    left = [entry for entry in entries if entry["id"] not in used]
    for item in alone:
        near = _nearest(item, left)
        if near is not None:
            _pair(item, near)
            left.remove(near)
    return items + [_ours_only(entry) for entry in left]


def _pair(item: Item, entry: dict[str, Any]) -> None:
    item.ours_minor, item.txn_id, item.kind = entry["amount_minor"], entry["id"], entry["kind"]


def _nearest(item: Item, entries: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The booked payment of the same amount that lies nearest in time: a payout's file carries no number of the bank."""
    near = [
        (abs((business_date(entry["effective_at"]) - item.day).days), entry["id"], entry)
        for entry in entries
        if entry["amount_minor"] == item.theirs_minor
    ]
    days, _, found = min(near, key=lambda one: one[:2], default=(NEAR_DAYS + 1, 0, None))
    return found if days <= NEAR_DAYS else None


def _ours_only(entry: dict[str, Any]) -> Item:
    return Item(
        business_date(entry["effective_at"]), entry["meta"].get("payout_ref", ""), entry["kind"],
        ours_minor=entry["amount_minor"], txn_id=entry["id"],
    )  # fmt: skip


def clearing_items(uow: UnitOfWork, provider: str) -> list[Item]:
    """Return every movement of a provider's clearing account, paired where both sides know it."""
    entries = uow.rows(_ENTRIES, key=f"clearing:{provider}")
    captures = {e["meta"].get("provider_ref"): e for e in entries if e["kind"] == "payment_captured"}
    payouts = {e["meta"].get("payout_ref"): e for e in entries if e["kind"] == "provider_settled"}
    refunds = {e["meta"].get("refund_ref"): e for e in entries if e["kind"] == "refund_posted"}
    transfers = {e["meta"]["transfer_ref"]: e for e in entries if "transfer_ref" in e["meta"]}
    gone = payouts | refunds | transfers
    disputes = {(e["kind"], e["meta"]["dispute_ref"]): e for e in entries if "dispute_ref" in e["meta"]}
    fees = {e["meta"].get("movement_ref"): e for e in entries if e["kind"] == "provider_fee_charged"}
    items, used = [], set[int]()
    for move in uow.rows(
        "SELECT ref, kind, source_ref, capture_ref, net_minor, day FROM provider_movement WHERE provider = :provider"
        " ORDER BY happened_at, ref",
        provider=provider,
    ):
        item = Item(
            move["day"],
            f"{move['kind']} {move['source_ref']}",
            move["kind"],
            theirs_minor=move["net_minor"],
            ref=move["ref"],
        )
        turn = "dispute_opened" if move["net_minor"] < 0 else "dispute_won"
        other = gone.get(move["source_ref"]) or disputes.get((turn, move["source_ref"]))
        entry = captures.get(move["capture_ref"]) if move["capture_ref"] else other
        if entry is not None and entry["id"] not in used:
            fee = fees.get(move["ref"])
            _pair(item, entry)
            used.add(entry["id"])
            if fee is not None:
                item.ours_minor = entry["amount_minor"] + fee["amount_minor"]
                used.add(fee["id"])
        items.append(item)
    return items + [_ours_only(entry) for entry in entries if entry["id"] not in used]


def running(account: Account, items: Iterable[Item]) -> list[tuple[date, int, int]]:
    """Return the balance of both sides at the end of each day with a movement."""
    moved: dict[date, tuple[int, int]] = {}
    for item in items:
        ours, theirs = moved.get(item.day, (0, 0))
        moved[item.day] = ours + (item.ours_minor or 0), theirs + (item.theirs_minor or 0)
    ours = theirs = account.opening_minor
    days = []
    for day in sorted(moved):
        ours, theirs = ours + moved[day][0], theirs + moved[day][1]
        days.append((day, ours, theirs))
    return days
