"""Income statements: filed once a period, corrected while no invoice rests on them, and the right to read the accounts."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import AccountsRequest, Raised
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import (
    AlreadyInvoiced,
    NoRoyalty,
    NotAReportPeriod,
    NothingToCorrect,
    NoticeTooShort,
)
from marketplace.contracts.models import Contract, ContractBilled, ContractStatement
from marketplace.contracts.schemas import (
    ContractState,
    ContractView,
    CorrectedStatement,
    MatterKind,
    NewStatement,
)
from marketplace.contracts.service.raising import attach_files, raise_matter, require_running
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import IncomeReported, StatementCorrected
from marketplace.rulebook import queries as rulebook
from marketplace.terms import (
    IncomeStatement,
    TermSheet,
    licence_end,
    obligations,
    report_periods,
    trigger_date,
)

_SUMS = {"from_on", "to_on", "base_minor", "units"}


def file_statement(
    uow: UnitOfWork, *, contract_id: UUID, statement: NewStatement, file_ids: Sequence[UUID] = ()
) -> ContractView:
    """Report the income of one ended reporting period. The same statement again changes nothing.

    What was earned before a buy-out, a conversion or the loss of the rights is still reported afterwards.
    Raises `NoRoyalty`, `NotAReportPeriod`, `IllegalMove`; announces `IncomeReported`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    sheet = _royalty_sheet(uow, row)
    sums = statement.model_dump(include=_SUMS)
    facts = queries.get_facts(uow.as_system(), contract_id=contract_id)
    if any(s.model_dump() == sums for s in facts.statements):
        return queries.get_contract(uow, contract_id=contract_id)
    trigger_on, end_on = trigger_date(sheet, facts), licence_end(sheet, facts)
    reported = {s.from_on for s in facts.statements}
    periods = list(report_periods(sheet, trigger_on, end_on)) if trigger_on and end_on else []
    due = [(start, end) for start, end in periods if end <= uow.today and start not in reported]
    if (statement.from_on, statement.to_on) not in due:
        raise NotAReportPeriod(periods="、".join(f"{a} – {b}" for a, b in due) or "—")
    filed = ContractStatement(contract_id=row.id, filed_by=uow.actor.user_id, filed_at=uow.now, **sums)
    uow.session.add(filed)
    uow.session.flush()
    attach_files(uow, row, subject_id=filed.id, part="claim", file_ids=file_ids)
    uow.audit("contract.statement", "contract", row.id, from_on=statement.from_on.isoformat())
    announce(uow, row, IncomeReported, from_on=statement.from_on, to_on=statement.to_on)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


def correct_statement(uow: UnitOfWork, *, contract_id: UUID, statement: CorrectedStatement) -> ContractView:
    """Replace a filed statement by a new revision, as long as no billed sum would change; the old one stays readable.

    Raises `NoRoyalty`, `NothingToCorrect`, `AlreadyInvoiced`, `IllegalMove`; announces `StatementCorrected`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    sheet = _royalty_sheet(uow, row)
    sums = statement.model_dump(include=_SUMS)
    current = uow.session.exec(
        select(ContractStatement).where(
            ContractStatement.contract_id == row.id,
            ContractStatement.from_on == statement.from_on,
            col(ContractStatement.superseded_at).is_(None),
        )
    ).one_or_none()
    if (
        current is None
        or current.to_on != statement.to_on
        or all(getattr(current, name) == value for name, value in sums.items())
    ):
        raise NothingToCorrect
    _require_unbilled(uow, row, sheet, IncomeStatement(**sums))
    current.superseded_at = uow.now
    uow.session.flush()
    revised = ContractStatement(
        contract_id=row.id, filed_by=uow.actor.user_id, filed_at=uow.now, revision=current.revision + 1,
        correction=statement.correction, **sums,
    )  # fmt: skip
    uow.session.add(revised)
    uow.session.flush()
    attach_files(uow, row, subject_id=revised.id, part="claim", file_ids=statement.file_ids)
    uow.audit("contract.statement_corrected", "contract", row.id, from_on=statement.from_on.isoformat())
    announce(
        uow, row, StatementCorrected, from_on=statement.from_on, to_on=statement.to_on,
        correction=statement.correction,
    )  # fmt: skip
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)


_SETTLING = (ContractState.CONVERTED, ContractState.INVALIDATED, ContractState.RESCINDED)


def _royalty_sheet(uow: UnitOfWork, row: Contract) -> TermSheet:
    if row.state not in _SETTLING:
        require_running(uow, row, Text("报告收入", "Report income"))
    sheet = TermSheet.model_validate(row.terms)
    if sheet.royalty is None:
        raise NoRoyalty
    return sheet


def _require_unbilled(uow: UnitOfWork, row: Contract, sheet: TermSheet, new: IncomeStatement) -> None:
    """Refuse a correction that would make another sum of anything billed: a tiered rate reaches further."""
    facts = queries.get_facts(uow.as_system(), contract_id=row.id)
    others = [s for s in facts.statements if s.from_on != new.from_on]
    changed = facts.model_copy(update={"statements": tuple(sorted((*others, new), key=lambda s: s.from_on))})
    before, after = ({o.key: o.amount_minor for o in obligations(sheet, each)} for each in (facts, changed))
    billed = uow.session.exec(
        select(ContractBilled.obligation_key).where(ContractBilled.contract_id == row.id)
    )
    if any(before.get(key) != after.get(key) for key in billed):
        raise AlreadyInvoiced


def ask_for_accounts(uow: UnitOfWork, *, contract_id: UUID, request: AccountsRequest) -> ContractView:
    """Ask to read the accounts behind the royalty on a day (民法典 §846; article 6 of the contract).

    Raises `NoRoyalty`, `NoticeTooShort` before the days of notice have run, `AlreadyRaised`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_license(uow.actor, row))
    sheet = _royalty_sheet(uow, row)
    if sheet.royalty is None or not sheet.royalty.audit_right:
        raise NoRoyalty
    earliest = uow.today + timedelta(days=rulebook.value("accounts_notice_days", uow.today))
    if request.accounts_on < earliest:
        raise NoticeTooShort(earliest=earliest)
    raised = Raised(
        kind=MatterKind.ACCOUNTS, day=request.accounts_on, text=request.text, answer_by_on=request.accounts_on
    )
    raise_matter(uow, row, raised, raised_by_id=row.university_id)
    return queries.get_contract(uow, contract_id=contract_id)
