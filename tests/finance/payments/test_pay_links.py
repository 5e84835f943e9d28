"""A bill is sent to somebody without an account: she sees that bill and pays it, and nothing else opens."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from finance import settings as finance_settings
from finance.payments import inbox, links
from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import KEY, SECRET, Bill, Simulator, a_bill, signed
from tests.finance.payments.test_money_over_http import Desk
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


@pytest.fixture(autouse=True)
def _pay_at(stripe_double: Simulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_API_URL", stripe_double.url)
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_KEY", KEY)
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_WEBHOOK_SECRET", SECRET)
    finance_settings.settings.cache_clear()
    yield
    monkeypatch.undo()
    finance_settings.settings.cache_clear()


class Accountant:
    """A browser without a session and without scripts."""

    def __init__(self, client: TestClient, place: str) -> None:
        self.client, self.place = client, place

    def see(self, more: str = "") -> Any:
        self.client.cookies.clear()
        return self.client.get(f"{self.place}{more}", follow_redirects=False)

    def pay(self, way: str) -> Any:
        """Press the button of a way on the page."""
        key = re.search(
            rf'name="key" value="([^"]+)"><input type="hidden" name="way" value="{way}"', self.see().text
        )
        assert key is not None
        self.client.cookies.clear()
        return self.client.post(self.place, data={"way": way, "key": key[1]}, follow_redirects=False)


def made(bill: Bill, client: TestClient, for_whom: str = "财务部王会计") -> dict[str, Any]:
    answer = Desk(client, bill.firm)(
        "POST", f"/invoices/{bill.invoice.id}/pay-links", json={"for_whom": for_whom}
    )
    assert answer.status_code == 201
    link: dict[str, Any] = answer.json()
    return link


def accountant(bill: Bill, client: TestClient) -> Accountant:
    return Accountant(client, made(bill, client)["url"].removeprefix(settings().address))


def hear(bill: Bill, double: Simulator) -> None:
    for row in bill.system.rows("SELECT id FROM payment_attempt"):
        for event in double.events_of(row["id"]):
            inbox.store_notices(bill.system, [inbox.read_notice(double.gateway, *signed(event))])
    while inbox.apply_inbox(replace(bill.system, now=utc_now()), gateway=double.gateway):
        pass


def attempts(bill: Bill) -> list[dict[str, Any]]:
    return bill.system.rows("SELECT way, state, link_id FROM payment_attempt ORDER BY created_at, id")


def test_a_link_shows_the_bill_its_paper_and_the_ways_and_is_kept_from_search_engines(
    bill: Bill, client: TestClient
) -> None:
    reader = accountant(bill, client)
    page = reader.see()
    invoice = bill.invoice
    for word in (
        invoice.number, invoice.university_name, "80,000.00 元", str(invoice.due_on), invoice.bank.reference,
        "用支付宝付款", "付款后 90 天内可原路退回",
    ):  # fmt: skip
        assert word in page.text
    assert f"账期 {(invoice.due_on - invoice.issued_on).days} 天" in page.text
    assert "<script" not in page.text.split("<main", 1)[1].split("</main>", 1)[0]
    assert invoice.contract_number not in page.text
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in page.text
    paper = reader.see("/paper.pdf")
    assert (paper.headers["content-type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert "Pay by Alipay" in Accountant(client, f"/en{reader.place}").see().text


def test_alipay_is_paid_without_scripts_and_the_page_follows(
    bill: Bill, client: TestClient, stripe_double: Simulator
) -> None:
    reader = accountant(bill, client)
    going = reader.pay("alipay")
    assert (going.status_code, "?go=" in going.headers["location"]) == (303, True)
    page = reader.see(going.headers["location"].removeprefix(reader.place))
    wallet = re.search(r'content="0;url=([^"]+)"', page.text)
    assert wallet is not None
    paid = stripe_double.page("POST", wallet[1].removeprefix(stripe_double.url), data={"action": "pay"})
    back = paid.headers["location"].removeprefix(settings().address + reader.place)
    assert "redirect_status=succeeded" in back
    assert "已支付，正在确认" in reader.see(back).text
    assert 'http-equiv="refresh" content="5"' in reader.see(back).text

    hear(bill, stripe_double)
    done = reader.see(back).text
    assert "已收到付款，谢谢" in done
    assert "http-equiv" not in done
    assert "已付清" in reader.see().text
    [link] = Desk(client, bill.firm)("GET", f"/invoices/{bill.invoice.id}/pay-links").json()
    assert attempts(bill) == [{"way": "alipay", "state": "succeeded", "link_id": UUID(link["id"])}]


def test_wechat_shows_its_code_on_the_page(bill: Bill, client: TestClient, stripe_double: Simulator) -> None:
    reader = accountant(bill, client)
    shown = reader.pay("wechat_pay")
    page = reader.see(shown.headers["location"].removeprefix(reader.place)).text
    assert 'src="data:image/svg+xml' in page
    assert "二维码约 10 分钟内有效" in page
    [ref] = [row["provider_ref"] for row in bill.system.rows("SELECT provider_ref FROM payment_attempt")]
    stripe_double.act(ref, "pay")
    hear(bill, stripe_double)
    assert "已收到付款" in reader.see(shown.headers["location"].removeprefix(reader.place)).text


def test_who_leaves_the_pay_page_reads_that_nothing_was_charged(
    bill: Bill, client: TestClient, stripe_double: Simulator
) -> None:
    reader = accountant(bill, client)
    going = reader.pay("card")
    payment = going.headers["location"].rsplit("=", 1)[1]
    [session] = [s for s in stripe_double.books()["checkout.session"] if s["client_reference_id"] == payment]
    left = session["cancel_url"].removeprefix(settings().address + reader.place)
    page = reader.see(left).text
    assert "还没有付款" in page
    assert "用银行卡付款" in page


def test_the_desk_and_a_link_do_not_lead_to_each_others_pages(
    bill: Bill, client: TestClient, stripe_double: Simulator
) -> None:
    reader = accountant(bill, client)
    reader.pay("card")
    firm = Desk(client, bill.firm)
    live = firm("GET", f"/invoices/{bill.invoice.id}/ways").json()["live"]
    assert (live["state"], live["url"]) == ("requires_action", None)
    begun = firm(
        "POST", f"/invoices/{bill.invoice.id}/checkout", headers={"Idempotency-Key": "click-0001"}
    ).json()
    assert begun["url"].startswith(stripe_double.url)
    assert [(row["state"], row["link_id"] is None) for row in attempts(bill)] == [
        ("canceled", False),
        ("requires_action", True),
    ]
    assert reader.see(f"?payment={begun['id']}").status_code == 404


def test_a_look_is_on_record_once_an_hour(bill: Bill, client: TestClient) -> None:
    link = made(bill, client)
    reader = Accountant(client, link["url"].removeprefix(settings().address))
    for _ in range(3):
        reader.see()
    [row] = Desk(client, bill.firm)("GET", f"/invoices/{bill.invoice.id}/pay-links").json()
    assert (row["opened_times"], row["state"], row["url"]) == (1, "open", link["url"])
    audited = bill.system.rows("SELECT action FROM audit_entry WHERE action LIKE 'pay_link.%' ORDER BY at")
    assert [entry["action"] for entry in audited] == ["pay_link.made", "pay_link.opened"]


def forged(place: str) -> str:
    return place[:-1] + ("A" if place[-1] != "A" else "B")


def of_another(place: str) -> str:
    return place.rsplit("/", 1)[0] + "/" + links.token_of(new_id())


@pytest.mark.parametrize("spoil", [forged, of_another, lambda _: "/bill/x", lambda _: "/bill/%E9%BB%91"])
def test_an_address_that_proves_nothing_opens_nothing(bill: Bill, client: TestClient, spoil: Any) -> None:
    reader = accountant(bill, client)
    stranger = Accountant(client, spoil(reader.place))
    for answer in (
        stranger.see(),
        stranger.see("/paper.pdf"),
        client.post(stranger.place, data={"way": "card", "key": "key-00000001"}, follow_redirects=False),
    ):
        assert answer.status_code == 404
        assert bill.invoice.number not in answer.text
    assert attempts(bill) == []


@pytest.mark.parametrize("over", ["expired_at", "withdrawn"])
def test_a_link_that_is_over_opens_nothing_and_says_so(bill: Bill, client: TestClient, over: str) -> None:
    link = made(bill, client)
    reader = Accountant(client, link["url"].removeprefix(settings().address))
    firm = Desk(client, bill.firm)
    if over == "withdrawn":
        assert firm("POST", f"/pay-links/{link['id']}/withdraw").status_code == 204
    else:
        bill.system.session.connection().execute(
            text("UPDATE pay_link SET expires_at = :then"), {"then": utc_now() - timedelta(seconds=1)}
        )
        bill.system.session.expire_all()
    for answer in (
        reader.see(),
        reader.see("/paper.pdf"),
        client.post(reader.place, data={"way": "card", "key": "key-00000001"}, follow_redirects=False),
    ):
        assert answer.status_code == 410
        assert "付款链接已失效" in answer.text
        assert bill.invoice.number not in answer.text
    assert attempts(bill) == []
    [row] = firm("GET", f"/invoices/{bill.invoice.id}/pay-links").json()
    assert (row["state"], row["url"]) == ("withdrawn" if over == "withdrawn" else "expired", None)


def test_only_who_may_pay_for_the_firm_makes_sees_and_withdraws_links(bill: Bill, client: TestClient) -> None:
    link = made(bill, client)
    path = f"/invoices/{bill.invoice.id}/pay-links"
    university, nobody = Desk(client, bill.officer), Desk(client, None)
    stranger = Desk(client, a_bill(bill.system).firm)
    for who, code in ((university, 403), (stranger, 404), (nobody, 401)):
        assert who("GET", path).status_code == code
        assert who("POST", path, json={"for_whom": "我"}).status_code == code
    for who, code in ((university, 404), (stranger, 404), (nobody, 401)):
        assert who("POST", f"/pay-links/{link['id']}/withdraw").status_code == code
    assert Desk(client, bill.firm)("POST", path, json={"for_whom": " "}).status_code == 422
    assert bill.system.rows("SELECT count(*) AS n, count(withdrawn_at) AS gone FROM pay_link") == [
        {"n": 1, "gone": 0}
    ]


def test_a_way_that_is_closed_is_told_on_the_page(
    bill: Bill, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = accountant(bill, client)
    monkeypatch.setenv("XIANYONG_FINANCE_ONLINE_WAYS", "card")
    finance_settings.settings.cache_clear()
    refused = client.post(reader.place, data={"way": "alipay", "key": "key-00000001"}, follow_redirects=False)
    assert refused.status_code == 409
    assert "支付宝：平台的收款账户没有开通。" in refused.text
    assert attempts(bill) == []
