"""One page of a list."""

from typing import Generic, TypeVar

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
