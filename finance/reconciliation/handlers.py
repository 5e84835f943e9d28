"""Reactions of the room."""

from finance.reconciliation import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.bank import BankStatementImported


def on_statement_imported(uow: UnitOfWork, event: BankStatementImported) -> None:
    """Compare the account as soon as its statement is in: nobody waits for the night."""
    service.compare_bank(uow, account_no=event.account_no)
