"""The process: `/v1` for the SDK, `/pay` for people, `/_control` for tests and the demo."""

import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Body, FastAPI, Form, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.types import Receive, Scope, Send

from finance.payments.simulator import pages
from finance.payments.simulator.accounts import change_account, open_link
from finance.payments.simulator.api import Api, Asked, visible
from finance.payments.simulator.books import Books
from finance.payments.simulator.calls import Call, Refused, settle
from finance.payments.simulator.checkout import PAY_ACTIONS, expire_session, open_session, pay_session
from finance.payments.simulator.disputes import ANSWER_DAYS, end_dispute, open_dispute
from finance.payments.simulator.faults import FaultScript
from finance.payments.simulator.intents import WALLET_ACTIONS, open_intent, pay_intent
from finance.payments.simulator.operations import correct_fee
from finance.payments.simulator.refunds import end_refund
from finance.payments.simulator.transfers import pay_on
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
        raw = await _raw(request)
        asked = Asked(request.method, path, request.headers, raw, str(request.base_url).rstrip("/"))
        reply = await run_in_threadpool(api.answer, asked)
        return Dropped() if reply.dropped else JSONResponse(reply.body, reply.status, reply.headers)

    _pay_routes(app, books)
    _wallet_routes(app, books)
    _onboarding_routes(app, books)
    _control_routes(app, books, sender)
    return app


async def _raw(request: Request) -> bytes:
    """Return the parameters in Stripe's encoding; of an upload, each file as its name, size and hash."""
    if request.method != "POST":
        return request.url.query.encode()
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return await request.body()
    told = {}
    for name, value in (await request.form()).items():
        if isinstance(value, str):
            told[name] = value
        else:
            data = await value.read()
            told[name] = f"{value.filename}|{len(data)}|{hashlib.sha256(data).hexdigest()}"
    return urlencode(told).encode()


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


def _wallet_routes(app: FastAPI, books: Books) -> None:
    @app.get("/wallet/{intent_id}")
    def wallet(intent_id: str) -> HTMLResponse:
        try:
            with books.transaction():
                intent = open_intent(Call(books, {}, intent_id))
        except Refused:
            return HTMLResponse(pages.closed_page(None), 404)
        waiting = intent["status"] == "requires_action"
        return HTMLResponse(pages.wallet_page(intent) if waiting else pages.wallet_done_page(intent))

    @app.post("/wallet/{intent_id}")
    def decide(intent_id: str, action: Annotated[str, Form()]) -> Response:
        if action not in WALLET_ACTIONS:
            raise HTTPException(422)
        try:
            with books.transaction():
                intent = pay_intent(Call(books, {}, intent_id), action)
        except Refused:
            return HTMLResponse(pages.wallet_done_page(books.find("payment_intent", intent_id)), 409)
        if back := intent.get("_return_url"):
            went = "succeeded" if action in ("pay", "pay_later") else "failed"
            more = f"payment_intent={intent_id}&redirect_status={went}"
            return RedirectResponse(f"{back}{'&' if '?' in back else '?'}{more}", 303)
        return HTMLResponse(pages.wallet_done_page(intent))


def _onboarding_routes(app: FastAPI, books: Books) -> None:
    @app.get("/onboard/{link_id}")
    def wanted(link_id: str) -> Response:
        try:
            found = open_link(Call(books, {}, link_id))
        except Refused:
            return HTMLResponse(pages.closed_page(None), 404)
        if found is None:
            link = Call(books, {}, link_id).get("account_link")
            return RedirectResponse(link["_refresh_url"], 303)
        return HTMLResponse(pages.onboarding_page(found[1]))

    @app.post("/onboard/{link_id}")
    def fill_in(link_id: str, action: Annotated[Literal["submit", "activate", "later"], Form()]) -> Response:
        try:
            found = open_link(Call(books, {}, link_id))
        except Refused:
            return HTMLResponse(pages.closed_page(None), 404)
        link = Call(books, {}, link_id).get("account_link")
        if found is None:
            return RedirectResponse(link["_refresh_url"], 303)
        if action != "later":
            with books.transaction():
                change_account(Call(books, {}, link["account"]), action)
        return RedirectResponse(link["_return_url"], 303)


def _control_routes(app: FastAPI, books: Books, sender: Sender) -> None:
    @app.get("/_control/ready")
    def ready() -> dict[str, Any]:
        return {"now": books.now()}

    _fault_routes(app, books)
    _session_routes(app, books)
    _webhook_routes(app, books, sender)
    _dispute_routes(app, books)
    _account_routes(app, books)

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
        if action not in (*PAY_ACTIONS, *WALLET_ACTIONS, "expire"):
            raise HTTPException(422)
        call = Call(books, {}, session_id)
        try:
            with books.transaction():
                if session_id.startswith("pi_"):
                    return dict(visible(pay_intent(call, action)))
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


def _dispute_routes(app: FastAPI, books: Books) -> None:
    @app.post("/_control/charges/{charge_id}/dispute")
    def dispute(
        charge_id: str,
        amount: Annotated[int | None, Body()] = None,
        reason: Annotated[str, Body()] = "general",
        days: Annotated[float, Body()] = ANSWER_DAYS,
        inquiry: Annotated[bool, Body()] = False,  # noqa: FBT002 - a field of the body
    ) -> dict[str, Any]:
        try:
            with books.transaction():
                call = Call(books, {}, charge_id)
                return dict(
                    visible(open_dispute(call, amount=amount, reason=reason, days=days, inquiry=inquiry))
                )
        except Refused as refused:
            raise HTTPException(refused.status, refused.body["error"]["message"]) from refused

    @app.post("/_control/disputes/{dispute_id}/{action}")
    def decide(dispute_id: str, action: Literal["win", "lose"]) -> dict[str, Any]:
        try:
            with books.transaction():
                return dict(visible(end_dispute(Call(books, {}, dispute_id), action)))
        except Refused as refused:
            raise HTTPException(refused.status, refused.body["error"]["message"]) from refused

    @app.post("/_control/dispute_fee")
    def dispute_fee(minor: Annotated[int, Body(embed=True, ge=0)]) -> dict[str, Any]:
        books.set_dispute_fee(minor)
        return {"minor": minor}


def _account_routes(app: FastAPI, books: Books) -> None:
    @app.post("/_control/accounts/{account_id}/{action}")
    def change(
        account_id: str, action: Literal["submit", "activate", "restrict", "pay_out", "fail_payout"]
    ) -> dict[str, Any]:
        call = Call(books, {}, account_id)
        with books.transaction():
            if action in ("pay_out", "fail_payout"):
                return dict(visible(pay_on(call.of(account_id), action)))
            return dict(visible(change_account(call, action)))


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
