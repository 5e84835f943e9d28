"""An endpoint for the announcements of the stand-in for Stripe."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any, TypeVar

import stripe

from tests.factories.payments import SECRET


class Endpoint:
    """A webhook endpoint that remembers what came and answers as told."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.answers: list[int] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body, signature = (
                    self.rfile.read(int(self.headers["Content-Length"])),
                    self.headers["Stripe-Signature"],
                )
                self.send_response(endpoint.hear(body, signature))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Stay silent."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def hear(self, body: bytes, signature: str) -> int:
        """Note what is genuine; 400 for what is not."""
        try:
            stripe.WebhookSignature.verify_header(body.decode(), signature, SECRET, 300)
        except stripe.SignatureVerificationError:
            return 400
        self.heard.append(json.loads(body))
        return self.answers.pop(0) if self.answers else 202

    def types(self) -> list[str]:
        return [event["type"] for event in self.heard]


E = TypeVar("E", bound=Endpoint)


@contextmanager
def listening(endpoint: E) -> Iterator[E]:
    """Run an endpoint."""
    thread = Thread(target=endpoint.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.server.shutdown()
        thread.join()
        endpoint.server.server_close()
