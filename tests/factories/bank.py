"""Receipts on a university's account, as its bank's statement shows them."""

from itertools import count

from finance.bank import queries, service
from finance.bank.schemas import BankLineDetail, StatementView
from tests.factories.payments import Bill

HEAD = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要\n"
PAYER_ACCOUNT = "3299000008000001"
_serials = count(1)


def a_statement(bill: Bill, *rows: str) -> StatementView:
    """Import rows under the usual headings."""
    return service.import_statement(
        bill.officer, content=(HEAD + "\n".join(rows)).encode(), file_name="流水.csv"
    )


def a_row(
    bill: Bill,
    yuan: str = "80000.00",
    *,
    memo: str = "许可费",
    payer: str | None = None,
    sent: bool = False,
    account: str = PAYER_ACCOUNT,
) -> str:
    """One row of such a statement, with a number of its own; the payer is the firm that owes unless told otherwise."""
    amounts = f',"{yuan}"' if sent else f'"{yuan}",'
    return f"2027-01-08,S{next(_serials)},{amounts},{payer or bill.invoice.firm_name},{account},{memo}"


def a_receipt(bill: Bill, yuan: str = "80000.00", **facts: str) -> BankLineDetail:
    """A receipt that nobody has placed."""
    view = a_statement(bill, a_row(bill, yuan, **facts))
    [row] = bill.system.rows("SELECT id FROM bank_line WHERE statement_id = :id", id=view.id)
    return queries.get_line(bill.officer, line_id=row["id"])
