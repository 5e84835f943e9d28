"""The way of each person through the desk, and what axe finds on every page: in Chinese by day and in English in the dark."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from tests.flows.axe import SIZES, Finding, Scheme, go, look, settled
from tests.flows.conftest import PHONE, Visitor
from tests.flows.steps import spreadsheet

ID = "[0-9a-f-]{36}"
KEY = "[a-z_]+(?::|%3A)[^/?#]+"
"""The key of an account of the ledger."""
MONTH = "[0-9]{4}-[0-9]{2}"

Act = Callable[[Page], None]
Stop = str | tuple[str, str, Act]
"""A path of the desk, or a path, a word for what is done there, and doing it."""


def refused(page: Page) -> None:
    """Send an empty form and see its errors summed up."""
    page.locator("button[type=submit]").last.click()
    page.get_by_role("alert").first.wait_for()


def upload(page: Page) -> None:
    """Give the import a sheet with one row that is wrong."""
    sheet = spreadsheet("烟道余热回收技术", 881_001)
    page.set_input_files(
        "input[type=file]",
        {"name": "成果.xlsx", "mimeType": "application/octet-stream", "buffer": sheet},
    )
    page.wait_for_url(re.compile("batch="))


def choose_first(page: Page) -> None:
    """Open the first deal beside the list."""
    page.locator("tbody tr button").first.click()
    page.wait_for_url(re.compile("deal="))


def open_choice(page: Page) -> None:
    """Open the menu of what the list is narrowed to."""
    page.locator("main .ant-dropdown-trigger").first.click()
    page.get_by_role("menuitem").last.wait_for()


def ask_why(page: Page) -> None:
    """Move a deal out of the pipeline and give no reason."""
    page.locator("tbody .ant-dropdown-trigger").first.click()
    page.get_by_role("menuitem").last.click()
    page.get_by_role("dialog").get_by_role("button").last.click()
    page.get_by_role("alert").first.wait_for()


def ruled_without_a_number(page: Page) -> None:
    """Record a ruling without the number of the decision."""
    page.locator("main tbody button").first.click()
    page.get_by_role("dialog").get_by_role("button").last.click()
    page.get_by_role("alert").first.wait_for()


THEMES: dict[str, Scheme] = {"zh-CN": "light", "en": "dark"}
"""Each page is looked at twice, in another language and another theme: all four pairs would take twice the time."""

OFFICER = "沈岚"
DESK: dict[str, tuple[Stop, ...]] = {
    "周敏": (
        "/", "/notifications", "/applications", "/applications?state=withdrawn", "/applications/$id",
        "/apply/$listingId", ("/apply/$listingId", "refused", refused),
        "/contracts", "/contracts/$id", "/payments", "/payments/$id", "/funding", "/funding/$id", "/funding/$id/edit",
        "/funding/new", ("/funding/new", "refused", refused), "/organization",
        "/calendar", "/defaults", "/covers",
    ),
    OFFICER: (
        "/", "/listings", "/listings?state=withdrawn", "/listings/$id", "/listings/$id/edit", "/listings/new",
        ("/listings/new", "refused", refused),
        "/listings/import", ("/listings/import", "uploaded", upload), "/notices", "/notices?view=list",
        "/inbox", "/calendar?side=all", "/contracts/$id", "/distributions", "/distributions/$id", "/distributions/costs", "/payouts",
        "/payouts/$id", "/money", "/bank", "/reconciliation", "/refunds", "/disputes", "/books",
        "/books/accounts/$key", "/books/entries", "/filings", "/filings/$id", "/holdings",
        "/defaults", "/defaults/$id", "/closings", "/closings/$month",
    ),
    "程一鸣": (
        "/", "/pipeline", ("/pipeline", "chosen", choose_first), ("/pipeline", "choice", open_choice),
        ("/pipeline", "refused", ask_why), "/pipeline?view=board", "/pipeline?q=zzzz",
        "/instruments", "/instruments/$id", "/instruments/$id/edit", "/instruments/new",
        ("/instruments/new", "refused", refused),
    ),
    "陆文渊": ("/", "/distributions"),
    "邵晨": ("/", "/credit-records"),
    "韩雪": ("/", "/engagements", "/distributions"),
    "系统管理员": ("/", "/admin", "/disputes", "/checks", "/books", "/rulings", ("/rulings", "refused", ruled_without_a_number), "/nowhere"),
    "许静怡": ("/", "/covers"),
}  # fmt: skip


class Tour:
    """One person's way through the desk; an id in a path is the first that a page has linked to."""

    def __init__(self, person: Visitor) -> None:
        self.person, self.page = person, person.page
        self.links: list[str] = []
        self.seen_in = ""
        """The language that the desk was loaded in, empty where something was typed since."""

    def at(self, route: str) -> str:
        """Return the address of a route."""
        base, dollar, rest = route.partition("/$")
        if not dollar:
            return route
        if base == "/apply":
            hit = self.page.request.get(f"{self.person.address}/api/search/listings?size=1")
            return f"{base}/{hit.json()['items'][0]['id']}"
        links = (link.partition("?")[0] for link in self.links)
        first = next(link for link in links if re.fullmatch(f"/app{base}/({ID}|{KEY}|{MONTH})", link))
        return first.removeprefix("/app") + ("/edit" if rest.endswith("/edit") else "")

    def visit(self, stop: Stop, language: str) -> Iterator[Finding]:
        """Open a stop in a language, do what is to be done there, look at it from all sides.

        In the first language each page is loaded by its address, in the second it is reached within the desk.
        """
        route, word, act = stop if isinstance(stop, tuple) else (stop, "", None)
        path = f"/app{self.at(route)}"
        if language == self.seen_in != "zh-CN":
            go(self.page, path)
        else:
            self.page.goto(self.person.address + path)
            settled(self.page)
        self.seen_in = "" if act else language
        if act:
            act(self.page)
            settled(self.page)
        self.links += self.page.eval_on_selector_all(
            "main a[href]", "all => all.map((a) => a.getAttribute('href'))"
        )
        scheme = THEMES[language]
        assert self.page.get_attribute("html", "data-theme") == scheme
        place = f"{language} {scheme} /app{route} {word}".rstrip()
        yield from look(self.page, place, thorough=SIZES if scheme == "light" else (PHONE,))


def look_everywhere(person: Visitor, name: str) -> list[Finding]:
    """Take somebody to all of her pages in both languages and themes."""
    person.page.emulate_media(reduced_motion="reduce")
    tour = Tour(person)
    found: list[Finding] = []
    for language, scheme in THEMES.items():
        person.page.emulate_media(color_scheme=scheme)
        person.page.evaluate(f"localStorage.setItem('xianyong.language', '{language}')")
        for stop in DESK[name]:
            found += tour.visit(stop, language)
    return found
