"""A case as one list of dated lines: what happened, by whom and with which document, then what lies ahead."""

from datetime import date, timedelta
from typing import Any

from finance.defaults.models import DefaultCase
from finance.defaults.schemas import CaseState, ClaimView, RecordState, RecordView, TimelineLine
from finance.defaults.states import CLAIM, DEFAULT, RECORD
from marketplace.core import fsm
from marketplace.core.clock import business_date
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork

_OPENED = Text("首日逾期，案件建立", "First day late: the case opens")
_BY_CLOCK = Text("平台自动", "By the platform")
_HOW = {
    "platform": Text("企业在平台确认收到", "Acknowledged on the platform"),
    "courier": Text("快递送达", "By courier"),
    "email": Text("电子邮件送达", "By e-mail"),
    "in_person": Text("当面送达", "In person"),
}
_CURE_DAYS = Text("送达后 {days} 天内付清", "To be paid within {days} days of delivery")
_DAYS_TO_PAY = Text("付款的最后一天", "Last day to pay")
_MAY_RESCIND = Text("此日起可以解除合同", "The contract may be rescinded from this day")
_OBJECT_UNTIL = Text("提出异议的最后一天", "Last day to object")
_CLAIM = Text("{what}（{provider}）", "{what} ({provider})")
_GRACE = Text("宽限至 {day}。{reason}", "Until {day}. {reason}")


def build(
    uow: UnitOfWork, case: DefaultCase, claims: list[ClaimView], record: RecordView | None
) -> list[TimelineLine]:
    """Return the lines in order of time; of one day what happened first stands first, what lies ahead last."""
    happened = [(step["at"], _case_line(uow, case, step)) for step in _steps(uow, DEFAULT, case)]
    for claim in claims:
        happened += [(step["at"], _claim_line(uow, claim, step)) for step in _steps(uow, CLAIM, claim)]
    if record is not None:
        happened += [(step["at"], _record_line(uow, record, step)) for step in _steps(uow, RECORD, record)]
    lines = [line for _, line in sorted(happened, key=lambda pair: pair[0])]
    return [*lines, *sorted(_ahead(uow, case, record), key=lambda line: line.on or date.max)]


def _steps(uow: UnitOfWork, machine: fsm.Machine, row: Any) -> list[dict[str, Any]]:
    """Return the history with the names of people, for members of the person's own organization only."""
    steps = fsm.history(uow, machine, row.id)
    ids = [step["actor_id"] for step in steps if step["actor_id"]]
    names = {
        found["id"]: found
        for found in uow.rows(
            "SELECT p.id, p.name, o.name AS organization, o.id AS organization_id FROM user_account p"
            " JOIN membership m ON m.user_id = p.id JOIN organization o ON o.id = m.organization_id WHERE p.id = ANY(:ids)",
            ids=ids,
        )
    }
    for step in steps:
        who = names.get(step["actor_id"])
        step["who"] = _BY_CLOCK.in_(uow.locale) if who is None else who["organization"]
        if who and (uow.actor.is_system or uow.actor.belongs_to(who["organization_id"])):
            step["who"] = f"{who['organization']} · {who['name']}"
    return steps


def _line(step: dict[str, Any], kind: str, title: str, **more: Any) -> TimelineLine:
    values: dict[str, Any] = {"detail": step["reason"] or "", "file_id": None, "done": True} | more
    return TimelineLine(on=business_date(step["at"]), kind=kind, title=title, who=step["who"], **values)


def _case_line(uow: UnitOfWork, case: DefaultCase, step: dict[str, Any]) -> TimelineLine:
    move: str = step["move"]
    kind = f"case.{step['to_state']}"
    if move == "begin":
        return _line(step, kind, _OPENED.in_(uow.locale)).model_copy(update={"on": case.opened_on})
    title = DEFAULT.move(move).label.in_(uow.locale)
    if move == "demand":
        detail = _CURE_DAYS.in_(uow.locale, days=case.cure_days)
        return _line(step, kind, title, detail=detail, file_id=case.demand_file_id)
    if move == "deliver":
        how = _HOW[case.delivered_how].in_(uow.locale)
        detail = f"{how} {case.delivered_on} {case.delivery_proof}".rstrip()
        return _line(step, kind, title, detail=detail)
    if move == "rescind":
        return _line(step, kind, title, file_id=case.rescission_file_id)
    if move == "withdraw":
        grace = _GRACE.in_(uow.locale, day=case.grace_until_on, reason=case.end_reason)
        return _line(step, kind, title, detail=grace)
    return _line(step, kind, title)


def _claim_line(uow: UnitOfWork, claim: ClaimView, step: dict[str, Any]) -> TimelineLine:
    what = CLAIM.states[step["to_state"]].in_(uow.locale)
    if step["move"] == "begin":
        what = Text("提出代偿申请", "Claim filed").in_(uow.locale)
    return _line(
        step,
        f"claim.{step['to_state']}",
        _CLAIM.in_(uow.locale, what=what, provider=claim.provider_name),
    )


def _record_line(uow: UnitOfWork, record: RecordView, step: dict[str, Any]) -> TimelineLine:
    if step["move"] == "begin":
        title = Text("告知企业将推送信用信息", "The firm is told of the credit record").in_(uow.locale)
        return _line(step, "record.announced", title)
    title = RECORD.move(step["move"]).label.in_(uow.locale)
    file_id = record.file_id if step["to_state"] == RecordState.ISSUED else None
    return _line(step, f"record.{step['to_state']}", title, file_id=file_id)


def _ahead(uow: UnitOfWork, case: DefaultCase, record: RecordView | None) -> list[TimelineLine]:
    def line(on: date, kind: str, title: Text) -> TimelineLine:
        return TimelineLine(
            on=on, kind=kind, title=title.in_(uow.locale), who="", detail="", file_id=None, done=False
        )

    found = []
    if case.state == CaseState.CURING and case.cure_until_on is not None:
        found.append(line(case.cure_until_on, "ahead.pay", _DAYS_TO_PAY))
        found.append(line(case.cure_until_on + timedelta(days=1), "ahead.rescind", _MAY_RESCIND))
    if record is not None and record.state == RecordState.ANNOUNCED:
        found.append(line(record.objection_until_on, "ahead.object", _OBJECT_UNTIL))
    return found
