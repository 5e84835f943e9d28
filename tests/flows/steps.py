"""The steps of the main job, each as the person does it: by what she reads on the screen."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import openpyxl
from playwright.sync_api import expect

from marketplace.identifiers import make_patent_no
from tests.flows.conftest import Visitor

HEAD = (
    "成果名称", "专利号", "申请日", "授权日", "解决的问题", "技术方案", "效果", "产业或赛道", "成熟度", "发明人",
    "免费使用期(月)", "期满费用(元)", "提成比例(%)",
)  # fmt: skip

Enter = Callable[..., Visitor]


def spreadsheet(title: str, serial: int) -> bytes:
    """Return a sheet with one right row and one whose patent number has a wrong check digit."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(HEAD))
    rest = ("2022-03-01", "2024-01-09", "定型机烘房电费太高，冬天更费。", "多级热泵把排湿余热逐级送回烘房。", "吨布节电四成。",
            "节能环保", "7", "李教授60%；陈博士40%", "12", "80000", "3.7")  # fmt: skip
    sheet.append([title, make_patent_no(2022, 1, serial), *rest])
    sheet.append([f"{title}之二", "ZL202310123456.7", *rest])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def import_results(officer: Visitor, title: str, serial: int) -> None:
    """Upload a spreadsheet, mend the wrong number where it stands, keep both rows as drafts."""
    page = officer.open("/app/listings/import")
    file = {"name": "成果.xlsx", "mimeType": "application/octet-stream", "buffer": spreadsheet(title, serial)}
    page.set_input_files("input[type=file]", file)  # type: ignore[arg-type]
    expect(page.get_by_text("1 行有误")).to_be_visible()
    expect(page.get_by_text("校验位不符：应为 6，现为 7")).to_be_visible()
    officer.show(f"import-{officer.page.viewport_size['width']}")  # type: ignore[index]
    page.get_by_role("textbox", name="专利号", exact=True).fill(make_patent_no(2023, 2, serial))
    page.get_by_role("button", name="更正第 3 行的专利号").click()
    page.get_by_role("button", name="将 2 行存为草稿").click()
    expect(page.get_by_text("2 行已成草稿")).to_be_visible()


def publish(officer: Visitor, head: Visitor, administrator: Visitor, title: str) -> None:
    """Submit, have it approved by somebody else, put it on notice, wait the notice out, publish."""
    officer.find("/app/listings", title).get_by_role("button", name="提交审批").click()
    expect(officer.page.get_by_text("审批中").first).to_be_visible()
    head.find("/app/listings", title).get_by_role("button", name="批准", exact=True).click()
    expect(head.page.get_by_text("已批准").first).to_be_visible()
    officer.open("/app/listings")
    officer.find("/app/listings", title).get_by_role("button", name="开始公示").click()
    dialog = officer.page.get_by_role("dialog")
    expect(dialog).to_contain_text("共 15 天")
    officer.show("notice")
    dialog.get_by_role("button", name="开始公示").click()
    expect(officer.page.get_by_text("公示中").first).to_be_visible()
    pass_days(administrator, 16)
    officer.find("/app/listings", title).get_by_role("button", name="发布").click()
    expect(officer.page.get_by_role("link", name="查看公开页面")).to_be_visible()


def pass_days(administrator: Visitor, days: int) -> date:
    """Move the demo's date forward on the administrators' page; returns the day it is then."""
    page = administrator.open("/app/admin")
    shown = page.locator(".clock-now time")
    then = date.fromisoformat(shown.get_attribute("datetime") or "") + timedelta(days=days)
    page.get_by_role("spinbutton", name="天数").fill(str(days))
    page.get_by_role("button", name="移动", exact=True).click()
    expect(shown).to_have_attribute("datetime", then.isoformat())
    return then


def find_and_apply(firm: Visitor, problem: str, title: str) -> None:
    """Describe the problem, open the result, see what it would cost, apply in four steps."""
    width = firm.page.viewport_size["width"]  # type: ignore[index]
    page = firm.open("/")
    firm.show(f"home-{width}")
    page.locator("input[name=q]").fill(problem)
    page.keyboard.press("Enter")
    page.wait_for_url("**/results?q=*")
    # a moved calendar wakes every clock, and the index waits its turn among them
    found = firm.await_on(
        page.url.removeprefix(firm.address), lambda page: page.get_by_role("link", name=title)
    )
    firm.show(f"results-{width}")
    found.click()
    expect(page.get_by_role("heading", name="要花多少钱")).to_be_visible()
    firm.show(f"result-{width}")
    page.get_by_role("link", name="申请").first.click()
    fill_in(
        firm, "定型机余热回收", "用在两台定型机的尾气余热回收，明年三月前改造完成。", "¥200万 ¥7.4万 ¥19.1万"
    )
    firm.show(f"apply-{width}")
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("heading", name="申请已提交")).to_be_visible()


def fill_in(firm: Visitor, product: str, purpose: str, third_year: str) -> None:
    """Fill an application in, up to the page that shows all of it; `third_year`: its line in the table of what it costs."""
    page = firm.page
    expect(page.get_by_text("优先受理")).to_be_visible()
    page.get_by_role("textbox", name="联系电话").fill("13800001234")
    page.get_by_role("button", name="继续").click()
    page.get_by_role("textbox", name="产品或工序").fill(product)
    page.get_by_role("textbox", name="打算怎么用").fill(purpose)
    for year, sales in enumerate(("0", "1000000", "2000000"), start=1):
        page.get_by_role("textbox", name=f"第 {year} 年销售额").fill(sales)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("row", name=f"第 3 年 {third_year}")).to_be_visible()
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("heading", name="请核对后提交")).to_be_visible()


def agree(officer: Visitor, firm: Visitor, title: str) -> None:
    """The officer accepts within her clock; the firm confirms the frozen terms."""
    officer.find("/app/inbox", title).get_by_role("button", name="接受申请").click()
    expect(officer.page.get_by_text("已接受，等待企业确认条款")).to_be_visible()
    firm.find("/app/applications", title).get_by_role("button", name="确认条款").click()
    expect(firm.page.get_by_text("条款已商定").first).to_be_visible()


def sign(person: Visitor, title: str) -> None:
    """Wait for the contract to be drawn up, read it, sign it."""
    person.await_on("/app/contracts", lambda page: page.get_by_role("link", name=title)).click()
    page = person.page
    page.get_by_role("button", name="签署合同").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="确认签署").click()
    expect(dialog).to_be_hidden()


def pay_online(firm: Visitor, title: str) -> None:
    """Wait for the bill, open the payment page, pay, come back to a settled bill."""
    firm.await_on("/app/payments", lambda page: page.get_by_role("link", name=title)).click()
    page = firm.page
    expect(page.get_by_role("heading", name="对公转账")).to_be_visible()
    firm.show(f"invoice-{firm.page.viewport_size['width']}")  # type: ignore[index]
    page.get_by_role("button", name="用银行卡付款").click()
    page.get_by_role("button", name="立即支付").click()
    expect(page.get_by_text("款项已到账")).to_be_visible(timeout=60_000)


def main_job(visitor: Enter, title: str, problem: str, *, phone: bool) -> None:
    """From a spreadsheet and a described problem to a paid licence and everybody's share."""
    officer, head, administrator = (visitor(name) for name in ("沈岚", "顾正平", "系统管理员"))
    firm = visitor("周敏", phone=phone)
    import_results(officer, title, 880_001)
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
    approve_split(head, title)
    firm.await_on_pages("/app/notifications", "账单已付清")  # a year's reports are told of on the same day


def approve_split(head: Visitor, title: str) -> None:
    """80,000 yuan less 2 % for the platform: 75 % to the inventors by their shares, 5 % to the unit, the rest stays."""
    split = head.await_on(
        "/app/distributions", lambda page: page.get_by_role("article").filter(has_text=title)
    )
    for share in (
        "李教授 发明人 ¥35,280.00",
        "陈博士 发明人 ¥23,520.00",
        "江南大学 单位 ¥15,680.00",
        "平台服务费 ¥1,600.00",
    ):
        expect(split.get_by_role("row", name=share)).to_be_visible()
    head.show("distribution")
    split.get_by_role("button", name="批准本单位部分").click()
    expect(split.get_by_text("已入账")).to_be_visible()
