"""Saying what a receipt was for: one part an invoice, a second person above the limit, and taking a wrong match back."""

from uuid import UUID

from finance.bank import policy, queries
from finance.bank.errors import LineAlreadyMatched, MatchStands, MoreThanLeft, SecondPersonNeeded
from finance.bank.models import BankLine, BankMatch
from finance.bank.schemas import BankLineDetail, TakenLine
from finance.bank.states import MATCH
from finance.distributions import service as distributions
from finance.ledger import recipes
from finance.ledger.errors import BalanceTooLow
from finance.payments.service import finish_settlement
from finance.receivables import queries as receivables_queries, service as receivables
from finance.settings import settings
from marketplace.contracts import service as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.bank import BankMatchAsked, BankMatchUndone

METHOD = "bank_transfer"
_LIVE = ("asked", "booked")


def match_line(
    uow: UnitOfWork, *, line_id: UUID, invoice_id: UUID, amount_minor: int | None = None
) -> BankLineDetail:
    """Say which invoice a receipt pays, with all that is left of it or a part; what is over becomes the payer's credit.

    Above the limit a second person confirms it (`BankMatchAsked`). The same match twice changes nothing. Raises `NotFound`,
    `Forbidden`, `LineAlreadyMatched`, `MoreThanLeft`.
    """
    line = queries.lock_line(uow, line_id)
    require(policy.can_match(uow.actor, line.organization_id))
    invoice = receivables_queries.get_invoice(uow, invoice_id=invoice_id)
    require(policy.can_match(uow.actor, invoice.university_id))
    known = _live_match(uow, line_id, invoice_id)
    if known is not None and amount_minor in (None, known.amount_minor):
        return queries.get_line(uow, line_id=line_id)
    left = line.amount_minor - line.placed_minor
    if known is not None or not left or line.direction == "out":
        raise LineAlreadyMatched
    part = left if amount_minor is None else amount_minor
    if part > left:
        raise MoreThanLeft(left_minor=left, asked_minor=part)
    match = place(uow, line, invoice_id, part, how="person", wait=part > settings().bank_second_person_minor)
    uow.audit(
        "bank_line.match_asked" if match.state == "asked" else "bank_line.matched", "bank_line", line.id,
        invoice=invoice.number, amount_minor=part,
    )  # fmt: skip
    if match.state == "asked":
        uow.publish(
            BankMatchAsked(
                match_id=match.id, line_id=line.id, university_id=line.organization_id, invoice_number=invoice.number,
                payer_name=line.payer_name, amount_minor=part,
            )
        )  # fmt: skip
    uow.session.flush()
    return queries.get_line(uow, line_id=line_id)


def _live_match(uow: UnitOfWork, line_id: UUID, invoice_id: UUID) -> BankMatch | None:
    rows = uow.rows(
        "SELECT id FROM bank_match WHERE line_id = :line AND invoice_id = :invoice AND state = ANY(:live)",
        line=line_id,
        invoice=invoice_id,
        live=list(_LIVE),
    )
    return uow.session.get_one(BankMatch, rows[0]["id"]) if rows else None


def place(
    uow: UnitOfWork, line: BankLine, invoice_id: UUID, amount_minor: int, *, how: str, wait: bool = False
) -> BankMatch:
    """Place a part of a locked line on an invoice: booked at once, or waiting for a second person. For the room itself."""
    # before the row that refers to it: two receipts for one bill would else wait for each other
    receivables_queries.lock_invoice(uow.as_system(), invoice_id)
    match = BankMatch(
        line_id=line.id, organization_id=line.organization_id, invoice_id=invoice_id, amount_minor=amount_minor,
        state=MATCH.initial, state_since=uow.now, how=how, asked_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, MATCH, match)
    uow.session.add(match)
    line.placed_minor += amount_minor
    line.how = how
    uow.session.flush()
    if not wait:
        _settle(uow, line, match)
    restate(uow, line)
    return match


def _settle(uow: UnitOfWork, line: BankLine, match: BankMatch) -> None:
    advance(uow, MATCH, match, "book")
    applied = receivables.apply_payment(
        uow.as_system(),
        invoice_id=match.invoice_id,
        method=METHOD,
        source_id=match.id,
        amount_minor=match.amount_minor,
    )
    match.ledger_txn_id = recipes.bank_line_matched(
        uow, match_id=match.id, bank_account=line.account_no, invoice_id=match.invoice_id, contract_id=applied.contract_id,
        payer_id=applied.firm_id, amount_minor=match.amount_minor, applied_minor=applied.applied_minor,
    )  # fmt: skip
    finish_settlement(
        uow, payment_id=match.id, method=METHOD, applied=applied, amount_minor=match.amount_minor
    )


def restate(uow: UnitOfWork, line: BankLine) -> None:
    """Bring the state of a locked line in step with what was placed of it."""
    uow.session.flush()
    [row] = uow.rows(
        "SELECT EXISTS (SELECT 1 FROM bank_match WHERE line_id = :line AND state = 'asked') AS asked,"
        " (SELECT max(state) FROM bank_return WHERE line_id = :line AND state IN ('asked', 'approved', 'sent')) AS returning",
        line=line.id,
    )
    if line.placed_minor < line.amount_minor:
        line.state = "unmatched"
    elif row["asked"]:
        line.state = "asked"
    elif row["returning"]:
        line.state = "returned" if row["returning"] == "sent" else "returning"
    else:
        line.state = "matched"
    uow.session.flush()


def confirm_match(uow: UnitOfWork, *, match_id: UUID) -> BankLineDetail:
    """Confirm as a second person what somebody else asked for. Raises `SecondPersonNeeded`, `Forbidden`, `NotFound`, `IllegalMove`."""
    line, match = queries.lock_match(uow, match_id)
    require(policy.can_match(uow.actor, line.organization_id))
    if match.asked_by == uow.actor.user_id:
        raise SecondPersonNeeded
    if match.state != "booked":
        _settle(uow, line, match)
        match.decided_by = uow.actor.user_id
        uow.audit("bank_line.match_confirmed", "bank_line", line.id, amount_minor=match.amount_minor)
        restate(uow, line)
    return queries.get_line(uow, line_id=line.id)


def decline_match(uow: UnitOfWork, *, match_id: UUID, reason: str) -> BankLineDetail:
    """Refuse a match that waits; whoever asked may do so as well. Raises `Forbidden`, `NotFound`, `IllegalMove`."""
    line, match = queries.lock_match(uow, match_id)
    require(policy.can_match(uow.actor, line.organization_id))
    advance(uow, MATCH, match, "decline", reason=reason)
    _free(uow, line, match, reason)
    uow.audit(
        "bank_line.match_declined", "bank_line", line.id, amount_minor=match.amount_minor, reason=reason
    )
    uow.session.flush()
    return queries.get_line(uow, line_id=line.id)


def undo_match(uow: UnitOfWork, *, match_id: UUID, reason: str) -> BankLineDetail:
    """Take a wrong match back: the booking is reversed, the invoice is open again, the receipt waits; announces `BankMatchUndone`.

    Raises `MatchStands` once the money was split or its surplus used, or the contract ended; `Forbidden`, `NotFound`, `IllegalMove`.
    """
    line, match = queries.lock_match(uow, match_id)
    require(policy.can_match(uow.actor, line.organization_id))
    advance(uow, MATCH, match, "undo", reason=reason)
    invoice = receivables_queries.get_invoice(uow.as_system(), invoice_id=match.invoice_id)
    if not distributions.withdraw_distribution(uow, payment_id=match.id, contract_id=invoice.contract_id):
        raise MatchStands(why="split")
    _reverse(uow, match, reason)
    receivables.withdraw_payment(uow, invoice_id=match.invoice_id, source_id=match.id, reason=reason)
    if not contracts.withdraw_settlement(uow, contract_id=invoice.contract_id, receipt_id=match.id):
        raise MatchStands(why="completed")
    queries.lock_credit(uow, university_id=line.organization_id, firm_id=invoice.firm_id)
    if queries.credit_left(uow, university_id=line.organization_id, firm_id=invoice.firm_id) < 0:
        raise MatchStands(why="credit_used")
    _free(uow, line, match, reason)
    uow.audit(
        "bank_line.match_undone",
        "bank_line",
        line.id,
        invoice=invoice.number,
        amount_minor=match.amount_minor,
        reason=reason,
    )
    uow.publish(
        BankMatchUndone(
            match_id=match.id, line_id=line.id, university_id=line.organization_id, firm_id=invoice.firm_id,
            invoice_id=invoice.id, invoice_number=invoice.number, title=invoice.title, amount_minor=match.amount_minor,
            reason=reason,
        )
    )  # fmt: skip
    uow.session.flush()
    return queries.get_line(uow, line_id=line.id)


def _reverse(uow: UnitOfWork, match: BankMatch, reason: str) -> None:
    if match.ledger_txn_id is None:
        raise LookupError(f"match {match.id} was booked without a transaction")
    try:
        recipes.reverse(uow, txn_id=match.ledger_txn_id, reason=reason)
    except BalanceTooLow as gone:
        raise MatchStands(why="credit_used") from gone


def _free(uow: UnitOfWork, line: BankLine, match: BankMatch, reason: str) -> None:
    match.decided_by, match.reason = uow.actor.user_id, reason
    line.placed_minor -= match.amount_minor
    restate(uow, line)


def take_line(uow: UnitOfWork, *, line_id: UUID, how: str) -> TakenLine:
    """Mark a receipt as used whole by a room above, which books it in the same transaction.

    Raises `NotFound`, `Forbidden`, and `LineAlreadyMatched` for one of which something was placed before.
    """
    line = queries.lock_line(uow, line_id)
    require(policy.can_take(uow.actor, line.organization_id))
    if line.placed_minor or line.state != "unmatched":
        raise LineAlreadyMatched
    line.state, line.how, line.placed_minor = "matched", how, line.amount_minor
    uow.audit("bank_line.taken", "bank_line", line.id, how=how)
    uow.session.flush()
    return TakenLine.model_validate(line, from_attributes=True)


def set_aside(uow: UnitOfWork, *, line_id: UUID, reason: str) -> BankLineDetail:
    """Say that a line is no business of the platform: its booking is reversed, the reason stays. Only while nothing is placed.

    Raises `NotFound`, `Forbidden`, `LineAlreadyMatched`.
    """
    line = queries.lock_line(uow, line_id)
    require(policy.can_match(uow.actor, line.organization_id))
    if line.placed_minor or line.state != "unmatched":
        raise LineAlreadyMatched
    if line.direction == "in":
        [booked] = uow.rows("SELECT id FROM ledger_txn WHERE idem_key = :key", key=f"bank:{line.id}")
        recipes.reverse(uow, txn_id=booked["id"], reason=reason)
    line.state, line.how, line.placed_minor = "set_aside", "person", line.amount_minor
    uow.audit("bank_line.set_aside", "bank_line", line.id, amount_minor=line.amount_minor, reason=reason)
    uow.session.flush()
    return queries.get_line(uow, line_id=line_id)


def own_line(uow: UnitOfWork, *, line_id: UUID) -> BankLineDetail:
    """Take charge of an open line, so that colleagues know who looks after it. Raises `NotFound`, `Forbidden`."""
    line = queries.lock_line(uow, line_id)
    require(policy.can_match(uow.actor, line.organization_id))
    if line.owner_id != uow.actor.user_id:
        line.owner_id = uow.actor.user_id
        uow.audit("bank_line.owned", "bank_line", line.id)
        uow.session.flush()
    return queries.get_line(uow, line_id=line_id)
