"""The least a notice can cost: its signature checked, its bytes stored by one INSERT, 202; nothing else is known of it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import stripe
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from finance.settings import settings as finance
from marketplace.core.settings import settings

TABLE = "CREATE TABLE bare_notice (event_id text PRIMARY KEY, body bytea NOT NULL)"
"""Made before any of them starts: two that make it at the same instant are one too few."""
STORE = "INSERT INTO bare_notice (event_id, body) VALUES (%s, %s) ON CONFLICT DO NOTHING"
CONNECTIONS = 8
_idle: asyncio.Queue[psycopg.AsyncConnection] = asyncio.Queue()


@asynccontextmanager
async def life(_: Starlette) -> AsyncIterator[None]:
    """Connect beforehand, as a pool that has been in use for a while."""
    address = settings().sqlalchemy_url.replace("+psycopg", "")
    for _n in range(CONNECTIONS):
        _idle.put_nowait(await psycopg.AsyncConnection.connect(address, autocommit=True))
    yield


async def receive(request: Request) -> Response:
    """Take a notice."""
    body = await request.body()
    try:
        signature, secret = request.headers["stripe-signature"], finance().stripe_webhook_secret
        stripe.WebhookSignature.verify_header(body.decode(), signature, secret, 300)
    except stripe.SignatureVerificationError:
        return Response(status_code=400)
    connection = await _idle.get()
    try:
        await connection.execute(STORE, (json.loads(body)["id"], body), prepare=True)
    finally:
        _idle.put_nowait(connection)
    return Response(status_code=202)


async def alive(_: Request) -> Response:
    """Something to wait for."""
    return Response("ok")


app = Starlette(
    routes=[Route("/api/webhooks/stripe", receive, methods=["POST"]), Route("/api/healthz", alive)],
    lifespan=life,
)
