"""Writes that come at the same moment share a transaction, and what is wrong with one is told to that one only."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from marketplace.core.uow import UnitOfWork
from marketplace.identity.entry import Together


class Writing:
    """Remembers the groups in which items were written; the first group waits until somebody lets it go."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.committed: list[str] = []
        self.going, self.go_on = Event(), Event()

    def __call__(self, _: UnitOfWork, items: list[str]) -> None:
        self.going.set()
        assert self.go_on.wait(60)
        self.groups.append(items)
        if "wrong" in items:
            raise ValueError("wrong")

    @contextmanager
    def call(self) -> Iterator[Any]:
        yield None
        self.committed += self.groups[-1]


async def ask_five(writing: Writing) -> list[object]:
    together = Together[str](writing)
    first = asyncio.ensure_future(together(writing.call, "first"))
    await asyncio.to_thread(writing.going.wait, 10)
    others = [asyncio.ensure_future(together(writing.call, item)) for item in ("a", "wrong", "b", "c")]
    await asyncio.sleep(0)  # each has had its turn to line up
    writing.go_on.set()
    return await asyncio.gather(first, *others, return_exceptions=True)


def test_what_gathers_meanwhile_is_written_together_and_one_by_one_after_a_failure() -> None:
    writing = Writing()
    answers = asyncio.run(ask_five(writing))

    assert [str(answer) for answer in answers] == ["None", "None", "wrong", "None", "None"]
    assert writing.groups == [["first"], ["a", "wrong", "b", "c"], ["a"], ["wrong"], ["b"], ["c"]]
    assert writing.committed == ["first", "a", "b", "c"]
