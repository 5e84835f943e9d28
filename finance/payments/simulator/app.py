"""The process: `/v1` for the SDK, `/pay` for people, `/_control` for tests and the demo."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal

from fastapi import Body, FastAPI, Form, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.types import Receive, Scope, Send

from finance.payments.simulator import pages
from finance.payments.simulator.api import Api, Asked, visible
from finance.payments.simulator.books import Books
from finance.payments.simulator.calls import Call, Refused
from finance.payments.simulator.checkout import PAY_ACTIONS, expire_session, open_session, pay_session
from finance.payments.simulator.faults import FaultScript
from finance.payments.simulator.operations import correct_fee, settle
from finance.payments.simulator.refunds import end_refund
from finance.payments.simulator.webhooks import Sender


class Dropped(Response):
    """Promises a body that never comes, so that the server cuts the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002, D102 - the ASGI signature
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


def create_app(books: Books, *, background: bool = True) -> FastAPI:
    """Build the process over its books; without `background`, webhooks leave only by `/_control/deliver`."""
    api, sender = Api(books), Sender(books)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        if background:
            sender.start()
        yield
        if background:
            await run_in_threadpool(sender.stop)
        books.close()

    app = FastAPI(title="Stripe stand-in", lifespan=life)

    @app.api_route("/v1/{path:path}", methods=["GET", "POST", "DELETE"])
    async def v1(path: str, request: Request) -> Response:
        raw = await request.body() if request.method == "POST" else request.url.query.encode()
        asked = Asked(request.method, path, request.headers, raw, str(request.base_url).rstrip("/"))
        reply = await run_in_threadpool(api.answer, asked)
        return Dropped() if reply.dropped else JSONResponse(reply.body, reply.status, reply.headers)

    _pay_routes(app, books)
    _control_routes(app, books, sender)
    return app


def _pay_routes(app: FastAPI, books: Books) -> None:
    @app.get("/pay/{session_id}")
    def page(session_id: str, declined: bool = False) -> HTMLResponse:  # noqa: FBT001, FBT002 - a query parameter
        try:
            session = open_session(Call(books, {}, session_id))
        except Refused:
            return HTMLResponse(pages.closed_page(None), 404)
        return HTMLResponse(
            pages.pay_page(session, declined=declined)
            if session["status"] == "open"
            else pages.closed_page(session)
        )

    @app.post("/pay/{session_id}")
    def press(session_id: str, action: Annotated[str, Form()]) -> Response:
        if action not in PAY_ACTIONS:
            raise HTTPException(422)
        call = Call(books, {}, session_id)
        try:
            with books.transaction():
                session = pay_session(call, action)
        except Refused:
            return HTMLResponse(pages.closed_page(books.find("checkout.session", session_id)), 409)
        if action == "decline":
            return RedirectResponse(f"/pay/{session_id}?declined=true", 303)
        back = session["cancel_url"] if action == "cancel" else session["success_url"]
        return RedirectResponse((back or "/").replace("{CHECKOUT_SESSION_ID}", session_id), 303)


def _control_routes(app: FastAPI, books: Books, sender: Sender) -> None:
    @app.get("/_control/ready")
    def ready() -> dict[str, Any]:
        return {"now": books.now()}

    _fault_routes(app, books)
    _session_routes(app, books)
    _webhook_routes(app, books, sender)

    @app.get("/_control/books")
    def everything() -> dict[str, list[dict[str, Any]]]:
        kept: dict[str, list[dict[str, Any]]] = {}
        for row in books.rows("SELECT kind, body FROM object ORDER BY seq"):
            kept.setdefault(row["kind"], []).append(visible(json.loads(row["body"])))
        return kept


def _fault_routes(app: FastAPI, books: Books) -> None:
    @app.post("/_control/faults")
    def order(script: FaultScript) -> dict[str, Any]:
        books.add_fault(script.model_dump())
        return script.model_dump()

    @app.delete("/_control/faults")
    def mend() -> dict[str, Any]:
        books.rows("DELETE FROM fault")
        return {}

    @app.post("/_control/clock")
    def jump(advance_seconds: Annotated[float, Body(embed=True)]) -> dict[str, Any]:
        books.advance(advance_seconds)
        return {"now": books.now()}

    @app.post("/_control/clock/freeze")
    def freeze(at: Annotated[float | None, Body(embed=True)] = None) -> dict[str, Any]:
        books.freeze(books.now() if at is None else at)
        return {"now": books.now()}

    @app.post("/_control/clock/run")
    def run() -> dict[str, Any]:
        books.run_clock()
        return {"now": books.now()}


def _session_routes(app: FastAPI, books: Books) -> None:
    @app.post("/_control/sessions/{session_id}/{action}")
    def act(session_id: str, action: str) -> dict[str, Any]:
        if action not in (*PAY_ACTIONS, "expire"):
            raise HTTPException(422)
        call = Call(books, {}, session_id)
        try:
            with books.transaction():
                return dict(
                    visible(expire_session(call) if action == "expire" else pay_session(call, action))
                )
        except Refused as refused:
            raise HTTPException(refused.status, refused.body["error"]["message"]) from refused

    @app.post("/_control/refunds/{refund_id}/{action}")
    def end(refund_id: str, action: Literal["succeed", "fail"]) -> dict[str, Any]:
        with books.transaction():
            return dict(visible(end_refund(Call(books, {}, refund_id), action)))

    @app.post("/_control/settle")
    def pay_out() -> dict[str, Any]:
        with books.transaction():
            return settle(Call(books, {}))

    @app.post("/_control/lag")
    def pending(seconds: Annotated[float, Body(embed=True)]) -> dict[str, Any]:
        books.set_lag(seconds)
        return {"seconds": seconds}

    @app.post("/_control/fees/{transaction_id}")
    def fee(transaction_id: str, fee: Annotated[int, Body(embed=True)]) -> dict[str, Any]:
        return dict(visible(correct_fee(Call(books, {}, transaction_id), fee)))


def _webhook_routes(app: FastAPI, books: Books, sender: Sender) -> None:
    @app.post("/_control/deliver")
    def deliver(due_only: bool = False) -> list[dict[str, Any]]:  # noqa: FBT001, FBT002 - a query parameter
        return sender.flush(due_only=due_only)

    @app.post("/_control/events/{event_id}/redeliver")
    def redeliver(event_id: str) -> dict[str, Any]:
        books.rows("UPDATE delivery SET state = 'pending', next_at = 0 WHERE event = ?", event_id)
        return {}

    @app.get("/_control/deliveries")
    def deliveries() -> list[dict[str, Any]]:
        return [dict(row) for row in books.rows("SELECT * FROM delivery ORDER BY seq")]
