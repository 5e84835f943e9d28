"""The steps of two licences beside those of the main job: asked about, bargained over, owned together, signed, used, owed."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.flows.conftest import Visitor
from tests.flows.steps import fill_in


def own_together(officer: Visitor, owner: Visitor, title: str, percent: str) -> None:
    """Name another university as co-owner of a draft, by the code that stands on its own page."""
    page = owner.open("/app/organization")
    code = page.locator("dt:text-is('统一社会信用代码') + dd").inner_text()
    page = officer.find("/app/listings", title)
    page.get_by_role("button", name="填写共有人").click()
    page.get_by_label("统一社会信用代码").fill(code)
    page.get_by_label("份额").fill(percent)
    page.get_by_role("button", name="保存份额").click()
    expect(page.get_by_text("待同意")).to_be_visible()


def consent(owner: Visitor, title: str, percent: str) -> None:
    """The co-owner reads the terms and consents to them."""
    page = owner.open("/app/holdings")
    holding = page.locator("section").filter(has=page.get_by_role("heading", name=title, exact=True))
    expect(holding.get_by_text(f"本单位份额 {percent}%")).to_be_visible()
    holding.get_by_role("button", name="同意以上条款").click()
    expect(holding.get_by_text("已同意")).to_be_visible()


def open_result(firm: Visitor, title: str) -> Page:
    """Find a published result by its name, which search knows a moment later, and open its page."""
    firm.await_on(f"/results?q={title}", lambda page: page.get_by_role("link", name=title)).click()
    expect(firm.page.get_by_role("heading", name="要花多少钱")).to_be_visible()
    return firm.page


def ask(firm: Visitor, title: str, question: str) -> None:
    """Put a question to the university before applying, and read by when it must answer."""
    open_result(firm, title).get_by_role("link", name="先问一问").click()
    firm.page.get_by_role("textbox", name="您的问题").fill(question)
    firm.page.get_by_role("button", name="发送问题").click()
    expect(firm.page.get_by_text("等待高校答复")).to_be_visible()
    expect(firm.page.get_by_text("答复时限")).to_be_visible()


def reply(officer: Visitor, question: str, answer: str) -> None:
    """Find the question on the desk, where it waits with its last day, and answer it."""
    page = officer.open("/app/enquiries")
    row = page.get_by_role("row").filter(has_text=question)
    expect(row.get_by_text("待您答复")).to_be_visible()
    expect(row.get_by_text("已逾期")).to_be_hidden()
    row.get_by_role("link", name=question).click()
    page.get_by_role("textbox", name="写答复").fill(answer)
    page.get_by_role("button", name="发送答复").click()
    expect(page.get_by_text("等待企业追问或申请")).to_be_visible()


def apply_from_answer(firm: Visitor, answer: str, third_year: str) -> None:
    """Read the answer and apply from there."""
    firm.page.reload()
    expect(firm.page.get_by_text(answer)).to_be_visible()
    firm.page.get_by_role("button", name="申请这项成果").click()
    fill_in(firm, "定型机余热回收", "两台定型机先改一台，合格后改另一台。", third_year)
    send(firm)


def apply(firm: Visitor, title: str, third_year: str) -> None:
    """Apply from the page of a result."""
    open_result(firm, title).get_by_role("link", name="申请").first.click()
    fill_in(firm, "车间设备联网", "先接二十台没有接口的老机床。", third_year)
    send(firm)


def send(firm: Visitor) -> None:
    """Submit what the last step of the application shows."""
    firm.page.get_by_role("button", name="提交申请").click()
    expect(firm.page.get_by_role("heading", name="申请已提交")).to_be_visible()


def propose(page: Page, opens: str, changes: dict[str, str], licence: str | None, message: str) -> None:
    """Offer changed terms on the page of an application; the drawer shows what they change before they go out."""
    page.get_by_role("button", name=opens, exact=True).click()
    drawer = page.get_by_role("dialog")
    for label, value in changes.items():
        drawer.get_by_label(label).fill(value)
    if licence:
        choose(page, drawer.get_by_label("许可方式"), licence)
    expect(drawer.get_by_role("list", name="改了什么").get_by_role("listitem")).to_have_count(
        len(changes) + bool(licence)
    )
    drawer.get_by_label("说明").fill(message)
    drawer.get_by_role("button", name="发给对方").click()
    expect(drawer).to_be_hidden()


def choose(page: Page, field: Locator, option: str) -> None:
    """Pick an entry of a list that opens under a field."""
    field.click()
    page.locator(".ant-select-item-option").filter(has_text=option).click()


def invite_manager(officer: Visitor, name: str) -> None:
    """Ask a technology manager, on the page of an application: five per cent of what comes in, the university pays."""
    page = officer.page
    page.get_by_role("button", name="邀请技术经理人").click()
    dialog = page.get_by_role("dialog")
    choose(page, dialog.get_by_label("邀请谁"), name)
    dialog.get_by_role("button", name="发出邀请").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("由高校按到账金额的 5% 支付")).to_be_visible()


def agree_commission(manager: Visitor, title: str) -> None:
    """The manager accepts on her own page, and from then on reads the application."""
    page = manager.open("/app/engagements")
    row = page.get_by_role("row").filter(has_text=title)
    row.get_by_role("button", name="接受佣金约定").click()
    expect(row.get_by_text("已约定")).to_be_visible()


def save(page: Page, link: Locator, file: Path) -> Path:
    """Take away what a link of a page leads to, as the browser does; returns the file."""
    address = link.get_attribute("href") or ""
    answer = page.request.get(page.url.split("/app/")[0] + address)
    assert answer.ok, (address, answer.status)
    file.write_bytes(answer.body())
    return file


def declare_income(firm: Visitor, contract: str, day: date) -> None:
    """Say on which day the technology earned its first income: from then on fees are owed."""
    page = firm.open(contract)
    page.get_by_role("button", name="申报首笔收入").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("首次取得收入的日期").fill(day.isoformat())
    dialog.get_by_role("button", name="确认申报").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("付费期").first).to_be_visible()


def report_use(firm: Visitor, contract: str) -> None:
    """Hand in the report on use of the period that is over."""
    page = firm.open(contract)
    page.get_by_role("button", name="提交使用报告").first.click()
    dialog = page.get_by_role("dialog")
    choose(page, dialog.get_by_label("使用情况"), "用于生产")
    dialog.get_by_label("下一步打算").fill("第二台定型机下季度改造。")
    dialog.get_by_role("button", name="提交报告").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("第二台定型机下季度改造。")).to_be_visible()


def report_income(firm: Visitor, contract: str, sales: str) -> None:
    """Report the net sales of the earliest period that was not reported yet."""
    page = firm.open(contract)
    page.get_by_role("button", name="报告收入", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("本期净销售额").fill(sales)
    firm.show(f"statement-{page.viewport_size['width']}")  # type: ignore[index]
    dialog.get_by_role("button", name="提交报告").click()
    expect(dialog).to_be_hidden()


def open_bill(firm: Visitor, kind: str, title: str, amount: str, show: str = "open") -> Page:
    """Wait for a bill under the filter that shows such as are not paid yet, open it and see what is left to pay."""
    firm.await_on(f"/app/payments?show={show}", lambda page: bill(page, kind, title)).click()
    expect(firm.page.get_by_role("row", name=f"未付金额 {amount}")).to_be_visible()
    return firm.page


def bill(page: Page, kind: str, title: str) -> Locator:
    """Return the links to the bills of a kind on a list of them."""
    return page.get_by_role("link", name=f"{kind} · {title}")


def pay_online(firm: Visitor) -> None:
    """Pay the open bill on the provider's page and come back."""
    firm.page.get_by_role("button", name="用银行卡付款").click()
    firm.page.get_by_role("button", name="立即支付").click()
    expect(firm.page.get_by_text("款项已到账")).to_be_visible(timeout=60_000)


def transfer_memo(page: Page) -> str:
    """Return what a payer must write on the transfer, as the page of the bill or of the claim says it."""
    return page.get_by_text(re.compile(r"^(FK|DC)\d+$")).first.inner_text()


def arrive(officer: Visitor, day: date, payer: str, yuan: str, memo: str) -> None:
    """Read the bank's statement of a day on which one sum arrived."""
    lines = (
        "交易日期,收入金额,对方户名,对方账号,摘要,流水号",
        f"{day.isoformat()},{yuan},{payer},3299000018000009,{memo},{day:%Y%m%d}01",
    )
    page = officer.open("/app/bank")
    content = "\n".join(lines).encode("gb18030")
    page.set_input_files(
        "input[type=file]", {"name": f"流水{day}.csv", "mimeType": "text/csv", "buffer": content}
    )  # type: ignore[arg-type]
    expect(page.get_by_role("status").filter(has_text="新流水 1 笔")).to_be_visible()


def approve_splits(holders: Sequence[Visitor], title: str, amounts: tuple[str, ...]) -> None:
    """Each right holder approves its part of what a result has brought in so far, one split for each sum; the last books it."""
    for holder in holders:
        page = holder.page
        cards = page.get_by_role("article").filter(has_text=title)
        holder.await_on("/app/distributions", lambda _, cards=cards: cards.nth(len(amounts) - 1))  # type: ignore[misc]
        for amount in amounts:
            card = cards.filter(has=page.get_by_text(amount, exact=True))
            card.get_by_role("button", name="批准本单位部分").click()
            if holder is holders[-1]:
                expect(card.get_by_text("已入账")).to_be_visible()
            else:
                expect(card.get_by_role("button", name="批准本单位部分")).to_be_hidden()


def line(page: Page, words: str) -> Locator:
    """Return the lines of a list that say this: rows of a table, entries on a phone."""
    return page.locator("tr, li").filter(has_text=words)
