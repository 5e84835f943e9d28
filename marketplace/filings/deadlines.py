"""The days of the room: what must be handed in."""

from datetime import date

from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.filings import policy
from marketplace.filings.schemas import FilingKind

_WHAT = {
    FilingKind.LICENCE_RECORD: Text("办理专利实施许可备案", "Record the licence with CNIPA"),
    FilingKind.TECHNOLOGY_CONTRACT: Text("办理技术合同认定登记", "Register the technology contract"),
}
_OTHERWISE = {
    FilingKind.LICENCE_RECORD: Text(
        "逾期未备案，许可不能对抗善意第三人，也影响后续维权与补贴申报。",
        "Unrecorded, the licence cannot be held against a third party in good faith.",
    ),
    FilingKind.TECHNOLOGY_CONTRACT: Text(
        "未登记的技术合同不能享受技术转让税收优惠，也不计入技术交易额。",
        "Unregistered, it brings no tax relief and does not count as a technology contract.",
    ),
}


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return what has to be handed in by a day; the university has to, both sides see it."""
    rows = uow.rows(
        "SELECT f.id, f.kind, f.due_on, f.opened_on, f.contract_number, f.title, f.university_id, u.name"  # noqa: S608 - constants
        " FROM filing f JOIN organization u ON u.id = f.university_id"
        f" WHERE {policy.VISIBLE} AND f.state IN ('open', 'returned') AND f.due_on <= :until ORDER BY f.due_on, f.id LIMIT 500",
        until=until,
        **policy.scope(uow.actor),
    )
    return [
        Deadline(
            kind=f"filing.{row['kind']}",
            what=_WHAT[FilingKind(row["kind"])],
            on=row["due_on"],
            since=row["opened_on"],
            responsible_id=row["university_id"],
            responsible_name=row["name"],
            subject="filing",
            subject_id=row["id"],
            number=row["contract_number"],
            title=row["title"],
            otherwise=_OTHERWISE[FilingKind(row["kind"])],
        )
        for row in rows
    ]
