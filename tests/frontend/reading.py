"""A page as a test reads it: its tags with their attributes, and its plain text."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, Protocol


class Answer(Protocol):
    """What a page needs of an HTTP answer."""

    @property
    def text(self) -> str: ...

    @property
    def headers(self) -> Mapping[str, str]: ...


class Page(HTMLParser):
    """The answer of a page, taken apart once."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._raw: list[str] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.feed(answer.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.raw:
            self._raw.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._raw and self._raw[-1] == tag:
            self._raw.pop()

    def handle_data(self, data: str) -> None:
        if self._raw:
            self.raw[self._raw[-1]].append(data)
        else:
            self.texts.append(data.strip())

    @property
    def text(self) -> str:
        """Everything a reader sees, blanks squeezed."""
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """The tags of a kind that carry these attributes."""
        return [a for name, a in self.tags if name == tag and all(a.get(k) == v for k, v in wanted.items())]

    @property
    def structured(self) -> dict[str, Any]:
        """What the page tells search engines."""
        found: dict[str, Any] = json.loads(self.raw["script"][0])
        return found
