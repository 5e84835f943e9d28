"""The least a page can cost: the driver's rows as dicts, straight to JSON, without models, policy or language."""

import json

import orjson
import psycopg
from psycopg.rows import dict_row
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.core.settings import settings

_BRIEF = (
    "SELECT l.id, l.number, l.title, l.benefit, l.industry, l.track, l.trl, l.pay_after_use, l.fixed_fee_minor,"
    " l.published_at, o.name AS university_name, o.city FROM listing l JOIN organization o ON o.id = l.university_id"
)
_LIST = f"{_BRIEF} WHERE l.state = 'open' ORDER BY l.published_at DESC, l.id LIMIT 20"
_ONE = "SELECT l.*, o.name AS university_name, o.city FROM listing l JOIN organization o ON o.id = l.university_id WHERE l.id = %s"
_PARTS = "SELECT * FROM listing_right WHERE listing_id = %s"
_connection: list[psycopg.Connection[dict[str, object]]] = []


def _rows(statement: str, *parameters: object) -> list[dict[str, object]]:
    if not _connection:
        address = settings().sqlalchemy_url.replace("+psycopg", "")
        _connection.append(psycopg.connect(address, autocommit=True, row_factory=dict_row))
    return _connection[0].execute(statement, parameters, prepare=True).fetchall()


def _answer(body: object) -> Response:
    return Response(orjson.dumps(body, default=str), media_type="application/json")


def newest(_: Request) -> Response:
    """Twenty rows of a list."""
    return _answer(_rows(_LIST))


def one(request: Request) -> Response:
    """One row with its rights."""
    listing_id = request.path_params["listing_id"]
    return _answer({**_rows(_ONE, listing_id)[0], "rights": _rows(_PARTS, listing_id)})


def alive(_: Request) -> Response:
    """Something to wait for."""
    return Response(json.dumps({"status": "ok"}))


app = Starlette(
    routes=[Route("/newest", newest), Route("/one/{listing_id}", one), Route("/api/healthz", alive)],
)
