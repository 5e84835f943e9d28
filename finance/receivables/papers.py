"""The bill as a paper, as it stands on the day it is asked for, and the credit note on it: Chinese for the books, English to read."""

from datetime import date
from uuid import UUID

from finance.receivables import queries
from finance.receivables.schemas import AdjustmentKind, AdjustmentState, AdjustmentView, InvoiceView
from finance.receivables.states import UNPAID
from finance.receivables.words import CHARGES, METHODS
from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan
from marketplace.core.problems import NotFound
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.schemas import BillData
from marketplace.organizations import queries as organizations

_TITLE = Text("账单", "Bill")
_NOTICE = Text(
    "",
    "Reading copy in English of the bill with the number above; the Chinese bill is the one for the books.",
)
_MARK = Text("演示", "DEMO")
_PAGE = Text("第 {n} 页，共 {of} 页", "Page {n} of {of}")
_FROM, _TO = Text("收款方", "Payable to"), Text("付款方", "Payer")
_USCC = Text("统一社会信用代码", "Credit code")
_CONTRACT, _PROJECT, _CHARGE = Text("合同编号", "Contract"), Text("项目", "Project"), Text("款项", "Charge")
_ISSUED, _DUE, _AS_OF = Text("开单日", "Issued on"), Text("付款期限", "Due on"), Text("截至", "As of")
_HOW, _AMOUNT = Text("怎么算出来的", "How it came about"), Text("金额（元）", "Amount (yuan)")
_MOVES = Text("付款与减免", "Payments and credit notes")
_DAY, _WHAT = Text("日期", "Day"), Text("事项", "What")
_TOTAL, _PAID, _CREDITED = Text("账单金额", "Bill amount"), Text("已付", "Paid"), Text("已减免", "Credited")
_WRITTEN_OFF, _OPEN = Text("已核销", "Written off"), Text("应付余额", "To be paid")
_BANK = Text("付款账户", "Where to pay")
_NAME, _AT, _ACCOUNT = Text("户名", "Account name"), Text("开户行", "Bank"), Text("账号", "Account no.")
_REFERENCE = Text("付款参考码（请写入附言）", "Reference to quote")
_CREDIT_NOTE = Text("贷项通知 {number}：{reason}", "Credit note {number}: {reason}")
_WRITE_OFF = Text("核销：{reason}", "Written off: {reason}")
_NOTE_TITLE = Text("贷项通知", "Credit note")
_NOTE_NOTICE = Text(
    "",
    "Reading copy in English of the credit note with the number above; the Chinese note is the one for the books.",
)
_BY, _OF_BILL, _APPROVED = (
    Text("开具方", "Issued by"),
    Text("原账单", "On bill"),
    Text("批准日", "Approved on"),
)
_REASON, _LET_GO = Text("减免原因", "Why"), Text("本次减免", "Taken off by this note")
_NOTE_NOTES = (
    Text(
        "本通知减少上列账单的应付金额，不是发票；已就该账单开具发票的，由收款方按规定开具红字发票。",
        "This note lowers what is to be paid on the bill above and is no 发票; where one was issued for the bill, its issuer"
        " has to issue a red one (红字发票).",
    ),
)
_LINE = Text("{charge}：{formula}", "{charge}: {formula}")
_NOTES = (
    Text(
        "本账单不是发票。发票可在账单页面申请，由收款方开具。",
        "This bill is no 发票 (tax invoice); ask for one on the page of the bill.",
    ),
    Text(
        "逾期付款按合同约定计收违约金，并另行开单。",
        "Late interest is charged as the contract says, on a bill of its own.",
    ),
)


def typeset_invoice(uow: UnitOfWork, *, invoice_id: UUID) -> tuple[str, bytes]:
    """Return file name and PDF of an invoice that the actor may see, as it stands today. Raises `NotFound`."""
    return _typeset(uow, _bill_data(uow, queries.get_invoice(uow, invoice_id=invoice_id)))


def _typeset(uow: UnitOfWork, paper: BillData) -> tuple[str, bytes]:
    suffix = "" if uow.locale == "zh-CN" else "-en"
    return f"{paper.number}{suffix}.pdf", documents.typeset_bill(paper)


def _bill_data(uow: UnitOfWork, invoice: InvoiceView) -> BillData:
    """Return the words of the paper in the reader's language."""
    at = uow.locale
    charge = CHARGES[invoice.kind].in_(at)
    bank = invoice.bank
    return BillData(
        title=_TITLE.in_(at), number=invoice.number, made_on=uow.today, notice=_NOTICE.in_(at), page=_PAGE.in_(at),
        mark=_MARK.in_(at) if settings().demo else "",
        sides=_sides(uow, invoice, _FROM, _TO),
        facts=(
            (_CONTRACT.in_(at), invoice.contract_number), (_PROJECT.in_(at), invoice.title), (_CHARGE.in_(at), charge),
            (_ISSUED.in_(at), invoice.issued_on.isoformat()), (_DUE.in_(at), invoice.due_on.isoformat()),
            (_AS_OF.in_(at), uow.today.isoformat()),
        ),
        lines_head=(_HOW.in_(at), _AMOUNT.in_(at)),
        lines=tuple(
            (
                line.text if line.text.startswith(charge) else _LINE.in_(at, charge=charge, formula=line.text),
                yuan(line.amount_minor),
            )
            for line in invoice.lines
        ),
        moves_title=_MOVES.in_(at), moves_head=(_DAY.in_(at), _WHAT.in_(at), _AMOUNT.in_(at)), moves=_moves(invoice, at),
        totals=_totals(invoice, at), bank_title=_BANK.in_(at),
        bank=(
            (_NAME.in_(at), bank.account_name), (_AT.in_(at), bank.bank_name), (_ACCOUNT.in_(at), bank.account_no),
            (_REFERENCE.in_(at), bank.reference),
        )
        if invoice.state in UNPAID
        else (),
        notes=tuple(note.in_(at) for note in _NOTES),
    )  # fmt: skip


def typeset_credit_note(uow: UnitOfWork, *, adjustment_id: UUID) -> tuple[str, bytes]:
    """Return file name and PDF of a credit note that the actor may see.

    Raises `NotFound` where there is none: for a write-off, which the books alone know, and before it is approved.
    """
    note = queries.get_adjustment(uow, adjustment_id=adjustment_id)
    approved = note.kind == AdjustmentKind.CREDIT_NOTE and note.state == AdjustmentState.APPROVED
    if not approved or note.number is None or note.approved_on is None:
        raise NotFound(what="adjustment")
    invoice = queries.get_invoice(uow, invoice_id=note.invoice_id)
    return _typeset(uow, _note_data(uow, invoice, note, number=note.number, approved_on=note.approved_on))


def _note_data(
    uow: UnitOfWork, invoice: InvoiceView, note: AdjustmentView, *, number: str, approved_on: date
) -> BillData:
    """Return the words of a credit note in the reader's language; it says the same whenever it is asked for."""
    at = uow.locale
    return BillData(
        title=_NOTE_TITLE.in_(at), number=number, made_on=approved_on, notice=_NOTE_NOTICE.in_(at), page=_PAGE.in_(at),
        mark=_MARK.in_(at) if settings().demo else "",
        sides=_sides(uow, invoice, _BY, _TO),
        facts=(
            (_OF_BILL.in_(at), invoice.number), (_CONTRACT.in_(at), invoice.contract_number), (_PROJECT.in_(at), invoice.title),
            (_CHARGE.in_(at), CHARGES[invoice.kind].in_(at)), (_ISSUED.in_(at), invoice.issued_on.isoformat()),
            (_APPROVED.in_(at), approved_on.isoformat()),
        ),
        lines_head=(_REASON.in_(at), _AMOUNT.in_(at)), lines=((note.reason, yuan(note.amount_minor)),),
        moves_title="", moves_head=(), moves=(),
        totals=((_TOTAL.in_(at), yuan(invoice.amount_minor)), (_LET_GO.in_(at), f"−{yuan(note.amount_minor)}")),
        bank_title="", bank=(),
        notes=tuple(each.in_(at) for each in _NOTE_NOTES),
    )  # fmt: skip


def _sides(uow: UnitOfWork, invoice: InvoiceView, first: Text, second: Text) -> tuple[tuple[str, str], ...]:
    """Return who bills and who pays, each with its credit code."""
    at = uow.locale
    sides = []
    for label, side_id, name in (
        (first, invoice.university_id, invoice.university_name),
        (second, invoice.firm_id, invoice.firm_name),
    ):
        view = organizations.find_view(uow, organization_id=side_id)
        sides += [(label.in_(at), name), (_USCC.in_(at), (view.uscc if view else None) or "—")]
    return tuple(sides)


def _moves(invoice: InvoiceView, at: Locale) -> tuple[tuple[str, ...], ...]:
    """Return what was paid on the bill or taken off it, by day."""
    found: list[tuple[date, str, int]] = [
        (
            one.received_on,
            METHODS[one.method].in_(at) if one.method in METHODS else one.method,
            one.applied_minor,
        )
        for one in invoice.payments
        if one.applied_minor
    ]
    for one in invoice.adjustments:
        if one.state == AdjustmentState.APPROVED and one.approved_on:
            words = _CREDIT_NOTE if one.kind == AdjustmentKind.CREDIT_NOTE else _WRITE_OFF
            found.append(
                (one.approved_on, words.in_(at, number=one.number, reason=one.reason), one.amount_minor)
            )
    return tuple((day.isoformat(), what, f"−{yuan(minor)}") for day, what, minor in sorted(found))


def _totals(invoice: InvoiceView, at: Locale) -> tuple[tuple[str, str], ...]:
    taken = (
        (_PAID, invoice.paid_minor),
        (_CREDITED, invoice.credited_minor),
        (_WRITTEN_OFF, invoice.written_off_minor),
    )
    return (
        (_TOTAL.in_(at), yuan(invoice.amount_minor)),
        *((label.in_(at), f"−{yuan(minor)}") for label, minor in taken if minor),
        (_OPEN.in_(at), yuan(invoice.open_minor)),
    )
