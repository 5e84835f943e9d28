"""The reply clocks of the room."""

from datetime import date

from sqlalchemy import bindparam
from sqlmodel import col

from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.enquiries import policy
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.queries import briefs
from marketplace.enquiries.schemas import EnquiryState

_DUE = (
    briefs()
    .where(col(Enquiry.state) == EnquiryState.WAITING.value, col(Enquiry.reply_due_on) <= bindparam("until"))
    .order_by(col(Enquiry.reply_due_on), col(Enquiry.id))
)


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the reply clocks that run out up to and with `until`, overdue ones included, as far as the actor knows them."""
    rows = uow.rows(_DUE, until=until, **policy.scope(uow.actor))
    return [
        Deadline(
            kind="enquiry.reply",
            what=Text(f"答复 {row['firm_name']} 的询问", f"Answer the question of {row['firm_name']}"),
            on=row["reply_due_on"],
            since=business_date(row["state_since"]),
            responsible_id=row["university_id"],
            responsible_name=row["university_name"],
            subject="enquiry",
            subject_id=row["id"],
            number=row["number"],
            title=row["listing_title"],
            otherwise=Text(
                "逾期提醒部门负责人，并计入公开的答复率。",
                "The head of the office is told, and the public response rate counts it as late.",
            ),
        )
        for row in rows
    ]
