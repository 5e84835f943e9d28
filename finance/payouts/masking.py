"""How an account is shown, and why it cannot be paid to now."""

from collections.abc import Mapping

from finance.payouts.schemas import AccountView
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

_SHOWN = 4


def mask(account_no: str) -> str:
    """Return an account number of which only the ends are shown: `6228 **** 0018`."""
    return f"{account_no[:_SHOWN]} **** {account_no[-_SHOWN:]}"


def show(row: Mapping[str, object]) -> AccountView:
    """Return an account as people may see it: its number masked."""
    shown = {name: row[name] for name in AccountView.model_fields if name != "masked"}
    return AccountView.model_validate(shown | {"masked": mask(str(row["account_no"]))})


def describe_reason(uow: UnitOfWork, account: AccountView | None) -> str:
    """Say why a payee cannot be paid now; empty when she can."""
    if account is None:
        return Text("还没有收款账户", "no bank account yet").in_(uow.locale)
    if account.usable_from > uow.today:
        later = Text("账户刚变更，{on} 起可付款", "the account was changed; payable from {on}")
        return later.in_(uow.locale, on=account.usable_from.isoformat())
    return ""
