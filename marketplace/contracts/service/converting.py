"""Equity in place of later fees (先投后股), and the end of a licence that turned into something else."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import ConversionRecord, Raised
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import NoConversionClause
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractView, MatterKind
from marketplace.contracts.service.raising import end_contract, raise_matter, require_date, require_running
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import ContractConverted
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet, add_months

_MOVE = Text("登记转股", "Record a conversion")


def record_conversion(uow: UnitOfWork, *, contract_id: UUID, record: ConversionRecord) -> ContractView:
    """Record that equity takes the place of later fees; the other side confirms, which makes it so from that day.

    Raises `NoConversionClause` outside the clause of the terms, `AlreadyRaised`, `DateOutOfRange`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_take_part(uow.actor, row))
    effective_on = require_running(uow, row, _MOVE)
    require_date(uow, record.valuation_on, effective_on)
    _require_clause(uow, row, effective_on, record)
    raised = Raised(
        kind=MatterKind.CONVERSION,
        day=record.valuation_on,
        text=record.text,
        details=record.model_dump(mode="json", exclude={"text", "file_ids"}),
        answer_by_on=uow.today + timedelta(days=rulebook.value("matter_answer_days", uow.today)),
        file_ids=record.file_ids,
    )
    by = row.firm_id if uow.actor.belongs_to(row.firm_id) else row.university_id
    raise_matter(uow, row, raised, raised_by_id=by)
    return queries.get_contract(uow, contract_id=contract_id)


def _require_clause(uow: UnitOfWork, row: Contract, effective_on: date, record: ConversionRecord) -> None:
    clause: Any = getattr(TermSheet.model_validate(row.terms), "conversion", None)
    if clause is None or row.bought_out_on is not None:
        raise NoConversionClause(latest="—", max_percent="0")
    sheet = TermSheet.model_validate(row.terms)
    latest = add_months(max(effective_on, sheet.start_on or effective_on), clause.until_months)
    agreed = getattr(clause.valuation, "pre_money_minor", record.pre_money_minor)
    if uow.today >= latest or record.share_bps > clause.max_share_bps or record.pre_money_minor != agreed:
        percent = f"{Decimal(clause.max_share_bps) / 100:f}"
        raise NoConversionClause(latest=latest.isoformat(), max_percent=percent)


def take_conversion(uow: UnitOfWork, row: Contract, details: dict[str, Any]) -> None:
    """Convert on the day of the confirmation: what came into being before stays owed, later sums do not arise."""
    effective_on = require_running(uow, row, _MOVE)
    record = ConversionRecord.model_validate(details | {"file_ids": [row.id]})
    _require_clause(uow, row, effective_on, record)
    row.converted_on = uow.today
    finish_conversion(uow, row, "conversion", uow.today)


def finish_conversion(uow: UnitOfWork, row: Contract, how: str, day: date) -> None:
    """End the licence that was bought out and paid, or converted; its transfer is recorded within some months.

    The licence stays taken: the technology is no longer the licensor's to give.
    """
    advance(uow, CONTRACT, row, "convert", facts=Facts(uow.today), reason=how)
    end_contract(uow, row, day)
    uow.audit("contract.converted", "contract", row.id, how=how)
    by = add_months(uow.today, rulebook.value("transfer_recording_months", uow.today))
    announce(uow, row, ContractConverted, how=how, converted_on=day, record_by_on=by)
    uow.session.flush()
