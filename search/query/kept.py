"""Pages that are kept while nothing they show has changed, so that reading them again costs next to nothing."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar

from pydantic import BaseModel

Page = TypeVar("Page", bound=BaseModel)

MOST_PAGES = 100
"""About 30 MB, if all of them are as long as a page may be."""


@dataclass(frozen=True)
class Made(Generic[Page]):
    """A page, the listings that the index named for it, and the states their rows were in before they were read."""

    page: Page
    ids: tuple[str, ...]
    states: str | None

    @cached_property
    def json(self) -> bytes:
        """The page as it is sent."""
        return self.page.__pydantic_serializer__.to_json(self.page)


class Shelf(Generic[Page]):
    """The pages made from one edition of the index, by question; those least read go first.

    Whoever takes one must still compare the states of its rows: the database may be ahead of the index.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition: Hashable = None
        self._pages: OrderedDict[Hashable, Made[Page]] = OrderedDict()

    def take(self, edition: Hashable, question: Hashable) -> Made[Page] | None:
        """Give the page that answers a question; the pages of another edition are forgotten."""
        with self._lock:
            if edition != self._edition:
                self._edition = edition
                self._pages.clear()
            made = self._pages.get(question)
            if made:
                self._pages.move_to_end(question)
            return made

    def put(self, edition: Hashable, question: Hashable, made: Made[Page]) -> None:
        """Keep a page, if it was made from the edition that answers now."""
        with self._lock:
            if edition == self._edition:
                self._pages[question] = made
                self._pages.move_to_end(question)
                if len(self._pages) > MOST_PAGES:
                    self._pages.popitem(last=False)
