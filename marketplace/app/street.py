"""What all public pages share: the language of the path, links that keep it, and refusals as pages."""

import functools
import gzip
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any, ParamSpec
from urllib.parse import urlencode

from fastapi import Depends, Request, Response
from markupsafe import Markup

from marketplace.app.rendering import amount, content_policy, stylesheet, templates, translate
from marketplace.core.i18n import Locale
from marketplace.core.money import yuan
from marketplace.core.paging import Page
from marketplace.core.problems import Problem
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.identity.entry import ReadingUowDep

ENGLISH = "/en"
GZIP_LEVEL = 6
"""Packs a page of 28 KB to 9 KB in half a millisecond; higher levels gain nothing."""

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class PageLink:
    """One entry of the page numbers; `url` is None for a gap."""

    number: int
    url: str | None


@dataclass(frozen=True, slots=True)
class Pages:
    """The page numbers below a list."""

    current: int
    last: int
    entries: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class Street:
    """A reader of a public page: her request, her read-only unit of work, her language by the path."""

    request: Request
    uow: UnitOfWork

    @property
    def locale(self) -> Locale:
        """The language of the path."""
        return self.uow.locale

    def at(self, path: str) -> str:
        """Return a path of the street in the reader's language."""
        return path if self.locale == "zh-CN" else f"{ENGLISH}{path}".rstrip("/") or ENGLISH

    @property
    def plain_path(self) -> str:
        """The path without its language."""
        path = self.request.url.path
        return (path.removeprefix(ENGLISH) or "/") if self.locale == "en" else path

    @property
    def origin(self) -> str:
        """Where the product is reached, without a trailing slash; canonical links must be absolute."""
        return (settings().public_url or str(self.request.base_url)).rstrip("/")

    def pages(self, page: Page[Any]) -> Pages:
        """Return the page numbers of a list, with the query of this request kept."""
        last = max(1, -(-page.total // page.size))
        kept = [(k, v) for k, v in self.request.query_params.multi_items() if k != "page"]
        near = sorted({1, last, *(n for n in range(page.page - 2, page.page + 3) if 1 <= n <= last)})
        entries: list[PageLink] = []
        for number in near:
            if entries and number > entries[-1].number + 1:
                entries.append(PageLink(number - 1, None))
            entries.append(
                PageLink(number, f"{self.request.url.path}?{urlencode([*kept, ('page', number)])}")
            )
        return Pages(page.page, last, tuple(entries))

    def context(self, page: str) -> dict[str, Any]:
        """Return what every template may name."""
        plain, origin = self.plain_path, self.origin
        english = f"{ENGLISH}{plain}".rstrip("/")
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        other = plain if self.locale == "en" else english
        return {
            "page": page,
            "locale": self.locale,
            "today": self.uow.today,
            "css": Markup(stylesheet()),  # noqa: S704  our own file
            "at": self.at,
            "t": functools.partial(translate, self.locale),
            "money": functools.partial(amount, self.locale),
            "yuan": yuan,
            "origin": origin,
            "canonical": origin + (plain if self.locale == "zh-CN" else english),
            "alternate": {"zh-CN": origin + plain, "en": origin + english},
            "other_language": other + query,
            "noindex": False,
        }

    def render(
        self, template: str, page: str, *, status: int = 200, media_type: str = "text/html", **context: Any
    ) -> Response:
        """Answer with a template in the reader's language, packed where her browser can unpack it."""
        body = templates().get_template(template).render(self.context(page) | context).encode()
        headers = {
            "content-security-policy": content_policy(),
            "content-language": self.locale,
            "referrer-policy": "strict-origin-when-cross-origin",
            "x-content-type-options": "nosniff",
            "cache-control": "no-cache",
            "vary": "accept-encoding",
        }
        if "gzip" in self.request.headers.get("accept-encoding", ""):
            body = gzip.compress(body, compresslevel=GZIP_LEVEL)
            headers["content-encoding"] = "gzip"
        return Response(body, status, headers, media_type)

    def refuse(self, problem: Problem) -> Response:
        """Answer with a refusal as a page that says what to do."""
        body = problem.body(self.locale, self.uow.request_id)
        return self.render(
            "problem.html", "problem", status=problem.status, problem={"errors": [], **body}, noindex=True
        )


def in_path_language(request: Request, uow: UnitOfWork) -> UnitOfWork:
    """Return the unit of work in the language of the path: public addresses name theirs."""
    path = request.url.path
    return replace(uow, locale="en" if path == ENGLISH or path.startswith(f"{ENGLISH}/") else "zh-CN")


def open_street(request: Request, uow: ReadingUowDep) -> Street:
    """Return the reader of a public page."""
    return Street(request, in_path_language(request, uow))


StreetDep = Annotated[Street, Depends(open_street, scope="function")]


def as_page(endpoint: Callable[P, Response]) -> Callable[P, Response]:
    """Turn refusals raised by a page into a page."""

    @functools.wraps(endpoint)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        try:
            return endpoint(*args, **kwargs)
        except Problem as problem:
            street = next(value for value in kwargs.values() if isinstance(value, Street))
            return street.refuse(problem)

    return guarded
