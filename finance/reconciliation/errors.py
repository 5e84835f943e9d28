"""Refusals of the room."""

from marketplace.core.i18n import Text
from marketplace.core.problems import NotFound, Problem


class NothingToCompare(Problem):
    """No statement of a bank account was imported yet."""

    code = "reconciliation.nothing_to_compare"
    status = 409
    title = Text(zh="还没有可对账的流水", en="Nothing to compare yet")
    detail = Text(
        zh="请先导入本单位账户的银行流水，再对账。",
        en="Import a statement of your bank account first, then compare.",
    )


def account_not_found() -> NotFound:
    """Nobody compares such an account, or not this reader."""
    return NotFound(what="ledger account")
