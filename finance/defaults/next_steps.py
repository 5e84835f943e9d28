"""What comes next in a default, a claim, a cover or a record: the one place that says it for pages and for deadlines. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from finance.defaults.schemas import CaseState, NextStep
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Locale, Text
from marketplace.core.workdays import add_workdays
from marketplace.rulebook import queries as rulebook

_NOTHING = Text("", "")
_CASE: dict[str, tuple[str, Text, Text]] = {
    CaseState.REMINDED: (
        "default.demand",
        Text("发出催告函", "Send a demand"),
        Text(
            "不发出催告函，解除合同和申请代偿的期限都不起算。",
            "Without a demand neither rescission nor a claim on a cover can follow.",
        ),
    ),
    CaseState.DEMANDED: (
        "default.delivery",
        Text("登记催告函送达", "Record the delivery of the demand"),
        Text("送达之前，履行期限不起算。", "The time to pay does not run before delivery."),
    ),
    CaseState.CURING: (
        "default.pay",
        Text("付清催告的欠款", "Pay what was demanded"),
        Text(
            "期满仍未付清，高校可以解除合同（技术合同司法解释第十五条）。",
            "Unpaid after that, the university may rescind the contract.",
        ),
    ),
    CaseState.RESCISSION_OPEN: (
        "default.decide",
        Text("决定是否解除合同", "Decide whether to rescind"),
        Text("合同继续履行，违约金按日增加。", "The contract goes on and late interest grows by the day."),
    ),
}


@dataclass(frozen=True, slots=True)
class Next:
    """One step ahead: who, by which day (None: nothing waits), since when, and what follows otherwise."""

    kind: str
    what: Text
    on: date | None
    since: date
    responsible_id: UUID | None
    responsible_name: str
    otherwise: Text

    def shown(self, locale: Locale) -> NextStep:
        """Return the step in the reader's language."""
        return NextStep(
            kind=self.kind, what=self.what.in_(locale), on=self.on, responsible_id=self.responsible_id,
            responsible_name=self.responsible_name, otherwise=self.otherwise.in_(locale),
        )  # fmt: skip

    def deadline(
        self, *, subject: str, subject_id: UUID, number: str, title: str, amount_minor: int | None
    ) -> Deadline | None:
        """Return the step as a deadline; None when nothing waits."""
        if self.on is None or self.responsible_id is None:
            return None
        return Deadline(
            kind=self.kind, what=self.what, on=self.on, since=self.since, responsible_id=self.responsible_id,
            responsible_name=self.responsible_name, subject=subject, subject_id=subject_id, number=number, title=title,
            otherwise=self.otherwise, amount_minor=amount_minor,
        )  # fmt: skip


def of_case(row: dict[str, Any]) -> Next:
    """Return the next step of a default from a row of `queries.cases.BRIEF`."""
    state: str = row["state"]
    if state not in _CASE:
        return Next("default.over", _NOTHING, None, row["opened_on"], None, "", _NOTHING)
    kind, what, otherwise = _CASE[state]
    side = "firm" if state == CaseState.CURING else "university"
    on, since = _days(row)
    return Next(kind, what, on, since, row[f"{side}_id"], row[f"{side}_name"], otherwise)


def _days(row: dict[str, Any]) -> tuple[date, date]:
    """Return the day of the next step and since when its clock runs."""
    opened: date = row["opened_on"]
    match row["state"]:
        case CaseState.REMINDED:
            return row["due_on"] + _rule("demand_after_late_days", opened), opened
        case CaseState.DEMANDED:
            return row["demanded_on"] + _rule("demand_delivery_days", row["demanded_on"]), row["demanded_on"]
        case CaseState.CURING:
            return row["cure_until_on"], row["delivered_on"]
        case _:
            return row["cure_until_on"] + _rule("rescission_decision_days", row["cure_until_on"]), row[
                "cure_until_on"
            ]


def _rule(code: str, on: date) -> timedelta:
    return timedelta(days=rulebook.value(code, on))


_CLAIM = {
    "filed": (
        "default.claim_answer",
        Text("答复代偿申请", "Answer the claim"),
        Text(
            "逾期未答复的，高校可以向监管部门反映。", "Unanswered, the university may turn to the supervisor."
        ),
    ),
    "accepted": (
        "default.claim_payment",
        Text("按付款参考码支付代偿款", "Pay the claim with its reference"),
        Text("违约金继续按日增加。", "Late interest goes on by the day."),
    ),
}


def of_claim(row: dict[str, Any]) -> Next | None:
    """Return the next step of a claim; None when it is over."""
    if row["state"] not in _CLAIM:
        return None
    kind, what, otherwise = _CLAIM[row["state"]]
    filed = row["state"] == "filed"
    on, since = (row["answer_by_on"], row["filed_on"]) if filed else (row["pay_by_on"], row["accepted_on"])
    return Next(kind, what, on, since, row["provider_id"], row["provider_name"], otherwise)


def of_cover(row: dict[str, Any]) -> Next:
    """Return the next step of a cover that waits for its provider."""
    since: date = row["registered_on"]
    return Next(
        "cover.confirm", Text("确认保单或保函", "Confirm the cover"), since + _rule("cover_answer_days", since), since,
        row["provider_id"], row["provider_name"],
        Text("未经确认的保单不能申请代偿。", "Nothing can be claimed on a cover that was not confirmed."),
    )  # fmt: skip


def of_record(row: dict[str, Any]) -> Next | None:
    """Return the next step of a credit record; None when it is over."""
    if row["state"] == "announced":
        return Next(
            "credit.objection", Text("对信用信息提出异议", "Object to the credit record"), row["objection_until_on"],
            row["announced_on"], row["firm_id"], row["firm_name"],
            Text("无异议的，期满后签发并推送所在高新区。", "Without an objection the record is issued to the zone."),
        )  # fmt: skip
    workdays = rulebook.value("reply_workdays", row["announced_on"])
    if row["state"] == "objected":
        return Next(
            "credit.answer", Text("答复企业异议", "Answer the firm's objection"), add_workdays(row["objected_on"], workdays),
            row["objected_on"], row["university_id"], row["university_name"],
            Text("答复之前，信用信息不推送。", "Nothing is handed over before the answer."),
        )  # fmt: skip
    if row["state"] == "issued":
        return Next(
            "credit.receive", Text("接收信用信息并出具回执", "Receive the credit record"), add_workdays(row["issued_on"], workdays),
            row["issued_on"], row["zone_id"], row["zone_name"],
            Text("接收之前，推送没有完成。", "The hand-over is not complete before that."),
        )  # fmt: skip
    return None
