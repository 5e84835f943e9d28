"""One page of a list."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")

PAGE_SIZE_MAX = 100


class Page(BaseModel, Generic[T]):
    """Rows `size·(page-1)` to `size·page` of `total`, in a stable order."""

    model_config = ConfigDict(frozen=True)

    items: list[T]
    total: int
    page: int
    size: int


def paged(
    rows: Iterable[dict[str, Any]], make: Callable[[dict[str, Any]], T], *, page: int, size: int
) -> Page[T]:
    """Return a page of what `make` makes of each row; every row says in `total` how many there are in all."""
    total, items = 0, []
    for row in rows:
        total = row["total"]
        items.append(make({name: value for name, value in row.items() if name != "total"}))
    return Page(items=items, total=total, page=page, size=size)
