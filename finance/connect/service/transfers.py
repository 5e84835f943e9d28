"""Transfers to a university's account: prepared when a batch is approved, sent once the money is settled, followed to the bank."""

from typing import Final
from uuid import UUID

from sqlalchemy import text

from finance.connect import policy, queries, words
from finance.connect.errors import TransferPaidOn
from finance.connect.models import PayoutTransfer
from finance.connect.schemas import TransferState
from finance.connect.states import ASKED, GONE, OPEN, TRANSFER
from finance.payments.gateway import (
    FIRST_LOOK,
    GatewayRefused,
    GatewayShort,
    GatewayUnknown,
    OnwardPayout,
    ProviderTransfer,
    TransferGateway,
    TransferRequest,
    next_look,
)
from finance.payouts import service as payouts
from marketplace.core.clock import business_date
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork
from marketplace.events.connect import OnwardPayoutFailed

CNY: Final = "CNY"
AT_ONCE: Final = 50


class TransferDiffers(Exception):
    """The provider speaks of another amount or account than we asked for, or took back a part: a person must look."""


_HELD = """
SELECT p.id, p.batch_id, p.amount_minor, a.way, a.account_no, b.organization_id FROM payout p
  JOIN payee_account a ON a.id = p.account_id AND a.way = :way JOIN payout_batch b ON b.id = p.batch_id
 WHERE p.state = 'held' AND NOT EXISTS (SELECT 1 FROM payout_transfer t WHERE t.payout_id = p.id)
 ORDER BY p.state_since, p.id LIMIT :most FOR UPDATE OF p SKIP LOCKED
"""
_UNSETTLED = text("""
SELECT 1 FROM payout_item x JOIN distribution_share s ON s.id = x.share_id JOIN distribution d ON d.id = s.distribution_id
  LEFT JOIN payment_attempt q ON q.id = d.payment_id
 WHERE x.payout_id = :payout AND NOT EXISTS (SELECT 1 FROM provider_movement m WHERE m.provider = q.provider
   AND m.capture_ref = q.capture_ref AND m.capture_ref <> '' AND m.available_at <= :wall) LIMIT 1
""")


def prepare_transfers(uow: UnitOfWork, *, provider: str) -> int:
    """Let the lines of approved batches that go through a provider wait for their money to be settled; returns how many were new.

    Workers take turns: a claim that began before another's transfers were there would make them a second time.
    """
    uow.take_turns("prepare_transfers", provider)
    rows = uow.rows(_HELD, way=provider, most=AT_ONCE)
    for line in rows:
        row = PayoutTransfer(
            payout_id=line["id"], organization_id=line["organization_id"], provider=provider, account_ref=line["account_no"],
            batch_number=queries.number_of(uow, line["batch_id"]), amount_minor=line["amount_minor"], state=TRANSFER.initial,
            state_since=uow.now, next_at=uow.now,
        )  # fmt: skip
        begin(uow, TRANSFER, row)
        uow.session.add(row)
    uow.session.flush()
    return len(rows)


def funds_are_there(uow: UnitOfWork, row: PayoutTransfer) -> bool:
    """Whether the provider told of every payment behind a line that its money is settled: before that nothing is sent."""
    found = uow.session.connection().execute(_UNSETTLED, {"payout": row.payout_id, "wall": uow.wall})
    return found.first() is None


def submit_transfer(uow: UnitOfWork, *, row: PayoutTransfer) -> TransferRequest:
    """Decide to ask the provider for a locked transfer that waits; under a new key, since the last one was refused for good."""
    advance(uow, TRANSFER, row, "submit")
    row.round, row.asked_at, row.last_error = row.round + 1, uow.wall, None
    row.next_at = uow.now + FIRST_LOOK
    uow.session.flush()
    return request_of(row)


def request_of(row: PayoutTransfer) -> TransferRequest:
    """Return what to ask of the provider: the same for every repeat, as its idempotency key demands."""
    return TransferRequest(
        payout_id=row.payout_id, key=f"xianyong-transfer-{row.payout_id}-{row.round}", account_ref=row.account_ref,
        amount_minor=row.amount_minor, currency=CNY, group=row.batch_number,
    )  # fmt: skip


Answer = ProviderTransfer | GatewayUnknown | GatewayRefused


def ask_for_transfer(gateway: TransferGateway, request: TransferRequest) -> Answer:
    """Ask the provider; call it with no transaction open."""
    try:
        return gateway.transfer(request)
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_transfer_answer(uow: UnitOfWork, *, payout_id: UUID, answer: Answer) -> None:
    """Record what came of asking: sent, not enough money yet, a refusal, or that the outcome is unknown and will be found out."""
    row = queries.lock_transfer(uow, payout_id)
    if isinstance(answer, ProviderTransfer):
        record_transfer(uow, row=row, seen=answer)
    elif row.state not in ASKED:
        return  # a notice was quicker than the answer
    elif isinstance(answer, GatewayShort):
        row.last_error, row.next_at = str(answer), next_look(uow.now, row.tries)
        advance(uow, TRANSFER, row, "run_short", reason=str(answer))
    elif isinstance(answer, GatewayRefused):
        _fail(uow, row, str(answer))
    else:
        row.last_error = str(answer)
        if row.state == TransferState.SUBMITTED:
            advance(uow, TRANSFER, row, "lose_sight", reason=str(answer))
    uow.session.flush()


def record_transfer(uow: UnitOfWork, *, row: PayoutTransfer, seen: ProviderTransfer) -> None:
    """Bring a locked transfer to what the provider says: in the account, or taken back whole. Repeated news change nothing.

    Raises `TransferDiffers` for another amount or account, for a part that was taken back, and for one we gave up.
    """
    differs = (seen.amount_minor, seen.account_ref, seen.currency) != (row.amount_minor, row.account_ref, CNY)
    if differs or seen.reversed_minor not in (0, row.amount_minor):
        raise TransferDiffers(f"{seen.amount_minor} to {seen.account_ref}, {seen.reversed_minor} taken back")
    if row.state == TransferState.FAILED:
        raise TransferDiffers("sent after we had given it up")
    if row.state in OPEN:
        row.provider_ref, row.last_error, row.tries, row.next_at = (
            seen.provider_ref,
            None,
            0,
            uow.now + FIRST_LOOK,
        )
        advance(uow, TRANSFER, row, "send")
        payouts.confirm_transfer(
            uow, payout_id=row.payout_id, provider=row.provider, transfer_ref=seen.provider_ref
        )
    if row.state in GONE and seen.reversed_minor:
        advance(uow, TRANSFER, row, "reverse")
        row.next_at, row.last_error = None, None
        row.reason = row.reason or Text("支付机构已收回", "taken back at the provider").in_(uow.locale)
        payouts.return_transfer(
            uow,
            payout_id=row.payout_id,
            provider=row.provider,
            reason=row.reason,
            reversal_ref=seen.reversal_ref,
        )
    uow.session.flush()


def _fail(uow: UnitOfWork, row: PayoutTransfer, error: str) -> None:
    """Let what was not sent be owed again."""
    advance(uow, TRANSFER, row, "fail", reason=error)
    row.reason, row.next_at = row.reason or error, None
    payouts.return_transfer(
        uow, payout_id=row.payout_id, provider=row.provider, reason=words.why(row.reason, uow.locale)
    )


def take_back(uow: UnitOfWork, *, payout_id: UUID, reason: str) -> str | None:
    """Give up a line that waits, or decide to take a transfer back; returns the provider's number of what is to be asked back.

    Raises `NotFound`, `Forbidden`, `IllegalMove`, `TransferPaidOn`.
    """
    row = queries.lock_transfer(uow, payout_id)
    require(policy.can_take_back(uow.actor, row.organization_id))
    if row.onward_state in ("paid", "in_transit"):
        raise TransferPaidOn
    if row.state not in (TransferState.WAITING, TransferState.SENT):
        move = TRANSFER.move("take_back").label
        raise IllegalMove(state=TRANSFER.states[row.state].in_(uow.locale), move=move.in_(uow.locale))
    row.reason = reason
    uow.audit("transfer.taken_back", "payout_transfer", row.id, payout=str(payout_id), reason=reason)
    if row.state == TransferState.WAITING:
        _fail(uow.as_system(), row, reason)
        uow.session.flush()
        return None
    advance(uow, TRANSFER, row, "take_back", reason=reason)
    row.round, row.asked_at, row.tries, row.next_at = row.round + 1, uow.wall, 0, uow.now + FIRST_LOOK
    uow.session.flush()
    return row.provider_ref


def ask_to_reverse(gateway: TransferGateway, transfer_ref: str, payout_id: UUID, round_no: int) -> Answer:
    """Ask the provider to take a transfer back; call it with no transaction open."""
    try:
        return gateway.reverse(transfer_ref, key=f"xianyong-reversal-{payout_id}-{round_no}")
    except (GatewayUnknown, GatewayRefused) as outcome:
        return outcome


def record_reversal(uow: UnitOfWork, *, payout_id: UUID, answer: Answer) -> str:
    """Record what came of asking for a transfer back; returns why it was refused, empty if it was not."""
    row = queries.lock_transfer(uow, payout_id)
    if isinstance(answer, ProviderTransfer):
        record_transfer(uow, row=row, seen=answer)
    elif row.state == TransferState.REVERSING and isinstance(answer, GatewayRefused):
        advance(uow, TRANSFER, row, "keep", reason=str(answer))
        row.reason, row.last_error, row.next_at = "", str(answer), next_look(uow.now, row.tries)
        uow.session.flush()
        return words.why(str(answer), uow.locale)
    else:
        row.last_error = str(answer)
    uow.session.flush()
    return ""


_ONWARD = text("""
UPDATE payout_transfer SET version = version + 1, onward_ref = :ref, onward_state = CAST(:state AS varchar), onward_on = :on,
       onward_reason = :reason, next_at = CASE WHEN :state = 'paid' THEN NULL ELSE next_at END
 WHERE provider = :provider AND account_ref = :account
   AND ((provider_ref = ANY(:carried) AND (onward_ref IS NULL OR onward_ref = :ref)) OR onward_ref = ANY(:earlier))
   AND (onward_ref, onward_state) IS DISTINCT FROM (:ref, CAST(:state AS varchar))
RETURNING id, organization_id, amount_minor, batch_number
""")


def record_onward(uow: UnitOfWork, *, provider: str, seen: OnwardPayout) -> int:
    """Note on each transfer what became of the account's payout that carries it; announces OnwardPayoutFailed once.

    A payout that failed leaves its money in the account, and the next one carries it again. Returns how many transfers changed.
    """
    facts = {
        "ref": seen.provider_ref, "state": seen.state, "on": business_date(seen.arrives_at), "reason": seen.reason,
        "provider": provider, "account": seen.account_ref, "carried": list(seen.transfer_refs), "earlier": list(seen.earlier_refs),
    }  # fmt: skip
    changed = uow.session.connection().execute(_ONWARD, facts).mappings().all()
    if changed and seen.state == "failed":
        uow.publish(
            OnwardPayoutFailed(
                organization_id=changed[0]["organization_id"], payout_ref=seen.provider_ref,
                amount_minor=sum(row["amount_minor"] for row in changed),
                numbers="、".join(sorted({row["batch_number"] for row in changed})), reason=words.why(seen.reason, uow.locale),
            )
        )  # fmt: skip
    return len(changed)
