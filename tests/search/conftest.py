import pytest

from marketplace.core.uow import UnitOfWork
from search import engines
from search.engines import MemoryEngine
from search.query import pages
from search.query.phrases import PhraseBook
from tests.search.university import University


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> MemoryEngine:
    """The engine of this test alone, in the place of the process's."""
    memory = MemoryEngine()
    monkeypatch.setattr(engines, "engine", lambda: memory)
    monkeypatch.setattr(pages, "PHRASES", PhraseBook())
    return memory


@pytest.fixture
def university(uow: UnitOfWork) -> University:
    return University(uow)
