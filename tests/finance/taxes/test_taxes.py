"""Tax classes are suggested with their source, overruled with a reason, shown where it matters, and never booked."""

import csv
import io

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from finance.books import exporting, queries as books
from finance.books.schemas import FileFormat
from finance.ledger.chart import CHART
from finance.receivables import service as receivables
from finance.receivables.queries import export_tax_invoices, get_invoice
from finance.receivables.schemas import NewTaxInvoice
from finance.taxes import classes, queries, service
from finance.taxes.schemas import NewTaxOverrule, TaxFlow
from marketplace.core.problems import Forbidden, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_uscc
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.organizations import a_university
from tests.factories.payments import Bill, a_bill
from tests.finance.payments.test_money_over_http import Desk

VAT = "技术转让、技术许可的增值税（0 为免税，须技术合同认定登记）：0%"


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


def overrule(uow: UnitOfWork, treatment: str, **more: str) -> None:
    flow = TaxFlow(more.pop("flow", "licence_income"))
    service.overrule_tax(
        uow, form=NewTaxOverrule(flow=flow, treatment=treatment, reason="未办理认定登记", **more)
    )


def test_every_flow_has_suggestions_with_a_source_and_says_what_is_unconfirmed(bill: Bill) -> None:
    found = queries.list_classes(bill.officer)
    assert [one.flow for one in found.items] == list(TaxFlow)
    assert found.may_overrule
    first = found.items[0]
    assert [(rule.text, rule.source, rule.confirmed) for rule in first.rules][1:] == [
        (
            "技术转让所得免征企业所得税的限额（超过部分减半，须技术合同认定登记）：每年 5,000,000 元",
            "企业所得税法实施条例第九十条",
            True,
        ),
        ("技术合同印花税：0.03%", "印花税法 印花税税目税率表（技术合同，万分之三）", False),
    ]
    assert (first.rules[0].text, first.rules[0].confirmed) == (VAT, False)
    assert all(rule.source for one in found.items for rule in one.rules)
    assert set(classes.ACCOUNTS) <= set(CHART)
    assert set(classes.RULES) == set(classes.LABELS) == set(TaxFlow)


def test_a_contracts_own_decision_goes_before_that_for_all_and_the_latest_counts(bill: Bill) -> None:
    contract, number = bill.invoice.contract_id, bill.invoice.contract_number
    assert queries.find_treatment(bill.officer, TaxFlow.LICENCE_INCOME, contract_id=contract) == ""
    overrule(bill.officer, "按 6% 征收", contract_number=number)
    overrule(bill.head, "一律免税")
    assert (
        queries.find_treatment(bill.firm, TaxFlow.LICENCE_INCOME, contract_id=contract)
        == "按 6% 征收（未办理认定登记）"
    )
    overrule(bill.officer, "免税，已登记", contract_number=number)
    assert (
        queries.find_treatment(bill.officer, TaxFlow.LICENCE_INCOME, contract_id=contract)
        == "免税，已登记（未办理认定登记）"
    )
    assert queries.find_treatment(bill.officer, TaxFlow.LICENCE_INCOME) == "一律免税（未办理认定登记）"
    assert queries.find_treatment(bill.officer, TaxFlow.LATE_INTEREST, contract_id=contract) == ""
    kept = queries.list_classes(bill.officer).items[0].overrules
    assert [(one.contract_number, one.treatment, one.by_name) for one in kept] == [
        (number, "免税，已登记", "陆明"), (None, "一律免税", "周主任"), (number, "按 6% 征收", "陆明"),
    ]  # fmt: skip
    acts = bill.system.rows("SELECT 1 AS n FROM audit_entry WHERE action = 'tax.overruled'")
    assert len(acts) == 3
    assert bill.system.rows("SELECT count(*) AS n FROM ledger_txn") == [{"n": 1}]  # no tax was booked
    for statement in ("UPDATE tax_overrule SET treatment = 'x'", "DELETE FROM tax_overrule"):
        with pytest.raises(DBAPIError, match="decide anew"), bill.system.session.begin_nested():
            bill.system.session.connection().execute(text(statement))


def test_files_of_the_books_and_the_tax_invoice_carry_it(bill: Bill) -> None:
    overrule(bill.officer, "按 6% 征收", contract_number=bill.invoice.contract_number)
    statement = exporting.read_whole_statement(
        bill.officer, key=f"receivable:{bill.invoice.id}", from_on=None, to_on=None
    )
    rows = read(exporting.write_statement(bill.officer, statement, FileFormat.CSV))
    assert rows[6][9] == "税务分类（建议）Tax class (suggested)"
    assert rows[8][9].startswith(f"改判：按 6% 征收（未办理认定登记）；建议：{VAT}")
    assert "待确认" in rows[8][9]
    trial = read(
        exporting.write_trial_balance(bill.officer, books.get_trial_balance(bill.officer), FileFormat.CSV)
    )
    assert trial[6][8].startswith(VAT)

    form = NewTaxInvoice(
        kind="ordinary", title=bill.invoice.firm_name, tax_number=make_uscc("91", "320200", 7), email="a@b.cn"
    )
    receivables.ask_tax_invoice(bill.firm, invoice_id=bill.invoice.id, form=form)
    tax = get_invoice(bill.officer, invoice_id=bill.invoice.id).tax_invoice
    assert tax is not None
    assert tax.tax_treatment == "按 6% 征收（未办理认定登记）"
    assert read(export_tax_invoices(bill.officer))[1][12] == "改判：按 6% 征收（未办理认定登记）"


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_only_the_universitys_own_people_decide(bill: Bill, uow: UnitOfWork, client: TestClient) -> None:
    stranger = UnitOfWork(
        uow.session,
        a_member(uow, a_university(uow, "外校"), "university", Role.TRANSFER_OFFICER, "外人"),
        bill.system.now,
    )
    with pytest.raises(NotFound):
        overrule(stranger, "按 6% 征收", contract_number=bill.invoice.contract_number)
    with pytest.raises(Forbidden):
        overrule(bill.firm, "免税", contract_number=bill.invoice.contract_number)
    form = {"flow": "licence_income", "treatment": "免税", "reason": "已办理登记"}
    officer, firm, nobody = Desk(client, bill.officer), Desk(client, bill.firm), Desk(client, None)
    assert [who("POST", "/tax-classes", json=form).status_code for who in (firm, nobody)] == [403, 401]
    assert [who("GET", "/tax-classes").status_code for who in (firm, nobody)] == [403, 401]
    for wrong in ({"reason": "短"}, {"treatment": ""}, {"flow": "nothing"}, {"treatment": "x" * 81}):
        answer = officer("POST", "/tax-classes", json=form | wrong)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), (
            wrong
        )
    assert bill.system.rows("SELECT 1 AS n FROM tax_overrule") == []
    saved = officer("POST", "/tax-classes", json=form)
    assert (saved.status_code, saved.json()["items"][0]["overrules"][0]["treatment"]) == (201, "免税")
    overrule(stranger, "一律征收")  # another university's own matter
    assert queries.find_treatment(
        bill.firm, TaxFlow.LICENCE_INCOME, contract_id=bill.invoice.contract_id
    ).startswith("免税")
