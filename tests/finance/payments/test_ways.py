"""A payer chooses a way: what is told before, what each way does, and that only one is open at a time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import Connection

from finance import settings as finance_settings
from finance.ledger import queries as ledger
from finance.payments import completer, paying, queries
from finance.payments.errors import KeyReused, PaymentUnderWay, WayClosed
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import OnlineWay, PaymentState, PaymentView
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, Simulator, a_bill
from tests.finance.payments.test_checkout import booked, deliver, provider_ref_of, settled
from workers.checks import INVARIANTS

CARD, ALIPAY, WECHAT = OnlineWay.CARD, OnlineWay.ALIPAY, OnlineWay.WECHAT_PAY
STORY = ["invoice_issued", "payment_captured"]
MOST_BY_WALLET = 20_000_000


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def start(bill: Bill, double: Simulator, way: OnlineWay, key: str = "") -> PaymentView:
    """What the endpoint does."""
    payment_id = paying.start_paying(
        bill.firm,
        invoice_id=bill.invoice.id,
        client_key=key or f"click-{way}",
        way=way,
        gateway=double.gateway,
    )
    return queries.get_payment(bill.firm, payment_id=payment_id)


def attempts(bill: Bill) -> list[tuple[str, str]]:
    bill.system.session.flush()
    rows = bill.system.rows("SELECT way, state FROM payment_attempt ORDER BY created_at, id")
    return [(row["way"], row["state"]) for row in rows]


def ref_of(bill: Bill, payment: PaymentView) -> str:
    return bill.system.session.get_one(PaymentAttempt, payment.id).provider_ref or ""


def at_provider(double: Simulator, bill: Bill) -> dict[str, str]:
    """Everything that was opened for a bill, and how it stands."""
    ids = {
        str(row["id"])
        for row in bill.system.rows(
            "SELECT id FROM payment_attempt WHERE invoice_id = :id", id=bill.invoice.id
        )
    }
    books = double.books()
    everything = books.get("checkout.session", []) + books.get("payment_intent", [])
    return {o["id"]: o["status"] for o in everything if o["metadata"].get("attempt_id") in ids}


def with_ways(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(f"XIANYONG_FINANCE_{name}", value)
    finance_settings.settings.cache_clear()


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    finance_settings.settings.cache_clear()


def told(bill: Bill) -> list[tuple[str, bool, str | None, int | None]]:
    found = queries.get_ways(bill.firm, invoice_id=bill.invoice.id)
    return [(str(way.way), way.open, way.reason, way.refund_days) for way in found.ways]


def test_every_way_is_told_with_its_end_of_refunds(bill: Bill) -> None:
    assert told(bill) == [
        ("card", True, None, None), ("alipay", True, None, 90), ("wechat_pay", True, None, 180), ("bank_transfer", True, None, None),
    ]  # fmt: skip
    zh = queries.get_ways(bill.firm, invoice_id=bill.invoice.id).ways
    assert zh[1].why == (
        "打开支付宝确认付款。付款后 90 天内可原路退回，之后改退到银行账户；付款后不能向支付机构提出争议。"
    )
    en = queries.get_ways(replace(bill.firm, locale="en"), invoice_id=bill.invoice.id).ways
    assert [way.name for way in en] == ["Bank card", "Alipay", "WeChat Pay", "Bank transfer"]


@pytest.mark.parametrize(
    ("amount", "reasons"),
    [
        (399, ["too_little"] * 3), (400, [None] * 3), (MOST_BY_WALLET, [None] * 3), (MOST_BY_WALLET + 1, [None, "too_much", "too_much"]),
        (100_000_000, ["too_much"] * 3),
    ],
)  # fmt: skip
def test_a_way_is_closed_by_the_amount(uow: UnitOfWork, amount: int, reasons: list[str | None]) -> None:
    bill = a_bill(uow, amount_minor=amount)
    assert [reason for _, _, reason, _ in told(bill)] == [*reasons, None]


def test_of_a_real_account_no_way_is_assumed(bill: Bill, monkeypatch: pytest.MonkeyPatch) -> None:
    with_ways(monkeypatch, STRIPE_KEY="sk_test_of_our_own")
    assert [reason for _, _, reason, _ in told(bill)] == ["not_activated"] * 3 + [None]
    with_ways(monkeypatch, ONLINE_WAYS="card, alipay")
    assert [reason for _, _, reason, _ in told(bill)] == [None, None, "not_activated", None]


def test_an_unknown_way_in_the_settings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_ways(monkeypatch, ONLINE_WAYS="card,paypal")
    with pytest.raises(ValueError, match="paypal"):
        finance_settings.settings()


def test_a_closed_way_opens_nothing_and_closes_nothing(
    bill: Bill, stripe_double: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(bill, stripe_double, CARD)
    with_ways(monkeypatch, ONLINE_WAYS="card")
    with pytest.raises(WayClosed) as refused:
        start(bill, stripe_double, ALIPAY)
    assert (refused.value.way, refused.value.reason) == ("alipay", "not_activated")
    assert "支付宝：平台的收款账户没有开通。" in refused.value.body("zh-CN", "")["detail"]
    assert attempts(bill) == [("card", "requires_action")]
    assert list(at_provider(stripe_double, bill).values()) == ["open"]


@pytest.mark.parametrize("way", list(OnlineWay))
def test_each_way_pays_and_is_known_for_its_refunds(
    bill: Bill, stripe_double: Simulator, way: OnlineWay
) -> None:
    payment = start(bill, stripe_double, way)
    shown = (payment.url is not None, payment.qr is not None, payment.seconds_left)
    life = {CARD: 82_800, ALIPAY: 3_600, WECHAT: 600}[way]
    assert shown[:2] == ((False, True) if way == WECHAT else (True, False))
    assert (
        life - 60 < (payment.seconds_left or 0) < life + 60
    )  # read at the instant of the test, begun a moment later
    stripe_double.act(ref_of(bill, payment), "pay")
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))

    paid = queries.get_payment(bill.firm, payment_id=payment.id)
    assert (paid.state, paid.method, paid.url, paid.qr) == (PaymentState.SUCCEEDED, way, None, None)
    assert booked(bill) == STORY
    assert len(settled(bill)) == 1
    assert ledger.get_balance(bill.system, "clearing:stripe") == 8_000_000
    assert stripe_double.gateway.fetch(ref_of(bill, payment)).method == way


def test_the_code_is_what_the_provider_says(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double, WECHAT)
    assert payment.scan == f"{stripe_double.url}/wallet/{ref_of(bill, payment)}"
    assert (payment.qr or "").startswith("data:image/svg+xml")
    university = queries.get_payment(bill.officer, payment_id=payment.id)
    assert university.state == PaymentState.REQUIRES_ACTION


@pytest.mark.fault("P03", "P04")
@pytest.mark.parametrize("way", [CARD, ALIPAY])
def test_news_of_pages_and_of_intents_in_all_orders_end_the_same(
    bill: Bill, stripe_double: Simulator, connection: Connection, way: OnlineWay
) -> None:
    payment = start(bill, stripe_double, way)
    for action in ("pay_later", "arrive"):
        stripe_double.act(ref_of(bill, payment), action)
    telling = ("checkout.session.", "payment_intent.processing", "payment_intent.succeeded", "charge.")
    events = [e for e in stripe_double.events_of(payment.id) if e["type"].startswith(telling)]
    assert len(events) == {CARD: 5, ALIPAY: 3}[way]
    bill.system.session.commit()
    ends = set()
    for order in permutations(events):
        point = connection.begin_nested()
        deliver(bill, stripe_double, list(order))
        state = queries.get_payment(bill.firm, payment_id=payment.id).state
        ends.add((state, *booked(bill), len(settled(bill))))
        bill.system.session.commit()
        point.rollback()
        bill.system.session.expire_all()
    assert ends == {("succeeded", *STORY, 1)}


def test_the_provider_is_not_asked_again_about_money_told_twice(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double, CARD)
    stripe_double.act(ref_of(bill, payment), "pay")
    stripe_double.fault("*", "500", times=99)
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))
    assert booked(bill) == STORY
    rows = bill.system.rows("SELECT kind, state FROM provider_notice WHERE state <> 'ignored' ORDER BY kind")
    assert rows == [
        {"kind": "checkout.session.completed", "state": "done"},
        {"kind": "payment_intent.succeeded", "state": "done"},
    ]


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        (["pay_later"], "processing"), (["pay_later", "fail"], "failed"), (["decline"], "failed"), (["expire"], "failed"),
    ],
)  # fmt: skip
def test_a_wallet_that_comes_to_nothing_lets_the_bill_be_paid_again(
    bill: Bill, stripe_double: Simulator, actions: list[str], state: str
) -> None:
    payment = start(bill, stripe_double, WECHAT)
    for action in actions:
        stripe_double.act(ref_of(bill, payment), action)
        deliver(bill, stripe_double, stripe_double.events_of(payment.id))
    assert queries.get_payment(bill.firm, payment_id=payment.id).state == state
    assert booked(bill) == STORY[:1]
    if state == "failed":
        assert start(bill, stripe_double, ALIPAY).state == PaymentState.REQUIRES_ACTION
    else:
        with pytest.raises(PaymentUnderWay):
            start(bill, stripe_double, ALIPAY)


def test_another_way_closes_the_one_before_at_the_provider(bill: Bill, stripe_double: Simulator) -> None:
    for way in (CARD, WECHAT, ALIPAY):
        start(bill, stripe_double, way)
    assert attempts(bill) == [
        ("card", "canceled"),
        ("wechat_pay", "canceled"),
        ("alipay", "requires_action"),
    ]
    assert sorted(at_provider(stripe_double, bill).values()) == ["canceled", "expired", "requires_action"]
    again = start(bill, stripe_double, CARD, "another-click")
    assert (again.way, again.state) == (CARD, PaymentState.REQUIRES_ACTION)


@pytest.mark.fault("P22", "X14")
@pytest.mark.parametrize("first", [CARD, WECHAT])
def test_switching_while_the_first_is_being_paid_takes_its_money_and_opens_nothing(
    bill: Bill, stripe_double: Simulator, first: OnlineWay
) -> None:
    payment = start(bill, stripe_double, first)
    stripe_double.act(ref_of(bill, payment), "pay")  # nobody has heard of it yet
    with pytest.raises(InvoiceAlreadyPaid):
        start(bill, stripe_double, ALIPAY)
    assert attempts(bill) == [(first, "succeeded")]
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))
    assert booked(bill) == STORY
    assert len(settled(bill)) == 1


def test_switching_while_the_first_is_on_its_way_waits(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double, WECHAT)
    stripe_double.act(ref_of(bill, payment), "pay_later")
    with pytest.raises(PaymentUnderWay):
        start(bill, stripe_double, CARD)
    assert attempts(bill) == [("wechat_pay", "processing")]


@pytest.mark.fault("P13")
@pytest.mark.parametrize("fault", ["drop", "drop-after-work", "500"])
@pytest.mark.parametrize(
    ("way", "call"),
    [(CARD, "POST checkout/sessions/{id}/expire"), (WECHAT, "POST payment_intents/{id}/cancel")],
)
def test_a_withdrawal_cut_short_opens_nothing_until_it_is_certain(
    bill: Bill, stripe_double: Simulator, way: OnlineWay, call: str, fault: str
) -> None:
    start(bill, stripe_double, way)
    stripe_double.fault(call, fault, times=3 if fault == "500" else 1)  # the SDK repeats after a 500 only
    with pytest.raises(PaymentUnderWay):
        start(bill, stripe_double, ALIPAY)
    assert attempts(bill) == [(way, "requires_action")]
    assert start(bill, stripe_double, ALIPAY).state == PaymentState.REQUIRES_ACTION
    assert attempts(bill) == [(way, "canceled"), ("alipay", "requires_action")]


@pytest.mark.fault("P13", "P14")
@pytest.mark.parametrize("lost_for_hours", [0, 25])
def test_a_wallet_whose_answer_was_lost_is_found_once(
    bill: Bill, stripe_double: Simulator, lost_for_hours: int
) -> None:
    stripe_double.fault("POST payment_intents", "drop-after-work")
    payment = start(bill, stripe_double, WECHAT)
    assert payment.state == PaymentState.UNKNOWN
    with pytest.raises(PaymentUnderWay):
        start(bill, stripe_double, CARD)
    bill.system.session.get_one(PaymentAttempt, payment.id).created_at -= timedelta(hours=lost_for_hours)
    later = bill.system.now + timedelta(minutes=2)
    assert completer.complete_attempts(replace(bill.system, now=later), gateway=stripe_double.gateway) == 1

    found = queries.get_payment(bill.firm, payment_id=payment.id)
    assert (found.state, found.qr is not None) == (PaymentState.REQUIRES_ACTION, True)
    assert at_provider(stripe_double, bill) == {ref_of(bill, found): "requires_action"}


def test_a_code_that_was_not_scanned_is_withdrawn_and_a_new_one_is_had(
    bill: Bill, stripe_double: Simulator
) -> None:
    payment = start(bill, stripe_double, WECHAT)
    bill.system.session.get_one(PaymentAttempt, payment.id).created_at -= timedelta(minutes=11)
    later = replace(bill.system, now=bill.system.now + timedelta(minutes=10))
    assert queries.get_payment(later, payment_id=payment.id).seconds_left == 0
    assert completer.complete_attempts(later, gateway=stripe_double.gateway) == 1
    assert attempts(bill) == [("wechat_pay", "canceled")]
    assert list(at_provider(stripe_double, bill).values()) == ["canceled"]
    assert start(bill, stripe_double, WECHAT, "a-new-code").seconds_left


def test_whoever_asks_for_a_new_code_need_not_wait_for_the_clock(
    bill: Bill, stripe_double: Simulator
) -> None:
    first = start(bill, stripe_double, WECHAT)
    assert start(bill, stripe_double, WECHAT, "second-tab").id == first.id
    bill.system.session.get_one(PaymentAttempt, first.id).created_at -= timedelta(minutes=11)
    second = start(bill, stripe_double, WECHAT, "a-new-code")
    assert (second.id == first.id, second.scan == first.scan) == (False, False)
    assert attempts(bill) == [("wechat_pay", "canceled"), ("wechat_pay", "requires_action")]


def test_a_code_scanned_in_its_last_second_counts(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double, WECHAT)
    stripe_double.act(ref_of(bill, payment), "pay")
    bill.system.session.get_one(PaymentAttempt, payment.id).created_at -= timedelta(minutes=11)
    later = replace(bill.system, now=bill.system.now + timedelta(minutes=10))
    completer.complete_attempts(later, gateway=stripe_double.gateway)
    assert attempts(bill) == [("wechat_pay", "succeeded")]
    assert booked(bill) == STORY


def test_a_key_belongs_to_one_way(bill: Bill, stripe_double: Simulator) -> None:
    start(bill, stripe_double, CARD, "one-and-the-same")
    with pytest.raises(KeyReused):
        start(bill, stripe_double, ALIPAY, "one-and-the-same")
    assert attempts(bill) == [("card", "requires_action")]
    assert provider_ref_of(bill) in at_provider(stripe_double, bill)
