"""From a described problem to a paid licence, the inventor's share and a matched fund: the main job, in a browser."""

import pytest
from playwright.sync_api import expect

from tests.flows.steps import (
    Enter,
    agree,
    find_and_apply,
    import_results,
    pass_days,
    pay_online,
    publish,
    sign,
)

JOBS = [
    pytest.param("染整定型机尾气余热回收烘干技术", "定型机烘房电费太高", False, id="desktop"),
    pytest.param("浆纱机蒸汽疏水余压梯级利用技术", "浆纱机疏水浪费蒸汽", True, id="375px"),
]


@pytest.mark.timeout(420)
@pytest.mark.parametrize(("title", "problem", "phone"), JOBS)
def test_a_result_is_used_first_and_paid_later(visitor: Enter, title: str, problem: str, phone: bool) -> None:
    officer, head, administrator = (visitor(name) for name in ("沈岚", "顾正平", "系统管理员"))
    firm = visitor("周敏", phone=phone)
    import_results(officer, title, 880_002 if phone else 880_001)
    publish(officer, head, administrator, title)
    find_and_apply(firm, problem, title)
    agree(officer, firm, title)
    sign(firm, title)
    sign(head, title)
    expect(head.page.get_by_text("免费使用中").first).to_be_visible()
    head.show("contract")

    pass_days(administrator, 366)
    pay_online(firm, title)
    firm.show(f"paid-{375 if phone else 1366}")

    page = head.open("/app/distributions")
    split = page.get_by_role("article").filter(has_text=title)
    for share in (
        "李教授 发明人 ¥35,280.00",
        "陈博士 发明人 ¥23,520.00",
        "江南大学 学校 ¥15,680.00",
        "平台服务费 ¥1,600.00",
    ):
        expect(split.get_by_role("row", name=share)).to_be_visible()
    head.show("distribution")
    split.get_by_role("button", name="批准并入账").click()
    expect(page.get_by_role("article").filter(has_text=title).get_by_text("已入账")).to_be_visible()

    assert firm.open("/app/notifications").get_by_text("账单已付清").first.is_visible()


def test_a_fund_sees_why_a_deal_fits_or_fails(visitor: Enter) -> None:
    fund = visitor("程一鸣")
    page = fund.open("/app/pipeline")
    row = page.get_by_role("row").filter(has_text="不符合")
    expect(row).to_be_visible()
    fund.show("pipeline")
    row.get_by_role("button", name="老旧设备联网盒二代研发").first.click()
    expect(page.get_by_text("不符合").nth(1)).to_be_visible()
    fund.show("pipeline-deal")


def test_on_a_phone_a_firm_finds_a_result_and_reads_the_price(visitor: Enter) -> None:
    person = visitor(phone=True)
    page = person.open("/")
    person.show("home-375")
    page.locator("input[name=q]").fill("烘干太费电")
    page.keyboard.press("Enter")
    page.get_by_role("article").first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="三年要花多少钱")).to_be_visible()
    person.show("result-375")
