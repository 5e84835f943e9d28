"""Sends events to the registered endpoints, signed, in order, again and again until they are taken."""

import json
import threading
from typing import Any

import httpx
import stripe

from finance.payments.simulator.api import visible
from finance.payments.simulator.books import Books

BACKOFF_SECONDS = (
    2,
    10,
    60,
    600,
    3_600,
    10_800,
    43_200,
    86_400,
)  # about three days in all, as Stripe's live mode
TIMEOUT_SECONDS = 10


class Sender:
    """One thread that delivers what is due; `flush` delivers everything now."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self._sending = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin to deliver in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the delivery under way and end."""
        self._stop.set()
        self._thread.join(TIMEOUT_SECONDS + 1)

    def _loop(self) -> None:
        while not self._stop.wait(0.25):
            self.flush(due_only=True)

    def flush(self, *, due_only: bool = False) -> list[dict[str, Any]]:
        """Try every waiting delivery once, in order, and return what the endpoints said."""
        results = []
        with self._sending:
            until = self.books.now() if due_only else float("inf")
            waiting = "SELECT * FROM delivery WHERE state = 'pending' AND next_at <= ? ORDER BY seq"
            for row in self.books.rows(waiting, until):
                results.append(self._deliver(dict(row)))
                # an event held back to arrive out of order follows the next one of its endpoint
                self.books.rows(
                    "UPDATE delivery SET state = 'pending' WHERE state = 'held' AND endpoint = ? AND seq < ?",
                    row["endpoint"], row["seq"],
                )  # fmt: skip
        return results

    def _deliver(self, row: dict[str, Any]) -> dict[str, Any]:
        event = self.books.find("event", row["event"])
        endpoint = self.books.find("webhook_endpoint", row["endpoint"])
        if event is None or endpoint is None:
            raise LookupError(row)
        payload = json.dumps(visible(event), ensure_ascii=False, separators=(",", ":"))
        false = self.books.rows("SELECT secret, age FROM false_delivery WHERE seq = ?", row["seq"])
        signature = stripe.WebhookSignature.generate_signature_header(
            payload=payload,
            secret=(false and false[0]["secret"]) or endpoint["secret"],
            timestamp=int(self.books.now() - (false[0]["age"] if false else 0)),
        )
        try:
            answer = httpx.post(
                endpoint["url"], content=payload.encode(), timeout=TIMEOUT_SECONDS, trust_env=False,
                headers={"Stripe-Signature": signature, "Content-Type": "application/json; charset=utf-8"},
            )  # fmt: skip
            said, taken = str(answer.status_code), answer.is_success
        except httpx.HTTPError as error:
            said, taken = type(error).__name__, False
        attempts = row["attempts"] + 1
        given_up = bool(false) or attempts > len(BACKOFF_SECONDS)
        state = "delivered" if taken else "failed" if given_up else "pending"
        next_at = self.books.now() + (0 if taken or given_up else BACKOFF_SECONDS[attempts - 1])
        self.books.rows(
            "UPDATE delivery SET state = ?, attempts = ?, next_at = ?, last = ? WHERE seq = ?",
            state, attempts, next_at, said, row["seq"],
        )  # fmt: skip
        return {"event": event["id"], "type": event["type"], "state": state, "answer": said}
