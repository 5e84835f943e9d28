"""The days of the room: until when a payer's bank takes evidence."""

from datetime import date

from finance.disputes import policy
from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

_ANSWER = Text("对拒付争议举证", "Answer a dispute")
_THEN = Text(
    "逾期未举证，发卡行将支持付款方，款项不退回。",
    "Without evidence the bank decides for the payer, and the money stays away.",
)


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the disputes that wait for evidence until a day, in fen; the university answers, the platform sees them as well."""
    rows = uow.rows(
        "SELECT d.id, d.due_at, d.opened_at, d.amount_minor, d.university_id, u.name AS university_name, i.number, i.title"  # noqa: S608 - a constant
        " FROM dispute d JOIN invoice i ON i.id = d.invoice_id JOIN organization u ON u.id = d.university_id"
        f" WHERE {policy.VISIBLE} AND d.state = 'opened' AND d.due_at IS NOT NULL ORDER BY d.due_at, d.id LIMIT 1000",
        **policy.scope(uow.actor),
    )
    found = [
        Deadline(
            kind="dispute.answer", what=_ANSWER, on=business_date(row["due_at"]), since=business_date(row["opened_at"]),
            responsible_id=row["university_id"], responsible_name=row["university_name"], subject="dispute", subject_id=row["id"],
            number=row["number"], title=row["title"], otherwise=_THEN, amount_minor=row["amount_minor"],
        )
        for row in rows
    ]  # fmt: skip
    return [deadline for deadline in found if deadline.on <= until]
