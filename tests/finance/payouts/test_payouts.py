"""Payables to a batch of two persons, to a file for the bank, to confirmed and returned lines: the ledger says the same."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from finance.distributions import service as splitting
from finance.ledger import queries as ledger
from finance.payouts import queries, service
from finance.payouts.accounts import luhn
from finance.payouts.errors import AccountChangedSince, PayeesNotReady, PayoutsRunElsewhere
from finance.payouts.files import HEADINGS, NAMESPACE, FileFormat
from finance.payouts.schemas import BatchView, NewAccount, NewBatch, PayeeRef, Results, Returned
from marketplace.app.worklist.university import of_university
from marketplace.app.worklist.views import TodoKind
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.shared import SharedBill, a_shared_bill, receive
from workers.checks import INVARIANTS

CARD, OTHER_CARD = "6222020200112233446", "6222020200112233453"


@pytest.fixture
def shared(uow: UnitOfWork) -> Iterator[SharedBill]:
    """100,000.00 came in, was split and approved by both holders."""
    shared = a_shared_bill(uow)
    view = receive(shared.bill, "100000.00")
    for side in (shared.bill.head, shared.institute_head):
        splitting.approve_distribution(side, distribution_id=view.id)
    yield shared
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def payee(side: UnitOfWork, name: str) -> PayeeRef:
    return next(p.payee for p in queries.list_payables(side).payees if p.name == name)


def account(ref: PayeeRef, number: str = CARD, **changes: str) -> NewAccount:
    values = {"account_name": "李教授", "bank_name": "工商银行无锡蠡湖支行", "bank_code": "102302000019"}
    return NewAccount(payee=ref, account_no=number, **values | changes)


def a_paid_share(uow: UnitOfWork) -> SharedBill:
    """60,000.00 received, split between two right holders, and 李教授 paid."""
    shared = a_shared_bill(uow)
    first = receive(shared.bill, "60000.00")
    for side in (shared.bill.head, shared.institute_head):
        splitting.approve_distribution(side, distribution_id=first.id)
    li = payee(shared.bill.officer, "李教授")
    service.set_account(shared.inventor, draft=account(li))
    batch = service.request_batch(shared.bill.officer, draft=NewBatch(payees=[li]))
    service.approve_batch(shared.bill.head, batch_id=batch.id)
    service.record_results(
        shared.bill.officer, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id])
    )
    return shared


def ready(shared: SharedBill) -> list[PayeeRef]:
    """李教授 sets her card, the officer the school's account; 陈博士 has no login and none yet."""
    officer = shared.bill.officer
    li, school = payee(officer, "李教授"), payee(officer, "所在院系")
    service.set_account(shared.inventor, draft=account(li))
    service.set_account(officer, draft=account(school, "32990000123", account_name="江南大学食品学院"))
    return [li, school]


def a_batch(shared: SharedBill) -> BatchView:
    return service.request_batch(shared.bill.officer, draft=NewBatch(payees=ready(shared)))


def balance(shared: SharedBill, key: str) -> int:
    return ledger.get_balance(shared.bill.system, key)


def test_payables_are_the_shares_of_ones_own_holder(shared: SharedBill) -> None:
    found = queries.list_payables(shared.bill.officer)
    # 93,000.00 net: the university's 55,800.00 and the commission of 5,000.00
    assert [(p.name, p.open_minor, p.ready, p.reason) for p in found.payees] == [
        ("李教授", 2_343_600, False, "还没有收款账户"), ("陈博士", 1_562_400, False, "还没有收款账户"),
        ("江南大学", 1_116_000, False, "还没有收款账户"), ("所在院系", 558_000, False, "还没有收款账户"),
        ("赵经理", 500_000, False, "还没有收款账户"),
    ]  # fmt: skip
    assert found.open_minor == 6_080_000
    assert [p.name for p in queries.list_payables(shared.institute_officer).payees] == [
        "许研究员",
        "无锡产研院",
    ]
    for reader in (shared.inventor, shared.bill.firm):
        with pytest.raises(NotFound):
            queries.list_payables(reader)
    with pytest.raises(NotFound):
        queries.list_payables(shared.institute_officer, organization_id=found.organization_id)


@pytest.mark.fault("P27")
def test_a_batch_goes_from_two_persons_to_the_bank_and_back(shared: SharedBill) -> None:
    officer, head = shared.bill.officer, shared.bill.head
    batch = a_batch(shared)
    li = f"payable_inventor:{shared.inventor.actor.user_id}"
    assert (batch.state, batch.amount_minor, batch.lines, batch.moves) == (
        "requested", 2_901_600, 2, ["withdraw"],
    )  # fmt: skip
    assert [(p.payee_name, p.masked, p.shares) for p in batch.payouts] == [
        ("李教授", "6222 **** 3446", 1), ("所在院系", "3299 **** 0123", 1),
    ]  # fmt: skip
    with pytest.raises(IllegalMove):
        queries.get_file(officer, batch_id=batch.id, kind=FileFormat.CSV)
    with pytest.raises(Forbidden):
        service.approve_batch(officer, batch_id=batch.id)
    assert balance(shared, li) == 2_343_600

    held = service.approve_batch(head, batch_id=batch.id)
    first, second = held.payouts
    assert (held.state, first.state, held.approved_by_name) == ("held", "held", "周主任")
    assert (balance(shared, li), balance(shared, f"inflight:{first.id}")) == (0, 2_343_600)
    with pytest.raises(IllegalMove):
        service.approve_batch(head, batch_id=batch.id)

    done = service.record_results(
        officer, batch_id=batch.id,
        results=Results(confirmed=[first.id], returned=[Returned(payout_id=second.id, reason="户名与账号不符")]),
    )  # fmt: skip
    assert (done.state, [p.state for p in done.payouts]) == ("done", ["confirmed", "returned"])
    assert balance(shared, f"inflight:{first.id}") == balance(shared, f"inflight:{second.id}") == 0
    assert [p.open_minor for p in queries.list_payables(officer).payees if p.name == "所在院系"] == [558_000]

    # The bank sends 李教授's money back a week later: it is owed again, and can be requested again.
    service.record_results(
        officer, batch_id=batch.id, results=Results(returned=[Returned(payout_id=first.id, reason="账户已销户")])
    )  # fmt: skip
    assert balance(shared, li) == 2_343_600
    assert service.request_batch(officer, draft=NewBatch(payees=ready(shared))).amount_minor == 2_901_600
    names = [row["name"] for row in shared.bill.system.rows("SELECT name FROM outbox_event ORDER BY seq")]
    assert [n for n in names if n.startswith("payouts.p")] == [
        "payouts.payout.confirmed", "payouts.payout.returned", "payouts.payout.returned",
    ]  # fmt: skip


def test_the_file_has_the_banks_columns_and_the_sum(shared: SharedBill) -> None:
    batch = a_batch(shared)
    service.approve_batch(shared.bill.head, batch_id=batch.id)
    officer = shared.bill.officer
    name, content = queries.get_file(officer, batch_id=batch.id, kind=FileFormat.CSV)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert name == f"{batch.number}.csv"
    assert rows[0] == list(HEADINGS)
    assert [(row[0], row[11], row[12], row[13]) for row in rows[1:]] == [
        ("RMB", CARD, "李教授", "23436.00"), ("RMB", "32990000123", "江南大学食品学院", "5580.00"),
    ]  # fmt: skip
    _, book = queries.get_file(officer, batch_id=batch.id, kind=FileFormat.XLSX)
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == rows
    _, xml = queries.get_file(officer, batch_id=batch.id, kind=FileFormat.XML)
    root = ET.fromstring(xml)  # noqa: S314 - our own bytes
    assert [e.text for e in root.iter(f"{{{NAMESPACE}}}CtrlSum")] == ["29016.00", "29016.00"]
    assert [e.text for e in root.iter(f"{{{NAMESPACE}}}InstdAmt")] == ["23436.00", "5580.00"]
    with pytest.raises(NotFound):
        queries.get_file(shared.institute_officer, batch_id=batch.id, kind=FileFormat.CSV)
    taken = officer.rows("SELECT count(*) AS n FROM audit_entry WHERE action = 'payout.file_taken'")
    assert taken[0]["n"] == 3


def test_a_share_is_in_one_batch_at_a_time(shared: SharedBill) -> None:
    batch = a_batch(shared)
    again = NewBatch(payees=[payout_ref(batch, shared)])
    with pytest.raises(PayeesNotReady) as refused:
        service.request_batch(shared.bill.officer, draft=again)
    assert [e.code for e in refused.value.errors] == ["nothing_owed"]
    assert queries.list_batches(shared.bill.officer).total == 1

    withdrawn = service.withdraw_batch(shared.bill.officer, batch_id=batch.id)
    assert (withdrawn.state, [p.state for p in withdrawn.payouts]) == (
        "withdrawn",
        ["withdrawn", "withdrawn"],
    )
    assert service.request_batch(shared.bill.officer, draft=again).amount_minor == 2_343_600


def payout_ref(batch: BatchView, shared: SharedBill) -> PayeeRef:
    assert batch.payouts[0].payee_name == "李教授"
    assert shared.inventor.actor.user_id is not None
    return PayeeRef(kind="inventor", id=shared.inventor.actor.user_id)


def test_who_cannot_be_paid_is_named_and_nothing_is_requested(shared: SharedBill) -> None:
    officer = shared.bill.officer
    refs = [*ready(shared), payee(officer, "陈博士"), PayeeRef(kind="inventor", id=UUID(int=7))]
    with pytest.raises(PayeesNotReady) as refused:
        service.request_batch(officer, draft=NewBatch(payees=refs))
    assert [(e.pointer, e.message.zh) for e in refused.value.errors] == [
        ("/payees/2", "陈博士：还没有收款账户"), ("/payees/3", "还没有收款账户"),
    ]  # fmt: skip
    assert queries.list_batches(officer).total == 0


def test_a_changed_account_cools_off_and_stops_a_batch_that_names_the_old_one(shared: SharedBill) -> None:
    batch = a_batch(shared)
    li = payout_ref(batch, shared)
    view = service.set_account(shared.inventor, draft=account(li, OTHER_CARD))
    assert view.usable_from == shared.inventor.today + timedelta(days=3)
    with pytest.raises(AccountChangedSince, match="李教授"):
        service.approve_batch(shared.bill.head, batch_id=batch.id)
    assert queries.get_batch(shared.bill.head, batch_id=batch.id).state == "requested"
    service.withdraw_batch(shared.bill.head, batch_id=batch.id)
    with pytest.raises(PayeesNotReady):
        service.request_batch(shared.bill.officer, draft=NewBatch(payees=[li]))

    later = replace(shared.bill.officer, now=shared.inventor.now + timedelta(days=3))
    assert service.request_batch(later, draft=NewBatch(payees=[li])).payouts[0].masked == "6222 **** 3453"
    told = [row["payload"]["changed"] for row in later.rows(
        "SELECT payload FROM outbox_event WHERE name = 'payouts.account.set' ORDER BY seq"
    )]  # fmt: skip
    assert told == [False, False, True]


def test_an_account_is_set_by_its_person_or_by_who_owes_it(shared: SharedBill) -> None:
    officer = shared.bill.officer
    li, chen = payee(officer, "李教授"), payee(officer, "陈博士")
    with pytest.raises(Forbidden, match="own_account_only"):
        service.set_account(officer, draft=account(li))
    for stranger in (shared.institute_officer, shared.institute_inventor, shared.bill.firm):
        with pytest.raises(NotFound):
            service.set_account(stranger, draft=account(chen))
    with pytest.raises(Forbidden):
        service.set_account(shared.inventor, draft=account(chen))
    with pytest.raises(NotFound):
        service.set_account(officer, draft=account(PayeeRef(kind="unit", id=UUID(int=3))))
    assert shared.bill.system.rows("SELECT 1 FROM payee_account") == []
    assert service.set_account(officer, draft=account(chen)).masked == "6222 **** 3446"


@pytest.mark.parametrize(
    ("number", "changes", "pointer"),
    [
        ("6222020200112233447", {}, "/account_no"),  # wrong check digit
        ("4222020200112233446", {}, "/account_no"),  # not a mainland card
        ("622202020011", {}, "/account_no"),
        (CARD, {"bank_code": "12345"}, "/bank_code"),
    ],
)
def test_a_wrong_account_is_refused_with_what_is_wrong(
    shared: SharedBill, number: str, changes: dict[str, str], pointer: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        service.set_account(
            shared.inventor, draft=account(payee(shared.bill.officer, "李教授"), number, **changes)
        )
    assert [e.pointer for e in refused.value.errors] == [pointer]
    assert shared.bill.system.rows("SELECT 1 FROM payee_account") == []


def test_luhn_finds_one_wrong_digit_and_two_swapped() -> None:
    assert luhn(CARD)
    assert luhn("79927398713")  # the textbook's example
    assert not any(luhn(CARD[:i] + str((int(CARD[i]) + 1) % 10) + CARD[i + 1 :]) for i in range(len(CARD)))
    assert not luhn("6222020200112233464")


def test_the_platform_prepares_where_the_university_chose_so_and_its_head_still_approves(
    shared: SharedBill,
) -> None:
    refs = ready(shared)
    holder = shared.bill.officer.actor.organization_id
    assert holder is not None
    admin = replace(
        shared.bill.system, actor=a_member(shared.bill.system, shared.institute_id, "platform", Role.ADMINISTRATOR)
    )  # fmt: skip
    by_platform = NewBatch(payees=refs, organization_id=holder)
    with pytest.raises(PayoutsRunElsewhere):
        service.request_batch(admin, draft=by_platform)
    with pytest.raises(Forbidden):
        service.choose_runner(shared.bill.officer, run_by="platform")
    service.choose_runner(shared.bill.head, run_by="platform")
    with pytest.raises(PayoutsRunElsewhere):
        service.request_batch(shared.bill.officer, draft=NewBatch(payees=refs))
    batch = service.request_batch(admin, draft=by_platform)
    with pytest.raises(Forbidden):
        service.approve_batch(admin, batch_id=batch.id)
    service.approve_batch(shared.bill.head, batch_id=batch.id)
    with pytest.raises(Forbidden):
        service.record_results(
            shared.bill.officer, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id])
        )
    done = service.record_results(
        admin, batch_id=batch.id, results=Results(confirmed=[p.id for p in batch.payouts])
    )
    assert done.state == "done"


def test_strangers_see_no_batch_and_change_nothing(shared: SharedBill) -> None:
    batch = a_batch(shared)
    for reader in (shared.institute_head, shared.inventor, shared.bill.firm, shared.manager):
        with pytest.raises(NotFound):
            queries.get_batch(reader, batch_id=batch.id)
        with pytest.raises(NotFound):
            service.approve_batch(reader, batch_id=batch.id)
        with pytest.raises(NotFound):
            service.withdraw_batch(reader, batch_id=batch.id)
        with pytest.raises(NotFound):
            service.record_results(
                reader, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id])
            )
    with pytest.raises(NotFound):
        service.record_results(
            shared.bill.officer, batch_id=batch.id, results=Results(confirmed=[UUID(int=9)])
        )
    with pytest.raises(IllegalMove):
        service.record_results(
            shared.bill.officer, batch_id=batch.id, results=Results(confirmed=[batch.payouts[0].id])
        )
    assert queries.get_batch(shared.bill.officer, batch_id=batch.id).state == "requested"


def test_the_head_finds_a_batch_on_her_desk_and_whoever_requested_it_does_not(shared: SharedBill) -> None:
    batch = a_batch(shared)

    def desk(side: UnitOfWork) -> list[UUID | None]:
        return [todo.object_id for todo in of_university(side).todos if todo.kind is TodoKind.APPROVE_PAYOUT]

    assert (desk(shared.bill.head), desk(shared.bill.officer), desk(shared.institute_head)) == (
        [batch.id],
        [],
        [],
    )
