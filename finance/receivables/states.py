"""The lives of an obligation and of an invoice, as data. Overdue is no state: it is the date compared with today."""

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text

OBLIGATION = Machine(
    subject="obligation",
    initial="waiting",
    final=frozenset(),  # a wrong match is taken back: what was paid is owed again
    states={
        "waiting": Text("未到期", "Waiting"),
        "invoiced": Text("已开账单", "Invoiced"),
        "paid": Text("已结清", "Paid"),
        "canceled": Text("已取消", "Canceled"),
    },
    moves=(
        Move("invoice", ("waiting",), "invoiced", (), Text("开出账单", "Invoice")),
        Move("cancel", ("waiting",), "canceled", (), Text("取消", "Cancel")),
        Move("settle", ("invoiced",), "paid", (), Text("结清", "Settle")),
        Move("reopen", ("paid",), "invoiced", (), Text("恢复未付", "Reopen")),
    ),
)

INVOICE = Machine(
    subject="invoice",
    initial="open",
    final=frozenset(),
    states={
        "open": Text("待付款", "Open"),
        "partially_paid": Text("部分付款", "Partly paid"),
        "paid": Text("已付清", "Paid"),
    },
    moves=(
        Move("pay_part", ("open", "partially_paid"), "partially_paid", (), Text("部分付款", "Pay a part")),
        Move("pay_off", ("open", "partially_paid"), "paid", (), Text("付清", "Pay off")),
        Move("reopen", ("partially_paid", "paid"), "open", (), Text("恢复未付", "Reopen")),
        Move(
            "reopen_part",
            ("paid", "partially_paid"),
            "partially_paid",
            (),
            Text("恢复部分未付", "Reopen in part"),
        ),
    ),
)

UNPAID = ("open", "partially_paid")
