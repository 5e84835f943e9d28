"""The days of the room: bills to be paid, and sums that will fall due."""

from datetime import date

from finance.receivables import policy
from finance.receivables.queries.invoices import OWED, TO_PAY
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

_BILL = Text("付款", "Pay a bill")
_BILL_THEN = Text(
    "逾期按合同约定计收违约金，并进入催收。",
    "Late interest runs as the contract says, and reminders follow.",
)
_COMING = Text("费用将到期", "A sum falls due")
_COMING_THEN = Text("到期前系统会开出账单并提醒。", "It will be billed and announced before that day.")


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return unpaid bills and sums not billed yet that fall due by a day, in fen; the firm has to pay, both sides see it."""
    rows = uow.rows(
        "SELECT 'invoice' AS subject, i.id AS subject_id, i.number, i.title, i.due_on, i.issued_on AS since, f.id AS firm_id,"  # noqa: S608 - constants
        f" f.name AS firm_name, {OWED} AS amount_minor"
        " FROM invoice i JOIN obligation o ON o.id = i.obligation_id JOIN organization f ON f.id = i.firm_id"
        f" WHERE {policy.VISIBLE} AND {TO_PAY} AND i.due_on <= :until"
        " UNION ALL "
        "SELECT 'contract', i.contract_id, i.contract_number, i.title, i.due_on, i.arises_on, f.id, f.name, i.amount_minor"
        " FROM obligation i JOIN organization f ON f.id = i.firm_id"
        f" WHERE {policy.VISIBLE} AND i.state = 'waiting' AND i.due_on <= :until"
        " ORDER BY due_on, number LIMIT 1000",
        until=until,
        **policy.scope(uow.actor),
    )
    return [
        Deadline(
            kind="invoice.pay" if row["subject"] == "invoice" else "obligation.due",
            what=_BILL if row["subject"] == "invoice" else _COMING,
            on=row["due_on"],
            since=row["since"],
            responsible_id=row["firm_id"],
            responsible_name=row["firm_name"],
            subject=row["subject"],
            subject_id=row["subject_id"],
            number=row["number"],
            title=row["title"],
            otherwise=_BILL_THEN if row["subject"] == "invoice" else _COMING_THEN,
            amount_minor=row["amount_minor"],
        )
        for row in rows
    ]
