"""The answer follows the commit: a commit that fails must never have said 201."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

from marketplace.core.web import install_problem_handlers
from marketplace.identity.entry import UowDep


def commit_that_fails() -> Iterator[None]:
    """Stands where the session's dependency stands, and fails where it commits."""
    yield
    raise RuntimeError("the commit failed")


def answer(scope: str) -> int:
    app = FastAPI()
    install_problem_handlers(app)
    depends = Depends(commit_that_fails, scope="function" if scope == "function" else "request")

    @app.post("/things", status_code=201)
    def make(_: Annotated[None, depends]) -> None: ...

    return TestClient(app, raise_server_exceptions=False).post("/things").status_code


def test_with_our_scope_a_failed_commit_is_a_500() -> None:
    assert answer("function") == 500


def test_with_the_default_scope_the_answer_would_have_lied() -> None:
    assert answer("request") == 201


def test_our_entry_uses_that_scope() -> None:
    (depends,) = UowDep.__metadata__  # type: ignore[attr-defined]
    assert depends.scope == "function"
