"""The lives of a dispute and of a claim that a lost one leaves, as data. Only the provider's own word ends a dispute."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from finance.disputes.errors import EvidenceTooLate, OwnClaim
from finance.disputes.models import Dispute, DisputeClaim
from finance.disputes.schemas import PayeeClaimState as C, PaymentDisputeState as S
from marketplace.core.clock import business_date
from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem

LIVE = (S.OPENED, S.SENDING, S.EVIDENCE_SENT)


class Facts(NamedTuple):
    """What the guards look at beside the row."""

    actor_id: UUID | None
    now: datetime


def in_time(row: Dispute, facts: Facts) -> Problem | None:
    """Evidence is taken until the bank's day."""
    late = row.due_at is not None and facts.now > row.due_at
    return EvidenceTooLate(on=business_date(row.due_at)) if late and row.due_at else None


def another_person(row: DisputeClaim, facts: Facts) -> Problem | None:
    """Four eyes: whoever asked does not decide."""
    return OwnClaim() if row.asked_by == facts.actor_id else None


DISPUTE = Machine(
    subject="payment_dispute",
    initial=S.OPENED,
    final=frozenset({S.WON, S.LOST}),
    states={
        S.OPENED: Text("待举证", "To be answered"),
        S.SENDING: Text("证据提交中", "Evidence on its way"),
        S.EVIDENCE_SENT: Text("已举证，待裁决", "Answered, the bank decides"),
        S.WON: Text("胜诉，款项已恢复", "Won, the money is back"),
        S.LOST: Text("败诉，款项已退付款方", "Lost, the payer has the money"),
    },
    moves=(
        Move("send", (S.OPENED,), S.SENDING, (in_time,), Text("提交证据", "Send evidence")),
        Move("refuse", (S.SENDING,), S.OPENED, (), Text("证据未被接受", "Evidence refused")),
        Move("take", (S.OPENED, S.SENDING), S.EVIDENCE_SENT, (), Text("证据已受理", "Evidence taken")),
        Move("win", LIVE, S.WON, (), Text("胜诉", "Win")),
        Move("lose", LIVE, S.LOST, (), Text("败诉", "Lose")),
    ),
)

CLAIM = Machine(
    subject="dispute_claim",
    initial=C.OPEN,
    final=frozenset({C.SETTLED, C.WRITTEN_OFF}),
    states={
        C.OPEN: Text("待追回", "Owed back"),
        C.ASKED: Text("核销待批准", "Write-off to be decided"),
        C.SETTLED: Text("已追回", "Paid back"),
        C.WRITTEN_OFF: Text("已核销，由平台承担", "Written off, the platform bears it"),
    },
    moves=(
        Move("ask", (C.OPEN,), C.ASKED, (), Text("申请核销", "Ask to write off")),
        Move(
            "approve", (C.ASKED,), C.WRITTEN_OFF, (another_person,), Text("批准核销", "Approve the write-off")
        ),
        Move("decline", (C.ASKED,), C.OPEN, (another_person,), Text("不批准核销", "Decline the write-off")),
        Move("settle", (C.OPEN,), C.SETTLED, (), Text("追回完成", "Settle")),
    ),
)
