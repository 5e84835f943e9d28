"""How a request becomes a unit of work. The only reader of cookies; the edge that commits.

`scope="function"` matters: with the default scope FastAPI answers before the commit, and a failed
commit would still say 201 (tests/core/test_commit_before_answer.py).
"""

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlmodel import Session
from starlette.datastructures import QueryParams
from starlette.types import Receive, Scope, Send

from marketplace.core.actor import ANONYMOUS
from marketplace.core.clock import utc_now
from marketplace.core.db import calls_engine, engine, line, reading_engine
from marketplace.core.i18n import locale_of
from marketplace.core.problems import SignInRequired
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork, known_now, new_request_id, shifted_now
from marketplace.identity import service
from marketplace.identity.queries import find_actor

SESSION_COOKIE = "xianyong_session"
Item = TypeVar("Item")


@contextmanager
def writing_session() -> Iterator[Session]:
    """Open the session that a request writes with: committed at the end of its block, or rolled back; tests replace this."""
    with Session(engine(), expire_on_commit=False) as session:
        yield session
        session.commit()


@contextmanager
def calling_session() -> Iterator[Session]:
    """Open the session of a program's call, on connections of its own: committed or rolled back; tests replace this."""
    with Session(calls_engine(), expire_on_commit=False) as session:
        yield session
        session.commit()


async def write_alone(statement: str, values: Mapping[str, Any]) -> None:
    """Send a program's write that is a transaction by itself, committed on return; tests replace this."""
    await line().send(statement, values)


async def hang_up() -> None:
    """Close what this event loop has opened for such writes."""
    await line().close()


_apart = ThreadPoolExecutor(1, "programs")
"""A thread for what programs tell us: where every other one waits for the database, this one still works."""


async def present() -> datetime:
    """Return the present instant for a program's call that has no session."""
    if not settings().demo_clock:
        return utc_now()
    return await get_running_loop().run_in_executor(_apart, _shown_by_the_demo)


def _shown_by_the_demo() -> datetime:
    with calling_session() as session:
        return shifted_now(session)


def reading_session() -> AbstractContextManager[Session]:
    """Return a read-only session without a transaction, for hot pages; tests replace this.

    Opening and closing wait for nobody: a connection is taken by the first statement and given back to the pool.
    """
    return Session(reading_engine())


async def open_reading_session() -> AsyncIterator[Session]:
    """Yield the session of a page that only reads."""
    with reading_session() as session:
        yield session


def _enter(request: Request, session: Session) -> UnitOfWork:
    uow = UnitOfWork(
        session,
        ANONYMOUS,
        shifted_now(session),
        locale_of(request.headers.get("accept-language")),
        request.state.request_id,
    )
    return replace(uow, actor=find_actor(uow, request.cookies.get(SESSION_COOKIE)))


def open_uow(request: Request) -> Iterator[UnitOfWork]:
    """Yield the unit of work of any visitor, committed when the endpoint has returned; a member's session is noted as in use."""
    with writing_session() as session:
        uow = _enter(request, session)
        if uow.actor.kind == "user":
            service.touch_session(uow, token=request.cookies[SESSION_COOKIE])
        yield uow


async def open_member_uow(uow: Annotated[UnitOfWork, Depends(open_uow, scope="function")]) -> UnitOfWork:
    """Return the unit of work of a signed-in member; raises `SignInRequired`."""
    if uow.actor.kind != "user":
        raise SignInRequired
    return uow


async def open_reading_uow(
    request: Request, session: Annotated[Session, Depends(open_reading_session, scope="function")]
) -> UnitOfWork:
    """Return a unit of work that can only read, for hot pages and any visitor.

    For a visitor without a session it asks the database nothing, and so needs no thread of its own.
    """
    now = known_now(session)
    if now is None or SESSION_COOKIE in request.cookies:
        return await run_in_threadpool(_enter, request, session)
    locale = locale_of(request.headers.get("accept-language"))
    return UnitOfWork(session, ANONYMOUS, now, locale, request.state.request_id)


class Together(Generic[Item]):
    """Writes what many programs bring at the same moment in one transaction; each is answered after its commit.

    A transaction for each would cost several times the write itself. While one group is being written the next gathers.
    A group that fails is written one by one, so that what is wrong with one is told to that one only.
    """

    def __init__(self, write: Callable[[list[Item]], Awaitable[object]], most: int = 64) -> None:
        self._write, self._most = write, most
        self._gathering: WeakKeyDictionary[AbstractEventLoop, list[tuple[Item, Future[None]]]] = (
            WeakKeyDictionary()
        )

    async def __call__(self, item: Item) -> None:
        """Return once the item is committed; raises what writing it raised."""
        loop = get_running_loop()
        done: Future[None] = loop.create_future()
        writing = self._gathering.get(loop)
        if writing is None:
            self._gathering[loop] = [(item, done)]
            self._busy = loop.create_task(self._empty(loop))
        else:
            writing.append((item, done))
        await done

    async def _empty(self, loop: AbstractEventLoop) -> None:
        while group := self._gathering[loop][: self._most]:
            del self._gathering[loop][: self._most]
            errors = await self._all([item for item, _ in group])
            for (_, done), error in zip(group, errors, strict=True):
                if done.cancelled():
                    continue
                if error is None:
                    done.set_result(None)
                else:
                    done.set_exception(error)
        del self._gathering[loop]

    async def _all(self, items: list[Item]) -> list[Exception | None]:
        together = await self._try(items)
        if together is None or len(items) == 1:
            return [together] * len(items)
        return [await self._try([item]) for item in items]

    async def _try(self, items: list[Item]) -> Exception | None:
        try:
            await self._write(items)
        except Exception as error:  # noqa: BLE001 - each waiting request raises it as its own
            return error
        return None


def in_a_thread(write: Callable[[UnitOfWork, list[Item]], object]) -> Callable[[list[Item]], Awaitable[None]]:
    """Return what writes items for `Together` in a transaction of several statements, as a stranger."""

    def run(items: list[Item]) -> None:
        with calling_session() as session:
            write(UnitOfWork(session, ANONYMOUS, shifted_now(session), request_id=new_request_id()), items)

    async def started(items: list[Item]) -> None:
        await get_running_loop().run_in_executor(_apart, run, items)

    return started


class BareRoute(APIRoute):
    """What is asked most often: `async endpoint(request) -> Response`, described like any route, without its machinery.

    Stacks of dependencies and a second net for exceptions cost more than such an answer itself; what an endpoint raises
    is answered by the application's handlers all the same.
    """

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        self.answer = self.get_route_handler()

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request: the endpoint itself."""
        return cast("Callable[[Request], Coroutine[Any, Any, Response]]", self.endpoint)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; a method that is not declared is refused as everywhere."""
        if self.methods and scope["method"] not in self.methods:
            await super().handle(scope, receive, send)
            return
        response = await self.answer(Request(scope, receive))
        await response(scope, receive, send)


class HotRoute(BareRoute):
    """A page that many read: `endpoint(uow, **values) -> Response`.

    What the dependency machinery would do is done here: values are checked by the same functions, once for each
    address that comes again, and the page is made under the same unit of work.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request; raises RequestValidationError for values that the endpoint does not take."""
        endpoint, declared = self.endpoint, self.dependant

        @lru_cache(maxsize=1_000)
        def values_of(path: tuple[tuple[str, str], ...], query: bytes) -> dict[str, Any]:
            values, errors = request_params_to_args(declared.path_params, dict(path))
            asked, more = request_params_to_args(declared.query_params, QueryParams(query))
            if errors or more:
                raise RequestValidationError([*errors, *more])
            return values | asked

        async def handle(request: Request) -> Response:
            values = values_of(tuple(request.path_params.items()), request.scope["query_string"])
            with reading_session() as session:
                uow = await open_reading_uow(request, session)
                return await run_in_threadpool(endpoint, uow=uow, **values)

        return handle


UowDep = Annotated[UnitOfWork, Depends(open_uow, scope="function")]
MemberUowDep = Annotated[UnitOfWork, Depends(open_member_uow, scope="function")]
ReadingUowDep = Annotated[UnitOfWork, Depends(open_reading_uow, scope="function")]
