"""Scans of texts signed on paper, as their parties see them. Reads."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from marketplace.contracts.models import ContractScan
from marketplace.contracts.schemas import PartyView, ScanView
from marketplace.core.uow import UnitOfWork

_NAMES = [name for name in ScanView.model_fields if name != "may_answer"]


def list_scans(uow: UnitOfWork, contract_id: UUID, parties: list[PartyView]) -> list[ScanView]:
    """Return the scans of a contract in the order of their upload; the other side may answer those that wait."""
    statement = (
        select(*(getattr(ContractScan, name) for name in _NAMES))
        .where(col(ContractScan.contract_id) == contract_id)
        .order_by(col(ContractScan.uploaded_at), col(ContractScan.id))
    )
    roles = {party.organization_id: party.role for party in parties}
    mine = roles.get(uow.actor.organization_id) if uow.actor.organization_id else None
    return [
        ScanView(
            **row,
            may_answer=row["state"] == "waiting"
            and mine is not None
            and mine != roles[row["organization_id"]]
            and uow.actor.may("contract.sign"),
        )
        for row in uow.rows(statement)
    ]
