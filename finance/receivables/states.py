"""The lives of an obligation, an invoice and what is taken off or asked for it, as data.

Overdue is no state: it is the date compared with today. `written_off` is not the end of an invoice: the claim is kept
(账销案存), and money that arrives after all takes it back to where it stood.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from finance.receivables.errors import CreditExceedsOpen, OwnAdjustment, TooEarlyToWriteOff
from finance.receivables.models import Adjustment
from finance.receivables.schemas import (
    AdjustmentKind as K,
    AdjustmentState as A,
    InvoiceState as S,
    TaxInvoiceState as T,
)
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem

OBLIGATION = Machine(
    subject="obligation",
    initial="waiting",
    final=frozenset({"credited", "canceled"}),  # a wrong match is taken back: what was paid is owed again
    states={
        "waiting": Text("未到期", "Waiting"),
        "invoiced": Text("已开账单", "Invoiced"),
        "paid": Text("已结清", "Paid"),
        "credited": Text("已减免", "Credited"),
        "canceled": Text("已取消", "Canceled"),
    },
    moves=(
        Move("invoice", ("waiting",), "invoiced", (), Text("开出账单", "Invoice")),
        Move("cancel", ("waiting",), "canceled", (), Text("取消", "Cancel")),
        Move("settle", ("invoiced",), "paid", (), Text("结清", "Settle")),
        Move("reopen", ("paid",), "invoiced", (), Text("恢复未付", "Reopen")),
        Move("credit_off", ("invoiced",), "credited", (), Text("全额减免", "Credit in full")),
    ),
)

UNPAID = (S.OPEN, S.PARTIALLY_PAID)

INVOICE = Machine(
    subject="invoice",
    initial=S.OPEN,
    final=frozenset({S.CREDITED}),
    states={
        S.OPEN: Text("待付款", "Open"),
        S.PARTIALLY_PAID: Text("部分付款", "Partly paid"),
        S.PAID: Text("已付清", "Paid"),
        S.CREDITED: Text("已全额减免", "Credited in full"),
        S.WRITTEN_OFF: Text("已核销", "Written off"),
    },
    moves=(
        Move("pay_part", UNPAID, S.PARTIALLY_PAID, (), Text("部分付款", "Pay a part")),
        Move("pay_off", UNPAID, S.PAID, (), Text("付清", "Pay off")),
        Move("reopen", (S.PARTIALLY_PAID, S.PAID), S.OPEN, (), Text("恢复未付", "Reopen")),
        Move(
            "reopen_part",
            (S.PARTIALLY_PAID, S.PAID),
            S.PARTIALLY_PAID,
            (),
            Text("恢复部分未付", "Reopen in part"),
        ),
        Move("credit_off", (S.OPEN,), S.CREDITED, (), Text("全额减免", "Credit in full")),
        Move("write_off", UNPAID, S.WRITTEN_OFF, (), Text("核销", "Write off")),
        Move("recover", (S.WRITTEN_OFF,), S.OPEN, (), Text("核销后收回", "Recover")),
        Move("recover_part", (S.WRITTEN_OFF,), S.PARTIALLY_PAID, (), Text("核销后收回", "Recover")),
    ),
)


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    actor_id: UUID | None
    open_minor: int
    write_off_from: date


def another_person(row: Adjustment, facts: Facts) -> Problem | None:
    """Four eyes inside the university."""
    return OwnAdjustment() if facts.actor_id is not None and row.proposed_by == facts.actor_id else None


def still_open(row: Adjustment, facts: Facts) -> Problem | None:
    """No more is taken off than is open; a write-off takes all of it."""
    if row.amount_minor > facts.open_minor:
        return CreditExceedsOpen(amount_minor=row.amount_minor, open_minor=facts.open_minor)
    return None


def after_ladder(row: Adjustment, facts: Facts) -> Problem | None:
    """A claim is chased before it is given up: reminders, then a demand with its time to pay."""
    if row.kind == K.WRITE_OFF and facts.today < facts.write_off_from:
        return TooEarlyToWriteOff(earliest=facts.write_off_from)
    return None


ADJUSTMENT = Machine(
    subject="invoice_adjustment",
    initial=A.PROPOSED,
    final=frozenset({A.REFUSED, A.WITHDRAWN, A.REVERSED}),
    states={
        A.PROPOSED: Text("待审批", "To be approved"),
        A.APPROVED: Text("已批准", "Approved"),
        A.REFUSED: Text("未批准", "Refused"),
        A.WITHDRAWN: Text("已撤回", "Withdrawn"),
        A.REVERSED: Text("款项收回，核销已冲回", "Reversed: the money came"),
    },
    moves=(
        Move(
            "approve",
            (A.PROPOSED,),
            A.APPROVED,
            (another_person, still_open, after_ladder),
            Text("批准", "Approve"),
        ),
        Move("refuse", (A.PROPOSED,), A.REFUSED, (another_person,), Text("不批准", "Refuse")),
        Move("withdraw", (A.PROPOSED,), A.WITHDRAWN, (), Text("撤回", "Withdraw")),
        Move("reverse", (A.APPROVED,), A.REVERSED, (), Text("冲回", "Reverse")),
    ),
)

TAX_INVOICE = Machine(
    subject="tax_invoice",
    initial=T.REQUESTED,
    final=frozenset({T.ISSUED}),
    states={
        T.REQUESTED: Text("已申请", "Requested"),
        T.ISSUED: Text("已开具", "Issued"),
        T.DECLINED: Text("已退回", "Sent back"),
    },
    moves=(
        Move("issue", (T.REQUESTED,), T.ISSUED, (), Text("登记开具", "Record the 发票")),
        Move("decline", (T.REQUESTED,), T.DECLINED, (), Text("退回", "Send back")),
        Move("ask_again", (T.DECLINED,), T.REQUESTED, (), Text("重新申请", "Ask again")),
    ),
)
