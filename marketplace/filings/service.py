"""Writes of the room: opening what has to be filed, handing it in, entering the answer, reminding."""

from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import queries as contracts
from marketplace.core.due import each_due
from marketplace.core.fsm import advance, begin
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.filings import FilingDue, FilingEvent, FilingOpened, FilingRegistered
from marketplace.filings import packs, policy, queries
from marketplace.filings.models import Filing
from marketplace.filings.schemas import FilingKind, FilingView, Registration
from marketplace.filings.states import FILING, Facts
from marketplace.rulebook import queries as rulebook

E = TypeVar("E", bound=FilingEvent)
_RECORDED = ("patent", "application")
"""Rights whose licence is recorded with CNIPA; know-how and software are not."""


def open_filings(uow: UnitOfWork, *, contract_id: UUID) -> int:
    """Open what a contract that took effect has to be filed for; returns how many, 0 the second time."""
    system = uow.as_system()
    contract = contracts.get_contract(system, contract_id=contract_id)
    content = contracts.get_content(system, contract_id=contract_id)
    known = set(uow.session.exec(select(Filing.kind).where(Filing.contract_id == contract_id)))
    kinds = [FilingKind.TECHNOLOGY_CONTRACT]
    if any(right.kind in _RECORDED for right in content.rights):
        kinds.append(FilingKind.LICENCE_RECORD)
    effective_on = contract.effective_on or uow.today
    for kind in kinds:
        if kind in known:
            continue
        row = Filing(
            contract_id=contract_id, contract_number=contract.number, title=contract.project_name,
            university_id=contract.university_id, firm_id=contract.firm_id, kind=kind, state="", state_since=uow.now,
            opened_on=effective_on, due_on=queries.due_on(kind, effective_on),
        )  # fmt: skip
        row.next_alert_on = _next_alert(row, effective_on)
        begin(uow, FILING, row)
        uow.session.add(row)
        uow.session.flush()
        _announce(uow, row, FilingOpened)
    uow.session.flush()
    return len(set(kinds) - known)


def _next_alert(row: Filing, after: date) -> date | None:
    """Return the next day of reminding after a day: 60 and 80 days after effect while before the last day, then the day after it."""
    days = (
        row.opened_on + timedelta(days=rulebook.value("filing_first_alert_days", row.opened_on)),
        row.opened_on + timedelta(days=rulebook.value("filing_second_alert_days", row.opened_on)),
    )
    ahead = [day for day in days if day < row.due_on] + [row.due_on + timedelta(days=1)]
    return next((day for day in ahead if day > after), None)


def submit_filing(uow: UnitOfWork, *, filing_id: UUID, submitted_on: date) -> FilingView:
    """Note that the pack was handed in. Raises `PackIncomplete`, `FilingDateOutOfRange`, `IllegalMove`."""
    row = _lock_own(uow, filing_id)
    gaps = tuple(name for name, _, _ in packs.missing(queries.pack_facts(uow, row), uow.locale))
    advance(uow, FILING, row, "submit", facts=Facts(uow.today, submitted_on, gaps))
    row.submitted_on, row.reason = submitted_on, ""
    return _saved(uow, row, "filing.submitted", on=submitted_on.isoformat())


def register_filing(uow: UnitOfWork, *, filing_id: UUID, receipt: Registration) -> FilingView:
    """Enter the office's number, day and recognized amounts (fen). Raises `AmountsNeeded`, `FilingDateOutOfRange`."""
    row = _lock_own(uow, filing_id)
    facts = Facts(
        uow.today,
        receipt.registered_on,
        total_minor=receipt.total_minor,
        technical_minor=receipt.technical_minor,
    )
    advance(uow, FILING, row, "register", facts=facts)
    row.number, row.registered_on = receipt.number, receipt.registered_on
    if row.kind == FilingKind.TECHNOLOGY_CONTRACT:
        row.total_minor, row.technical_minor = receipt.total_minor, receipt.technical_minor
    _announce(
        uow, row, FilingRegistered, receipt=row.number, registered_on=receipt.registered_on, total_minor=row.total_minor,
        technical_minor=row.technical_minor,
    )  # fmt: skip
    return _saved(uow, row, "filing.registered", number=row.number)


def return_filing(uow: UnitOfWork, *, filing_id: UUID, reason: str) -> FilingView:
    """Note that the office gave the pack back; its clock runs on, and reminding with it."""
    row = _lock_own(uow, filing_id)
    advance(uow, FILING, row, "return", facts=Facts(uow.today), reason=reason)
    row.reason, row.next_alert_on = reason, _next_alert(row, uow.today)
    return _saved(uow, row, "filing.returned")


def waive_filing(uow: UnitOfWork, *, filing_id: UUID, reason: str) -> FilingView:
    """Note why nothing has to be filed; final, with the reason on record."""
    row = _lock_own(uow, filing_id)
    advance(uow, FILING, row, "waive", facts=Facts(uow.today), reason=reason)
    row.reason = reason
    return _saved(uow, row, "filing.waived")


def _lock_own(uow: UnitOfWork, filing_id: UUID) -> Filing:
    row = queries.lock_visible(uow, filing_id)
    require(policy.can_file(uow.actor, row))
    return row


def _saved(uow: UnitOfWork, row: Filing, action: str, **detail: Any) -> FilingView:
    uow.audit(action, "filing", row.id, **detail)
    uow.session.flush()
    return queries.get_filing(uow, filing_id=row.id)


def tell_filing_deadlines(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce each filing whose next day of reminding has come, once a day reached; returns how many.

    Rows are claimed with SKIP LOCKED. After downtime a filing is told once, of the present state of its clock.
    """
    due = (
        select(Filing)
        .where(col(Filing.state).in_(("open", "returned")), col(Filing.next_alert_on) <= uow.today)
        .order_by(col(Filing.next_alert_on), col(Filing.id))
    )

    def tell(row: Filing) -> None:
        row.next_alert_on = _next_alert(row, uow.today)
        _announce(uow, row, FilingDue, days_left=(row.due_on - uow.today).days)

    return each_due(uow, "tell_filing_deadlines", due, tell, limit=limit)


def _announce(uow: UnitOfWork, row: Filing, event: type[E], **fields: Any) -> None:
    what = packs.WHAT[FilingKind(row.kind)]
    uow.publish(
        event(
            filing_id=row.id, kind=row.kind, what_zh=what.zh, what_en=what.en, contract_id=row.contract_id,
            number=row.contract_number, title=row.title, university_id=row.university_id, firm_id=row.firm_id,
            due_on=row.due_on, **fields,
        )
    )  # fmt: skip
