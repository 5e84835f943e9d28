"""Writes of the room: compare an account, keep its differences, explain one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.reconciliation import policy, queries
from finance.reconciliation.comparing import Account, Item, bank_account, bank_items, clearing_items, running
from finance.reconciliation.errors import NothingToCompare
from finance.reconciliation.models import ReconciliationDay, ReconciliationDifference, ReconciliationRun
from finance.reconciliation.schemas import ComparedAccount, DifferenceKind, ReconciliationDifferenceView
from finance.reconciliation.states import DIFFERENCE
from marketplace.core.fsm import advance, begin
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.reconciliation import DifferencesFound


@dataclass(frozen=True, slots=True)
class Difference:
    """What a comparison found, before it is kept; `subject` names it among those of its account and kind."""

    kind: DifferenceKind
    subject: str
    item: Item


def compare_bank(uow: UnitOfWork, *, account_no: str) -> int:
    """Compare a bank account with its statements; keeps each day and each difference, and returns how many are open."""
    account = bank_account(uow, account_no)
    if account is None:
        return 0
    items = bank_items(uow, account_no)
    # what we booked after the last day of the statements is on its way, not different
    told = [item for item in items if item.theirs_minor is not None or item.day <= account.covered_to]
    found = []
    for item in told:
        if item.differs and item.theirs_minor is not None:
            found.append(Difference(DifferenceKind.BANK_ONLY, str(item.line_id), item))
        elif item.differs:
            found.append(Difference(DifferenceKind.BOOKS_ONLY, str(item.txn_id), item))
    return _keep(uow, account, told, [*found, *_gaps(uow, account_no)])


def _gaps(uow: UnitOfWork, account_no: str) -> list[Difference]:
    """A statement that begins with another balance than the one before it ended with: one between them is missing."""
    rows = uow.rows(
        "SELECT id, file_name, from_on, opening_minor, lag(closing_minor) OVER w AS before, lag(to_on) OVER w AS before_on"
        " FROM bank_statement WHERE account_no = :account AND opening_minor IS NOT NULL AND closing_minor IS NOT NULL"
        " WINDOW w AS (ORDER BY from_on, to_on)",
        account=account_no,
    )
    return [
        Difference(
            DifferenceKind.STATEMENT_GAP,
            str(row["id"]),
            Item(
                row["from_on"],
                row["file_name"],
                "statement",
                ours_minor=row["before"],
                theirs_minor=row["opening_minor"],
            ),
        )
        for row in rows
        if row["before"] is not None
        and row["before_on"] < row["from_on"]
        and row["before"] != row["opening_minor"]
    ]


def compare_clearing(uow: UnitOfWork, *, provider: str) -> int:
    """Compare a provider's clearing account with its movements; keeps each day and each difference, returns how many are open."""
    items = clearing_items(uow, provider)
    if not items:
        return 0
    account = Account(f"clearing:{provider}", None, 0, max(item.day for item in items))
    found = []
    for item in items:
        if not item.differs:
            continue
        if item.ours_minor is None:
            found.append(Difference(DifferenceKind.PROVIDER_ONLY, item.ref, item))
        elif item.theirs_minor is None:
            found.append(Difference(DifferenceKind.BOOKS_ONLY, str(item.txn_id), item))
        else:
            found.append(Difference(DifferenceKind.AMOUNT_DIFFERS, item.ref, item))
    return _keep(uow, account, items, found)


def _keep(uow: UnitOfWork, account: Account, items: Iterable[Item], found: list[Difference]) -> int:
    for day, ours, theirs in running(account, items):
        _note_day(uow, account, day, ours, theirs)
    kept = {
        (row.kind, row.subject): row
        for row in uow.session.exec(
            select(ReconciliationDifference)
            .where(col(ReconciliationDifference.account_key) == account.key)
            .with_for_update()
        )
    }
    fresh: list[Difference] = []
    for difference in found:
        row = kept.pop((str(difference.kind), difference.subject), None)
        if row is None:
            row = _open(uow, account, difference)
            fresh.append(difference)
        elif row.state == "settled":
            advance(uow, DIFFERENCE, row, "reopen")
            fresh.append(difference)
        row.ours_minor = difference.item.ours_minor or 0
        row.theirs_minor = difference.item.theirs_minor or 0
        if difference.item.reason and row.state == "open":
            row.reason = difference.item.reason
            advance(uow, DIFFERENCE, row, "explain", reason=difference.item.reason)
            fresh = [one for one in fresh if one is not difference]
    for row in kept.values():
        if row.state != "settled":
            advance(uow, DIFFERENCE, row, "settle")
    uow.session.flush()
    if fresh:
        amount = sum(abs((d.item.ours_minor or 0) - (d.item.theirs_minor or 0)) for d in fresh)
        uow.publish(
            DifferencesFound(
                account_key=account.key,
                organization_id=account.organization_id,
                count=len(fresh),
                amount_minor=amount,
            )
        )
    [row_count] = uow.rows(
        "SELECT count(*) AS n FROM reconciliation_difference WHERE account_key = :key AND state = 'open'",
        key=account.key,
    )
    return int(row_count["n"])


def _note_day(uow: UnitOfWork, account: Account, day: date, ours: int, theirs: int) -> None:
    values = {"ours_minor": ours, "theirs_minor": theirs, "ran_at": uow.now}
    row = {
        "id": new_id(), "version": 1, "created_at": uow.now, "account_key": account.key, "day": day,
        "organization_id": account.organization_id,
    }  # fmt: skip
    statement = insert(ReconciliationDay).values(row | values)
    uow.session.connection().execute(
        statement.on_conflict_do_update(index_elements=["account_key", "day"], set_=values)
    )


def _open(uow: UnitOfWork, account: Account, difference: Difference) -> ReconciliationDifference:
    item = difference.item
    row = ReconciliationDifference(
        account_key=account.key, organization_id=account.organization_id, kind=str(difference.kind), subject=difference.subject,
        label=item.label[:200], day=item.day, ours_minor=item.ours_minor or 0, theirs_minor=item.theirs_minor or 0,
        state=DIFFERENCE.initial, state_since=uow.now, line_id=item.line_id, txn_id=item.txn_id,
    )  # fmt: skip
    begin(uow, DIFFERENCE, row)
    uow.session.add(row)
    uow.session.flush()
    return row


def compare_now(uow: UnitOfWork) -> list[ComparedAccount]:
    """Compare what the actor looks after: a university's bank accounts at once, the provider's account within a minute.

    Raises `Forbidden`, and `NothingToCompare` for a university without a statement.
    """
    require(policy.can_read(uow.actor))
    scope = policy.scope(uow.actor)
    if scope["own"]:
        accounts = queries.list_bank_accounts(uow, organization_id=uow.actor.organization_id)
        if not accounts:
            raise NothingToCompare
        for account_no in accounts:
            compare_bank(uow, account_no=account_no)
    if scope["clearing"]:
        for run in uow.session.exec(
            select(ReconciliationRun).where(col(ReconciliationRun.for_on) == uow.today).with_for_update()
        ):
            run.next_at, run.done_at = uow.now, None
    uow.session.flush()
    return queries.list_accounts(uow)


def explain_difference(uow: UnitOfWork, *, difference_id: UUID, reason: str) -> ReconciliationDifferenceView:
    """Write down why a difference is right as it is. Raises `NotFound`, `Forbidden`, `IllegalMove`."""
    row = queries.lock_difference(uow, difference_id)
    require(policy.can_resolve(uow.actor, row.organization_id))
    advance(uow, DIFFERENCE, row, "explain", reason=reason)
    row.reason = reason
    uow.audit("reconciliation.explained", "reconciliation_difference", row.id, reason=reason)
    uow.session.flush()
    return queries.get_difference(uow, difference_id=difference_id)


def own_difference(uow: UnitOfWork, *, difference_id: UUID) -> ReconciliationDifferenceView:
    """Take charge of a difference, so that others know who looks after it. Raises `NotFound`, `Forbidden`."""
    row = queries.lock_difference(uow, difference_id)
    require(policy.can_resolve(uow.actor, row.organization_id))
    if row.owner_id != uow.actor.user_id:
        row.owner_id = uow.actor.user_id
        uow.audit("reconciliation.owned", "reconciliation_difference", row.id)
        uow.session.flush()
    return queries.get_difference(uow, difference_id=difference_id)
