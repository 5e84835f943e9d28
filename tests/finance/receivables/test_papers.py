"""What the two sides hold in their hands: the bill, and the credit note on it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from finance.receivables import papers, service
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import a_bill, a_credit_note
from tests.factories.pdf_text import text_of


def test_the_bill_says_what_the_page_says(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    service.apply_payment(
        bill.system,
        invoice_id=bill.invoice.id,
        method="bank_transfer",
        source_id=bill.invoice.id,
        amount_minor=1_000_000,
    )
    service.approve_adjustment(bill.head, adjustment_id=a_credit_note(bill).id)
    name, pdf = papers.typeset_invoice(bill.firm, invoice_id=bill.invoice.id)
    words = text_of(pdf)

    assert name == f"{bill.invoice.number}.pdf"
    for said in (
        bill.invoice.number, bill.invoice.contract_number, bill.invoice.reference, "江南大学", bill.invoice.due_on.isoformat(),
        "80,000.00", "−10,000.00", "−30,000.00", "40,000.00", "对公转账", "贷项通知DX-", "演示", "本账单不是发票",
    ):  # fmt: skip
        assert said in words
    english = papers.typeset_invoice(replace(bill.officer, locale="en"), invoice_id=bill.invoice.id)
    assert english[0] == f"{bill.invoice.number}-en.pdf"
    assert "ReadingcopyinEnglish" in text_of(english[1])
    assert papers.typeset_invoice(bill.firm, invoice_id=bill.invoice.id)[1] == pdf
    with pytest.raises(NotFound):
        papers.typeset_invoice(bill.market.outsider, invoice_id=bill.invoice.id)


def test_a_credit_note_is_a_paper_once_it_is_approved(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    one = a_credit_note(bill)
    with pytest.raises(NotFound):
        papers.typeset_credit_note(bill.head, adjustment_id=one.id)
    note = service.approve_adjustment(bill.head, adjustment_id=one.id)

    name, pdf = papers.typeset_credit_note(bill.firm, adjustment_id=one.id)
    words = text_of(pdf)
    assert name == f"{note.number}.pdf"
    for said in (
        "贷项通知", str(note.number), bill.invoice.number, bill.invoice.contract_number, "江南大学", "双方协商减免",
        "账单金额80,000.00", "本次减免−30,000.00", "红字发票", "演示",
    ):  # fmt: skip
        assert said in words
    assert "付款账户" not in words
    later = replace(bill.firm, now=uow.now + timedelta(days=40))
    assert papers.typeset_credit_note(later, adjustment_id=one.id)[1] == pdf
    english = papers.typeset_credit_note(replace(bill.officer, locale="en"), adjustment_id=one.id)
    assert english[0] == f"{note.number}-en.pdf"
    assert "ReadingcopyinEnglish" in text_of(english[1])
    with pytest.raises(NotFound):
        papers.typeset_credit_note(bill.market.outsider, adjustment_id=one.id)
