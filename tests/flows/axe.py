"""axe on a page as it stands: what it finds as readable lines."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize

from tests.flows.conftest import DESKTOP, PHONE

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SIZES = (PHONE, DESKTOP)
LANGUAGES = ("zh-CN", "en")
DEPENDENT = ("color-contrast", "link-in-text-block", "target-size")
"""The rules that other colors or longer and shorter words can break."""
Scheme = Literal["light", "dark"]

KNOWN = (
    (
        "region",
        ".ant-dropdown-menu",
        "an open menu is drawn at the end of the body, outside of all landmarks",
    ),
)
"""What the component library does and cannot be told not to do: rule, part of the selector, reason."""

RUN = """async (rules) => {
  const only = rules ? { runOnly: { type: "rule", values: rules } } : { rules: { "target-size": { enabled: true } } };
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations.flatMap((v) => v.nodes.map((n) =>
    ({ rule: v.id, impact: n.impact ?? v.impact ?? "", selector: n.target.flat().join(" "),
       why: (n.failureSummary ?? "").split("\\n")[1]?.trim() ?? "" })));
}"""
STILL = """() => !document.querySelector(".ant-skeleton, .ant-spin-spinning, .table-wait")
  && document.querySelector("h1") && !window.__TSR_ROUTER__?.options.context.client.isFetching()"""
GO = """(path) => new Promise((arrived) => {
  const left = window.__TSR_ROUTER__.subscribe("onRendered", () => { left(); arrived(true); });
  window.__TSR_ROUTER__.history.push(path);
})"""
TWO_FRAMES = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
)


@dataclass(frozen=True)
class Finding:
    """One element that breaks one rule, and where that was seen."""

    rule: str
    impact: str
    selector: str
    why: str
    place: str

    @property
    def known(self) -> bool:
        """Whether this is one of KNOWN."""
        return any(self.rule == rule and part in self.selector for rule, part, _ in KNOWN)

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}) {self.selector} — {self.place}: {self.why}"


def settled(page: Page) -> None:
    """Wait until the page has its heading, loads nothing and has been drawn."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STILL)
    page.evaluate(TWO_FRAMES)


def go(page: Page, path: str) -> None:
    """Follow a link of the desk: another page without loading the desk anew, which is much of what a page costs."""
    page.evaluate(GO, path)
    settled(page)


def audit(page: Page, place: str, rules: Iterable[str] | None = None) -> Iterator[Finding]:
    """Run axe, all its rules or only some, and say what sticks out sideways."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(RUN, list(rules) if rules else None)
    for each in found:
        yield Finding(**each, place=place)
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if overflow > 0:
        yield Finding("overflow", "serious", "html", f"{overflow} px too wide", place)


def look(page: Page, place: str, *, thorough: Sequence[ViewportSize] = SIZES) -> Iterator[Finding]:
    """Audit a settled page at both sizes, in the theme that it has: with all rules, or with DEPENDENT where not `thorough`.

    Looked at in a second language and theme, a page has a known shape: its words can break a phone, on the desktop only what
    depends on words and colors is looked for again.
    """
    for size in SIZES:
        page.set_viewport_size(size)
        page.evaluate(TWO_FRAMES)
        yield from audit(page, f"{place} {size['width']}", None if size in thorough else DEPENDENT)


@contextmanager
def themed(page: Page, scheme: Scheme) -> Iterator[None]:
    """Let a page of the desk have a theme for the length of the block."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_selector(f"html[data-theme={scheme}]")
    yield
    page.emulate_media(color_scheme="light")


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return what is not known, one line each."""
    return sorted({str(finding) for finding in findings if not finding.known})
