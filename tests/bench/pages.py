"""A listing page and a detail page of the API beside the raw driver's rows as JSON, by processor time of the server."""

import http.client
import json

from tests.bench.measuring import PRODUCT, Ratio, cost, get, report, web
from tests.bench.search import market

ROUNDS, PAGES = 7, 600
"""Processor time is counted in hundredths of a second: enough pages that one of them more or less is no part of the ratio."""


def run() -> None:
    """Measure and report."""
    with (
        market() as (_, environment),
        web(*PRODUCT, **environment) as (port, pids),
        web("tests.bench.raw:app", **environment) as (raw_port, raw_pids),
    ):
        ours = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        raw = http.client.HTTPConnection("127.0.0.1", raw_port, timeout=30)
        listing_id = json.loads(get(raw, "/newest"))[0]["id"]
        pairs = {
            "raw driver → JSON ÷ listing page of 20": ("/api/search/listings?size=20", "/newest"),
            "raw driver → JSON ÷ detail": (f"/api/listings/{listing_id}", f"/one/{listing_id}"),
        }
        ratios = [
            compare(name, (ours, pids, path), (raw, raw_pids, bare)) for name, (path, bare) in pairs.items()
        ]
    report("pages", ratios)


def compare(
    name: str,
    ours: tuple[http.client.HTTPConnection, list[int], str],
    anchor: tuple[http.client.HTTPConnection, list[int], str],
) -> Ratio:
    """Measure both in turn, round by round, after one round that nobody counts."""
    figures: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + 1):
        for found, (connection, pids, path) in zip(figures, (ours, anchor), strict=True):
            found.append(cost(pids, lambda c=connection, p=path: get(c, p), PAGES))  # type: ignore[misc]
    return Ratio(name, "processor ms", figures[0][1:], figures[1][1:], goal=0.6, more_is_better=False)
