"""The end of a contract by one side's declaration, after the other did not pay."""

from datetime import date
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import DateOutOfRange
from marketplace.contracts.schemas import ContractView
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.events.contracts import ContractRescinded


def rescind_contract(uow: UnitOfWork, *, contract_id: UUID, reason: str, rescinded_on: date) -> ContractView:
    """End a running contract from a day on because its main duty stayed unperformed (技术合同解释 §15).

    Final: the licence is free again, what was billed stays owed, nothing arises from `rescinded_on` on. Whoever calls
    has proved that the right exists. Raises `IllegalMove`, `DateOutOfRange`, `Forbidden`; announces `ContractRescinded`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_rescind(uow.actor, row))
    if row.effective_on is not None and not row.effective_on <= rescinded_on <= uow.today:
        raise DateOutOfRange(earliest=row.effective_on, latest=uow.today)
    advance(uow, CONTRACT, row, "rescind", facts=Facts(uow.today), reason=reason)
    row.ended_on = min(row.ended_on or rescinded_on, rescinded_on)
    deals.release_claim(uow, deal_id=row.deal_id)
    uow.audit("contract.rescinded", "contract", row.id, on=rescinded_on.isoformat())
    announce(uow, row, ContractRescinded, rescinded_on=rescinded_on, reason=reason)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)
