"""The days by which somebody has to act under contracts: reports, answers, the ends of free use and of the licence."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from marketplace.contracts import policy, words
from marketplace.contracts.models import Contract, ContractMatter, ContractStatement, ContractUseReport
from marketplace.contracts.schemas import ContractState, MatterKind, MatterState
from marketplace.contracts.usage import report_due_on, use_periods
from marketplace.core.clock import business_date
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.organizations import queries as organizations
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet, add_months, report_periods

_COLUMNS = (
    "id", "number", "project_name", "state", "state_since", "university_id", "firm_id", "effective_on", "free_until_on",
    "ends_on", "ended_on", "bought_out_on", "converted_on", "transfer_recorded_on", "terms",
)  # fmt: skip
_LIVE = (ContractState.IN_USE_FREE, ContractState.PAYING, ContractState.RETURNED, ContractState.CONVERTED)


_CONTRACTS = (
    select(*(getattr(Contract, name) for name in _COLUMNS))
    .where(policy.VISIBLE, col(Contract.state).in_([state.value for state in _LIVE]))
    .order_by(col(Contract.number))
)
_MATTERS = (
    select(
        *(
            getattr(ContractMatter, name)
            for name in ("contract_id", "kind", "state", "raised_on", "answered_on")
        ),
        col(ContractMatter.id).label("id"),
        col(ContractMatter.answer_by_id),
        col(ContractMatter.answer_by_on),
    )
    .join(Contract, col(Contract.id) == col(ContractMatter.contract_id))
    .where(policy.VISIBLE, col(Contract.state).in_([state.value for state in _LIVE]))
    .order_by(col(ContractMatter.raised_on), col(ContractMatter.id))
)


def _reported(of: Any) -> Any:
    return (
        select(of.contract_id, of.from_on)
        .join(Contract, col(Contract.id) == of.contract_id)
        .where(policy.VISIBLE, col(Contract.state).in_([state.value for state in _LIVE]))
    )


_STATEMENTS, _USE_REPORTS = _reported(ContractStatement), _reported(ContractUseReport)
_LATE = Text(
    "逾期双方都会收到通知，并记入合同经过。",
    "Both sides are told when it is late, and it stays in the record.",
)


class _Day(NamedTuple):
    """One deadline before its contract's names are filled in."""

    kind: str
    what: Text
    on: date
    since: date
    who: UUID
    otherwise: Text


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the open deadlines of the actor's contracts up to and with a day, overdue ones included, earliest first."""
    scope = policy.scope(uow.actor)
    rows = uow.rows(_CONTRACTS, **scope)
    if not rows:
        return []
    matters: dict[UUID, list[dict[str, Any]]] = {}
    for matter in uow.rows(_MATTERS, **scope):
        matters.setdefault(matter["contract_id"], []).append(matter)
    stated = {(row["contract_id"], row["from_on"]) for row in uow.rows(_STATEMENTS, **scope)}
    used = {(row["contract_id"], row["from_on"]) for row in uow.rows(_USE_REPORTS, **scope)}
    parties = list({row[side] for row in rows for side in ("university_id", "firm_id")})
    names = organizations.list_briefs(uow, ids=parties)
    found: list[Deadline] = []
    for row in rows:
        own = matters.get(row["id"], [])
        days = (*_reports(row, used, until), *_running(row, stated), *_answers(own), *_afterwards(row, own))
        found += [
            Deadline(
                kind=day.kind, what=day.what, on=day.on, since=day.since, responsible_id=day.who,
                responsible_name=names[day.who].name, subject="contract", subject_id=row["id"],
                number=row["number"], title=row["project_name"], otherwise=day.otherwise,
            )
            for day in days
            if day.on <= until
        ]  # fmt: skip
    return sorted(found, key=lambda deadline: (deadline.on, deadline.number, deadline.kind))


def _is_running(row: dict[str, Any]) -> bool:
    return row["state"] in (ContractState.IN_USE_FREE, ContractState.PAYING)


def _reports(row: dict[str, Any], used: set[tuple[UUID, date]], until: date) -> Iterator[_Day]:
    if not _is_running(row):
        return
    for start, end in use_periods(row["effective_on"], row["ends_on"]):
        due = report_due_on(end)
        if due > until:
            return
        if (row["id"], start) not in used:
            what = Text(f"提交 {start} 至 {end} 的使用情况报告", f"Report on use for {start} to {end}")
            yield _Day("contract.use_report", what, due, end, row["firm_id"], _LATE)


def _running(row: dict[str, Any], stated: set[tuple[UUID, date]]) -> Iterator[_Day]:
    if not _is_running(row):
        return
    sheet = TermSheet.model_validate(row["terms"])
    trigger_on, ends_on = row["free_until_on"], row["bought_out_on"] or row["ends_on"]
    if row["state"] == ContractState.IN_USE_FREE:
        returnable = add_months(row["effective_on"], sheet.free_period_months)
        known = [day for day in (trigger_on, returnable if sheet.free_period_months else None) if day]
        if known:
            yield _Day(
                "contract.free_period_end",
                Text("免费退回期的最后一日", "Last day to return the technology free of charge"),
                min(known) - timedelta(days=1),
                row["effective_on"],
                row["firm_id"],
                Text("次日起不能再免费退回。", "From the next day on it can no longer be returned for free."),
            )
    elif sheet.royalty and trigger_on and ends_on:
        for start, end in report_periods(sheet, trigger_on, ends_on):
            if (row["id"], start) not in stated:
                what = Text(f"报告 {start} 至 {end} 的收入", f"Report the income of {start} to {end}")
                due = end + timedelta(days=sheet.royalty.report_days - 1)
                yield _Day("contract.statement", what, due, end, row["firm_id"], _LATE)
    if row["ends_on"] and not row["bought_out_on"]:
        yield _Day(
            "contract.licence_end",
            Text("许可期限的最后一日", "Last day of the licence"),
            row["ends_on"] - timedelta(days=1),
            row["effective_on"],
            row["firm_id"],
            Text(
                "次日起不得继续实施；需要续期的请事先另行签约。",
                "Use stops the next day; a renewal is agreed before.",
            ),
        )


def _answers(matters: list[dict[str, Any]]) -> Iterator[_Day]:
    for matter in matters:
        if matter["state"] == MatterState.OPEN:
            title, silence = words.TITLES[MatterKind(matter["kind"])], words.silence_means(matter["kind"])
            by = matter["answer_by_on"]
            yield _Day(
                f"contract.answer.{matter['kind']}",
                Text(f"答复：{title.zh}", f"Answer: {title.en}"),
                by,
                matter["raised_on"],
                matter["answer_by_id"],
                Text(silence.zh.format(by=by), silence.en.format(by=by)),
            )


def _afterwards(row: dict[str, Any], matters: list[dict[str, Any]]) -> Iterator[_Day]:
    if row["state"] == ContractState.RETURNED:
        own = [m for m in matters if m["kind"] == MatterKind.RETURN_CERTIFICATE]
        if any(m["state"] in (MatterState.OPEN, MatterState.ACCEPTED) for m in own):
            return
        since = max([row["ended_on"], *(m["answered_on"] for m in own if m["answered_on"])])
        yield _Day(
            "contract.return_certificate",
            Text("提交资料清退证明", "Hand in the data-return certificate"),
            since + timedelta(days=rulebook.value("return_certificate_days", since)),
            since,
            row["firm_id"],
            _LATE,
        )
    if row["state"] == ContractState.CONVERTED and row["transfer_recorded_on"] is None:
        since = business_date(row["state_since"])
        yield _Day(
            "contract.transfer_recording",
            Text("办理转让登记", "Record the transfer"),
            add_months(since, rulebook.value("transfer_recording_months", since)),
            since,
            row["firm_id"],
            Text(
                "转让自登记之日起生效（专利法第十条）。",
                "The transfer takes effect with its recording (专利法 §10).",
            ),
        )
