"""Rescission of a running contract by the party that the other has failed."""

from datetime import date
from uuid import UUID

from marketplace.contracts import policy, queries
from marketplace.contracts.announcing import announce
from marketplace.contracts.errors import DateOutOfRange
from marketplace.contracts.schemas import ContractView
from marketplace.contracts.service.raising import end_contract
from marketplace.contracts.states import CONTRACT, Facts
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.events.contracts import ContractRescinded

RESCISSION_LAW = "民法典第五百六十三条；技术合同解释第十五条"


def rescind_contract(
    uow: UnitOfWork, *, contract_id: UUID, reason: str, rescinded_on: date | None = None
) -> ContractView:
    """End a running contract whose other party stayed in default after a demand and its 30 days.

    民法典 §563, 技术合同解释 §15. Whether the demand was made and its time has run is decided by the room of defaults, which
    calls this. What came into being before the day (a Shanghai date, today unless given) stays owed, later sums do not;
    the history stays, the licence is free again. Raises `DateOutOfRange`, `IllegalMove`; announces `ContractRescinded`.
    """
    row = queries.lock_visible(uow, contract_id)
    require(policy.can_rescind(uow.actor, row))
    day = rescinded_on or uow.today
    if row.effective_on is not None and not row.effective_on <= day <= uow.today:
        raise DateOutOfRange(earliest=row.effective_on, latest=uow.today)
    advance(uow, CONTRACT, row, "rescind", facts=Facts(uow.today), reason=reason)
    end_contract(uow, row, min(row.ended_on or day, day))
    deals.release_claim(uow, deal_id=row.deal_id)
    uow.audit("contract.rescinded", "contract", row.id, on=day.isoformat(), law=RESCISSION_LAW)
    announce(uow, row, ContractRescinded, ended_on=day, reason=reason, law=RESCISSION_LAW)
    uow.session.flush()
    return queries.get_contract(uow, contract_id=contract_id)
