"""The steps of a licence that is not paid: the guarantee, the case, the demand, the claim, the credit record."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.flows.conftest import Visitor
from tests.flows.licence_steps import choose


def register_cover(firm: Visitor, contract_number: str, first: date, last: date) -> None:
    """The firm registers the guarantee it has for a contract's fees; the page is in its menu."""
    page = firm.page
    page.get_by_role("link", name="保险与担保", exact=True).first.click()
    page.get_by_role("button", name="登记保单或保函").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("合同").fill(contract_number)
    choose(page, dialog.get_by_label("机构"), "同楫科技融资担保")
    dialog.get_by_label("保单（保函）号").fill("BH-2026-0917")
    dialog.get_by_label("最高金额").fill("20万")
    dialog.get_by_label("保障开始").fill(first.isoformat())
    dialog.get_by_label("保障结束").fill(last.isoformat())
    dialog.get_by_role("button", name="登记", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("待机构确认")).to_be_visible()


def confirm_cover(guarantor: Visitor, contract_number: str) -> None:
    """The guarantor reads what was registered and stands by it."""
    page = guarantor.open("/app/covers")
    expect(page.get_by_text(contract_number)).to_be_visible()
    sure(page, "确认承保")
    expect(page.get_by_text("已确认", exact=True)).to_be_visible()


def sure(page: Page, button: str) -> None:
    """Press a button that asks once more, and say yes."""
    page.get_by_role("button", name=button).click()
    page.get_by_role("tooltip").get_by_role("button", name=button).click()


def open_case(person: Visitor, title: str) -> Page:
    """Wait for the case of a result and open it."""
    person.await_on("/app/defaults", lambda page: page.get_by_role("link", name=title)).click()
    expect(person.page.get_by_role("heading", name=re.compile("违约案件"))).to_be_visible()
    return person.page


def demand(officer: Visitor, title: str) -> str:
    """Send the demand that gives the firm thirty days; returns the path of the case."""
    page = open_case(officer, title)
    page.get_by_role("button", name="发出催告函").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("送达后付款期限")).to_have_value("30")
    dialog.get_by_role("button", name="生成并发出").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("已发催告函").first).to_be_visible()
    return page.url.removeprefix(officer.address)


def acknowledge(firm: Visitor, case: str) -> None:
    """The firm says that the demand has arrived: its thirty days begin."""
    page = firm.open(case)
    sure(page, "确认收到催告函")
    expect(page.get_by_text("催告期内").first).to_be_visible()


def claim(officer: Visitor, case: str, amount: str) -> None:
    """The days are over: the contract may be rescinded, and the guarantor is asked to pay first."""
    officer.await_on(case, lambda page: page.get_by_text("可解除合同"))
    page = officer.page
    page.get_by_role("button", name="申请代偿").click()
    expect(page.get_by_role("article").get_by_text(amount)).to_be_visible()


def accept_claim(guarantor: Visitor) -> str:
    """The guarantor agrees to pay; returns what to write on the transfer."""
    page = guarantor.open("/app/covers")
    sure(page, "同意代偿")
    return page.get_by_text(re.compile(r"^DC\d{10}$")).inner_text()


def announce(officer: Visitor, case: str) -> None:
    """The guarantor's money has been recognized; the firm is told that its default will be handed to its zone."""
    officer.await_on(case, lambda page: page.get_by_role("article").get_by_text("已代偿", exact=True))
    sure(officer.page, "告知信用推送")
    expect(officer.page.get_by_text("已告知，异议期内")).to_be_visible()


def receive_record(zone: Visitor, firm_name: str) -> None:
    """The time to object is over: the zone takes the record and gives its receipt."""
    record = zone.page.locator("section").filter(has_text=firm_name)
    receive = record.get_by_role("button", name="接收并出具回执")
    zone.await_on("/app/credit-records", lambda _: receive).click()
    expect(record.get_by_text("已推送")).to_be_visible()
