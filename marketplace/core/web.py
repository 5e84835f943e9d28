"""What every endpoint shares: problem answers, request numbers, versions of edits, pages."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import FastAPI, Header, Query, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError, OperationalError, TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marketplace.core.i18n import Text, locale_of
from marketplace.core.money import yuan
from marketplace.core.paging import PAGE_SIZE_MAX
from marketplace.core.problems import (
    FieldError,
    Forbidden,
    Internal,
    InvalidInput,
    NotFound,
    Problem,
    StaleVersion,
    TryLater,
    VersionRequired,
)  # fmt: skip
from marketplace.core.uow import new_request_id

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

log = logging.getLogger("xianyong.web")

PageNumber = Annotated[int, Query(ge=1, le=10_000, description="page, from 1")]
PageSize = Annotated[int, Query(ge=1, le=PAGE_SIZE_MAX, description="rows a page")]


class FieldErrorBody(BaseModel):
    """One wrong field of a payload."""

    pointer: str
    code: str
    message: str
    params: dict[str, Any]


class ProblemBody(BaseModel):
    """RFC 9457 problem details with our code and typed parameters."""

    type: str
    title: str
    detail: str
    status: int
    instance: str
    code: str
    params: dict[str, Any]
    errors: list[FieldErrorBody] | None = None


_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}


def problems(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """Return the `responses=` of an endpoint: which refusals it can give, grouped by status."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        entry = by_status.setdefault(kind.status, {"content": _PROBLEM, "description": ""})
        entry["description"] = "; ".join(
            filter(None, [entry["description"], f"`{kind.code}` {kind.title.en}"])
        )
    return by_status


Answer = Callable[[Request], Awaitable[Response]]


class Api(FastAPI):
    """An application that answers what is asked most without its own layers, and describes refusals as they are answered."""

    def __init__(self, **said: Any) -> None:
        super().__init__(**said)
        self.direct: dict[tuple[str, str], Answer] = {}
        """Endpoints by method and whole path. They are found at once, and only numbered and refused like all others."""
        self._numbered = RequestNumber(self._answer_directly)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and (scope["method"], scope["path"]) in self.direct:
            await self._numbered(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    async def _answer_directly(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self.direct[scope["method"], scope["path"]](request)
        except Exception as error:  # noqa: BLE001 - whatever nobody else answers is answered as a defect
            kinds = (kind for kind in type(error).__mro__ if kind in self.exception_handlers)
            answered = self.exception_handlers[next(kinds)](request, error)
            response = await answered if isawaitable(answered) else answered
        await response(scope, receive, send)

    def openapi(self) -> dict[str, Any]:
        """Describe the API; a model of problems at each of its routes would cost every start a third of a second."""
        found = super().openapi()
        schemas = found["components"]["schemas"]
        if "HTTPValidationError" in schemas:  # as FastAPI has just made it
            body = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= {**body.pop("$defs"), "ProblemBody": body}
            del schemas["HTTPValidationError"], schemas["ValidationError"]
            for operation in (each for path in found["paths"].values() for each in path.values()):
                if operation["responses"].get("422", {}).get("description") == "Validation Error":
                    operation["responses"]["422"] = problems(InvalidInput)[InvalidInput.status]
        return found


async def edited_version(if_match: Annotated[str | None, Header()] = None) -> int:
    """Read `If-Match: <version>`; raises `VersionRequired` when it is missing or not a number."""
    raw = (if_match or "").strip().strip('"')
    if not raw.isdigit():
        raise VersionRequired
    return int(raw)


def shown_pdf(name: str, pdf: bytes) -> Response:
    """Return a paper that the browser shows in place; `name`, in ASCII, is what it is called when it is saved."""
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(pdf, media_type="application/pdf", headers=headers)


def handed_file(name: str, data: bytes | str, media_type: str) -> Response:
    """Return a file to keep, of which no copy stays with anybody on the way; `name` may be in any script."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(data, media_type=media_type, headers=headers)


def _answer(request: Request, problem: Problem) -> Response:
    request_id = getattr(request.state, "request_id", "") or new_request_id()
    body = problem.body(locale_of(request.headers.get("accept-language")), request_id)
    headers = {"Retry-After": "2"} if problem.status == TryLater.status else {}
    return JSONResponse(body, problem.status, headers, media_type="application/problem+json")


_PYDANTIC = {
    "missing": Text(zh="请填写此项。", en="Fill this in."),
    "extra_forbidden": Text(zh="没有这一项，请删除。", en="There is no such field; remove it."),
    "int_from_float": Text(zh="请填写整数，金额以分为单位。", en="Use a whole number; amounts are in fen."),
    "int_parsing": Text(zh="请填写整数，金额以分为单位。", en="Use a whole number; amounts are in fen."),
    "int_type": Text(zh="请填写整数，金额以分为单位。", en="Use a whole number; amounts are in fen."),
    "greater_than_equal": Text(zh="不能小于 {ge}。", en="Must be at least {ge}."),
    "less_than_equal": Text(zh="不能大于 {le}。", en="Must be at most {le}."),
    "greater_than": Text(zh="必须大于 {gt}。", en="Must be more than {gt}."),
    "string_too_short": Text(zh="至少填写 {min_length} 个字。", en="Use at least {min_length} characters."),
    "string_too_long": Text(zh="最多填写 {max_length} 个字。", en="Use at most {max_length} characters."),
    "too_short": Text(zh="至少要有 {min_length} 项。", en="At least {min_length} entries."),
    "too_long": Text(zh="最多 {max_length} 项。", en="At most {max_length} entries."),
    "uuid_parsing": Text(zh="编号格式不对。", en="This is not a valid id."),
    "date_from_datetime_parsing": Text(
        zh="日期请写成 2026-11-23 的样子。", en="Write dates like 2026-11-23."
    ),
    "date_parsing": Text(zh="日期请写成 2026-11-23 的样子。", en="Write dates like 2026-11-23."),
    "enum": Text(zh="请从 {expected} 中选择。", en="Choose one of {expected}."),
    "literal_error": Text(zh="请从 {expected} 中选择。", en="Choose one of {expected}."),
    "json_invalid": Text(zh="请求内容不是有效的 JSON。", en="The body is not valid JSON."),
}
_AMOUNTS = {
    "greater_than_equal": Text(zh="金额不能少于 {ge} 元。", en="The amount cannot be less than CNY {ge}."),
    "less_than_equal": Text(zh="金额不能超过 {le} 元。", en="The amount cannot be more than CNY {le}."),
    "greater_than": Text(zh="金额必须大于 {gt} 元。", en="The amount must be more than CNY {gt}."),
}
"""Programs send fen, people read yuan."""
_ANY = Text(zh="填写不正确，请检查。", en="This is not valid; check it.")


def field_errors(errors: Any) -> tuple[FieldError, ...]:
    """Translate pydantic's errors to field errors with stable codes."""
    found = []
    for error in errors:
        params = {k: v for k, v in (error.get("ctx") or {}).items() if isinstance(v, str | int | bool)}
        location = (
            error["loc"][1:]
            if error["loc"] and error["loc"][0] in ("body", "query", "path", "header")
            else error["loc"]
        )
        raised = (error.get("ctx") or {}).get("error")
        text = getattr(raised, "text", None) or _PYDANTIC.get(error["type"], _ANY)
        if error["type"] in _AMOUNTS and any(str(part).endswith("_minor") for part in location):
            text = _AMOUNTS[error["type"]]
            params = {k: yuan(v) if isinstance(v, int) else v for k, v in params.items()}
        code = getattr(raised, "code", None) or error["type"]
        found.append(FieldError("/" + "/".join(str(part) for part in location), code, text, params))
    return tuple(found)


def install_problem_handlers(app: FastAPI) -> None:
    """Make every refusal and every defect answer as problem+json in the reader's language."""

    @app.exception_handler(Problem)
    def refused(request: Request, exc: Problem) -> Response:
        return _answer(request, exc)

    @app.exception_handler(RequestValidationError)
    def wrong_payload(request: Request, exc: RequestValidationError) -> Response:
        return _answer(request, InvalidInput(errors=field_errors(exc.errors())))

    @app.exception_handler(HTTPException)
    def not_routed(request: Request, exc: HTTPException) -> Response:
        if exc.status_code == NotFound.status:
            return _answer(request, NotFound())
        body = {
            "type": "about:blank",
            "title": exc.detail,
            "status": exc.status_code,
            "code": "http",
            "params": {},
        }
        return JSONResponse(
            jsonable_encoder(body), exc.status_code, exc.headers, media_type="application/problem+json"
        )

    @app.exception_handler(StaleDataError)
    def overtaken(request: Request, _: StaleDataError) -> Response:
        return _answer(request, StaleVersion(current=0))

    @app.exception_handler(PoolTimeout)
    @app.exception_handler(OperationalError)
    def database_away(request: Request, exc: Exception) -> Response:
        log.warning("database unavailable: %s", type(exc).__name__)
        return _answer(request, TryLater())

    @app.exception_handler(DBAPIError)
    @app.exception_handler(Exception)
    def defect(request: Request, exc: Exception) -> Response:
        request_id = getattr(request.state, "request_id", new_request_id())
        log.error("request %s failed", request_id, exc_info=exc)
        return _answer(request, Internal(request=request_id))

    app.add_middleware(RequestNumber)


class RequestNumber:
    """Gives each request a number that people can quote, and refuses writes that another site triggered.

    Browsers say where a request comes from (`Sec-Fetch-Site`); programs and payment providers do not send it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = new_request_id()
        scope.setdefault("state", {})["request_id"] = request_id
        if scope["method"] not in SAFE_METHODS and Headers(scope=scope).get(
            "sec-fetch-site", "same-origin"
        ) not in ("same-origin", "none"):
            await _answer(Request(scope), Forbidden(reason="cross_site_request"))(scope, receive, send)
            return

        async def numbered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message.setdefault("headers", []).append((b"x-request-id", request_id.encode()))
            await send(message)

        await self.app(scope, receive, numbered)
