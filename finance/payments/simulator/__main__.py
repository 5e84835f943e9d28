"""`python -m finance.payments.simulator --port 8412 --data stripe.sqlite --webhook-url … --webhook-secret …`."""

import argparse
import socket
import sys

import uvicorn

from finance.payments.simulator.app import create_app
from finance.payments.simulator.books import Books
from finance.payments.simulator.calls import API_VERSION

LAST_SECONDS = 3
"""How long calls under way may take when it is told to stop: whoever made one may be gone, or wait for a fault to end."""


def main() -> None:
    """Serve until told to stop; prints the address once it is bound, so that port 0 can be used."""
    parser = argparse.ArgumentParser(prog="python -m finance.payments.simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8412, help="0 takes a free one")
    parser.add_argument("--data", default=":memory:", help="SQLite file; memory when left out")
    parser.add_argument("--webhook-url", default="", help="endpoint that hears every event")
    parser.add_argument("--webhook-secret", default="", help="its signing secret")
    parser.add_argument(
        "--no-background", action="store_true", help="send webhooks only when /_control/deliver says so"
    )
    given = parser.parse_args()

    books = Books(given.data)
    if given.webhook_url:
        register(books, given.webhook_url, given.webhook_secret)
    listening = socket.create_server((given.host, given.port))
    sys.stdout.write(f"http://{given.host}:{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    app = create_app(books, background=not given.no_background)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=LAST_SECONDS)
    uvicorn.Server(config).run(sockets=[listening])


def register(books: Books, url: str, secret: str) -> None:
    """Make `url` the one endpoint that hears every event, whatever address it had the last time."""
    known = books.all("webhook_endpoint")
    facts = {
        "url": url,
        "enabled_events": ["*"],
        "status": "enabled",
        "secret": secret,
        "api_version": str(API_VERSION),
        "metadata": {},
    }
    with books.transaction():
        if known:
            books.save(known[-1] | facts)
        else:
            books.put("webhook_endpoint", "we", facts)


if __name__ == "__main__":
    main()
