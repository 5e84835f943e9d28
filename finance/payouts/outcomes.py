"""What became of the lines of a batch: paid, or come back; said by people and banks' files, or by the provider of a transfer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.ledger import recipes
from finance.payouts import queries
from finance.payouts.keeping import release
from finance.payouts.masking import mask
from finance.payouts.models import PayeeAccount, Payout, PayoutBatch
from finance.payouts.schemas import PaidKind
from finance.payouts.states import BATCH, PAYOUT
from marketplace.core.fsm import advance
from marketplace.core.uow import UnitOfWork
from marketplace.events.payouts import PayoutConfirmed, PayoutReturned

LEDGER: dict[str, PaidKind] = {
    "inventor": "inventor",
    "unit": "unit",
    "university": "university",
    "manager": "manager",
}


def lock(uow: UnitOfWork, batch_id: UUID) -> tuple[PayoutBatch, Sequence[Payout]]:
    """Lock a batch with its lines; raises `NotFound` for one that the actor may not see."""
    queries.get_batch(uow, batch_id=batch_id)  # not visible is not found
    fresh = {"populate_existing": True}
    batch = uow.session.exec(
        select(PayoutBatch)
        .where(col(PayoutBatch.id) == batch_id)
        .with_for_update()
        .execution_options(**fresh)
    ).one()
    lines = uow.session.exec(
        select(Payout)
        .where(col(Payout.batch_id) == batch_id)
        .order_by(col(Payout.position))
        .execution_options(**fresh)
    ).all()
    return batch, lines


def by_bank(uow: UnitOfWork, lines: Sequence[Payout]) -> list[Payout]:
    """Return the lines that go by bank: of the others only their provider says what became of them."""
    ways = {row["id"]: row["way"] for row in uow.rows(_WAYS, ids=[line.account_id for line in lines])}
    return [line for line in lines if ways[line.account_id] == "bank"]


_WAYS = "SELECT id, way FROM payee_account WHERE id = ANY(:ids)"


@dataclass(frozen=True, slots=True)
class _Told:
    """News of the lines of one batch: its number, and the account that money went out of and comes back to."""

    batch: PayoutBatch
    number: str
    account: recipes.Account
    transfer_ref: str = ""


def record(
    uow: UnitOfWork, batch: PayoutBatch, lines: Sequence[Payout], confirmed: Sequence[Payout], returned: Sequence[tuple[Payout, str]]
) -> None:  # fmt: skip
    """Book what the bank paid of a locked batch and what came back; announces PayoutConfirmed and PayoutReturned."""
    told = _Told(batch, queries.get_batch(uow, batch_id=batch.id).number, recipes.bank(batch.from_account))
    for line in confirmed:
        _confirm(uow, told, line)
    for line, reason in returned:
        _return(uow, told, line, reason)
    _finish(uow, batch, lines, confirmed=len(confirmed), returned=len(returned))


def _finish(uow: UnitOfWork, batch: PayoutBatch, lines: Sequence[Payout], **counts: int) -> None:
    uow.session.flush()
    if batch.state == "held" and not any(line.state == "held" for line in lines):
        advance(uow, BATCH, batch, "finish")
    uow.audit("payout.recorded", "payout_batch", batch.id, **counts)
    uow.session.flush()


def confirm_transfer(uow: UnitOfWork, *, payout_id: UUID, provider: str, transfer_ref: str) -> None:
    """Book that a provider sent the money of a line on; announces PayoutConfirmed."""
    batch, lines, line = _line(uow, payout_id)
    number = queries.get_batch(uow, batch_id=batch.id).number
    _confirm(uow, _Told(batch, number, recipes.clearing(provider), transfer_ref), line)
    _finish(uow, batch, lines, confirmed=1, returned=0)


def return_transfer(
    uow: UnitOfWork, *, payout_id: UUID, provider: str, reason: str, reversal_ref: str = ""
) -> None:
    """Book that a provider did not send the money of a line, or took it back: it is owed again. Announces PayoutReturned."""
    batch, lines, line = _line(uow, payout_id)
    number = queries.get_batch(uow, batch_id=batch.id).number
    _return(uow, _Told(batch, number, recipes.clearing(provider), reversal_ref), line, reason)
    _finish(uow, batch, lines, confirmed=0, returned=1)


def _line(uow: UnitOfWork, payout_id: UUID) -> tuple[PayoutBatch, Sequence[Payout], Payout]:
    batch, lines = lock(uow, uow.session.get_one(Payout, payout_id).batch_id)
    return batch, lines, next(line for line in lines if line.id == payout_id)


def _confirm(uow: UnitOfWork, told: _Told, line: Payout) -> None:
    advance(uow, PAYOUT, line, "confirm")
    recipes.payout_posted(
        uow, payout_id=line.id, out_of=told.account, amount_minor=line.amount_minor, transfer_ref=told.transfer_ref
    )  # fmt: skip
    uow.publish(PayoutConfirmed(**_line_event(uow, told, line)))


def _return(uow: UnitOfWork, told: _Told, line: Payout, reason: str) -> None:
    paid_before = line.state == "confirmed"
    advance(uow, PAYOUT, line, "return", reason=reason)
    line.reason = reason
    kind, amount = LEDGER[line.payee_kind], line.amount_minor
    if paid_before:
        recipes.payout_returned(
            uow, payout_id=line.id, back_to=told.account, payee_kind=kind, payee_id=line.payee_id, amount_minor=amount,
            transfer_ref=told.transfer_ref,
        )  # fmt: skip
    else:
        recipes.payout_voided(
            uow, payout_id=line.id, payee_kind=kind, payee_id=line.payee_id, amount_minor=amount
        )
    release(uow, line)
    uow.publish(PayoutReturned(**_line_event(uow, told, line), reason=reason))


def _line_event(uow: UnitOfWork, told: _Told, line: Payout) -> dict[str, Any]:
    account = uow.session.get_one(PayeeAccount, line.account_id)
    return {
        "payout_id": line.id, "batch_id": told.batch.id, "number": told.number, "organization_id": told.batch.organization_id,
        "user_id": line.user_id, "payee_name": line.payee_name, "masked": mask(account.account_no),
        "amount_minor": line.amount_minor,
    }  # fmt: skip
