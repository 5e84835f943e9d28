"""Reads of requests for 发票."""

import csv
import io
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.receivables import policy
from finance.receivables.models import TaxInvoice
from finance.receivables.schemas import TaxInvoiceState, TaxInvoiceView
from finance.receivables.words import CHARGES
from finance.taxes import queries as taxes
from marketplace.core.money import BPS, yuan
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

_VIEW = """
SELECT t.id, t.invoice_id, i.contract_id, i.number AS invoice_number, i.contract_number, i.title AS project, i.kind AS charge_kind, t.university_id,
       u.name AS university_name, coalesce(u.uscc, '') AS university_uscc, t.firm_id, t.state, t.kind, t.title, t.tax_number,
       t.address, t.phone, t.bank_name, t.bank_account, t.email,
       coalesce(t.amount_minor, i.amount_minor - i.credited_minor) AS amount_minor,
       (t.created_at AT TIME ZONE 'Asia/Shanghai')::date AS requested_on, t.issued_number, t.issued_on, t.file_id, t.declined_reason
  FROM tax_invoice t JOIN invoice i ON i.id = t.invoice_id JOIN organization u ON u.id = t.university_id WHERE
"""
_COLUMNS = (
    "账单编号", "发票种类", "购买方名称", "购买方纳税人识别号", "购买方地址", "购买方电话", "购买方开户行", "购买方账号", "电子邮箱",
    "项目名称", "商品和服务税收分类编码（建议）", "价税合计（元）", "税率或免税（建议）", "税务依据", "备注", "申请日期",
)  # fmt: skip
_KINDS = {"special": "增值税专用发票", "ordinary": "普通发票"}
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def list_tax_invoices(uow: UnitOfWork, *, state: TaxInvoiceState | None = None) -> list[TaxInvoiceView]:
    """Return the requests of the actor's organization: those to be issued first, the oldest first."""
    rows = uow.rows(
        f"{_VIEW} {policy.TAX_VISIBLE} AND (CAST(:state AS text) IS NULL OR t.state = :state)"
        " ORDER BY t.state <> 'requested', t.created_at, t.id LIMIT 500",
        state=state,
        **policy.scope(uow.actor),
    )
    return [_view(uow, row) for row in rows]


def get_tax_invoice(uow: UnitOfWork, *, tax_invoice_id: UUID) -> TaxInvoiceView:
    """Return a request that the actor may see; raises `NotFound`."""
    rows = uow.rows(
        f"{_VIEW} {policy.TAX_VISIBLE} AND t.id = :id", id=tax_invoice_id, **policy.scope(uow.actor)
    )
    if not rows:
        raise NotFound(what="tax invoice")
    return _view(uow, rows[0])


def find_tax_invoice(uow: UnitOfWork, *, invoice_id: UUID) -> TaxInvoiceView | None:
    """Return the request for an invoice, if there is one that the actor may see."""
    rows = uow.rows(
        f"{_VIEW} {policy.TAX_VISIBLE} AND t.invoice_id = :id", id=invoice_id, **policy.scope(uow.actor)
    )
    return _view(uow, rows[0]) if rows else None


def _view(uow: UnitOfWork, row: dict[str, Any]) -> TaxInvoiceView:
    vat = rulebook.get_rule("technology_transfer_vat_bps", uow.today)
    category = rulebook.get_rule("technology_tax_category_code", uow.today)
    charge = CHARGES[row["charge_kind"]].in_(uow.locale)
    treatment = taxes.find_treatment_of_charge(uow, row["charge_kind"], row.pop("contract_id"))
    may_answer = bool(policy.can_answer_tax(uow.actor, uow.session.get_one(TaxInvoice, row["id"])))
    return TaxInvoiceView(
        **row,
        charge=charge,
        category_code=str(category.value),
        vat_bps=vat.value,
        tax_source=vat.source,
        tax_confirmed=vat.confirmed and category.confirmed,
        tax_treatment=treatment,
        may_answer=may_answer and row["state"] == TaxInvoiceState.REQUESTED,
    )


def export_tax_invoices(uow: UnitOfWork) -> bytes:
    """Return the open requests of the actor's university as CSV for its tax software, UTF-8 with mark. Raises `Forbidden`."""
    require(policy.can_manage(uow.actor))
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_COLUMNS)
    for one in list_tax_invoices(uow, state=TaxInvoiceState.REQUESTED):
        rows.writerow(_safe(cell) for cell in _line(one))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _line(one: TaxInvoiceView) -> tuple[str, ...]:
    suggested = "免税（建议）" if not one.vat_bps else f"{100 * one.vat_bps / BPS:g}%"
    rate = f"改判：{one.tax_treatment}" if one.tax_treatment else suggested
    checked = "" if one.tax_confirmed else "；待与主管税务机关确认"
    return (
        one.invoice_number, _KINDS[one.kind], one.title, one.tax_number, one.address, one.phone, one.bank_name, one.bank_account,
        one.email, f"技术许可·{CHARGES[one.charge_kind].zh}", one.category_code, yuan(one.amount_minor), rate, one.tax_source + checked,
        f"合同 {one.contract_number}《{one.project}》", one.requested_on.isoformat(),
    )  # fmt: skip


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking what a firm typed for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def lock_tax_invoice(uow: UnitOfWork, tax_invoice_id: UUID) -> TaxInvoice:
    """Lock a request for a change; raises `NotFound` for one that the actor may not see."""
    get_tax_invoice(uow, tax_invoice_id=tax_invoice_id)
    return uow.session.exec(
        select(TaxInvoice)
        .where(col(TaxInvoice.id) == tax_invoice_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
