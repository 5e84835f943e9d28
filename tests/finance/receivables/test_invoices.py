"""Obligations become invoices once, on their day, numbered without gaps; reminders climb the ladder once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.ledger import queries as ledger
from finance.receivables import queries, service
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import PERMISSIONS, Role
from marketplace.terms import ContractFacts, Instalments
from tests.at_once import together
from tests.factories.receivables import a_billing, a_sheet, an_invoice, invoice_of, on

SHANGHAI_MIDNIGHT = start_of_day(date(2027, 1, 5))


def announced(uow: UnitOfWork, name: str) -> list[dict[str, object]]:
    uow.session.flush()
    return [
        row["payload"]
        for row in uow.rows("SELECT payload FROM outbox_event WHERE name = :name ORDER BY seq", name=name)
    ]


def test_an_obligation_waits_for_its_trigger_and_is_billed_on_its_day(uow: UnitOfWork) -> None:
    billing = a_billing(uow, effective_on=None)
    assert service.plan_obligations(uow, billing=billing) == 1
    assert [o.arises_on for o in queries.list_obligations(uow, contract_id=billing.contract_id)] == [None]

    effective = billing.model_copy(update={"facts": ContractFacts(effective_on=date(2026, 1, 5))})
    assert service.plan_obligations(uow, billing=effective) == 1
    assert service.plan_obligations(uow, billing=effective) == 0
    eve = replace(uow, now=SHANGHAI_MIDNIGHT - timedelta(seconds=1))
    assert service.raise_due_invoices(eve) == 0
    assert service.raise_due_invoices(replace(uow, now=SHANGHAI_MIDNIGHT)) == 1


def test_an_invoice_says_how_it_came_about_and_where_to_pay(uow: UnitOfWork) -> None:
    invoice = an_invoice(uow)

    assert (invoice.number, invoice.amount_minor, invoice.open_minor) == (
        "ZD-2027-000001",
        8_000_000,
        8_000_000,
    )
    assert (invoice.issued_on, invoice.due_on, invoice.days_left, invoice.overdue) == (
        date(2027, 1, 5),
        date(2027, 2, 4),
        30,
        False,
    )
    assert invoice.formula_code == "fee.deferred"
    assert invoice.bank.reference == invoice.reference
    assert ledger.get_balance(uow, f"receivable:{invoice.id}") == 8_000_000
    [event] = announced(uow, "receivables.invoice.issued")
    assert (event["reference"], event["due_on"]) == (invoice.reference, "2027-02-04")
    assert queries.get_invoice(on(uow, date(2027, 2, 5)), invoice_id=invoice.id).overdue is True


def test_scanning_again_bills_nothing_again(uow: UnitOfWork) -> None:
    an_invoice(uow)

    assert service.raise_due_invoices(on(uow, date(2027, 1, 5))) == 0
    assert service.raise_due_invoices(on(uow, date(2029, 1, 5))) == 0
    assert uow.rows("SELECT count(*) AS n FROM invoice") == [{"n": 1}]


@pytest.mark.fault("W05")
def test_days_of_downtime_are_caught_up_without_taking_the_payers_time(uow: UnitOfWork) -> None:
    plan = Instalments(count=3, every_months=1)
    billing = a_billing(uow, sheet=a_sheet(instalments=plan, deferred_fee_minor=100))
    invoice = invoice_of(uow, billing, today=date(2027, 3, 6))

    rows = uow.rows("SELECT obligation_key, amount_minor, year_seq, due_on FROM invoice ORDER BY year_seq")
    assert [(r["obligation_key"], r["amount_minor"], r["year_seq"]) for r in rows] == [
        ("deferred:1", 34, 1), ("deferred:2", 33, 2), ("deferred:3", 33, 3),
    ]  # fmt: skip
    assert {row["due_on"] for row in rows} == {date(2027, 4, 5)}
    assert invoice.issued_on == date(2027, 3, 6)


def test_numbers_start_anew_each_year_and_for_each_university(uow: UnitOfWork) -> None:
    first = an_invoice(uow)
    other = an_invoice(uow)
    later = an_invoice(uow, university_id=first.university_id, today=date(2028, 1, 1))
    same = an_invoice(uow, university_id=first.university_id)

    assert [i.number for i in (first, other, later, same)] == [
        "ZD-2027-000001",
        "ZD-2027-000001",
        "ZD-2028-000001",
        "ZD-2027-000002",
    ]
    assert len({i.reference for i in (first, other, later, same)}) == 4


def test_a_contract_that_ends_owes_what_was_billed_and_nothing_that_still_waited(uow: UnitOfWork) -> None:
    billing = a_billing(uow, sheet=a_sheet(instalments=Instalments(count=2, every_months=6)))
    invoice_of(uow, billing)
    ended = billing.model_copy(
        update={"facts": ContractFacts(effective_on=date(2026, 1, 5), ended_on=date(2027, 3, 1))}
    )

    service.plan_obligations(uow, billing=ended)
    states = {o.key: o.state for o in queries.list_obligations(uow, contract_id=billing.contract_id)}
    assert states == {"deferred:1": "invoiced", "deferred:2": "canceled"}


def test_reminders_climb_the_ladder_once_each(uow: UnitOfWork) -> None:
    an_invoice(uow)
    sent = []
    for day in range(95):
        today = on(uow, date(2027, 1, 5) + timedelta(days=day))
        service.send_due_reminders(today)
        service.send_due_reminders(today)
        sent += [
            (today.today, event["step_days"])
            for event in announced(uow, "receivables.invoice.reminded")[len(sent) :]
        ]

    due = date(2027, 2, 4)
    assert sent == [(due + timedelta(days=step), step) for step in (-15, -3, 0, 3, 10, 30)]


def test_nobody_is_reminded_of_what_is_paid(uow: UnitOfWork) -> None:
    invoice = an_invoice(uow)
    service.apply_payment(
        uow, invoice_id=invoice.id, method="stripe", source_id=invoice.id, amount_minor=8_000_000
    )
    service.send_due_reminders(on(uow, date(2027, 6, 1)))

    assert announced(uow, "receivables.invoice.reminded") == []
    assert len(announced(uow, "receivables.invoice.paid")) == 1


@pytest.mark.fault("P21", holds=("I1", "I2", "I7"))
def test_three_payments_one_fen_short_then_one_fen_over(uow: UnitOfWork) -> None:
    invoice = an_invoice(uow, amount_minor=300)
    results = [
        service.apply_payment(
            uow, invoice_id=invoice.id, method="bank", source_id=billing_id, amount_minor=amount
        )
        for billing_id, amount in zip(
            ([a_billing(uow).contract_id for _ in range(4)]), (100, 100, 99, 2), strict=True
        )
    ]

    assert [(r.applied_minor, r.excess_minor, r.settled) for r in results] == [
        (100, 0, False),
        (100, 0, False),
        (99, 0, False),
        (1, 1, True),
    ]
    view = queries.get_invoice(uow, invoice_id=invoice.id)
    assert (view.state, view.paid_minor, view.open_minor, len(view.payments)) == ("paid", 300, 0, 4)


def test_the_same_source_pays_once(uow: UnitOfWork) -> None:
    invoice = an_invoice(uow)
    first, again = (
        service.apply_payment(uow, invoice_id=invoice.id, method="bank", source_id=invoice.id, amount_minor=5)
        for _ in range(2)
    )

    assert (first.repeated, again.repeated) == (False, True)
    assert queries.get_invoice(uow, invoice_id=invoice.id).paid_minor == 5


@pytest.mark.parametrize(("side", "sees"), [("firm_id", True), ("university_id", True), (None, False)])
def test_only_the_two_parties_see_an_invoice(uow: UnitOfWork, side: str | None, sees: bool) -> None:
    invoice = an_invoice(uow)
    organization = getattr(invoice, side) if side else a_billing(uow).firm_id
    reader = replace(uow, actor=Actor("user", None, organization, "sme", PERMISSIONS[Role.FIRM_HEAD]))

    assert queries.list_invoices(reader).total == int(sees)
    if sees:
        assert queries.get_invoice(reader, invoice_id=invoice.id).id == invoice.id
    else:
        with pytest.raises(NotFound):
            queries.get_invoice(reader, invoice_id=invoice.id)


@pytest.mark.fault("W05", "W06")
def test_two_scans_at_once_bill_each_obligation_once(committed_engine: Engine) -> None:
    with Session(committed_engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        first = a_billing(uow)
        for number in range(12):
            service.plan_obligations(
                uow, billing=a_billing(uow, university_id=first.university_id, number=f"HT-{number}")
            )
        session.commit()

    def scan() -> None:
        with Session(committed_engine) as session:
            while service.raise_due_invoices(
                on(UnitOfWork(session, SYSTEM, utc_now()), date(2027, 1, 5)), limit=2
            ):
                session.commit()

    together(scan, scan, scan)
    with Session(committed_engine) as session:
        rows = UnitOfWork(session, SYSTEM, utc_now()).rows("SELECT year_seq FROM invoice ORDER BY year_seq")
        assert [row["year_seq"] for row in rows] == list(range(1, 13))
