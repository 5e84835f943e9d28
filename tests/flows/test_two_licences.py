"""Two licences of one office, as people have them: one used and paid for three quarters, one that is not paid.

The first goes from a question before applying, over bargaining, a technology manager and a co-owner, to the third
royalty; its signed PDF is read with tools that are not ours. The second ends with its guarantor. One calendar moves
under both, so that one copy of the product serves.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from marketplace.core.clock import business_date, utc_now
from marketplace.documents.typesetting import seal_box
from tests.flows import default_steps as default, licence_steps as licence, signed_pdf
from tests.flows.conftest import Visitor
from tests.flows.steps import Enter, agree, import_results, pass_days, publish, sign

TITLE = "定型机尾气余热三级回收技术"
GATEWAY = "老旧设备免改造联网与产量自动采集技术"
QUESTION = "冬天进风零下五度，出风温度还够不够？"
ANSWER = "够。零下五度时出风 138 度，我们有常州一家厂的冬季记录。"
VALID = "Signature is Valid."
ANNEXES = ("第二年1,000,000.0090,000.000.0035,000.00125,000.00", "三年合计应付195,000元", "90,000.00")
"""What the annexes count: the fee, and the three years of the plan in the application."""
QUARTERS = (("1000000", "¥35,000.00"), ("1200000", "¥42,000.00"), ("1500000", "¥52,500.00"))


@dataclass
class People:
    """Who takes part, each at a browser of his own; the firm that asks has a phone in hand."""

    officer: Visitor
    head: Visitor
    owner: Visitor
    manager: Visitor
    firm: Visitor
    debtor: Visitor
    guarantor: Visitor
    zone: Visitor
    administrator: Visitor


@pytest.mark.timeout(1200)
def test_one_pays_three_royalties_and_the_other_is_paid_for_by_its_guarantor(
    visitor: Enter, tmp_path: Path
) -> None:
    names = {
        "officer": "沈岚", "head": "顾正平", "owner": "倪伟", "manager": "韩雪", "debtor": "秦朗", "guarantor": "康宁",
        "zone": "邵晨", "administrator": "系统管理员",
    }  # fmt: skip
    people = People(**{part: visitor(name) for part, name in names.items()}, firm=visitor("周敏", phone=True))
    import_results(people.officer, TITLE, 890_001)
    licence.own_together(people.officer, people.owner, TITLE, "40")
    guaranteed_licence(people)
    publish(people.officer, people.head, people.administrator, TITLE)
    negotiate(people)
    pass_days(people.administrator, 16)
    contract = sign_all(people)
    read_as_a_stranger(people, contract, tmp_path)
    use_and_pay(people, contract)
    guarantor_pays(people, fall_due(people))


def guaranteed_licence(people: People) -> None:
    """The second firm takes a result the short way and has its fee guaranteed."""
    licence.apply(people.debtor, GATEWAY, "¥200万 ¥0 ¥6万")
    agree(people.officer, people.debtor, GATEWAY)
    sign(people.debtor, GATEWAY)
    sign(people.head, GATEWAY)
    number = people.head.page.locator("main .num").first.inner_text()
    today = business_date(utc_now())
    default.register_cover(people.debtor, number, today, today + timedelta(days=3 * 365))
    default.confirm_cover(people.guarantor, number)


def negotiate(people: People) -> None:
    """A question answered, an application, an offer, a counter-offer, a manager, a consent, an agreement."""
    firm, officer = people.firm, people.officer
    licence.ask(firm, TITLE, QUESTION)
    licence.reply(officer, QUESTION, ANSWER)
    licence.apply_from_answer(firm, ANSWER, "¥200万 ¥7.4万 ¥19.1万")
    licence.propose(
        firm.page, "提出修改条款", {"提成比例": "3"}, "独占许可", "我们想独占使用，提成率降到 3%。"
    )
    page = officer.find("/app/inbox", TITLE)
    expect(page.get_by_text("企业提出了条款，请接受、拒绝或提出修改。")).to_be_visible()
    changes = page.get_by_role("list", name="改了什么").get_by_role("listitem")
    expect(changes.filter(has_text="3.7%")).to_contain_text("利于企业")
    licence.propose(
        page,
        "提出修改",
        {"提成比例": "3.5", "期满许可费": "9万"},
        None,
        "独占可以，提成率 3.5%，许可费 9 万元。",
    )
    officer.show("negotiation-1366")
    licence.invite_manager(officer, "韩雪")
    licence.agree_commission(people.manager, TITLE)
    licence.consent(people.owner, TITLE, "40")
    firm.page.reload()
    expect(firm.page.get_by_text("高校提出了条款，请接受、拒绝或提出修改。")).to_be_visible()
    firm.page.get_by_role("list", name="改了什么").last.scroll_into_view_if_needed()
    firm.show("negotiation-375")
    firm.page.get_by_role("button", name="接受第 2 轮条款").click()
    expect(firm.page.get_by_text("商定价格公示中").first).to_be_visible()


def sign_all(people: People) -> str:
    """The firm, the university and the co-owner sign; returns the path of the contract's page."""
    for person in (people.firm, people.head, people.owner):
        sign(person, TITLE)
    page = people.owner.page
    expect(page.get_by_text("免费使用中").first).to_be_visible()
    expect(page.get_by_text("已签署", exact=True)).to_have_count(3)
    page.get_by_role("heading", name="签署", exact=True).scroll_into_view_if_needed()
    people.owner.show("signed-by-all")
    return page.url.removeprefix(people.owner.address)


def read_as_a_stranger(people: People, contract: str, folder: Path) -> None:
    """The firm saves the contract and the evidence; poppler and openssl say who signed and that nothing was changed."""
    page = people.firm.open(contract)
    file = licence.save(page, page.get_by_role("link", name="合同 PDF", exact=True), folder / "contract.pdf")
    bundle = licence.save(page, page.get_by_role("link", name="证据包（zip）"), folder / "evidence.zip")
    with ZipFile(bundle) as evidence:
        assert evidence.read("contract.pdf") == file.read_bytes()
        root = signed_pdf.root_pem(evidence.read("root.cer"), folder / "root.pem")
    found = signed_pdf.signatures(file)
    assert [(each.field, each.signer, each.says, each.covers_all) for each in found] == [
        ("Party_0", "顾正平", VALID, False),
        ("Party_1", "倪伟", VALID, False),
        ("Party_2", "周敏", VALID, False),
        (
            "Archive",
            "先用平台时间戳",
            "Signature has not yet been verified.",
            True,
        ),  # pdfsig leaves stamps to others
    ]
    assert [signed_pdf.openssl_accepts(file, each, root) for each in found] == [True] * 4
    assert signed_pdf.fonts_missing(file) == []
    last = signed_pdf.pages(file)
    assert [signed_pdf.ink(file, last, seal_box(place)) > 20 for place in range(4)] == [
        True,
        True,
        True,
        False,
    ]
    text = signed_pdf.text_of(file)
    for words in (
        "江南大学",
        "东南大学",
        "云梭染整（无锡）有限公司",
        "独占许可",
        "净销售额的3.5%提成",
        *ANNEXES,
    ):
        assert words in text, words
    tampering_shows(file, root)


def tampering_shows(file: Path, root: Path) -> None:
    """Bytes put behind the end, and one changed in the middle, are both noticed by others' tools."""
    whole = file.read_bytes()
    longer = file.with_name("longer.pdf")
    longer.write_bytes(whole + b"% one more remark\n")
    found = signed_pdf.signatures(longer)
    assert [each.says for each in found[:3]] == [VALID] * 3
    assert not any(each.covers_all for each in found)
    other = file.with_name("other.pdf")
    place = whole.index(b"endstream") - 40
    other.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    found = signed_pdf.signatures(other)
    assert [each.says for each in found[:3]] == ["Digest Mismatch."] * 3
    assert not any(signed_pdf.openssl_accepts(other, each, root) for each in found)


def use_and_pay(people: People, contract: str) -> None:
    """First income, the fee by bank transfer, then three quarters reported and their royalties paid."""
    firm, admin = people.firm, people.administrator
    today = pass_days(admin, 40)
    licence.declare_income(firm, contract, today - timedelta(days=3))
    bill = licence.open_bill(firm, "许可费", TITLE, "¥90,000.00")
    licence.arrive(people.officer, today, "云梭染整（无锡）有限公司", "90000.00", licence.transfer_memo(bill))
    for quarter, (sales, royalty) in enumerate(QUARTERS):
        pass_days(admin, 92)
        if quarter == 0:
            licence.report_use(firm, contract)
        licence.report_income(firm, contract, sales)
        licence.open_bill(firm, "提成", TITLE, royalty)
        licence.pay_online(firm)
    licence.approve_splits(
        (people.head, people.owner), TITLE, ("¥90,000.00", *(royalty for _, royalty in QUARTERS))
    )
    for person in (firm, people.head):
        page = person.open(contract)
        for _, royalty in QUARTERS:
            expect(licence.line(page, royalty).get_by_text("已付清")).to_be_visible()


def fall_due(people: People) -> str:
    """The free year of the second licence ends, nobody pays, the reminders pass; returns the path of the case."""
    debtor = people.debtor
    pass_days(people.administrator, 18)
    debtor.await_on("/app/payments?show=open", lambda page: licence.bill(page, "许可费", GATEWAY))
    pass_days(people.administrator, 45)
    case = default.demand(people.officer, GATEWAY)
    debtor.await_on("/app/notifications", lambda page: page.get_by_text("催告函：请付清 60,000.00 元"))
    expect(debtor.page.get_by_text(f"账单提醒：{GATEWAY}").first).to_be_visible()
    default.acknowledge(debtor, case)
    return case


def guarantor_pays(people: People, case: str) -> None:
    """Thirty-one days later the guarantor pays first, what happened goes on record, and the firm pays the rest."""
    officer, guarantor = people.officer, people.guarantor
    today = pass_days(people.administrator, 31)
    default.claim(officer, case, "¥48,000.00")
    reference = default.accept_claim(guarantor)
    licence.arrive(officer, today, "同楫科技融资担保（演示）", "48000.00", reference)
    default.announce(officer, case)
    officer.show("default")
    pass_days(people.administrator, 16)
    default.receive_record(people.zone, "枢臻物联技术有限公司")
    licence.open_bill(people.debtor, "许可费", GATEWAY, "¥12,000.00", show="partially_paid")
    licence.pay_online(people.debtor)
    officer.await_on(case, lambda page: page.get_by_text("欠款已付清，案件已结束。"))
    page = guarantor.open("/app/covers")
    expect(page.locator("dt", has_text="尚应偿还机构").locator("+ dd")).to_have_text("¥48,000.00")
    guarantor.show("recourse")
