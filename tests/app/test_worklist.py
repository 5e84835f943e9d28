"""The desk shows exactly what its reader must do, to nobody else, with few statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from finance.applications import service as funding
from finance.applications.schemas import ApplicationState, MoveDeal
from finance.bank import service as bank
from finance.distributions import service as distributions
from finance.receivables import service as receivables
from finance.receivables.schemas import NewCreditNote, NewTaxInvoice
from marketplace.app.worklist.routes import get_worklist
from marketplace.app.worklist.views import Worklist
from marketplace.contracts import service as contracts
from marketplace.core.actor import Actor
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals_read, service as deals
from marketplace.deals.schemas import Answer
from marketplace.events.payments import PaymentSettled
from marketplace.identifiers import make_uscc
from marketplace.identity.permissions import Role
from marketplace.listings import queries as listings_read, service as listings
from marketplace.listings.schemas import ObjectionDraft
from marketplace.organizations.schemas import OrganizationKind
from marketplace.terms import add_months
from tests.factories.applications import an_application as a_funding_application
from tests.factories.closings import two_administrators
from tests.factories.contracts import a_contract, a_running_contract, sign
from tests.factories.deals import a_draft_application, a_market, accept, an_application
from tests.factories.identity import a_member
from tests.factories.instruments import WAN, a_provider, a_published_fund_product
from tests.factories.listings import a_draft
from tests.factories.organizations import a_university
from tests.factories.payments import a_bill
from tests.factories.receivables import on

MOST_STATEMENTS = 24


@contextmanager
def counting(uow: UnitOfWork) -> Iterator[list[str]]:
    """Collect the statements sent while the block runs."""
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    connection = uow.session.connection()
    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)


def desk(uow: UnitOfWork) -> Worklist:
    """The desk of a reader; never more statements than allowed."""
    with counting(uow) as sent:
        found = get_worklist(uow)
    assert len(sent) <= MOST_STATEMENTS
    return found


def kinds(uow: UnitOfWork) -> list[str]:
    return [todo.kind.value for todo in desk(uow).todos]


def test_an_application_is_always_on_the_desk_of_whose_turn_it_is(uow: UnitOfWork) -> None:
    market = a_market(uow)
    draft = a_draft_application(market.firm, market.listing)
    [todo] = desk(market.firm).todos
    assert (todo.kind, todo.title, todo.link) == (
        "submit_application",
        market.listing.title,
        f"/app/apply/{market.listing.id}",
    )
    assert kinds(market.officer) == []

    deal = deals.submit_application(market.firm, deal_id=draft.id, terms_hash=market.listing.terms_hash or "")
    [todo] = desk(market.officer).todos
    assert (todo.kind, todo.party, todo.due_on, todo.overdue, todo.link) == (
        "answer_application",
        "试点高新区企业",
        deal.reply_due_on,
        False,
        f"/app/inbox/{deal.id}",
    )
    assert deal.reply_due_on is not None
    late = on(market.officer, deal.reply_due_on + timedelta(days=1))
    assert desk(late).todos[0].overdue
    assert kinds(market.firm) == []

    deals.answer_application(market.officer, deal_id=deal.id, answer=Answer(kind="ask", text="产线有几条？"))
    assert (kinds(market.firm), kinds(market.officer)) == (["reply_to_question"], [])
    deals.reply_to_question(market.firm, deal_id=deal.id, text="两条。")
    deal = accept(market.officer, deals_read.get_deal(market.officer, deal_id=deal.id))
    assert (kinds(market.firm), kinds(market.officer)) == (["confirm_terms"], [])


def test_the_officer_and_the_head_see_different_steps_of_a_listing(
    uow: UnitOfWork, as_: Callable[[Actor], UnitOfWork]
) -> None:
    university = a_university(uow)
    officer = as_(a_member(uow, university, "university", Role.TRANSFER_OFFICER))
    head = as_(a_member(uow, university, "university", Role.TRANSFER_HEAD))
    rival = as_(a_member(uow, a_university(uow, "对手大学"), "university", Role.TRANSFER_HEAD))
    inventor = as_(a_member(uow, university, "university", Role.INVENTOR))
    assert [(step.key, step.done) for step in desk(officer).checklist] == [
        ("listing", False), ("approval", False), ("published", False),
    ]  # fmt: skip

    def seen() -> tuple[list[str], list[str]]:
        assert kinds(rival) == kinds(inventor) == []
        return kinds(officer), kinds(head)

    listing_id = listings.create_listing(officer, draft=a_draft())
    assert seen() == ([], [])
    listings.submit_listing(officer, listing_id=listing_id)
    assert seen() == ([], ["approve_listing"])
    listings.return_listing(head, listing_id=listing_id, reason="请写明检测条件")
    assert seen() == (["revise_listing"], ["revise_listing"])
    listings.submit_listing(head, listing_id=listing_id)
    assert seen() == ([], [])  # who handed it in does not approve it
    other = as_(a_member(uow, university, "university", Role.TRANSFER_HEAD))
    listings.approve_listing(other, listing_id=listing_id)
    assert seen() == (["start_notice"], ["start_notice"])
    notice = listings.start_notice(officer, listing_id=listing_id)
    assert notice.notice_to is not None
    [day] = desk(officer).deadlines
    assert (day.kind, day.on, day.link) == ("notice_ends", notice.notice_to, f"/app/listings/{listing_id}")
    during = on(uow, notice.notice_to)
    draft = ObjectionDraft(name="王先生", contact="13900000000", text="报价明显低于同类成果，请说明依据。")
    listings.raise_objection(during, listing_id=listing_id, draft=draft)
    assert seen() == ([], ["settle_objection"])
    [objection] = listings_read.list_objections(head, listing_id=listing_id)
    listings.settle_objection(
        replace(during, actor=head.actor), listing_id=listing_id, objection_id=objection.id, upheld=False,
        resolution="报价依据评估报告，已答复异议人。",
    )  # fmt: skip
    assert kinds(on(officer, notice.notice_to)) == []
    assert kinds(on(officer, notice.notice_to + timedelta(days=30))) == ["publish_listing"]


def test_a_contract_waits_for_each_signature_and_then_for_the_decision(uow: UnitOfWork) -> None:
    market = a_market(uow)
    contract = a_contract(market)
    assert (kinds(market.firm), kinds(market.officer)) == (["sign_contract"], ["sign_contract"])
    sign(market.firm, contract)
    assert (kinds(market.firm), kinds(market.officer)) == ([], ["sign_contract"])
    sign(market.officer, contract)
    assert (kinds(market.firm), kinds(market.officer)) == ([], [])

    figures = desk(market.firm).firm
    assert figures is not None
    ends = add_months(market.uow.today, 12)
    assert (figures.in_use, figures.free_ends_on, figures.free_days_left, figures.free_days) == (
        1, ends, (ends - market.uow.today).days, (ends - market.uow.today).days,
    )  # fmt: skip
    reports = ["report_use"]  # nobody reported on use
    assert kinds(on(market.firm, ends - timedelta(days=61))) == reports
    [_, todo] = desk(on(market.firm, ends - timedelta(days=60))).todos
    assert (todo.kind, todo.due_on, todo.link) == (
        "decide_free_use", ends - timedelta(days=1), f"/app/contracts/{contract.id}",
    )  # fmt: skip
    assert kinds(on(market.officer, ends - timedelta(days=60))) == []


def test_a_reporting_period_that_is_over_waits_for_a_statement(uow: UnitOfWork) -> None:
    market = a_market(uow)
    contract = a_running_contract(market)
    income_on = market.uow.today
    contracts.declare_first_income(market.firm, contract_id=contract.id, first_income_on=income_on)
    over = add_months(income_on, 3)
    assert kinds(on(market.firm, over - timedelta(days=1))) == []
    [todo] = [todo for todo in desk(on(market.firm, over)).todos if todo.kind != "report_use"]
    assert (todo.kind, todo.due_on, todo.overdue) == ("file_statement", over + timedelta(days=29), False)
    late = [todo for todo in desk(on(market.firm, over + timedelta(days=30))).todos if todo.overdue]
    assert "file_statement" in {todo.kind for todo in late}


def test_a_bill_is_paid_matched_split_and_leaves_the_desks(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    firm, officer, head = bill.firm, bill.officer, bill.head
    todo = next(todo for todo in desk(firm).todos if todo.kind == "pay_invoice")
    assert (todo.amount_minor, todo.number, todo.due_on, todo.link) == (
        8_000_000, bill.invoice.number, bill.invoice.due_on, f"/app/payments/{bill.invoice.id}",
    )  # fmt: skip
    figures = desk(firm).firm
    assert figures is not None
    assert (figures.owed_minor, figures.overdue_minor) == (8_000_000, 0)
    [expected] = [day for day in desk(officer).deadlines if day.kind == "payment_expected"]
    assert (expected.on, expected.amount_minor) == (bill.invoice.due_on, 8_000_000)

    day = uow.today.isoformat()
    content = f"日期,流水号,收入,对方户名,摘要\n{day},S1,80000.00,甲,{bill.invoice.reference}\n{day},S2,12.34,乙,房租".encode()
    bank.import_statement(officer, content=content, file_name="S1.csv")
    assert "pay_invoice" not in kinds(firm)
    [lying] = [todo for todo in desk(officer).todos if todo.kind == "match_money"]
    assert (lying.count, lying.amount_minor, lying.link) == (1, 1234, "/app/bank")

    rows = bill.system.rows(
        "SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq DESC LIMIT 1",
        name=PaymentSettled.name,
    )
    split = distributions.propose_distribution(
        bill.system, settled=PaymentSettled.model_validate(rows[0]["payload"])
    )
    assert split is not None
    assert "approve_distribution" not in kinds(officer)
    [todo] = [todo for todo in desk(head).todos if todo.kind == "approve_distribution"]
    assert (todo.object_id, todo.amount_minor) == (split, 8_000_000)
    distributions.approve_distribution(head, distribution_id=split)
    assert "approve_distribution" not in kinds(head)
    year = desk(head).university
    assert year is not None
    due = 8_000_000 if bill.invoice.due_on.year == uow.today.year else 0
    assert (year.due_minor, year.received_minor, year.distributed_minor) == (due, 8_000_000, 8_000_000)
    later = desk(on(head, add_months(uow.today, 24))).university
    assert later is not None
    assert (later.received_minor, later.distributed_minor) == (0, 0)


def test_what_is_late_comes_first_then_the_nearest_day_then_the_newest(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    listing = bill.market.listing
    assert listing.priority_to is not None
    application = an_application(on(bill.market.outsider, listing.priority_to + timedelta(days=1)), listing)
    assert application.reply_due_on is not None
    content = f"日期,流水号,收入,对方户名,摘要\n{uow.today.isoformat()},S9,1.00,丙,备注".encode()
    bank.import_statement(bill.officer, content=content, file_name="S9.csv")
    late = on(bill.officer, application.reply_due_on + timedelta(days=1))
    todos = desk(late).todos
    assert [todo.kind.value for todo in todos][:1] == ["answer_application"]
    assert [todo.overdue for todo in todos] == sorted((todo.overdue for todo in todos), reverse=True)
    undated = [todo.since for todo in todos if todo.due_on is None]
    assert len(undated) == 2
    assert undated == sorted(undated, reverse=True)


def test_what_was_saved_against_buying_outright(uow: UnitOfWork) -> None:
    market = a_market(uow, outright_price_minor=60_000_000)
    contract = a_running_contract(market)
    figures = desk(market.firm).firm
    assert figures is not None
    assert (figures.outright_minor, figures.billed_minor) == (60_000_000, 0)
    contracts.declare_first_income(market.firm, contract_id=contract.id, first_income_on=market.uow.today)
    assert desk(market.outsider).firm is not None
    assert [(step.key, step.done) for step in desk(market.outsider).checklist] == [
        ("profile", True), ("application", False), ("contract", False), ("funding", False),
    ]  # fmt: skip
    assert desk(market.firm).checklist == []


def test_a_fund_looks_at_new_deals_and_keeps_its_days(uow: UnitOfWork) -> None:
    market = a_market(uow)
    provider = a_provider(uow, OrganizationKind.FUND, "测试基金")
    manager = replace(market.uow, actor=a_member(uow, provider, "fund", Role.FUND_MANAGER))
    colleague = replace(market.uow, actor=a_member(uow, provider, "fund", Role.FUND_MANAGER))
    assert [(step.key, step.done) for step in desk(manager).checklist] == [
        ("instrument", False), ("deal", False),
    ]  # fmt: skip
    product = a_published_fund_product(market.uow, provider)
    handed = a_funding_application(market.firm, product)
    [todo] = desk(manager).todos
    assert (todo.kind, todo.title, todo.party, todo.amount_minor) == (
        "look_at_deal", "热泵烘干中试线", "试点高新区企业", 300 * WAN,
    )  # fmt: skip
    stages = desk(manager).stages
    assert stages is not None
    assert {stage.state: stage.count for stage in stages if stage.count} == {"new_match": 1}

    due_on = manager.today + timedelta(days=10)
    form = MoveDeal(to=ApplicationState.DUE_DILIGENCE, owner_id=manager.actor.user_id, due_on=due_on)
    funding.move_deal(manager, application_id=handed.application.id, form=form)
    [todo] = desk(manager).todos
    assert (todo.kind, todo.due_on, todo.overdue) == ("advance_deal", due_on, False)
    assert desk(on(manager, due_on + timedelta(days=1))).todos[0].overdue
    assert kinds(colleague) == kinds(market.firm) == []


@pytest.mark.parametrize(("kind", "role"), [("zone", Role.ZONE_OFFICER), ("department", Role.ADMINISTRATOR)])
def test_who_has_no_room_of_her_own_has_an_empty_desk(uow: UnitOfWork, kind: str, role: Role) -> None:
    bill = a_bill(uow)
    reader = replace(uow, actor=a_member(uow, bill.market.university_id, kind, role))
    assert desk(reader) == Worklist(today=uow.today, todos=[], deadlines=[], checklist=[])


def test_the_platform_sees_what_the_machine_could_not_do_by_itself(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    administrator, _ = (replace(one, now=uow.now) for one in two_administrators(bill))
    assert desk(administrator).todos == []
    hour, ran = timedelta(hours=1), uow.wall - timedelta(minutes=5)
    facts = {
        "id": bill.invoice.id,
        "earlier": uow.wall - 2 * hour,
        "now": uow.wall,
        "later": uow.wall + hour,
        "ran": ran,
    }
    for statement in (
        "INSERT INTO setback VALUES ('raise_due_invoices', :id, 3, :earlier, :later, 'ValueError: it cannot be billed')",
        "INSERT INTO setback VALUES ('expire_needs', :id, 3, :earlier, :earlier, 'it is not due any more')",
        """INSERT INTO outbox_delivery (id, event_id, seq, handler, subject, state, attempts, deaths, next_at)
           SELECT uuidv7(), id, seq, 'tests.handler', subject, 'parked', 12, 0, :now FROM outbox_event ORDER BY seq LIMIT 2""",
        "INSERT INTO invariant_state (name, due_at) VALUES ('I3', :now)",
        "INSERT INTO check_run (id, invariant, ran_at, took_ms, rows_seen, found) VALUES (uuidv7(), 'I3', :ran, 1, 9, 2)",
    ):
        uow.session.connection().execute(text(statement), facts)
    first = uow.rows("SELECT occurred_at FROM outbox_event ORDER BY seq LIMIT 1")[0]["occurred_at"]
    assert {todo.kind: (todo.count, todo.since, todo.link) for todo in desk(administrator).todos} == {
        "see_broken_promises": (1, ran, "/app/checks"),
        "see_parked_deliveries": (2, first, "/app/admin"),
        "see_setbacks": (1, uow.wall - 2 * hour, "/app/admin"),
    }


def test_a_schedule_replanned_counts_once(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    before = desk(bill.firm).firm
    receivables.raise_due_invoices(bill.system)
    assert desk(bill.firm).firm == before


def test_a_proposal_waits_for_its_second_person_and_a_tax_invoice_for_the_office(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    credit = NewCreditNote(amount_minor=3_000_000, reason="里程碑部分未达标，双方同意减免")
    one = receivables.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=credit)
    tax = receivables.ask_tax_invoice(
        bill.firm,
        invoice_id=bill.invoice.id,
        form=NewTaxInvoice(
            kind="ordinary",
            title="演示精机有限公司",
            tax_number=make_uscc("91", "320200", 7),
            email="cw@example.cn",
        ),
    )
    found = {
        side: [(t.kind, t.object_id, t.number) for t in desk(side_uow).todos]
        for side, side_uow in (("head", bill.head), ("officer", bill.officer), ("firm", bill.firm))
    }
    number = bill.invoice.number
    assert ("decide_adjustment", one.id, number) in found["head"]
    assert ("issue_tax_invoice", tax.id, number) in found["officer"]
    assert {kind for kind, _, _ in found["officer"]} & {"decide_adjustment"} == set()
    assert "pay_invoice" in {kind for kind, _, _ in found["firm"]}
    assert {kind for kind, _, _ in found["firm"]} & {"decide_adjustment", "issue_tax_invoice"} == set()

    receivables.decline_tax_invoice(bill.officer, tax_invoice_id=tax.id, reason="抬头与合同不一致")
    assert ("ask_tax_again", tax.id, number) in [
        (t.kind, t.object_id, t.number) for t in desk(bill.firm).todos
    ]
    everything = NewCreditNote(amount_minor=bill.invoice.open_minor, reason="双方协商全部减免")
    receivables.withdraw_adjustment(bill.officer, adjustment_id=one.id)
    two = receivables.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=everything)
    receivables.approve_adjustment(bill.head, adjustment_id=two.id)
    assert "pay_invoice" not in [t.kind for t in desk(bill.firm).todos]
