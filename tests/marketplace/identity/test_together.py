"""Writes that come at the same moment share a transaction, and what is wrong with one is told to that one only."""

import asyncio

from marketplace.identity.entry import Together


class Writing:
    """Remembers the groups in which items were written; the first group waits until somebody lets it go."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.going, self.go_on = asyncio.Event(), asyncio.Event()

    async def __call__(self, items: list[str]) -> None:
        self.going.set()
        await self.go_on.wait()
        self.groups.append(items)
        if "wrong" in items:
            raise ValueError("wrong")


async def ask_five() -> tuple[list[list[str]], list[object]]:
    writing = Writing()
    together = Together(writing)
    first = asyncio.ensure_future(together("first"))
    await writing.going.wait()
    others = [asyncio.ensure_future(together(item)) for item in ("a", "wrong", "b", "c")]
    await asyncio.sleep(0)  # each has had its turn to line up
    writing.go_on.set()
    return writing.groups, await asyncio.gather(first, *others, return_exceptions=True)


def test_what_gathers_meanwhile_is_written_together_and_one_by_one_after_a_failure() -> None:
    groups, answers = asyncio.run(ask_five())

    assert [str(answer) for answer in answers] == ["None", "None", "wrong", "None", "None"]
    assert groups == [["first"], ["a", "wrong", "b", "c"], ["a"], ["wrong"], ["b"], ["c"]]
