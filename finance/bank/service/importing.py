"""Importing what a bank shows: every line booked once, what says clearly what it pays is matched at once."""

import hashlib
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.bank import policy, queries
from finance.bank.errors import StatementInOtherFormat, StatementOfOtherAccount
from finance.bank.models import BankLine, BankStatement
from finance.bank.reading import read_statement
from finance.bank.schemas import StatementView
from finance.bank.service.placing import place
from finance.bank.service.returning import recognize_sent
from finance.bank.statement import Statement
from finance.ledger import recipes
from finance.receivables import queries as receivables
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.bank import BankMoneyUnmatched, BankStatementImported
from marketplace.organizations import queries as organizations


def import_statement(uow: UnitOfWork, *, content: bytes, file_name: str) -> StatementView:
    """Book what a statement of one's university shows, and match what carries a valid reference.

    The same file, or the same line in an overlapping file, changes nothing: an import that was cut short is simply sent
    again. Raises `Forbidden`, `TooLarge`, `StatementNotReadable`, `StatementRowsWrong`, `StatementDoesNotAddUp`,
    `StatementOfOtherAccount`, `StatementInOtherFormat`; then nothing is booked.
    """
    require(policy.can_import(uow.actor))
    owner = uow.actor.organization_id
    if owner is None:
        raise LookupError("can_import lets only members of a university pass")
    digest = hashlib.sha256(content).hexdigest()
    read = read_statement(content)
    organization = organizations.find_view(uow, organization_id=owner)
    account = read.account_no or (organization.bank_account if organization else "") or str(owner)
    _one_at_a_time(uow, account, owner)
    known = uow.session.exec(
        select(BankStatement).where(
            col(BankStatement.organization_id) == owner, col(BankStatement.sha256) == digest
        )
    ).one_or_none()
    if known is not None:
        return queries.get_statement(uow, statement_id=known.id, repeated=True)
    days = [line.booked_on for line in read.lines]
    statement = BankStatement(
        organization_id=owner, account_no=account, layout=read.layout, file_name=file_name[:200], sha256=digest,
        lines=len(read.lines), from_on=min(days, default=None), to_on=max(days, default=None), opening_minor=read.opening_minor,
        closing_minor=read.closing_minor, imported_by=uow.actor.user_id, imported_at=uow.now,
    )  # fmt: skip
    uow.session.add(statement)
    uow.session.flush()
    fresh = _store(uow, statement, read)
    _in_one_format(uow, statement, read, fresh)
    for line in fresh:
        _book(uow, line)
    uow.publish(
        BankStatementImported(
            statement_id=statement.id, university_id=owner, account_no=account, count=len(fresh)
        )
    )
    left = [
        line.amount_minor - line.placed_minor
        for line in fresh
        if line.state == "unmatched" and line.direction == "in"
    ]
    if left:
        uow.publish(
            BankMoneyUnmatched(
                statement_id=statement.id, university_id=owner, count=len(left), amount_minor=sum(left)
            )
        )
    uow.audit(
        "bank_statement.imported",
        "bank_statement",
        statement.id,
        lines=len(read.lines),
        new=len(fresh),
        layout=read.layout,
    )
    uow.session.flush()
    return queries.get_statement(uow, statement_id=statement.id)


def _one_at_a_time(uow: UnitOfWork, account: str, owner: UUID) -> None:
    """Let one import of an account run at a time, so that a file sent twice at once is known the second time.

    An account has one owner: raises `StatementOfOtherAccount` for one that another organization has imported.
    """
    uow.take_turns("bank_account", account)
    if uow.rows(
        "SELECT 1 AS found FROM bank_statement WHERE account_no = :account AND organization_id <> :owner LIMIT 1",
        account=account,
        owner=owner,
    ):
        raise StatementOfOtherAccount(account=account)


def _store(uow: UnitOfWork, statement: BankStatement, read: Statement) -> list[BankLine]:
    rows = [
        {
            "id": new_id(), "version": 1, "created_at": uow.now, "statement_id": statement.id, "state": "unmatched", "how": "",
            "organization_id": statement.organization_id, "account_no": statement.account_no, "line_key": line.key,
            "booked_on": line.booked_on, "direction": line.direction, "amount_minor": line.amount_minor, "placed_minor": 0,
            "balance_minor": line.balance_minor, "payer_name": line.name, "payer_account": line.account, "memo": line.memo,
        }
        for line in read.lines
    ]  # fmt: skip
    if not rows:
        return []
    stored = insert(BankLine).values(rows).on_conflict_do_nothing(index_elements=["account_no", "line_key"])
    ids = [row.id for row in uow.session.connection().execute(stored.returning(col(BankLine.id)))]
    return list(
        uow.session.exec(select(BankLine).where(col(BankLine.id).in_(ids)).order_by(col(BankLine.id)))
    )


def _in_one_format(uow: UnitOfWork, statement: BankStatement, read: Statement, fresh: list[BankLine]) -> None:
    """Two formats number the same line differently: what was read in one must not be booked again from another."""
    twice = uow.rows(
        "SELECT n.line_key, os.file_name FROM bank_line n JOIN bank_line o ON o.account_no = n.account_no"
        " AND o.booked_on = n.booked_on AND o.direction = n.direction AND o.amount_minor = n.amount_minor AND o.id <> n.id"
        " JOIN bank_statement os ON os.id = o.statement_id"
        " WHERE n.id = ANY(:fresh) AND split_part(os.layout, '.', 1) <> split_part(:layout, '.', 1) LIMIT 1",
        fresh=[line.id for line in fresh],
        layout=statement.layout,
    )
    if twice:
        row = next(line.row for line in read.lines if line.key == twice[0]["line_key"])
        raise StatementInOtherFormat(row=row, file_name=twice[0]["file_name"])


def _book(uow: UnitOfWork, line: BankLine) -> None:
    if line.direction == "out":
        recognize_sent(uow, line)
        return
    if _is_settlement(uow, line):
        return
    recipes.bank_line_received(
        uow, line_id=line.id, bank_account=line.account_no, amount_minor=line.amount_minor
    )
    named = receivables.list_by_references(uow, line.memo, university_id=line.organization_id)
    if len(named) == 1:
        place(uow, line, named[0]["id"], line.amount_minor, how="reference")
    elif named and sum(bill["open_minor"] for bill in named) == line.amount_minor:
        for bill in named:  # one transfer for several bills, each named on it
            place(uow, line, bill["id"], bill["open_minor"], how="reference")


def _is_settlement(uow: UnitOfWork, line: BankLine) -> bool:
    """Whether a receipt is a payment provider's payout that is booked already: named in the text, with its amount."""
    booked = uow.rows(
        "SELECT t.id FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id"
        " WHERE t.kind = 'provider_settled' AND a.key = :account AND e.amount_minor = :amount"
        " AND position(t.meta->>'payout_ref' IN :memo) > 0",
        account=f"bank:{line.account_no}",
        amount=line.amount_minor,
        memo=line.memo,
    )
    if booked:
        line.state, line.how, line.placed_minor = "matched", "settlement", line.amount_minor
        uow.session.flush()
    return bool(booked)
