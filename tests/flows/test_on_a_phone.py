"""The same job with the firm's technical head on a phone, 375 px wide."""

import pytest
from playwright.sync_api import expect

from tests.flows.steps import Enter, main_job


def test_a_visitor_finds_a_result_and_reads_the_price(visitor: Enter) -> None:
    person = visitor(phone=True)
    page = person.open("/")
    page.locator("input[name=q]").fill("烘干太费电")
    page.keyboard.press("Enter")
    page.get_by_role("article").first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="要花多少钱")).to_be_visible()
    person.show("result-375")
    expect(page.locator("link[rel=prefetch]").first).to_be_attached()


# a year passes in it, after which what was published has had its time: it comes last
@pytest.mark.timeout(900)
def test_a_result_is_used_first_and_paid_later_from_a_phone(visitor: Enter) -> None:
    main_job(visitor, "浆纱机蒸汽疏水余压梯级利用技术", "浆纱机疏水浪费蒸汽", phone=True)
