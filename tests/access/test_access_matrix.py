"""Every route × every person: what is denied changes nothing, and what is not public does not exist for strangers.

The cells are in `docs/access.md`, generated here and checked in: a new route or a changed answer shows up in review.
Run with `XIANYONG_WRITE_ACCESS=1` to write the page anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from marketplace.app.main import app
from marketplace.core.uow import UnitOfWork
from marketplace.identity.entry import SESSION_COOKIE
from tests.access.bodies import FORMATS, smallest
from tests.access.world import World, a_world
from tests.factories.laid_down import rows_written

PAGE = Path(__file__).parents[2] / "docs" / "access.md"
STRANGERS = ("rival_officer", "rival_head", "rival_firm", "fund", "bank", "zone", "province")
PUBLIC = {
    "list_notices", "get_notice_period", "get_listing", "simulate_listing", "compare_ways_to_listing", "get_terms_schema",
    "list_term_presets", "list_universities", "list_zones",
    "list_demo_accounts", "sign_in", "verify_contract_file", "sign_out", "raise_objection", "get_readiness", "list_needs", "get_need",
    "search_listings", "suggest_phrases", "list_similar_listings", "list_instruments", "get_instrument", "receive_stripe_event",
    "read_calendar_feed",
    "get_response_rate",
    "list_price_notices", "object_to_price",
}  # fmt: skip
"""Operations that ask for no sign-in; what they show is decided by visibility."""
COUNTED = {"provider_trouble"}
"""How often announcements are refused is counted, for whoever watches over the checks; nothing else follows from a refusal."""

BEGUN = {"open_connect_account", "look_at_connect_account"}
"""What is asked of the provider is on record before it is asked: a provider that does not answer (409) leaves that behind."""


class Operation(NamedTuple):
    """One route as OpenAPI describes it."""

    name: str
    method: str
    path: str
    description: dict[str, Any]


def operations() -> list[Operation]:
    """Return every operation of the API, in the order of the document."""
    return [
        Operation(description["operationId"], method, path, description)
        for path, methods in app.openapi()["paths"].items()
        for method, description in methods.items()
    ]


def send(client: TestClient, operation: Operation, world: World, token: str | None) -> int:
    """Send the smallest request that the schema accepts at the object of the world, and return the status."""
    schemas = app.openapi()["components"]["schemas"]
    path = re.sub(
        r"\{(\w+)\}",
        lambda m: str(world.objects.get(m[1], FORMATS["uuid"] if m[1].endswith("_id") else "1")),
        operation.path,
    )
    parameters = operation.description.get("parameters", [])
    query = {
        p["name"]: smallest(p["schema"], schemas)
        for p in parameters
        if p["in"] == "query" and p.get("required")
    }
    content = operation.description.get("requestBody", {}).get("content", {})
    body: dict[str, Any] = {}
    if "application/json" in content:
        body["json"] = smallest(content["application/json"]["schema"], schemas)
    elif "multipart/form-data" in content:
        form = smallest(content["multipart/form-data"]["schema"], schemas)
        body["data"] = {name: value for name, value in form.items() if name not in ("file", "files")}
        body["files"] = {"file": ("成果.csv", "成果名称,专利号\n".encode())}
    client.cookies.clear()
    if token:
        client.cookies.set(SESSION_COOKIE, token)
    headers = {"If-Match": "1", "Idempotency-Key": "key-00000001"}
    return client.request(operation.method, path, params=query, headers=headers, **body).status_code


def fingerprint(connection: Connection) -> dict[str, int]:
    """Return a sum over all rows of every table: equal before and after means nothing changed."""
    parts = " UNION ALL ".join(
        f"SELECT '{name}' AS name, coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM {name} t"  # noqa: S608
        for name in sorted(set(SQLModel.metadata.tables) - COUNTED)
    )
    return {row.name: int(row.sum) for row in connection.execute(text(parts))}


@pytest.fixture
def world(uow: UnitOfWork) -> World:
    return a_world(uow)


def cells(client: TestClient, connection: Connection, world: World) -> Iterator[tuple[str, str, int, bool]]:
    """Yield operation, persona, status and whether anything changed; whatever it did is undone, so one state is before all.

    Whether a success of one's own side changed something is nobody's question and not looked for.
    """
    before, written = fingerprint(connection), rows_written(connection)
    point = connection.begin_nested()
    for operation in operations():
        for persona, token in world.tokens.items():
            status = send(client, operation, world, token)
            if rows_written(connection) == written:
                yield operation.name, persona, status, False
                continue
            asked = status >= 400 or persona in STRANGERS
            changed = asked and fingerprint(connection) != before
            point.rollback()
            point, written = connection.begin_nested(), rows_written(connection)
            yield operation.name, persona, status, changed


@pytest.mark.timeout(1200)  # thousands of requests in one transaction
def test_every_route_for_every_person(client: TestClient, connection: Connection, world: World) -> None:
    table: dict[str, dict[str, int]] = {}
    wrong: list[str] = []
    for name, persona, status, changed in cells(client, connection, world):
        table.setdefault(name, {})[persona] = status
        if status >= 500:
            wrong.append(f"{name} as {persona}: {status}")
        if status >= 400 and changed and not (name in BEGUN and status == 409):
            wrong.append(f"{name} as {persona}: {status}, yet something changed")
        if persona == "anonymous" and name not in PUBLIC and status != 401:
            wrong.append(f"{name} as anonymous: {status}")
        if persona in STRANGERS and status < 300 and changed and "{" in route_of(name):
            wrong.append(f"{name} as {persona}: changed what belongs to others")
    assert wrong == []
    written = page(table)
    if os.environ.get("XIANYONG_WRITE_ACCESS"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written, (
        "run this test with XIANYONG_WRITE_ACCESS=1 and review docs/access.md"
    )


def route_of(name: str) -> str:
    """Return the path of an operation."""
    return next(operation.path for operation in operations() if operation.name == name)


def page(table: dict[str, dict[str, int]]) -> str:
    """Return the matrix as a page."""
    personas = list(next(iter(table.values())))
    lines = [
        "<!-- Generated by tests/access; do not edit. -->",
        "# Who gets which answer",
        "",
        "The smallest valid request of each route, at an object of the officer's university or the firm that nobody else may see.",
        "",
        "| operation | " + " | ".join(personas) + " |",
        "| --- |" + " --- |" * len(personas),
    ]
    lines += [
        f"| {name} | " + " | ".join(str(row[p]) for p in personas) + " |"
        for name, row in sorted(table.items())
    ]
    return "\n".join(lines) + "\n"
