"""axe on every page of the street in both languages, desktop and phone, on the sign-in page and the open menu."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.flows.axe import LANGUAGES, Finding, audit, lines, look, settled, themed
from tests.flows.conftest import PHONE, Visitor
from tests.flows.steps import Enter

FOUND = "烘干"
LOST = "ℵℵℵ"
ID = "[0-9a-f-]{36}"


@pytest.mark.parametrize("phone", [False, True])
def test_the_menu_opens_in_sight_and_without_motion(visitor: Enter, phone: bool) -> None:
    person = visitor("周敏", phone=phone)
    person.page.emulate_media(reduced_motion="reduce")
    settled(person.open("/app/"))
    person.page.get_by_role("button", name="周敏").click()
    expect(person.page.get_by_role("menuitem", name="退出登录")).to_be_in_viewport()
    assert lines(audit(person.page, "menu")) == []


def street(person: Visitor) -> list[str]:
    """Return the public pages, those of one thing by the first link to one."""

    def first(path: str, prefix: str) -> list[str]:
        links = person.open(path).eval_on_selector_all(
            "main a[href]", "all => all.map((a) => a.getAttribute('href'))"
        )
        return [link for link in links if re.fullmatch(f"{prefix}/{ID}", link)]

    results, challenges = first("/results", "/results"), first("/challenges", "/challenges")
    ids = [link.rpartition("/")[2] for link in results[:3]]
    return [
        "/", "/results", f"/results?q={quote(FOUND)}&industry={quote('节能环保')}", f"/results?q={quote(LOST)}", results[0],
        "/compare", "/compare?" + "&".join(f"ids={each}" for each in ids),
        "/challenges", challenges[0], "/publicity", "/help",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_street(visitor: Enter, language: str) -> None:
    person = visitor()
    person.page.emulate_media(reduced_motion="reduce")
    found: list[Finding] = []
    for path in street(person):
        person.open(path if language == "zh-CN" else f"/en{path}".rstrip("/"))
        found += look(person.page, f"{language} {path}")
    person.open("/app/sign-in").evaluate(f"localStorage.setItem('xianyong.language', '{language}')")
    person.open("/app/sign-in")
    settled(person.page)
    found += look(person.page, f"{language} /app/sign-in")
    with themed(person.page, "dark"):
        found += look(person.page, f"{language} /app/sign-in dark", thorough=(PHONE,))
    person.page.locator("button[type=submit]").click()
    person.page.locator(".ant-form-item-explain-error").first.wait_for()
    found += look(person.page, f"{language} /app/sign-in refused")
    with themed(person.page, "dark"):
        found += look(person.page, f"{language} /app/sign-in refused dark", thorough=(PHONE,))
    assert person.trouble == []
    person.open("/nowhere" if language == "zh-CN" else "/en/nowhere")
    found += look(person.page, f"{language} /nowhere")
    assert [line.split()[:2] for line in person.trouble] == [["404", "GET"]]
    person.trouble.clear()
    assert lines(found) == []
