"""Buy-out at the price of the terms: the licensee declares it, the licensor confirms, the price is owed."""

from datetime import timedelta
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.after_signature import BuyoutNotice, Raised, TransferRecord
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import DateOutOfRange, NoBuyoutPrice, NoTransferToRecord
from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import ContractState, ContractView, MatterKind
from marketplace.contracts.service.converting import finish_conversion
from marketplace.contracts.service.raising import raise_matter, require_running
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.contracts import BuyoutConfirmed, TransferRecorded
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet


def declare_buyout(uow: UnitOfWork, *, contract_id: UUID, notice: BuyoutNotice) -> ContractView:
    """Declare that the technology is bought at the price of the terms; the licensor has days to confirm.

    Raises `NoBuyoutPrice`, also when it was bought out before, `AlreadyRaised`, `IllegalMove`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_report(uow.actor, row))
    require_running(uow, row, Text("买断技术", "Buy the technology out"))
    if TermSheet.model_validate(row.terms).buyout_price_minor is None or row.bought_out_on is not None:
        raise NoBuyoutPrice
    raised = Raised(
        kind=MatterKind.BUYOUT,
        text=notice.text,
        answer_by_on=uow.today + timedelta(days=rulebook.value("matter_answer_days", uow.today)),
    )
    raise_matter(uow, row, raised, raised_by_id=row.firm_id)
    return queries.get_contract(uow, contract_id=contract_id)


def take_buyout(uow: UnitOfWork, row: Contract) -> None:
    """Date the buy-out to the day of its confirmation, so that nothing billed before is undone; its price is owed."""
    require_running(uow, row, Text("买断技术", "Buy the technology out"))
    price = TermSheet.model_validate(row.terms).buyout_price_minor
    if price is None:
        raise NoBuyoutPrice
    row.bought_out_on = uow.today
    uow.audit("contract.bought_out", "contract", row.id, on=uow.today.isoformat(), amount_minor=price)
    announce(uow, row, BuyoutConfirmed, bought_out_on=uow.today, amount_minor=price)
    uow.session.flush()
    if price == 0:
        finish_conversion(uow, row, "buyout", uow.today)


def record_transfer(uow: UnitOfWork, *, contract_id: UUID, record: TransferRecord) -> ContractView:
    """Note the recording of the transfer after a buy-out or conversion (专利法 §10). Raises `NoTransferToRecord`."""
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_take_part(uow.actor, row))
    if row.state != ContractState.CONVERTED or row.transfer_recorded_on is not None or row.ended_on is None:
        raise NoTransferToRecord
    if not row.ended_on <= record.recorded_on <= uow.today:
        raise DateOutOfRange(earliest=row.ended_on, latest=uow.today)
    row.transfer_recorded_on, row.transfer_number = record.recorded_on, record.number
    uow.audit("contract.transfer_recorded", "contract", row.id, number=record.number)
    announce(uow, row, TransferRecorded, recorded_on=record.recorded_on, transfer_number=record.number)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)
