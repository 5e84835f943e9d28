"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import NotFound, Problem


class TooManyLines(Problem):
    """A file of so many lines would not open."""

    code = "books.too_many_lines"
    status = 422
    title = Text(zh="明细太多", en="Too many lines")
    detail = Text(
        zh="一次最多导出 {limit} 行，请缩短期间后重试。",
        en="A file holds at most {limit} lines; choose a shorter period.",
    )
    limit: int


def account_not_found() -> NotFound:
    """No such account, or nothing of it is in the reader's book."""
    return NotFound(what="ledger account")


def transaction_not_found() -> NotFound:
    """No such transaction, or it is not in the reader's book."""
    return NotFound(what="ledger transaction")
