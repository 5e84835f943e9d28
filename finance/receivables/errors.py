"""Refusals of the room."""

from datetime import date
from typing import Any

from marketplace.core.i18n import Locale, Text
from marketplace.core.money import yuan
from marketplace.core.problems import Problem


class InvoiceAlreadyPaid(Problem):
    """There is nothing left to pay on an invoice."""

    code = "invoice.already_paid"
    status = 409
    title = Text(zh="账单已付清", en="Already paid")
    detail = Text(
        zh="账单 {number} 已付清，无需再次付款。",
        en="Invoice {number} is paid; there is nothing left to pay.",
    )
    number: str


class CreditExceedsOpen(Problem):
    """More is to be taken off an invoice than is open on it."""

    code = "invoice.credit_exceeds_open"
    status = 409
    title = Text(zh="金额超过未付金额", en="More than is open")
    detail = Text(
        zh="账单只有 {open_minor} 元未付，不能减免或核销 {amount_minor} 元。未作任何更改；请按未付金额重新提出。",
        en="Only {open_minor} yuan are open; {amount_minor} yuan cannot be taken off. Nothing was changed. Propose what is open at most.",
    )
    amount_minor: int
    open_minor: int

    def words(self, locale: Locale) -> dict[str, Any]:  # noqa: ARG002
        """Return the amounts in yuan."""
        return {"amount_minor": yuan(self.amount_minor), "open_minor": yuan(self.open_minor)}


class AdjustmentPending(Problem):
    """A credit note or write-off of the invoice waits for approval."""

    code = "invoice.adjustment_pending"
    status = 409
    title = Text(zh="已有一份待审批", en="One is waiting for approval")
    detail = Text(
        zh="该账单已有一份减免或核销待审批。未作任何更改；请先审批或撤回它。",
        en="A credit note or write-off of this invoice waits for approval. Nothing was changed; decide or withdraw it first.",
    )


class OwnAdjustment(Problem):
    """Four eyes: nobody decides her own proposal."""

    code = "invoice.own_adjustment"
    status = 409
    title = Text(zh="不能审批自己提出的", en="Your own proposal")
    detail = Text(
        zh="减免和核销须由提出人以外的负责人审批。未作任何更改；请另一位负责人审批。",
        en="A head other than the one who proposed it has to decide. Nothing was changed; ask another head.",
    )


class TooEarlyToWriteOff(Problem):
    """The ladder of reminders and the time to pay after a demand come first."""

    code = "invoice.too_early_to_write_off"
    status = 409
    title = Text(zh="还不能核销", en="Too early to write off")
    detail = Text(
        zh="须先完成催收提醒和催告，最早 {earliest} 起可以核销。未作任何更改。",
        en="Reminders and the demand come first: from {earliest} on at the earliest. Nothing was changed.",
    )
    earliest: date


class NotUnpaid(Problem):
    """Nothing is open on the invoice, so nothing can be taken off it."""

    code = "invoice.not_unpaid"
    status = 409
    title = Text(zh="没有未付金额", en="Nothing is open")
    detail = Text(
        zh="账单 {number} 没有未付金额，无可减免或核销。未作任何更改。",
        en="Nothing is open on invoice {number}, so nothing can be taken off. Nothing was changed.",
    )
    number: str


class LineUnknown(Problem):
    """The invoice has no such line."""

    code = "invoice.line_unknown"
    status = 422
    title = Text(zh="没有这一行", en="No such line")
    detail = Text(
        zh="账单只有 {count} 行。请选择其中一行。", en="The invoice has {count} lines. Choose one of them."
    )
    count: int


class TaxInvoiceAsked(Problem):
    """A 发票 is asked for once for each invoice."""

    code = "tax_invoice.asked"
    status = 409
    title = Text(zh="已申请过发票", en="Asked for already")
    detail = Text(
        zh="账单 {number} 的发票已申请或已开具，每张账单只开一张。未作任何更改。",
        en="The 发票 of invoice {number} was asked for or issued; there is one for each invoice. Nothing was changed.",
    )
    number: str


class NothingToTax(Problem):
    """Nothing is owed on the invoice, so there is nothing to issue a 发票 for."""

    code = "tax_invoice.nothing_owed"
    status = 409
    title = Text(zh="没有可开票金额", en="Nothing to issue it for")
    detail = Text(
        zh="账单 {number} 已全额减免，没有可开票金额。",
        en="Invoice {number} was credited in full; nothing is left.",
    )
    number: str


class IssueDayOutOfRange(Problem):
    """A 发票 is recorded with a day between its request's invoice and today."""

    code = "tax_invoice.issue_day"
    status = 422
    title = Text(zh="开票日期有误", en="Wrong day of issue")
    detail = Text(
        zh="开票日期应在 {earliest} 至 {latest} 之间。未作任何更改。",
        en="The day of issue lies between {earliest} and {latest}. Nothing was changed.",
    )
    earliest: date
    latest: date


class NotATaxInvoiceFile(Problem):
    """The 发票 comes as PDF or OFD."""

    code = "tax_invoice.file"
    status = 422
    title = Text(zh="不是发票文件", en="Not a 发票 file")
    detail = Text(
        zh="请上传 PDF 或 OFD 版式文件，最大 10 MB。未作任何更改。",
        en="Upload a PDF or OFD file of at most 10 MB. Nothing was changed.",
    )
