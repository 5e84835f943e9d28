"""Stripe's own `stripe-mock`: built once with Go where Go is, run on a free port, and a wire that remembers what it was asked.

It knows the request shapes of Stripe's published API and refuses parameters that are unknown, missing or of a wrong kind.
"""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx

VERSION = "v0.203.0"
MODULE = f"github.com/stripe/stripe-mock@{VERSION}"
LEFT_OUT = "stripe-mock was LEFT OUT: there is no Go on this machine; requests were checked against the SDK's types only"
NEWER = {"POST /v1/checkout/sessions": "allowed_payment_method_types"}
"""Parameters that the published mock does not know yet: its specification is of 2026-08-26, ours of 2026-10-28. The SDK's
types know them. Once it learns one, the test that it does not will fail, and the line goes."""
_USUAL = "/usr/local/go/bin/go"


def go() -> str | None:
    """Where Go is, if it is."""
    return shutil.which("go") or (_USUAL if os.access(_USUAL, os.X_OK) else None)


def binary() -> Path:
    """Build stripe-mock once for this user; many test processes wait for the one that builds."""
    cache = (
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        / "xianyong"
        / f"stripe-mock-{VERSION}"
    )
    cache.mkdir(parents=True, exist_ok=True)
    made = cache / "stripe-mock"
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.is_file():
            subprocess.run(
                # it runs for seconds: what makes it faster would take longer to build than it saves
                [go() or "go", "install", "-gcflags=all=-N -l", MODULE],
                check=True,
                env=os.environ | {"GOBIN": str(cache), "CGO_ENABLED": "0"},
                timeout=300,
            )
    return made


@contextmanager
def running_stripe_mock() -> Iterator[str]:
    """Run it on a port that it chooses; yields its address."""
    process = subprocess.Popen(
        [binary(), "-http-port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        port = next(line.rsplit(":", 1)[1].strip() for line in process.stdout if "Listening for HTTP" in line)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()


def without(body: bytes, name: str | None) -> bytes:
    """A form without one parameter."""
    if name is None:
        return body
    return urlencode(
        [(k, v) for k, v in parse_qsl(body.decode(), keep_blank_values=True) if k.split("[")[0] != name]
    ).encode()


class Wire:
    """Stands between the SDK and a double and remembers each request and its status."""

    def __init__(self, to: str, leave_out: Mapping[str, str]) -> None:
        self.asked: list[tuple[str, int]] = []
        self.versions: set[str] = set()
        wire, http = self, httpx.Client(base_url=to, trust_env=False, timeout=20)
        self.http = http

        class Handler(BaseHTTPRequestHandler):
            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = without(body, leave_out.get(f"{self.command} {self.path.split('?')[0]}"))
                kept = {
                    n: v
                    for n, v in self.headers.items()
                    if n.lower() not in ("host", "accept-encoding", "content-length")
                }
                answer = http.request(self.command, self.path, content=body, headers=kept)
                wire.versions.add(self.headers.get("Stripe-Version", ""))
                wire.asked.append((f"{self.command} {self.path.split('?')[0]}", answer.status_code))
                self.send_response(answer.status_code)
                for name in ("Content-Type", "Request-Id", "Stripe-Should-Retry"):
                    if name in answer.headers:
                        self.send_header(name, answer.headers[name])
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            do_GET = do_POST = do_DELETE = _pass_on  # noqa: N815 - the names of http.server

            def log_message(self, *_: Any) -> None:
                """Stay silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def on_the_wire(to: str, leave_out: Mapping[str, str] | None = None) -> Iterator[Wire]:
    """Listen between the SDK and a double."""
    wire = Wire(to, leave_out or {})
    thread = Thread(target=wire.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield wire
    finally:
        wire.server.shutdown()
        thread.join()
        wire.server.server_close()
        wire.http.close()
