"""Reports on use: every few months while the technology is used, free of charge or paid; due and late told to both."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import NewUseReport
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import NotAUsePeriod
from marketplace.contracts.models import Contract, ContractUseReport
from marketplace.contracts.schemas import ContractState, ContractView
from marketplace.contracts.service.raising import RUNNING, require_running
from marketplace.contracts.usage import report_due_on, use_periods
from marketplace.core.due import each_due
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ReturnCertificateLate, UseReportDue, UseReportFiled, UseReportLate


def file_use_report(uow: UnitOfWork, *, contract_id: UUID, report: NewUseReport) -> ContractView:
    """Report on the use in one ended period; late ones are taken as well. The same report again changes nothing.

    Raises `NotAUsePeriod`, `IllegalMove`; announces `UseReportFiled`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    effective_on = require_running(uow, row, Text("提交使用报告", "Report on use"))
    filed = {each.from_on: each for each in _filed(uow, row.id)}
    known = filed.get(report.from_on)
    if known is not None and all(getattr(known, name) == value for name, value in report):
        return queries.get_contract(uow, contract_id=contract_id)
    open_periods = [
        (start, end)
        for start, end in use_periods(effective_on, row.ends_on)
        if end <= uow.today and start not in filed
    ]
    if (report.from_on, report.to_on) not in open_periods:
        raise NotAUsePeriod(periods="、".join(f"{a} – {b}" for a, b in open_periods) or "—")
    uow.session.add(
        ContractUseReport(
            contract_id=row.id, filed_by=uow.actor.user_id, filed_at=uow.now, **report.model_dump(mode="python")
        )
    )  # fmt: skip
    uow.audit("contract.use_report", "contract", row.id, from_on=report.from_on.isoformat())
    announce(uow, row, UseReportFiled, from_on=report.from_on, to_on=report.to_on)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def start_reports(uow: UnitOfWork, row: Contract) -> None:
    """Set the first day on which a contract that has just taken effect must be looked at; later calls change nothing."""
    if row.clock_on is None and row.state in RUNNING and row.effective_on == uow.today:
        row.clock_on = next((day for day, *_ in _instants(row)), None)


def _instants(row: Contract) -> Iterator[tuple[date, str, date, date]]:
    """Yield in order the days on which something is told: the end of each period, and the day after its last day."""
    if row.effective_on is None:
        return
    told = [
        instant
        for start, end in use_periods(row.effective_on, row.ends_on)
        for instant in (
            (end, "due", start, end),
            (report_due_on(end) + timedelta(days=1), "late", start, end),
        )
    ]
    yield from sorted(told)


def _filed(uow: UnitOfWork, contract_id: UUID) -> list[ContractUseReport]:
    return list(
        uow.session.exec(select(ContractUseReport).where(ContractUseReport.contract_id == contract_id))
    )


def tell_reports(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Tell both sides of reports and certificates that have become due or late, one day of a contract at a time.

    Driven by rows that are due, so that days of downtime are caught up in order; returns how many were looked at.
    """
    due = (
        select(Contract)
        .where(col(Contract.clock_on) <= uow.today)
        .order_by(col(Contract.clock_on), col(Contract.id))
    )

    def tell(row: Contract) -> None:
        if row.state == ContractState.RETURNED:
            announce(uow, row, ReturnCertificateLate, due_on=_before(row.clock_on))
            row.clock_on = None
        else:
            _tell_of_use(uow, row)

    return each_due(uow, "tell_contract_reports", due, tell, limit=limit)


def _before(day: date | None) -> date:
    return (day or date.max) - timedelta(days=1)


def _tell_of_use(uow: UnitOfWork, row: Contract) -> None:
    reached = row.clock_on or uow.today
    filed = {each.from_on for each in _filed(uow, row.id)}
    following = None
    for day, what, start, end in _instants(row):
        if day == reached and start not in filed and row.state in RUNNING:
            event = UseReportDue if what == "due" else UseReportLate
            announce(uow, row, event, from_on=start, to_on=end, due_on=report_due_on(end))
        if day > reached:
            following = day
            break
    row.clock_on = following if row.state in RUNNING else None
