"""The whole product with its small demo, and a browser: what the flows stand on."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

from marketplace.app.embedded.process import free_port
from tests.app.copies import Copy, running
from tests.app.waiting import reachable_folder
from tests.flows.chromium import FLAGS, chromium

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
DESKTOP: ViewportSize = {"width": 1366, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 812}
expect.set_options(timeout=20_000)
LOOKS = 90


@pytest.fixture(scope="module")
def product() -> Iterator[Copy]:
    """A running copy with the small demo, as `make run` starts it: one a file, since a flow moves its calendar."""
    served = {"XIANYONG_WEB_PROCESSES": "2"}
    with reachable_folder() as folder, running(folder / "home", free_port(), **served) as copy:
        yield copy


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser of this file's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """A person at a browser. Any console error or refused request of a page fails the flow at its end."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.trouble: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.on("response", self._heard)
        self.page.on("console", self._told)

    def _heard(self, response: Response) -> None:
        if response.status >= 400 and response.url.startswith(self.address):
            self.trouble.append(f"{response.status} {response.request.method} {response.url}")

    def _told(self, message: ConsoleMessage) -> None:
        # a refused request is in the console too, without its address
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.trouble.append(f"console: {message.text}")

    def open(self, path: str) -> Page:
        """Go to a page and wait until it has loaded."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def find(self, path: str, title: str) -> Page:
        """Open a list and the entry with this title."""
        self.open(path).get_by_role("link", name=title).first.click()
        self.page.get_by_role("heading", name=re.compile(re.escape(title))).first.wait_for()
        self.page.wait_for_load_state("networkidle")
        return self.page

    def await_on(self, path: str, find: Callable[[Page], Locator]) -> Locator:
        """Open a page again and again until what the background makes has appeared on it."""
        for _look in range(LOOKS):
            found = find(self.open(path)).first
            if found.is_visible():
                return found
        raise AssertionError(f"it never appeared on {path}")

    def await_on_pages(self, path: str, words: str, pages: int = 3) -> None:
        """Do the same with a list of several pages, until words are on one of them."""
        for look in range(LOOKS):
            if self.open(f"{path}?page={1 + look % pages}").get_by_text(words).first.is_visible():
                return
        raise AssertionError(f"{words} never appeared on {path}")

    def show(self, name: str) -> None:
        """Keep a picture of the page for docs/screens, when asked to, and check that nothing sticks out sideways."""
        overflow = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, f"{name} is {overflow} px too wide"
        if os.environ.get("XIANYONG_WRITE_SCREENS"):
            SCREENS.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=SCREENS / f"{name}.png")


@pytest.fixture
def visitor(product: Copy, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """`visitor("周敏")` signs a demo account in by one click; `visitor()` is anonymous; `phone=True` is 375 px wide."""
    opened: list[tuple[BrowserContext, Visitor]] = []

    def enter(name: str = "", *, phone: bool = False) -> Visitor:
        # without motion nothing is clicked while it still slides into its place
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP, locale="zh-CN", has_touch=phone, reduced_motion="reduce"
        )
        person = Visitor(context, product.address)
        opened.append((context, person))
        if name:
            # a person's button says her part, her name and her place
            person.open("/app/sign-in").get_by_role("button", name=re.compile(rf"\s{name}\s")).click()
            person.page.wait_for_url(lambda url: "sign-in" not in url)
            person.page.wait_for_load_state("networkidle")
        return person

    yield enter
    trouble = [line for _, person in opened for line in person.trouble]
    for context, _ in opened:
        context.close()
    assert trouble == []
