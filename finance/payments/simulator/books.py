"""What the simulator remembers, in SQLite: objects, idempotency keys, events, deliveries, faults, its clock."""

import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from finance.payments.simulator.faults import deliveries

_TABLES = """
CREATE TABLE IF NOT EXISTS object (seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS object_kind ON object (kind, seq);
CREATE TABLE IF NOT EXISTS idempotency (key TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL,
    status INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS delivery (seq INTEGER PRIMARY KEY, event TEXT NOT NULL, endpoint TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_at REAL NOT NULL, last TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS false_delivery (seq INTEGER PRIMARY KEY, secret TEXT NOT NULL, age REAL NOT NULL);
DROP TABLE IF EXISTS fault;
CREATE TABLE fault (seq INTEGER PRIMARY KEY, op TEXT NOT NULL, do TEXT NOT NULL, skip INTEGER NOT NULL,
    times INTEGER NOT NULL, seconds REAL NOT NULL, copies INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), ahead REAL NOT NULL);
INSERT OR IGNORE INTO clock VALUES (1, 0);
CREATE TABLE IF NOT EXISTS standing_clock (id INTEGER PRIMARY KEY CHECK (id = 1), at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS settlement (id INTEGER PRIMARY KEY CHECK (id = 1), lag REAL NOT NULL);
INSERT OR IGNORE INTO settlement VALUES (1, 0);
CREATE TABLE IF NOT EXISTS dispute_fee (id INTEGER PRIMARY KEY CHECK (id = 1), minor INTEGER NOT NULL);
INSERT OR IGNORE INTO dispute_fee VALUES (1, 10000);
"""


class Books:
    """One SQLite file (or memory) behind one lock: calls are short and a demo has few users."""

    def __init__(self, path: str) -> None:
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.executescript(_TABLES)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock and commit at the end, or roll everything back."""
        with self._lock:
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Run one statement."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    # the clock

    def now(self) -> float:
        """Return the simulator's time in seconds since 1970: the real one, moved as it was told, or standing still."""
        standing = self.rows("SELECT at FROM standing_clock")
        if standing:
            return float(standing[0]["at"])
        return time.time() + float(self.rows("SELECT ahead FROM clock")[0]["ahead"])

    def advance(self, seconds: float) -> None:
        """Move the simulator's clock, whether it runs or stands still."""
        self.rows("UPDATE standing_clock SET at = at + ?", seconds)
        self.rows("UPDATE clock SET ahead = ahead + ?", seconds)

    def freeze(self, at: float) -> None:
        """Let the clock stand still at an instant, from where `advance` moves it."""
        self.rows("INSERT OR REPLACE INTO standing_clock VALUES (1, ?)", at)

    def run_clock(self) -> None:
        """Let the clock tell the real time again."""
        with self.transaction():
            self.rows("DELETE FROM standing_clock")
            self.rows("UPDATE clock SET ahead = 0")

    def lag(self) -> float:
        """Return how many seconds captured money stays pending before it can be paid out."""
        return float(self.rows("SELECT lag FROM settlement")[0]["lag"])

    def set_lag(self, seconds: float) -> None:
        """Say how long captured money stays pending from now on."""
        self.rows("UPDATE settlement SET lag = ?", seconds)

    def dispute_fee(self) -> int:
        """Return what the provider takes for a dispute, in minor units."""
        return int(self.rows("SELECT minor FROM dispute_fee")[0]["minor"])

    def set_dispute_fee(self, minor: int) -> None:
        """Say what the provider takes for a dispute from now on."""
        self.rows("UPDATE dispute_fee SET minor = ?", minor)

    # objects

    def put(self, kind: str, prefix: str, body: dict[str, Any]) -> dict[str, Any]:
        """Store a new object under a fresh id and return it."""
        whole = {
            "id": f"{prefix}_sim_{secrets.token_hex(10)}",
            "object": kind,
            "created": int(self.now()),
            "livemode": False,
        }
        whole |= body
        self.rows(
            "INSERT INTO object (id, kind, body) VALUES (?, ?, ?)", whole["id"], kind, json.dumps(whole)
        )
        return whole

    def save(self, body: dict[str, Any]) -> dict[str, Any]:
        """Overwrite a stored object."""
        self.rows("UPDATE object SET body = ? WHERE id = ?", json.dumps(body), body["id"])
        return body

    def find(self, kind: str, object_id: str) -> dict[str, Any] | None:
        """Return an object or None; the kind `*` takes whatever the id names."""
        rows = self.rows(
            "SELECT body FROM object WHERE id = ? AND (kind = ? OR ? = '*')", object_id, kind, kind
        )
        return json.loads(rows[0]["body"]) if rows else None

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Return all objects of a kind, newest first as Stripe lists them."""
        return [
            json.loads(row["body"])
            for row in self.rows("SELECT body FROM object WHERE kind = ? ORDER BY seq DESC", kind)
        ]

    # events and their deliveries

    def emit(self, kind: str, body: dict[str, Any], api_version: str, account: str = "") -> dict[str, Any]:
        """Record an event about an object and queue it for every endpoint that asked for its type."""
        event = self.put(
            "event", "evt", {"type": kind, "api_version": api_version, "data": {"object": body}, "pending_webhooks": 0,
                             "request": {"id": None, "idempotency_key": None}}
            | ({"account": account} if account else {}),
        )  # fmt: skip
        sending = deliveries(self.take_fault(f"webhook {kind}"))
        for endpoint in self.all("webhook_endpoint"):
            if endpoint["status"] != "enabled" or not {"*", kind} & set(endpoint["enabled_events"]):
                continue
            for one in sending:
                [made] = self.rows(
                    "INSERT INTO delivery (event, endpoint, state, next_at) VALUES (?, ?, ?, ?) RETURNING seq",
                    event["id"], endpoint["id"], one.state, self.now() + one.wait,
                )  # fmt: skip
                if one.false:
                    self.rows("INSERT INTO false_delivery VALUES (?, ?, ?)", made["seq"], one.secret, one.age)
        return event

    # faults

    def add_fault(self, script: dict[str, Any]) -> None:
        """Write down what is to go wrong."""
        self.rows(
            "INSERT INTO fault (op, do, skip, times, seconds, copies) VALUES (?, ?, ?, ?, ?, ?)",
            *(script[name] for name in ("op", "do", "skip", "times", "seconds", "copies")),
        )

    def take_fault(self, operation: str) -> dict[str, Any] | None:
        """Use up one turn of the first fault written for an operation; None when it should work."""
        with self.transaction():
            for row in self.rows(
                "SELECT * FROM fault WHERE op IN (?, '*') AND times > 0 ORDER BY seq", operation
            ):
                if row["skip"] > 0:
                    self.rows("UPDATE fault SET skip = skip - 1 WHERE seq = ?", row["seq"])
                    continue
                self.rows("UPDATE fault SET times = times - 1 WHERE seq = ?", row["seq"])
                return dict(row)
        return None
