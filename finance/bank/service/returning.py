"""Money that goes back: a receipt to where it came from, a credit to its payer. Two people decide, the bank's statement proves it."""

from uuid import UUID

from sqlmodel import col, select

from finance.bank import policy, queries
from finance.bank.errors import CreditTooLow, LineAlreadyMatched, SecondPersonNeeded
from finance.bank.models import BankLine, BankReturn, CreditUse
from finance.bank.schemas import ReturnCredit, ReturnView
from finance.bank.service.crediting import hold_credit
from finance.bank.service.placing import restate
from finance.bank.states import RETURN
from finance.ledger import recipes
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.bank import BankReturnAsked
from marketplace.organizations import queries as organizations


def ask_line_return(uow: UnitOfWork, *, line_id: UUID, reason: str) -> ReturnView:
    """Ask to send what is left of a receipt back to the account it came from; a second person decides.

    Raises `NotFound`, `Forbidden`, and `LineAlreadyMatched` if nothing is left or the bank told no account.
    """
    line = queries.lock_line(uow, line_id)
    require(policy.can_match(uow.actor, line.organization_id))
    left = line.amount_minor - line.placed_minor
    if not left or line.direction == "out" or line.state != "unmatched":
        raise LineAlreadyMatched
    line.placed_minor = line.amount_minor
    row = _ask(
        uow,
        line.organization_id,
        line.account_no,
        left,
        reason,
        line_id=line.id,
        name=line.payer_name,
        account=line.payer_account,
    )
    uow.audit("bank_line.return_asked", "bank_line", line.id, amount_minor=left, reason=reason)
    restate(uow, line)
    return view(uow, row)


def ask_credit_return(uow: UnitOfWork, *, form: ReturnCredit) -> ReturnView:
    """Ask to send a payer's credit back to its account; a second person decides. Raises `Forbidden`, `CreditTooLow`, `NotFound`."""
    require(policy.can_import(uow.actor))
    owner = uow.actor.organization_id
    if owner is None:
        raise LookupError("can_import lets only members of a university pass")
    require(policy.can_match(uow.actor, owner))
    university = organizations.find_view(uow, organization_id=owner)
    credit = queries.get_credit(uow, university_id=owner, firm_id=form.firm_id)
    if credit.credit_minor < form.amount_minor:
        raise CreditTooLow(left_minor=credit.credit_minor)
    account = (university.bank_account if university else "") or str(owner)
    row = _ask(
        uow,
        owner,
        account,
        form.amount_minor,
        form.reason,
        firm_id=form.firm_id,
        name=credit.firm_name,
        account=form.payee_account,
    )
    hold_credit(
        uow, university_id=owner, firm_id=form.firm_id, amount_minor=form.amount_minor, return_id=row.id
    )
    uow.audit("bank_return.asked", "bank_return", row.id, amount_minor=form.amount_minor, reason=form.reason)
    uow.session.flush()
    return view(uow, row)


def _ask(
    uow: UnitOfWork, owner: UUID, account_no: str, amount_minor: int, reason: str, *, name: str, account: str,
    line_id: UUID | None = None, firm_id: UUID | None = None,
) -> BankReturn:  # fmt: skip
    row = BankReturn(
        organization_id=owner, account_no=account_no, line_id=line_id, firm_id=firm_id, amount_minor=amount_minor,
        payee_name=name, payee_account=account, reason=reason, state=RETURN.initial, state_since=uow.now,
        asked_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, RETURN, row)
    uow.session.add(row)
    uow.session.flush()
    uow.publish(
        BankReturnAsked(
            return_id=row.id, university_id=owner, payee_name=name, amount_minor=amount_minor, reason=reason
        )
    )
    return row


def return_refund(
    uow: UnitOfWork, *, university_id: UUID, firm_id: UUID, account_no: str, payee_account: str, amount_minor: int, reason: str,
    asked_by: UUID,
) -> UUID:  # fmt: skip
    """Let the bank send back a refund that two people agreed to, out of the payer's credit that it has become; returns its id.

    For the room of refunds. Raises `CreditTooLow`.
    """
    names = organizations.list_briefs(uow, ids=[firm_id])
    row = BankReturn(
        organization_id=university_id, account_no=account_no, firm_id=firm_id, amount_minor=amount_minor,
        payee_name=names[firm_id].name, payee_account=payee_account, reason=reason, state=RETURN.initial,
        state_since=uow.now, asked_by=asked_by, decided_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, RETURN, row)
    uow.session.add(row)
    uow.session.flush()
    hold_credit(
        uow, university_id=university_id, firm_id=firm_id, amount_minor=amount_minor, return_id=row.id
    )
    advance(uow, RETURN, row, "approve")
    row.ledger_txn_id = recipes.return_promised(
        uow, return_id=row.id, bank_account=account_no, payer_id=firm_id, amount_minor=amount_minor
    )
    uow.audit("bank_return.approved", "bank_return", row.id, amount_minor=amount_minor)
    uow.session.flush()
    return row.id


def approve_return(uow: UnitOfWork, *, return_id: UUID) -> ReturnView:
    """Agree as a second person: the money is set aside until the bank's statement shows that it went.

    Raises `SecondPersonNeeded`, `NotFound`, `Forbidden`, `IllegalMove`, and `BalanceTooLow` if the money is gone.
    """
    row = queries.lock_return(uow, return_id)
    require(policy.can_match(uow.actor, row.organization_id))
    if row.asked_by == uow.actor.user_id:
        raise SecondPersonNeeded
    if row.state == "approved":
        return view(uow, row)
    advance(uow, RETURN, row, "approve")
    row.decided_by = uow.actor.user_id
    row.ledger_txn_id = recipes.return_promised(
        uow,
        return_id=row.id,
        bank_account=row.account_no,
        payer_id=row.firm_id,
        amount_minor=row.amount_minor,
    )
    uow.audit("bank_return.approved", "bank_return", row.id, amount_minor=row.amount_minor)
    uow.session.flush()
    return view(uow, row)


def decline_return(uow: UnitOfWork, *, return_id: UUID, reason: str) -> ReturnView:
    """Refuse a return, or take it back before the bank was told: the money waits again. Raises `NotFound`, `Forbidden`, `IllegalMove`."""
    row = queries.lock_return(uow, return_id)
    require(policy.can_match(uow.actor, row.organization_id))
    advance(uow, RETURN, row, "decline", reason=reason)
    if row.ledger_txn_id is not None:
        recipes.reverse(uow, txn_id=row.ledger_txn_id, reason=reason)
    row.decided_by = uow.actor.user_id
    uow.session.flush()
    if row.line_id is not None:
        line = queries.lock_line(uow, row.line_id)
        line.placed_minor -= row.amount_minor
        uow.audit(
            "bank_line.return_declined", "bank_line", line.id, amount_minor=row.amount_minor, reason=reason
        )
        restate(uow, line)
    else:
        for use in uow.session.exec(select(CreditUse).where(col(CreditUse.return_id) == row.id)):
            uow.session.delete(use)
        uow.audit("bank_return.declined", "bank_return", row.id, reason=reason)
    uow.session.flush()
    return view(uow, row)


def recognize_sent(uow: UnitOfWork, line: BankLine) -> bool:
    """Find the approved return that a line of money sent carries out: same account, same amount, the oldest; books it."""
    row = uow.session.exec(
        select(BankReturn)
        .where(
            col(BankReturn.account_no) == line.account_no,
            col(BankReturn.state) == "approved",
            col(BankReturn.amount_minor) == line.amount_minor,
            col(BankReturn.payee_account) == line.payer_account,
        )
        .order_by(col(BankReturn.created_at), col(BankReturn.id))
        .limit(1)
        .with_for_update()
    ).one_or_none()
    if row is None:
        return False
    advance(uow, RETURN, row, "send")
    row.out_line_id = line.id
    line.state, line.how, line.placed_minor = "matched", "return", line.amount_minor
    recipes.return_sent(uow, return_id=row.id, bank_account=line.account_no, amount_minor=line.amount_minor)
    uow.session.flush()
    if row.line_id is not None:
        receipt = queries.lock_line(uow, row.line_id)
        uow.audit("bank_line.returned", "bank_line", receipt.id, amount_minor=row.amount_minor)
        restate(uow, receipt)
    return True


def view(uow: UnitOfWork, row: BankReturn) -> ReturnView:
    """Return a return as the actor sees it."""
    uow.session.flush()
    found = [seen for seen in queries.list_returns(uow) if seen.id == row.id]
    if not found:
        raise NotFound(what="payment")
    return found[0]
