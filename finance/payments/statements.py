"""对公转账: importing what the bank shows, and saying what it was for."""

import hashlib
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.ledger import recipes
from finance.payments import policy, queries
from finance.payments.errors import LineAlreadyMatched
from finance.payments.gateways.bank_transfer import Statement, read_statement
from finance.payments.models import BankLine, BankStatement
from finance.payments.schemas import BankLineView, StatementView
from finance.payments.service import finish_settlement
from finance.receivables import queries as receivables_queries, service as receivables
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import BankMoneyUnmatched
from marketplace.organizations import queries as organizations

METHOD = "bank_transfer"


def import_statement(uow: UnitOfWork, *, content: bytes, file_name: str) -> StatementView:
    """Book what a statement of one's university shows as received, and match what carries a valid reference.

    The same file, or the same line in an overlapping file, changes nothing. Raises `Forbidden`,
    `StatementNotReadable`, `StatementRowsWrong`, `TooLarge`; a file with a wrong row books nothing.
    """
    require(policy.can_import(uow.actor))
    owner = uow.actor.organization_id
    if owner is None:
        raise LookupError("can_import lets only members of a university pass")
    digest = hashlib.sha256(content).hexdigest()
    known = uow.session.exec(
        select(BankStatement).where(
            col(BankStatement.organization_id) == owner, col(BankStatement.sha256) == digest
        )
    ).one_or_none()
    if known is not None:
        return _view(uow, known, new=0, repeated=True)
    read = read_statement(content)
    organization = organizations.find_view(uow, organization_id=owner)
    account = read.account_no or (organization.bank_account if organization else "") or str(owner)
    statement = BankStatement(
        organization_id=owner, account_no=account, file_name=file_name[:200], sha256=digest, lines=len(read.lines),
        imported_by=uow.actor.user_id, imported_at=uow.now,
    )  # fmt: skip
    uow.session.add(statement)
    uow.session.flush()
    fresh = _store(uow, statement, read)
    for line in fresh:
        recipes.bank_line_received(uow, line_id=line.id, bank_account=account, amount_minor=line.amount_minor)
        invoice_id = receivables_queries.find_by_reference(uow, line.memo, university_id=owner)
        if invoice_id is not None:
            _match(uow, line, invoice_id, how="reference")
    left = [line.amount_minor for line in fresh if line.state == "unmatched"]
    if left:
        uow.publish(
            BankMoneyUnmatched(
                statement_id=statement.id, university_id=owner, count=len(left), amount_minor=sum(left)
            )
        )
    uow.audit(
        "bank_statement.imported", "bank_statement", statement.id, lines=len(read.lines), new=len(fresh)
    )
    uow.session.flush()
    return _view(uow, statement, new=len(fresh), repeated=False)


def _store(uow: UnitOfWork, statement: BankStatement, read: Statement) -> list[BankLine]:
    rows = [
        {
            "id": new_id(), "version": 1, "created_at": uow.now, "statement_id": statement.id, "state": "unmatched", "how": "",
            "organization_id": statement.organization_id, "account_no": statement.account_no, "line_key": line.key,
            "booked_on": line.booked_on, "amount_minor": line.amount_minor, "payer_name": line.payer_name,
            "payer_account": line.payer_account, "memo": line.memo,
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


def match_line(uow: UnitOfWork, *, line_id: UUID, invoice_id: UUID) -> BankLineView:
    """Say which invoice a receipt pays; what is over becomes the payer's credit.

    Raises `NotFound`, `Forbidden`, `LineAlreadyMatched`. The same match twice changes nothing.
    """
    line = queries.lock_line(uow, line_id)
    require(policy.can_match(uow.actor, line.organization_id))
    if line.state == "matched" and line.invoice_id != invoice_id:
        raise LineAlreadyMatched
    if line.state == "unmatched":
        invoice = receivables_queries.get_invoice(uow, invoice_id=invoice_id)
        require(policy.can_match(uow.actor, invoice.university_id))
        _match(uow, line, invoice_id, how="person")
        uow.audit(
            "bank_line.matched", "bank_line", line.id, invoice=str(invoice_id), amount_minor=line.amount_minor
        )
        uow.session.flush()
    return queries.get_line(uow, line_id=line_id)


def _match(uow: UnitOfWork, line: BankLine, invoice_id: UUID, *, how: str) -> None:
    line.state, line.invoice_id, line.how = "matched", invoice_id, how
    line.matched_by, line.matched_at = uow.actor.user_id, uow.now
    applied = receivables.apply_payment(
        uow.as_system(),
        invoice_id=invoice_id,
        method=METHOD,
        source_id=line.id,
        amount_minor=line.amount_minor,
    )
    recipes.bank_line_matched(
        uow, line_id=line.id, bank_account=line.account_no, invoice_id=invoice_id, contract_id=applied.contract_id,
        payer_id=applied.firm_id, amount_minor=line.amount_minor, applied_minor=applied.applied_minor,
    )  # fmt: skip
    finish_settlement(uow, payment_id=line.id, method=METHOD, applied=applied, amount_minor=line.amount_minor)


def _view(uow: UnitOfWork, statement: BankStatement, *, new: int, repeated: bool) -> StatementView:
    counts = {
        row["state"]: row["n"]
        for row in uow.rows(
            "SELECT state, count(*) AS n FROM bank_line WHERE statement_id = :id GROUP BY state",
            id=statement.id,
        )
    }
    return StatementView(
        id=statement.id, file_name=statement.file_name, account_no=statement.account_no, lines=statement.lines, new=new,
        known=statement.lines - new, matched=counts.get("matched", 0), unmatched=counts.get("unmatched", 0), repeated=repeated,
    )  # fmt: skip
