"""The clocks of the room: answers, signatures and the last days to read."""

from datetime import date
from typing import Literal

from sqlalchemy import bindparam, case
from sqlmodel import col

from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import policy
from marketplace.datarooms.models import DataAccess
from marketplace.datarooms.queries import BRIEF, accesses
from marketplace.datarooms.schemas import AccessState

_CLOCK = case(
    (col(DataAccess.state) == AccessState.ACTIVE.value, col(DataAccess.expires_on)),
    else_=col(DataAccess.reply_due_on),
)
_DUE = (
    accesses(BRIEF, _CLOCK.label("on"))
    .where(
        col(DataAccess.state).in_(["asked", "firm_signed", "active"]),
        _CLOCK.op("<=")(bindparam("until")),
    )
    .order_by(_CLOCK, col(DataAccess.id))
)
_DEADLINES: dict[str, tuple[str, Literal["firm", "university"], Text, Text]] = {
    "asked": (
        "dataroom.reply",
        "university",
        Text("答复查看资料的申请", "Answer the request for documents"),
        Text("逾期提醒部门负责人。", "The head of the office is told."),
    ),
    "firm_signed": (
        "dataroom.countersign",
        "university",
        Text("签署保密承诺书", "Countersign the undertaking"),
        Text("逾期提醒部门负责人。", "The head of the office is told."),
    ),
    "active": (
        "dataroom.expiry",
        "firm",
        Text("资料室查看的最后一天", "Last day to read in the data room"),
        Text("授权到期，文件不再提供。", "The access expires; no file is handed out any more."),
    ),
}


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return answers, signatures and ends of access that are due up to and with `until`, as far as the actor knows them."""
    found = []
    for row in uow.rows(_DUE, until=until, **policy.scope(uow.actor)):
        kind, side, what, otherwise = _DEADLINES[row["state"]]
        found.append(
            Deadline(
                kind=kind,
                what=what,
                on=row["on"],
                since=business_date(row["state_since"]),
                responsible_id=row[f"{side}_id"],
                responsible_name=row[f"{side}_name"],
                subject="dataroom",
                subject_id=row["listing_id"],
                number=row["number"],
                title=row["listing_title"],
                otherwise=otherwise,
            )
        )
    return found
