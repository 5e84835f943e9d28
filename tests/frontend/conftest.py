from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.listings.schemas import Industry, ListingView
from search import engines, indexing
from search.engines import MemoryEngine
from search.query import pages
from search.query.phrases import PhraseBook
from tests.frontend.reading import Page
from tests.search.university import University


@pytest.fixture
def university(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> University:
    """A university whose results are found by an engine of this test alone."""
    memory = MemoryEngine()
    monkeypatch.setattr(engines, "engine", lambda: memory)
    monkeypatch.setattr(pages, "PHRASES", PhraseBook())
    indexing.make_ready(uow)
    return University(uow)


@pytest.fixture
def drying(university: University, drain: Callable[[], int]) -> ListingView:
    """One open result: twelve months free, then 80,000 yuan and 3.7 % of sales; 600,000 yuan outright."""
    view = university.publish(
        "热泵闭式烘干", problem="烘房电费太高，冬天更费。", benefit="每吨水耗电由 1100 度降到 620 度。",
        industry=Industry.ENVIRONMENT, trl=8, outright_price_minor=60_000_000,
    )  # fmt: skip
    drain()
    return view


@pytest.fixture
def read(client: TestClient) -> Callable[..., Page]:
    """Open a page as a browser without scripts does."""

    def open_page(path: str, status: int = 200) -> Page:
        answer = client.get(path)
        assert answer.status_code == status, answer.text[:400]
        return Page(answer)

    return open_page
