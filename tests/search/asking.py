"""What tests ask of the search endpoint, in process or over the wire."""

from typing import Any

import httpx
from fastapi.testclient import TestClient


def ask(client: httpx.Client | TestClient, **params: Any) -> dict[str, Any]:
    """Return a page of listings."""
    answer = client.get("/api/search/listings", params=params)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def ids(page: dict[str, Any]) -> list[str]:
    """Return the ids of a page in its order."""
    return [item["id"] for item in page["items"]]
