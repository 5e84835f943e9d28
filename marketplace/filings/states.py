"""The life of a filing, as data."""

from datetime import date
from typing import NamedTuple

from marketplace.core.fsm import Machine, Move
from marketplace.core.i18n import Text
from marketplace.core.problems import Problem
from marketplace.filings.errors import AmountsNeeded, FilingDateOutOfRange, PackIncomplete
from marketplace.filings.models import Filing
from marketplace.filings.schemas import FilingKind, FilingState as S


class Facts(NamedTuple):
    """What the guards look at beside the row; gathered by the service."""

    today: date
    on: date | None = None
    missing: tuple[str, ...] = ()
    total_minor: int | None = None
    technical_minor: int | None = None


def day_fits(filing: Filing, facts: Facts) -> Problem | None:
    """A pack is handed in after the contract took effect, answered after it was handed in, and never tomorrow."""
    earliest = (
        filing.submitted_on if filing.state == S.SUBMITTED and filing.submitted_on else filing.opened_on
    )
    if facts.on is not None and not earliest <= facts.on <= facts.today:
        return FilingDateOutOfRange(earliest=earliest, latest=facts.today)
    return None


def pack_complete(_: Filing, facts: Facts) -> Problem | None:
    """The office gives incomplete forms back; so they are completed before."""
    return PackIncomplete(missing="、".join(facts.missing)) if facts.missing else None


def amounts_known(filing: Filing, facts: Facts) -> Problem | None:
    """技术合同解释 §14: tax and statistics use the technical part, so both amounts are kept as recognized."""
    if filing.kind != FilingKind.TECHNOLOGY_CONTRACT or facts.on is None:
        return None
    total, technical = facts.total_minor, facts.technical_minor
    return AmountsNeeded() if total is None or technical is None or technical > total else None


FILING = Machine(
    subject="filing",
    initial=S.OPEN,
    final=frozenset({S.REGISTERED, S.WAIVED}),
    states={
        S.OPEN: Text("待提交", "To be handed in"),
        S.SUBMITTED: Text("已提交", "Handed in"),
        S.RETURNED: Text("退回补正", "Returned for correction"),
        S.REGISTERED: Text("已登记", "Registered"),
        S.WAIVED: Text("无需办理", "Not needed"),
    },
    moves=(
        Move(
            "submit",
            (S.OPEN, S.RETURNED),
            S.SUBMITTED,
            (pack_complete, day_fits),
            Text("提交材料", "Hand in"),
        ),
        Move(
            "register",
            (S.SUBMITTED,),
            S.REGISTERED,
            (day_fits, amounts_known),
            Text("登记回执", "Enter the receipt"),
        ),
        Move("return", (S.SUBMITTED,), S.RETURNED, (), Text("退回补正", "Returned")),
        Move("waive", (S.OPEN, S.RETURNED), S.WAIVED, (), Text("无需办理", "Not needed")),
    ),
)
