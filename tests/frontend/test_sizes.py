"""What a page weighs on its way to the reader: gzip KB, 1 KB = 1000 bytes."""

import gzip
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from marketplace.app import frontend
from marketplace.listings.schemas import Industry, ListingView
from tests.frontend.reading import Page
from tests.search.university import University

MARKUP_LIMIT, SCRIPT_LIMIT = 20_000, 10_000
TEXT = "热泵闭式烘干机组把排湿余热逐级送回烘房，烘房电费降到原来的六成，冬天不再结露，改造不停线。"


def packed(body: bytes) -> int:
    """Return the size of a body as it is sent."""
    return len(gzip.compress(body, 9))


@pytest.fixture
def shelf(university: University, drain: Callable[[], int]) -> list[ListingView]:
    """More results than one page of the list holds, each in an industry, with long texts."""
    industries = list(Industry)
    views = [
        university.publish(
            f"热泵闭式烘干技术第{n}号", problem=TEXT, benefit=f"{TEXT}第{n}号", mechanism=TEXT,
            industry=industries[n % len(industries)], trl=4 + n % 6, keywords=[f"烘干{n}", "热泵", "余热"],
        )
        for n in range(24)
    ]  # fmt: skip
    drain()
    return views


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_public_page_and_its_scripts_are_light(
    client: TestClient, shelf: list[ListingView], prefix: str
) -> None:
    ids = [view.id for view in shelf]
    compared = "&".join(f"ids={each}" for each in ids[:5])
    paths = ("/", "/results", "/results?q=烘干", f"/results/{ids[0]}", f"/compare?{compared}", "/challenges",
             "/publicity", "/help", "/nowhere")  # fmt: skip
    heavy = []
    for path in paths:
        page = Page(client.get(f"{prefix}{path}"))
        scripts = [str(a["src"]) for a in page.all("script", type="module")]
        assert page.raw["style"], "the stylesheet is part of the page"
        assert scripts, "the frontend is built"
        markup = packed(page.answer.text.encode())
        code = sum(packed(client.get(script).raise_for_status().content) for script in scripts)
        if markup > MARKUP_LIMIT or code > SCRIPT_LIMIT:
            heavy.append((path, markup, code))
    assert heavy == []


def test_every_page_of_the_desk_keeps_its_budget() -> None:
    frontend.npm("run", "size", quiet=True)
