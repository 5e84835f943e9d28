"""Writes of the room: request, approve and withdraw a batch of payouts, and record what the bank said."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.ledger import recipes
from finance.payouts import accounts, keeping, outcomes, owed, policy, queries
from finance.payouts.errors import AccountChangedSince, PayeesNotReady, PayoutsRunElsewhere, ResultRowsWrong
from finance.payouts.files import reference_of
from finance.payouts.masking import describe_reason
from finance.payouts.models import (
    PayeeAccount,
    Payout,
    PayoutArrangement,
    PayoutBatch,
    PayoutItem,
    PayoutResultFile,
)
from finance.payouts.results import ResultTable, read_results
from finance.payouts.schemas import (
    BatchView,
    ImportedResults,
    NewBatch,
    Payables,
    PayeeRef,
    Results,
    RunBy,
)
from finance.payouts.states import BATCH, PAYOUT
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, NotFound, TooLarge
from marketplace.core.uow import UnitOfWork
from marketplace.events.payouts import (
    PayoutApproved,
    PayoutRequested,
)
from marketplace.organizations import queries as organizations

set_account, set_provider_account, end_provider_account = (
    accounts.set_account, accounts.set_provider_account, accounts.end_provider_account,
)  # fmt: skip
stop_payouts, left_of, keep_back = keeping.stop_payouts, keeping.left_of, keeping.keep_back
confirm_transfer, return_transfer = outcomes.confirm_transfer, outcomes.return_transfer
RESULT_LIMIT_MB = 5


@dataclass(slots=True)
class _Line:
    name: str
    user_id: UUID | None
    account: PayeeAccount
    shares: list[UUID] = field(default_factory=list)
    amount_minor: int = 0


def choose_runner(uow: UnitOfWork, *, run_by: RunBy) -> Payables:
    """Choose who prepares the payouts of one's own organization; raises `Forbidden`."""
    own, person = uow.actor.organization_id, uow.actor.user_id
    if own is None or person is None:
        raise NotFound(what="organization")
    require(policy.can_choose(uow.actor, own))
    row = uow.session.exec(
        select(PayoutArrangement).where(col(PayoutArrangement.organization_id) == own).with_for_update()
    ).one_or_none()
    row = row or PayoutArrangement(organization_id=own, run_by=run_by, set_by=person, set_at=uow.now)
    row.run_by, row.set_by, row.set_at = run_by, person, uow.now
    uow.session.add(row)
    uow.audit("payout.arranged", "organization", own, run_by=run_by)
    uow.session.flush()
    return owed.list_payables(uow)


def request_batch(uow: UnitOfWork, *, draft: NewBatch) -> BatchView:
    """Put all that is owed to the payees named into one batch, to be approved by a second person; PayoutRequested.

    Raises `NotFound`, `Forbidden`, `PayoutsRunElsewhere`, `PayeesNotReady`: then nothing was requested.
    """
    holder, person = draft.organization_id or uow.actor.organization_id, uow.actor.user_id
    if holder is None or person is None:
        raise NotFound(what="organization")
    owed.lock_holder(uow, holder)
    run_by = owed.run_by(uow, holder)
    if not (uow.actor.belongs_to(holder) or uow.actor.may("payout.run")):
        raise NotFound(what="organization")
    _refuse_other_side(uow, run_by)
    require(policy.can_request(uow.actor, holder, run_by))
    lines = _lines(uow, holder, draft.payees)
    organization = organizations.find_view(uow, organization_id=holder)
    batch = PayoutBatch(
        organization_id=holder, run_by=run_by, from_bank=organization.bank_name if organization else "",
        from_account=(organization.bank_account if organization else "") or str(holder),
        state=BATCH.initial, state_since=uow.now, requested_by=person,
    )  # fmt: skip
    begin(uow, BATCH, batch)
    uow.session.add(batch)
    uow.session.flush()
    for position, (payee, line) in enumerate(lines.items(), start=1):
        _add_line(uow, batch, position, payee, line)
    uow.session.flush()
    view = queries.get_batch(uow, batch_id=batch.id)
    uow.publish(PayoutRequested(**_event(view)))
    return view


def _refuse_other_side(uow: UnitOfWork, run_by: RunBy) -> None:
    platform = uow.actor.may("payout.run")
    if (run_by == "platform") != platform:
        names = {"platform": Text("平台", "the platform"), "university": Text("本单位", "the institution")}
        raise PayoutsRunElsewhere(by=names[run_by].in_(uow.locale))


def _lines(uow: UnitOfWork, holder: UUID, payees: Sequence[PayeeRef]) -> dict[PayeeRef, _Line]:
    """Gather the open shares of each payee; raises `PayeesNotReady` naming each that cannot be paid."""
    found: dict[PayeeRef, _Line] = {}
    errors = []
    for i, payee in enumerate(payees):
        account = accounts.find_account(uow, payee)
        reason = describe_reason(uow, accounts.show_account(uow, account) if account else None)
        known = owed.find_payee(uow, payee)
        if reason or account is None or known is None:
            words = f"{known.name}：{reason}" if known else reason
            errors.append(FieldError(f"/payees/{i}", "not_ready", Text(words, words)))
            continue
        found[payee] = _Line(known.name, known.user_id, account)
    for share in owed.list_open_shares(uow, holder):
        line = found.get(PayeeRef(kind=share["payee_kind"], id=share["payee_id"], way=share["way"]))
        if line is not None:
            line.shares.append(share["share_id"])
            line.amount_minor += share["amount_minor"]
    nothing = Text("没有可付的款项，可能已在另一批次中。", "Nothing is owed; it may be in another batch.")
    errors += [
        FieldError(f"/payees/{i}", "nothing_owed", nothing)
        for i, payee in enumerate(payees)
        if payee in found and not found[payee].shares
    ]
    if errors:
        raise PayeesNotReady(errors=tuple(errors))
    return found


def _add_line(uow: UnitOfWork, batch: PayoutBatch, position: int, payee: PayeeRef, line: _Line) -> None:
    row = Payout(
        batch_id=batch.id, position=position, payee_kind=payee.kind, payee_id=payee.id, payee_name=line.name, user_id=line.user_id,
        account_id=line.account.id, amount_minor=line.amount_minor, state=PAYOUT.initial, state_since=uow.now,
    )  # fmt: skip
    begin(uow, PAYOUT, row)
    uow.session.add(row)
    uow.session.flush()
    uow.session.add_all(PayoutItem(payout_id=row.id, share_id=share) for share in line.shares)


def approve_batch(uow: UnitOfWork, *, batch_id: UUID) -> BatchView:
    """Approve a batch as a second person and set its money aside in the books; announces PayoutApproved.

    Raises `NotFound`, `Forbidden`, `IllegalMove`, `AccountChangedSince`, `BalanceTooLow`.
    """
    batch, lines = outcomes.lock(uow, batch_id)
    require(policy.can_approve(uow.actor, batch.organization_id, batch.requested_by))
    if batch.state == BATCH.initial:
        _refuse_changed_accounts(uow, lines)
    batch.approved_by = uow.actor.user_id
    advance(uow, BATCH, batch, "approve")
    for line in lines:
        recipes.payout_held(
            uow, payout_id=line.id, payee_kind=outcomes.LEDGER[line.payee_kind], payee_id=line.payee_id, amount_minor=line.amount_minor
        )  # fmt: skip
        advance(uow, PAYOUT, line, "hold")
    uow.audit("payout.approved", "payout_batch", batch.id, lines=len(lines))
    uow.session.flush()
    view = queries.get_batch(uow, batch_id=batch.id)
    uow.publish(PayoutApproved(**_event(view), requested_by=batch.requested_by))
    return view


def _refuse_changed_accounts(uow: UnitOfWork, lines: Sequence[Payout]) -> None:
    current = set(
        uow.session.exec(
            select(PayeeAccount.id).where(
                col(PayeeAccount.id).in_([line.account_id for line in lines]),
                col(PayeeAccount.replaced_at).is_(None),
            )
        ).all()
    )
    if changed := [line.payee_name for line in lines if line.account_id not in current]:
        raise AccountChangedSince(names="、".join(changed))


def withdraw_batch(uow: UnitOfWork, *, batch_id: UUID) -> BatchView:
    """Take back a batch that nobody approved: what it would have paid is open again.

    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    batch, lines = outcomes.lock(uow, batch_id)
    if not policy.can_request(uow.actor, batch.organization_id, batch.run_by):
        require(policy.can_approve(uow.actor, batch.organization_id, None))
    advance(uow, BATCH, batch, "withdraw")
    for line in lines:
        advance(uow, PAYOUT, line, "withdraw")
        keeping.release(uow, line)
    uow.session.flush()
    return queries.get_batch(uow, batch_id=batch.id)


def record_results(uow: UnitOfWork, *, batch_id: UUID, results: Results) -> BatchView:
    """Record which lines the bank paid and which came back; announces PayoutConfirmed and PayoutReturned.

    A line that comes back after it was paid is owed again. Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    batch, lines = outcomes.lock(uow, batch_id)
    require(policy.can_request(uow.actor, batch.organization_id, batch.run_by))
    by_id = {line.id: line for line in outcomes.by_bank(uow, lines)}
    told = [*results.confirmed, *(one.payout_id for one in results.returned)]
    if not set(told) <= by_id.keys():
        raise NotFound(what="payout")
    if len(told) != len(set(told)):
        raise IllegalMove(
            state=Text("重复登记", "named twice").in_(uow.locale),
            move=PAYOUT.move("confirm").label.in_(uow.locale),
        )
    outcomes.record(
        uow, batch, lines, [by_id[one] for one in results.confirmed], [(by_id[one.payout_id], one.reason) for one in results.returned]
    )  # fmt: skip
    return queries.get_batch(uow, batch_id=batch.id)


def import_results(uow: UnitOfWork, *, batch_id: UUID, content: bytes, file_name: str) -> ImportedResults:
    """Record what a bank's file says of the lines of a batch; what it says is under way stays as it is.

    The same file twice changes nothing, nor does a line that says what is recorded already. Raises what `record_results`
    raises, `TooLarge`, `ResultFileNotReadable` and `ResultRowsWrong`, by row and column: then nothing was recorded.
    """
    batch, lines = outcomes.lock(uow, batch_id)
    require(policy.can_request(uow.actor, batch.organization_id, batch.run_by))
    if batch.state not in ("held", "done"):
        raise IllegalMove(
            state=BATCH.states[batch.state].in_(uow.locale), move=PAYOUT.move("confirm").label.in_(uow.locale)
        )
    if len(content) > RESULT_LIMIT_MB * 1_048_576:
        raise TooLarge(limit_mb=RESULT_LIMIT_MB)
    table = read_results(content)
    digest = hashlib.sha256(content).hexdigest()
    known = uow.session.exec(
        select(PayoutResultFile).where(
            col(PayoutResultFile.batch_id) == batch_id, col(PayoutResultFile.sha256) == digest
        )
    ).one_or_none()
    confirmed, returned, pending = ([], [], 0) if known else _sort(table, outcomes.by_bank(uow, lines))
    if known is None:
        uow.session.add(
            PayoutResultFile(
                batch_id=batch.id, file_name=file_name[:200], sha256=digest, layout=table.layout, lines=len(table.rows),
                confirmed=len(confirmed), returned=len(returned), imported_by=uow.actor.user_id, imported_at=uow.now,
            )
        )  # fmt: skip
        outcomes.record(uow, batch, lines, confirmed, returned)
    return ImportedResults(
        confirmed=len(confirmed), returned=len(returned), pending=pending, repeated=known is not None,
        batch=queries.get_batch(uow, batch_id=batch.id),
    )  # fmt: skip


def _sort(table: ResultTable, lines: Sequence[Payout]) -> tuple[list[Payout], list[tuple[Payout, str]], int]:
    """Tell the lines that are now known to be paid, those that came back, and how many are under way."""
    ours = {reference_of(line.id): line for line in lines}
    confirmed: list[Payout] = []
    returned: list[tuple[Payout, str]] = []
    wrong: list[FieldError] = []
    seen: set[str] = set()
    for told in table.rows:
        line = ours.get(told.reference)
        if line is None or told.reference in seen:
            wrong.append(table.wrong(told.row, "reference", "reference" if line is None else "twice"))
            continue
        seen.add(told.reference)
        if told.amount_minor not in (None, line.amount_minor):
            wrong.append(table.wrong(told.row, "amount", "amount"))
        elif told.said == "paid" and line.state == "returned":
            wrong.append(table.wrong(told.row, "status", "again"))
        elif told.said == "paid" and line.state == "held":
            confirmed.append(line)
        elif told.said == "returned" and line.state != "returned":
            returned.append((line, told.reason))
    if wrong:
        raise ResultRowsWrong(errors=tuple(wrong[:200]), count=len(wrong))
    return confirmed, returned, sum(told.said == "pending" for told in table.rows)


def _event(view: BatchView) -> dict[str, Any]:
    return {
        "batch_id": view.id, "number": view.number, "organization_id": view.organization_id,
        "amount_minor": view.amount_minor, "lines": view.lines,
    }  # fmt: skip
