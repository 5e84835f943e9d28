"""The HTTP face: what Stripe's API does around an operation: keys, versions, idempotency, faults, error envelopes."""

import hashlib
import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from finance.payments.simulator.books import Books
from finance.payments.simulator.calls import API_VERSION, Call, Refused, invalid
from finance.payments.simulator.checkout import DAY
from finance.payments.simulator.faults import AFTER, BEFORE, DROPS
from finance.payments.simulator.form import decode
from finance.payments.simulator.operations import OPERATIONS, Entry, expand
from finance.payments.simulator.params import faults


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to send; `dropped` cuts the connection instead."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes
    base_url: str


def visible(value: Any) -> Any:
    """Leave out what the simulator keeps for itself: names that begin with an underscore."""
    if isinstance(value, dict):
        return {key: visible(item) for key, item in value.items() if not key.startswith("_")}
    return [visible(item) for item in value] if isinstance(value, list) else value


class Api:
    """The provider's API over its books."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self._running: set[str] = set()
        self._running_lock = threading.Lock()

    def answer(self, asked: Asked) -> Reply:
        """Answer one request, faults included."""
        headers = {"Request-Id": f"req_sim_{secrets.token_hex(6)}", "Stripe-Version": str(API_VERSION)}
        try:
            self._admit(asked)
            name, entry, object_id = self._operation(asked)
            fault = self.books.take_fault(name) or {"do": ""}
            if fault["do"] == "delay":
                time.sleep(fault["seconds"])
            if fault["do"] in BEFORE:
                return Reply(*BEFORE[fault["do"]], headers, dropped=fault["do"] in DROPS)
            reply = self._once(asked, entry, object_id)
            if fault["do"] in AFTER:
                return Reply(*AFTER[fault["do"]], headers, dropped=fault["do"] in DROPS)
            return Reply(reply.status, reply.body, headers | reply.headers)
        except Refused as refused:
            return Reply(refused.status, refused.body, headers)

    def _admit(self, asked: Asked) -> None:
        key = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if not key.startswith("sk_test_"):
            raise Refused(401, "invalid_request_error", "Invalid API Key provided.")
        version = asked.headers.get("stripe-version", "")
        if version != API_VERSION:
            raise invalid(f"Invalid Stripe API version: {version}; this stand-in speaks {API_VERSION}.")
        account = asked.headers.get("stripe-account", "")
        if account and self.books.find("account", account) is None:
            raise Refused(403, "invalid_request_error", f"No access to {account}.", code="account_invalid")

    def _operation(self, asked: Asked) -> tuple[str, Entry, str]:
        parts = asked.path.strip("/").split("/")
        for name, entry in OPERATIONS.items():
            method, template = name.split(" ")
            pattern = template.split("/")
            if method == asked.method and len(pattern) == len(parts):
                pairs = list(zip(pattern, parts, strict=True))
                if all(p in (q, "{id}") for p, q in pairs):
                    return name, entry, next((q for p, q in pairs if p == "{id}"), "")
        raise invalid(f"Unrecognized request URL ({asked.method}: /v1/{asked.path}).", status=404)

    def _once(self, asked: Asked, entry: Entry, object_id: str) -> Reply:
        """Run the operation, or replay what the same idempotency key answered before."""
        key = asked.headers.get("idempotency-key", "") if asked.method == "POST" else ""
        if not key:
            return self._run(asked, entry, object_id)
        request = hashlib.sha256(f"{asked.method} {asked.path}\n".encode() + asked.raw).hexdigest()
        with self._running_lock:
            if key in self._running:
                raise Refused(
                    409,
                    "idempotency_error",
                    "Another request with this key is running.",
                    code="idempotency_key_in_use",
                )
            self._running.add(key)
        try:
            self.books.rows("DELETE FROM idempotency WHERE at < ?", int(self.books.now()) - DAY)
            for row in self.books.rows("SELECT * FROM idempotency WHERE key = ?", key):
                if row["request"] != request:
                    raise Refused(
                        400,
                        "idempotency_error",
                        "Keys for idempotent requests can only be used with the same parameters.",
                    )
                return Reply(row["status"], json.loads(row["body"]), {"Idempotent-Replayed": "true"})
            with self.books.transaction():
                reply = self._run(asked, entry, object_id)
                self.books.rows(
                    "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?)",
                    key, request, int(self.books.now()), reply.status, json.dumps(reply.body),
                )  # fmt: skip
            return reply
        finally:
            with self._running_lock:
                self._running.discard(key)

    def _run(self, asked: Asked, entry: Entry, object_id: str) -> Reply:
        try:
            params = decode(asked.raw)
        except UnicodeDecodeError as error:
            raise invalid("The request is not UTF-8.") from error
        paths = params.pop("expand", [])
        wrong = (
            faults(entry.params, params)
            if entry.params
            else [(name, "Received unknown parameter") for name in params]
        )
        if wrong:
            name, reason = wrong[0]
            code = (
                "parameter_unknown"
                if "unknown" in reason
                else "parameter_missing"
                if "Missing" in reason
                else None
            )
            raise invalid(f"{reason}: {name}", code=code, param=name)
        with self.books.transaction():
            try:
                body = entry.run(
                    Call(
                        self.books, params, object_id, asked.base_url, asked.headers.get("stripe-account", "")
                    )
                )
            except Refused as refused:
                if refused.status != 402:  # a declined card is an outcome: its events are kept
                    raise
                return Reply(refused.status, refused.body)
            if body.get("object") == "list":
                body["url"] = f"/v1/{asked.path}"  # where the SDK asks for the next page
            return Reply(200, visible(expand(self.books, json.loads(json.dumps(body)), paths)))
